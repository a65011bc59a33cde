import { z } from 'zod';
import { type Operation, operations } from './routes.ts';

/** The operations that a fault can be limited to. */
export type FaultTarget = Operation;

/** `on`: this operation only, else every one. `times`: so many answers, then the fault is gone. */
const scope = { on: z.enum(operations).optional(), times: z.int().positive().optional() };
const Status = z.int().min(200).max(599);
const Ms = z.int().min(0).max(600_000);

/** What stands in the way of an answer. */
const obstacles = [
  /** An error as a front end would answer, before the API saw the request; `late`: after it did what was asked. */
  z.strictObject({
    kind: z.literal('error'),
    status: Status,
    code: z.string().max(64),
    late: z.boolean().optional(),
    ...scope,
  }),
  /** A page of a proxy or a portal; status 200 unless given. */
  z.strictObject({ kind: z.literal('html'), status: Status.optional(), late: z.boolean().optional(), ...scope }),
  z.strictObject({ kind: z.literal('empty-body'), ...scope }),
  /** Half of the body. `reframed`: Content-Length fits that half; otherwise it promises the whole. */
  z.strictObject({ kind: z.literal('cut-off'), reframed: z.boolean().optional(), ...scope }),
  /** The request is taken and done, and nothing ever comes back. */
  z.strictObject({ kind: z.literal('silent'), ...scope }),
  /** The connection is reset before the API did anything, in the middle of its answer, or (by default) before its answer. */
  z.strictObject({ kind: z.literal('reset'), when: z.enum(['before', 'during', 'after']).optional(), ...scope }),
  z.strictObject({ kind: z.literal('rate-limit'), ...scope }),
] as const;

/** Things that go wrong on demand; several may be on at once. */
export const WalletFault = z.discriminatedUnion('kind', [
  ...obstacles,
  /** The answer is held back for `ms`, and up to `spreadMs` more. */
  z.strictObject({ kind: z.literal('latency'), ms: Ms, spreadMs: Ms.optional(), ...scope }),
  /** The feature is not enabled for this client: receipts are forbidden. */
  z.strictObject({ kind: z.literal('receipt-not-enabled'), times: z.int().positive().optional() }),
  /** The server's clock is ahead by so many seconds (behind, if negative), in `GET /server` and in authentication. */
  z.strictObject({ kind: z.literal('clock-skew'), seconds: z.int() }),
]);
export type WalletFault = Readonly<z.infer<typeof WalletFault>>;
export type Obstacle = Readonly<z.infer<(typeof obstacles)[number]>>;

export interface FaultsOfOneAnswer {
  readonly latencyMs: number;
  readonly obstacle: Obstacle | null;
  readonly receiptsDisabled: boolean;
}

export interface FaultBoard {
  /** Those that are on. */
  list(): readonly WalletFault[];
  set(faults: readonly WalletFault[]): void;
  /** What happens to the next answer of an operation (null: a path nobody knows); counts `times` down. */
  take(operation: FaultTarget | null): FaultsOfOneAnswer;
  clockSkewSeconds(): number;
}

interface ActiveFault {
  readonly fault: WalletFault;
  remaining: number;
}

/**
 * Keeps the faults that are on. Latencies add up; of several obstacles the first one set is met. `random` spreads
 * latencies: from 0 to below 1.
 */
export function createFaultBoard(random: () => number): FaultBoard {
  let active: ActiveFault[] = [];

  return {
    list: () =>
      active.map(({ fault, remaining }) =>
        Number.isFinite(remaining) && fault.kind !== 'clock-skew' ? { ...fault, times: remaining } : fault,
      ),
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
        if (fault.kind === 'latency') latencyMs += fault.ms + Math.round(random() * (fault.spreadMs ?? 0));
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
