import type { TrainingBridge, TrainingState } from '../../shared/contract/training.ts';
import { ok } from '../../shared/errors/result.ts';

const line = (text: string, bold = false): TrainingState['paper']['lines'][number] => ({
  kind: 'text',
  align: 'left',
  runs: [{ text, bold, inverse: false, underline: false, width: 1, height: 1 }],
});

const room: TrainingState = {
  cards: [
    { id: 'main', title: 'Jonas P.', hint: 'main' },
    { id: 'many-currencies', title: 'Žydrūnė K.', hint: 'many-currencies' },
    { id: 'cyrillic', title: 'Ирина О.', hint: 'cyrillic' },
    { id: 'company', title: 'UAB „Rūta“', hint: 'company' },
    { id: 'card-wallet', title: 'Birutė R.', hint: 'card-wallet' },
    { id: 'revoked', title: 'Ąžuolas Č.', hint: 'revoked' },
    { id: 'no-receipt', title: 'Kęstutis B.', hint: 'no-receipt' },
    { id: 'nobody', title: '•••• 0111', hint: 'nobody' },
    { id: 'free', title: '•••• 3154', hint: 'free' },
  ],
  barcodes: [
    { text: 'WAL-0000014471', hint: 'customer' },
    { text: '4770000000015', hint: 'product' },
  ],
  faults: [],
  answerFault: null,
  operations: [],
  codes: [
    { walletId: 254788, channel: 'email', to: 'j•••@example.com', code: '120077' },
    { walletId: 254789, channel: 'sms', to: '+370 ••• 345', code: '482913' },
  ],
  customerDisplay: false,
  paper: {
    columns: 42,
    lines: [line('TRAINING', true), line('Sąskaitos likutis'), line('EUR                                  22.99')],
  },
};

/** A training room in which nothing happens by itself. */
export const trainingBridge: TrainingBridge = {
  call: (name) => (name === 'training/read-state' ? Promise.resolve(ok(room) as never) : new Promise(() => undefined)),
  on: () => () => undefined,
};
