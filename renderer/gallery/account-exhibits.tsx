import { WalletId } from '../../shared/domain/ids.ts';
import { noAccountFlows, type PaymentRow, type ReadList, type StatementRow } from '../stores/account-flows.ts';
import type { DeskState } from '../stores/desk-store.ts';
import { deskExhibit, usual } from './desk-exhibits.tsx';
import type { Exhibit } from './exhibit.ts';
import { EUR, failure, noon, session } from './samples.ts';

type Shown = Partial<DeskState>;

const party = (name: string | null, account: string | null = null) => ({ name, account });
const hourMs = 3_600_000;

function statement(id: number, part: Partial<StatementRow>): StatementRow {
  return {
    id,
    direction: 'out',
    amount: '12.50',
    currency: 'EUR',
    type: 'card_transaction',
    details: 'Kortele, Sodų g. 9',
    party: party('UAB „Ž•••“', 'LT ••• 2111'),
    reference: null,
    transferId: 45_375,
    at: noon - (60_000 - id) * hourMs,
    ...part,
  };
}

const rows: readonly StatementRow[] = [
  statement(60_000, { reference: '118/Š' }),
  statement(59_999, {
    direction: 'in',
    amount: '250.00',
    type: 'transfer',
    party: party('A••• P•••'),
    details: 'Ačiū',
  }),
  statement(59_998, { amount: '3.20', type: 'automatic_payment', party: party(null), details: 'Bilietas' }),
  statement(59_997, { amount: '0.20', type: 'commission', party: party(null), details: null }),
  statement(59_996, {
    direction: 'in',
    amount: '1830.00',
    currency: 'USD',
    type: 'return',
    party: party('VšĮ „Š•••“'),
  }),
  statement(59_995, {
    direction: 'unknown',
    amount: '1200',
    currency: 'JPY',
    type: 'newer',
    party: party('И••• О•••'),
  }),
];

function read<Row>(list: readonly Row[], total = list.length): ReadList<Row> {
  return { kind: 'read', rows: list, total, next: total > list.length ? list.length : null, more: { kind: 'idle' } };
}

const statements = (part: Partial<DeskState['statements']> = {}): Shown => ({
  ...usual,
  panel: 'statements',
  statements: { ...noAccountFlows.statements, list: read(rows, 1_208), selected: 60_000, ...part },
});

const incoming: PaymentRow = {
  ...statement(80_004, { direction: 'in', amount: '150.00', party: party('J••• Ž•••'), details: 'Dovana' }),
  type: 'password',
  validUntil: noon + 72 * hourMs,
  cancelable: true,
};
const outgoing: PaymentRow = {
  ...incoming,
  id: 80_002,
  direction: 'out',
  amount: '64.90',
  type: 'beneficiary',
  party: party('ООО «Я•••»'),
  validUntil: null,
};
const request: PaymentRow = {
  ...outgoing,
  id: 80_003,
  type: 'transaction_request',
  cancelable: false,
  party: party(null),
};

const payments = (part: Partial<DeskState['payments']> = {}): Shown => ({
  ...usual,
  panel: 'payments',
  payments: { ...noAccountFlows.payments, list: read([incoming, outgoing, request]), selected: 80_004, ...part },
});

const changing = (change: DeskState['payments']['change']): Shown => payments({ selected: 80_002, change });
const revealed = {
  name: 'Jonas Pavyzdys',
  account: 'EVP0010001000101',
  ibans: [],
  phone: null,
  email: null,
  code: null,
};
const found = {
  by: 'email',
  index: 0,
  walletId: WalletId.parse(14471),
  maskedName: 'J••• P•••',
  maskedAccount: 'EVP ••• 0101',
} as const;

/** What is done on a customer's account, in every state. */
export const accountExhibits: readonly Exhibit[] = [
  deskExhibit('statements', statements()),
  deskExhibit('statements-in-training', statements(), true),
  deskExhibit('statements-loading', statements({ list: { kind: 'loading' }, selected: null })),
  deskExhibit('statements-none', statements({ list: read<StatementRow>([]), selected: null })),
  deskExhibit('statements-range', {
    ...statements({ rangeProblem: true, selected: null }),
    statements: {
      ...noAccountFlows.statements,
      rangeProblem: true,
      filter: { ...noAccountFlows.statements.filter, period: 'range', from: '2026-03-14', currencies: [EUR] },
    },
  }),
  deskExhibit('statements-forbidden', {
    ...statements({
      list: {
        kind: 'failed',
        error: failure('wallet.access-revoked', { possibleCauses: ['scope:statements', 'special-permission'] }),
      },
      selected: null,
    }),
  }),
  deskExhibit('statements-rest-failed', {
    ...statements({
      list: { ...read(rows, 1_208), more: { kind: 'failed', error: failure('api.timed-out') } },
    }),
  }),
  deskExhibit('statement-revealed', {
    ...statements({ selected: 59_999 }),
    reveal: {
      kind: 'shown',
      subject: { kind: 'statement', id: 59_999 },
      data: { ...revealed, name: 'Asta Pavyzdė' },
      until: noon + 7_000,
    },
  }),
  deskExhibit('payments', payments()),
  deskExhibit('payments-in-training', payments(), true),
  deskExhibit('payments-outgoing', payments({ selected: 80_002 })),
  deskExhibit('payment-consent', changing({ kind: 'consenting', payment: outgoing })),
  deskExhibit('payment-sending', changing({ kind: 'sending', action: 'cancel', payment: outgoing })),
  deskExhibit('payment-checking', changing({ kind: 'checking', action: 'cancel', payment: outgoing })),
  deskExhibit(
    'payment-done',
    changing({
      kind: 'settled',
      action: 'accept',
      payment: incoming,
      outcome: { kind: 'done', provenBy: 'answer' },
    }),
  ),
  deskExhibit(
    'payment-unknown',
    changing({
      kind: 'settled',
      action: 'cancel',
      payment: outgoing,
      outcome: { kind: 'unknown', cause: 'api.outcome-unknown' },
    }),
  ),
  deskExhibit(
    'payment-unknown-in-training',
    changing({
      kind: 'settled',
      action: 'cancel',
      payment: outgoing,
      outcome: { kind: 'unknown', cause: 'api.outcome-unknown' },
    }),
    true,
  ),
  deskExhibit(
    'payment-not-settled',
    changing({ kind: 'settled', action: 'cancel', payment: outgoing, outcome: { kind: 'not-settled' } }),
  ),
  deskExhibit(
    'payment-wrong-password',
    changing({ kind: 'refused', action: 'accept', payment: incoming, error: failure('api.invalid-parameters') }),
  ),
  deskExhibit(
    'payment-refused',
    changing({ kind: 'refused', action: 'cancel', payment: outgoing, error: failure('payment.invalid-state') }),
  ),
  deskExhibit('reservations', {
    ...usual,
    panel: 'reservations',
    reservations: {
      list: read(
        [
          statement(0, { type: 'hold', amount: '30.00', at: noon }),
          statement(1, { type: 'transfer_out', amount: '98.00', currency: 'USD', at: noon - hourMs }),
        ],
        63,
      ),
      selected: 0,
    },
  }),
  deskExhibit('favourites', {
    ...usual,
    panel: 'favourites',
    favourites: {
      list: read([
        { walletId: WalletId.parse(30001), party: party('Ž••• K•••', 'EVP ••• 0001'), count: 12 },
        { walletId: WalletId.parse(30003), party: party('b•••@e•••.com', 'EVP ••• 0003'), count: 1 },
      ]),
      selected: 30001,
    },
  }),
  deskExhibit('more', { ...usual, panel: 'more' }),
  deskExhibit('more-in-training', { panel: 'more' }, true),
  deskExhibit('description', {
    ...usual,
    panel: 'description',
    describing: { text: 'Kišenpinigiai', change: { kind: 'editing' } },
  }),
  deskExhibit('description-unknown', {
    ...usual,
    panel: 'description',
    describing: {
      text: 'Kelionėms',
      change: {
        kind: 'settled',
        wanted: 'Kelionėms',
        outcome: { kind: 'unknown', cause: 'api.outcome-unknown' },
      },
    },
  }),
  deskExhibit(
    'description-refused',
    {
      ...usual,
      panel: 'description',
      describing: {
        text: 'Kelionėms',
        change: { kind: 'refused', wanted: 'Kelionėms', error: failure('description.too-long') },
      },
    },
    true,
  ),
  deskExhibit('several', {
    panel: 'several',
    several: {
      text: 'jonas.pavyzdys@example.com\n37060000001',
      problem: null,
      result: {
        kind: 'found',
        emails: ['jonas.pavyzdys@example.com'],
        phones: ['37060000001'],
        people: [found, { ...found, by: 'phone', walletId: WalletId.parse(30001), maskedName: 'Ž••• K•••' }],
      },
    },
  }),
  deskExhibit('several-wrong', {
    panel: 'several',
    several: {
      text: 'jonas@example.com\n861234567',
      problem: { line: 2, rule: 'phone.86-is-china' },
      result: { kind: 'none' },
    },
  }),
  deskExhibit('customer-revealed', {
    ...usual,
    reveal: { kind: 'shown', subject: { kind: 'customer' }, data: revealed, until: noon + 7_000 },
  }),
  deskExhibit('amount-kept', {
    ...usual,
    keepAmount: true,
    amount: { text: '12.50', currency: null, problem: null, kept: true },
  }),
  deskExhibit('find-person-code', {
    find: {
      kind: 'person-code',
      text: '12345678901',
      issuer: 'paysera',
      country: 'lt',
      problem: 'person-code.check-digit',
      error: null,
      sending: false,
    },
  }),
  deskExhibit('reveal-asked', { ...usual, reveal: { kind: 'asking', session, subject: { kind: 'customer' } } }),
];
