import { closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts a text into the place of a file, for this user alone (mode 0600): written beside it, forced to the disk, renamed.
 * A crash leaves the old text or the new one, never half of one and never none. Throws as `node:fs` does.
 */
export function writeWhole(file: string, text: string): void {
  const folder = path.dirname(file);
  const beside = `${file}.${process.pid}.new`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Whoever had put a file or a link there before would still hold it open.
  rmSync(beside, { force: true });
  try {
    writeForced(beside, text);
    renameSync(beside, file);
  } catch (fault) {
    rmSync(beside, { force: true });
    throw fault;
  }
  forceFolder(folder);
}

function writeForced(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    // The process's mask may have taken bits away.
    fchmodSync(descriptor, 0o600);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The new name itself is on the disk only after this; Windows has no such call and needs none. */
function forceFolder(folder: string): void {
  if (process.platform === 'win32') {
    return;
  }
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
