import type { PrinterState } from './port.ts';

/** A way to a printer that carries bytes and knows nothing of what they mean. Each transport is one, and no more. */
export interface BytePipe {
  readonly isOpen: boolean;
  /** Sends bytes, after those sent before; `onTaken` is called when nothing of them waits on our side any more. */
  send(bytes: Uint8Array, onTaken?: () => void): void;
  /** Forgets what still waits on our side, as far as the transport lets it. */
  dropWaiting(): void;
  /** Lets what was sent be taken, and goes. */
  close(): void;
  /** Goes at once: bytes still on the way are dropped here and not delivered when the printer wakes up. */
  abandon(): void;
}

/** Told by a pipe; nothing after `onClosed`, which comes once, whoever ended it. */
export interface PipeListener {
  onBytes(bytes: Uint8Array): void;
  onClosed(): void;
}

export type PipeOpening =
  | { readonly kind: 'open'; readonly pipe: BytePipe }
  | { readonly kind: 'refused'; readonly state: Extract<PrinterState, { kind: 'absent' | 'in-use' }> };

/** Where a printer is and how to get there. */
export interface PipeSource {
  /** May other stations want this printer? Then its connection is let go soon; else it is ours, and kept. */
  readonly isShared: boolean;
  /** Does a printer that another station has take a connection and hang up without a word? */
  readonly turnsAwayByHangingUp: boolean;
  /** Never rejects; answers within `timeoutMs` or a little later, and then has nothing open. */
  open(listener: PipeListener, timeoutMs: number): Promise<PipeOpening>;
}
