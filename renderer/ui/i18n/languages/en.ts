import { en, enPlurals } from '../en.ts';
import { enErrors } from '../en-errors.ts';
import type { Language } from '../texts.ts';

export const language: Language = { name: 'English', screens: en, plurals: enPlurals, errors: enErrors };
