// What a runner leaves behind for the one sum over all of them.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { outDir } from './paths.ts';
import { type Outcome, singleOutcome } from './test-results.ts';

const fileOf = (runner: string, dir: string): string => path.join(dir, `${runner}.json`);
const outcomesDir = path.join(outDir, 'outcomes');

/** An outcome of an earlier run must not speak for this one. */
export function forgetOutcome(runner: string, dir = outcomesDir): void {
  rmSync(fileOf(runner, dir), { force: true });
}

export function writeOutcome(runner: string, outcome: Outcome, dir = outcomesDir): void {
  mkdirSync(dir, { recursive: true });
  writeFileSync(fileOf(runner, dir), `${JSON.stringify(outcome)}\n`);
}

/** What the runner left; one failure when it left nothing. */
export function readOutcome(runner: string, dir = outcomesDir): Outcome {
  const file = fileOf(runner, dir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Outcome) : singleOutcome(false);
}
