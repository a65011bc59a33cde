import type { Page } from '@playwright/test';

const enter = { code: 'Enter', key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
const keyOf = (digit: string) => ({
  code: `Digit${digit}`,
  key: digit,
  text: digit,
  windowsVirtualKeyCode: digit.charCodeAt(0),
});

/**
 * Types digits and Enter as a scanner in keyboard mode does: each key down and up, without waiting for anybody.
 * Told to the browser in one go, so that a busy machine does not stretch the pauses into a person's.
 */
export async function scanByWedge(page: Page, digits: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const told = [...Array.from(digits, keyOf), enter].flatMap((key) => [
    devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
    devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, text: undefined }),
  ]);
  await Promise.all(told);
  await devtools.detach();
}
