import type { BytePipe, PipeSource } from '../../electron/devices/receipt-printer/byte-pipe.ts';

/** Guards of the printing that a proof leaves out, to show that it would notice. */
export const printGuards = ['trust-write', 'keep-buffer', 'repeat-unknown'] as const;
export type PrintGuard = (typeof printGuards)[number];

const acknowledge = Buffer.from([0x1d, 0x72, 0x01]);
const clearBuffers = Buffer.from([0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08]);

/** A way to a printer on which one guard is of no use: its question is answered before the printer saw it. */
export function breakGuard(source: PipeSource, guard: PrintGuard | null): PipeSource {
  if (guard !== 'trust-write' && guard !== 'keep-buffer') return source;
  return {
    isShared: source.isShared,
    turnsAwayByHangingUp: source.turnsAwayByHangingUp,
    async open(listener, timeoutMs) {
      const opening = await source.open(listener, timeoutMs);
      if (opening.kind === 'refused') return opening;
      const say = (...bytes: readonly number[]): void =>
        void setImmediate(() => listener.onBytes(Uint8Array.from(bytes)));
      return { kind: 'open', pipe: deceived(opening.pipe, guard, say) };
    },
  };
}

function deceived(pipe: BytePipe, guard: PrintGuard, say: (...bytes: readonly number[]) => void): BytePipe {
  return {
    get isOpen() {
      return pipe.isOpen;
    },
    send(bytes, onTaken) {
      const isClearing = Buffer.from(bytes).equals(clearBuffers);
      if (guard === 'keep-buffer' && isClearing) {
        say(0x37, 0x25, 0x00);
        return;
      }
      // A finished write is taken for a printed receipt, as many programs do.
      if (guard === 'trust-write' && Buffer.from(bytes).subarray(-3).equals(acknowledge)) say(0x00);
      pipe.send(bytes, onTaken);
    },
    dropWaiting: () => pipe.dropWaiting(),
    close: () => pipe.close(),
    abandon: () => pipe.abandon(),
  };
}
