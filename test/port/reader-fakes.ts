import type { HidConnection, HidInfo, HidPipe } from '../../electron/devices/reader/hid-pipe.ts';
import type { FromWorker, PcscLink, ToWorker } from '../../electron/devices/reader/pcsc-link.ts';
import {
  type PcscClient,
  type PcscHandlers,
  type PcscLibrary,
  type PcscReader,
  runPcscSession,
} from '../../electron/devices/reader/pcsc-session.ts';
import type { SerialConnection, SerialPipe } from '../../electron/devices/reader/serial-pipe.ts';
import type { Timers } from '../../electron/devices/reader/timers.ts';

// What stands below the readers' adapters, without hardware. Each can be told what is the matter with it.

export type Trouble = 'none' | 'no-permission' | 'driver-missing' | 'hangs';

/** Lets a call hang until the trouble is over. */
function createGate() {
  let trouble: Trouble = 'none';
  let waiting: (() => void)[] = [];
  return {
    get trouble() {
      return trouble;
    },
    set(next: Trouble) {
      trouble = next;
      if (next !== 'hangs') {
        for (const go of waiting) {
          go();
        }
        waiting = [];
      }
    },
    pass: (): Promise<void> =>
      trouble === 'hangs' ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(),
  };
}

interface OpenHid {
  readonly path: string;
  readonly report: (report: Uint8Array) => void;
  readonly lose: () => void;
}

export function createFakeHid() {
  const gate = createGate();
  const plugged = new Map<string, HidInfo>();
  const features: (readonly number[])[] = [];
  const open: OpenHid[] = [];
  let opened = 0;

  function connect(path: string): HidConnection {
    const listeners: ((report: Uint8Array) => void)[] = [];
    const losers: (() => void)[] = [];
    const entry: OpenHid = {
      path,
      report: (report) => {
        for (const listener of listeners) {
          listener(report);
        }
      },
      lose: () => {
        open.splice(open.indexOf(entry), 1);
        for (const lose of losers) {
          lose();
        }
      },
    };
    open.push(entry);
    opened += 1;
    return {
      onReport: (listener) => void listeners.push(listener),
      onLost: (listener) => void losers.push(listener),
      sendFeatureReport: async (report) => void features.push(report),
      close: async () => {
        if (open.includes(entry)) {
          open.splice(open.indexOf(entry), 1);
        }
      },
    };
  }

  const pipe: HidPipe = {
    async list() {
      await gate.pass();
      return gate.trouble === 'driver-missing'
        ? { kind: 'driver-missing' }
        : { kind: 'listed', devices: [...plugged.values()] };
    },
    async open(path) {
      await gate.pass();
      if (gate.trouble === 'no-permission') {
        return { kind: 'no-permission' };
      }
      return plugged.has(path) ? { kind: 'open', connection: connect(path) } : { kind: 'absent' };
    },
  };
  return {
    pipe,
    features,
    setTrouble: gate.set,
    get openCount() {
      return open.length;
    },
    /** How often anything was opened. */
    get opened() {
      return opened;
    },
    plugIn(info: HidInfo) {
      plugged.set(info.path, info);
    },
    unplug(path: string) {
      plugged.delete(path);
      for (const entry of open.filter((other) => other.path === path)) {
        entry.lose();
      }
    },
    report(path: string, report: Uint8Array) {
      for (const entry of open.filter((other) => other.path === path)) {
        entry.report(report);
      }
    },
  };
}

export function createFakeSerial() {
  const gate = createGate();
  let isPlugged = false;
  let current: { readonly bytes: (bytes: Uint8Array) => void; readonly lose: () => void } | null = null;

  function connect(): SerialConnection {
    const listeners: ((bytes: Uint8Array) => void)[] = [];
    let tellLost = (): void => {};
    current = {
      bytes: (bytes) => {
        for (const listener of listeners) {
          listener(bytes);
        }
      },
      lose: () => tellLost(),
    };
    return {
      onBytes: (listener) => void listeners.push(listener),
      onLost(listener) {
        tellLost = listener;
      },
      close: async () => {
        current = null;
      },
    };
  }

  const pipe: SerialPipe = {
    async open() {
      await gate.pass();
      const { trouble } = gate;
      if (trouble === 'no-permission' || trouble === 'driver-missing') {
        return { kind: trouble };
      }
      return isPlugged ? { kind: 'open', connection: connect() } : { kind: 'absent' };
    },
  };
  return {
    pipe,
    setTrouble: gate.set,
    get openCount() {
      return current === null ? 0 : 1;
    },
    plugIn() {
      isPlugged = true;
    },
    unplug() {
      isPlugged = false;
      const gone = current;
      current = null;
      gone?.lose();
    },
    send: (text: string) => current?.bytes(new TextEncoder().encode(text)),
  };
}

const bits = { present: 32, mute: 512, exclusive: 128 } as const;

/** The card service with one reader. */
export function createFakePcsc(timers: Timers) {
  let trouble: Trouble | 'no-service' = 'none';
  let isPlugged = false;
  let handlers: PcscHandlers | null = null;
  let change: (status: number) => void = () => {};
  let disconnect: () => void = () => {};
  let answer: Uint8Array | null = null;
  let clients = 0;
  let held: (() => void)[] = [];

  function appear(): void {
    const reader: PcscReader = {
      onChange(listener) {
        change = listener;
      },
      onDisconnect(listener) {
        disconnect = listener;
      },
      transmit: () => (answer === null ? Promise.reject(new Error('removed')) : Promise.resolve(answer)),
    };
    handlers?.onReader(reader);
  }

  const client: PcscClient = {
    start(given) {
      if (trouble === 'no-service' || trouble === 'no-permission') {
        throw Object.assign(new Error('refused'), {
          code: trouble === 'no-service' ? 'NoService' : 'SecurityViolation',
        });
      }
      clients += 1;
      handlers = given;
      if (isPlugged) {
        appear();
      }
    },
    stop() {
      handlers = null;
      if (trouble === 'no-service') {
        throw Object.assign(new Error('gone'), { code: 'NoService' });
      }
    },
  };
  const library: PcscLibrary = { ...bits, createClient: () => client };

  /** The session itself, in this thread: what the worker does, without one. */
  function startLink(): PcscLink {
    let tell = (_message: FromWorker): void => {};
    let session: { stop(): void } | null = null;
    const whenAnswering = (run: () => void): void => {
      if (trouble === 'hangs') {
        held.push(run);
      } else {
        queueMicrotask(run);
      }
    };
    whenAnswering(() => {
      if (trouble === 'driver-missing') {
        tell({ kind: 'state', state: 'driver-missing' });
      } else {
        session = runPcscSession(library, (event) => tell(event), timers);
      }
    });
    return {
      send: (message: ToWorker) => whenAnswering(() => (message === 'ask' ? tell({ kind: 'alive' }) : session?.stop())),
      onMessage(listener) {
        tell = listener;
      },
      onEnded: () => {},
      async end() {
        session?.stop();
        return trouble !== 'hangs';
      },
    };
  }

  return {
    startLink,
    get openCount() {
      return handlers === null ? 0 : 1;
    },
    get clients() {
      return clients;
    },
    setTrouble(next: Trouble | 'no-service') {
      const wasRunning = handlers;
      trouble = next;
      if (next === 'no-service') {
        handlers = null;
        wasRunning?.onError('CommError');
      }
      if (next !== 'hangs') {
        for (const run of held) {
          run();
        }
        held = [];
      }
    },
    plugIn() {
      isPlugged = true;
      appear();
    },
    unplug() {
      isPlugged = false;
      disconnect();
    },
    /** Lays a card on the reader and takes it away; null: it is pulled away before it has answered. */
    async tap(cardAnswer: Uint8Array | null, status: number = bits.present) {
      answer = cardAnswer;
      change(status);
      // Our own connection to the card changes the status, too.
      change(status);
      await new Promise((resolve) => setImmediate(resolve));
      change(0);
    },
  };
}
