import { z } from 'zod';
import { SessionId } from '../domain/ids.ts';
import { Locale } from '../domain/locale.ts';
import type { Result } from '../errors/result.ts';
import { cardEvents } from './card.ts';
import type { Contract, EventContract } from './contract.ts';
import { customerCalls, customerEvents } from './customer.ts';
import { kioskCardCalls } from './kiosk-card.ts';
import { kioskExitCalls } from './kiosk-exit.ts';
import { kioskVoiceCalls } from './kiosk-voice.ts';
import { Station, stationCalls, stationEvents } from './station.ts';

// What a kiosk's page may ask of main: a contract of its own. No call takes an identifier, so nothing that a page says
// can find a customer; only a reader can. One call carries a receipt's text, which no desk's contract does.

/** What a kiosk offers besides the balance, as this station's settings allow. */
export const kioskOffers = ['receipt', 'sufficient-amount', 'movements', 'card-relation'] as const;
export type KioskOffer = (typeof kioskOffers)[number];

export const KioskStation = Station.extend({
  offers: z.array(z.enum(kioskOffers)),
  /** How high the kiosk's picture is on its display, in millimetres; null for the display it is drawn for. */
  heightMm: z.int().positive().nullable(),
});
export type KioskStation = z.infer<typeof KioskStation>;

/** Money that came or went, as the customer it belongs to may see it. */
export const Movement = z.strictObject({
  id: z.number(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  direction: z.enum(['in', 'out', 'unknown']),
  /** The API's decimal string, without a sign. */
  amount: z.string(),
  currency: z.string(),
  details: z.string(),
  otherParty: z.string().nullable(),
});
export type Movement = z.infer<typeof Movement>;

const { 'customer/identify': _typedIdentifier, ...scannedCustomerCalls } = customerCalls;

export const kioskCalls = {
  ...stationCalls,
  /** What this station is. Answered from memory. */
  'station/read': { input: z.strictObject({}), output: KioskStation, errors: [] },
  ...scannedCustomerCalls,
  ...kioskCardCalls,
  ...kioskExitCalls,
  ...kioskVoiceCalls,
  /** Fetches the receipt's text to be shown to the customer who is being served, and to nobody else. Waits up to 10 s. */
  'kiosk/read-receipt': {
    input: z.strictObject({ session: SessionId, locale: Locale, width: z.int().min(8).max(96) }),
    output: z.strictObject({ text: z.string() }),
    errors: ['session.closed', 'receipt.not-enabled', 'api.operation-disabled', 'api.timed-out'],
  },
  /** The newest movements, at most ten; only where the shop turned them on. Waits up to 10 s. */
  'kiosk/read-movements': {
    input: z.strictObject({ session: SessionId }),
    output: z.strictObject({ movements: z.array(Movement), total: z.int() }),
    errors: ['session.closed', 'wallet.access-revoked', 'api.operation-disabled', 'api.timed-out'],
  },
} as const satisfies Contract;

export const kioskEvents = {
  ...stationEvents,
  ...customerEvents,
  ...cardEvents,
  /** Too many cards in a row that nobody knows: the reader takes none for a while. */
  'kiosk/reader-rested': z.strictObject({ restMs: z.number().positive() }),
} as const satisfies EventContract;

export type KioskCalls = typeof kioskCalls;
export type KioskCallName = keyof KioskCalls;
export type KioskEventName = keyof typeof kioskEvents;
export type KioskCallInput<C extends KioskCallName> = z.input<KioskCalls[C]['input']>;
export type KioskCallOutput<C extends KioskCallName> = z.output<KioskCalls[C]['output']>;
export type KioskEventPayload<E extends KioskEventName> = z.output<(typeof kioskEvents)[E]>;

/** What a kiosk's preload exposes to the page as `window.tillKiosk`. */
export interface KioskBridge {
  call<C extends KioskCallName>(name: C, input: KioskCallInput<C>): Promise<Result<KioskCallOutput<C>>>;
  on<E extends KioskEventName>(name: E, listener: (payload: KioskEventPayload<E>) => void): () => void;
}
