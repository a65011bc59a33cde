// npm test: everything in order, with one sum at the end. `--static` runs only what reads the sources, `--hardware` adds
// the tests on real kernel devices, `--only-hardware` is `npm run test:hardware`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { toolEnvironment } from './chromium-host/environment.ts';
import { run } from './command.ts';
import { requireNode24 } from './node-24.ts';
import { forgetOutcome, writeOutcome } from './outcome-file.ts';
import { outDir, projectDir } from './paths.ts';
import {
  chromiumPackage,
  ensureInstalled,
  machinePackages,
  terminalPairPackage,
  virtualDisplayPackage,
} from './system-packages.ts';
import { type Outcome, playwrightOutcome, singleOutcome, summaryLine, sumOf, vitestOutcome } from './test-results.ts';

const reportsDir = path.join(outDir, 'reports');
const bin = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

interface Step {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
  /** Without this one there is nothing for the later steps to look at. */
  readonly isNeeded?: true;
}

function environment(more: Record<string, string> = {}): Record<string, string> {
  const { CI, FORCE_COLOR } = process.env;
  return {
    ...toolEnvironment(process.env),
    ...(CI === undefined ? {} : { CI }),
    ...(FORCE_COLOR === undefined ? {} : { FORCE_COLOR }),
    ...more,
  };
}

const node = (args: readonly string[], more?: Record<string, string>): Promise<number> =>
  run(process.execPath, args, environment(more));

const check = (name: string, ...args: string[]): Step => ({
  name,
  run: async () => singleOutcome((await node(args)) === 0),
});

function readReport(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

const tests = (name: string, project: string): Step => ({
  name,
  run: async () => {
    const report = path.join(reportsDir, `${project}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const status = await node([bin.vitest, 'run', `--project=${project}`, ...reporters]);
    return vitestOutcome(readReport(report), status);
  },
});

async function runEndToEnd(): Promise<Outcome> {
  const report = path.join(reportsDir, 'e2e.json');
  const status = await node([bin.playwright, 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return playwrightOutcome(readReport(report), status);
}

const staticSteps: readonly Step[] = [
  check('types', bin.tsc, '-p', '.'),
  check('types against the development host', bin.tsc, '-p', 'tsconfig.host.json'),
  check('format and lint', bin.biome, 'ci', '--colors=off', '--max-diagnostics=20', '.'),
  check('rooms', 'build/rooms.ts'),
];

const allSteps: readonly Step[] = [
  ...staticSteps,
  tests('unit, port, flow, vectors', 'fast'),
  { ...check('build', 'build/build.ts'), isNeeded: true },
  tests('package', 'package'),
  { name: 'end to end', run: runEndToEnd },
];

const testPackages = [chromiumPackage, virtualDisplayPackage, terminalPairPackage];
const hardwareStep = tests('real kernel devices', 'hardware');

async function runSteps(steps: readonly Step[]): Promise<Outcome> {
  const outcomes: { readonly name: string; readonly outcome: Outcome; readonly seconds: number }[] = [];
  for (const { name, run: runStep, isNeeded } of steps) {
    console.log(`\n=== ${name}`);
    const startedMs = performance.now();
    const outcome = await runStep();
    outcomes.push({ name, outcome, seconds: (performance.now() - startedMs) / 1_000 });
    if (isNeeded && outcome.failed > 0) break;
  }
  console.log('\n=== summary');
  for (const { name, outcome, seconds } of outcomes) {
    console.log(
      `${outcome.failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${summaryLine(outcome)} (${seconds.toFixed(1)} s)`,
    );
  }
  const sum = sumOf(outcomes.map(({ outcome }) => outcome));
  for (const skipped of sum.skipped) console.log(`skipped: ${skipped}`);
  return sum;
}

requireNode24();
process.chdir(projectDir);
const isStatic = process.argv.includes('--static');
const isOnlyHardware = process.argv.includes('--only-hardware');
const hasHardware = isOnlyHardware || process.argv.includes('--hardware');
const runner = isStatic ? 'static' : isOnlyHardware ? 'hardware' : 'tests';
forgetOutcome(runner);
const otherSteps = isStatic ? staticSteps : isOnlyHardware ? [] : allSteps;
const steps = hasHardware ? [...otherSteps, hardwareStep] : otherSteps;
if (!isStatic && !isOnlyHardware && !(await ensureInstalled(testPackages))) process.exit(1);
// What is missing then is said by the tests themselves: skipped here, failed in CI.
if (hasHardware) await ensureInstalled(machinePackages);
// A report of an earlier run must not speak for this one.
rmSync(reportsDir, { recursive: true, force: true });
mkdirSync(reportsDir, { recursive: true });
const sum = await runSteps(steps);
writeOutcome(runner, sum);
console.log(summaryLine(sum));
process.exit(sum.failed === 0 ? 0 : 1);
