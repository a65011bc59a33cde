import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from './paths.ts';

/** Electron's own major, which npm scripts put first in PATH; a script started by hand may come from an older one. */
const wantedMajor = 24;

/** Hands over to the project's own Node when this one is too old, and ends with its status. */
export function requireNode24(): void {
  if (Number.parseInt(process.versions.node, 10) >= wantedMajor) return;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = path.join(projectDir, 'node_modules', '.bin', name);
  if (!existsSync(own) || process.env.TILL_NODE_HANDOVER !== undefined) {
    console.error(`Node ${wantedMajor} is needed, this is ${process.versions.node}; npm ci brings it for npm scripts.`);
    process.exit(1);
  }
  const env = { ...process.env, TILL_NODE_HANDOVER: '1' };
  const { status } = spawnSync(own, process.argv.slice(1), { stdio: 'inherit', env });
  process.exit(status ?? 1);
}
