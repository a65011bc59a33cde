import type { BrowserWindowConstructorOptions } from 'electron';
import type { Placement } from './place-display.ts';

export type Face = 'desk' | 'kiosk';

/** A desk fits a laptop; a kiosk takes the whole display, and what lies below it cannot be reached. */
const shapeOf = {
  desk: { width: 1366, height: 768, minWidth: 1280, minHeight: 720 },
  kiosk: { width: 1080, height: 1920, kiosk: true },
} as const satisfies Record<Face, BrowserWindowConstructorOptions>;

/** Every lock that Electron has; of every window alike. */
function lockedPreferences(preloadFile: string, isDevelopment: boolean) {
  return {
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
  } as const satisfies BrowserWindowConstructorOptions['webPreferences'];
}

const usual = {
  show: false,
  backgroundColor: '#F2F4F1',
  autoHideMenuBar: true,
  title: 'Wallet Till',
} as const satisfies BrowserWindowConstructorOptions;

/** What the till's window is given. A function of its own so that a test can hold every lock against it. */
export function mainWindowOptions(
  preloadFile: string,
  isDevelopment: boolean,
  face: Face = 'desk',
): BrowserWindowConstructorOptions {
  return { ...shapeOf[face], ...usual, webPreferences: lockedPreferences(preloadFile, isDevelopment) };
}

/** The size for which the customer's display is drawn; it is scaled to any other. */
const displaySize = { width: 1024, height: 600 } as const;

/** What the window on the customer's side is given: a whole display, or a window of the usual size. */
export function displayWindowOptions(
  preloadFile: string,
  isDevelopment: boolean,
  placement: Exclude<Placement, { kind: 'no-display' }>,
): BrowserWindowConstructorOptions {
  return {
    ...(placement.kind === 'on-display' ? { ...placement.place.bounds, fullscreen: true } : displaySize),
    ...usual,
    webPreferences: lockedPreferences(preloadFile, isDevelopment),
  };
}
