// What `import … from 'electron'` resolves to in main on this host. Any other name is an error at load time.
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import { protocol } from './schemes.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { strict } from './strict.ts';
import type * as surface from './surface.ts';

const Menu: typeof surface.Menu = strict('Menu', { setApplicationMenu() {} });
const dialog: typeof surface.dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
});
function noKeyring(): never {
  throw new Error('this host has no keyring');
}
const safeStorage: typeof surface.safeStorage = strict('safeStorage', {
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'unknown',
  encryptString: noKeyring,
  decryptString: noKeyring,
});

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session };

// The list and this module are one: a name of the list that is missing here does not compile.
type MainSurface = Omit<typeof surface, 'contextBridge' | 'ipcRenderer'>;
void ({ app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session } satisfies MainSurface);
