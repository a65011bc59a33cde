import { z } from 'zod';
import { readerNames } from '../domain/reading.ts';
import { AppErrorSchema } from './app-error.ts';
import type { Contract, EventContract } from './contract.ts';
import { PrinterView, StationStatus } from './station.ts';

// The technician's page: printers found and tried, scanners looked at and learnt. No full number crosses: what arrives is
// shown by its form (docs/decisions, "What a technician sees of a scan").

export const PrinterChoice = z.strictObject({
  /** `tcp://host:port`, `usb:/dev/usb/lp0`, `serial:/dev/ttyUSB0?baud=19200`. */
  place: z.string().min(1).max(300),
  model: z.string().min(1).max(64),
  /** Width of the roll in millimetres; null for the model's usual one. */
  paper: z.union([z.literal(58), z.literal(80)]).nullable(),
  font: z.enum(['a', 'b']),
});
export type PrinterChoice = z.infer<typeof PrinterChoice>;

const PrinterModelView = z.strictObject({
  id: z.string(),
  name: z.string(),
  papers: z.array(z.union([z.literal(58), z.literal(80)])),
});
export type PrinterModelView = z.infer<typeof PrinterModelView>;

export const DevicesView = z.strictObject({
  /** Null while no printer was set up. */
  printer: PrinterChoice.nullable(),
  line: z.strictObject({ columns: z.int(), dots: z.int() }).nullable(),
  models: z.array(PrinterModelView),
});
export type DevicesView = z.infer<typeof DevicesView>;

const FoundPrinter = z.strictObject({ place: z.string(), name: z.string().nullable() });
export type FoundPrinter = z.infer<typeof FoundPrinter>;

const RawPart = z.discriminatedUnion('kind', [
  /** Dots for every sign but the last four. */
  z.strictObject({ kind: z.literal('signs'), text: z.string() }),
  z.strictObject({ kind: z.literal('key'), name: z.string() }),
  z.strictObject({ kind: z.literal('mark'), text: z.string() }),
]);
export type RawPart = z.infer<typeof RawPart>;

const Became = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('identifier'),
    by: z.enum(['card', 'barcode']),
    issuer: z.enum(['vilniecio', 'paysera']).nullable(),
    masked: z.string().max(32),
  }),
  z.strictObject({ kind: z.literal('refused'), error: AppErrorSchema }),
]);
export type Became = z.infer<typeof Became>;

export const ShownReading = z.strictObject({
  reader: z.enum(readerNames),
  at: z.number(),
  raw: z.array(RawPart),
  /** Pauses between two keys, milliseconds; null for what came whole. */
  gapsMs: z.strictObject({ shortest: z.number(), longest: z.number() }).nullable(),
  became: Became,
});
export type ShownReading = z.infer<typeof ShownReading>;

const Affix = z.string().max(64).nullable();

export const LearningView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('collecting'), taken: z.int(), wanted: z.int() }),
  z.strictObject({
    kind: z.literal('refused'),
    problem: z.enum(['several-readers', 'different-codes', 'not-as-expected', 'too-short', 'too-slow', 'unusual-keys']),
  }),
  z.strictObject({
    kind: z.literal('learnt'),
    scanner: z.strictObject({
      reader: z.enum(readerNames),
      prefix: Affix,
      suffix: Affix,
      keyboard: z
        .strictObject({
          firstKey: z.string().nullable(),
          lastKeys: z.array(z.string()),
          longestGapMs: z.number(),
          maxGapMs: z.int(),
        })
        .nullable(),
    }),
  }),
]);
export type LearningView = z.infer<typeof LearningView>;

const printErrors = [
  'printer.not-simulated',
  'printer.not-configured',
  'settings.invalid',
  'print.outcome-unknown',
  'printer.absent',
  'printer.paper-out',
  'printer.cover-open',
  'printer.in-use',
  'printer.silent',
] as const;

export const devicesCalls = {
  /** The station's printer and the models there are. Answered from memory. */
  'devices/read': { input: z.strictObject({}), output: DevicesView, errors: [] },
  /** Asks printer and service how they are; the answer comes as `station/status-changed` too. Waits up to 5 s. */
  'devices/check-all': { input: z.strictObject({}), output: StationStatus, errors: [] },
  /** Printers that this system knows of by itself; those on the network are typed. Waits up to 5 s. */
  'devices/find-printers': {
    input: z.strictObject({}),
    output: z.strictObject({ found: z.array(FoundPrinter) }),
    errors: [],
  },
  /** Asks a printer how it is. Waits up to 5 s. */
  'devices/check-printer': {
    input: z.strictObject({ choice: PrinterChoice }),
    output: z.strictObject({ state: PrinterView }),
    errors: ['printer.not-simulated', 'settings.invalid'],
  },
  /** Prints all letters, widths, sizes and codes, cuts and opens the drawer; null for the station's printer. Up to 30 s. */
  'devices/print-test-page': {
    input: z.strictObject({ choice: PrinterChoice.nullable() }),
    output: z.strictObject({ printedAt: z.number() }),
    errors: printErrors,
  },
  /** Saves a printer as the station's, from now on. */
  'devices/use-printer': {
    input: z.strictObject({ choice: PrinterChoice }),
    output: z.strictObject({ columns: z.int() }),
    errors: ['printer.not-simulated', 'settings.invalid', 'settings.unreadable', 'settings.not-written'],
  },
  /** From now on scans are shown and act on nobody, until told otherwise or a minute after the last one. */
  'devices/start-listening': {
    input: z.strictObject({
      purpose: z.enum(['show', 'learn']),
      /** What stands on the code, where somebody typed it. */
      expected: z.string().max(64).nullable(),
    }),
    output: z.strictObject({}),
    errors: [],
  },
  'devices/stop-listening': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  /** Keeps what was learnt of a scanner. */
  'devices/keep-learnt': {
    input: z.strictObject({}),
    output: z.strictObject({ holds: z.enum(['now', 'next-start']) }),
    errors: ['session.closed', 'settings.invalid', 'settings.unreadable', 'settings.not-written'],
  },
} as const satisfies Contract;

export const devicesEvents = {
  'devices/reading-shown': ShownReading,
  'devices/learning-changed': LearningView,
  'devices/listening-ended': z.strictObject({}),
} as const satisfies EventContract;
