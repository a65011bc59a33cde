import { defaultReaderRules, type ReaderRules } from '../../../shared/domain/reader-rules.ts';
import { createLineAssembler, type LineResult } from './line-assembler.ts';
import { createOutlet, type Outlet } from './outlet.ts';
import type { Reader } from './port.ts';
import type { SerialConnection, SerialPipe } from './serial-pipe.ts';
import { systemTimers, type Timers } from './timers.ts';

export interface SerialScannerOptions {
  readonly pipe: SerialPipe;
  /** The port by name: `/dev/ttyACM0`, `/dev/serial/by-id/…`, `COM3`. Never guessed: a modem answers to scans, too. */
  readonly path: string;
  /** USB scanners ignore it; the ones on a real RS-232 port say it in their manual. */
  readonly baudRate?: number;
  readonly clock: () => number;
  readonly timers?: Timers;
  /** `suffix` and `maxGapMs` are used here, the rest where the reading is understood. */
  readonly rules?: Pick<ReaderRules, 'suffix' | 'maxGapMs'>;
}

const reopenIntervalMs = 1_000;
const patienceMs = 2_000;

/** Takes a connection's bytes apart into readings; answers with what to do when the port is gone. */
function attach(
  connection: SerialConnection,
  outlet: Outlet,
  { suffix, maxGapMs }: Pick<ReaderRules, 'suffix' | 'maxGapMs'>,
  timers: Timers,
): () => void {
  const assembler = createLineAssembler(suffix);
  let forgetPause = (): void => {};

  function report(result: LineResult | null): void {
    if (result !== null) {
      outlet.deliver(result.kind === 'complete' ? { kind: 'text', text: result.text } : result);
    }
  }

  connection.onBytes((bytes) => {
    forgetPause();
    const results = assembler.add(bytes);
    bytes.fill(0);
    for (const result of results) {
      report(result);
    }
    if (assembler.hasSome) {
      forgetPause = timers.after(maxGapMs, () => report(assembler.pause()));
    }
  });
  return () => {
    forgetPause();
    // Half a reading when the cable went: of somebody, but of whom is not known.
    if (assembler.pause() !== null) {
      outlet.deliver({ kind: 'unreadable' });
    }
  };
}

/** A barcode scanner at a serial port, real or over USB. Opened again by itself when it was unplugged. */
export function createSerialScanner(options: SerialScannerOptions): Reader {
  const { pipe, path, baudRate = 9_600, timers = systemTimers, rules = defaultReaderRules } = options;
  const outlet = createOutlet('serial-scanner', options.clock);
  let connection: SerialConnection | null = null;
  let forgetTimer = (): void => {};
  let isClosed = false;

  function tryLater(): void {
    if (!isClosed) {
      forgetTimer = timers.after(reopenIntervalMs, () => void open());
    }
  }

  /** One opening at a time: one that hangs is a state and is waited for. */
  async function open(): Promise<void> {
    const forgetPatience = timers.after(patienceMs, () => outlet.setState('hung'));
    const answer = await pipe.open(path, { baudRate });
    forgetPatience();
    if (answer.kind !== 'open') {
      outlet.setState(answer.kind);
      tryLater();
      return;
    }
    if (isClosed) {
      await answer.connection.close();
      return;
    }
    connection = answer.connection;
    const onGone = attach(connection, outlet, rules, timers);
    connection.onLost(() => {
      connection = null;
      onGone();
      outlet.setState('absent');
      tryLater();
    });
    outlet.setState('listening');
  }
  void open();

  return {
    name: 'serial-scanner',
    get state() {
      return outlet.state;
    },
    listen: outlet.listen,
    onStateChanged: outlet.onStateChanged,
    async close() {
      isClosed = true;
      forgetTimer();
      outlet.shut();
      await connection?.close();
    },
  };
}
