// `webContents`: the page of one window, over its DevTools session.
import { appEvents } from './app.ts';
import type { DevtoolsSession, ExceptionDetails } from './devtools-pipe.ts';
import { Notifier, preventable } from './notifier.ts';
import { PageIpc } from './page-ipc.ts';
import { interceptRequests } from './page-requests.ts';
import { toAppUrl, toBrowserUrl } from './schemes.ts';
import { deniedPermissions, session as sessions } from './session.ts';
import { strict } from './strict.ts';
import type { ConsoleMessageDetails, InputEvent, WebContents, WebContentsEvents, WebFrameMain } from './surface.ts';

export interface AttachedPage {
  readonly session: DevtoolsSession;
  readonly targetId: string;
}

/** `net::ERR_ABORTED`, which Electron gives for a load that was stopped. */
const abortedCode = -3;
const consoleLevels: Readonly<Record<string, ConsoleMessageDetails['level']>> = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
};

let lastId = 0;

export class HostedPage {
  readonly #id = ++lastId;
  readonly events = new Notifier<WebContentsEvents>();
  /** What the app holds. */
  readonly contents: WebContents;
  readonly #preloadFile: string | undefined;
  readonly #attached: Promise<AttachedPage>;
  readonly #frame: { url: string; readonly origin: string; readonly parent: null };
  readonly #onFirstPaint: () => void;
  #ipc: PageIpc | null = null;
  #mainFrameId = '';
  #awaitedUrl: string | null = null;
  #isGone = false;
  #isDestroyed = false;
  #openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | null = null;

  constructor(page: Promise<AttachedPage>, preloadFile: string | undefined, onFirstPaint: () => void) {
    this.#preloadFile = preloadFile;
    this.#onFirstPaint = onFirstPaint;
    this.#frame = {
      url: '',
      get origin() {
        return this.url.split('/').slice(0, 3).join('/');
      },
      parent: null,
    };
    this.#attached = page.then(async (attached) => {
      await this.#prepare(attached);
      return attached;
    });
    this.#attached.catch((error) => console.error('The page could not be prepared:', error));
    this.contents = this.#expose(strict<WebFrameMain>('WebFrameMain', this.#frame));
  }

  markDestroyed(): void {
    this.#isDestroyed = true;
  }

  get attached(): Promise<AttachedPage> {
    return this.#attached;
  }

  #expose(mainFrame: WebFrameMain): WebContents {
    return strict<WebContents>('webContents', {
      ...this.events.subscription(),
      id: this.#id,
      session: sessions.defaultSession,
      mainFrame,
      send: (channel, ...args) => this.#ipc?.sendEvent(channel, args),
      loadURL: (url) => this.#load(url),
      getURL: () => this.#frame.url,
      reload: () => void this.#reload().catch(() => undefined),
      executeJavaScript: (code) => this.#execute(code),
      capturePage: () => this.#capture(),
      sendInputEvent: (event) => void this.#attached.then(({ session }) => dispatchInput(session, event)),
      setWindowOpenHandler: (handler) => {
        this.#openHandler = handler;
      },
      forcefullyCrashRenderer: () => void this.#attached.then(({ session }) => session.post('Page.crash')),
      isDestroyed: () => this.#isDestroyed,
    });
  }

  /** Everything that has to stand before the page may run: it waits for the debugger until then. */
  async #prepare({ session, targetId }: AttachedPage): Promise<void> {
    this.#mainFrameId = targetId;
    this.#ipc = new PageIpc(session, {
      eventFor: (isCurrent) => ({
        sender: this.contents,
        senderFrame: isCurrent ? this.contents.mainFrame : null,
      }),
      preloadFailed: (error) => this.events.emit('preload-error', preventable(), this.#preloadFile ?? '', error),
    });
    this.#follow(session);
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Inspector.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
      ...deniedPermissions().map((name) =>
        session.send('Browser.setPermission', { permission: { name }, setting: 'denied' }),
      ),
      this.#ipc.inject(this.#preloadFile),
      interceptRequests(session, {
        mainFrameId: () => this.#mainFrameId,
        currentUrl: () => this.#frame.url,
        isOwn: (url) => this.#takeAwaited(url),
        willNavigate: (details) => this.events.emit('will-navigate', details, details.url),
      }),
    ]);
    await session.send('Runtime.runIfWaitingForDebugger');
  }

  #follow(session: DevtoolsSession): void {
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#mainFrameId = frame.id;
      this.#isGone = false;
      this.#frame.url = toAppUrl(frame.url);
      this.events.emit('did-navigate', preventable(), this.#frame.url);
    });
    session.on('Page.domContentEventFired', () => this.#emitForApp('dom-ready', preventable()));
    session.on('Page.loadEventFired', () => this.#emitForApp('did-finish-load'));
    session.on('Page.lifecycleEvent', ({ name, frameId }) => {
      if (name === 'firstPaint' && frameId === this.#mainFrameId && this.#showsApp()) this.#onFirstPaint();
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' ');
      this.events.emit('console-message', { level: consoleLevels[type] ?? 'info', message });
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      this.events.emit('console-message', { level: 'error', message: describe(exceptionDetails) });
    });
    session.on('Inspector.targetCrashed', () => this.#crashed());
    // The app is told of a window that the page tried to open; it can only say no.
    session.on('Page.windowOpen', ({ url }) => this.#openHandler?.({ url: toAppUrl(url) }));
  }

  /** The window opens with an empty page of the host's own, which is nothing the app should hear of. */
  #showsApp(): boolean {
    return this.#frame.url !== '' && !this.#frame.url.startsWith('data:');
  }

  #emitForApp<K extends 'dom-ready' | 'did-finish-load'>(name: K, ...args: WebContentsEvents[K]): void {
    if (this.#showsApp()) this.events.emit(name, ...args);
  }

  #crashed(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    const details = { reason: 'crashed', exitCode: 0 } as const;
    this.events.emit('render-process-gone', preventable(), details);
    appEvents.emit('render-process-gone', preventable(), this.contents, details);
  }

  #takeAwaited(url: string): boolean {
    if (url !== this.#awaitedUrl) return false;
    this.#awaitedUrl = null;
    return true;
  }

  async #load(url: string): Promise<void> {
    const { session } = await this.#attached;
    this.#awaitedUrl = url;
    const finished = new Promise<void>((resolve) => this.events.subscription().once('did-finish-load', resolve));
    const { errorText } = await session.send<{ errorText?: string }>('Page.navigate', { url: toBrowserUrl(url) });
    if (errorText === undefined) return finished;
    this.events.emit('did-fail-load', preventable(), abortedCode, errorText, url);
    throw new Error(`${errorText} (${abortedCode}) loading '${url}'`);
  }

  async #reload(): Promise<void> {
    const { session } = await this.#attached;
    // A crashed page has nothing to reload; it is loaded anew.
    if (this.#isGone) await this.#load(this.#frame.url);
    else await session.send('Page.reload');
  }

  async #execute(code: string): Promise<unknown> {
    const { session } = await this.#attached;
    const { result, exceptionDetails } = await session.send<{
      result: { value?: unknown };
      exceptionDetails?: ExceptionDetails;
    }>('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails !== undefined) throw new Error(describe(exceptionDetails));
    return result.value;
  }

  async #capture(): Promise<{ toPNG(): Buffer }> {
    const { session } = await this.#attached;
    const { data } = await session.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    return { toPNG: () => Buffer.from(data, 'base64') };
  }
}

function describe({ exception, text }: ExceptionDetails): string {
  return exception?.description ?? text;
}

function dispatchInput(session: DevtoolsSession, event: InputEvent): void {
  if (event.type === 'char') {
    session.post('Input.dispatchKeyEvent', { type: 'char', text: event.keyCode });
    return;
  }
  const types = { mouseDown: 'mousePressed', mouseUp: 'mouseReleased', mouseMove: 'mouseMoved' } as const;
  const { x, y } = event;
  const pressed = event.type === 'mouseMove' ? {} : { button: 'left', clickCount: event.clickCount ?? 1 };
  session.post('Input.dispatchMouseEvent', { type: types[event.type], x, y, ...pressed });
}
