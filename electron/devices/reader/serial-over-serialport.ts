import type { SerialPort } from 'serialport';
import { isForbidden } from './forbidden.ts';
import type { SerialConnection, SerialPipe } from './serial-pipe.ts';

type SerialPortPackage = Pick<typeof import('serialport'), 'SerialPort'>;

function connect(port: SerialPort): SerialConnection {
  let isOver = false;
  let tellLost = (): void => {};
  const lose = () => {
    if (!isOver) {
      isOver = true;
      tellLost();
    }
  };
  port.on('close', lose);
  port.on('error', () => {
    lose();
    if (port.isOpen) {
      port.close(() => {});
    }
  });
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
        return { kind: 'library-missing' };
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
