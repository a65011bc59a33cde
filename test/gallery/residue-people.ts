// People whose every datum can be told apart from everything else in a page's memory.
import type { SimulatorData } from '../../simulator/wallet/data.ts';

export interface MarkedCustomer {
  /** Held to the reader to begin. */
  readonly card: string;
  /** Held to the reader to be related. */
  readonly newCard: string;
  readonly code: string;
  /** An amount that is asked about for them, in cents of a euro, and how it is found again. */
  readonly asked: { readonly cents: number; readonly mark: RegExp };
  /** What must be found of them while they are served: what their own page shows or was given. */
  readonly shown: readonly RegExp[];
  /** What must not be found of them once they have gone. */
  readonly marks: readonly RegExp[];
}

const digits = (value: number, length: number) => String(value).padStart(length, '0');

/** `7654321.09` however a language groups and points it. */
function amountMark(decimal: string): RegExp {
  const [whole = '', cents = ''] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '[\\s\\u00a0\\u202f.,]?');
  return new RegExp(`${grouped}[.,]${cents}`);
}

const decimal = (cents: number) => `${Math.floor(cents / 100)}.${digits(cents % 100, 2)}`;

function customerOf(index: number) {
  const serial = 101 + index;
  const disposal = 700_000_000 + serial * 104_729;
  const reserved = 300_000_000 + serial * 7_919;
  const word = `Zymuo${[...digits(serial, 4)].map((sign) => 'abcdefghij'[Number(sign)]).join('')}`;
  return {
    serial,
    disposal,
    reserved,
    asked: 500_000_000 + serial * 7_877,
    word,
    walletId: 600_000 + serial * 10,
    cardWalletId: 600_001 + serial * 10,
    futureWallet: 600_002 + serial * 10,
    card: digits(7_300_000_000 + serial * 1_009, 10),
    newCard: digits(8_400_000_000 + serial * 1_013, 10),
    code: [...digits(serial * 7_907, 7)].map((sign) => 'KLMNPRSTVZ'[Number(sign)]).join(''),
    account: `EVP77${digits(serial * 3_571, 8)}77`,
    decimals: [decimal(disposal), decimal(reserved)] as const,
  };
}

type Made = ReturnType<typeof customerOf>;

function userOf(made: Made): SimulatorData['users'][number] {
  const { serial, word, account } = made;
  return {
    id: 500_000 + serial,
    displayName: `${word} Pavyzdys`,
    confirmedTitle: `${word} Pavyzdys`,
    grants: ['balance_offline', 'check_has_sufficient_balance', 'statements_offline', 'wallet_list_offline'],
    accounts: [
      {
        number: account,
        description: `${word} taupo`,
        balances: { EUR: { atDisposal: made.disposal, reserved: made.reserved } },
        statements: [
          {
            id: 900_000 + serial,
            amount: 12_345,
            currency: 'EUR',
            direction: 'in',
            date: Math.floor(Date.now() / 1000) - 3_600,
            details: `${word} pervedimas`,
            otherParty: { name: `${word} Siuntėjas` },
          },
        ],
        wallets: [
          { id: made.walletId },
          { id: made.cardWalletId, card: { issuer: 'paysera', number: made.card }, paymentLimits: {} },
        ],
      },
    ],
  };
}

function markedCustomer(made: Made): MarkedCustomer {
  const { card, newCard, code, word, account } = made;
  const shown = [...made.decimals.map(amountMark), new RegExp(word)];
  const never = [card, newCard, account, code];
  return {
    card,
    newCard,
    code,
    asked: { cents: made.asked, mark: amountMark(decimal(made.asked)) },
    shown,
    marks: [
      ...shown,
      ...[...never, String(made.cardWalletId), String(made.futureWallet)].map((text) => new RegExp(text)),
      // What is left of a masked number.
      ...[card, newCard].map((number) => new RegExp(`•{2,} ?${number.slice(-4)}`)),
    ],
  };
}

/** So many customers, each with a card, money, a movement, and a free card to relate. */
export function markedWorld(count: number): {
  readonly data: SimulatorData;
  readonly customers: readonly MarkedCustomer[];
} {
  const made = Array.from({ length: count }, (_, index) => customerOf(index));
  const data: SimulatorData = {
    currencies: { EUR: { exponent: 2, eurPerMillion: 1_000_000 } },
    client: { receiptsEnabled: true, personCodeSearch: false },
    users: made.map(userOf),
    freeCards: made.map(({ newCard, futureWallet, code }) => ({
      issuer: 'paysera' as const,
      number: newCard,
      futureWallet,
      code,
    })),
    samples: [],
    barcodes: [],
  };
  return { data, customers: made.map(markedCustomer) };
}
