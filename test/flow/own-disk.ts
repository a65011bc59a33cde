import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Why a disk of its own cannot be given to a test here; null when it can. */
export function whyNoDisk(): string | null {
  if (process.platform !== 'linux') {
    return 'a disk of its own is a tmpfs of Linux';
  }
  if (process.getuid?.() !== 0) {
    return 'only root may mount a disk of its own';
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'till-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return null;
  } catch {
    return 'this system lets nobody mount a disk';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface OwnDisk {
  readonly folder: string;
  /** Takes all the room that is left. */
  fill(): void;
  free(): void;
  makeReadOnly(): void;
  makeWritable(): void;
}

/** A small disk for one test: it can be full, and it can be read-only, for root too. */
export function mountDisk(size = '2m'): OwnDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-disk-'));
  const run = (command: string, ...options: string[]) => execFileSync(command, options, { stdio: 'ignore' });
  run('mount', '-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', folder);
  onTestFinished(() => {
    run('umount', '-l', folder);
    rmSync(folder, { recursive: true, force: true });
  });
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill() {
      for (const step of [65_536, 4_096]) {
        try {
          for (;;) {
            writeFileSync(filler, Buffer.alloc(step), { flag: 'a' });
          }
        } catch {
          // Full to within one step.
        }
      }
    },
    free: () => rmSync(filler, { force: true }),
    makeReadOnly: () => run('mount', '-o', 'remount,ro', folder),
    makeWritable: () => run('mount', '-o', 'remount,rw', folder),
  };
}
