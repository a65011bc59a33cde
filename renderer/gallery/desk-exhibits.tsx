import type { Locale } from '../../shared/domain/locale.ts';
import { themes } from '../../shared/domain/theme.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import { Desk, DevelopmentTag } from '../cashier/desk.tsx';
import { DeskProvider } from '../cashier/use-desk.tsx';
import { createDeskStore, type DeskState } from '../stores/desk-store.ts';
import type { Customer } from '../stores/flows.ts';
import { openTraining } from '../training/open-training.tsx';
import { TrainingBand } from '../training/training-band.tsx';
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
  silentTill,
  station,
  ticket,
  twoCurrencies,
  wallet,
} from './samples.ts';
import { trainingBridge } from './training-sample.ts';

type Shown = Partial<DeskState>;
type View = Parameters<DeskState['takeBalance']>[0]['balance'];

function showDesk(locale: Locale, state: Shown, isTraining: boolean) {
  const store = createDeskStore({ till: silentTill, now: () => noon });
  const kind = isTraining ? 'training' : 'live';
  store.setState({ station: { ...station, mode: kind, locale }, status: allIsWell, locale, ...state });
  const training = isTraining ? openTraining(trainingBridge) : null;
  return (
    <DeskProvider store={store}>
      <Desk
        training={training}
        trainingBand={<TrainingBand tag={<DevelopmentTag />} />}
        onBalancePainted={() => undefined}
        onOpenDevices={() => undefined}
      />
    </DeskProvider>
  );
}

function exhibit(name: string, state: Shown, isTraining = false): Exhibit {
  return {
    name: `desk/${name}`,
    face: 'desk',
    sizes: ['1366x768', '1280x720', '1920x1080'],
    themes,
    show: (locale) => showDesk(locale, state, isTraining),
  };
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
const usual = served(twoCurrencies);
const amount = { cents: 1250, currency: EUR };
const typed: Shown = { amount: { text: '12.50', currency: null, problem: null } };
const choice = { locale: 'en', width: 42 } as const;
const failed = (code: ErrorCode, details?: Parameters<typeof failure>[1]): Shown => ({
  customer: { kind: 'failed', ticket, error: failure(code, details) },
});
const notPrinted = (code: ErrorCode): Shown => ({
  ...usual,
  print: { kind: 'not-printed', error: failure(code), sawTrouble: true },
});
const find = (kind: DeskState['find']['kind'], text: string, more: Partial<DeskState['find']> = {}): Shown => ({
  find: { kind, text, issuer: 'paysera', problem: null, error: null, sending: false, ...more },
});

/** Every state that a cashier's desk can stand in. */
export const deskExhibits: readonly Exhibit[] = [
  exhibit('waiting', {}),
  exhibit('waiting-served-before', { lastServed: { at: noon, printed: true, hiddenByIdle: false } }),
  exhibit('waiting-in-training', {}, true),
  exhibit('waiting-test-server', { station: { ...station, testServer: true } }),
  exhibit('identifying', { customer: { kind: 'identifying', ticket, replaced: false } }),
  exhibit('identifying-next-scan', { customer: { kind: 'identifying', ticket, replaced: true } }),
  exhibit('balance-loading', served(oneCurrency, { balance: { kind: 'loading' } })),
  exhibit('balance', usual),
  exhibit('balance-one-currency', served(oneCurrency)),
  exhibit('balance-many-currencies', served(manyCurrencies)),
  exhibit(
    'balance-converted',
    served(converted, { balance: { kind: 'read', view: converted, conversion: { kind: 'on', to: EUR } } }),
  ),
  exhibit(
    'balance-of-a-card',
    served(oneCurrency, { wallet: { ...wallet, ownedByCard: true, maskedName: null, description: null } }),
  ),
  exhibit(
    'balance-failed',
    served(oneCurrency, { balance: { kind: 'failed', error: failure('wallet.access-revoked') } }),
  ),
  exhibit('balance-in-training', usual, true),
  exhibit('amount-typed', { ...usual, ...typed }),
  exhibit('amount-wrong', { ...usual, amount: { text: '12.505', currency: null, problem: 'amount.malformed' } }),
  exhibit('asking', { ...usual, ...typed, question: { kind: 'asking', amount } }),
  exhibit('answered-yes', {
    ...usual,
    ...typed,
    question: { kind: 'answered', amount, isSufficient: true, answeredAt: noon },
  }),
  exhibit('answered-no', {
    ...usual,
    amount: { text: '99.00', currency: null, problem: null },
    question: { kind: 'answered', amount: { cents: 9900, currency: EUR }, isSufficient: false, answeredAt: noon },
  }),
  exhibit('question-failed', {
    ...usual,
    ...typed,
    question: { kind: 'failed', amount, error: failure('api.timed-out') },
  }),
  exhibit('receipt-choices', { ...usual, panel: 'receipt' }),
  exhibit('receipt-too-wide', {
    ...usual,
    panel: 'receipt',
    receipt: { locale: 'lt', widthText: '64', refusal: null },
  }),
  exhibit('printing', { ...usual, print: { kind: 'printing', choice, startedAt: noon } }),
  exhibit('printed', { ...usual, print: { kind: 'printed', by: 'printer', at: noon } }),
  exhibit('printed-in-training', { ...usual, print: { kind: 'printed', by: 'printer', at: noon } }, true),
  exhibit('not-printed-paper-out', {
    ...notPrinted('printer.paper-out'),
    status: { ...allIsWell, printer: { kind: 'blocked', reason: 'paper-out' } },
  }),
  exhibit('not-printed-in-use', notPrinted('printer.in-use')),
  exhibit('print-unknown', { ...usual, print: { kind: 'unknown', error: failure('print.outcome-unknown') } }),
  exhibit('print-failed', { ...usual, print: { kind: 'failed', error: failure('api.server-error') } }),
  exhibit('product-scanned', {
    ...usual,
    notice: { ticket: { ...ticket, by: 'unknown', masked: '' }, error: failure('scan.product-barcode') },
  }),
  exhibit('scan-unreadable', {
    customer: { kind: 'rejected', ticket: { ...ticket, by: 'unknown', masked: '' }, error: failure('scan.unreadable') },
  }),
  exhibit('nobody-found', failed('wallet.not-found')),
  exhibit(
    'access-revoked',
    failed('wallet.access-revoked', { causes: ['scope:balance_offline', 'feature', 'revoked'] }),
  ),
  exhibit('unreachable', {
    ...failed('api.no-network'),
    status: { ...allIsWell, link: { kind: 'broken', code: 'api.no-network' } },
  }),
  exhibit('clock-wrong', failed('api.clock-wrong', { skewS: 340 })),
  exhibit('rate-limited', failed('api.rate-limited', { retryAfterS: 40 })),
  exhibit('server-error', failed('api.server-error')),
  exhibit('find-phone-local', find('phone', '861234567', { problem: 'phone-local' })),
  exhibit('find-card', find('card', '5487963154')),
  exhibit('find-over-a-customer', { ...usual, panel: 'find', ...find('email', 'jonas@example.com') }),
  exhibit('key-map', { ...usual, keyMapOpen: true }),
  exhibit('devices-in-trouble', {
    status: {
      link: { kind: 'broken', code: 'api.certificate-rejected' },
      printer: { kind: 'in-use' },
      readers: [
        { name: 'hid-scanner', state: 'no-permission' },
        { name: 'contactless-reader', state: 'service-missing' },
      ],
    },
  }),
  exhibit('start-failed', { startError: failure('app.fault') }),
];
