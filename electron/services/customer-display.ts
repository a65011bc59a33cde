import type { SessionId } from '../../shared/domain/ids.ts';
import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import type { Desk, DeskEvent, ScanTicket } from './desk.ts';
import type { ReceiptPrinting } from './print-receipt.ts';

export type CodeProblem =
  | { readonly kind: 'wrong'; readonly attemptsLeft: number | null }
  /** Until then, in milliseconds since the epoch, no code counts; null where nobody says how long. */
  | { readonly kind: 'wait'; readonly until: number | null; readonly ours: boolean }
  | { readonly kind: 'trouble' };

/** A code that the customer is asked for. The code itself is never here. */
export interface ShownEntry {
  readonly entry: string;
  readonly sending: boolean;
  readonly problem: CodeProblem | null;
}

interface AskedAmount {
  readonly cents: number;
  readonly currency: CurrencyCode;
}
type Slip = 'receipt' | 'statement';

/** What is being done for whoever is served; the latest of it is what they see. */
type Doing =
  | { readonly kind: 'serving' }
  | { readonly kind: 'asking'; readonly amount: AskedAmount }
  | { readonly kind: 'answered'; readonly amount: AskedAmount; readonly isSufficient: boolean }
  | { readonly kind: 'printing'; readonly slip: Slip }
  | { readonly kind: 'printed'; readonly slip: Slip }
  | { readonly kind: 'card-confirmed' }
  | { readonly kind: 'card-later' };

type Customer =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'left' }
  | { readonly kind: 'looked-for'; readonly by: 'card' | 'code' | 'cashier' }
  | { readonly kind: 'helped' }
  | { readonly kind: 'served'; readonly session: SessionId; readonly doing: Doing; readonly code: ShownEntry | null };

/** All that the customer's display ever shows. It names nobody, and nothing that is anybody's. */
export type DisplayView =
  | { readonly kind: 'greeting' | 'paused' | 'helping' | 'goodbye' }
  | { readonly kind: 'reading'; readonly by: 'card' | 'code' | 'cashier' }
  | ({ readonly kind: 'code' } & ShownEntry)
  | Doing;

export interface CustomerDisplayOptions {
  readonly emit: (view: DisplayView) => void;
  /** Runs `action` once after `delayMs`; answers with the function that calls it off. */
  readonly schedule: (action: () => void, delayMs: number) => () => void;
  readonly goodbyeMs?: number;
}

/** What the customer sees, made here from what happens at the desk: the desk's own state never goes there. */
export interface CustomerDisplay {
  readonly view: DisplayView;
  noticeDesk(event: DeskEvent): void;
  /** The same desk, whose questions are seen here. */
  watchDesk(desk: Desk): Desk;
  /** The same printing, which is seen here. */
  watchPrints(receipts: ReceiptPrinting): ReceiptPrinting;
  /** Whether nobody works at the till. */
  pause(paused: boolean): void;
  withdrawQuestion(session: SessionId): void;
  /** Asks whoever is served in that session for a code; null for no longer. */
  showCode(session: SessionId, code: ShownEntry | null): void;
  /** What became of the code. */
  tellCard(session: SessionId, outcome: 'card-confirmed' | 'card-later'): void;
  /** Forgets whoever was there, without a goodbye. */
  reset(): void;
}

/** Long enough to be read, and over before the next customer has found their card. */
const usualGoodbyeMs = 6_000;

function howRead({ from, identifier }: ScanTicket): 'card' | 'code' | 'cashier' {
  if (from === 'typed') {
    return 'cashier';
  }
  return identifier?.kind === 'card' ? 'card' : 'code';
}

function viewOf(customer: Customer, paused: boolean): DisplayView {
  if (paused) {
    return { kind: 'paused' };
  }
  switch (customer.kind) {
    case 'nobody':
      return { kind: 'greeting' };
    case 'left':
      return { kind: 'goodbye' };
    case 'looked-for':
      return { kind: 'reading', by: customer.by };
    case 'helped':
      return { kind: 'helping' };
    case 'served':
      return customer.code === null ? customer.doing : { kind: 'code', ...customer.code };
  }
}

const serving: Doing = { kind: 'serving' };

export function createCustomerDisplay(options: CustomerDisplayOptions): CustomerDisplay {
  let customer: Customer = { kind: 'nobody' };
  let paused = false;
  let told = '';
  let callOffGreeting: (() => void) | null = null;

  function tell(): void {
    const view = viewOf(customer, paused);
    const next = JSON.stringify(view);
    if (next !== told) {
      told = next;
      options.emit(view);
    }
  }

  function become(next: Customer): void {
    callOffGreeting?.();
    callOffGreeting = null;
    customer = next;
    if (next.kind === 'left') {
      callOffGreeting = options.schedule(() => become({ kind: 'nobody' }), options.goodbyeMs ?? usualGoodbyeMs);
    }
    tell();
  }

  function servedIn(session: SessionId): Extract<Customer, { kind: 'served' }> | null {
    return customer.kind === 'served' && customer.session === session ? customer : null;
  }

  function doFor(session: SessionId, doing: Doing): void {
    const served = servedIn(session);
    if (served !== null) {
      become({ ...served, doing });
    }
  }

  /** Shows `during` while `job` runs and what came of it afterwards, unless something else is shown by then. */
  async function show<T>(session: SessionId, during: Doing, job: () => Promise<T>, after: (answer: T) => Doing) {
    doFor(session, during);
    let shown = serving;
    try {
      const answer = await job();
      shown = after(answer);
      return answer;
    } finally {
      if (servedIn(session)?.doing === during) {
        doFor(session, shown);
      }
    }
  }

  function print<T>(slip: Slip, job: () => Promise<T>, isPrinted: (answer: T) => boolean): Promise<T> {
    return customer.kind !== 'served'
      ? job()
      : show(customer.session, { kind: 'printing', slip }, job, (answer) =>
          isPrinted(answer) ? { kind: 'printed', slip } : serving,
        );
  }

  return {
    get view() {
      return viewOf(customer, paused);
    },

    noticeDesk(event) {
      switch (event.kind) {
        case 'scan-received':
          become({ kind: 'looked-for', by: howRead(event.ticket) });
          return;
        case 'scan-rejected':
          if (!event.keepsCustomer) {
            become({ kind: 'helped' });
          }
          return;
        case 'identified':
          become({ kind: 'served', session: event.session, doing: serving, code: null });
          return;
        case 'identify-failed':
          become({ kind: 'helped' });
          return;
        case 'closed':
          become(event.reason === 'done' && customer.kind === 'served' ? { kind: 'left' } : { kind: 'nobody' });
          return;
      }
    },

    watchDesk: (desk) => ({
      ...desk,
      checkSufficientAmount: (session, amount) =>
        show(
          session,
          { kind: 'asking', amount },
          () => desk.checkSufficientAmount(session, amount),
          (answer) => (answer.ok ? { kind: 'answered', amount, isSufficient: answer.value.isSufficient } : serving),
        ),
    }),

    watchPrints: ({ print: printReceipt, printSlip }) => ({
      print: (request, stillServed) =>
        print(
          'receipt',
          () => printReceipt(request, stillServed),
          ({ ok }) => ok,
        ),
      printSlip: (request, stillServed) =>
        print(
          'statement',
          () => printSlip(request, stillServed),
          ({ ok }) => ok,
        ),
    }),

    pause(next) {
      paused = next;
      tell();
    },

    withdrawQuestion(session) {
      const doing = servedIn(session)?.doing.kind;
      if (doing === 'asking' || doing === 'answered') {
        doFor(session, serving);
      }
    },

    showCode(session, code) {
      const served = servedIn(session);
      if (served !== null) {
        become({ ...served, code });
      }
    },

    tellCard(session, outcome) {
      const served = servedIn(session);
      if (served !== null) {
        become({ ...served, code: null, doing: { kind: outcome } });
      }
    },

    reset: () => become({ kind: 'nobody' }),
  };
}
