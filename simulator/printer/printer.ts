import type { Socket } from 'node:net';
import type { Paper } from '../../shared/domain/paper.ts';
import { epsonPageTables, type PageTables } from './code-tables.ts';
import { createInterpreter, type InterpreterHost } from './interpreter.ts';
import { createPaperRoll } from './paper-roll.ts';
import { createRealTimeWatch } from './real-time.ts';
import { automaticStatus, isOffline, paperSensorStatus, realTimeStatus, type Sensors } from './status.ts';

/** What can be the matter with the simulated printer. Several may hold at once. */
export type PrinterCondition =
  | 'paper-out'
  | 'cover-open'
  | 'cutter-jammed'
  /** No power: nobody listens, and what was in the buffer is gone. */
  | 'off'
  /** Takes connections and bytes and does nothing with them. */
  | 'silent'
  /** Another station has the only connection: every new one is closed at once. */
  | 'in-use'
  /** Prints, and answers nothing from the first letter of a job on. */
  | 'mute-after-data'
  /** Resets a connection when its 60th byte has arrived; what arrived is printed. */
  | 'reset-after-60-bytes';

export interface PrinterOptions {
  /** Symbols a line in font A; a TM-T88V's 42 unless told otherwise. */
  readonly columns?: number;
  readonly pages?: PageTables;
}

const mostReceived = 64 * 1024;
const mostUnknown = 100;
const resetAfterBytes = 60;
const clearResponse = Uint8Array.of(0x37, 0x25, 0x00);

/** The printer behind the socket: buffer, paper, sensors and answers. */
export function createPrinter(options: PrinterOptions) {
  const conditions = new Set<PrinterCondition>();
  const paperListeners = new Set<(paper: Paper) => void>();
  const unknownCommands: string[] = [];
  let received = Buffer.alloc(0);
  let linesLeft: number | null = null;
  let paperChanged = false;
  const sockets = new Set<Socket>();
  let station: Socket | null = null;
  let automatic = 0;
  let muted = false;

  const sensors = (): Sensors => ({
    paperOut: conditions.has('paper-out'),
    coverOpen: conditions.has('cover-open'),
    cutterJammed: conditions.has('cutter-jammed'),
  });
  const roll = createPaperRoll(options.columns ?? 42, () => {
    paperChanged = true;
    if (linesLeft === null) return;
    linesLeft -= 1;
    if (linesLeft <= 0) setCondition('paper-out', true);
  });
  const interpreterHost: InterpreterHost = {
    roll,
    tables: options.pages ?? epsonPageTables,
    isBlocked: () => isOffline(sensors()),
    onStatusAsked: () => answer(Uint8Array.of(paperSensorStatus(sensors()))),
    onAutomaticStatus: (mask) => {
      automatic = mask;
      reportStatus();
    },
    onLetter: () => {
      muted ||= conditions.has('mute-after-data');
    },
    onUnknown: (hex) => {
      unknownCommands.push(hex);
      unknownCommands.splice(0, unknownCommands.length - mostUnknown);
    },
  };
  const interpreter = createInterpreter(interpreterHost);

  function answer(bytes: Uint8Array): void {
    if (!muted && !conditions.has('silent') && station?.writable === true) station.write(bytes);
  }

  function reportStatus(): void {
    if (automatic !== 0) answer(automaticStatus(sensors()));
  }

  function tellPaper(): void {
    if (!paperChanged) return;
    paperChanged = false;
    for (const listener of paperListeners) listener(roll.paper);
  }

  function setCondition(condition: PrinterCondition, on: boolean): void {
    if (conditions.has(condition) === on) return;
    if (on) conditions.add(condition);
    else conditions.delete(condition);
    if (condition === 'paper-out' && !on) linesLeft = null;
    if (condition === 'mute-after-data' && !on) muted = false;
    // Whoever had the connection until now is not the station that has it from now on.
    if (condition === 'in-use' && on) loseConnections();
    if (!on || isOffline(sensors())) reportStatus();
    if (!on) {
      interpreter.resume();
      tellPaper();
    }
  }

  function take(bytes: Uint8Array, watch: ReturnType<typeof createRealTimeWatch>): void {
    received = Buffer.concat([received, bytes]).subarray(-mostReceived);
    if (!conditions.has('silent')) {
      // Byte by byte: a real-time command counts where it arrives, before what follows it is worked on.
      for (const byte of bytes) {
        interpreter.take(Uint8Array.of(byte));
        const command = watch(byte);
        if (command?.kind === 'status') answer(Uint8Array.of(realTimeStatus(sensors(), command.n)));
        if (command?.kind === 'clear') {
          interpreter.clear();
          answer(clearResponse);
        }
      }
    }
    tellPaper();
  }

  function serve(socket: Socket): void {
    const isTaken = station !== null && !station.destroyed;
    if (conditions.has('in-use') || isTaken) socket.destroy();
    if (socket.destroyed) return;
    station = socket;
    const watch = createRealTimeWatch();
    let bytesOfConnection = 0;
    socket.on('data', (bytes) => {
      const fits = conditions.has('reset-after-60-bytes')
        ? Math.max(0, resetAfterBytes - bytesOfConnection)
        : bytes.length;
      bytesOfConnection += bytes.length;
      take(bytes.subarray(0, fits), watch);
      if (fits < bytes.length) socket.resetAndDestroy();
    });
  }

  function accept(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    const release = (): void => {
      if (station === socket) station = null;
    };
    socket.on('end', release);
    socket.on('close', () => {
      sockets.delete(socket);
      release();
    });
    // A station that hangs up and calls again at once: its hanging up may be read after its new call. Two turns of
    // the loop let the old connection's end be seen first.
    setImmediate(() => setImmediate(() => serve(socket)));
  }

  function loseConnections(): void {
    for (const socket of sockets) socket.destroy();
    station = null;
  }

  return {
    get paper() {
      return roll.paper;
    },
    get received(): Uint8Array {
      return Uint8Array.from(received);
    },
    get isConnected() {
      return station !== null;
    },
    unknownCommands: unknownCommands as readonly string[],
    accept,
    /** Bytes that come over no connection of its own: for tests of what is on the paper. */
    receive: (bytes: Uint8Array) => take(bytes, createRealTimeWatch()),
    loseConnections,
    setCondition,
    has: (condition: PrinterCondition) => conditions.has(condition),
    setLinesLeft(lines: number | null) {
      linesLeft = lines;
    },
    takePaper() {
      roll.take();
      paperChanged = true;
      tellPaper();
    },
    restart() {
      automatic = 0;
      muted = false;
      interpreter.restart();
    },
    onPaperChanged(listener: (paper: Paper) => void) {
      paperListeners.add(listener);
      return () => void paperListeners.delete(listener);
    },
  };
}
