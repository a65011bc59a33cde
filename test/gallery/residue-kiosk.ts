// The kiosk's own page and the services behind it, on marked people.
import type { Page } from '@playwright/test';
import { presentCardEvent } from '../../electron/ipc/card-handlers.ts';
import { createKioskHandlers } from '../../electron/ipc/kiosk-handlers.ts';
import { presentDeskEvent } from '../../electron/ipc/present.ts';
import { createCardRelation } from '../../electron/services/card-relation.ts';
import { createDesk } from '../../electron/services/desk.ts';
import { createKiosk } from '../../electron/services/kiosk.ts';
import { createKioskCards } from '../../electron/services/kiosk-cards.ts';
import type { KioskExit } from '../../electron/services/kiosk-exit.ts';
import type { ReceiptPrinting } from '../../electron/services/print-receipt.ts';
import type { SpokenVoice } from '../../electron/services/spoken-voice.ts';
import type { StationWatch } from '../../electron/services/station-watch.ts';
import { type KioskStation, kioskCalls, kioskEvents } from '../../shared/contract/kiosk.ts';
import { CardNumber } from '../../shared/domain/identifier.ts';
import { defaultReaderRules } from '../../shared/domain/reader-rules.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err } from '../../shared/errors/result.ts';
import type { SimulatorData } from '../../simulator/wallet/data.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from '../flow/unhurried-client.ts';
import { type MarkedPage, openMarkedPage } from './residue-page.ts';

export interface ResidueKiosk extends Pick<MarkedPage, 'tell' | 'holdBack' | 'endPause'> {
  readonly page: Page;
  /** Holds a card to the reader. */
  tap(number: string): void;
  /** What the page was told last under this name. */
  toldLast(event: string): unknown;
  close(): Promise<void>;
}

export interface ResidueOptions {
  readonly page: Page;
  readonly data: SimulatorData;
  /** Folder of the built page. */
  readonly folder: string;
  /** Every customer gets the same session: no late answer can be told from the next customer's own. */
  readonly sameIds: boolean;
  /** The page keeps everything that it is told. */
  readonly keepsAll: boolean;
}

const station: KioskStation = {
  mode: 'live',
  testServer: false,
  host: 'electron',
  name: 'Kiosk 1',
  version: '0.0.0',
  locale: 'en',
  theme: 'light',
  supportPhone: null,
  heightMm: null,
  currency: CurrencyCode.parse('EUR'),
  receipt: { locale: 'en', width: 42, columns: 42 },
  operationsOff: [],
  amountEntry: 'decimal',
  keepAmount: false,
  idleTimeoutMs: 60_000,
  offers: ['receipt', 'sufficient-amount', 'movements', 'card-relation'],
} as KioskStation;

/** No paper: the receipt is shown, as it is to whoever asks for it then. */
const watch = {
  status: {
    link: { kind: 'good', ms: 1 },
    printer: { kind: 'blocked', reason: 'paper-out' },
    readers: [],
    journal: null,
  },
  checkPrinter: async () => undefined,
} as unknown as StationWatch;
const receipts = { print: async () => err(appError('printer.paper-out')) } as unknown as ReceiptPrinting;

export async function openResidueKiosk({
  page,
  data,
  folder,
  sameIds,
  keepsAll,
}: ResidueOptions): Promise<ResidueKiosk> {
  const wallet = await startWalletSimulator({ data });
  const api = unhurriedClient(wallet);
  const last = new Map<string, unknown>();
  let serial = 0;
  function emit(name: keyof typeof kioskEvents, payload: unknown): void {
    const checked = kioskEvents[name].parse(payload);
    last.set(name, checked);
    void marked.tell(name, checked);
  }

  const desk = createDesk({
    api,
    receipts,
    clock: Date.now,
    newId: () => (sameIds ? 'always-the-same' : `id-${++serial}`),
    emit: (event) => {
      kiosk.noticeDesk(event);
      const presented = presentDeskEvent(event);
      if (presented !== null) {
        emit(presented.name, presented.payload);
      }
    },
  });
  const kiosk = createKiosk({
    api,
    clock: Date.now,
    act: desk.handleReading,
    onRest: (restMs) => emit('kiosk/reader-rested', { restMs }),
    movementsAllowed: true,
  });
  const relation = createCardRelation({
    api,
    servedIn: desk.servedIn,
    rulesOf: () => defaultReaderRules,
    emit: (event) => {
      const { name, payload } = presentCardEvent(event);
      emit(name, payload);
    },
  });
  const cards = createKioskCards(relation);
  const voice: SpokenVoice = {
    readLanguages: async () => [],
    say: async () => 'failed',
    stop: () => undefined,
  };
  const exit = { begin: () => [], cancel: () => undefined } as unknown as KioskExit;
  const handlers = createKioskHandlers({ station: () => station, desk, watch, kiosk, cards, exit, voice });

  const marked = await openMarkedPage({
    ...{ page, folder, keepsAll, document: 'index.html', bridge: 'tillKiosk', lastAsked: 'station/read' },
    answer(name, input) {
      const call = name as keyof typeof kioskCalls;
      const handler = handlers[call] as (value: unknown) => unknown;
      return handler(kioskCalls[call].input.parse(input));
    },
  });
  await page.getByTestId('attract').waitFor();

  return {
    page,
    tap(number) {
      const reading = {
        reader: 'contactless-reader',
        at: Date.now(),
        content: { kind: 'card', issuer: 'paysera', number: CardNumber.parse(number) },
      } as const;
      if (!relation.take(reading)) {
        kiosk.handleReading(reading);
      }
    },
    tell: marked.tell,
    holdBack: marked.holdBack,
    endPause: marked.endPause,
    toldLast: (event) => last.get(event),
    async close() {
      marked.close();
      await api.close();
      await wallet.close();
    },
  };
}
