// Runs in an isolated world of the page, as Electron's preload does with context isolation: same DOM, other globals.
// It gives preload.cjs its `require('electron')`.
import { decode, encode } from './clone.ts';
import type { IpcRenderer } from './surface.ts';
import {
  bindingName,
  type Crossing,
  type FromHost,
  isAppPage,
  isPlainObject,
  messageOf,
  receiverName,
  type ToHost,
  type ToPage,
  type ToPreload,
} from './wire.ts';

/** Unguessable name of this page's bridge, and the app's preload, both put in front of this script by the host. */
declare const tillNonce: string;
declare const tillPreload: (require: (id: string) => unknown, module: object, exports: object) => void;

type Callable = (...args: unknown[]) => unknown;
type Listener = Parameters<IpcRenderer['on']>[1];

function openIpc(): IpcRenderer {
  const globals = globalThis as unknown as Record<string, unknown>;
  const deliver = globals[bindingName] as (message: string) => void;
  const send = (message: ToHost) => deliver(JSON.stringify(message));
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Set<Listener>>();
  let lastId = 0;

  const ipcRenderer: IpcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        const encoded = args.map(encode);
        waiting.set(id, { resolve, reject });
        send({ kind: 'invoke', id, channel, args: encoded });
      }),
    send: (channel, ...args) => send({ kind: 'send', channel, args: args.map(encode) }),
    on: (channel, listener) => {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
    },
    off: (channel, listener) => void listeners.get(channel)?.delete(listener),
  };

  function receive(message: FromHost): void {
    if (message.kind === 'event') {
      const args = decode(message.args) as unknown[];
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({ sender: ipcRenderer }, ...args);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'resolved') asked?.resolve(decode(message.value));
    else asked?.reject(new Error(message.message));
  }

  globals[receiverName] = (text: string) => receive(JSON.parse(text));
  send({ kind: 'started' });
  return ipcRenderer;
}

/** What crosses: copies of plain data, functions both ways, promises outward; DOM events carry it between the worlds. */
function openContextBridge(): { exposeInMainWorld(key: string, api: unknown): void } {
  const exposed = new Map<number, Callable>();
  const callbacks = new Map<number, Callable>();
  let lastId = 0;

  const tell = (message: ToPage) =>
    document.dispatchEvent(new CustomEvent(`${tillNonce}-to-page`, { detail: JSON.stringify(message) }));

  function outward(value: unknown): Crossing {
    if (typeof value === 'function') {
      const id = ++lastId;
      exposed.set(id, value as Callable);
      return { kind: 'function', id };
    }
    if (value instanceof Promise) {
      const promise = ++lastId;
      value.then(
        (result) => tell({ kind: 'fulfilled', promise, value: outward(result) }),
        (error) => tell({ kind: 'broken', promise, message: messageOf(error) }),
      );
      return { kind: 'promise', id: promise };
    }
    if (isPlainObject(value)) {
      return { kind: 'object', entries: Object.fromEntries(Object.entries(value).map(([k, v]) => [k, outward(v)])) };
    }
    return { kind: 'data', data: encode(value) };
  }

  function inward(crossing: Crossing): unknown {
    if (crossing.kind === 'object') {
      return Object.fromEntries(Object.entries(crossing.entries).map(([k, v]) => [k, inward(v)]));
    }
    if (crossing.kind === 'data') return decode(crossing.data);
    const { id } = crossing;
    const known = callbacks.get(id) ?? ((...args) => void tell({ kind: 'callback', id, args: args.map(outward) }));
    callbacks.set(id, known);
    return known;
  }

  document.addEventListener(`${tillNonce}-to-preload`, (event) => {
    const { call, id, args } = JSON.parse((event as CustomEvent<string>).detail) as ToPreload;
    try {
      tell({ kind: 'returned', call, value: outward(exposed.get(id)?.(...args.map(inward))) });
    } catch (error) {
      tell({ kind: 'threw', call, message: messageOf(error) });
    }
  });
  return { exposeInMainWorld: (key, api) => void tell({ kind: 'expose', key, value: outward(api) }) };
}

function runPreload(): void {
  const globals = globalThis as unknown as Record<string, (message: string) => void>;
  const deliver = globals[bindingName];
  const electron = { ipcRenderer: openIpc(), contextBridge: openContextBridge() };
  const module = { exports: {} };
  const require = (id: string): unknown => {
    if (id === 'electron') return electron;
    throw new Error(`module not found: ${id}`);
  };
  try {
    tillPreload(require, module, module.exports);
  } catch (error) {
    const failed: ToHost = { kind: 'preload-failed', message: messageOf(error) };
    deliver?.(JSON.stringify(failed));
  }
}

if (isAppPage()) runPreload();
