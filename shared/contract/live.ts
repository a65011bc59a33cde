import type { z } from 'zod';
import type { Result } from '../errors/result.ts';
import { accountCalls, accountEvents } from './account.ts';
import { cardCalls, cardEvents } from './card.ts';
import { credentialsCalls } from './credentials.ts';
import { customerCalls, customerEvents } from './customer.ts';
import { customerDisplayCalls, customerDisplayEvents } from './customer-display.ts';
import { devicesCalls, devicesEvents } from './devices.ts';
import { diagnosisCalls } from './diagnosis.ts';
import { officeCalls, officeEvents } from './office.ts';
import { operatorsCalls, operatorsEvents } from './operators.ts';
import { stationCalls, stationEvents } from './station.ts';

/** Everything a live page may ask of main. No channel carries receipt text, a credential or a full card number. */
export const liveCalls = {
  ...stationCalls,
  ...customerCalls,
  ...devicesCalls,
  ...diagnosisCalls,
  ...accountCalls,
  ...operatorsCalls,
  ...officeCalls,
  ...cardCalls,
  ...customerDisplayCalls,
  ...credentialsCalls,
} as const;
export const liveEvents = {
  ...stationEvents,
  ...customerEvents,
  ...devicesEvents,
  ...accountEvents,
  ...operatorsEvents,
  ...officeEvents,
  ...cardEvents,
  ...customerDisplayEvents,
} as const;

export type LiveCalls = typeof liveCalls;
export type LiveEvents = typeof liveEvents;
export type CallName = keyof LiveCalls;
export type EventName = keyof LiveEvents;
export type CallInput<C extends CallName> = z.input<LiveCalls[C]['input']>;
export type CallOutput<C extends CallName> = z.output<LiveCalls[C]['output']>;
export type EventPayload<E extends EventName> = z.output<LiveEvents[E]>;

/** What the preload exposes to the page as `window.till`: names only, nothing of Electron. */
export interface Bridge {
  call<C extends CallName>(name: C, input: CallInput<C>): Promise<Result<CallOutput<C>>>;
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
}
