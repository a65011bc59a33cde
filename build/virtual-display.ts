import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { toolEnvironment } from './chromium-host/environment.ts';

export interface VirtualDisplay {
  /** For a child's `DISPLAY`. */
  readonly name: string;
  readonly stop: () => void;
}

/** Starts an Xvfb on a display that is free, chosen by Xvfb itself. Rejects when it ends before it has one. */
export function startVirtualDisplay(): Promise<VirtualDisplay> {
  const child: ChildProcess = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: toolEnvironment(process.env),
  });
  const stop = () => void child.kill();
  process.once('exit', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    (child.stdio[3] as Readable).once('data', (number: Buffer) => {
      resolve({ name: `:${number.toString().trim()}`, stop });
    });
  });
}
