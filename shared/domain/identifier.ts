import { z } from 'zod';
import { ok, type Result } from '../errors/result.ts';
import { readAccountNumber } from './account-number.ts';
import { readCountry } from './country.ts';
import { WalletId } from './ids.ts';
import { readLicencePlate } from './licence-plate.ts';
import { canonical, malformed } from './malformed.ts';
import { readPhone } from './phone.ts';
import { readCompanyCode, readPersonCode } from './registered-code.ts';

/** Issuers that the API names (seed 001, "Relating card to a wallet"). */
export const CardIssuer = z.enum(['vilniecio', 'paysera']);
export type CardIssuer = z.infer<typeof CardIssuer>;
/** As they are offered, the usual one first. */
export const cardIssuers: readonly CardIssuer[] = ['paysera', 'vilniecio'];

/** Number on a card's face, as text: leading zeros count (seed 001, "Card relation request"). */
export const CardNumber = z.string().regex(/^[0-9]{4,32}$/);

/** Phone with country code, digits only: no `+`, no `00` (seed 001, "Requesting wallet by other information"). */
export const Phone = canonical(readPhone);

export const Email = z
  .string()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);

/** Text of the special barcode that identifies a wallet; printable ASCII. */
export const Barcode = z.string().regex(/^[\x21-\x7e]{4,64}$/);

const countryCode = { country: canonical(readCountry), code: z.string() };

/** The code is judged by its country's rules. */
function codeOf<K extends 'person-code' | 'company-code'>(
  kind: K,
  read: (country: string, text: string) => Result<string>,
) {
  return z.strictObject({ kind: z.literal(kind), ...countryCode }).check((context) => {
    const { country, code } = context.value;
    const result = canonical((text) => read(country, text)).safeParse(code);
    for (const issue of result.error?.issues ?? []) {
      context.issues.push({ ...issue, input: code, path: ['code'] } as (typeof context.issues)[number]);
    }
  });
}

/** What a customer is found by: exactly one criterion (seed 001, "Only one of parameters can be passed"). */
export const WalletIdentifier = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wallet'), walletId: WalletId }),
  z.strictObject({ kind: z.literal('card'), issuer: CardIssuer, number: CardNumber }),
  z.strictObject({ kind: z.literal('barcode'), barcode: Barcode }),
  z.strictObject({ kind: z.literal('phone'), phone: Phone }),
  z.strictObject({ kind: z.literal('email'), email: Email }),
  z.strictObject({ kind: z.literal('account-number'), accountNumber: canonical(readAccountNumber) }),
  codeOf('person-code', readPersonCode),
  codeOf('company-code', readCompanyCode),
  z.strictObject({ kind: z.literal('licence-plate'), licencePlate: canonical(readLicencePlate) }),
  z.strictObject({ kind: z.literal('user'), userId: z.int().positive() }),
]);
export type WalletIdentifier = z.infer<typeof WalletIdentifier>;
export type IdentifierKind = WalletIdentifier['kind'];

/**
 * Reads a card's number as it is written on its face: spaces and dashes between the digits are none of it.
 * Errors: `identifier.malformed` with rule `card.number`.
 */
export function readCardNumber(text: string): Result<string> {
  const number = CardNumber.safeParse(text.replace(/[\s-]/g, ''));
  return number.success ? ok(number.data) : malformed('card.number', '4 to 32 digits, the zeros in front with them');
}

/** Reads an e-mail address. Errors: `identifier.malformed` with rule `email.form`. */
export function readEmail(text: string): Result<string> {
  const email = Email.safeParse(text.trim());
  return email.success ? ok(email.data) : malformed('email.form', 'name@host.tld, at most 254 signs');
}
