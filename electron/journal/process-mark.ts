import { readFileSync } from 'node:fs';

/**
 * Which process this is, such that no later one has the same mark: on Linux the boot, the number and when it began; a
 * number is given out again. Elsewhere the number alone.
 */
export function processMark(pid: number = process.pid): string | null {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EPERM') {
      return null;
    }
  }
  const boot = readOrEmpty('/proc/sys/kernel/random/boot_id').trim();
  // proc_pid_stat(5): the name may hold anything, so fields are counted behind its bracket; the 22nd is the start.
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  const isZombie = fields[0] === 'Z';
  return isZombie ? null : `${boot}:${pid}:${fields[19] ?? ''}`;
}

/** Whether the process of a mark still runs. */
export function isRunning(mark: string): boolean {
  const pid = Number(mark.split(':')[1]);
  return Number.isSafeInteger(pid) && pid > 0 && processMark(pid) === mark;
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
