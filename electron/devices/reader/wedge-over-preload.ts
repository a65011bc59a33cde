import { createOutlet } from './outlet.ts';
import type { Reader } from './port.ts';

/** A keyboard wedge: its keys are caught and decoded in the preload; here the text joins the other readings. */
export interface WedgeReader extends Reader {
  /** Takes one decoded burst, as it arrives from the preload. */
  deliver(text: string): void;
}

/**
 * Makes the adapter; `clock` gives milliseconds since the epoch. Always listening: a keyboard that is unplugged
 * cannot be told from one that nobody uses.
 */
export function createWedgeReader(clock: () => number): WedgeReader {
  const outlet = createOutlet('keyboard-wedge', clock, 'listening');
  return {
    name: 'keyboard-wedge',
    get state() {
      return outlet.state;
    },
    listen: outlet.listen,
    onStateChanged: outlet.onStateChanged,
    deliver: (text) => outlet.deliver({ kind: 'text', text }),
    close: async () => outlet.shut(),
  };
}
