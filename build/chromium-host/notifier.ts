import { EventEmitter } from 'node:events';
import type { PreventableEvent, Subscribable } from './surface.ts';

/** A part's events: the app gets `subscription()`, only the host can `emit`. */
export class Notifier<Events extends { readonly [K in keyof Events]: readonly unknown[] }> {
  readonly #emitter = new EventEmitter();

  /** True when somebody listened. */
  emit<K extends keyof Events & string>(name: K, ...args: Events[K]): boolean {
    return this.#emitter.emit(name, ...args);
  }

  subscription(): Subscribable<Events> {
    type Listener = (...args: unknown[]) => void;
    return {
      on: (name, listener) => void this.#emitter.on(name as string, listener as Listener),
      once: (name, listener) => void this.#emitter.once(name as string, listener as Listener),
      off: (name, listener) => void this.#emitter.off(name as string, listener as Listener),
    };
  }
}

export function preventable(): PreventableEvent {
  let defaultPrevented = false;
  return {
    get defaultPrevented() {
      return defaultPrevented;
    },
    preventDefault() {
      defaultPrevented = true;
    },
  };
}
