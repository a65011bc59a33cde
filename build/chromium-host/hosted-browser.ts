// The one Chromium behind all windows: it starts with the first one and ends with the last.
import { type Browser, type BrowserOptions, startBrowser } from './browser.ts';
import { DevtoolsSession } from './devtools-pipe.ts';
import type { AttachedPage } from './web-contents.ts';

const closeTimeoutMs = 3_000;
/** A window opens with an empty page of the host's own. */
const emptyPage = 'data:text/html,<title>Wallet Till</title>';

export interface NewWindow {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isFullScreen: boolean;
}

/** A page with what tells that it is gone. */
export interface OwnedPage {
  readonly attached: Promise<AttachedPage>;
  /** Resolves when its window was closed, by whomever, or Chromium ended. */
  readonly gone: Promise<void>;
}

interface Arrival extends AttachedPage {
  readonly gone: Promise<void>;
}

export class HostedBrowser {
  readonly first: OwnedPage;
  readonly #browser: Browser;
  readonly #exited: Promise<void>;
  readonly #leaving = new Map<string, () => void>();
  /** Windows that the host has asked for and not yet got. */
  #opening = 0;
  /** Pages that came meanwhile: one of them is the window, any other was opened by a page. */
  readonly #unclaimed = new Map<string, Arrival>();
  readonly #claims = new Map<string, (arrival: Arrival) => void>();
  #takeFirst: ((arrival: Arrival) => void) | null = null;

  constructor(options: BrowserOptions, onClosed: () => void) {
    this.#browser = startBrowser(options, () => {
      for (const leave of this.#leaving.values()) leave();
      onClosed();
    });
    this.#exited = new Promise((resolve) => this.#browser.process.once('exit', () => resolve()));
    const arrival = new Promise<Arrival>((resolve) => {
      this.#takeFirst = resolve;
    });
    this.first = this.#own(this.#listen().then(() => arrival));
  }

  /** Opens one more window. */
  open(window: NewWindow): OwnedPage {
    return this.#own(this.#create(window));
  }

  /** Ends Chromium and waits until it has let go of its profile, killing it if it takes too long. */
  async end(): Promise<void> {
    const timer = setTimeout(() => this.#browser.process.kill('SIGKILL'), closeTimeoutMs);
    this.#browser.pipe.send('Browser.close').catch(() => undefined);
    await this.#exited;
    clearTimeout(timer);
  }

  close(targetId: string): void {
    this.#browser.pipe.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }

  #own(arrival: Promise<Arrival>): OwnedPage {
    return { attached: arrival, gone: arrival.then(({ gone }) => gone) };
  }

  /** Every page stops before it runs anything, whoever opened it. */
  async #listen(): Promise<void> {
    const { pipe } = this.#browser;
    pipe.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, type } }) => {
      const session = new DevtoolsSession(pipe, sessionId);
      if (type !== 'page') {
        session.post('Runtime.runIfWaitingForDebugger');
        return;
      }
      const gone = new Promise<void>((resolve) => this.#leaving.set(sessionId, resolve));
      this.#arrived({ session, targetId, gone });
    });
    pipe.on('Target.detachedFromTarget', ({ sessionId }) => this.#leaving.get(sessionId)?.());
    await pipe.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  /** What the host did not ask for was opened by a page and is closed before it runs anything. */
  #arrived(arrival: Arrival): void {
    const take = this.#takeFirst ?? this.#claims.get(arrival.targetId);
    if (take !== undefined) {
      this.#takeFirst = null;
      take(arrival);
    } else if (this.#opening > 0) {
      this.#unclaimed.set(arrival.targetId, arrival);
    } else {
      this.close(arrival.targetId);
    }
  }

  async #create({ x, y, widthPx, heightPx, isFullScreen }: NewWindow): Promise<Arrival> {
    this.#opening += 1;
    try {
      const { targetId } = await this.#browser.pipe.send<{ targetId: string }>('Target.createTarget', {
        url: emptyPage,
        newWindow: true,
        left: x,
        top: y,
        width: widthPx,
        height: heightPx,
        windowState: isFullScreen ? 'fullscreen' : 'normal',
      });
      const arrival = this.#unclaimed.get(targetId);
      this.#unclaimed.delete(targetId);
      return arrival ?? (await new Promise<Arrival>((resolve) => this.#claims.set(targetId, resolve)));
    } finally {
      this.#opening -= 1;
      if (this.#opening === 0) {
        for (const targetId of this.#unclaimed.keys()) this.close(targetId);
        this.#unclaimed.clear();
      }
    }
  }
}
