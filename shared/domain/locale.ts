import { z } from 'zod';

/** Languages of the receipt (seed 001, "Getting balance receipt for a wallet") and of the screens. */
export const Locale = z.enum(['en', 'lt', 'ru']);
export type Locale = z.infer<typeof Locale>;
export const locales = Locale.options;
