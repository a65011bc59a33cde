import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { runCommandLine } from '../../electron/cli/run.ts';
import { readFirstLine, readWhole } from '../../electron/cli/standard-input.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { compiledModules } from './compiled-modules.ts';

const projectDir = path.join(import.meta.dirname, '..', '..');

export interface Finished {
  readonly exitStatus: number | null;
  /** What standard output held, if it was one JSON object on one line; anything else throws. */
  readonly answer: {
    ok: boolean;
    value?: unknown;
    error?: { code: string; kind: string; message: string; details?: Record<string, unknown> };
  };
  readonly stderr: string;
}

/** A data folder of its own, and nothing of the environment that the tests run in but the path. */
export function environment(more: Record<string, string> = {}): Record<string, string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'till-cli-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return { PATH: process.env.PATH ?? '', ...compiledModules, TILL_DATA_DIR: dataDir, ...more };
}

/** The environment of a live station whose API is the given simulator. */
export function liveEnvironment(
  wallet: Pick<WalletSimulator, 'url' | 'clientId' | 'macKey'>,
  more: Record<string, string> = {},
): Record<string, string> {
  return environment({
    TILL_MODE: 'live',
    TILL_API_URL: wallet.url,
    TILL_CLIENT_ID: wallet.clientId,
    TILL_MAC_KEY: wallet.macKey,
    ...more,
  });
}

/** The simulated service, for as long as the test runs. */
export async function startWallet() {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  return wallet;
}

/** Starts `till` as a process of its own, as a script would. */
export function startTill(argv: readonly string[], env = environment()) {
  const child = spawn(process.execPath, [path.join(projectDir, 'electron', 'cli.ts'), ...argv], {
    cwd: projectDir,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Runs a command line in this process: as quick as a call, and all but the process around it is the same. */
export async function runTillHere(
  argv: readonly string[],
  env: Record<string, string> = environment(),
  input = '',
): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  const exitStatus = await runCommandLine({
    argv,
    env: { ...env },
    version: '0.0.0',
    write: async (text) => {
      stdout += text;
      return { kind: 'written' };
    },
    writeAside: (text) => {
      stderr += text;
    },
    readLine: () => readFirstLine(Readable.from([Buffer.from(input)])),
    readAll: () => readWhole(Readable.from([Buffer.from(input)])),
    untilStopped: () => new Promise(() => {}),
    reportFault: (fault) => {
      throw fault;
    },
  });
  return { exitStatus, answer: answerIn(stdout, stderr), stderr };
}

/** Runs `till` to its end. */
export async function runTill(
  argv: readonly string[],
  env: Record<string, string> = environment(),
  input = '',
): Promise<Finished> {
  const child = startTill(argv, env);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => {}); // a command that reads nothing closes it before it is written
  child.stdin.end(input);
  const [exitStatus] = (await once(child, 'close')) as [number | null];
  return { exitStatus, answer: answerIn(stdout, stderr), stderr };
}

function answerIn(stdout: string, stderr: string): Finished['answer'] {
  if (!/^\{.*\}\n$/.test(stdout)) {
    throw new Error(`standard output is not one JSON object on one line, but ${JSON.stringify(stdout)}; ${stderr}`);
  }
  return JSON.parse(stdout);
}
