import { z } from 'zod';
import { Paper } from '../domain/paper.ts';
import type { Result } from '../errors/result.ts';
import type { Contract, EventContract } from './contract.ts';
import { setupCalls } from './training-setup.ts';
import { setupDevicesCalls, setupDevicesEvents } from './training-setup-devices.ts';

// The training dock's channels. The live wiring and the live preload do not contain them (asserted on the built files).

export const SampleCard = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** A key of the screens' texts that says what is special about it. */
  hint: z.enum([
    'main',
    'many-currencies',
    'company',
    'revoked',
    'nobody',
    'free',
    'cyrillic',
    'card-wallet',
    'no-receipt',
  ]),
});
export type SampleCard = z.infer<typeof SampleCard>;

/** Things that go wrong on demand. Several may be on at once. */
export const trainingFaults = [
  'paper-out',
  'cover-open',
  'printer-off',
  'printer-silent',
  'printer-in-use',
  'network-cut',
  'slow-3s',
  'service-error',
] as const;
export const TrainingFault = z.enum(trainingFaults);
export type TrainingFault = z.infer<typeof TrainingFault>;

/** What can happen to one kind of answer of the service; a change may have happened all the same. */
export const answerFaults = [
  'slow-answer',
  'answer-lost',
  'cut-before',
  'cut-during',
  'no-answer',
  'html-page',
  'empty-answer',
  'cut-off-answer',
  'rate-limit',
  'clock-off',
] as const;
/** The API's own errors, as their status and code; the last one is a code that nobody knows. */
export const answerErrors = [
  '400 invalid_request',
  '400 invalid_parameters',
  '400 invalid_code',
  '401 unauthorized',
  '403 forbidden',
  '404 not_found',
  '406 not_acceptable',
  '409 invalid_state',
  '409 card_already_assigned',
  '500 internal_server_error',
  '502 bad_gateway',
  '503 service_unavailable',
  '422 something_new',
] as const;
export const AnswerFault = z.strictObject({
  fault: z.enum([...answerFaults, ...answerErrors]),
  /** The simulator's name of an operation; null for all of them. */
  operation: z.string().nullable(),
});
export type AnswerFault = z.infer<typeof AnswerFault>;

/** A confirmation code as the customer would get it by SMS or e-mail. */
export const SentCode = z.strictObject({
  walletId: z.int(),
  channel: z.enum(['sms', 'email']),
  /** Whom it went to, masked. */
  to: z.string(),
  code: z.string(),
});
export type SentCode = z.infer<typeof SentCode>;

export const TrainingState = z.strictObject({
  cards: z.array(SampleCard),
  /** Barcodes that find somebody, and one of a product. */
  barcodes: z.array(z.strictObject({ text: z.string(), hint: z.enum(['customer', 'product', 'unknown']) })),
  faults: z.array(TrainingFault),
  answerFault: AnswerFault.nullable(),
  /** Operations that an answer's fault can be limited to. */
  operations: z.array(z.string()),
  codes: z.array(SentCode),
  paper: Paper,
  /** Whether the customer's display is open, so that anybody can see what a customer sees. */
  customerDisplay: z.boolean(),
});
export type TrainingState = z.infer<typeof TrainingState>;

export const roomCalls = {
  'training/read-state': { input: z.strictObject({}), output: TrainingState, errors: [] },
  /** Holds a sample card to the simulated reader. */
  'training/tap-card': { input: z.strictObject({ id: z.string() }), output: z.strictObject({}), errors: [] },
  /** Shows a barcode to the simulated scanner. */
  'training/scan-barcode': {
    input: z.strictObject({ text: z.string().min(1).max(128) }),
    output: z.strictObject({}),
    errors: [],
  },
  'training/set-fault': {
    input: z.strictObject({ fault: TrainingFault, on: z.boolean() }),
    output: TrainingState,
    errors: [],
  },
  /** Spoils the answers of one operation or of all, or ends that. Waits until it holds. */
  'training/set-answer-fault': {
    input: z.strictObject({ answerFault: AnswerFault.nullable() }),
    output: TrainingState,
    errors: ['command.usage'],
  },
  /** Opens the customer's display beside the desk, or closes it. */
  'training/show-display': { input: z.strictObject({ open: z.boolean() }), output: TrainingState, errors: [] },
  /** Tears off what was printed. */
  'training/take-paper': { input: z.strictObject({}), output: TrainingState, errors: [] },
  /** The next lesson: sample customers, troubles and paper as at the start, and the page begins anew. */
  'training/start-over': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
} as const satisfies Contract;

/** Everything that only a training page may ask of main. */
export const trainingCalls = { ...roomCalls, ...setupCalls, ...setupDevicesCalls } as const;

export const trainingEvents = {
  'training/state-changed': TrainingState,
  ...setupDevicesEvents,
} as const satisfies EventContract;

export type TrainingCallName = keyof typeof trainingCalls;
export type TrainingEventName = keyof typeof trainingEvents;

/** What the training preload exposes as `window.tillTraining`. */
export interface TrainingBridge {
  call<C extends TrainingCallName>(
    name: C,
    input: z.input<(typeof trainingCalls)[C]['input']>,
  ): Promise<Result<z.output<(typeof trainingCalls)[C]['output']>>>;
  on<E extends TrainingEventName>(
    name: E,
    listener: (payload: z.output<(typeof trainingEvents)[E]>) => void,
  ): () => void;
}
