import { createInstance, type i18n, type TFunction } from 'i18next';
import type { ScreenLocale } from '../../../shared/domain/locale.ts';
import type { ErrorCode } from '../../../shared/errors/error-table.ts';
import type { ErrorText, Language, PluralKey, ScreenTexts, TextKey } from './texts.ts';

/** Every file in `languages/` is a language of the screens. */
const files = import.meta.glob<{ readonly language: Language }>('./languages/*.ts', { eager: true });
const languages: ReadonlyMap<ScreenLocale, Language> = new Map(
  Object.entries(files).map(([file, { language }]) => [file.replace(/^.*\/|\.ts$/g, ''), language]),
);

/** Languages that the screens have, by their codes. */
export const screenLocales: readonly ScreenLocale[] = [...languages.keys()];

/** A language by its own name. */
export const languageName = (locale: ScreenLocale): string => languages.get(locale)?.name ?? locale;

/** What the screens say in a language that is not the one they speak now. Throws for a language that there is not. */
export function screenTextsIn(locale: ScreenLocale): ScreenTexts {
  const language = languages.get(locale);
  if (language === undefined) {
    throw new RangeError(`no language ${locale}`);
  }
  return language.screens;
}

/** i18next finds the form of a word by a suffix that `Intl.PluralRules` names: `seconds_few`. */
function suffixed(plurals: Language['plurals']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(plurals).flatMap(([word, forms]) =>
      Object.entries(forms).map(([category, text]) => [`${word}_${category}`, text]),
    ),
  );
}

const resources = Object.fromEntries(
  [...languages].map(([locale, { screens, plurals, errors }]) => [
    locale,
    { translation: { ...screens, plurals: suffixed(plurals), errors } },
  ]),
);

/** Starts the texts in one language; all of them are inside, so that switching never waits. */
export async function startTexts(locale: ScreenLocale): Promise<i18n> {
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

type TextValues = Readonly<Record<string, string | number>>;

/** The texts of one language, and the shapes that numbers and times have in it. */
export interface Texts {
  readonly locale: ScreenLocale;
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
export function textsOf(t: TFunction, locale: ScreenLocale): Texts {
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
