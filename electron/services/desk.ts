import type { WalletIdentifier } from '../../shared/domain/identifier.ts';
import type { ScanId, SessionId } from '../../shared/domain/ids.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import { isSentInCents } from '../../shared/domain/money.ts';
import { defaultReaderRules, type ReaderRules } from '../../shared/domain/reader-rules.ts';
import type { ReaderName, Reading } from '../../shared/domain/reading.ts';
import { readScan } from '../../shared/domain/scan-rules.ts';
import type { Balance, CurrencyCode, Wallet } from '../../shared/domain/wallet.ts';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import type { ReceiptPrinting } from './print-receipt.ts';
import { identifyWallet, isAmountSufficient, readWalletBalance } from './wallet-reads.ts';

/** How the customer was looked for. The identifier stays in main; screens get it masked. */
export interface ScanTicket {
  readonly scan: ScanId;
  readonly identifier: WalletIdentifier | null;
  readonly from: ReaderName | 'typed';
  readonly at: number;
}

export interface BalanceReading {
  readonly balance: Balance;
  readonly convertedTo: CurrencyCode | null;
  readonly readAt: number;
}

export type CloseReason = 'done' | 'idle' | 'next-scan';

/** What happened at the desk, in the order in which screens must hear it. */
export type DeskEvent =
  | { readonly kind: 'scan-received'; readonly ticket: ScanTicket }
  | {
      readonly kind: 'scan-rejected';
      readonly ticket: ScanTicket;
      readonly error: AppError;
      readonly keepsCustomer: boolean;
    }
  | {
      readonly kind: 'identified';
      readonly ticket: ScanTicket;
      readonly session: SessionId;
      readonly wallet: Wallet;
    }
  | { readonly kind: 'identify-failed'; readonly scan: ScanId; readonly error: AppError }
  | { readonly kind: 'balance-read'; readonly session: SessionId; readonly reading: BalanceReading }
  | { readonly kind: 'balance-failed'; readonly session: SessionId; readonly error: AppError }
  | { readonly kind: 'closed'; readonly reason: CloseReason };

/** The customer at the desk. One at a time; the latest scan wins. */
type Served =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'looked-for'; readonly ticket: ScanTicket; readonly cancel: AbortController }
  /** Kept only so that the operator can try again; the identifier is let go with it. */
  | { readonly kind: 'not-found'; readonly ticket: ScanTicket }
  | {
      readonly kind: 'served';
      readonly session: SessionId;
      readonly wallet: Wallet;
      readonly cancel: AbortController;
    };

export interface DeskOptions {
  readonly api: WalletApi;
  readonly receipts: ReceiptPrinting;
  readonly emit: (event: DeskEvent) => void;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly callTimeoutMs?: number;
  /** What this station says of a reader; the usual rules unless told otherwise. */
  readonly rulesOf?: (reader: ReaderName) => ReaderRules;
}

/** Whoever is served, for what is asked on their behalf elsewhere. */
export interface ServedCustomer {
  readonly wallet: Wallet;
  /** Aborted when they go. */
  readonly signal: AbortSignal;
}

export interface Desk {
  /** A reader delivered something: local rules first, then the look-up. */
  handleReading(reading: Reading): void;
  /** A reading on which nothing may act just now: it is told, and whoever is served stays. */
  refuseReading(reading: Reading, error: AppError): void;
  /** Looks for a typed identifier; what comes of it is emitted. */
  identify(identifier: WalletIdentifier): { scan: ScanId };
  /** Looks again for the identifier of a failed look-up. Errors: `session.closed`. */
  retryIdentify(scan: ScanId): Result<{ scan: ScanId }>;
  /** Errors: `session.closed`, `wallet.access-revoked`, `api.*`. */
  readBalance(session: SessionId, convertTo: CurrencyCode | null): Promise<Result<BalanceReading>>;
  /** Errors: `session.closed`, `amount.currency-not-in-cents`, `wallet.access-revoked`, `api.*`. */
  checkSufficientAmount(
    session: SessionId,
    amount: { readonly cents: number; readonly currency: CurrencyCode },
  ): Promise<Result<{ isSufficient: boolean; answeredAt: number }>>;
  /** Errors: `session.closed` and those of `ReceiptPrinting`. */
  printReceipt(
    session: SessionId,
    choice: { readonly locale: Locale; readonly width: number },
  ): Promise<Result<{ printedAt: number }>>;
  /** Who is served in that session; null once they have gone. */
  servedIn(session: SessionId): ServedCustomer | null;
  /** Lets go of whoever is served or looked for. */
  finish(reason: CloseReason): void;
}

/** The desk's one conversation: who is served, and what is asked on their behalf. Holds no text of a receipt. */
export function createDesk(options: DeskOptions): Desk {
  const { api, emit, clock } = options;
  const timeoutMs = options.callTimeoutMs ?? 10_000;
  const rulesOf = options.rulesOf ?? (() => defaultReaderRules);
  let served: Served = { kind: 'nobody' };

  function letGo(): void {
    if (served.kind === 'looked-for' || served.kind === 'served') {
      served.cancel.abort();
    }
    served = { kind: 'nobody' };
  }

  function finish(reason: CloseReason): void {
    if (served.kind === 'nobody') {
      return;
    }
    letGo();
    emit({ kind: 'closed', reason });
  }

  function sessionOf(id: SessionId): Extract<Served, { kind: 'served' }> | null {
    return served.kind === 'served' && served.session === id ? served : null;
  }

  function lookFor(ticket: ScanTicket, identifier: WalletIdentifier): void {
    finish('next-scan');
    const cancel = new AbortController();
    served = { kind: 'looked-for', ticket, cancel };
    emit({ kind: 'scan-received', ticket });
    void settle(ticket, identifier, cancel);
  }

  async function settle(ticket: ScanTicket, identifier: WalletIdentifier, cancel: AbortController): Promise<void> {
    const found = await identifyWallet(api, identifier, { signal: cancel.signal, timeoutMs });
    if (served.kind !== 'looked-for' || served.ticket.scan !== ticket.scan) {
      return; // a later scan won: what comes for this one is nobody's business any more
    }
    if (!found.ok) {
      served = { kind: 'not-found', ticket };
      emit({ kind: 'identify-failed', scan: ticket.scan, error: found.error });
      return;
    }
    const session = options.newId() as SessionId;
    served = { kind: 'served', session, wallet: found.value, cancel };
    emit({ kind: 'identified', ticket, session, wallet: found.value });
    const reading = await readBalance(session, null);
    if (sessionOf(session) === null) {
      return;
    }
    emit(
      reading.ok
        ? { kind: 'balance-read', session, reading: reading.value }
        : { kind: 'balance-failed', session, error: reading.error },
    );
  }

  async function readBalance(id: SessionId, convertTo: CurrencyCode | null): Promise<Result<BalanceReading>> {
    const session = sessionOf(id);
    if (session === null) {
      return err(appError('session.closed'));
    }
    const choice = { walletId: session.wallet.id, convertTo };
    const answer = await readWalletBalance(api, choice, { signal: session.cancel.signal, timeoutMs });
    if (sessionOf(id) === null) {
      return err(appError('session.closed'));
    }
    return answer.ok ? ok({ balance: answer.value, convertedTo: convertTo, readAt: clock() }) : answer;
  }

  function newTicket(identifier: WalletIdentifier | null, from: ScanTicket['from'], at: number): ScanTicket {
    return { scan: options.newId() as ScanId, identifier, from, at };
  }

  return {
    readBalance,
    finish,

    servedIn(id) {
      const session = sessionOf(id);
      return session === null ? null : { wallet: session.wallet, signal: session.cancel.signal };
    },

    handleReading(reading) {
      const scan = readScan(reading.content, rulesOf(reading.reader));
      if (scan.ok) {
        lookFor(newTicket(scan.value, reading.reader, reading.at), scan.value);
        return;
      }
      // A product goes past the scanner by mistake and says nothing about who stands here. Something illegible
      // may have been the next customer's card: whoever was on the screen must not be taken for them.
      const keepsCustomer = scan.error.code === 'scan.product-barcode';
      if (!keepsCustomer) {
        finish('next-scan');
      }
      const ticket = newTicket(null, reading.reader, reading.at);
      emit({ kind: 'scan-rejected', ticket, error: scan.error, keepsCustomer });
    },

    refuseReading(reading, error) {
      const ticket = newTicket(null, reading.reader, reading.at);
      emit({ kind: 'scan-rejected', ticket, error, keepsCustomer: true });
    },

    identify(identifier) {
      const ticket = newTicket(identifier, 'typed', clock());
      lookFor(ticket, identifier);
      return { scan: ticket.scan };
    },

    retryIdentify(scan) {
      if (served.kind !== 'not-found' || served.ticket.scan !== scan || served.ticket.identifier === null) {
        return err(appError('session.closed'));
      }
      const { identifier, from } = served.ticket;
      const ticket = newTicket(identifier, from, clock());
      lookFor(ticket, identifier);
      return ok({ scan: ticket.scan });
    },

    async checkSufficientAmount(id, amount) {
      const session = sessionOf(id);
      if (session === null) {
        return err(appError('session.closed'));
      }
      if (!isSentInCents(amount.currency)) {
        return err(appError('amount.currency-not-in-cents', { currency: amount.currency }));
      }
      const answer = await isAmountSufficient(api, session.wallet.id, amount, {
        signal: session.cancel.signal,
        timeoutMs,
      });
      if (sessionOf(id) === null) {
        return err(appError('session.closed'));
      }
      return answer.ok ? ok({ isSufficient: answer.value, answeredAt: clock() }) : answer;
    },

    async printReceipt(id, choice) {
      const session = sessionOf(id);
      if (session === null) {
        return err(appError('session.closed'));
      }
      return options.receipts.print({ walletId: session.wallet.id, ...choice }, () => sessionOf(id) !== null);
    },
  };
}
