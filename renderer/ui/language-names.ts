import type { Locale } from '../../shared/domain/locale.ts';

/** Each language by its own name: whoever needs it reads it. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', lt: 'Lietuvių', ru: 'Русский' };
