import { type ChildProcess, spawn } from 'node:child_process';
import { constants, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** Why tests over a pseudo-terminal are skipped; null where they run. */
export const noPty: string | null = existsSync('/usr/bin/socat') ? null : 'socat is not installed';

/** A cable from a device node to a simulated printer: a pseudo-terminal, which is a character device as a printer's is. */
export interface PtyCable {
  readonly path: string;
  /** The node is gone, as when a cable is pulled. */
  pull(): Promise<void>;
  /** The node is there again. */
  plug(): Promise<void>;
}

function isDevice(node: string): boolean {
  try {
    return statSync(node).isCharacterDevice();
  } catch {
    return false;
  }
}

/** Lays a cable to a TCP port of this machine, plugged in. */
export async function layPtyCable(port: number): Promise<PtyCable> {
  const dir = mkdtempSync(path.join(tmpdir(), 'wallet-till-cable-'));
  const node = path.join(dir, 'printer');
  let socat: ChildProcess | null = null;
  let keeper: Awaited<ReturnType<typeof open>> | null = null;

  async function plug(): Promise<void> {
    socat = spawn('socat', [`pty,link=${node},raw,echo=0`, `tcp:127.0.0.1:${port},nodelay`], { stdio: 'ignore' });
    while (!isDevice(node)) await turn();
    // A pseudo-terminal ends when the last program lets go of it; a printer's node does not.
    keeper = await open(node, constants.O_RDWR | constants.O_NOCTTY);
  }

  async function pull(): Promise<void> {
    const pulled = socat;
    socat = null;
    if (pulled !== null && pulled.exitCode === null) {
      const gone = new Promise((resolve) => pulled.once('exit', resolve));
      pulled.kill('SIGTERM');
      await gone;
    }
    await keeper?.close().catch(() => {});
    keeper = null;
    rmSync(node, { force: true });
  }

  onTestFinished(async () => {
    await pull();
    rmSync(dir, { recursive: true, force: true });
  });
  await plug();
  return { path: node, pull, plug };
}
