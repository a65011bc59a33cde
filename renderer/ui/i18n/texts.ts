import type { ErrorCode } from '../../../shared/errors/error-table.ts';
import type { en } from './en.ts';

/** What a person at the desk reads when something did not work. */
export interface ErrorText {
  /** The cause in a few words; also stands in the status strip. */
  readonly title: string;
  /** What it means for the customer and the money. */
  readonly what: string;
  /** What to do, in order; the line with the support's phone follows by itself. */
  readonly next: readonly string[];
}

/** Codes whose texts stand in files of their own. */
export type StationErrorCode = Extract<
  ErrorCode,
  `report.${string}` | `journal.${string}` | `operator.${string}` | `station.${string}`
>;

export type CredentialErrorCode = Extract<ErrorCode, `credentials.${string}`>;
export type DiagnosisErrorCode = Extract<ErrorCode, `bundle.${string}`>;

/** A code of the error table without a text in a language does not compile. */
export type ErrorTexts = Readonly<Record<ErrorCode, ErrorText>>;

type Shape<T> = T extends string ? string : { readonly [K in keyof T]: Shape<T[K]> };

/** Every text of the screens but the errors; English gives the shape, a missing key does not compile. */
export type ScreenTexts = Shape<typeof en>;

/** Words with a number in them, in every form that the language has (CLDR categories, as `Intl.PluralRules` names them). */
export type PluralTexts<Category extends Intl.LDMLPluralRule> = Readonly<
  Record<
    | 'signsTyped'
    | 'kioskAttempts'
    | 'minutes'
    | 'symbolsPerLine'
    | 'seconds'
    | 'inSeconds'
    | 'rows'
    | 'times'
    | 'attemptsLeft',
    Readonly<Record<Category, string>>
  >
>;
export type PluralKey = keyof PluralTexts<'other'>;

/** All that a language is. Its file stands in `languages/` under the language's code, and is found there by the build. */
export interface Language {
  /** By its own name: whoever needs it reads it. */
  readonly name: string;
  readonly screens: ScreenTexts;
  /** In every form that the language has; `npm run build` ends where one is missing. */
  readonly plurals: Readonly<Record<PluralKey, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;
  readonly errors: ErrorTexts;
}

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}/${Paths<T[K]>}` }[keyof T & string];

/** Path of a text: `waiting/title`. */
export type TextKey = Paths<typeof en>;
