import type { Bridge, EventPayload } from '../../shared/contract/live.ts';
import type { Station, StationStatus } from '../../shared/contract/station.ts';
import { ScanId, SessionId, WalletId } from '../../shared/domain/ids.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';

// People and figures that are plainly made up, the same in every picture.

export const noon = Date.parse('2026-03-14T12:04:30+02:00');
export const EUR = CurrencyCode.parse('EUR');
const USD = CurrencyCode.parse('USD');

/** A main process that hears everything and never answers: what is shown stays as it is. */
export const silentTill: Bridge = { call: () => new Promise(() => undefined), on: () => () => undefined };

export const station: Station = {
  mode: 'live',
  testServer: false,
  host: 'electron',
  name: 'Till 3, Pilies g. 12',
  version: '0.1.0',
  locale: 'en',
  theme: 'light',
  supportPhone: '+370 5 000 0000',
  currency: EUR,
  receipt: { locale: 'en', width: 42, columns: 42 },
  operationsOff: [],
  amountEntry: 'decimal',
  keepAmount: false,
  idleTimeoutMs: 60_000,
};

export const allIsWell: StationStatus = {
  link: { kind: 'reached', latencyMs: 84 },
  printer: { kind: 'ready', paperLow: false },
  readers: [
    { name: 'hid-scanner', state: 'listening' },
    { name: 'contactless-reader', state: 'listening' },
  ],
};

export const ticket: EventPayload<'customer/scan-received'> = {
  scan: ScanId.parse('scan-1'),
  by: 'card',
  masked: '•••• 3154',
  from: 'contactless-reader',
  at: noon,
};

export const session = SessionId.parse('session-1');

export const wallet: EventPayload<'customer/identified'>['wallet'] = {
  walletId: WalletId.parse(14471),
  ownedByCard: false,
  maskedName: 'J••• K•••',
  maskedAccount: 'EVP ••• 0101',
  description: 'Kišenpinigiai',
};

type BalanceView = EventPayload<'customer/balance-read'>['balance'];

function row(currency: string, atDisposal: string, reserved: string, converted: string | null = null) {
  return {
    currency: CurrencyCode.parse(currency),
    amounts: { atDisposal, reserved },
    converted: converted === null ? null : { atDisposal: converted, reserved: '0.00' },
  };
}

export const oneCurrency: BalanceView = {
  rows: [row(EUR, '22.99', '0.00')],
  convertedTo: null,
  total: null,
  readAt: noon,
};

export const twoCurrencies: BalanceView = {
  ...oneCurrency,
  rows: [row(EUR, '22.99', '0.00'), row(USD, '1.00', '98.00')],
};

/** As many as the list beside the key pad holds without scrolling, and more; amounts up to nine signs. */
export const manyCurrencies: BalanceView = {
  ...oneCurrency,
  rows: [
    row('EUR', '123456.78', '1500.00'),
    row('USD', '1.00', '98.00'),
    row('GBP', '940.10', '0.00'),
    row('PLN', '48210.55', '12.00'),
    row('SEK', '0.00', '0.00'),
    row('JPY', '15000', '0'),
    row('CHF', '77.20', '0.00'),
  ],
};

export const converted: BalanceView = {
  rows: [row(EUR, '22.99', '0.00', '22.99'), row(USD, '1.00', '98.00', '0.92')],
  convertedTo: EUR,
  total: { atDisposal: '23.91', reserved: '90.25' },
  readAt: noon,
};

export function failure(code: ErrorCode, details?: AppError['details']): AppError {
  return appError(code, details);
}
