import { existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { release, type } from 'node:os';
import path from 'node:path';
import type { System } from './doctor-place.ts';

/** This computer, asked each time. */
export function thisSystem(env: System['env']): System {
  return {
    platform: process.platform,
    env,
    node: process.versions.node,
    release: `${type()} ${release()}`,
    exists: existsSync,
    modeOf: (file) => {
      const mode = statSync(file, { throwIfNoEntry: false })?.mode;
      return mode === undefined ? null : mode & 0o7777;
    },
    whyNotWritable,
    freeBytes(folder) {
      try {
        const { bavail, bsize } = statfsSync(folder);
        return bavail * bsize;
      } catch {
        return null;
      }
    },
  };
}

/** Rights alone do not tell: a disk may be full, or mounted so that nothing can be written. */
function whyNotWritable(folder: string): string | null {
  const file = path.join(folder, `.write-check-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, 'x'.repeat(4_096), { mode: 0o600 });
    return null;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
  } finally {
    if (existsSync(file)) rmSync(file);
  }
}
