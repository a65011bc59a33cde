import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnswerFault, TrainingBridge, TrainingFault, TrainingState } from '../../shared/contract/training.ts';

export type { AnswerFault, SampleCard, TrainingFault, TrainingState } from '../../shared/contract/training.ts';
export {
  answerErrors as answerErrorNames,
  answerFaults as answerFaultNames,
  trainingFaults as trainingFaultNames,
} from '../../shared/contract/training.ts';

interface TrainingDesk {
  /** Null until main told what is simulated. */
  readonly room: TrainingState | null;
  readonly lastCard: string | null;
  readonly barcode: string;
  start(): Promise<void>;
  tapCard(id: string): Promise<void>;
  writeBarcode(text: string): void;
  scanBarcode(): Promise<void>;
  setFault(fault: TrainingFault, on: boolean): Promise<void>;
  /** Spoils the answers of one operation, or of all with null; null instead of a fault ends that. */
  setAnswerFault(answerFault: AnswerFault | null): Promise<void>;
  takePaper(): Promise<void>;
  /** Sample customers as at the start; this page is thrown away for a new one. */
  startOver(): Promise<void>;
  /** Opens the customer's display, or closes it. */
  toggleDisplay(): Promise<void>;
}

export type TrainingStore = StoreApi<TrainingDesk>;

/** State of the training dock: the simulated cards, codes, faults and paper, as main says they are. */
export function createTrainingStore(training: TrainingBridge): TrainingStore {
  const store = createStore<TrainingDesk>()((set, get) => ({
    room: null,
    lastCard: null,
    barcode: '',

    async start() {
      const room = await training.call('training/read-state', {});
      if (room.ok && get().room === null) {
        set({ room: room.value });
      }
    },

    async tapCard(id) {
      set({ lastCard: id });
      await training.call('training/tap-card', { id });
    },

    writeBarcode: (text) => set({ barcode: text.slice(0, 128) }),

    async scanBarcode() {
      const text = get().barcode.trim();
      if (text !== '') {
        set({ lastCard: null });
        await training.call('training/scan-barcode', { text });
      }
    },

    async setFault(fault, on) {
      const room = await training.call('training/set-fault', { fault, on });
      if (room.ok) {
        set({ room: room.value });
      }
    },

    async setAnswerFault(answerFault) {
      const room = await training.call('training/set-answer-fault', { answerFault });
      if (room.ok) {
        set({ room: room.value });
      }
    },

    async takePaper() {
      const room = await training.call('training/take-paper', {});
      if (room.ok) {
        set({ room: room.value });
      }
    },

    async startOver() {
      await training.call('training/start-over', {});
    },

    async toggleDisplay() {
      const room = await training.call('training/show-display', { open: get().room?.customerDisplay !== true });
      if (room.ok) {
        set({ room: room.value });
      }
    },
  }));
  training.on('training/state-changed', (room) => store.setState({ room }));
  return store;
}
