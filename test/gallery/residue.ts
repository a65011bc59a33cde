// What a customer leaves in the kiosk's page: marked people go through it one after another, and after each its heap and
// its document are searched for them. Shared by the test, which takes a few, and the proof.
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { rendererBuild } from '../../build/build.ts';
import { outDir } from '../../build/paths.ts';
import { plainChromium } from '../../build/plain-chromium.ts';
import { sayNothing, type TellProgress } from '../progress.ts';
import { findMarks, type HeapProbe, openHeapProbe } from './heap-probe.ts';
import { openResidueKiosk, type ResidueKiosk } from './residue-kiosk.ts';
import { type MarkedCustomer, markedWorld } from './residue-people.ts';

/**
 * Ways to break the guards, each of which must be seen: a page that keeps what it was shown; sessions that cannot be
 * told apart, so that a late answer is the next customer's.
 */
export const residueBreaks = ['keep-state', 'same-ids'] as const;
export type ResidueBreak = (typeof residueBreaks)[number];

export interface ResidueReport {
  readonly runs: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

interface Trial {
  readonly kiosk: ResidueKiosk;
  readonly probe: HeapProbe;
  readonly violations: string[];
  /** For so many of the first customers the probe must find what is shown, while it is: a snapshot takes seconds. */
  readonly lookedForBefore: number;
  readonly seen: Record<'foundBefore' | 'lateAnswers' | 'lateDropped' | Ending, number>;
  readonly tell: TellProgress;
}

/** How a customer's session ends. */
const endings = ['finished', 'walked-away', 'next-card'] as const;
type Ending = (typeof endings)[number];

const does = (kiosk: ResidueKiosk, id: string) => kiosk.page.getByTestId(`do-${id}`).click();
const sees = (kiosk: ResidueKiosk, testId: string) => kiosk.page.getByTestId(testId).waitFor();

/** The whole visit: balance, an amount, a card with its code, the receipt, the movements. */
async function visit(kiosk: ResidueKiosk, customer: MarkedCustomer): Promise<void> {
  const { page } = kiosk;
  kiosk.tap(customer.card);
  await sees(kiosk, 'balance-EUR');
  await does(kiosk, 'enough');
  for (const key of ['7', '3']) await page.getByTestId(`key-${key}`).click();
  await does(kiosk, 'ask');
  await sees(kiosk, 'answer');
  await does(kiosk, 'balance');
  const awaited = kiosk.holdBack('kiosk/await-card');
  await does(kiosk, 'relate-card');
  await awaited.asked;
  await awaited.letGo();
  kiosk.tap(customer.newCard);
  await does(kiosk, 'relate');
  await sees(kiosk, 'card-code');
  for (const sign of customer.code) await page.getByTestId(`key-${sign}`).click();
  await does(kiosk, 'confirm');
  await sees(kiosk, 'card-done');
  await does(kiosk, 'balance');
  await does(kiosk, 'show-receipt');
  await sees(kiosk, 'receipt-text');
  await does(kiosk, 'balance');
  await does(kiosk, 'movements');
  await page.getByTestId('movement').first().waitFor();
}

async function end(kiosk: ResidueKiosk, ending: Ending, next: MarkedCustomer): Promise<void> {
  switch (ending) {
    case 'finished':
      await does(kiosk, 'finish');
      return sees(kiosk, 'goodbye');
    case 'walked-away':
      await kiosk.endPause();
      await sees(kiosk, 'veil');
      await kiosk.endPause();
      return sees(kiosk, 'attract');
    case 'next-card':
      kiosk.tap(next.card);
      return sees(kiosk, 'balance-EUR');
  }
}

/** What of these marks the page holds; each with the way to it, so that whoever reads it can mend it. */
async function residueOf(probe: HeapProbe, marks: readonly RegExp[]): Promise<readonly string[]> {
  const heap = await probe.read();
  const inHeap = findMarks(heap.strings, marks).map(
    (text) => `heap: ${text.slice(0, 80)}; held by ${heap.holdersOf(text).slice(-14).join(' ')}`,
  );
  const inDocument = findMarks([await probe.document()], marks).map(() => 'document: a mark');
  return [...inHeap, ...inDocument];
}

/** The probe finds everything that this customer is shown, while it is shown. */
async function findsAll(probe: HeapProbe, { shown }: MarkedCustomer): Promise<boolean> {
  const { strings } = await probe.read();
  const document = await probe.document();
  return shown.every((mark) => strings.some((text) => mark.test(text))) && shown.some((mark) => mark.test(document));
}

/** The customer before asks, the next one comes, and then the answers to the one before arrive. */
async function answerLate({ kiosk, probe, seen, violations }: Trial, before: MarkedCustomer, next: MarkedCustomer) {
  kiosk.tap(before.card);
  await sees(kiosk, 'balance-EUR');
  const balance = kiosk.toldLast('customer/balance-read');
  const held = kiosk.holdBack('kiosk/read-receipt');
  await does(kiosk, 'show-receipt');
  await held.asked;
  kiosk.tap(next.card);
  await sees(kiosk, 'balance-EUR');
  await held.letGo();
  await kiosk.tell('customer/balance-read', balance);
  seen.lateAnswers += 1;
  if (findMarks([await probe.document()], before.shown).length === 0) {
    seen.lateDropped += 1;
  } else {
    violations.push('a late answer for the customer before was shown to the next');
  }
}

async function serveAll(trial: Trial, customers: readonly MarkedCustomer[]): Promise<void> {
  const { kiosk, probe, seen, violations } = trial;
  for (const [index, customer] of customers.slice(0, -1).entries()) {
    const next = customers[index + 1] as MarkedCustomer;
    const ending = endings[index % endings.length] as Ending;
    await visit(kiosk, customer);
    if (index < trial.lookedForBefore && (await findsAll(probe, customer))) {
      seen.foundBefore += 1;
    } else if (index < trial.lookedForBefore) {
      violations.push('the probe does not find what is shown');
    }
    await end(kiosk, ending, next);
    seen[ending] += 1;
    const before = customers[index - 1]?.marks ?? [];
    violations.push(...(await residueOf(probe, [...customer.marks, ...before])));
    await answerLate(trial, customer, next);
    trial.tell(index + 1, customers.length - 1);
  }
}

export interface ResidueRun {
  readonly customers: number;
  readonly lookedForBefore: number;
  readonly breaking: ResidueBreak | null;
  /** Folder of the built page. */
  readonly folder: string;
  readonly tell?: TellProgress;
}

export async function runResidue(
  browser: Browser,
  { customers: count, lookedForBefore, breaking, folder, tell = sayNothing }: ResidueRun,
): Promise<ResidueReport> {
  const { data, customers } = markedWorld(count + 1);
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, reducedMotion: 'reduce' });
  const kiosk = await openResidueKiosk({
    page,
    data,
    folder,
    sameIds: breaking === 'same-ids',
    keepsAll: breaking === 'keep-state',
  });
  const violations: string[] = [];
  const seen: Trial['seen'] = {
    foundBefore: 0,
    lateAnswers: 0,
    lateDropped: 0,
    finished: 0,
    'walked-away': 0,
    'next-card': 0,
  };
  try {
    await serveAll({ kiosk, probe: await openHeapProbe(page), violations, seen, lookedForBefore, tell }, customers);
  } finally {
    await kiosk.close();
    await page.close();
  }
  return { runs: count, seen, violations };
}

const fullCustomers = 200;
const controlCustomers = 5;

/** Two hundred customers; with a guard broken, a few. */
export async function proveNoResidue(breaking: ResidueBreak | null, tell?: TellProgress): Promise<ResidueReport> {
  const folder = path.join(outDir, 'kiosk-page');
  await build(rendererBuild(folder));
  const browser = await chromium.launch(plainChromium());
  try {
    const customers = breaking === null ? fullCustomers : controlCustomers;
    return await runResidue(browser, {
      ...{ customers, lookedForBefore: customers, breaking, folder },
      ...(tell === undefined ? {} : { tell }),
    });
  } finally {
    await browser.close();
  }
}
