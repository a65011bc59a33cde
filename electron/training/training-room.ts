import {
  type AnswerFault,
  answerErrors,
  type answerFaults,
  roomCalls,
  type TrainingFault,
  type TrainingState,
  trainingEvents,
} from '../../shared/contract/training.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok } from '../../shared/errors/result.ts';
import type { PrinterCondition, PrinterSimulator } from '../../simulator/printer/server.ts';
import type { SimulatedCardReader, SimulatedScanner } from '../../simulator/readers.ts';
import { type Operation, operations } from '../../simulator/wallet/routes.ts';
import type { WalletFault, WalletSimulator } from '../../simulator/wallet/server.ts';
import { createEmit } from '../ipc/emit-events.ts';
import type { RunningTill } from '../wiring.ts';

export interface TrainingRoomOptions {
  readonly till: RunningTill;
  readonly wallet: WalletSimulator;
  readonly paper: PrinterSimulator;
  readonly cards: SimulatedCardReader;
  readonly scanner: SimulatedScanner;
  /** Hears of each confirmation code that the simulator sends. */
  readonly onCodeSent: (listener: () => void) => void;
}

const printerConditions: Partial<Readonly<Record<TrainingFault, PrinterCondition>>> = {
  'paper-out': 'paper-out',
  'cover-open': 'cover-open',
  'printer-off': 'off',
  'printer-silent': 'silent',
  'printer-in-use': 'in-use',
};

const walletFaults: Partial<Readonly<Record<TrainingFault, WalletFault>>> = {
  'slow-3s': { kind: 'latency', ms: 3_000 },
  'service-error': { kind: 'error', status: 500, code: 'internal_server_error' },
};

/** How the simulator spoils an answer, for each choice of the dock. A function of the operation it is limited to. */
const answerFaultOf: Readonly<Record<(typeof answerFaults)[number], (on?: Operation) => WalletFault>> = {
  'slow-answer': (on) => ({ kind: 'latency', ms: 1_000, spreadMs: 4_000, on }),
  'answer-lost': (on) => ({ kind: 'reset', when: 'after', on }),
  'cut-before': (on) => ({ kind: 'reset', when: 'before', on }),
  'cut-during': (on) => ({ kind: 'reset', when: 'during', on }),
  'no-answer': (on) => ({ kind: 'silent', on }),
  'html-page': (on) => ({ kind: 'html', on }),
  'empty-answer': (on) => ({ kind: 'empty-body', on }),
  'cut-off-answer': (on) => ({ kind: 'cut-off', on }),
  'rate-limit': (on) => ({ kind: 'rate-limit', on }),
  // A clock is wrong for every operation.
  'clock-off': () => ({ kind: 'clock-skew', seconds: 3_600 }),
};

/** What the dock's choice is to the simulator. */
export function walletFaultOf({ fault, operation }: AnswerFault): WalletFault {
  const on = operationNamed(operation);
  const error = answerErrors.find((name) => name === fault);
  if (error === undefined) {
    return answerFaultOf[fault as (typeof answerFaults)[number]](on);
  }
  const [status, code = ''] = error.split(' ');
  return { kind: 'error', status: Number(status), code, on };
}

/** A product's code for the dock, so that the rule that tells it apart can be seen: a magazine's ISSN as EAN-13. */
const productBarcode = '9771234567003';

/** The dock's side in main: what its buttons do to the simulators, and what the simulators tell it. */
export function createTrainingRoom({ till, wallet, paper, cards, scanner, onCodeSent }: TrainingRoomOptions): void {
  const faults = new Set<TrainingFault>();
  let answerFault: AnswerFault | null = null;
  const emit = createEmit(trainingEvents, till.page);
  const read = (): TrainingState => ({
    cards: wallet.samples.map(({ id, title, hint }) => ({ id, title, hint })),
    barcodes: [...wallet.barcodes, { text: productBarcode, hint: 'product' }],
    faults: [...faults],
    answerFault,
    operations: [...operations],
    codes: wallet.listSentCodes().map(({ wallet: walletId, channel, to, code }) => ({ walletId, channel, to, code })),
    paper: paper.paper,
    customerDisplay: till.displayWindow.state !== 'off',
  });
  onCodeSent(() => emit('training/state-changed', read()));
  till.displayWindow.onStateChanged(() => emit('training/state-changed', read()));
  paper.onPaperChanged(() => emit('training/state-changed', read()));

  function applyWalletFaults(): void {
    const spoilt = answerFault === null ? [] : [walletFaultOf(answerFault)];
    wallet.setFaults([...[...faults].flatMap((name) => walletFaults[name] ?? []), ...spoilt]);
  }

  /** Each lesson begins with the same customers. Where the page comes back, the state is read anew. */
  async function startOver(): Promise<void> {
    const conditions = [...faults].flatMap((name) => printerConditions[name] ?? []);
    faults.clear();
    answerFault = null;
    await Promise.all(conditions.map((condition) => paper.setCondition(condition, false)));
    await wallet.setNetwork(true);
    wallet.reset();
    paper.takePaper();
    till.beginPageAnew();
    await till.watch.check();
  }

  async function setFault(fault: TrainingFault, on: boolean): Promise<void> {
    if (on) {
      faults.add(fault);
    } else {
      faults.delete(fault);
    }
    const condition = printerConditions[fault];
    if (condition !== undefined) {
      await paper.setCondition(condition, on);
      await till.watch.checkPrinter();
    } else if (fault === 'network-cut') {
      await wallet.setNetwork(!on);
    } else {
      applyWalletFaults();
    }
    emit('training/state-changed', read());
  }

  till.register(roomCalls, {
    'training/read-state': () => ok(read()),
    'training/tap-card': ({ id }) => {
      const card = wallet.samples.find((sample) => sample.id === id);
      if (card === undefined) {
        return err(appError('identifier.malformed', { allowed: wallet.samples.map((sample) => sample.id) }));
      }
      cards.tap(card);
      return ok({});
    },
    'training/scan-barcode': ({ text }) => {
      scanner.scan(text);
      return ok({});
    },
    'training/set-fault': async ({ fault, on }) => {
      await setFault(fault, on);
      return ok(read());
    },
    'training/set-answer-fault': ({ answerFault: wanted }) => {
      if (wanted !== null && wanted.operation !== null && operationNamed(wanted.operation) === undefined) {
        return err(appError('command.usage', { allowed: [...operations] }));
      }
      answerFault = wanted;
      applyWalletFaults();
      emit('training/state-changed', read());
      return ok(read());
    },
    'training/show-display': ({ open }) => {
      till.displayWindow.want(open);
      return ok(read());
    },
    'training/take-paper': () => {
      paper.takePaper();
      return ok(read());
    },
    'training/start-over': async () => {
      await startOver();
      return ok({});
    },
  });
}

function operationNamed(name: string | null): Operation | undefined {
  return operations.find((operation) => operation === name);
}
