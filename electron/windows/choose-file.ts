import { dialog } from 'electron';

/** The host's dialog for one file; null where the host has none. Answers with the path, or null when nothing was chosen. */
export function fileDialog(): (() => Promise<string | null>) | null {
  if (!('showOpenDialog' in dialog)) {
    return null;
  }
  return async () => {
    const chosen = await dialog.showOpenDialog?.({ properties: ['openFile'] });
    return chosen?.canceled === false ? (chosen.filePaths[0] ?? null) : null;
  };
}
