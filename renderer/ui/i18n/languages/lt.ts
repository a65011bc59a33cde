import { lt, ltPlurals } from '../lt.ts';
import { ltErrors } from '../lt-errors.ts';
import type { Language } from '../texts.ts';

export const language: Language = { name: 'Lietuvių', screens: lt, plurals: ltPlurals, errors: ltErrors };
