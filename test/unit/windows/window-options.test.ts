import { expect, test } from 'vitest';
import { contentSecurityPolicy, resolveAsset } from '../../../electron/windows/assets.ts';
import { displayWindowOptions, mainWindowOptions } from '../../../electron/windows/window-options.ts';

test('the window is given every lock that Electron has', () => {
  const { webPreferences } = mainWindowOptions('/somewhere/preload.cjs', false);
  expect(webPreferences).toEqual({
    preload: '/somewhere/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    disableDialogs: true,
    devTools: false,
    autoplayPolicy: 'no-user-gesture-required',
  });
});

test('a kiosk has the whole display and the same locks', () => {
  const kiosk = mainWindowOptions('/somewhere/preload.cjs', false, 'kiosk');
  expect(kiosk).toMatchObject({ kiosk: true, width: 1080, height: 1920 });
  expect(kiosk.webPreferences).toEqual(mainWindowOptions('/somewhere/preload.cjs', false).webPreferences);
  expect(mainWindowOptions('/p', false)).not.toHaveProperty('kiosk');
});

test('the customer’s window is given the same locks, and a display whole or a window of the usual size', () => {
  const bounds = { x: 1366, y: 0, width: 1024, height: 600 };
  const whole = displayWindowOptions('/somewhere/preload.cjs', false, {
    kind: 'on-display',
    place: { id: 2, bounds },
  });
  expect(whole).toMatchObject({ ...bounds, fullscreen: true, show: false });
  const window = displayWindowOptions('/somewhere/preload.cjs', false, { kind: 'in-window' });
  expect(window).toMatchObject({ width: 1024, height: 600 });
  expect(window).not.toHaveProperty('fullscreen');
  for (const { webPreferences } of [whole, window]) {
    expect(webPreferences).toEqual(mainWindowOptions('/somewhere/preload.cjs', false).webPreferences);
  }
});

test('developer tools exist only in a development build', () => {
  expect(mainWindowOptions('/p', true).webPreferences?.devTools).toBe(true);
});

test('the content security policy starts from nothing and allows nothing unsafe', () => {
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'/);
  expect(contentSecurityPolicy).not.toMatch(/unsafe-|\*|https?:|data:|blob:/);
});

test.each([
  ['/index.html', '/app/renderer/index.html'],
  ['/assets/till.css', '/app/renderer/assets/till.css'],
])('a file of the page is found: %s', (pathname, file) => {
  expect(resolveAsset('/app/renderer', pathname)).toBe(file);
});

test.each([
  '/../main/main.js',
  '/%2e%2e/main/main.js',
  '/..%2fmain/main.js',
  '/assets/x.map',
  '/a%00.html',
  '/%E0%A4%A',
  '/',
])('what is outside the page or of no known type is not served: %s', (pathname) => {
  expect(resolveAsset('/app/renderer', pathname)).toBeNull();
});
