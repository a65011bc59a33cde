// Visits of marked customers at a real till, at the desk and at the kiosk, and by command, with faults and kills; then a
// search for the marks in everything that is left. Shared by the test, which takes a sample, and the proof.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { projectDir } from '../../build/paths.ts';
import { type PrinterCondition, type PrinterSimulator, startPrinterSimulator } from '../../simulator/printer/server.ts';
import type { WalletFault } from '../../simulator/wallet/faults.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { compiledModules } from '../flow/compiled-modules.ts';
import { createRandom, type Random } from '../flow/random.ts';
import { sayNothing, type TellProgress } from '../progress.ts';
import { type MarkedCustomer, type MarkedWorld, markedWords, markedWorld } from './marked-world.ts';
import { commandsFor } from './marks-commands.ts';
import { searchPlaces, searchProcesses } from './marks-search.ts';
import { deskSteps, kioskSteps, type Visit, visit } from './marks-visits.ts';
import { processesBelow } from './processes.ts';
import { scanByWedge } from './scan-by-wedge.ts';
import { startOnChromium, type Till, tillTestEnvironment } from './start-till.ts';

/** Ways to break a guard, each as a careless change would; the marks must be found then. */
export const markBreaks = [
  ...(['log-requests', 'spool-prints', 'hand-down-environment', 'key-as-argument', 'keep-in-page'] as const),
] as const;
export type MarkBreak = (typeof markBreaks)[number];

export interface MarksReport {
  readonly runs: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

type Face = Visit['face'];
type RunningTill = Omit<Till, 'dataDir'>;

const operator = { name: 'Rasa P.', pin: markedWords.pin };
/** The service lets a client ask sixty times a minute, and a till that is killed counts anew. */
const visitsOfOneStart = { desk: 7, kiosk: 10 } as const;
const commandsOfOneStart = 2;
const customerCount = 40;
const listenWithinMs = 20_000;
/** On a machine that is too busy a scanner's keys come as slowly as a person's: then it is tapped again. */
const heardWithinMs = 3_000;
const mostTaps = 4;

interface Station {
  readonly top: string;
  readonly dataDir: string;
  readonly wallet: WalletSimulator;
  readonly paper: PrinterSimulator;
  readonly world: MarkedWorld;
  readonly marks: readonly string[];
  readonly random: Random;
  readonly breaking: MarkBreak | null;
  /** For its windows; undefined is the one there is. */
  readonly display: string | undefined;
  /** Whose card was read last: read again at once, it would be a bounce of the reader. */
  served: MarkedCustomer | null;
  /** What tills and commands wrote. */
  readonly texts: Record<string, string>;
  readonly violations: Set<string>;
  readonly counts: Record<string, number>;
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random.next() * list.length)] as T;
const count = ({ counts }: Station, name: string, more = 1): void => {
  counts[name] = (counts[name] ?? 0) + more;
};

/** What a station of its own has: folders for its data, for what is passing, and for what is nobody's. */
function environmentOf(
  { top, dataDir, wallet, paper, breaking, display }: Station,
  face: Face,
  keyBy: 'file' | 'variable',
) {
  const keyFile = path.join(top, 'secrets', 'mac-key');
  const isByVariable = keyBy === 'variable' || breaking !== null;
  return {
    ...tillTestEnvironment(dataDir, {
      TILL_MODE: 'live',
      TILL_FACE: face,
      TILL_KIOSK_MOVEMENTS: 'true',
      TILL_API_URL: wallet.url,
      TILL_CLIENT_ID: wallet.clientId,
      ...(isByVariable ? { TILL_MAC_KEY: wallet.macKey } : { TILL_MAC_KEY_FILE: keyFile }),
      TILL_PRINTER: `tcp://${paper.host}:${paper.port}`,
      ...(breaking === null ? {} : { PROOF_BREAK: breaking }),
    }),
    ...(display === undefined ? {} : { DISPLAY: display }),
    TMPDIR: path.join(top, 'passing'),
    HOME: path.join(top, 'home'),
  };
}

const faults = (random: Random, customer: MarkedCustomer): readonly WalletFault[] => {
  const several: readonly WalletFault[] = [
    { kind: 'error', status: 403, code: 'forbidden', times: 2 },
    // A service that puts the customer into its error.
    { kind: 'error', status: 400, code: customer.email, times: 1 },
    { kind: 'error', status: 503, code: 'service_unavailable', late: true, times: 1 },
    { kind: 'html', times: 1 },
    { kind: 'empty-body', times: 1 },
    { kind: 'cut-off', times: 1 },
    { kind: 'reset', when: pick(random, ['before', 'during', 'after'] as const), times: 1 },
    { kind: 'rate-limit', times: 1 },
    { kind: 'latency', ms: 150, times: 2 },
    { kind: 'clock-skew', seconds: 600 },
  ];
  return random.next() < 0.4 ? [pick(random, several)] : [];
};
const conditions: readonly PrinterCondition[] = ['paper-out', 'cover-open', 'off'];

function visitOf({ random, breaking }: Station, face: Face, customer: MarkedCustomer, index: number): Visit {
  const { card, ...ways } = customer;
  const typed = [
    { kind: 'card', issuer: 'paysera', number: card },
    { kind: 'phone', phone: ways.phone },
    { kind: 'email', email: ways.email },
    { kind: 'barcode', barcode: ways.barcode },
    { kind: 'account-number', accountNumber: ways.accountNumber },
    { kind: 'licence-plate', licencePlate: ways.licencePlate },
    { kind: 'user', userId: ways.userId },
    { kind: 'wallet', walletId: ways.walletId },
  ];
  const steps = face === 'kiosk' ? kioskSteps : deskSteps;
  return {
    ...ways,
    index,
    face,
    identifier: face === 'kiosk' || random.next() < 0.3 ? null : pick(random, typed),
    // Every step comes up, whatever is drawn besides.
    steps: [steps[index % steps.length] ?? 'balance', ...Array.from({ length: 3 }, () => pick(random, steps))],
    operator: face === 'desk' ? operator : null,
    codes: [markedWords.wrongCode, ways.code],
    description: `${markedWords.description} ${index}`,
    emails: [ways.email],
    phones: [ways.phone],
    keeps: breaking === 'keep-in-page',
  };
}

/** Waits until the visit in the page listens, and taps the card until it is heard. Rejects when the till was killed. */
async function scanUntilHeard(page: Page, card: string, index: number): Promise<void> {
  const listens = (number: number) => (window as { visitThatListens?: number }).visitThatListens === number;
  const heard = (number: number) => (window as { visitThatListens?: number }).visitThatListens !== number;
  await page.waitForFunction(listens, index, { timeout: listenWithinMs });
  for (let tap = 0; tap < mostTaps; tap += 1) {
    await scanByWedge(page, card);
    const isHeard = await page.waitForFunction(heard, index, { timeout: heardWithinMs }).then(
      () => true,
      () => false,
    );
    if (isHeard) return;
  }
}

/** One visit; in the last one of a start the till is killed. */
async function serve(station: Station, till: RunningTill, face: Face, index: number, isLast: boolean): Promise<void> {
  const { random, wallet, paper, world, marks, violations } = station;
  const customer = pick(
    random,
    world.customers.filter((known) => known !== station.served),
  );
  station.served = customer;
  const on = faults(random, customer);
  wallet.setFaults([...on]);
  const condition = random.next() < 0.2 ? pick(random, conditions) : null;
  if (condition !== null) await paper.setCondition(condition, true);
  count(station, 'faults', on.length + (condition === null ? 0 : 1));
  const plan = visitOf(station, face, customer, index);
  const going = till.page.evaluate(visit, plan).catch(() => ({}));
  if (plan.identifier === null) await scanUntilHeard(till.page, customer.card, index).catch(() => undefined);
  for (const mark of searchProcesses(till.pid, marks).marks) violations.add(mark);
  if (isLast) {
    const kill = setTimeout(() => process.kill(till.pid, 'SIGKILL'), random.next() * 600);
    await Promise.race([going, till.exited]);
    clearTimeout(kill);
  } else {
    for (const [outcome, times] of Object.entries(await going)) count(station, outcome, times);
  }
  if (condition !== null) await paper.setCondition(condition, false);
  wallet.setFaults([]);
}

/** Ends a till without a word, its Chromium with it. */
async function kill(till: RunningTill): Promise<void> {
  const below = processesBelow(till.pid);
  try {
    process.kill(till.pid, 'SIGKILL');
  } catch {
    // It was killed in the visit.
  }
  await till.exited;
  for (const { pid } of below) {
    while (existsSync(`/proc/${pid}/exe`)) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await till.stop();
}

/** A till of its own process: comes up, serves, and is killed in its last visit. */
async function runTill(station: Station, face: Face, from: number, visits: number, name: string): Promise<void> {
  const { random, breaking, texts, top, dataDir } = station;
  const env = environmentOf(station, face, random.next() < 0.5 ? 'file' : 'variable');
  const sabotage = path.join(import.meta.dirname, 'marks-sabotage.ts');
  const till = await startOnChromium(env, breaking === null ? [] : ['--import', sabotage]);
  count(station, `starts at the ${face}`);
  try {
    for (let visited = 0; visited < visits; visited += 1) {
      await serve(station, till, face, from + visited, visited === visits - 1);
    }
  } finally {
    await kill(till);
    count(station, 'kills');
    texts[`what ${name} wrote`] = till.output();
  }
  // It is kept to be searched; the next start counts its requests anew.
  const sent = path.join(dataDir, 'sent-requests');
  if (existsSync(sent)) renameSync(sent, path.join(top, 'kept', name));
}

/** One command as a person or a script gives it: what is secret comes from standard input. */
async function runCommand(station: Station, argv: readonly string[], input: string, name: string): Promise<void> {
  const env = { ...environmentOf(station, 'desk', 'variable'), ...compiledModules };
  const child = spawn(process.execPath, [path.join(projectDir, 'electron', 'cli.ts'), ...argv], { env, stdio: 'pipe' });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  // Rows and balances are what was asked for: they go to whoever asked, and nowhere else.
  child.stdout.resume();
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${input}\n`);
  for (const mark of searchProcesses(child.pid ?? 0, station.marks).marks) station.violations.add(mark);
  await new Promise((resolve) => child.once('close', resolve));
  station.texts[`what ${name} said of an error`] = said;
  count(station, 'commands');
}

async function openStation(seed: number, breaking: MarkBreak | null, display?: string): Promise<Station> {
  const top = mkdtempSync(path.join(tmpdir(), 'till-marks-'));
  for (const folder of ['data', 'passing', 'home', 'kept', 'secrets']) mkdirSync(path.join(top, folder));
  const world = markedWorld(customerCount);
  const wallet = await startWalletSimulator({ data: world.data });
  const paper = await startPrinterSimulator();
  writeFileSync(path.join(top, 'secrets', 'mac-key'), wallet.macKey, { mode: 0o600 });
  return {
    ...{ top, wallet, paper, world, breaking, display },
    dataDir: path.join(top, 'data'),
    marks: [...world.marks, wallet.macKey],
    random: createRandom(seed),
    served: null,
    texts: {},
    violations: new Set(),
    counts: {},
  };
}

export interface MarksRun {
  readonly visits: number;
  readonly seed: number;
  readonly breaking?: MarkBreak | null;
  /** Its first visit's number: of several stations each goes on with the steps where the one before ended. */
  readonly from?: number;
  readonly display?: string;
  readonly tell?: TellProgress;
}

/** Starts of the till, its visits and the commands between them, until there were so many. */
async function serveAll(station: Station, { visits: wanted, from = 0, tell = sayNothing }: MarksRun): Promise<number> {
  const { random, world } = station;
  let done = 0;
  for (let start = 0; done < wanted; start += 1) {
    const face: Face = start % 3 === 1 ? 'kiosk' : 'desk';
    const visits = Math.min(visitsOfOneStart[face], wanted - done);
    await runTill(station, face, from + done, visits, `till ${start}`);
    done += visits;
    for (let command = 0; command < commandsOfOneStart && done < wanted; command += 1) {
      const all = commandsFor(pick(random, world.customers));
      const { argv, input } = all[(start * commandsOfOneStart + command) % all.length] as (typeof all)[number];
      await runCommand(station, argv, input, `command ${start}.${command}`);
      done += 1;
    }
    tell(done, wanted);
  }
  return done;
}

/** So many visits at one station; answers with every mark that was found anywhere. */
export async function runMarks(run: MarksRun): Promise<MarksReport> {
  const station = await openStation(run.seed, run.breaking ?? null, run.display);
  const { top, violations, counts, texts, marks } = station;
  const folders = ['data', 'passing', 'home', 'kept'].map((name) => path.join(top, name));
  try {
    const add = ['operator', 'add', '--name', operator.name, '--role', 'supervisor'];
    await runCommand(station, add, operator.pin, 'the first');
    const runs = await serveAll(station, run);
    const bundle = path.join(top, 'passing', 'diagnosis.zip');
    await runCommand(station, ['doctor', '--bundle', bundle], '', 'the doctor');
    count(station, 'bundles', existsSync(bundle) ? 1 : 0);
    const found = searchPlaces({ folders, texts }, marks);
    for (const mark of found.marks) violations.add(mark);
    const { files, bytes } = found;
    return { runs, seen: { ...counts, marks: marks.length, files, bytes }, violations: [...violations] };
  } finally {
    await Promise.all([station.wallet.close(), station.paper.close()]);
    rmSync(top, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
