import type { CDPSession, Page } from '@playwright/test';

const enter = { code: 'Enter', key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
const keyOf = (digit: string) => ({
  code: `Digit${digit}`,
  key: digit,
  text: digit,
  windowsVirtualKeyCode: digit.charCodeAt(0),
});

type Key = ReturnType<typeof keyOf>;

/** Told to the browser in one go, so that a busy machine does not stretch the pauses into a person's. */
async function press(devtools: CDPSession, keys: readonly Key[]): Promise<void> {
  await Promise.all(
    keys.flatMap((key) => [
      devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, text: undefined }),
    ]),
  );
}

/** A browser drops what is typed before it has painted the page: a person would see nothing to scan for yet. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    while (performance.getEntriesByName('first-contentful-paint').length === 0) {
      await new Promise(requestAnimationFrame);
    }
  });

/**
 * Types digits and Enter as a scanner in keyboard mode does: each key down and up, without waiting for anybody.
 * `beforeLast` is called when nothing but the Enter is left to be typed.
 */
export async function scanByWedge(page: Page, digits: string, beforeLast?: () => void): Promise<void> {
  await painted(page);
  const devtools = await page.context().newCDPSession(page);
  const keys = Array.from(digits, keyOf);
  if (beforeLast === undefined) {
    await press(devtools, [...keys, enter]);
  } else {
    await press(devtools, keys);
    beforeLast();
    await press(devtools, [enter]);
  }
  await devtools.detach();
}
