// How build scripts run other programs: an allow-listed environment, and never a shell in between.
import { spawn, spawnSync } from 'node:child_process';
import { toolEnvironment } from './chromium-host/environment.ts';
import { projectDir } from './paths.ts';

/** Runs a program to its end with our streams; answers its exit status (1 when a signal ended it). */
export function run(program: string, args: readonly string[], env = toolEnvironment(process.env)): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], cwd: projectDir, env });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** True when the program is there and ends with status 0 for these arguments. */
export function canRun(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', env: toolEnvironment(process.env) }).status === 0;
}
