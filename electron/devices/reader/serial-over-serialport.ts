import { stat } from 'node:fs/promises';
import type { SerialPort } from 'serialport';
import { isForbidden } from './forbidden.ts';
import type { SerialConnection, SerialPipe } from './serial-pipe.ts';

type SerialPortPackage = Pick<typeof import('serialport'), 'SerialPort'>;

/** Between two looks whether the port's device is still the one that was opened. */
const lookIntervalMs = 1_000;

/** Which device a path leads to; null when to none. Paths that are no files (Windows) are not looked at. */
async function deviceAt(path: string): Promise<string | null> {
  return path.startsWith('/')
    ? stat(path).then(
        ({ rdev, ino }) => `${rdev} ${ino}`,
        () => null,
      )
    : path;
}

/**
 * Watches over an open port. serialport 13 does not always notice that a line was hung up: a read that gives nothing
 * is repeated at once and for ever. So the device itself is looked at, too, and the port closed when it has gone.
 */
function connect(port: SerialPort): SerialConnection {
  let isOver = false;
  let tellLost = (): void => {};
  const lose = () => {
    clearInterval(timer);
    if (port.isOpen) {
      port.close(() => {});
    }
    if (!isOver) {
      isOver = true;
      tellLost();
    }
  };
  // Only once it is open: before, the path may lead to nothing yet, and would seem unchanged when it leads to nothing again.
  const opened = deviceAt(port.path);
  const timer = setInterval(async () => {
    const now = await deviceAt(port.path);
    if (now === null || now !== (await opened)) {
      lose();
    }
  }, lookIntervalMs);
  timer.unref();
  port.on('close', lose);
  port.on('error', lose);
  return {
    onBytes(listener) {
      port.on('data', (bytes: Buffer) => {
        if (!isOver) {
          listener(bytes);
        }
      });
    },
    onLost(listener) {
      tellLost = listener;
    },
    close() {
      isOver = true;
      clearInterval(timer);
      return new Promise((resolve) => {
        if (port.isOpen) {
          port.close(() => resolve());
        } else {
          resolve();
        }
      });
    },
  };
}

/** The real pipe. `load` is how the package comes in; its native part may be missing. */
export function createSerialPortPipe(load: () => Promise<SerialPortPackage> = () => import('serialport')): SerialPipe {
  return {
    async open(path, { baudRate }) {
      let SerialPort: SerialPortPackage['SerialPort'];
      try {
        ({ SerialPort } = await load());
      } catch {
        return { kind: 'driver-missing' };
      }
      const forbidden = await isForbidden(path);
      return new Promise((resolve) => {
        const port = new SerialPort({ path, baudRate, autoOpen: false });
        port.open((fault) => {
          const trouble = forbidden ? 'no-permission' : 'absent';
          resolve(fault === null ? { kind: 'open', connection: connect(port) } : { kind: trouble });
        });
      });
    },
  };
}
