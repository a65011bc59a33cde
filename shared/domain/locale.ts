import { z } from 'zod';

/** Languages of the receipt (seed 001, "Getting balance receipt for a wallet"), and of a station when it starts. */
export const Locale = z.enum(['en', 'lt', 'ru']);
export type Locale = z.infer<typeof Locale>;
export const locales = Locale.options;

/** A language of the screens, by the name of its file: there may be more of them than the receipt has. */
export type ScreenLocale = string;

/** The language of the receipt for somebody who reads the screens in this one: the same where the API has it. */
export function receiptLocaleFor(screen: ScreenLocale): Locale {
  return Locale.catch('en').parse(screen);
}
