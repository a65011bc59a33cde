import type { Paper } from '../../shared/domain/paper.ts';
import { epsonPages, pageTables, type SimulatedPage } from './code-tables.ts';
import { createInterpreter, type InterpreterHost } from './interpreter.ts';
import { createPaperRoll } from './paper-roll.ts';
import { createRealTimeWatch } from './real-time.ts';
import { automaticStatus, isOffline, paperSensorStatus, realTimeStatus, type Sensors } from './status.ts';

/** What can be the matter with the simulated printer. Several may hold at once. */
export type PrinterCondition =
  | 'paper-out'
  /** Nearly the end of the roll; it goes on printing. */
  | 'paper-low'
  | 'cover-open'
  | 'cutter-jammed'
  /** No power: nobody listens, and what was in the buffer is gone. */
  | 'off'
  /** Takes connections and bytes and does nothing with them; a connection whose bytes it swallowed stays dead. */
  | 'silent'
  /** Takes no more bytes: what is sent waits in the cable, and is gone with the connection. */
  | 'stalled'
  /** Another station has the only connection: every new one is closed at once. */
  | 'in-use'
  /** Prints, and answers nothing from the first letter of a job on. */
  | 'mute-after-data'
  /** Resets a connection when its 60th byte has arrived; what arrived is printed. */
  | 'reset-after-60-bytes'
  /** The same, and says goodbye politely. */
  | 'closed-after-60-bytes';

export interface PrinterOptions {
  /** Symbols a line in font A; a TM-T88V's 42 unless told otherwise. */
  readonly columns?: number;
  /** Its pages by their numbers; a TM-T88V's unless told otherwise. */
  readonly pages?: readonly SimulatedPage[];
  readonly dialect?: 'escpos' | 'star';
  /** Called before each byte that arrives, with the number of bytes before it: a fault can be set off in between. */
  readonly beforeByte?: (bytesBefore: number) => void;
}

/** The printer's end of a connection. */
export interface StationConnection {
  readonly isOpen: boolean;
  write(bytes: Uint8Array): void;
  /** Ends it; `torn`: without a goodbye, as a reset does. */
  end(how: 'goodbye' | 'torn'): void;
}

/** What the connection tells the printer. */
export interface StationEvents {
  onBytes(bytes: Uint8Array): void;
  onEnded(): void;
}

type RealTimeWatch = ReturnType<typeof createRealTimeWatch>;

const mostReceived = 64 * 1024;
const mostUnknown = 100;
const endsAfterBytes = 60;
const clearResponse = Uint8Array.of(0x37, 0x25, 0x00);

/** The printer behind the connection: buffer, paper, sensors and answers. */
export function createPrinter(options: PrinterOptions) {
  const conditions = new Set<PrinterCondition>();
  const paperListeners = new Set<(paper: Paper) => void>();
  const goOnListeners = new Set<() => void>();
  const unknownCommands: string[] = [];
  let received = Buffer.alloc(0);
  let receivedCount = 0;
  let linesLeft: number | null = null;
  let paperChanged = false;
  let drawerKicks = 0;
  let station: StationConnection | null = null;
  let automatic = 0;
  let muted = false;

  const sensors = (): Sensors => ({
    paperOut: conditions.has('paper-out'),
    paperLow: conditions.has('paper-low'),
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
    dialect: options.dialect ?? 'escpos',
    roll,
    tables: pageTables(options.pages ?? epsonPages),
    isBlocked: () => isOffline(sensors()),
    onStatusAsked: () => answer(Uint8Array.of(paperSensorStatus(sensors()))),
    onAutomaticStatus: (mask) => {
      automatic = mask;
      reportStatus();
    },
    onDrawerKicked: () => {
      drawerKicks += 1;
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
    if (!muted && !conditions.has('silent') && station?.isOpen === true) station.write(bytes);
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
    if (condition === 'in-use' && on) loseConnection();
    if (!on || condition === 'paper-low' || isOffline(sensors())) reportStatus();
    if (!on) {
      interpreter.resume();
      tellPaper();
      for (const goOn of goOnListeners) goOn();
    }
  }

  /** Works through bytes as they arrive; `fate` tells what becomes of each on the connection that brought it. */
  function take(bytes: Uint8Array, watch: RealTimeWatch, fate: () => 'taken' | 'swallowed' | 'lost'): void {
    // Byte by byte: a real-time command counts where it arrives, before what follows it is worked on.
    for (const byte of bytes) {
      options.beforeByte?.(receivedCount);
      const fateOfByte = fate();
      if (fateOfByte === 'lost') break;
      receivedCount += 1;
      received = Buffer.concat([received, Uint8Array.of(byte)]).subarray(-mostReceived);
      if (fateOfByte === 'taken') takeByte(byte, watch);
    }
    tellPaper();
  }

  function takeByte(byte: number, watch: RealTimeWatch): void {
    interpreter.take(Uint8Array.of(byte));
    const command = interpreterHost.dialect === 'escpos' ? watch(byte) : null;
    if (command?.kind === 'status') answer(Uint8Array.of(realTimeStatus(sensors(), command.n)));
    if (command?.kind === 'clear') {
      interpreter.clear();
      answer(clearResponse);
    }
  }

  function endingOf(bytesOfConnection: number): 'goodbye' | 'torn' | null {
    if (bytesOfConnection < endsAfterBytes) return null;
    if (conditions.has('reset-after-60-bytes')) return 'torn';
    return conditions.has('closed-after-60-bytes') ? 'goodbye' : null;
  }

  /** Takes a station's connection, the only one that it has; null when it turns the station away. */
  function attach(connection: StationConnection): StationEvents | null {
    if (conditions.has('in-use') || conditions.has('off') || station?.isOpen === true) return null;
    station = connection;
    const watch = createRealTimeWatch();
    let bytesOfConnection = 0;
    let isDead = false;
    const fate = (): 'taken' | 'swallowed' | 'lost' => {
      const ending = endingOf(bytesOfConnection);
      if (ending !== null) connection.end(ending);
      if (ending !== null || station !== connection) return 'lost';
      bytesOfConnection += 1;
      isDead ||= conditions.has('silent');
      return isDead ? 'swallowed' : 'taken';
    };
    return {
      onBytes: (bytes) => take(bytes, watch, fate),
      onEnded() {
        if (station === connection) station = null;
      },
    };
  }

  function loseConnection(): void {
    station?.end('torn');
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
    get drawerKicks() {
      return drawerKicks;
    },
    unknownCommands: unknownCommands as readonly string[],
    attach,
    /** Bytes that come over no connection of its own: for tests of what is on the paper. */
    receive: (bytes: Uint8Array) => take(bytes, createRealTimeWatch(), () => 'taken'),
    loseConnection,
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
    /** Called when a condition is over. */
    onGoOn(listener: () => void) {
      goOnListeners.add(listener);
      return () => void goOnListeners.delete(listener);
    },
    onPaperChanged(listener: (paper: Paper) => void) {
      paperListeners.add(listener);
      return () => void paperListeners.delete(listener);
    },
  };
}

export type Printer = ReturnType<typeof createPrinter>;
