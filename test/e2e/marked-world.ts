// A made-up world in which everything that is a customer's or a secret can be recognised wherever it turns up.
import { type KnownData, SimulatorData } from '../../simulator/wallet/data.ts';
import { people } from '../../simulator/wallet/people.ts';

export interface MarkedCustomer {
  readonly walletId: number;
  readonly userId: number;
  readonly card: string;
  readonly barcode: string;
  readonly phone: string;
  readonly email: string;
  readonly accountNumber: string;
  readonly licencePlate: string;
  /** A card that is nobody's yet, with the code that relating it sends. */
  readonly freeCard: string;
  readonly code: string;
  readonly futureWallet: number;
  readonly paymentOut: number;
  readonly paymentIn: number;
  readonly password: string;
}

export interface MarkedWorld {
  readonly data: KnownData;
  readonly customers: readonly MarkedCustomer[];
  /** What must be nowhere: all of at least eight signs, and no words of anything else. */
  readonly marks: readonly string[];
}

/** Typed by the operator or the customer, so that they are in no world's data. */
export const markedWords = { pin: '904471326658', description: 'Zqvkbeschreibung', wrongCode: 'ZQVKWRONG9' } as const;

const grants = [
  ...['balance_offline', 'check_has_sufficient_balance', 'statements_offline'],
  ...['incoming_payments', 'outgoing_payments', 'manage_account'],
];

function customerOf(index: number): MarkedCustomer {
  const two = String(10 + index);
  return {
    walletId: 914_400_000 + index,
    userId: 914_500_000 + index,
    card: `61004501${two}`,
    barcode: `ZQVKBAR${two}`,
    phone: `370699041${two}`,
    email: `zqvkmail${two}@example.com`,
    accountNumber: `EVP77200417${two}000`,
    licencePlate: `ZQVKP${two}9`,
    freeCard: `61004502${two}`,
    code: `ZQVKCODE${two}`,
    futureWallet: 914_900_000 + index,
    paymentOut: 914_600_000 + index,
    paymentIn: 914_700_000 + index,
    password: `zqvkpassword${two}`,
  };
}

const cents = (index: number): number => 4_417_000_19 + index * 100;

function userOf(customer: MarkedCustomer, index: number): unknown {
  const name = `Zqvkvardas${10 + index}`;
  const statements = Array.from({ length: 6 }, (_, row) => ({
    id: 914_800_000 + index * 10 + row,
    amount: 7_731_400_01 + index * 1_000 + row,
    currency: 'EUR',
    direction: row % 2 === 0 ? 'in' : 'out',
    secondsAgo: 3_600 * (row + 1),
    details: `Zqvkdetails${10 + index}${row}`,
    otherParty: { name: `Zqvkparty${10 + index}${row}`, account_number: `EVP772004180${10 + index}${row}` },
    type: 'transfer',
  }));
  return {
    id: customer.userId,
    displayName: `${name} Zqvkpavarde`,
    confirmedTitle: `${name} Zqvkpavarde`,
    phone: customer.phone,
    email: customer.email,
    licencePlate: customer.licencePlate,
    grants,
    favourites: [],
    accounts: [
      {
        number: customer.accountNumber,
        description: `Zqvkaprasymas${10 + index}`,
        balances: { EUR: { atDisposal: cents(index), reserved: 28_826_500_37 + index } },
        wallets: [
          { id: customer.walletId, barcode: customer.barcode },
          { id: customer.walletId + 50_000, card: { issuer: 'paysera', number: customer.card } },
        ],
        statements,
        reservations: [
          {
            type: 'transfer',
            amount: 5_512_300_44,
            currency: 'EUR',
            details: `Zqvkreserved${10 + index}`,
            secondsAgo: 60,
          },
        ],
      },
    ],
  };
}

function paymentsOf(customer: MarkedCustomer, index: number, all: readonly MarkedCustomer[]): unknown[] {
  const next = all[(index + 1) % all.length];
  const shared = { amount: 6_613_400_52 + index, currency: 'EUR', cancelableBy: ['payer', 'payee'], secondsAgo: 30 };
  return [
    {
      ...shared,
      id: customer.paymentOut,
      payer: customer.walletId,
      payee: 78_441,
      details: `Zqvkpays${10 + index}`,
      type: 'beneficiary',
    },
    {
      ...shared,
      id: customer.paymentIn,
      payer: (next ?? customer).walletId,
      payee: customer.walletId,
      details: `Zqvkasks${10 + index}`,
      type: 'password',
      password: customer.password,
    },
  ];
}

/** Everything in a value that can be told from other text; names of fields and the API's own words are none. */
function longTexts(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(longTexts);
  if (typeof value === 'number') return value >= 100_000_000 ? [String(value)] : [];
  return typeof value === 'string' && /zqvk|[0-9]{8}/i.test(value) ? value.split(/\s+/) : [];
}

/** An amount as the API writes it, as our screens do, and as a slip may. */
function amountsOf(minor: number): string[] {
  const [whole, part] = [Math.floor(minor / 100), String(minor % 100).padStart(2, '0')];
  const grouped = String(whole).replace(/(?=(?:\d{3})+$)(?!^)/g, ',');
  return [`${whole}.${part}`, `${whole},${part}`, `${grouped}.${part}`];
}

export function markedWorld(count: number): MarkedWorld {
  const customers = Array.from({ length: count }, (_, index) => customerOf(index));
  const users = customers.map(userOf);
  const pendingPayments = customers.flatMap(paymentsOf);
  const freeCards = customers.map((customer) => ({
    issuer: 'paysera',
    number: customer.freeCard,
    futureWallet: customer.futureWallet,
    code: customer.code,
  }));
  const { pendingPayments: _payments, freeCards: _cards, ...rest } = people;
  const data = SimulatorData.parse({
    ...rest,
    users: [...people.users, ...users],
    freeCards,
    pendingPayments,
  });
  const numbers = new Set(longTexts([users, pendingPayments, freeCards]));
  const amounts = customers.flatMap((_, index) => [cents(index), 28_826_500_37 + index]).flatMap(amountsOf);
  const marks = [...numbers, ...amounts, ...Object.values(markedWords)].filter((mark) => mark.length >= 8);
  return { data, customers, marks: [...new Set(marks)] };
}
