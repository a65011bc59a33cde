// Boots the machine whose devices the tests use, and reads what its tests say.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toolEnvironment } from '../chromium-host/environment.ts';
import { nativePackageFolders } from '../native-packages.ts';
import { outDir, projectDir } from '../paths.ts';
import { machinePackages } from '../system-packages.ts';
import { fetchKernel } from './kernel.ts';
import { makeRoot } from './root.ts';

export interface GuestTest {
  readonly title: string;
  readonly kind: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped, or what the machine wrote while it failed. */
  readonly detail: string;
}

const qemuProgram = 'qemu-system-x86_64';

/** A boot takes half a minute and the tests two; the rest is for a system that has other work. */
const guestTimeoutMs = 8 * 60_000;
/** Behind the machine's own limit, for one that does not even come that far. */
const machineTimeoutMs = guestTimeoutMs + 60_000;
/** What the machine says when its tests are over. */
const endMark = '=== guest ended';

/** Why this system cannot boot the machine; null when it can. */
export function whyNoMachine(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `real kernel devices are tested on Linux on x64 only, this is ${process.platform} on ${process.arch}`;
  }
  const missing = machinePackages.filter((wanted) => !wanted.isInstalled()).map(({ name }) => name);
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`;
}

function binariesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.node') && !/musl|android/.test(entry.parentPath + entry.name),
    )
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file.includes('x86_64') || file.includes('linux-x64'));
}

/** Reads node:test's TAP: `ok 1 - title`, `not ok 2 - title`, `ok 3 - title # SKIP why`; nothing of it is nested. */
export function readTap(output: string): GuestTest[] {
  const tests: { title: string; kind: GuestTest['kind']; detail: string }[] = [];
  for (const line of output.split(/\r?\n/)) {
    const [, not, title, reason] = /^(not )?ok \d+ - (.*?)(?: # (?:SKIP|TODO) ?(.*))?$/.exec(line) ?? [];
    const last = tests.at(-1);
    if (title !== undefined) {
      const kind = reason !== undefined ? 'skipped' : not === undefined ? 'passed' : 'failed';
      tests.push({ title: title.replaceAll('\\#', '#'), kind, detail: reason ?? '' });
    } else if (last?.kind === 'failed') {
      // The report stands behind the line.
      last.detail += `${line}\n`;
    }
  }
  return tests;
}

/** What the machine said, as tests; one that it did not tell, or its end, has failed. */
export function testsOfOutput(output: string): readonly GuestTest[] {
  const tests = readTap(output);
  const planned = /^1\.\.(\d+)\r?$/m.exec(output)?.[1];
  const isWhole = output.includes(endMark) && tests.length > 0 && tests.length === Number(planned);
  const title = 'the machine ran its tests to their end';
  return [...tests, { title, kind: isWhole ? 'passed' : 'failed', detail: isWhole ? '' : output.slice(-4_000) }];
}

/** Boots, lets the tests inside run, and answers what they said; everything it wrote is in out/hardware/machine.log. */
export async function runMachine(): Promise<readonly GuestTest[]> {
  const dir = path.join(outDir, 'hardware');
  mkdirSync(dir, { recursive: true });
  const kernel = fetchKernel();
  const root = path.join(dir, 'root.cpio');
  const folders = nativePackageFolders().map((folder) => path.join(projectDir, folder));
  const nativeBinaries = folders.filter(existsSync).flatMap(binariesBelow);
  const { modulesDir } = kernel;
  writeFileSync(
    root,
    makeRoot({ modulesDir, node: process.execPath, nativeBinaries, timeoutMs: guestTimeoutMs, endMark }),
  );
  const args = [
    // Emulated even where the processor could help: nested in another machine that help is not to be relied on.
    // One plain processor, emulated by one thread: with two of each, Node crashed at its start in one boot of seven.
    ...['-machine', 'q35', '-accel', 'tcg,thread=single', '-cpu', 'Nehalem', '-smp', '1', '-m', '2048'],
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-serial', 'stdio', '-no-reboot'],
    ...['-kernel', kernel.image, '-initrd', root],
    ...['-append', 'console=ttyS0 quiet loglevel=1 panic=-1 rdinit=/init'],
    ...['-virtfs', `local,path=${projectDir},mount_tag=till,security_model=none,readonly=on`],
  ];
  const boot = (): Promise<string> => runQemu(args, path.join(dir, 'machine.log'));
  const output = await boot();
  if (readTap(output).length > 0) return testsOfOutput(output);
  // The emulation's fault and no test's: not one of them had begun.
  console.warn(`The machine ended before its first test and is booted once more:\n${output.slice(-1_000)}`);
  return testsOfOutput(await boot());
}

function runQemu(args: readonly string[], logFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const log = createWriteStream(logFile);
    let output = '';
    const child = spawn(qemuProgram, args, { stdio: ['ignore', 'pipe', 'pipe'], env: toolEnvironment(process.env) });
    const timer = setTimeout(() => child.kill('SIGKILL'), machineTimeoutMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        log.write(chunk);
        output += chunk.toString('utf8');
      });
    }
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      log.end();
      resolve(output);
    });
  });
}
