import { createHash } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, type Stats } from 'node:fs';
import path from 'node:path';

/** Where the running till of a data folder is spoken to, and where a peer proves whose it is. */
export interface SocketPlace {
  /** Of the data folder, for this user alone. */
  readonly folder: string;
  readonly address: string;
  /** Lets go of what a long path needed. */
  release(): void;
}

const folderName = 'till-socket';
const socketName = 'till.sock';
/** `sun_path` holds 108 bytes on Linux and 104 elsewhere, the end included. */
const longestAddress = 100;

export function socketFolder(dataDir: string): string {
  return path.join(dataDir, folderName);
}

/** The folder must be there. Null where its path is too long for a socket of this system. */
export function socketPlace(dataDir: string, platform: NodeJS.Platform = process.platform): SocketPlace | null {
  const folder = socketFolder(dataDir);
  if (platform === 'win32') {
    const name = createHash('sha256').update(path.resolve(dataDir).toLowerCase()).digest('hex').slice(0, 32);
    return { folder, address: `\\\\.\\pipe\\wallet-till-${name}`, release: () => {} };
  }
  const address = path.join(folder, socketName);
  if (Buffer.byteLength(address) <= longestAddress) {
    return { folder, address, release: () => {} };
  }
  if (platform !== 'linux') {
    return null;
  }
  // The kernel takes the path apart by itself: by way of the open folder it is always short enough.
  const handle = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  return { folder, address: `/proc/self/fd/${handle}/${socketName}`, release: () => closeSync(handle) };
}

/** Whether a thing is this user's and nobody else may touch it; null for a system without such numbers. */
export function isOnlyOurs({ uid, mode }: Pick<Stats, 'uid' | 'mode'>, userId: number | null): boolean {
  return userId === null || (uid === userId && (mode & 0o077) === 0);
}

/** What is there itself, not what a link leads to; null for nothing. Throws as `node:fs` does for all else. */
export function lookAt(file: string): Stats | null {
  return lstatSync(file, { throwIfNoEntry: false }) ?? null;
}
