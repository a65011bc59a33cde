// On the frozen list: compiles against Electron and against the development host.
import { app, BrowserWindow, ipcMain } from 'electron';

export async function useListed(): Promise<void> {
  await app.whenReady();
  ipcMain.handle('station/read', (event) => event.senderFrame?.url);
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } });
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  await window.loadURL('app://till/index.html');
}
