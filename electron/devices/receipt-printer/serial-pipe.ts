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

// On a busy system a thread of ours can still be inside a read when the line is closed, and the lock is ours until it is out.
const mostLockTries = 5;
const lockTryMs = 20;

/** A printer on a serial line. It is ours alone while it is open: the line is locked. */
export function serialSource(line: SerialLine): PipeSource {
  return exclusiveSource(async (listener, onClosing) => {
    const refusal = isPath(line.path) ? await refuseOtherThanDevice(line.path) : null;
    if (refusal !== null) return refusal;
    const port = await portOf(line);
    if (port === null) return { kind: 'refused', state: { kind: 'absent' } };
    for (let tries = 1; ; tries += 1) {
      const error = await new Promise<Error | null>((resolve) => port.open(resolve));
      if (error === null) return { kind: 'open', pipe: pipeOver(port, listener, onClosing) };
      const refused = refusalOfText(error.message);
      if (refused.state.kind !== 'in-use' || tries === mostLockTries) return refused;
      await new Promise((resolve) => setTimeout(resolve, lockTryMs));
    }
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
  /** Settled when the system has dropped what was to be dropped; null when nothing was. */
  let dropped: Promise<void> | null = null;

  /** Ends it once, on our side at least; the system may take its time. */
  function end(): void {
    if (!isOpen) return;
    isOpen = false;
    onClosing(closed(port));
    listener.onClosed();
  }

  /** Drops what the system still holds in either direction. It works beside our writes: what is sent now waits for it. */
  function drop(): Promise<void> {
    dropped = new Promise((resolve) => port.flush(() => resolve()));
    return dropped;
  }

  function write(bytes: Uint8Array, onTaken: (() => void) | undefined): void {
    port.write(bytes, (error) => {
      if (!error && isOpen) onTaken?.();
    });
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
      if (dropped === null) write(bytes, onTaken);
      else void dropped.then(() => isOpen && write(bytes, onTaken));
    },
    // The sender turns what the library still holds into NUL, which a printer passes over; the system's part is dropped.
    dropWaiting: () => void drop(),
    close: end,
    abandon() {
      if (!isOpen) return;
      isOpen = false;
      // Closed only then: a line that is closed sends on what the system holds.
      onClosing(drop().then(() => closed(port)));
      listener.onClosed();
    },
  };
}

function closed(port: SerialPort): Promise<void> {
  if (!port.isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    port.close(() => resolve());
  });
}
