import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Locale } from '../../../shared/domain/locale.ts';
import type { ErrorCode } from '../../../shared/errors/error-table.ts';
import { en, enPlurals } from './en.ts';
import { enErrors } from './en-errors.ts';
import { lt, ltPlurals } from './lt.ts';
import { ltErrors } from './lt-errors.ts';
import { ru, ruPlurals } from './ru.ts';
import { ruErrors } from './ru-errors.ts';
import type { ErrorText, PluralKey, PluralTexts, TextKey } from './texts.ts';

/** i18next finds the form of a word by a suffix that `Intl.PluralRules` names: `seconds_few`. */
function suffixed(plurals: Partial<PluralTexts<Intl.LDMLPluralRule>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(plurals).flatMap(([word, forms]) =>
      Object.entries(forms).map(([category, text]) => [`${word}_${category}`, text]),
    ),
  );
}

export const resources = {
  en: { translation: { ...en, plurals: suffixed(enPlurals as never), errors: enErrors } },
  lt: { translation: { ...lt, plurals: suffixed(ltPlurals as never), errors: ltErrors } },
  ru: { translation: { ...ru, plurals: suffixed(ruPlurals as never), errors: ruErrors } },
} as const;

/** Starts the texts in one language; all three are inside, so that switching never waits. */
export async function startTexts(locale: Locale): Promise<i18n> {
  const instance = createInstance();
  await instance.init({
    lng: locale,
    fallbackLng: false,
    resources,
    // Codes of errors have points in them, so a path is written with slashes.
    keySeparator: '/',
    nsSeparator: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

export type TextValues = Readonly<Record<string, string | number>>;

/** The texts of one language, and the shapes that numbers and times have in it. */
export interface Texts {
  readonly locale: Locale;
  t(key: TextKey, values?: TextValues): string;
  plural(key: PluralKey, count: number): string;
  error(code: ErrorCode): ErrorText;
  /** Time of day with seconds, of the station's own clock; `at` in milliseconds since the epoch. */
  time(at: number): string;
  /** Time of day without seconds. */
  clock(at: number): string;
  /** A day, with its month in words where that keeps it from being misread: `20 Nov 2026`. */
  day(at: number): string;
  /** Day and time of day with seconds. */
  moment(at: number): string;
  number(value: number, digits?: number): string;
}

/** Wraps i18next's untyped look-up in the keys that exist. */
export function textsOf(t: TFunction, locale: Locale): Texts {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  // The word for "year" behind a Russian year says nothing that the number does not.
  const dayText = (at: number) => day.format(at).replace(/\s*г\.$/, '');
  const numbers = new Map<number, Intl.NumberFormat>();
  const numberFormat = (digits: number): Intl.NumberFormat => {
    const format =
      numbers.get(digits) ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    numbers.set(digits, format);
    return format;
  };
  return {
    locale,
    t: (key, values) => t(key, { ...values }),
    plural: (key, count) => t(`plurals/${key}`, { count }),
    error: (code) => t(`errors/${code}`, { returnObjects: true }) as unknown as ErrorText,
    time: (at) => time.format(at),
    clock: (at) => clock.format(at),
    day: dayText,
    moment: (at) => `${dayText(at)}, ${time.format(at)}`,
    number: (value, digits = 0) => numberFormat(digits).format(value),
  };
}
