import { BrowserWindow } from 'electron';
import { appUrl } from './app-origin.ts';
import { createCrashCounter } from './crash-limit.ts';
import { type Face, mainWindowOptions } from './window-options.ts';

/**
 * Makes the till's window and brings its page back when its process dies; nothing of the customer survives that.
 * A page that keeps dying is not brought back any more: then `onGivenUp` says so and ends the till.
 */
export function createMainWindow(options: {
  readonly preloadFile: string;
  readonly isDevelopment: boolean;
  readonly face: Face;
  /** Whether the till is ending: a kiosk's window is closed for no other reason. */
  readonly mayClose: () => boolean;
  readonly onPageGone: (reason: string) => void;
  readonly onGivenUp: () => void;
}): { readonly window: BrowserWindow; readonly loaded: Promise<void> } {
  const window = new BrowserWindow(mainWindowOptions(options.preloadFile, options.isDevelopment, options.face));
  const crashes = createCrashCounter(() => performance.now());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    options.onPageGone(reason);
    if (window.isDestroyed()) {
      return;
    }
    if (!crashes.mayComeBack()) {
      options.onGivenUp();
      return;
    }
    // A page that came anew has no keyboard until somebody clicks, and a scanner is a keyboard.
    window.webContents.once('did-finish-load', () => window.focus());
    window.webContents.reload();
  });
  window.on('close', (event) => {
    if (options.face === 'kiosk' && !options.mayClose()) {
      event.preventDefault();
    }
  });
  window.once('ready-to-show', () => window.show());
  return { window, loaded: window.loadURL(appUrl) };
}
