import type { BrowserWindowConstructorOptions } from 'electron';

/** What the one window is given. A function of its own so that a test can hold every lock against it. */
export function mainWindowOptions(preloadFile: string, isDevelopment: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1280,
    minHeight: 720,
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
