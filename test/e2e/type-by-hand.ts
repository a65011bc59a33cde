import type { Page } from '@playwright/test';

/** Keys at a person's pace: slower than any scanner, so that none is taken for one. */
export const typeByHand = (page: Page, text: string) => page.keyboard.type(text, { delay: 90 });
