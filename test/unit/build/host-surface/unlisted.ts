// Real Electron, so it compiles with the rest of the project; not on the frozen list, so each use is an error there.
import { app, BrowserWindow, ipcMain, powerMonitor, screen, session } from 'electron'; // refused

export function useUnlisted(): void {
  app.setLoginItemSettings({ openAtLogin: true }); // refused
  app.on('browser-window-focus', () => undefined); // refused
  powerMonitor.on('suspend', () => undefined);
  ipcMain.handleOnce('station/read', () => undefined); // refused
  session.defaultSession.clearCache(); // refused
  const window = new BrowserWindow({ transparent: true }); // refused
  window.setProgressBar(1); // refused
  window.webContents.openDevTools(); // refused
  screen.getCursorScreenPoint(); // refused
  screen.getPrimaryDisplay().scaleFactor; // refused
  new BrowserWindow({ webPreferences: { sandbox: false } }); // refused
}
