import { appError } from '../errors/app-error.ts';
import { err, ok, type Result } from '../errors/result.ts';
import { Barcode, CardNumber, type WalletIdentifier } from './identifier.ts';
import {
  type CardRule,
  defaultReaderRules,
  type ReaderRules,
  type Symbology,
  symbologyOfAimLetter,
} from './reader-rules.ts';
import type { ReadingContent } from './reading.ts';
import { numberInTrackText } from './track-data.ts';

export type ScannedIdentifier = Extract<WalletIdentifier, { kind: 'card' | 'barcode' }>;

/**
 * What a code that is no customer's is called in `details.symbology`; `in-store` is what a shop printed itself, and
 * any other symbology is one in which this station's customers' codes do not come.
 */
export type ProductSymbology = 'ean-13' | 'ean-8' | 'upc-a' | 'isbn' | 'issn' | 'in-store' | Symbology;

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

/** AIM's mark of the symbology, where a scanner sends it (ISO/IEC 15424): `]C1`, `]E0`. */
const aimMark = /^\]([A-Za-z])[0-9A-Za-z]/;

/** First sign of a magnetic stripe as a keyboard reader types it (ISO/IEC 7813): `%` of track 1, `;` of track 2. */
const stripeStart = /^[%;]/;

/**
 * Decides what a reading identifies: a card by the digits on its face, otherwise the wallet's own barcode.
 * Nothing is asked of the service to decide it.
 * Errors: `scan.product-barcode` with `symbology`; `scan.chip-number-only`; `scan.unreadable`. No error carries what
 * was read.
 */
export function readScan(content: ReadingContent, rules: ReaderRules = defaultReaderRules): Result<ScannedIdentifier> {
  switch (content.kind) {
    case 'card': {
      const number = CardNumber.safeParse(content.number);
      return number.success ? ok({ kind: 'card', issuer: content.issuer, number: number.data }) : unreadable();
    }
    case 'stripe':
      // Any other number on a stripe may be a bank card's: it is nobody's business here and is never sent anywhere.
      return readCard(content.number, rules.cards) ?? unreadable();
    case 'uid':
      return readUid(content.uid, rules);
    case 'text':
      return readText(content.text.trim(), rules);
    case 'unreadable':
      return unreadable();
  }
}

function splitMark(raw: string): { readonly mark: string; readonly body: string } {
  const mark = aimMark.exec(raw)?.[0] ?? '';
  return { mark, body: raw.slice(mark.length) };
}

/** The prefix stands behind the mark of the symbology, or before it: that is the scanner's choice. */
function readText(raw: string, rules: ReaderRules): Result<ScannedIdentifier> {
  const prefix = rules.prefix ?? '';
  const outer = splitMark(raw);
  if (!outer.body.startsWith(prefix)) {
    return unreadable();
  }
  const rest = outer.body.slice(prefix.length);
  const { mark, body } = outer.mark === '' ? splitMark(rest) : { mark: outer.mark, body: rest };
  // Of a serial scanner the assembler took it away already; what ends a line stands in no text.
  const suffix = rules.suffix === null || rules.suffix === 'line-end' ? '' : rules.suffix;
  const isEnded = suffix !== '' && body.endsWith(suffix);
  return readMarked(mark, isEnded ? body.slice(0, -suffix.length) : body, rules);
}

function readMarked(mark: string, text: string, rules: ReaderRules): Result<ScannedIdentifier> {
  return stripeStart.test(text) ? readStripe(text, rules) : readPrinted(mark.charAt(1), text, rules);
}

function readStripe(text: string, { cards }: ReaderRules): Result<ScannedIdentifier> {
  return readCard(numberInTrackText(text) ?? '', cards) ?? unreadable();
}

function readPrinted(aimLetter: string, text: string, rules: ReaderRules): Result<ScannedIdentifier> {
  const other = symbologyOfOther(text, aimLetter, rules);
  if (other !== null) {
    return err(appError('scan.product-barcode', { symbology: other }));
  }
  const card = readCard(text, rules.cards);
  const barcode = Barcode.safeParse(text);
  return card ?? (barcode.success ? ok({ kind: 'barcode', barcode: barcode.data }) : unreadable());
}

/** What kind of code this is when it is no customer's; null when it may be one's. */
function symbologyOfOther(text: string, aimLetter: string, rules: ReaderRules): ProductSymbology | null {
  if (rules.shopCodes.some((beginning) => text.startsWith(beginning))) {
    return 'in-store';
  }
  const product = symbologyOfProduct(text);
  if (product !== null || aimLetter === '') {
    return product;
  }
  const symbology = (symbologyOfAimLetter as Readonly<Record<string, Symbology>>)[aimLetter] ?? null;
  const isCustomers = rules.symbologies === null ? symbology !== 'ean-upc' : isIn(rules.symbologies, symbology);
  return isCustomers ? null : symbology;
}

/** A symbology that we do not know cannot be refused by name; the text decides. */
function isIn(symbologies: readonly Symbology[], symbology: Symbology | null): boolean {
  return symbology === null || symbologies.includes(symbology);
}

function readCard(digits: string, rules: readonly CardRule[]): Result<ScannedIdentifier> | null {
  const isDigits = /^[0-9]+$/.test(digits);
  const rule = rules.find((row) => isDigits && digits.length === row.digits && digits.startsWith(row.startsWith));
  return rule === undefined
    ? null
    : ok({ kind: 'card', issuer: rule.issuer, number: digits.slice(rule.skip, rule.skip + rule.take) });
}

/** A chip's number is not the one on the face (seed 001, "Relating card"), unless the station says how they relate. */
function readUid(uid: string, { uid: rule }: ReaderRules): Result<ScannedIdentifier> {
  if (rule === null) {
    return err(appError('scan.chip-number-only'));
  }
  const bytes = uid.match(/[0-9a-f]{2}/gi) ?? [];
  const hex = (rule.form === 'decimal' ? bytes : bytes.toReversed()).join('');
  const number = hex === '' ? '' : BigInt(`0x${hex}`).toString().padStart(rule.digits, '0');
  return number.length === rule.digits ? ok({ kind: 'card', issuer: rule.issuer, number }) : unreadable();
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
