import { z } from 'zod';
import { roleNames } from '../domain/roles.ts';
import type { Contract, EventContract } from './contract.ts';

// The office: reports, outcomes that only somebody who looked can know, and the list of operators.

const count = z.int().min(0);

export const ReportView = z.strictObject({
  kind: z.enum(['x', 'z']),
  number: z.int().nullable(),
  atMs: z.number(),
  fromEntry: z.int(),
  toEntry: z.int(),
  endHash: z.string().nullable(),
  totals: z.strictObject({
    firstAtMs: z.number().nullable(),
    lastAtMs: z.number().nullable(),
    byOperation: z.array(z.strictObject({ operation: z.string(), outcome: z.string(), count })),
    prints: z.strictObject({ printed: count, notPrinted: count, unknown: count }),
    failures: z.array(z.strictObject({ error: z.string(), count })),
    overrides: z.array(
      z.strictObject({ operation: z.string(), operator: z.string().nullable(), approver: z.string(), count }),
    ),
    durations: z.array(z.strictObject({ operation: z.string(), meanMs: z.int(), longestMs: z.int() })).optional(),
    byOperator: z.array(z.strictObject({ operator: z.string(), count })),
    open: count,
  }),
});
export type ReportView = z.infer<typeof ReportView>;

const ShownReport = z.strictObject({
  report: ReportView,
  /** Number of the latest close; 0 before the first. */
  lastZ: z.int(),
});

/** Of a close; null for the shift's report as it was read last. */
const number = z.strictObject({ number: z.int().min(1).nullable() });

export const OpenOutcomeView = z.strictObject({
  entry: z.int(),
  operation: z.string(),
  atMs: z.number(),
  operator: z.string().nullable(),
  about: z.enum(['print', 'change']),
  canBeAsked: z.boolean(),
});
export type OpenOutcomeView = z.infer<typeof OpenOutcomeView>;
const OpenOutcomes = z.strictObject({ open: z.array(OpenOutcomeView) });

export const StaffMember = z.strictObject({
  name: z.string(),
  role: z.enum(roleNames),
  isDisabled: z.boolean(),
  hasCard: z.boolean(),
  waitMs: z.number(),
});
export type StaffMember = z.infer<typeof StaffMember>;
const StaffList = z.strictObject({ staff: z.array(StaffMember) });

const Name = z
  .string()
  .trim()
  .regex(/^[^\p{C}]{1,40}$/u);
/** Cleared by whoever sends it as soon as it is sent; never answered with. */
const Pin = z.string().max(64);
const CardChoice = z.enum(['read', 'none', 'keep']);

const printErrors = [
  ...(['report.unknown', 'journal.not-writable', 'printer.not-configured', 'printer.printing'] as const),
  ...(['printer.absent', 'printer.paper-out', 'printer.cover-open', 'printer.in-use'] as const),
  ...(['printer.silent', 'print.outcome-unknown'] as const),
] as const;
const staffErrors = [
  ...(['operator.not-kept', 'operator.unknown', 'operator.pin-too-short', 'operator.name-taken'] as const),
  ...(['operator.card-taken', 'operator.supervisor-first', 'operator.last-one', 'session.closed'] as const),
] as const;

export const officeCalls = {
  'reports/read': { input: number, output: ShownReport, errors: ['report.unknown', 'journal.not-writable'] },
  /** Counts, numbers and signs; all or nothing. */
  'reports/close-day': { input: z.strictObject({}), output: ShownReport, errors: ['journal.not-writable'] },
  /** What was shown, on paper. Waits up to 30 s. */
  'reports/print': { input: number, output: z.strictObject({ printedAt: z.number() }), errors: printErrors },
  /** What was shown, as a table; answers with the path of the file. */
  'reports/save-csv': {
    input: number,
    output: z.strictObject({ file: z.string() }),
    errors: ['report.unknown', 'report.not-saved', 'journal.not-writable'],
  },
  'outcomes/read': { input: z.strictObject({}), output: OpenOutcomes, errors: [] },
  'outcomes/settle': {
    input: z.strictObject({ entry: z.int().min(1), as: z.enum(['printed', 'not-printed', 'done', 'not-done']) }),
    output: OpenOutcomes,
    errors: ['journal.entry-not-open', 'journal.not-writable'],
  },
  /** Asks the service about those of an earlier run. Waits up to 10 s for each. */
  'outcomes/look-up': { input: z.strictObject({}), output: OpenOutcomes, errors: [] },
  'staff/read': { input: z.strictObject({}), output: StaffList, errors: ['operator.not-kept'] },
  'staff/add': {
    input: z.strictObject({ name: Name, role: z.enum(roleNames), pin: Pin, card: CardChoice }),
    output: StaffList,
    errors: staffErrors,
  },
  'staff/change': {
    input: z.strictObject({
      name: Name,
      role: z.enum(roleNames).optional(),
      pin: Pin.optional(),
      card: CardChoice.optional(),
      isDisabled: z.boolean().optional(),
    }),
    output: StaffList,
    errors: staffErrors,
  },
  'staff/remove': { input: z.strictObject({ name: Name }), output: StaffList, errors: staffErrors },
  /** The next card that is read is an operator's, and nobody's customer (`staff/card-read`). */
  'staff/await-card': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  'staff/stop-awaiting-card': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
} as const satisfies Contract;

export const officeEvents = {
  /** Null where the reader read nothing that could be a card. */
  'staff/card-read': z.strictObject({ masked: z.string().max(32).nullable() }),
} as const satisfies EventContract;
