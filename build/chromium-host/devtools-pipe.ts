// The DevTools protocol over --remote-debugging-pipe: descriptor 3 to Chromium, 4 from it, JSON ended by NUL.
// A pipe belongs to this process alone; no port is opened that another user of the machine could connect to.
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

export interface DevtoolsEvents {
  'Target.attachedToTarget': {
    sessionId: string;
    targetInfo: { targetId: string; type: string; url: string; openerId?: string };
  };
  'Target.detachedFromTarget': { sessionId: string };
  'Inspector.targetCrashed': Record<string, never>;
  'Runtime.executionContextDestroyed': { executionContextId: number };
  'Runtime.executionContextsCleared': Record<string, never>;
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number };
  'Runtime.consoleAPICalled': { type: string; args: { value?: unknown; description?: string }[] };
  'Runtime.exceptionThrown': { exceptionDetails: ExceptionDetails & { executionContextId?: number } };
  'Page.frameNavigated': { frame: { id: string; parentId?: string; url: string } };
  'Page.windowOpen': { url: string };
  'Page.domContentEventFired': Record<string, never>;
  'Page.loadEventFired': Record<string, never>;
  'Page.lifecycleEvent': { name: string; frameId: string };
  'Fetch.requestPaused': PausedRequest;
}

export interface ExceptionDetails {
  text: string;
  exception?: { description?: string };
}

export interface PausedRequest {
  requestId: string;
  resourceType: string;
  frameId: string;
  request: { url: string; method: string; headers: Record<string, string>; postData?: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Every use after the end rejects with this; it says that Chromium is gone, not that a command was wrong. */
export class BrowserClosedError extends Error {}

export class DevtoolsPipe {
  readonly #input: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #events = new EventEmitter();
  #lastId = 0;
  #pieces: Buffer[] = [];
  #closed = false;

  constructor(input: Writable, output: Readable, onClosed: () => void) {
    this.#input = input;
    const end = () => {
      if (this.#closed) return;
      this.#closed = true;
      for (const { method, reject } of this.#waiting.values()) reject(new BrowserClosedError(`${method}: closed`));
      this.#waiting.clear();
      onClosed();
    };
    output.on('data', (chunk: Buffer) => this.#receive(chunk));
    output.on('close', end);
    output.on('error', end);
    input.on('error', end);
  }

  /** Rejects when Chromium refuses the command or is gone. */
  send<T = unknown>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    if (this.#closed) return Promise.reject(new BrowserClosedError(`${method}: closed`));
    const id = ++this.#lastId;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { method, resolve: resolve as (value: unknown) => void, reject });
      this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Listens to one session's events, or to the browser's own when no session is given. */
  on<K extends keyof DevtoolsEvents>(name: K, listener: (params: DevtoolsEvents[K]) => void, sessionId = ''): void {
    this.#events.on(`${sessionId}/${name}`, listener);
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let nul = chunk.indexOf(0); nul !== -1; nul = chunk.indexOf(0, start)) {
      this.#pieces.push(chunk.subarray(start, nul));
      const text = Buffer.concat(this.#pieces).toString('utf8');
      this.#pieces = [];
      start = nul + 1;
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.#pieces.push(chunk.subarray(start));
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      this.#events.emit(`${message.sessionId ?? ''}/${message.method}`, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }
}

/** The pipe as one page sees it. */
export class DevtoolsSession {
  readonly #pipe: DevtoolsPipe;
  readonly #id: string;

  constructor(pipe: DevtoolsPipe, id: string) {
    this.#pipe = pipe;
    this.#id = id;
  }

  send<T = unknown>(method: string, params: object = {}): Promise<T> {
    return this.#pipe.send<T>(method, params, this.#id);
  }

  /** For commands whose failure only says that page or browser went away meanwhile: that is told by its own event. */
  post(method: string, params: object = {}): void {
    this.send(method, params).catch(() => undefined);
  }

  on<K extends keyof DevtoolsEvents>(name: K, listener: (params: DevtoolsEvents[K]) => void): void {
    this.#pipe.on(name, listener, this.#id);
  }
}
