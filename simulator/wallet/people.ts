import type { SimulatorData } from './data.ts';

type Users = SimulatorData['users'];

/** The seed's customer: its examples answer with exactly this (seed 001, wallet 14471 of user 221). */
const seedUsers: Users = [
  {
    id: 221,
    displayName: 'Jonas Pavyzdys',
    confirmedTitle: 'Jonas Pavyzdys',
    phone: '37066612345',
    email: 'jonas.pavyzdys@example.com',
    companyCode: { country: 'lt', code: '300060819' },
    // No wallet_list_offline: the seed's answer carries the account's number only.
    grants: ['balance_offline', 'check_has_sufficient_balance'],
    accounts: [
      {
        number: 'EVP0010001000101',
        balances: { EUR: { atDisposal: 2299, reserved: 0 }, USD: { atDisposal: 100, reserved: 9800 } },
        wallets: [
          { id: 14471, barcode: 'WT0014471A' },
          { id: 254101, card: { issuer: 'paysera', number: '4820157736' }, paymentLimits: { EUR: 10_000 } },
        ],
      },
    ],
  },
];

const persons: Users = [
  {
    id: 5001,
    displayName: 'Žydrūnė Kelionytė-Pavyzdė',
    confirmedTitle: 'Žydrūnė Kelionytė-Pavyzdė',
    phone: '37060000001',
    email: 'zydrune@example.lt',
    licencePlate: 'PVZ001',
    grants: ['balance_offline', 'check_has_sufficient_balance', 'wallet_list_offline'],
    accounts: [
      {
        number: 'EVP0010002000001',
        description: 'Kelionių piniginė',
        ibans: ['LT000000000000000001'],
        balances: {
          EUR: { atDisposal: 148_205, reserved: 5000 },
          USD: { atDisposal: 32_050, reserved: 0 },
          GBP: { atDisposal: 7, reserved: 1200 },
          PLN: { atDisposal: 219_999, reserved: 0 },
          JPY: { atDisposal: 15_400, reserved: 600 },
          KWD: { atDisposal: 12_345, reserved: 0 },
          CHF: { atDisposal: 0, reserved: 0 },
        },
        wallets: [
          { id: 30_001, barcode: 'WT0030001B' },
          { id: 30_101, card: { issuer: 'paysera', number: '0071200345' }, paymentLimits: { EUR: 50_000 } },
        ],
      },
    ],
  },
  {
    id: 5002,
    displayName: 'Ąžuolas Čiurlys-Pavyzdys',
    confirmedTitle: 'Ąžuolas Čiurlys-Pavyzdys',
    phone: '37060000002',
    email: 'azuolas@example.lt',
    // Revoked everything; the wallet can still be found, nothing about its money can.
    grants: [],
    accounts: [
      {
        number: 'EVP0010002000002',
        balances: { EUR: { atDisposal: 64_210, reserved: 0 } },
        wallets: [
          { id: 30_002, barcode: 'WT0030002C' },
          { id: 30_102, card: { issuer: 'vilniecio', number: '200345671' } },
        ],
      },
    ],
  },
  {
    id: 5003,
    displayName: 'Ирина Образцова',
    confirmedTitle: 'Ирина Образцова',
    phone: '37060000003',
    email: 'irina@example.com',
    personCode: { country: 'lt', code: '40000000003' },
    grants: ['balance_offline', 'check_has_sufficient_balance', 'wallet_list_offline'],
    accounts: [
      {
        number: 'EVP0010002000003',
        description: 'Домашний счёт',
        balances: { EUR: { atDisposal: 8450, reserved: 150 }, PLN: { atDisposal: 40_000, reserved: 0 } },
        wallets: [
          { id: 30_003, barcode: 'WT0030003D' },
          { id: 30_103, card: { issuer: 'paysera', number: '6100450092' } },
        ],
      },
    ],
  },
  {
    id: 5004,
    displayName: 'Birutė Ribinskienė-Pavyzdė',
    confirmedTitle: 'Birutė Ribinskienė-Pavyzdė',
    phone: '37060000004',
    grants: ['balance_offline', 'check_has_sufficient_balance', 'wallet_list_offline'],
    accounts: [
      {
        number: 'EVP0010002000004',
        ibans: ['LT000000000000000004', 'LT000000000000000104'],
        balances: { EUR: { atDisposal: 35_000, reserved: 0 } },
        wallets: [
          { id: 30_004, barcode: 'WT0030004E' },
          // 20.00 EUR a payment, though the account holds more.
          { id: 30_104, card: { issuer: 'vilniecio', number: '001234567' }, paymentLimits: { EUR: 2000 } },
        ],
      },
    ],
  },
  {
    id: 5005,
    displayName: 'Kęstutis Bekvitis-Pavyzdys',
    confirmedTitle: 'Kęstutis Bekvitis-Pavyzdys',
    phone: '37060000005',
    grants: ['balance_offline', 'check_has_sufficient_balance', 'wallet_list_offline'],
    receiptsAllowed: false,
    accounts: [
      {
        number: 'EVP0010002000005',
        balances: { EUR: { atDisposal: 1999, reserved: 0 } },
        wallets: [
          { id: 30_005, barcode: 'WT0030005F' },
          { id: 30_105, card: { issuer: 'vilniecio', number: '300456782' } },
        ],
      },
    ],
  },
  {
    id: 5006,
    displayName: 'Пётр Неподтверждённый',
    // Never showed a document: the API answers null for the title.
    confirmedTitle: null,
    phone: '37060000006',
    email: 'petr@example.com',
    grants: ['balance_offline', 'check_has_sufficient_balance', 'wallet_list_offline'],
    accounts: [
      {
        number: 'EVP0010002000006',
        balances: { EUR: { atDisposal: 500, reserved: 0 } },
        wallets: [
          { id: 30_006, barcode: 'WT0030006G' },
          { id: 30_106, card: { issuer: 'paysera', number: '0000311208' } },
        ],
      },
    ],
  },
  {
    id: 5007,
    displayName: 'Nulė Tuščiūtė-Pavyzdė',
    confirmedTitle: 'Nulė Tuščiūtė-Pavyzdė',
    phone: '37060000007',
    grants: ['balance_offline', 'check_has_sufficient_balance'],
    accounts: [
      {
        number: 'EVP0010002000007',
        balances: { EUR: { atDisposal: 0, reserved: 0 }, USD: { atDisposal: 0, reserved: 0 } },
        wallets: [
          { id: 30_007, barcode: 'WT0030007H' },
          { id: 30_107, card: { issuer: 'vilniecio', number: '000777001' } },
        ],
      },
    ],
  },
  {
    id: 5008,
    displayName: 'Чеслав Шаблонов',
    confirmedTitle: 'Чеслав Шаблонов',
    phone: '37060000008',
    licencePlate: 'PVZ008',
    // May be asked for the balance, not whether it covers an amount.
    grants: ['balance_offline', 'wallet_list_offline'],
    accounts: [
      {
        number: 'EVP0010002000008',
        balances: { EUR: { atDisposal: 77_777, reserved: 0 } },
        wallets: [
          { id: 30_008, barcode: 'WT0030008J' },
          { id: 30_108, card: { issuer: 'paysera', number: '7300011229' } },
        ],
      },
    ],
  },
  {
    id: 5009,
    displayName: 'Gediminas Turtuolis-Pavyzdys',
    confirmedTitle: 'Gediminas Turtuolis-Pavyzdys',
    phone: '37060000009',
    email: 'gediminas@example.lt',
    grants: ['balance_offline', 'check_has_sufficient_balance', 'wallet_list_offline'],
    accounts: [
      {
        number: 'EVP0010002000009',
        balances: { EUR: { atDisposal: 12_345_678_901, reserved: 100_000_000 } },
        wallets: [
          { id: 30_009, barcode: 'WT0030009K' },
          { id: 30_109, card: { issuer: 'paysera', number: '9000123450' } },
        ],
      },
    ],
  },
  {
    id: 5010,
    displayName: 'Šarūnė Bevardytė-Pavyzdė',
    confirmedTitle: 'Šarūnė Bevardytė-Pavyzdė',
    phone: '37060000010',
    // The balance only: no names, and no answer on amounts. The IBAN comes regardless of scopes (seed 001, "ibans").
    grants: ['balance_offline'],
    accounts: [
      {
        number: 'EVP0010002000010',
        ibans: ['LT000000000000000010'],
        balances: { EUR: { atDisposal: 12_050, reserved: 0 }, JPY: { atDisposal: 5000, reserved: 0 } },
        wallets: [{ id: 30_010, barcode: 'WT0030010L' }],
      },
    ],
  },
];

const companies: Users = [
  {
    id: 6001,
    displayName: 'UAB „Rūta ir pavyzdžiai“',
    confirmedTitle: 'UAB „Rūta ir pavyzdžiai“',
    phone: '37060000101',
    email: 'ruta@example.lt',
    companyCode: { country: 'lt', code: '900000001' },
    grants: ['balance_offline', 'check_has_sufficient_balance', 'wallet_list_offline'],
    accounts: [
      {
        number: 'EVP0010003000001',
        description: 'Kasos sąskaita',
        ibans: ['LT000000000000000101'],
        balances: { EUR: { atDisposal: 0, reserved: 25_000 } },
        wallets: [
          // Only persons use a company's account (seed 000, "Account").
          { id: 31_001, heldBy: 5001, barcode: 'WT0031001M' },
          { id: 31_101, heldBy: 5001, card: { issuer: 'paysera', number: '8800100017' } },
        ],
      },
    ],
  },
  {
    id: 6002,
    displayName: 'ООО «Пример и товарищи»',
    confirmedTitle: 'ООО «Пример и товарищи»',
    companyCode: { country: 'lv', code: '900000002' },
    grants: ['balance_offline', 'check_has_sufficient_balance', 'wallet_list_offline'],
    accounts: [
      {
        number: 'EVP0010003000002',
        balances: { EUR: { atDisposal: 523_400, reserved: 0 }, USD: { atDisposal: 90_000, reserved: 10_000 } },
        wallets: [
          { id: 31_002, heldBy: 5003, barcode: 'WT0031002N' },
          { id: 31_102, heldBy: 5003, card: { issuer: 'vilniecio', number: '400567893' } },
        ],
      },
    ],
  },
  {
    id: 6003,
    displayName: 'MB „Du pavyzdiniai ąžuolai“',
    confirmedTitle: 'MB „Du pavyzdiniai ąžuolai“',
    companyCode: { country: 'lt', code: '900000003' },
    grants: ['balance_offline', 'check_has_sufficient_balance'],
    accounts: [
      {
        number: 'EVP0010003000003',
        balances: { EUR: { atDisposal: 4321, reserved: 0 } },
        wallets: [{ id: 31_003, heldBy: 5009, barcode: 'WT0031003P' }],
      },
    ],
  },
];

/** The people that the simulator starts with: the seed's own, and others who are plainly made up. */
export const people: SimulatorData = {
  currencies: {
    EUR: { exponent: 2, eurPerMillion: 1_000_000 },
    // The rate behind the seed's example: 1.00 USD is 0.75 EUR and 98.00 USD are 73.39 EUR.
    USD: { exponent: 2, eurPerMillion: 748_900 },
    GBP: { exponent: 2, eurPerMillion: 1_150_000 },
    PLN: { exponent: 2, eurPerMillion: 235_000 },
    CHF: { exponent: 2, eurPerMillion: 1_060_000 },
    JPY: { exponent: 0, eurPerMillion: 6100 },
    KWD: { exponent: 3, eurPerMillion: 2_980_000 },
  },
  // The seed asks for `me` with the same id as for 14471, so that id stands for this user's token too.
  client: { receiptsEnabled: true, personCodeSearch: false, me: 14471 },
  users: [...seedUsers, ...persons, ...companies],
  freeCards: [
    { issuer: 'paysera', number: '5487963154', futureWallet: 254789 },
    { issuer: 'vilniecio', number: '005550001', futureWallet: 254790 },
  ],
  samples: [
    { id: 'main', title: 'Jonas P.', hint: 'main', issuer: 'paysera', number: '4820157736' },
    { id: 'many-currencies', title: 'Žydrūnė K.', hint: 'many-currencies', issuer: 'paysera', number: '0071200345' },
    { id: 'cyrillic', title: 'Ирина О.', hint: 'cyrillic', issuer: 'paysera', number: '6100450092' },
    { id: 'company', title: 'UAB „Rūta“', hint: 'company', issuer: 'paysera', number: '8800100017' },
    { id: 'card-wallet', title: 'Birutė R.', hint: 'card-wallet', issuer: 'vilniecio', number: '001234567' },
    { id: 'revoked', title: 'Ąžuolas Č.', hint: 'revoked', issuer: 'vilniecio', number: '200345671' },
    { id: 'no-receipt', title: 'Kęstutis B.', hint: 'no-receipt', issuer: 'vilniecio', number: '300456782' },
    { id: 'nobody', title: '•••• 0111', hint: 'nobody', issuer: 'vilniecio', number: '999000111' },
    { id: 'free', title: '•••• 3154', hint: 'free', issuer: 'paysera', number: '5487963154' },
  ],
  barcodes: [
    { text: 'WT0014471A', hint: 'customer' },
    { text: 'WT0030003D', hint: 'customer' },
    { text: 'WT9999999Z', hint: 'unknown' },
  ],
};
