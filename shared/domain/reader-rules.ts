import { z } from 'zod';
import { CardIssuer } from './identifier.ts';

// What a station says of one of its readers. Everything has a usual value: a reader without a row works.

/** Symbologies by the letter of their AIM mark (ISO/IEC 15424, table of symbology identifiers). */
export const symbologyOfAimLetter = {
  A: 'code-39',
  C: 'code-128',
  E: 'ean-upc',
  F: 'codabar',
  G: 'code-93',
  I: 'interleaved-2-of-5',
  L: 'pdf417',
  Q: 'qr-code',
  d: 'data-matrix',
  e: 'gs1-databar',
  z: 'aztec',
} as const;

export type Symbology = (typeof symbologyOfAimLetter)[keyof typeof symbologyOfAimLetter];

const symbologies = Object.values(symbologyOfAimLetter) as [Symbology, ...Symbology[]];

/** Which digits of a reading are the number on the card's face, and whose card it is. */
export const CardRule = z
  .strictObject({
    /** How many digits the reading has. */
    digits: z.int().min(4).max(32),
    /** What they begin with. */
    startsWith: z
      .string()
      .regex(/^[0-9]{0,16}$/)
      .default(''),
    /** Digits in front that are none of the number. */
    skip: z.int().min(0).max(28).default(0),
    /** Digits of the number; the rest behind it is dropped. */
    take: z.int().min(4).max(32),
    issuer: CardIssuer,
  })
  .refine(({ digits, skip, take }) => skip + take <= digits, 'skip and take together are at most digits');
export type CardRule = z.infer<typeof CardRule>;

/** How a chip's number is turned into the number on the face, where a shop's cards are printed that way. */
export const UidRule = z.strictObject({
  /** `decimal` reads the bytes as one number, `decimal-reversed` the last byte first. */
  form: z.enum(['decimal', 'decimal-reversed']),
  /** Digits on the face; zeros are put in front. */
  digits: z.int().min(4).max(20),
  issuer: CardIssuer,
});
export type UidRule = z.infer<typeof UidRule>;

/** One sign or several that a scanner puts around what it read; control characters are allowed, that is what they are. */
const Affix = z
  .string()
  .min(1)
  .max(16)
  .refine((text) => Array.from(text).every((sign) => sign > '\0' && sign < '\u007f'));

export const ReaderRules = z.strictObject({
  /** Put in front by the reader and no part of the text; null for none. A reading without it is unreadable. */
  prefix: Affix.nullable().default(null),
  /**
   * What ends a reading of a serial scanner, such as CR; null when it sends nothing and only a pause ends it.
   * `line-end` is any of CR, LF, HT and ETX.
   */
  suffix: z
    .union([z.literal('line-end'), Affix])
    .nullable()
    .default('line-end'),
  /** Longest pause within one reading of a serial scanner. */
  maxGapMs: z.int().min(20).max(2_000).default(300),
  /** Symbologies in which customers' codes come, for scanners that tell; null for all of them. */
  symbologies: z.array(z.enum(symbologies)).min(1).nullable().default(null),
  /** Beginnings of the shop's own codes: coupons, staff cards, bags. */
  shopCodes: z
    .array(z.string().regex(/^[\x21-\x7e]{1,32}$/))
    .max(32)
    .default([]),
  /** First match wins. */
  cards: z
    .array(CardRule)
    .max(16)
    .default([
      { digits: 10, startsWith: '', skip: 0, take: 10, issuer: 'paysera' },
      { digits: 9, startsWith: '', skip: 0, take: 9, issuer: 'vilniecio' },
    ]),
  /** Null: a chip's number says nothing about the face, and the card's number is typed. */
  uid: UidRule.nullable().default(null),
});
export type ReaderRules = z.infer<typeof ReaderRules>;

/** The rules of a reader that a station says nothing of. */
export const defaultReaderRules: ReaderRules = ReaderRules.parse({});

/** Rules of a station's readers by their name; the ones it does not name have the usual rules. */
export const ReaderRulesByName = z.partialRecord(
  z.enum([
    'keyboard-wedge',
    'hid-scanner',
    'stripe-reader',
    'contactless-reader',
    'serial-scanner',
    'simulated-scanner',
  ]),
  ReaderRules,
);
export type ReaderRulesByName = z.infer<typeof ReaderRulesByName>;
