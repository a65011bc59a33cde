// What a customer leaves on their side of a desk: marked people go by the display's own page one after another, and its
// heap and its document are searched for them. Shared by the test, which takes a few, and the proof.
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { rendererBuild } from '../../build/build.ts';
import { outDir } from '../../build/paths.ts';
import { plainChromium } from '../../build/plain-chromium.ts';
import { createDisplayHandlers, presentView } from '../../electron/ipc/display-handlers.ts';
import { createCardRelation } from '../../electron/services/card-relation.ts';
import { createCodeEntry } from '../../electron/services/code-entry.ts';
import { createCustomerDisplay } from '../../electron/services/customer-display.ts';
import { createDesk } from '../../electron/services/desk.ts';
import type { ReceiptPrinting } from '../../electron/services/print-receipt.ts';
import { type DisplayStation, displayCalls, displayEvents } from '../../shared/contract/display.ts';
import { CardNumber } from '../../shared/domain/identifier.ts';
import type { SessionId } from '../../shared/domain/ids.ts';
import { defaultReaderRules } from '../../shared/domain/reader-rules.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from '../flow/unhurried-client.ts';
import { findMarks, type HeapProbe, openHeapProbe } from './heap-probe.ts';
import type { ResidueReport } from './residue.ts';
import { openMarkedPage } from './residue-page.ts';
import { type MarkedCustomer, markedWorld } from './residue-people.ts';

/** A page that keeps what it was told and what it said: each must be seen. */
export const displayResidueBreaks = ['keep-state'] as const;
export type DisplayResidueBreak = (typeof displayResidueBreaks)[number];

const station: DisplayStation = {
  ...{ mode: 'live', testServer: false, host: 'electron', name: 'Till 1', locale: 'en', theme: 'light' },
} as DisplayStation;
const currency = CurrencyCode.parse('EUR');
const receipts = {} as ReceiptPrinting;

/** The display's own page and the services behind it, and a desk whose cashier is this test. */
async function openDesk(page: Page, folder: string, people: number, keepsAll: boolean) {
  const { data, customers } = markedWorld(people);
  const wallet = await startWalletSimulator({ data });
  const api = unhurriedClient(wallet);
  let serial = 0;
  const newId = () => `id-${++serial}`;
  const display = createCustomerDisplay({
    emit: (view) =>
      void marked.tell('display/view-changed', displayEvents['display/view-changed'].parse(presentView(view))),
    // The goodbye stands until the next customer comes.
    schedule: () => () => undefined,
  });
  let identified = Promise.withResolvers<SessionId>();
  const desk = display.watchDesk(
    createDesk({
      ...{ api, receipts, newId, clock: Date.now },
      emit(event) {
        display.noticeDesk(event);
        codes.noticeDesk(event);
        if (event.kind === 'identified') identified.resolve(event.session);
      },
    }),
  );
  const cards = createCardRelation({
    ...{ api, servedIn: desk.servedIn, rulesOf: () => defaultReaderRules, emit: () => undefined },
  });
  const codes = createCodeEntry({
    ...{ cards, display, newId, emit: () => undefined, giveKeysTo: () => undefined },
    isServed: (session) => desk.servedIn(session) !== null,
    isShown: () => true,
    scope: { current: () => null, run: (_grant, work) => work() },
    ...{ now: Date.now, schedule: () => () => undefined },
  });
  const handlers = createDisplayHandlers({
    ...{ station: () => station, display, codes, onTouch: () => undefined, giveKeysBack: () => undefined },
  });
  const marked = await openMarkedPage({
    ...{ page, folder, keepsAll, document: 'display.html', bridge: 'tillDisplay', lastAsked: 'display/read' },
    answer(name, input) {
      const call = name as keyof typeof displayCalls;
      const handler = handlers[call] as (value: unknown) => unknown;
      return handler(displayCalls[call].input.parse(input));
    },
  });
  await page.getByTestId('display-greeting').waitFor();

  return {
    customers,
    finish: () => desk.finish('done'),
    /** Whoever has this card is served from here on. */
    serve(card: string): Promise<SessionId> {
      identified = Promise.withResolvers<SessionId>();
      const content = { kind: 'card', issuer: 'paysera', number: CardNumber.parse(card) } as const;
      desk.handleReading({ reader: 'contactless-reader', at: Date.now(), content });
      return identified.promise;
    },
    ask: (session: SessionId, cents: number) => desk.checkSufficientAmount(session, { cents, currency }),
    /** Relates the card and asks for its code on the display. */
    async askCode(session: SessionId, newCard: string): Promise<void> {
      const number = CardNumber.parse(newCard);
      const related = await cards.relate(session, { kind: 'typed', issuer: 'paysera', number });
      if (!related.ok || related.value.kind !== 'related') throw new Error('the card was not related');
      codes.begin(session, related.value.walletId);
    },
    async close(): Promise<void> {
      marked.close();
      await api.close();
      await wallet.close();
    },
  };
}

interface Trial {
  readonly desk: Awaited<ReturnType<typeof openDesk>>;
  readonly page: Page;
  readonly probe: HeapProbe;
  readonly violations: string[];
  /** For so many of the first customers the probe must find what is typed and shown, while it is. */
  readonly lookedForBefore: number;
  readonly seen: { foundBefore: number; finished: number; 'next-card': number };
}

async function findWhileThere({ probe, seen, violations }: Trial, marks: readonly RegExp[]): Promise<void> {
  const { strings } = await probe.read();
  if (marks.every((mark) => strings.some((text) => mark.test(text)))) {
    seen.foundBefore += 1;
  } else {
    violations.push('the probe does not find what is shown');
  }
}

async function holdsNothing({ probe, violations }: Trial, when: string, marks: readonly RegExp[]): Promise<void> {
  const heap = await probe.read();
  violations.push(
    ...findMarks(heap.strings, marks).map(
      (text) => `${when}, heap: ${text.slice(0, 80)}; held by ${heap.holdersOf(text).slice(-14).join(' ')}`,
    ),
    ...findMarks([await probe.document()], marks).map(() => `${when}, document: a mark`),
  );
}

/** The code by a keypad, which is a keyboard; or by the keys on the screen, whose letters lie on pages of their own. */
async function typeOnDisplay(page: Page, code: string, by: 'touch' | 'keypad'): Promise<void> {
  if (by === 'keypad') {
    await page.keyboard.type(code);
    return;
  }
  for (const sign of code) {
    const key = page.getByTestId(`code-key-${sign}`);
    while ((await key.count()) === 0) await page.getByTestId('code-page').click();
    await key.click();
  }
}

async function serveOne(trial: Trial, customer: MarkedCustomer, index: number): Promise<void> {
  const { desk, page } = trial;
  const { card, newCard, code, asked, marks } = customer;
  const isLookedFor = index < trial.lookedForBefore;
  const session = await desk.serve(card);
  await desk.ask(session, asked.cents);
  await page.getByTestId('display-answered').waitFor();
  if (isLookedFor) await findWhileThere(trial, [asked.mark]);
  await desk.askCode(session, newCard);
  await page.getByTestId('display-code').waitFor();
  await typeOnDisplay(page, code, index % 2 === 0 ? 'touch' : 'keypad');
  if (isLookedFor) await findWhileThere(trial, [new RegExp(code)]);
  await page.getByTestId('code-confirm').click();
  await page.getByTestId('display-card-confirmed').waitFor();
  // Still served, and the code is gone already; the rest was never here.
  await holdsNothing(trial, 'after the code', marks);
}

async function serveAll(trial: Trial): Promise<void> {
  const { desk, page, seen } = trial;
  const { customers } = desk;
  for (const [index, customer] of customers.slice(0, -1).entries()) {
    await serveOne(trial, customer, index);
    if (index % 2 === 0) {
      desk.finish();
      await page.getByTestId('display-goodbye').waitFor();
      seen.finished += 1;
    } else {
      await desk.serve((customers[index + 1] as MarkedCustomer).card);
      await page.getByTestId('display-serving').waitFor();
      seen['next-card'] += 1;
    }
    await holdsNothing(trial, 'after the customer', [...customer.marks, customer.asked.mark]);
  }
}

export interface DisplayResidueRun {
  readonly customers: number;
  readonly lookedForBefore: number;
  readonly breaking: DisplayResidueBreak | null;
  /** Folder of the built page. */
  readonly folder: string;
}

export async function runDisplayResidue(
  browser: Browser,
  { customers, lookedForBefore, breaking, folder }: DisplayResidueRun,
): Promise<ResidueReport> {
  const page = await browser.newPage({ viewport: { width: 1024, height: 600 }, reducedMotion: 'reduce' });
  const desk = await openDesk(page, folder, customers + 1, breaking === 'keep-state');
  const violations: string[] = [];
  const seen: Trial['seen'] = { foundBefore: 0, finished: 0, 'next-card': 0 };
  try {
    await serveAll({ desk, page, probe: await openHeapProbe(page), violations, lookedForBefore, seen });
  } finally {
    await desk.close();
    await page.close();
  }
  return { runs: customers, seen, violations };
}

const fullCustomers = 50;
const controlCustomers = 3;

/** Fifty customers; with a page that keeps what it is told, a few. */
export async function proveNoDisplayResidue(breaking: DisplayResidueBreak | null): Promise<ResidueReport> {
  const folder = path.join(outDir, 'display-page');
  await build(rendererBuild(folder));
  const browser = await chromium.launch(plainChromium());
  try {
    const customers = breaking === null ? fullCustomers : controlCustomers;
    return await runDisplayResidue(browser, { customers, lookedForBefore: customers, breaking, folder });
  } finally {
    await browser.close();
  }
}
