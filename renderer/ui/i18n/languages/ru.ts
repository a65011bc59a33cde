import { ru, ruPlurals } from '../ru.ts';
import { ruErrors } from '../ru-errors.ts';
import type { Language } from '../texts.ts';

export const language: Language = { name: 'Русский', screens: ru, plurals: ruPlurals, errors: ruErrors };
