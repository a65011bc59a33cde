import type { SerialPort } from 'serialport';
import type { BytePipe, PipeListener, PipeSource } from './byte-pipe.ts';
import { type Refused, refuseOtherThanDevice } from './device-node.ts';
import { exclusiveSource } from './exclusive-opening.ts';

/** How a serial line is set; printers have switches for it. */
export interface SerialLine {
  /** `/dev/ttyUSB0`, `/dev/ttyS0`, `COM3`. */
  readonly path: string;
  readonly baudRate: number;
  /** How a full printer holds the sender up. */
  readonly flow?: 'none' | 'rtscts' | 'xonxoff';
}

/** A printer on a serial line. It is ours alone while it is open: the line is locked. */
export function serialSource(line: SerialLine): PipeSource {
  return exclusiveSource(async (listener, onClosing) => {
    const refusal = isPath(line.path) ? await refuseOtherThanDevice(line.path) : null;
    if (refusal !== null) return refusal;
    const port = await portOf(line);
    if (port === null) return { kind: 'refused', state: { kind: 'absent' } };
    const error = await new Promise<Error | null>((resolve) => port.open(resolve));
    return error === null ? { kind: 'open', pipe: pipeOver(port, listener, onClosing) } : refusalOfText(error.message);
  });
}

/** `COM3` is a name and no path: Windows itself refuses what is no port. */
const isPath = (path: string): boolean => path.startsWith('/');

/** Loaded when first used: a system without the native part still has a till. Null where it cannot be loaded. */
async function portOf({ path, baudRate, flow = 'none' }: SerialLine): Promise<SerialPort | null> {
  const library = await import('serialport').catch(() => null);
  if (library === null) return null;
  const control = { rtscts: flow === 'rtscts', xon: flow === 'xonxoff', xoff: flow === 'xonxoff' };
  return new library.SerialPort({ path, baudRate, lock: true, hupcl: false, autoOpen: false, ...control });
}

/** The library's errors have no codes, only texts. */
function refusalOfText(message: string): Refused {
  const refuse = (state: Refused['state']): Refused => ({ kind: 'refused', state });
  if (/lock|busy|access denied/i.test(message)) return refuse({ kind: 'in-use' });
  if (/permission/i.test(message)) return refuse({ kind: 'absent', reason: 'no-permission' });
  if (/inappropriate ioctl|not a tty/i.test(message)) return refuse({ kind: 'absent', reason: 'not-a-device' });
  return refuse({ kind: 'absent' });
}

function pipeOver(port: SerialPort, listener: PipeListener, onClosing: (done: Promise<void>) => void): BytePipe {
  let isOpen = true;

  /** Ends it once, on our side at least; the system may take its time. */
  function end(): void {
    if (!isOpen) return;
    isOpen = false;
    onClosing(closed(port));
    listener.onClosed();
  }

  port.on('data', (bytes: Buffer) => {
    if (isOpen) listener.onBytes(bytes);
  });
  // Stays for the life of the port: an error without a listener would end the process.
  port.on('error', end);
  port.on('close', end);
  return {
    get isOpen() {
      return isOpen;
    },
    send(bytes, onTaken) {
      port.write(bytes, (error) => {
        if (!error && isOpen) onTaken?.();
      });
    },
    // The sender turns what the library still holds into NUL, which a printer passes over; the system's part is dropped.
    dropWaiting: () => port.flush(),
    close: end,
    abandon() {
      if (isOpen) port.flush();
      end();
    },
  };
}

function closed(port: SerialPort): Promise<void> {
  if (!port.isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    port.close(() => resolve());
  });
}
