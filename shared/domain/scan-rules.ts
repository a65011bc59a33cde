import { appError } from '../errors/app-error.ts';
import { err, ok, type Result } from '../errors/result.ts';
import { Barcode, type CardIssuer, CardNumber, type WalletIdentifier } from './identifier.ts';
import type { ReadingContent } from './reading.ts';

export type ScannedIdentifier = Extract<WalletIdentifier, { kind: 'card' | 'barcode' }>;

/** What a product's barcode is called in `details.symbology`; `in-store` is a label that a shop printed itself. */
export type ProductSymbology = 'ean-13' | 'ean-8' | 'upc-a' | 'isbn' | 'issn' | 'in-store' | 'ean-upc';

interface CardRule {
  readonly digits: RegExp;
  readonly issuer: CardIssuer;
}

/** How many digits stand on the face of each issuer's cards. One row per issuer: the lengths may not overlap. */
const cardRules: readonly CardRule[] = [
  { digits: /^[0-9]{10}$/, issuer: 'paysera' },
  { digits: /^[0-9]{9}$/, issuer: 'vilniecio' },
];

interface ProductRule {
  readonly form: RegExp;
  /** Digits that the check digit closes; what follows is the price or issue beside a book or a magazine. */
  readonly checkedDigits: number;
  readonly symbology: ProductSymbology;
}

/** First match wins (GS1 General Specifications: prefixes 977 to 979, 20 to 29, and the check digit). */
const productRules: readonly ProductRule[] = [
  { form: /^97[89][0-9]{10}([0-9]{2}|[0-9]{5})?$/, checkedDigits: 13, symbology: 'isbn' },
  { form: /^977[0-9]{10}([0-9]{2}|[0-9]{5})?$/, checkedDigits: 13, symbology: 'issn' },
  { form: /^0?2[0-9]{11}$/, checkedDigits: 13, symbology: 'in-store' },
  { form: /^2[0-9]{12}$/, checkedDigits: 13, symbology: 'in-store' },
  { form: /^[0-9]{13}$/, checkedDigits: 13, symbology: 'ean-13' },
  { form: /^[0-9]{12}$/, checkedDigits: 12, symbology: 'upc-a' },
  { form: /^2[0-9]{7}$/, checkedDigits: 8, symbology: 'in-store' },
  { form: /^[0-9]{8}$/, checkedDigits: 8, symbology: 'ean-8' },
];

/** AIM's mark of the symbology, where a scanner was told to send it (ISO/IEC 15424): `]C1`, `]E0`. */
const aimMark = /^\]([A-Za-z])[0-9A-Za-z]/;

/** First sign of a magnetic stripe as a keyboard reader types it (ISO/IEC 7813): `%` of track 1, `;` of track 2. */
const stripeStart = /^[%;]/;
/** The number on track 1 `%B…^…?`, or on track 2 `;…=…?`. */
const stripeNumber = /^%[A-Z]?([0-9 ]+)\^|;([0-9]+)[=?]/;

/**
 * Decides what a reading identifies: a card by the digits on its face, otherwise the wallet's own barcode.
 * Errors: `scan.product-barcode` with `symbology`; `scan.unreadable`. No error carries what was read.
 */
export function readScan(content: ReadingContent): Result<ScannedIdentifier> {
  if (content.kind === 'card') {
    const number = CardNumber.safeParse(content.number);
    return number.success ? ok({ kind: 'card', issuer: content.issuer, number: number.data }) : unreadable();
  }
  const raw = content.text.trim();
  return stripeStart.test(raw) ? readStripe(raw) : readPrinted(raw);
}

function readStripe(raw: string): Result<ScannedIdentifier> {
  const track = stripeNumber.exec(raw);
  const number = (track?.[1] ?? track?.[2] ?? '').replaceAll(' ', '');
  // Any other number on a stripe may be a bank card's: it is nobody's business here and is never sent anywhere.
  return readCard(number) ?? unreadable();
}

function readPrinted(raw: string): Result<ScannedIdentifier> {
  const mark = aimMark.exec(raw);
  const text = mark === null ? raw : raw.slice(mark[0].length);
  const isRetailSymbology = mark?.[1] === 'E';
  const symbology = symbologyOfProduct(text) ?? (isRetailSymbology ? 'ean-upc' : null);
  if (symbology !== null) {
    return err(appError('scan.product-barcode', { symbology }));
  }
  const barcode = Barcode.safeParse(text);
  return readCard(text) ?? (barcode.success ? ok({ kind: 'barcode', barcode: barcode.data }) : unreadable());
}

function readCard(number: string): Result<ScannedIdentifier> | null {
  const rule = cardRules.find(({ digits }) => digits.test(number));
  return rule === undefined ? null : ok({ kind: 'card', issuer: rule.issuer, number });
}

function symbologyOfProduct(text: string): ProductSymbology | null {
  const rule = productRules.find(
    ({ form, checkedDigits }) => form.test(text) && hasValidCheckDigit(text.slice(0, checkedDigits)),
  );
  return rule?.symbology ?? null;
}

/** GS1 modulo 10: weights 3 and 1 from the right, the check digit itself weighing 1. */
function hasValidCheckDigit(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

function unreadable(): Result<never> {
  return err(appError('scan.unreadable'));
}
