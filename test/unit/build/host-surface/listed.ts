// On the frozen list: compiles against Electron and against the development host.
import { app, BrowserWindow, ipcMain, screen } from 'electron';

export async function useListed(): Promise<void> {
  await app.whenReady();
  ipcMain.handle('station/read', (event) => event.senderFrame?.url);
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } });
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  await window.loadURL('app://till/index.html');
  const deskDisplay = screen.getDisplayMatching(window.getBounds());
  screen.on('display-removed', (_event, display) => display.id === deskDisplay.id && window.close());
  const { bounds } = screen.getAllDisplays().at(-1) ?? screen.getPrimaryDisplay();
  new BrowserWindow({ ...bounds, fullscreen: true, show: false }).showInactive();
}
