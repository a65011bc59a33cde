// `BrowserWindow`: the one window. Chromium starts with it and ends with it.
import { allWindowsClosed, app, appEvents, beforeExit } from './app.ts';
import { type Browser, startBrowser } from './browser.ts';
import { DevtoolsSession } from './devtools-pipe.ts';
import { Notifier, preventable } from './notifier.ts';
import { strict } from './strict.ts';
import type {
  BrowserWindowConstructor,
  BrowserWindowConstructorOptions,
  BrowserWindowEvents,
  BrowserWindow as Window,
} from './surface.ts';
import { type AttachedPage, HostedPage } from './web-contents.ts';

const closeTimeoutMs = 3_000;

class HostedWindow {
  readonly events = new Notifier<BrowserWindowEvents>();
  readonly window: Window;
  readonly #page: HostedPage;
  readonly #browser: Browser;
  readonly #isKiosk: boolean;
  #isDestroyed = false;
  #isShown = false;
  readonly #exited: Promise<void>;

  constructor(options: BrowserWindowConstructorOptions) {
    this.#isKiosk = options.kiosk ?? false;
    this.#browser = startBrowser(
      {
        userDataDir: app.getPath('userData'),
        widthPx: options.width ?? 800,
        heightPx: options.height ?? 600,
        isKiosk: this.#isKiosk,
      },
      () => this.#gone(),
    );
    this.#exited = new Promise((resolve) => this.#browser.process.once('exit', () => resolve()));
    this.#page = new HostedPage(this.#attach(), options.webPreferences?.preload, () => this.#painted());
    this.window = this.#expose();
  }

  /** Ends Chromium and waits until it has let go of its profile, killing it if it takes too long. */
  async end(): Promise<void> {
    const timer = setTimeout(() => this.#browser.process.kill('SIGKILL'), closeTimeoutMs);
    this.#browser.pipe.send('Browser.close').catch(() => undefined);
    await this.#exited;
    clearTimeout(timer);
  }

  #expose(): Window {
    const doNothing = () => undefined;
    return strict<Window>('BrowserWindow', {
      ...this.events.subscription(),
      id: 1,
      webContents: this.#page.contents,
      loadURL: (url) => this.#page.contents.loadURL(url),
      // The window is there from the start.
      show: doNothing,
      focus: () => void this.#page.attached.then(({ session }) => session.post('Page.bringToFront')),
      isMinimized: () => false,
      restore: doNothing,
      removeMenu: doNothing,
      isKiosk: () => this.#isKiosk,
      close: () => this.#close(),
      destroy: () => void this.end(),
      isDestroyed: () => this.#isDestroyed,
    });
  }

  /** The first page is the window's; every later one was opened by the page and is closed before it runs anything. */
  async #attach(): Promise<AttachedPage> {
    const { pipe } = this.#browser;
    const attached = new Promise<AttachedPage>((resolve) => {
      let windowSession: string | null = null;
      pipe.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, type } }) => {
        const session = new DevtoolsSession(pipe, sessionId);
        if (type !== 'page') {
          session.post('Runtime.runIfWaitingForDebugger');
        } else if (windowSession !== null) {
          pipe.send('Target.closeTarget', { targetId }).catch(() => undefined);
        } else {
          windowSession = sessionId;
          resolve({ session, targetId });
        }
      });
      // Without a display Chromium outlives its last page.
      pipe.on('Target.detachedFromTarget', ({ sessionId }) => {
        if (sessionId === windowSession) void this.end();
      });
    });
    await pipe.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    return attached;
  }

  #painted(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    this.events.emit('ready-to-show');
  }

  #close(): void {
    const event = preventable();
    this.events.emit('close', event);
    if (!event.defaultPrevented) void this.end();
  }

  #gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#page.markDestroyed();
    current = null;
    this.events.emit('closed');
    allWindowsClosed();
  }
}

let current: HostedWindow | null = null;
beforeExit(() => current?.end());

class BrowserWindow {
  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    if (current !== null) throw new Error('The Chromium host has one window only');
    const hosted = new HostedWindow(options);
    current = hosted;
    appEvents.emit('web-contents-created', preventable(), hosted.window.webContents);
    appEvents.emit('browser-window-created', preventable(), hosted.window);
    // biome-ignore lint/correctness/noConstructorReturn: the app gets the strict view, never the host's own state
    return hosted.window as unknown as BrowserWindow;
  }

  static getAllWindows(): Window[] {
    return current === null ? [] : [current.window];
  }

  static fromWebContents(contents: Window['webContents']): Window | null {
    return current?.window.webContents === contents ? current.window : null;
  }
}

const strictConstructor = strict('BrowserWindow', BrowserWindow as unknown as BrowserWindowConstructor);

export { strictConstructor as BrowserWindow };
