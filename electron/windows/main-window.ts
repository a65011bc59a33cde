import { BrowserWindow } from 'electron';
import { appUrl } from './app-origin.ts';
import { mainWindowOptions } from './window-options.ts';

/** Opens the till's window and brings its page back when its process dies; nothing of the customer survives that. */
export async function openMainWindow(options: {
  readonly preloadFile: string;
  readonly isDevelopment: boolean;
  readonly onPageGone: (reason: string) => void;
}): Promise<BrowserWindow> {
  const window = new BrowserWindow(mainWindowOptions(options.preloadFile, options.isDevelopment));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    options.onPageGone(reason);
    if (!window.isDestroyed()) {
      window.webContents.reload();
    }
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(appUrl);
  return window;
}
