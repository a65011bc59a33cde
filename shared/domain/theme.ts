import { z } from 'zod';

/** Looks of the screens: on light, on dark, and the strongest contrast (design tokens, `data-theme`). */
export const Theme = z.enum(['light', 'dark', 'contrast']);
export type Theme = z.infer<typeof Theme>;
export const themes = Theme.options;
