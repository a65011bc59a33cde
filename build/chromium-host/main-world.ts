// Runs first in the page's own world: the far side of the context bridge. It takes hold of the DOM's functions before any
// script of the page could replace them.
import { decode, encode } from './clone.ts';
import { type Crossing, isAppPage, isPlainObject, type ToPage, type ToPreload } from './wire.ts';

/** Unguessable name of this page's bridge, put in front of this script by the host. */
declare const tillNonce: string;

type Callable = (...args: unknown[]) => unknown;

function openBridge(): void {
  const page = document;
  const MakeEvent = CustomEvent;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const { parse, stringify } = JSON;

  const answers = new Map<number, ToPage>();
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const callbackIds = new WeakMap<Callable, number>();
  const callbacks = new Map<number, Callable>();
  let lastCall = 0;
  let lastCallback = 0;

  function outward(value: unknown): Crossing {
    if (typeof value === 'function') {
      // One number for one function: `on` and `off` with the same listener must meet.
      const known = callbackIds.get(value as Callable);
      const id = known ?? ++lastCallback;
      callbackIds.set(value as Callable, id);
      callbacks.set(id, value as Callable);
      return { kind: 'function', id };
    }
    if (isPlainObject(value)) {
      return { kind: 'object', entries: Object.fromEntries(Object.entries(value).map(([k, v]) => [k, outward(v)])) };
    }
    return { kind: 'data', data: encode(value) };
  }

  function callPreload(id: number, args: readonly unknown[]): unknown {
    const call = ++lastCall;
    const message: ToPreload = { call, id, args: args.map(outward) };
    // Dispatching is synchronous: the answer is there when it returns.
    dispatch.call(page, new MakeEvent(`${tillNonce}-to-preload`, { detail: stringify(message) }));
    const answer = answers.get(call);
    answers.delete(call);
    if (answer?.kind === 'returned') return inward(answer.value);
    throw new Error(answer?.kind === 'threw' ? answer.message : 'the preload did not answer');
  }

  function inward(crossing: Crossing): unknown {
    switch (crossing.kind) {
      case 'function':
        return (...args: unknown[]) => callPreload(crossing.id, args);
      case 'object':
        return Object.freeze(Object.fromEntries(Object.entries(crossing.entries).map(([k, v]) => [k, inward(v)])));
      case 'promise':
        return new Promise((resolve, reject) => promises.set(crossing.id, { resolve, reject }));
      case 'data':
        return decode(crossing.data);
    }
  }

  function receive(message: ToPage): void {
    switch (message.kind) {
      case 'expose':
        Object.defineProperty(window, message.key, { value: inward(message.value), enumerable: true });
        return;
      case 'returned':
      case 'threw':
        answers.set(message.call, message);
        return;
      case 'fulfilled':
        promises.get(message.promise)?.resolve(inward(message.value));
        promises.delete(message.promise);
        return;
      case 'broken':
        promises.get(message.promise)?.reject(new Error(message.message));
        promises.delete(message.promise);
        return;
      case 'callback':
        callbacks.get(message.id)?.(...message.args.map(inward));
    }
  }

  page.addEventListener(`${tillNonce}-to-page`, (event) => receive(parse((event as CustomEvent<string>).detail)));
}

/**
 * An address like about:blank is reached without a request, so the host cannot ask the app's `will-navigate` about it as
 * Electron does: it refuses it by itself. Whatever takes a request is asked about.
 */
function refuseUnaskableNavigation(): void {
  navigation.addEventListener('navigate', (event) => {
    if (!/^https?:/.test(event.destination.url)) event.preventDefault();
  });
}

if (isAppPage()) {
  openBridge();
  refuseUnaskableNavigation();
}
