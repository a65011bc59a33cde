import type { z } from 'zod';
import type { KioskCalls, KioskStation, Movement } from '../../shared/contract/kiosk.ts';
import type { Statement } from '../../shared/domain/account-records.ts';
import { ok } from '../../shared/errors/result.ts';
import type { Kiosk } from '../services/kiosk.ts';
import type { KioskCards } from '../services/kiosk-cards.ts';
import type { KioskExit } from '../services/kiosk-exit.ts';
import type { SpokenVoice } from '../services/spoken-voice.ts';
import { createKioskCardHandlers } from './kiosk-card-handlers.ts';
import { createKioskExitHandlers } from './kiosk-exit-handlers.ts';
import { createKioskVoiceHandlers } from './kiosk-voice-handlers.ts';
import { createLiveHandlers, type LiveHandlerOptions } from './live-handlers.ts';
import type { Handlers } from './register-calls.ts';

export interface KioskHandlerOptions extends Omit<LiveHandlerOptions, 'station'> {
  readonly station: () => KioskStation;
  readonly kiosk: Kiosk;
  readonly cards: KioskCards;
  readonly exit: KioskExit;
  readonly voice: SpokenVoice;
}

function presentMovement(row: Statement): z.input<typeof Movement> {
  return {
    id: row.id,
    at: row.date * 1000,
    direction: row.direction === 'in' || row.direction === 'out' ? row.direction : 'unknown',
    amount: row.amount_decimal,
    currency: row.currency,
    details: row.details ?? '',
    otherParty: row.other_party?.display_name ?? null,
  };
}

/** What each call of a kiosk does: the desk's, without the one that takes a typed number, and the kiosk's own. */
export function createKioskHandlers(options: KioskHandlerOptions): Handlers<KioskCalls> {
  const desk = createLiveHandlers(options);
  const { kiosk, station } = options;
  return {
    'station/read': () => ok(station()),
    'station/read-status': desk['station/read-status'],
    'customer/retry-identify': desk['customer/retry-identify'],
    'customer/read-balance': desk['customer/read-balance'],
    'customer/check-sufficient-amount': desk['customer/check-sufficient-amount'],
    'customer/print-receipt': desk['customer/print-receipt'],
    'customer/finish': desk['customer/finish'],
    ...createKioskCardHandlers(options.cards),
    ...createKioskExitHandlers(options.exit),
    ...createKioskVoiceHandlers(options.voice),
    'kiosk/read-receipt': async ({ session, locale, width }) => {
      const receipt = await kiosk.readReceipt(session, { locale, width });
      return receipt.ok ? ok({ text: receipt.value.text }) : receipt;
    },
    'kiosk/read-movements': async ({ session }) => {
      const read = await kiosk.readMovements(session);
      return read.ok ? ok({ movements: read.value.rows.map(presentMovement), total: read.value.total }) : read;
    },
  };
}
