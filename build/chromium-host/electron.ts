// What `import … from 'electron'` resolves to on this host. A name that is not exported here is an error at load time.

import { strict } from './strict.ts';
import type * as surface from './surface.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';
export { protocol } from './schemes.ts';
export { session } from './session.ts';

export const Menu: typeof surface.Menu = strict('Menu', { setApplicationMenu() {} });
export const dialog: typeof surface.dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
});
