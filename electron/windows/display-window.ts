import type { BrowserWindow, BrowserWindowConstructorOptions, Display, Screen } from 'electron';
import { displayUrl } from './app-origin.ts';
import { createCrashCounter } from './crash-limit.ts';
import { type Placement, placeDisplay } from './place-display.ts';
import { displayWindowOptions } from './window-options.ts';

export type DisplayWindowState = 'off' | Placement['kind'] | 'failing';

export interface DisplayWindowOptions {
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getDisplayMatching' | 'on' | 'off'>;
  readonly makeWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly choice: 'off' | 'on' | number;
  readonly mode: 'training' | 'live';
  readonly preloadFile: string;
  readonly isDevelopment: boolean;
  /** Whether the till is ending: a display's window is closed for no other reason. */
  readonly mayClose: () => boolean;
  readonly onFault: (reason: string) => void;
}

/** The window on the customer's side. It comes and goes with its display; what it shows is main's and outlives it. */
export interface DisplayWindow {
  readonly state: DisplayWindowState;
  onStateChanged(listener: () => void): () => void;
  /** Its page; null while there is none. */
  page(): BrowserWindow['webContents'] | null;
  /** Opens it beside the desk's window, where the settings want one, and follows the displays from then on. */
  start(desk: BrowserWindow): void;
  /** Opens or closes it, whatever the settings say. */
  want(wanted: boolean): void;
  /** Gives it the keyboard. */
  focus(): void;
  stop(): void;
}

function placed(options: DisplayWindowOptions, desk: BrowserWindow): Placement {
  const place = ({ id, bounds: { x, y, width, height } }: Display) => ({ id, bounds: { x, y, width, height } });
  return placeDisplay({
    choice: options.choice === 'off' ? 'on' : options.choice,
    mode: options.mode,
    displays: options.screen.getAllDisplays().map(place),
    deskDisplayId: options.screen.getDisplayMatching(desk.getBounds()).id,
  });
}

export function createDisplayWindow(options: DisplayWindowOptions): DisplayWindow {
  const { screen } = options;
  const listeners = new Set<() => void>();
  const crashes = createCrashCounter(() => performance.now());
  let desk: BrowserWindow | null = null;
  let isWanted = options.choice !== 'off';
  let isFailing = false;
  let shown: { readonly window: BrowserWindow; readonly placement: string } | null = null;
  let state: DisplayWindowState = 'off';

  function become(next: DisplayWindowState): void {
    if (next !== state) {
      state = next;
      for (const listener of listeners) {
        listener();
      }
    }
  }

  function close(): void {
    const closing = shown;
    shown = null;
    if (closing !== null && !closing.window.isDestroyed()) {
      closing.window.destroy();
    }
  }

  /** Somebody closed it who was not this: in a window that is their right, on a display it comes back. */
  function closed(window: BrowserWindow, kind: Placement['kind']): void {
    if (shown?.window === window) {
      shown = null;
      isWanted = isWanted && kind === 'on-display' && crashes.mayComeBack();
      settle();
    }
  }

  function open(placement: Exclude<Placement, { kind: 'no-display' }>): BrowserWindow {
    const window = options.makeWindow(displayWindowOptions(options.preloadFile, options.isDevelopment, placement));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      options.onFault(reason);
      if (shown?.window !== window) {
        return;
      }
      if (crashes.mayComeBack()) {
        window.webContents.reload();
      } else {
        isFailing = true;
        settle();
      }
    });
    window.on('close', (event) => {
      if (placement.kind === 'on-display' && !options.mayClose()) {
        event.preventDefault();
      }
    });
    window.on('closed', () => closed(window, placement.kind));
    // Whoever works at the desk keeps the keyboard.
    window.once('ready-to-show', () => window.showInactive());
    // A display that was unplugged while its page came has nothing to load any more.
    window.loadURL(displayUrl).catch(() => options.onFault('not-loaded'));
    return window;
  }

  function settle(): void {
    if (desk === null || desk.isDestroyed()) {
      return;
    }
    if (!isWanted || isFailing) {
      close();
      become(isFailing ? 'failing' : 'off');
      return;
    }
    const placement = placed(options, desk);
    const key = JSON.stringify(placement);
    if (placement.kind === 'no-display') {
      close();
    } else if (shown?.placement !== key) {
      close();
      shown = { window: open(placement), placement: key };
    }
    become(placement.kind);
  }

  return {
    get state() {
      return state;
    },
    onStateChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    page: () => (shown === null || shown.window.isDestroyed() ? null : shown.window.webContents),
    start(window) {
      desk = window;
      window.on('closed', close);
      screen.on('display-added', settle);
      screen.on('display-removed', settle);
      screen.on('display-metrics-changed', settle);
      settle();
    },
    want(wanted) {
      isWanted = wanted;
      isFailing = false;
      settle();
    },
    focus: () => shown?.window.focus(),
    stop() {
      screen.off('display-added', settle);
      screen.off('display-removed', settle);
      screen.off('display-metrics-changed', settle);
      close();
    },
  };
}
