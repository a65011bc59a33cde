import type { ErrorCode } from '../../shared/errors/error-table.ts';
import { DeskProvider } from '../cashier/use-desk.ts';
import type { DeskState } from '../stores/desk-store.ts';
import type { Customer } from '../stores/flows.ts';
import { DeskScene, deskStoreOf, exhibitAtDesk } from './desk-scene.tsx';
import type { Exhibit } from './exhibit.ts';
import {
  allIsWell,
  converted,
  EUR,
  failure,
  manyCurrencies,
  noon,
  oneCurrency,
  session,
  station,
  ticket,
  twoCurrencies,
  wallet,
} from './samples.ts';

type Shown = Partial<DeskState>;
type View = Parameters<DeskState['takeBalance']>[0]['balance'];

/** The desk in one state, beside the training dock or not. */
export function deskExhibit(name: string, state: Shown, isTraining = false): Exhibit {
  return exhibitAtDesk(`desk/${name}`, (locale) => (
    <DeskProvider store={deskStoreOf(locale, isTraining, state)}>
      <DeskScene isTraining={isTraining} />
    </DeskProvider>
  ));
}

const served = (view: View, more: Partial<Extract<Customer, { kind: 'identified' }>> = {}): Shown => ({
  customer: {
    kind: 'identified',
    ticket,
    replaced: false,
    session,
    wallet,
    balance: { kind: 'read', view, conversion: { kind: 'off' } },
    ...more,
  },
});
/** A customer with two currencies. */
export const usual: Shown = served(twoCurrencies);
const amount = { cents: 1250, currency: EUR };
const typed: Shown = { amount: { text: '12.50', currency: null, problem: null, kept: false } };
const job = { kind: 'receipt' } as const;
const choice = { locale: 'en', width: 42 } as const;
const failed = (code: ErrorCode, details?: Parameters<typeof failure>[1]): Shown => ({
  customer: { kind: 'failed', ticket, error: failure(code, details) },
});
const notPrinted = (code: ErrorCode): Shown => ({
  ...usual,
  print: { kind: 'not-printed', job, error: failure(code), sawTrouble: true },
});
const find = (kind: DeskState['find']['kind'], text: string, more: Partial<DeskState['find']> = {}): Shown => ({
  find: { kind, text, issuer: 'paysera', country: 'lt', problem: null, error: null, sending: false, ...more },
});

/** Every state that a cashier's desk can stand in. */
export const deskExhibits: readonly Exhibit[] = [
  deskExhibit('waiting', {}),
  deskExhibit('waiting-served-before', { lastServed: { at: noon, printed: true, hiddenByIdle: false } }),
  deskExhibit('waiting-in-training', {}, true),
  deskExhibit(
    'waiting-on-the-development-host',
    { station: { ...station, mode: 'training', host: 'chromium-host' } },
    true,
  ),
  deskExhibit('waiting-test-server', { station: { ...station, testServer: true } }),
  deskExhibit('waiting-without-the-customer-display', { status: { ...allIsWell, customerDisplay: 'no-display' } }),
  deskExhibit('identifying', { customer: { kind: 'identifying', ticket, replaced: false } }),
  deskExhibit('identifying-next-scan', { customer: { kind: 'identifying', ticket, replaced: true } }),
  deskExhibit('balance-loading', served(oneCurrency, { balance: { kind: 'loading' } })),
  deskExhibit('balance', usual),
  deskExhibit('balance-one-currency', served(oneCurrency)),
  deskExhibit('balance-many-currencies', served(manyCurrencies)),
  deskExhibit(
    'balance-converted',
    served(converted, { balance: { kind: 'read', view: converted, conversion: { kind: 'on', to: EUR } } }),
  ),
  deskExhibit(
    'balance-of-a-card',
    served(oneCurrency, { wallet: { ...wallet, ownedByCard: true, maskedName: null, description: null } }),
  ),
  deskExhibit(
    'balance-failed',
    served(oneCurrency, { balance: { kind: 'failed', error: failure('wallet.access-revoked') } }),
  ),
  deskExhibit('balance-in-training', usual, true),
  deskExhibit('amount-typed', { ...usual, ...typed }),
  deskExhibit('amount-wrong', {
    ...usual,
    amount: { text: '12.505', currency: null, problem: 'amount.malformed', kept: false },
  }),
  deskExhibit('asking', { ...usual, ...typed, question: { kind: 'asking', amount } }),
  deskExhibit('answered-yes', {
    ...usual,
    ...typed,
    question: { kind: 'answered', amount, isSufficient: true, answeredAt: noon },
  }),
  deskExhibit('answered-no', {
    ...usual,
    amount: { text: '99.00', currency: null, problem: null, kept: false },
    question: { kind: 'answered', amount: { cents: 9900, currency: EUR }, isSufficient: false, answeredAt: noon },
  }),
  deskExhibit('question-failed', {
    ...usual,
    ...typed,
    question: { kind: 'failed', amount, error: failure('api.timed-out') },
  }),
  deskExhibit('receipt-choices', { ...usual, panel: 'receipt' }),
  deskExhibit('receipt-too-wide', {
    ...usual,
    panel: 'receipt',
    receipt: { locale: 'lt', widthText: '64', refusal: null },
  }),
  deskExhibit('printing', { ...usual, print: { kind: 'printing', job, choice, startedAt: noon } }),
  deskExhibit('printed', { ...usual, print: { kind: 'printed', job, by: 'printer', at: noon } }),
  deskExhibit('printed-in-training', { ...usual, print: { kind: 'printed', job, by: 'printer', at: noon } }, true),
  deskExhibit('not-printed-paper-out', {
    ...notPrinted('printer.paper-out'),
    status: { ...allIsWell, printer: { kind: 'blocked', reason: 'paper-out' } },
  }),
  deskExhibit('not-printed-in-use', notPrinted('printer.in-use')),
  deskExhibit('print-unknown', { ...usual, print: { kind: 'unknown', job, error: failure('print.outcome-unknown') } }),
  deskExhibit('print-failed', { ...usual, print: { kind: 'failed', job, error: failure('api.server-error') } }),
  deskExhibit('product-scanned', {
    ...usual,
    notice: { ticket: { ...ticket, by: 'unknown', masked: '' }, error: failure('scan.product-barcode') },
  }),
  deskExhibit('scan-unreadable', {
    customer: { kind: 'rejected', ticket: { ...ticket, by: 'unknown', masked: '' }, error: failure('scan.unreadable') },
  }),
  deskExhibit('nobody-found', failed('wallet.not-found')),
  deskExhibit(
    'access-revoked',
    failed('wallet.access-revoked', { causes: ['scope:balance_offline', 'feature', 'revoked'] }),
  ),
  deskExhibit('unreachable', {
    ...failed('api.no-network'),
    status: { ...allIsWell, link: { kind: 'broken', code: 'api.no-network' } },
  }),
  deskExhibit('clock-wrong', failed('api.clock-wrong', { skewS: 340 })),
  deskExhibit('rate-limited', failed('api.rate-limited', { retryAfterS: 40 })),
  deskExhibit('server-error', failed('api.server-error')),
  deskExhibit('find-phone-local', find('phone', '861234567', { problem: 'phone.86-is-china' })),
  deskExhibit('find-card', find('card', '5487963154')),
  deskExhibit('find-over-a-customer', { ...usual, panel: 'find', ...find('email', 'jonas@example.com') }),
  deskExhibit('key-map', { ...usual, keyMapOpen: true }),
  deskExhibit('devices-in-trouble', {
    status: {
      link: { kind: 'broken', code: 'api.certificate-rejected' },
      printer: { kind: 'in-use' },
      readers: [
        { name: 'hid-scanner', state: 'no-permission' },
        { name: 'contactless-reader', state: 'service-missing' },
      ],
    },
  }),
  deskExhibit('start-failed', { startError: failure('app.fault') }),
];
