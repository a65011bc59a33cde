import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { createJournalKeys } from '../../electron/journal/keys.ts';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { sayNothing, type TellProgress } from '../progress.ts';
import { compiledModules } from './compiled-modules.ts';
import { createRandom, type Random } from './random.ts';
import { smallWorld } from './small-world.ts';

/** Ways to break what the proof is about, to show that it would notice. */
export const killBreaks = ['write-after', 'send-again'] as const;
export type KillBreak = (typeof killBreaks)[number];

export interface KillChildTask {
  readonly folder: string;
  readonly api: { readonly url: string; readonly clientId: string; readonly macKey: string };
  readonly from: number;
  readonly to: number;
  readonly breaking: KillBreak | null;
}

export interface KillsReport {
  readonly runs: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

/** What the killed processes said of themselves before they were, and what came out of them. */
interface Witness {
  next: number;
  readonly intents: Set<number>;
  readonly outcomes: Set<number>;
  readonly papers: string[];
  readonly sent: string[];
  kills: number;
  stillOpen: number;
}

/** A wire that counts the changes that pass. */
async function startCountingWire(targetPort: number, sent: string[]) {
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    near.on('data', (chunk) => {
      for (const [, number] of chunk.toString('latin1').matchAll(/"op-(\d+)-"/g)) {
        sent.push(number ?? '');
      }
      far.write(chunk);
    });
    far.on('data', (chunk) => near.write(chunk));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

function hear(line: string, witness: Witness): void {
  const [word, text = ''] = line.split(' ');
  const number = Number(text);
  if (word === 'begin') {
    witness.next = number + 1;
  } else if (word === 'intent') {
    witness.intents.add(number);
  } else if (word === 'outcome') {
    witness.outcomes.add(number);
  } else if (word === 'paper') {
    witness.papers.push(text);
  } else if (word === 'settled') {
    witness.stillOpen = number;
  }
}

/** Runs one till; kills it after so many of its lines and a moment more. Answers whether it came to its end. */
async function runOnce(task: KillChildTask, witness: Witness, random: Random | null): Promise<boolean> {
  const child: ChildProcess = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'journal-kill-child.ts'), JSON.stringify(task)],
    { stdio: ['ignore', 'pipe', 'inherit'], env: compiledModules },
  );
  let left = random === null ? Number.POSITIVE_INFINITY : 1 + Math.floor(random.next() * 16);
  let ended = false;
  const lines = createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> });
  lines.on('line', (line) => {
    hear(line, witness);
    ended ||= line === 'end';
    left -= 1;
    if (left === 0 && random !== null) {
      setTimeout(() => child.kill('SIGKILL'), random.next() * 6);
    }
  });
  await Promise.all([once(child, 'close'), once(lines, 'close')]);
  witness.kills += child.signalCode === 'SIGKILL' ? 1 : 0;
  if (child.signalCode === null && child.exitCode !== 0) {
    throw new Error(`the till under test ended with ${child.exitCode}`);
  }
  return ended;
}

/** So many operations, in processes that are killed at random points of them and started again. */
export async function runKills(options: {
  readonly operations: number;
  readonly seed: number;
  readonly breaking?: KillBreak | null;
  readonly tell?: TellProgress;
}): Promise<KillsReport> {
  const { tell = sayNothing } = options;
  const random = createRandom(options.seed);
  const folder = mkdtempSync(path.join(tmpdir(), 'till-kills-'));
  const simulator: WalletSimulator = await startWalletSimulator({ data: smallWorld() });
  const witness: Witness = {
    next: 0,
    intents: new Set(),
    outcomes: new Set(),
    papers: [],
    sent: [],
    kills: 0,
    stillOpen: -1,
  };
  const wire = await startCountingWire(simulator.port, witness.sent);
  const { clientId, macKey } = simulator;
  const task = () => ({
    folder,
    api: { url: `http://127.0.0.1:${wire.port}/rest/v1`, clientId, macKey },
    from: witness.next,
    to: options.operations,
    breaking: options.breaking ?? null,
  });
  try {
    while (witness.next < options.operations && !(await runOnce(task(), witness, random))) {
      tell(witness.next, options.operations);
      // Killed: the next one goes on behind what this one had begun. A control has shown enough with its first.
      if (options.breaking && effectsWithoutIntent(folder, witness).length > 0) {
        break;
      }
    }
    await runOnce(task(), witness, null);
    return judge(folder, witness, options.operations);
  } finally {
    wire.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** What came out twice, or without a word of it before. */
function effectsWithoutIntent(folder: string, witness: Witness): readonly string[] {
  const database = new DatabaseSync(path.join(folder, 'journal.sqlite'));
  try {
    const countOf = (operation: string) =>
      Number(
        database.prepare("SELECT count(*) AS n FROM entry WHERE kind = 'intent' AND operation = ?").get(operation)?.n,
      );
    return [
      ...repeated(witness.sent).map((number) => `the change ${number} was sent again`),
      ...repeated(witness.papers).map((number) => `the receipt ${number} was printed again`),
      ...(witness.sent.length <= countOf('description.set') ? [] : ['a change was sent that no intent tells of']),
      ...(witness.papers.length <= countOf('receipt.print') ? [] : ['a receipt came out that no intent tells of']),
    ];
  } finally {
    database.close();
  }
}

function judge(folder: string, witness: Witness, runs: number): KillsReport {
  const database = new DatabaseSync(path.join(folder, 'journal.sqlite'));
  try {
    const numbers = (sql: string) =>
      new Set(
        database
          .prepare(sql)
          .all()
          .map(({ n }) => Number(n)),
      );
    const intents = numbers("SELECT seq AS n FROM entry WHERE kind = 'intent'");
    const outcomes = numbers("SELECT about AS n FROM entry WHERE kind = 'outcome'");
    const open = numbers("SELECT seq AS n FROM open_intent WHERE state = 'open'");
    const keys = createJournalKeys(Buffer.alloc(32, 3));
    const { misfit, entries } = verifyJournal(database, keys, path.join(folder, 'journal.anchor'));
    const lost = [...witness.intents].filter((seq) => !intents.has(seq));
    const lostOutcomes = [...witness.outcomes].filter((seq) => !outcomes.has(seq));
    const violations = [
      ...(misfit === null ? [] : [`the chain does not hold: ${misfit.why} at ${misfit.at}`]),
      ...lost.map((seq) => `the intent ${seq} was said to be on the disk and is lost`),
      ...lostOutcomes.map((seq) => `the outcome of ${seq} was said to be on the disk and is lost`),
      ...[...intents].filter((seq) => !outcomes.has(seq)).map((seq) => `the intent ${seq} was never settled`),
      ...(open.size === 0 && witness.stillOpen === 0 ? [] : ['something is still open after the last start']),
      ...effectsWithoutIntent(folder, witness),
    ];
    const { kills, sent, papers } = witness;
    return { runs, seen: { kills, entries, sent: sent.length, papers: papers.length }, violations };
  } finally {
    database.close();
  }
}
