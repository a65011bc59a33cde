import '../ui/styles/kiosk.css';
import '../ui/styles/kiosk-screens.css';
import '../ui/styles/kiosk-card.css';
import { type ReactNode, useLayoutEffect } from 'react';
import type { KioskBridge } from '../../shared/contract/kiosk.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import { themes } from '../../shared/domain/theme.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import { Kiosk, KioskBands } from '../kiosk/kiosk.tsx';
import { KioskProvider } from '../kiosk/use-kiosk.ts';
import type { KioskCard } from '../stores/kiosk-card-flow.ts';
import {
  type Access,
  type KioskStation,
  type Movement,
  type Served,
  type Task,
  textSizes,
  usualAccess,
} from '../stores/kiosk-flows.ts';
import { createKioskStore, type KioskState } from '../stores/kiosk-store.ts';
import type { Exhibit } from './exhibit.ts';
import {
  allIsWell,
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

const kioskStation: KioskStation = {
  ...station,
  name: 'Terminal 2',
  heightMm: null,
  offers: ['receipt', 'sufficient-amount', 'movements', 'card-relation'],
};

type Shown = Partial<Pick<KioskState, 'served' | 'presence' | 'status' | 'startError' | 'restsUntil' | 'exit'>>;

/** The page wears the size of the text; in the kiosk `renderer/kiosk.tsx` sees to that. */
function Wearing({ size, children }: { readonly size: Access['size']; readonly children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.dataset.size = String(size);
    return () => {
      delete document.documentElement.dataset.size;
    };
  }, [size]);
  return children;
}

function showKiosk(locale: Locale, state: Shown, access: Partial<Access>) {
  const store = createKioskStore({ till: silentTill as unknown as KioskBridge, now: () => noon, canSpeak: () => true });
  const worn = { ...usualAccess({ locale, theme: 'light', heightMm: null }), ...access };
  store.setState({ station: { ...kioskStation, locale }, status: allIsWell, ...state, access: worn });
  return (
    <KioskProvider store={store}>
      <Wearing size={worn.size}>
        <Kiosk bands={<KioskBands training={null} />} />
      </Wearing>
    </KioskProvider>
  );
}

let exhibitCount = 0;

/** One state in every size of the text, and once for low reach. */
function inEverySize(name: string, state: Shown, access: Partial<Access> = {}): readonly Exhibit[] {
  const looks: readonly (readonly [string, Partial<Access>])[] = [
    ...textSizes.map((size) => [`size-${size}`, { size }] as const),
    ['low', { reach: 'low' }],
  ];
  // A sample has two looks of each screen, and over the screens all of them.
  const first = exhibitCount++;
  return looks.map(([suffix, look], index) => ({
    ...(index === first % looks.length || index === (first + 2) % looks.length ? {} : { isOneOfMany: true as const }),
    name: `kiosk/${name}-${suffix}`,
    face: 'kiosk',
    sizes: ['1080x1920'],
    themes,
    show: (locale) => showKiosk(locale, state, { ...access, ...look }),
  }));
}

const served = (task: Task, more: Partial<Extract<Served, { kind: 'served' }>> = {}): Shown => ({
  served: {
    kind: 'served',
    session,
    walletId: wallet.walletId,
    balance: { kind: 'read', view: twoCurrencies },
    task,
    printed: false,
    ...more,
  },
});

const newCard = { masked: '•••• 3154', issuer: 'paysera' } as const;
const card = (step: KioskCard): Shown => served({ kind: 'card', card: step });
const refusedCard = (reason: ErrorCode): Shown =>
  card({ kind: 'refused', card: newCard, error: failure(reason), of: 'relating' });
const code = { kind: 'code', card: newCard, signs: 0, pad: 'capitals', spelling: false, error: null } as const;

const pin = { kind: 'pin', name: 'Tomas T.', signs: 0, checking: false, error: null } as const;

const overview: Task = { kind: 'balance', hidden: false };
const amount = { cents: 1_250, currency: EUR };
const large = { cents: 99_999_999, currency: EUR };
const text = 'Your balance: 22.99 EUR,\r\n1.00 USD';

const movement = (id: number, direction: Movement['direction'], sum: string, otherParty: string | null): Movement => ({
  id,
  at: noon - id * 86_400_000,
  direction,
  amount: sum,
  currency: 'EUR',
  details: 'Sąskaita faktūra Nr. 2026/031 už paslaugas',
  otherParty,
});
const movements = [
  movement(1, 'out', '12.50', 'UAB „Rūta ir pavyzdžiai“'),
  movement(2, 'in', '123456.78', 'MB „Du pavyzdiniai ąžuolai“'),
  movement(3, 'out', '0.99', null),
  movement(4, 'unknown', '300.00', 'Елена Примерова'),
  movement(5, 'in', '25.00', 'Jonas Pavyzdys'),
  movement(6, 'out', '7.10', null),
  movement(7, 'out', '19.00', null),
];

export const kioskExhibits: readonly Exhibit[] = [
  ...inEverySize('attract', {}),
  ...inEverySize('attract-no-receipts', {
    status: { ...allIsWell, printer: { kind: 'blocked', reason: 'paper-out' } },
  }),
  ...inEverySize('present', { served: { kind: 'nobody', screen: 'present' } }),
  ...inEverySize('resting', { restsUntil: noon + 48_000 }),
  ...inEverySize('identifying', { served: { kind: 'identifying', scan: ticket.scan, before: null } }),
  ...inEverySize('balance', served(overview)),
  ...inEverySize('balance-one', served(overview, { balance: { kind: 'read', view: oneCurrency } })),
  ...inEverySize('balance-many', served(overview, { balance: { kind: 'read', view: manyCurrencies } })),
  ...inEverySize('balance-loading', served(overview, { balance: { kind: 'loading' } })),
  ...inEverySize('balance-hidden', served({ kind: 'balance', hidden: true })),
  ...inEverySize('balance-failed', served(overview, { balance: { kind: 'failed', error: failure('api.timed-out') } })),
  ...inEverySize('more', served({ kind: 'more' })),
  ...inEverySize('amount', served({ kind: 'amount', text: '40.00', currency: EUR, problem: null })),
  ...inEverySize('amount-wrong', served({ kind: 'amount', text: '12.5', currency: EUR, problem: 'amount.malformed' })),
  ...inEverySize('asking', served({ kind: 'asking', amount })),
  ...inEverySize('answer-yes', served({ kind: 'answer', amount, isSufficient: true })),
  ...inEverySize('answer-no', served({ kind: 'answer', amount: large, isSufficient: false })),
  ...inEverySize('not-answered', served({ kind: 'not-answered', amount, error: failure('api.no-network') })),
  ...inEverySize('printing', served({ kind: 'printing' })),
  ...inEverySize('printed', served({ kind: 'printed', receipt: { kind: 'read', text } })),
  ...inEverySize('not-printed', served({ kind: 'not-printed', error: failure('printer.paper-out') })),
  ...inEverySize('print-unknown', served({ kind: 'print-unknown' })),
  ...inEverySize('receipt', served({ kind: 'receipt', receipt: { kind: 'read', text } })),
  ...inEverySize('movements', served({ kind: 'movements', list: { kind: 'read', rows: movements, total: 7 } })),
  ...inEverySize('movements-none', served({ kind: 'movements', list: { kind: 'read', rows: [], total: 0 } })),
  ...inEverySize('card-presenting', card({ kind: 'presenting', error: null })),
  ...inEverySize('card-not-read', card({ kind: 'presenting', error: failure('scan.chip-number-only') })),
  ...inEverySize('card-chosen', card({ kind: 'chosen', card: newCard })),
  ...inEverySize('card-relating', card({ kind: 'relating', card: newCard, settling: false })),
  ...inEverySize('card-settling', card({ kind: 'relating', card: newCard, settling: true })),
  ...inEverySize('card-finding', card({ kind: 'finding', card: newCard })),
  ...inEverySize('card-assigned', refusedCard('card.already-assigned')),
  ...inEverySize('card-not-allowed', refusedCard('wallet.access-revoked')),
  ...inEverySize('card-away', refusedCard('api.no-network')),
  ...inEverySize(
    'card-not-found',
    card({ kind: 'refused', card: newCard, error: failure('wallet.not-found'), of: 'finding' }),
  ),
  ...inEverySize('card-unknown', card({ kind: 'unknown', card: newCard, looking: false })),
  ...inEverySize('card-code', card({ ...code, signs: 4 })),
  ...inEverySize(
    'card-code-wrong',
    card({ ...code, pad: 'digits', error: failure('card.invalid-code', { attemptsLeft: 2 }) }),
  ),
  ...inEverySize('card-not-arrived', card({ kind: 'not-arrived', card: newCard })),
  ...inEverySize('card-confirming', card({ kind: 'confirming', card: newCard })),
  ...inEverySize(
    'card-our-wait',
    card({ kind: 'code-wait', card: newCard, error: failure('card.code-wait', { waitMs: 580_000, ours: true }) }),
  ),
  ...inEverySize(
    'card-their-wait',
    card({ kind: 'code-wait', card: newCard, error: failure('card.attempts-exhausted') }),
  ),
  ...inEverySize('card-unclear', card({ kind: 'unclear', card: newCard })),
  ...inEverySize('card-done', card({ kind: 'done', card: newCard, how: 'confirmed' })),
  ...inEverySize('card-later', card({ kind: 'done', card: newCard, how: 'later' })),
  ...inEverySize('exit-choosing', { exit: { kind: 'choosing', people: ['Tomas T.', 'Rūta Ž.'] } }),
  ...inEverySize('exit-nobody', { exit: { kind: 'choosing', people: [] } }),
  ...inEverySize('exit-pin', { exit: { ...pin, signs: 4 } }),
  ...inEverySize('exit-pin-wrong', { exit: { ...pin, error: failure('operator.pin-wrong', { left: 3, waitMs: 0 }) } }),
  ...inEverySize('exit-pin-wait', { exit: { ...pin, error: failure('operator.wait', { waitMs: 1_750_000 }) } }),
  ...inEverySize('exit-proven', { exit: { kind: 'proven', name: 'Tomas T.' } }),
  ...inEverySize('unknown-card', {
    served: { kind: 'failed', scan: ticket.scan, error: failure('wallet.not-found') },
  }),
  ...inEverySize('revoked', {
    served: { kind: 'failed', scan: ticket.scan, error: failure('wallet.access-revoked') },
  }),
  ...inEverySize('away', { served: { kind: 'failed', scan: ticket.scan, error: failure('api.timed-out') } }),
  ...inEverySize('unreadable', { served: { kind: 'rejected', error: failure('scan.unreadable') } }),
  ...inEverySize('out-of-order', { status: { ...allIsWell, link: { kind: 'broken', code: 'api.no-network' } } }),
  ...inEverySize('veil', { ...served(overview), presence: { kind: 'asked', until: noon + 24_000 } }),
  ...inEverySize('goodbye', { served: { kind: 'goodbye', printed: true } }),
  ...inEverySize('easier', served(overview), { panel: 'easier' }),
  ...inEverySize('language', served(overview), { panel: 'language' }),
  ...inEverySize('voice', served(overview), { voice: 'on' }),
  ...inEverySize('voice-missing', served(overview), { voice: 'missing' }),
];
