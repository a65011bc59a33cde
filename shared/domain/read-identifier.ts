import type { AppError } from '../errors/app-error.ts';
import { ok, type Result } from '../errors/result.ts';
import { readAccountNumber } from './account-number.ts';
import { readCountry } from './country.ts';
import {
  Barcode,
  CardIssuer,
  type IdentifierKind,
  readCardNumber,
  readEmail,
  type WalletIdentifier,
} from './identifier.ts';
import { WalletId } from './ids.ts';
import { readLicencePlate } from './licence-plate.ts';
import { malformed } from './malformed.ts';
import { readPhone } from './phone.ts';
import { readCompanyCode, readPersonCode } from './registered-code.ts';

/**
 * Reads what a script or a person wrote for one kind of identifier, corrected where that is certain. A card is
 * `ISSUER:NUMBER`, a person's or company's code `COUNTRY:CODE`.
 * Errors: `identifier.malformed` with `details.rule` and `details.allowed`; none repeats the text.
 */
export function readIdentifier(kind: IdentifierKind, text: string): Result<WalletIdentifier> {
  switch (kind) {
    case 'wallet':
      return map(readNumber(text, 'wallet.number'), (id) => ({ kind, walletId: id as WalletId }));
    case 'card':
      return readCard(text);
    case 'barcode':
      return map(readBarcode(text), (barcode) => ({ kind, barcode }));
    case 'phone':
      return map(readPhone(text), (phone) => ({ kind, phone }));
    case 'email':
      return map(readEmail(text), (email) => ({ kind, email }));
    case 'account-number':
      return map(readAccountNumber(text), (accountNumber) => ({ kind, accountNumber }));
    case 'person-code':
      return map(readCodeOfCountry(text, readPersonCode), (code) => ({ kind, ...code }));
    case 'company-code':
      return map(readCodeOfCountry(text, readCompanyCode), (code) => ({ kind, ...code }));
    case 'licence-plate':
      return map(readLicencePlate(text), (licencePlate) => ({ kind, licencePlate }));
    case 'user':
      return map(readNumber(text, 'user.number'), (userId) => ({ kind, userId }));
  }
}

/** Reads `ISSUER:NUMBER`. Errors: `identifier.malformed` with rule `card.issuer` or `card.number`. */
export function readCard(text: string): Result<Extract<WalletIdentifier, { kind: 'card' }>> {
  const [, before = '', after = ''] = /^([^:]*):(.*)$/s.exec(text.trim()) ?? [];
  const issuer = CardIssuer.safeParse(before);
  return issuer.success
    ? map(readCardNumber(after), (number) => ({ kind: 'card', issuer: issuer.data, number }))
    : malformed('card.issuer', CardIssuer.options.map((name) => `${name}:NUMBER`).join(' or '));
}

function readCodeOfCountry(
  text: string,
  read: (country: string, text: string) => Result<string>,
): Result<{ country: string; code: string }> {
  const [, before, after = ''] = /^([^:]*):(.*)$/s.exec(text.trim()) ?? [];
  if (before === undefined) {
    return malformed('code.country', 'COUNTRY:CODE, such as lt:300060819');
  }
  const country = readCountry(before);
  return country.ok ? map(read(country.value, after), (code) => ({ country: country.value, code })) : country;
}

function readBarcode(text: string): Result<string> {
  const barcode = Barcode.safeParse(text.trim());
  return barcode.success ? ok(barcode.data) : malformed('barcode.form', '4 to 64 printable signs without spaces');
}

function readNumber(text: string, rule: string): Result<number> {
  const number = /^[0-9]{1,15}$/.test(text.trim()) ? Number(text) : 0;
  return WalletId.safeParse(number).success ? ok(number) : malformed(rule, 'a whole number greater than zero');
}

function map<T, U>(result: Result<T, AppError>, change: (value: T) => U): Result<U> {
  return result.ok ? ok(change(result.value)) : result;
}
