import { constants } from 'node:fs';
import { access } from 'node:fs/promises';

/**
 * Does the system show this device's file and not let this user open it? Asked beside the library, whose words for it
 * are the system's and in its language. Paths that are no files (Windows) leave it to the opening itself.
 */
export async function isForbidden(path: string): Promise<boolean> {
  if (!path.startsWith('/')) {
    return false;
  }
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return false;
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM';
  }
}
