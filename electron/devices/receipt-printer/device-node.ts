import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { PipeOpening } from './byte-pipe.ts';

export type Refused = Extract<PipeOpening, { kind: 'refused' }>;

const refuse = (state: Refused['state']): Refused => ({ kind: 'refused', state });

/** Why a device could not be opened, by the system's error. */
export function refusalOf(error: unknown): Refused {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // usblp lets one program in at a time; so does a lock on a serial port.
  if (code === 'EBUSY' || code === 'EAGAIN' || code === 'EWOULDBLOCK') return refuse({ kind: 'in-use' });
  if (code === 'EACCES' || code === 'EPERM') return refuse({ kind: 'absent', reason: 'no-permission' });
  return refuse({ kind: 'absent' });
}

/**
 * Is there a character device at a path? Anything else is refused before it is opened: a missing printer must not become
 * a regular file with a customer's receipt in it. Null when there is one.
 */
export async function refuseOtherThanDevice(path: string): Promise<Refused | null> {
  try {
    const found = await stat(path);
    return found.isCharacterDevice() ? null : refuse({ kind: 'absent', reason: 'not-a-device' });
  } catch (error) {
    return refusalOf(error);
  }
}

/**
 * Opens a device for reading and writing so that neither ever waits; never creates a file. What is at the path is looked
 * at before and after, because it can change in between.
 */
export async function openDeviceNode(path: string): Promise<FileHandle | Refused> {
  const refusal = await refuseOtherThanDevice(path);
  if (refusal !== null) return refusal;
  try {
    const handle = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
    if ((await handle.stat()).isCharacterDevice()) return handle;
    await handle.close();
    return refuse({ kind: 'absent', reason: 'not-a-device' });
  } catch (error) {
    return refusalOf(error);
  }
}
