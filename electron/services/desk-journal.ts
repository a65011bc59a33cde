import { outcomeOf, plainDone } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import type { Revealed } from './account-desk.ts';
import type { DeskEvent } from './desk.ts';
import { settleLeftOpen } from './settle-left-open.ts';
import type { StationActor } from './station-actor.ts';

export interface DeskJournal {
  /** Hears what happens at the desk; what the API and the printer do is written elsewhere. */
  noticeDesk(event: DeskEvent): void;
  /** Writes that somebody's data were shown in clear, and never which. */
  noticeReveal(event: Revealed): void;
  /** Writes that the station runs, and settles what an earlier run left open, now or once the API is reached. */
  start(): void;
  stop(): void;
}

export interface DeskJournalOptions {
  readonly journal: Journal;
  readonly actor: StationActor;
  readonly api: WalletApi;
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
}

/** Every answer says that the API is reached; one that answers all but this question is not asked it all the time. */
const firstPauseMs = 60_000;
const longestPauseMs = 30 * 60_000;

/** Writes down what a desk does besides asking and printing. */
export function createDeskJournal({ journal, actor, api, monotonic }: DeskJournalOptions): DeskJournal {
  let isSettling = false;
  let pauseMs = firstPauseMs;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let stopListening: (() => void) | null = null;

  const note = (operation: string, error: string | null = null): void =>
    journal.note({ ...actor.read(), operation, subject: null, wallet: null }, error === null ? null : outcomeOf(error));

  async function settle(): Promise<void> {
    if (isSettling || monotonic() < restUntilMs) {
      return;
    }
    isSettling = true;
    try {
      const { stillOpen } = await settleLeftOpen(journal, api);
      if (stillOpen === 0) {
        stopListening?.();
        stopListening = null;
      }
    } finally {
      isSettling = false;
      restUntilMs = monotonic() + pauseMs;
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
    }
  }

  /** What is left open stays open after a fault; the next look finds it. */
  const trySettling = (): void => void settle().catch(() => {});

  return {
    noticeDesk(event) {
      if (event.kind === 'scan-received') {
        actor.setDevice(event.ticket.from);
      } else if (event.kind === 'scan-rejected') {
        actor.setDevice(event.ticket.from);
        note('scan.reject', event.error.code);
      }
    },
    noticeReveal({ walletId, subject }) {
      const wallet = journal.walletKeyOf(walletId);
      const about = { subject: wallet === null ? null : { kind: 'wallet', key: wallet }, wallet };
      journal.note({ ...actor.read(), operation: `data.reveal-${subject}`, ...about }, plainDone);
    },
    start() {
      note('station.start');
      if (journal.readLeftOpen().some(({ state }) => state === 'open')) {
        stopListening = api.onLinkChanged(({ kind }) => {
          if (kind === 'reached') {
            trySettling();
          }
        });
        trySettling();
      }
    },
    stop() {
      stopListening?.();
      note('station.stop');
      journal.close();
    },
  };
}
