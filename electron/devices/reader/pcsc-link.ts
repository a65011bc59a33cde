import { Worker } from 'node:worker_threads';
import type { PcscEvent } from './pcsc-session.ts';

export type ToWorker = 'ask' | 'stop';
export type FromWorker = PcscEvent | { readonly kind: 'alive' };

/** The way to whatever watches the card service. Tests put the session itself behind it. */
export interface PcscLink {
  send(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** It ended by itself: a fault in the package. */
  onEnded(listener: () => void): void;
  /** Ends it. False when it does not end because the service hangs. */
  end(): Promise<boolean>;
}

const endWithinMs = 500;

/** Where the worker's code lies: beside this file as a source, beside the bundle once built. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './pcsc-worker.ts' : './pcsc-worker.js', import.meta.url);
}

/** Starts the worker. */
export function startPcscWorker(): PcscLink {
  const worker = new Worker(workerUrl());
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  // An error of the package ends the worker; `exit` follows and is what counts.
  worker.on('error', () => {});
  worker.unref();
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onEnded: (listener) => void ended.then(listener),
    async end() {
      worker.postMessage('stop' satisfies ToWorker);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), endWithinMs);
      });
      const isEnded = await Promise.race([ended.then(() => true), late]);
      clearTimeout(timer);
      return isEnded;
    },
  };
}
