import { type ErrorCode, errorCodes } from '../../shared/errors/error-table.ts';
import type { DescribedFault } from './describe-fault.ts';

// What may stand in a line of the log: fields that are named here, each only in the shape that it has here. Whatever else
// is handed over leaves the name of its type behind. A list of what must not pass would have to know every secret.

/** Everything the log ever says. A sentence made while the till runs could hold data, so that there is none. */
const logMessages = [
  'started',
  'ended',
  'no socket for the command line',
  'not started',
  'start failed',
  'already running: its window comes forward',
  'started a second time',
  'fault',
  'uncaught',
  'unhandled',
  'page gone',
  'page back',
  'given up',
  'link changed',
  'printer changed',
  'reader changed',
  'journal changed',
  'clock set',
  'customer display gone',
  'lines lost',
  'bundle saved',
  'bundle refused',
  'no socket for the command line',
] as const;
export type LogMessage = (typeof logMessages)[number];

/** Why a page or a store went, as Electron and our own stores name it. */
const reasons = [
  'clean-exit',
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'not-loaded',
  'integrity-failure',
  'memory-eviction',
  'disk-full',
  'read-only',
  'unavailable',
  'no-key',
  'permission',
] as const;

export interface LogFields {
  readonly channel?: string;
  readonly traceId?: string;
  readonly code?: ErrorCode;
  readonly reason?: string | null;
  readonly fault?: DescribedFault;
  readonly version?: string;
  readonly mode?: 'training' | 'live';
  readonly face?: 'desk' | 'kiosk';
  readonly host?: 'electron' | 'chromium-host';
  /** How a device, the journal or the way to the API is, in the word that its port has for it. */
  readonly state?: string;
  readonly device?: string;
  readonly part?: string;
  readonly durationMs?: number;
  readonly count?: number;
}

/** How a value looks that may not be said. */
const typeOnly = (value: unknown): string => `(${Array.isArray(value) ? 'array' : typeof value})`;

/** What may be said of a value: itself where it has the shape, else its type. */
type Say = (value: unknown) => unknown;
const when =
  (isAllowed: (value: unknown) => boolean): Say =>
  (value) =>
    isAllowed(value) ? value : typeOnly(value);
const isOneOf = (words: readonly string[]): Say => when((value) => words.includes(value as string));
const matches = (form: RegExp): Say => when((value) => typeof value === 'string' && form.test(value));
/** Short enough to be no card, no phone and no account. */
const smallNumber = when((value) => Number.isSafeInteger(value) && Math.abs(value as number) < 100_000_000);
/** Words of our own source: small letters, in a few parts. */
const word = matches(/^(?=.{1,40}$)[a-z]+(?:-[a-z]+){0,3}$/);

/** An error of the language, of Node or of ours; or the type of what was thrown and is no error. */
const faultName = matches(
  /^(?:(?=.{5,40}$)[A-Z][A-Za-z]*Error|(?:string|number|bigint|boolean|symbol|object|function))$/,
);
/** `at Desk.read (desk.js:10:5)`: a name of code without digits, a file of it, line and column. */
const frame = matches(
  /^at (?:(?:async|new) )*(?:[A-Za-z_$#<>.[\] ]{1,80} )?\((?:node:)?[a-z][a-z/_.-]{0,60}:\d{1,6}:\d{1,5}\)$/,
);
const fault: Say = (value) => {
  if (typeof value !== 'object' || value === null) {
    return typeOnly(value);
  }
  const { name, at } = value as Partial<DescribedFault>;
  return { name: name === 'Error' ? name : faultName(name), at: Array.isArray(at) ? at.slice(0, 5).map(frame) : [] };
};

/** Every field that may be in a line, with what it must be. */
const shapes: Readonly<Record<keyof LogFields, Say>> = {
  channel: matches(/^(?=.{1,60}$)[a-z]+(?:-[a-z]+){0,2}\/[a-z]+(?:-[a-z]+){0,3}$/),
  traceId: matches(/^[0-9a-f]{8}$/),
  code: isOneOf(errorCodes),
  reason: isOneOf(reasons),
  fault,
  version: matches(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/),
  mode: isOneOf(['training', 'live']),
  face: isOneOf(['desk', 'kiosk']),
  host: isOneOf(['electron', 'chromium-host']),
  state: word,
  device: word,
  part: matches(/^(?=.{1,40}$)[a-z]+(?:[./-][a-z0-9]+){0,3}$/),
  durationMs: smallNumber,
  count: smallNumber,
};

/** What of these fields may be written. Names that are not in the list are not said either, only what type stood there. */
export function allowedFields(fields: unknown): Readonly<Record<string, unknown>> {
  if (typeof fields !== 'object' || fields === null) {
    return { others: [typeOnly(fields)] };
  }
  const allowed: Record<string, unknown> = {};
  const others: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(shapes, name)) {
      others.push(typeOnly(value));
    } else if (value !== null && value !== undefined) {
      allowed[name] = shapes[name as keyof LogFields](value);
    }
  }
  return others.length === 0 ? allowed : { ...allowed, others: others.slice(0, 20) };
}

export function allowedMessage(message: unknown): string {
  return (logMessages as readonly unknown[]).includes(message) ? (message as string) : typeOnly(message);
}

const levels: readonly unknown[] = [30, 40, 50];
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A line that was read back, held against the same list: a file may be of another version, or not of ours at all. */
export function allowedLine(line: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return JSON.stringify({ others: ['(line)'] });
  }
  if (typeof parsed !== 'object' || parsed === null) {
    return JSON.stringify({ others: ['(line)'] });
  }
  const { level, time: at, msg, others: _, ...fields } = parsed as Readonly<Record<string, unknown>>;
  return JSON.stringify({
    level: levels.includes(level) ? level : typeOnly(level),
    time: typeof at === 'string' && time.test(at) ? at : typeOnly(at),
    ...allowedFields(fields),
    msg: allowedMessage(msg),
  });
}
