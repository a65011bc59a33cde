import type { Printer, StationEvents } from './printer.ts';

interface PipeListener {
  onBytes(bytes: Uint8Array): void;
  onClosed(): void;
}

/** A way to the printer without a socket, in the shape that the till's adapters take. */
export interface InProcessWay {
  readonly isShared: false;
  readonly turnsAwayByHangingUp: false;
  open(listener: PipeListener, timeoutMs: number): Promise<InProcessOpening>;
}

export type InProcessOpening =
  | { readonly kind: 'open'; readonly pipe: InProcessPipe }
  | { readonly kind: 'refused'; readonly state: { readonly kind: 'absent' } | { readonly kind: 'in-use' } };

export interface InProcessPipe {
  readonly isOpen: boolean;
  send(bytes: Uint8Array, onTaken?: () => void): void;
  dropWaiting(): void;
  close(): void;
  abandon(): void;
}

/** As much as goes over a cable at once. */
const transferBytes = 64;

/** Turns of the loop, as a cable would: what is sent arrives later, and in order. */
const later = (run: () => void): void => void setImmediate(run);

/** Connects a station and a printer of the same process. */
export function createInProcessWay(printer: Printer): InProcessWay {
  return {
    isShared: false,
    turnsAwayByHangingUp: false,
    async open(listener) {
      if (printer.has('off')) return { kind: 'refused', state: { kind: 'absent' } };
      const connection = connect(printer, listener);
      return connection === null ? { kind: 'refused', state: { kind: 'in-use' } } : { kind: 'open', pipe: connection };
    },
  };
}

function connect(printer: Printer, listener: PipeListener): InProcessPipe | null {
  let isOpen = true;
  let waiting: { readonly bytes: Uint8Array; readonly onTaken: (() => void) | undefined }[] = [];

  function end(): void {
    if (!isOpen) return;
    isOpen = false;
    waiting = [];
    stopListening();
    events?.onEnded();
    later(() => listener.onClosed());
  }

  function deliver(): void {
    const [next] = waiting;
    if (next === undefined || !isOpen || printer.has('stalled')) return;
    const transfer = next.bytes.subarray(0, transferBytes);
    const rest = next.bytes.subarray(transferBytes);
    if (rest.length > 0) waiting[0] = { bytes: rest, onTaken: next.onTaken };
    else waiting.shift();
    events?.onBytes(transfer);
    if (isOpen && rest.length === 0) next.onTaken?.();
    later(deliver);
  }
  const stopListening = printer.onGoOn(() => later(deliver));

  const events: StationEvents | null = printer.attach({
    get isOpen() {
      return isOpen;
    },
    write: (bytes) => {
      const copy = Uint8Array.from(bytes);
      later(() => {
        if (isOpen) listener.onBytes(copy);
      });
    },
    end: () => end(),
  });
  if (events === null) {
    stopListening();
    return null;
  }

  return {
    get isOpen() {
      return isOpen;
    },
    send(bytes, onTaken) {
      waiting.push({ bytes, onTaken });
      later(deliver);
    },
    dropWaiting() {
      waiting = [];
    },
    close: end,
    abandon: end,
  };
}
