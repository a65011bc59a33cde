import type { Page } from '@playwright/test';

/** The code that went out last, as the training dock shows it. */
export async function sentCode(page: Page): Promise<string> {
  const text = await page.getByTestId('dock-codes').locator('li').first().textContent();
  return /: (\S+)$/.exec(text ?? '')?.[1] ?? '';
}
