import type { z } from 'zod';
import type { customerDisplayCalls, customerDisplayEvents } from '../../shared/contract/customer-display.ts';
import {
  CodeEntryId,
  type DisplayCalls,
  type DisplayStation,
  type DisplayView,
} from '../../shared/contract/display.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { CodeEntry, CodeEntryEvent } from '../services/code-entry.ts';
import type { CustomerDisplay, DisplayView as ShownView } from '../services/customer-display.ts';
import { plainError } from './present.ts';
import type { Handlers } from './register-calls.ts';

export interface DisplayHandlerOptions {
  readonly station: () => DisplayStation;
  readonly display: CustomerDisplay;
  readonly codes: CodeEntry;
  readonly onTouch: () => void;
  readonly giveKeysBack: () => void;
}

/** What crosses to the customer's page: what main made for it, each part of it named by the contract. */
export function presentView(view: ShownView): DisplayView {
  return view.kind === 'code' ? { ...view, entry: CodeEntryId.parse(view.entry) } : view;
}

const nothing = (answer: Result<null>): Result<Record<string, never>> => (answer.ok ? ok({}) : answer);

/** What each call of the customer's page does. */
export function createDisplayHandlers(options: DisplayHandlerOptions): Handlers<DisplayCalls> {
  const { display, codes } = options;
  return {
    'display/read': () => ok({ station: options.station(), view: presentView(display.view) }),
    'display/submit-code': async ({ entry, code }) => nothing(await codes.submit(entry, code)),
    'display/confirm-later': ({ entry }) => nothing(codes.confirmLater(entry)),
    'display/touch': () => {
      options.onTouch();
      return ok({});
    },
    'display/give-keys-back': () => {
      options.giveKeysBack();
      return ok({});
    },
  };
}

/** What a desk says to the customer's display. */
export function createCustomerDisplayHandlers(
  display: Pick<CustomerDisplay, 'withdrawQuestion'>,
  codes: Pick<CodeEntry, 'begin' | 'end'>,
): Handlers<typeof customerDisplayCalls> {
  return {
    'customer-display/withdraw-question': ({ session }) => {
      display.withdrawQuestion(session);
      return ok({});
    },
    'customer-display/begin-code-entry': ({ session, walletId }) => codes.begin(session, walletId),
    'customer-display/end-code-entry': () => {
      codes.end();
      return ok({});
    },
  };
}

/** What the desk hears of the code on the customer's side. */
export function presentCodeEntryEvent(
  event: CodeEntryEvent,
): z.input<(typeof customerDisplayEvents)['customer-display/code-entry-changed']> {
  return event.kind === 'refused' ? { ...event, error: plainError(event.error) } : event;
}
