import type { Statement } from '../../shared/domain/account-records.ts';
import type { SessionId, WalletId } from '../../shared/domain/ids.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import { countScan, type ReaderRest, restLeftMs, wideAwake } from '../../shared/domain/reader-rest.ts';
import type { Reading } from '../../shared/domain/reading.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { readBalanceReceipt } from '../wallet-api/endpoints/read-balance-receipt.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';
import { listStatements } from './account-lists.ts';
import type { DeskEvent } from './desk.ts';

export interface KioskOptions {
  readonly api: WalletApi;
  readonly clock: () => number;
  /** Acts on a reading: the desk's way. */
  readonly act: (reading: Reading) => void;
  readonly onRest: (restMs: number) => void;
  /** Whether this shop shows movements. */
  readonly movementsAllowed: boolean;
  readonly callTimeoutMs?: number;
}

/** What a kiosk does besides what a desk does. It is told what happened at the desk and keeps nobody longer. */
export interface Kiosk {
  handleReading(reading: Reading): void;
  noticeDesk(event: DeskEvent): void;
  /** Errors: `session.closed`, `receipt.not-enabled`, `api.*`. */
  readReceipt(
    session: SessionId,
    choice: { readonly locale: Locale; readonly width: number },
  ): Promise<Result<{ text: string }>>;
  /** The newest movements. Errors: `session.closed`, `api.operation-disabled`, `wallet.access-revoked`, `api.*`. */
  readMovements(session: SessionId): Promise<Result<{ rows: readonly Statement[]; total: number }>>;
}

interface Served {
  readonly session: SessionId;
  readonly walletId: WalletId;
  readonly cancel: AbortController;
}

const mostMovements = 10;
/** A year: "latest" must not be empty only because last week was quiet. */
const movementsBackSeconds = 365 * 24 * 3600;

export function createKiosk(options: KioskOptions): Kiosk {
  const { api, clock } = options;
  const timeoutMs = options.callTimeoutMs ?? 10_000;
  let rest: ReaderRest = wideAwake;
  let served: Served | null = null;

  function letGo(): void {
    served?.cancel.abort();
    served = null;
  }

  function count(outcome: 'unknown' | 'known'): void {
    rest = countScan(rest, outcome, clock());
    const leftMs = restLeftMs(rest, clock());
    if (leftMs > 0) {
      options.onRest(leftMs);
    }
  }

  /** Runs a question on behalf of the customer; whoever comes after them never gets its answer. */
  async function ask<T>(
    session: SessionId,
    question: (walletId: WalletId, call: CallOptions) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const asking = served;
    if (asking === null || asking.session !== session) {
      return err(appError('session.closed'));
    }
    const answer = await question(asking.walletId, { signal: asking.cancel.signal, timeoutMs });
    return served === asking ? answer : err(appError('session.closed'));
  }

  return {
    handleReading(reading) {
      const leftMs = restLeftMs(rest, clock());
      if (leftMs > 0) {
        options.onRest(leftMs);
      } else {
        options.act(reading);
      }
    },

    noticeDesk(event) {
      switch (event.kind) {
        case 'scan-received':
        case 'closed':
          letGo();
          return;
        case 'identified':
          letGo();
          served = { session: event.session, walletId: event.wallet.id, cancel: new AbortController() };
          count('known');
          return;
        case 'identify-failed':
          // Only a number that is nobody's is a guess; a broken way says nothing about who stands here.
          if (event.error.code === 'wallet.not-found') {
            count('unknown');
          }
          return;
      }
    },

    readReceipt: (session, choice) =>
      ask(session, (walletId, call) => api.call(readBalanceReceipt, { walletId, ...choice }, call)),

    readMovements: (session) =>
      ask(session, async (walletId, call) => {
        if (!options.movementsAllowed) {
          return err(appError('api.operation-disabled'));
        }
        const from = Math.floor(clock() / 1000) - movementsBackSeconds;
        const pages = listStatements(api, walletId, { from }, { clock, limit: mostMovements, call });
        const first = await pages.next();
        return first.done ? ok({ rows: [], total: 0 }) : first.value;
      }),
  };
}
