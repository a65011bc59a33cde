// The preload's world: injects it into every page of the window and carries its messages.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decode, encode } from './clone.ts';
import type { DevtoolsSession } from './devtools-pipe.ts';
import { answerInvoke, deliverMessage } from './ipc-main.ts';
import type { IpcMainEvent } from './surface.ts';
import { bindingName, type FromHost, isolatedWorldName, receiverName, type ToHost } from './wire.ts';

export interface IpcPeer {
  /** The event for a message; `isCurrent` is false when the frame that sent it is gone. */
  readonly eventFor: (isCurrent: boolean) => IpcMainEvent;
  readonly preloadFailed: (error: Error) => void;
}

function injectedScript(name: string, prelude: string): string {
  const script = readFileSync(path.join(import.meta.dirname, `${name}.js`), 'utf8');
  return `(() => {\n${prelude}\n${script}\n})()`;
}

export class PageIpc {
  readonly #session: DevtoolsSession;
  readonly #peer: IpcPeer;
  /** The preload's world of the page that is there now; 0 for none. */
  #worldId = 0;

  constructor(session: DevtoolsSession, peer: IpcPeer) {
    this.#session = session;
    this.#peer = peer;
    const forget = () => {
      this.#worldId = 0;
    };
    session.on('Runtime.executionContextsCleared', forget);
    session.on('Inspector.targetCrashed', forget);
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#worldId) forget();
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName) void this.#receive(JSON.parse(payload) as ToHost, executionContextId);
    });
  }

  /** Must be done before the page runs anything. */
  async inject(preloadFile: string | undefined): Promise<void> {
    const preload = preloadFile === undefined ? '' : readFileSync(preloadFile, 'utf8');
    const nonce = `const tillNonce = ${JSON.stringify(randomBytes(16).toString('hex'))};`;
    const withPreload = `${nonce}\nconst tillPreload = function (require, module, exports) {\n${preload}\n};`;
    await Promise.all([
      this.#session.send('Runtime.addBinding', { name: bindingName, executionContextName: isolatedWorldName }),
      this.#session.send('Page.addScriptToEvaluateOnNewDocument', { source: injectedScript('main-world', nonce) }),
      this.#session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: injectedScript('isolated-world', withPreload),
        worldName: isolatedWorldName,
      }),
    ]);
  }

  /** Tells the page; without a page there is nobody to tell. */
  sendEvent(channel: string, args: readonly unknown[]): void {
    const encoded = args.map(encode);
    if (this.#worldId !== 0) this.#deliver({ kind: 'event', channel, args: encoded }, this.#worldId);
  }

  #deliver(message: FromHost, worldId: number): void {
    this.#session.post('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { ${receiverName}(text); }`,
      executionContextId: worldId,
      arguments: [{ value: JSON.stringify(message) }],
      silent: true,
    });
  }

  async #receive(message: ToHost, worldId: number): Promise<void> {
    switch (message.kind) {
      case 'started':
        this.#worldId = worldId;
        return;
      case 'preload-failed':
        return this.#peer.preloadFailed(new Error(message.message));
      case 'send':
        return deliverMessage(this.#eventFrom(worldId), message.channel, decode(message.args) as unknown[]);
      case 'invoke':
        return this.#deliver(await this.#answer(message, worldId), worldId);
    }
  }

  async #answer({ id, channel, args }: ToHost & { kind: 'invoke' }, worldId: number): Promise<FromHost> {
    try {
      const value = await answerInvoke(this.#eventFrom(worldId), channel, decode(args) as unknown[]);
      return { kind: 'resolved', id, value: encode(value) };
    } catch (error) {
      // Electron's own words on both sides.
      console.error(`Error occurred in handler for '${channel}':`, error);
      return { kind: 'rejected', id, message: `Error invoking remote method '${channel}': ${error}` };
    }
  }

  #eventFrom(worldId: number): IpcMainEvent {
    return this.#peer.eventFor(worldId === this.#worldId);
  }
}
