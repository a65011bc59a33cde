// The kiosk's own page and the services behind it, on marked people. Only what lies between them is another: calls and
// events go by the test's protocol instead of Electron's.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
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
import { contentSecurityPolicy, mimeTypes, resolveAsset } from '../../electron/windows/assets.ts';
import { type KioskStation, kioskCalls, kioskEvents } from '../../shared/contract/kiosk.ts';
import { CardNumber } from '../../shared/domain/identifier.ts';
import { defaultReaderRules } from '../../shared/domain/reader-rules.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err } from '../../shared/errors/result.ts';
import type { SimulatorData } from '../../simulator/wallet/data.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from '../flow/unhurried-client.ts';

export interface ResidueKiosk {
  readonly page: Page;
  /** Holds a card to the reader. */
  tap(number: string): void;
  /** Keeps the answer to the next call of that name back; answers with what lets it go, to whoever is there by then. */
  holdBack(name: string): { readonly asked: Promise<void>; readonly letGo: () => Promise<void> };
  /** What the page was told last under this name. */
  toldLast(event: string): unknown;
  tell(event: string, payload: unknown): Promise<void>;
  /** The longest pause that the page waits for is over: twenty seconds without a touch, thirty without an answer. */
  endPause(): Promise<void>;
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

interface KioskWindow {
  tillKiosk: unknown;
  askMain(name: string, input: unknown): Promise<unknown>;
  tellPage(name: string, payload: unknown): void;
  kept: unknown[];
  endPause(): void;
}

/**
 * Runs in the page before anything else: the bridge, which keeps nothing, and a clock by which long pauses end when the
 * test says so: a slow machine is no customer who went away.
 */
function bridgeInPage(keepsAll: boolean): void {
  const room = globalThis as unknown as KioskWindow;
  const listeners = new Map<string, ((payload: unknown) => void)[]>();
  room.tillKiosk = Object.freeze({
    call: (name: string, input: unknown) => room.askMain(name, input),
    on: (name: string, listener: (payload: unknown) => void) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return () => undefined;
    },
  });
  const longMs = 5_000;
  const setTimer = globalThis.setTimeout;
  let due: (() => void) | null = null;
  globalThis.setTimeout = ((action: () => void, delayMs = 0, ...more: []) => {
    if (delayMs < longMs) return setTimer(action, delayMs, ...more);
    due = action;
    return -1;
  }) as typeof setTimeout;
  room.endPause = () => {
    const action = due;
    due = null;
    action?.();
  };
  room.kept = [];
  room.tellPage = (name, payload) => {
    if (keepsAll) room.kept.push(payload);
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };
}

function servePage(folder: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = resolveAsset(folder, pathname);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': mimeTypes[path.extname(file)],
      'content-security-policy': contentSecurityPolicy,
    });
    createReadStream(file).pipe(response);
  });
  return new Promise<{ url: string; close: () => void }>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}/index.html`, close: () => server.close() });
    });
  });
}

export async function openResidueKiosk({
  page,
  data,
  folder,
  sameIds,
  keepsAll,
}: ResidueOptions): Promise<ResidueKiosk> {
  const wallet = await startWalletSimulator({ data });
  const api = unhurriedClient(wallet);
  const served = await servePage(folder);
  const last = new Map<string, unknown>();
  const held = new Map<string, { readonly asked: () => void; readonly until: Promise<void> }>();
  let serial = 0;
  /** In the order in which they happened, one after another. */
  let telling = Promise.resolve();
  function tell(name: string, payload: unknown): Promise<void> {
    telling = telling.then(() =>
      page.evaluate(([event, value]) => (globalThis as unknown as KioskWindow).tellPage(event as string, value), [
        name,
        payload,
      ] as const),
    );
    return telling;
  }
  function emit(name: keyof typeof kioskEvents, payload: unknown): void {
    const checked = kioskEvents[name].parse(payload);
    last.set(name, checked);
    void tell(name, checked);
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

  await page.exposeFunction('askMain', async (name: keyof typeof kioskCalls, input: unknown) => {
    const hold = held.get(name);
    held.delete(name);
    const handler = handlers[name] as (value: unknown) => unknown;
    const answer = await handler(kioskCalls[name].input.parse(input));
    hold?.asked();
    await hold?.until;
    return answer;
  });
  await page.addInitScript(bridgeInPage, keepsAll);
  await page.goto(served.url);
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
    holdBack(name) {
      const asked = Promise.withResolvers<void>();
      const until = Promise.withResolvers<void>();
      held.set(name, { asked: asked.resolve, until: until.promise });
      return {
        asked: asked.promise,
        letGo: async () => {
          until.resolve();
          // Its answer is in the page when the answer to a later question is.
          await page.evaluate(() => (globalThis as unknown as KioskWindow).askMain('station/read', {}));
        },
      };
    },
    endPause: () => page.evaluate(() => (globalThis as unknown as KioskWindow).endPause()),
    toldLast: (event) => last.get(event),
    tell,
    async close() {
      served.close();
      await api.close();
      await wallet.close();
    },
  };
}
