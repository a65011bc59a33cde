import type { BrowserWindowConstructorOptions } from 'electron';

export type Face = 'desk' | 'kiosk';

/** A desk fits a laptop; a kiosk takes the whole display, and what lies below it cannot be reached. */
const shapeOf = {
  desk: { width: 1366, height: 768, minWidth: 1280, minHeight: 720 },
  kiosk: { width: 1080, height: 1920, kiosk: true },
} as const satisfies Record<Face, BrowserWindowConstructorOptions>;

/** What the one window is given. A function of its own so that a test can hold every lock against it. */
export function mainWindowOptions(
  preloadFile: string,
  isDevelopment: boolean,
  face: Face = 'desk',
): BrowserWindowConstructorOptions {
  return {
    ...shapeOf[face],
    show: false,
    backgroundColor: '#F2F4F1',
    autoHideMenuBar: true,
    title: 'Wallet Till',
    webPreferences: {
      preload: preloadFile,
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
      // A dictionary would be fetched from elsewhere and would see what is typed.
      spellcheck: false,
      disableDialogs: true,
      devTools: isDevelopment,
      // A scan sounds although nobody touched the page before it.
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}
