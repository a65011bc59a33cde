/** The operations that a fault can be limited to. */
export type FaultTarget = 'wallet' | 'balance' | 'receipt' | 'sufficient-amount' | 'server';

/** `on`: this operation only, else every one. `times`: so many answers, then the fault is gone. */
interface FaultScope {
  readonly on?: FaultTarget;
  readonly times?: number;
}

/** What stands in the way of an answer. */
export type Obstacle =
  /** The API's own error, before authentication, as a front end would answer. */
  | { readonly kind: 'error'; readonly status: number; readonly code: string }
  /** A page of a proxy or a portal; status 200 unless given. */
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'empty-body' }
  /** Half of the body. `reframed`: Content-Length fits that half; otherwise it promises the whole. */
  | { readonly kind: 'cut-off'; readonly reframed?: boolean }
  /** The request is taken and nothing ever comes back. */
  | { readonly kind: 'silent' }
  /** The request is taken and the connection is reset. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'rate-limit' };

/** Things that go wrong on demand; several may be on at once. */
export type WalletFault =
  | (FaultScope & (Obstacle | { readonly kind: 'latency'; readonly ms: number }))
  /** The feature is not enabled for this client: receipts are forbidden. */
  | { readonly kind: 'receipt-not-enabled'; readonly times?: number }
  /** The server's clock is ahead by so many seconds (behind, if negative), in `GET /server` and in authentication. */
  | { readonly kind: 'clock-skew'; readonly seconds: number };

export interface FaultsOfOneAnswer {
  readonly latencyMs: number;
  readonly obstacle: Obstacle | null;
  readonly receiptsDisabled: boolean;
}

export interface FaultBoard {
  set(faults: readonly WalletFault[]): void;
  /** What happens to the next answer of an operation (null: a path nobody knows); counts `times` down. */
  take(operation: FaultTarget | null): FaultsOfOneAnswer;
  clockSkewSeconds(): number;
}

interface ActiveFault {
  readonly fault: WalletFault;
  remaining: number;
}

/** Keeps the faults that are on. Latencies add up; of several obstacles the first one set is met. */
export function createFaultBoard(): FaultBoard {
  let active: ActiveFault[] = [];

  return {
    set(faults) {
      active = faults.map((fault) => ({
        fault,
        remaining: ('times' in fault ? fault.times : undefined) ?? Number.POSITIVE_INFINITY,
      }));
    },
    take(operation) {
      let latencyMs = 0;
      let obstacle: Obstacle | null = null;
      let receiptsDisabled = false;
      for (const entry of active.filter(({ fault }) => concerns(fault, operation))) {
        const { fault } = entry;
        if (fault.kind === 'clock-skew') continue;
        if (fault.kind === 'latency') latencyMs += fault.ms;
        else if (fault.kind === 'receipt-not-enabled') receiptsDisabled = true;
        else if (obstacle === null) obstacle = fault;
        else continue;
        entry.remaining -= 1;
      }
      active = active.filter(({ remaining }) => remaining > 0);
      return { latencyMs, obstacle, receiptsDisabled };
    },
    clockSkewSeconds() {
      return active.reduce((sum, { fault }) => sum + (fault.kind === 'clock-skew' ? fault.seconds : 0), 0);
    },
  };
}

function concerns(fault: WalletFault, operation: FaultTarget | null): boolean {
  if (fault.kind === 'receipt-not-enabled') return operation === 'receipt';
  return !('on' in fault) || fault.on === undefined || fault.on === operation;
}
