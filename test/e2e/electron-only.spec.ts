// What only real Electron can prove. Without its binary these are listed and skipped, with that reason.
import { expect, test } from './fixtures.ts';

test('@electron the page lives at app:// and its frame says so to main', async ({ till: { page, electron } }) => {
  expect(await page.evaluate(() => location.origin)).toBe('app://till');
  const urls = await electron?.evaluate(({ webContents }) => webContents.getAllWebContents().map((wc) => wc.getURL()));
  expect(urls).toEqual([expect.stringMatching(/^app:\/\/till\//)]);
});

test('@electron the page is sandboxed and isolated as main sees it', async ({ till: { electron } }) => {
  const preferences = await electron?.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
});

test('@electron what crosses Electron’s own bridge is frozen and copied', async ({ till: { page } }) => {
  const found = await page.evaluate(() => {
    const { till } = globalThis as unknown as { till: Record<string, unknown> };
    return { frozen: Object.isFrozen(till), writable: Object.getOwnPropertyDescriptor(globalThis, 'till')?.writable };
  });
  expect(found).toEqual({ frozen: true, writable: false });
});

test('@electron no child window, no webview and no developer tools come up', async ({ till: { page, electron } }) => {
  await page.evaluate(() => {
    window.open('app://till/index.html');
    document.body.append(document.createElement('webview'));
  });
  const count = await electron?.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  expect(count).toBe(1);
});
