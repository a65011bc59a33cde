// npm run proof: every proof in full, and again with each of its guards broken. `npm run proof -- NAME` runs the proofs
// whose name begins so. What held is recorded in docs/proof.md, with the commit.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toolEnvironment } from './chromium-host/environment.ts';
import { requireNode24 } from './node-24.ts';
import { projectDir } from './paths.ts';
import { type Proof, type ProofReport, proofs } from './proofs.ts';

const seed = 20_261_120;
const childMarker = '--one';

interface Row {
  readonly proof: Proof;
  readonly breaking: string | null;
  readonly report: ProofReport;
  readonly holds: boolean;
}

/** A process of its own for each run: the switch is the environment's, and one run's memory says nothing of the next. */
function runApart(proof: Proof, breaking: string | null): ProofReport {
  const child = spawnSync(process.execPath, [import.meta.filename, childMarker, proof.name], {
    cwd: projectDir,
    env: { ...toolEnvironment(process.env), ...(breaking === null ? {} : { PROOF_BREAK: breaking }) },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  if (child.status !== 0) {
    throw new Error(`the proof ${proof.name} ended with ${child.status ?? child.signal}`);
  }
  return JSON.parse(child.stdout) as ProofReport;
}

/** Without its guard a proof must fail, or it proves nothing. */
function rowOf(proof: Proof, breaking: string | null): Row {
  const report = runApart(proof, breaking);
  const holds = (report.violations.length === 0) === (breaking === null);
  const verdict = `${report.violations.length} violations in ${report.runs} runs`;
  console.log(`${holds ? 'ok    ' : 'FAILED'}  ${proof.name}${breaking === null ? '' : ` [${breaking}]`}: ${verdict}`);
  for (const violation of holds ? [] : report.violations.slice(0, 5)) {
    console.log(`        ${violation}`);
  }
  return { proof, breaking, report, holds };
}

/** What was proven, and of what: a tree with changes that nobody else has says so. */
function commit(): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: projectDir, encoding: 'utf8' });
  const head = git('rev-parse', '--short=9', 'HEAD');
  if (head.status !== 0) return 'unknown';
  return `${head.stdout.trim()}${git('status', '--porcelain', '--', '.', ':!docs').stdout.trim() === '' ? '' : ' with changes'}`;
}

const page = path.join(projectDir, 'docs', 'proof.md');
const nameOf = (proof: Proof, breaking: string | null): string =>
  breaking === null ? proof.name : `${proof.name}, \`PROOF_BREAK=${breaking}\``;

/** The lines of the page as it is, by what they are of. */
function recorded(): Map<string, string> {
  const lines = existsSync(page) ? readFileSync(page, 'utf8').split('\n') : [];
  return new Map(
    lines.flatMap((line) => (/^\| ([^|]+) \|/.test(line) ? [[line.split(' | ')[0]?.slice(2) ?? '', line]] : [])),
  );
}

/** The page with these rows in the place of what was recorded of the same; the others stay, with their own commits. */
function pageOf(rows: readonly Row[], of: string): string {
  const lines = recorded();
  for (const { proof, breaking, report } of rows) {
    const seen = Object.entries(report.seen).map(([name, count]) => `${name} ${count}`);
    const name = nameOf(proof, breaking);
    const cells = [name, of, report.runs, report.violations.length, seen.join(', ')];
    lines.set(name, `| ${cells.join(' | ')} |`);
  }
  const all = proofs.flatMap((proof) => [null, ...proof.breaks].map((breaking) => nameOf(proof, breaking)));
  const claims = proofs.map(({ name, claim }) => `- **${name}**: ${claim}`);
  return `# Proofs

Written by \`npm run proof\`, seed ${seed}; each line names the commit that it was run on (\`npm run proof -- NAME\` writes
the lines of one). Each claim is run in full, and again with each of its guards broken by a switch that only the proof's
own wiring knows: a line with \`PROOF_BREAK\` must have violations, every other line none. \`npm test\` runs a sample of
each.

${claims.join('\n')}

| proof | commit | runs | violations | seen |
| --- | --- | ---: | ---: | --- |
${all.flatMap((name) => lines.get(name) ?? []).join('\n')}
`;
}

function runAll(prefix: string): void {
  const chosen = proofs.filter(({ name }) => name.startsWith(prefix));
  const of = commit();
  const rows = chosen.flatMap((proof) => [null, ...proof.breaks].map((breaking) => rowOf(proof, breaking)));
  const holds = rows.length > 0 && rows.every((row) => row.holds);
  if (holds) {
    writeFileSync(page, pageOf(rows, of));
  }
  process.exitCode = holds ? 0 : 1;
}

async function runOne(name: string): Promise<void> {
  const proof = proofs.find((known) => known.name === name);
  if (proof === undefined) {
    throw new Error(`there is no proof ${name}`);
  }
  const report = await proof.run({ seed, breaking: process.env.PROOF_BREAK ?? null });
  process.stdout.write(JSON.stringify(report));
}

requireNode24();
const [first = '', second = ''] = process.argv.slice(2);
if (first === childMarker) {
  await runOne(second);
} else {
  runAll(first);
}
