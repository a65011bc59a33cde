// `BrowserWindow`: a window of the one Chromium, which starts with the first and ends with the last.
import { allWindowsClosed, app, appEvents, beforeExit } from './app.ts';
import { HostedBrowser, type OwnedPage } from './hosted-browser.ts';
import { Notifier, preventable } from './notifier.ts';
import { strict } from './strict.ts';
import type {
  BrowserWindowConstructor,
  BrowserWindowConstructorOptions,
  BrowserWindowEvents,
  Rectangle,
  BrowserWindow as Window,
} from './surface.ts';
import { HostedPage } from './web-contents.ts';

let browser: HostedBrowser | null = null;
const windows = new Set<HostedWindow>();
let lastId = 0;

function pageFor(bounds: Rectangle, { kiosk = false, fullscreen = false }: BrowserWindowConstructorOptions): OwnedPage {
  const size = { widthPx: bounds.width, heightPx: bounds.height };
  if (browser !== null) {
    return browser.open({ ...size, x: bounds.x, y: bounds.y, isFullScreen: kiosk || fullscreen });
  }
  browser = new HostedBrowser({ userDataDir: app.getPath('userData'), ...size, isKiosk: kiosk }, browserClosed);
  return browser.first;
}

function browserClosed(): void {
  browser = null;
  for (const window of windows) window.gone();
}

class HostedWindow {
  readonly events = new Notifier<BrowserWindowEvents>();
  readonly window: Window;
  readonly #id = ++lastId;
  readonly #page: HostedPage;
  readonly #bounds: Rectangle;
  readonly #isKiosk: boolean;
  #isShown = false;

  constructor(options: BrowserWindowConstructorOptions) {
    this.#isKiosk = options.kiosk ?? false;
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    const page = pageFor(this.#bounds, options);
    this.#page = new HostedPage(page.attached, options.webPreferences?.preload, () => this.#painted());
    page.gone.then(
      () => this.gone(),
      () => this.gone(),
    );
    this.window = this.#expose();
    windows.add(this);
  }

  #expose(): Window {
    const doNothing = () => undefined;
    return strict<Window>('BrowserWindow', {
      ...this.events.subscription(),
      id: this.#id,
      webContents: this.#page.contents,
      loadURL: (url) => this.#page.contents.loadURL(url),
      // The window is there from the start.
      show: doNothing,
      showInactive: doNothing,
      focus: () => void this.#page.attached.then(({ session }) => session.post('Page.bringToFront')),
      isMinimized: () => false,
      restore: doNothing,
      removeMenu: doNothing,
      getBounds: () => this.#bounds,
      isKiosk: () => this.#isKiosk,
      close: () => this.#close(),
      destroy: () => this.#end(),
      isDestroyed: () => !windows.has(this),
    });
  }

  #painted(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    this.events.emit('ready-to-show');
  }

  #close(): void {
    const event = preventable();
    this.events.emit('close', event);
    if (!event.defaultPrevented) this.#end();
  }

  #end(): void {
    if (windows.size === 1) void browser?.end();
    else void this.#page.attached.then(({ targetId }) => browser?.close(targetId));
  }

  /** Closed, by the app or by whoever sits before it. */
  gone(): void {
    if (!windows.delete(this)) return;
    this.#page.markDestroyed();
    this.events.emit('closed');
    if (windows.size > 0) return;
    // Without a display Chromium outlives its last page.
    void browser?.end();
    allWindowsClosed();
  }
}

beforeExit(() => browser?.end());

class BrowserWindow {
  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { window } = new HostedWindow(options);
    appEvents.emit('web-contents-created', preventable(), window.webContents);
    appEvents.emit('browser-window-created', preventable(), window);
    // biome-ignore lint/correctness/noConstructorReturn: the app gets the strict view, never the host's own state
    return window as unknown as BrowserWindow;
  }

  static getAllWindows(): Window[] {
    return [...windows].map(({ window }) => window);
  }

  static fromWebContents(contents: Window['webContents']): Window | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }
}

const strictConstructor = strict('BrowserWindow', BrowserWindow as unknown as BrowserWindowConstructor);

export { strictConstructor as BrowserWindow };
