// npm run proof: every proof in full, and again with each of its guards broken. `npm run proof -- NAME` runs the proofs
// whose name begins so. What held is recorded in docs/proof.md at once, with the commit: who ends a long one loses only
// the line that was being run.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toolEnvironment } from './chromium-host/environment.ts';
import { requireNode24 } from './node-24.ts';
import { projectDir } from './paths.ts';
import { type ProofRow, pageWith } from './proof-page.ts';
import { createProgress } from './proof-progress.ts';
import { type Proof, type ProofReport, proofs } from './proofs.ts';

const seed = 20_261_120;
const childMarker = '--one';
const progressEveryMs = 15_000;
const page = path.join(projectDir, 'docs', 'proof.md');

const labelOf = (name: string, breaking: string | null): string => (breaking === null ? name : `${name} [${breaking}]`);

/**
 * A process of its own for each run: the switch is the environment's, and one run's memory says nothing of the next.
 * Answers null when it came to no end of its own.
 */
function runApart(proof: Proof, breaking: string | null): ProofReport | null {
  const child = spawnSync(process.execPath, [import.meta.filename, childMarker, proof.name], {
    cwd: projectDir,
    env: { ...toolEnvironment(process.env), ...(breaking === null ? {} : { PROOF_BREAK: breaking }) },
    // How far it is goes to standard error, as it comes.
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  return child.status === 0 ? (JSON.parse(child.stdout) as ProofReport) : null;
}

/** What was proven, and of what: a tree with changes that nobody else has says so. */
function readCommit(): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: projectDir, encoding: 'utf8' });
  const head = git('rev-parse', '--short=9', 'HEAD');
  if (head.status !== 0) return 'unknown';
  return `${head.stdout.trim()}${git('status', '--porcelain', '--', '.', ':!docs').stdout.trim() === '' ? '' : ' with changes'}`;
}

function record(row: ProofRow): void {
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, pageWith(before, row, { claims: proofs, seed }));
}

/** Without its guard a proof must fail, or it proves nothing. Answers whether it held. */
function prove(proof: Proof, breaking: string | null): boolean {
  const label = labelOf(proof.name, breaking);
  const began = performance.now();
  const commit = readCommit();
  console.error(`begins  ${label}`);
  const report = runApart(proof, breaking);
  if (report === null) {
    console.log(`FAILED  ${label}: it came to no end`);
    return false;
  }
  const holds = (report.violations.length === 0) === (breaking === null);
  const seconds = Math.round((performance.now() - began) / 1_000);
  const verdict = `${report.violations.length} violations in ${report.runs} runs, ${seconds} s`;
  console.log(`${holds ? 'ok    ' : 'FAILED'}  ${label}: ${verdict}`);
  for (const violation of holds ? [] : report.violations.slice(0, 5)) {
    console.log(`        ${violation}`);
  }
  if (holds) record({ name: proof.name, breaking, commit, report });
  return holds;
}

function runAll(prefix: string): void {
  const chosen = proofs.filter(({ name }) => name.startsWith(prefix));
  const held = chosen.flatMap((proof) => [null, ...proof.breaks].map((breaking) => prove(proof, breaking)));
  process.exitCode = held.length > 0 && held.every(Boolean) ? 0 : 1;
}

async function runOne(name: string): Promise<void> {
  const proof = proofs.find((known) => known.name === name);
  if (proof === undefined) {
    throw new Error(`there is no proof ${name}`);
  }
  const breaking = process.env.PROOF_BREAK ?? null;
  const tell = createProgress(labelOf(name, breaking), {
    write: (line) => console.error(line),
    now: () => performance.now(),
    everyMs: progressEveryMs,
  });
  const report = await proof.run({ seed, breaking, tell });
  process.stdout.write(JSON.stringify(report));
}

requireNode24();
const [first = '', second = ''] = process.argv.slice(2);
if (first === childMarker) {
  await runOne(second);
} else {
  runAll(first);
}
