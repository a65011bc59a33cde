// Tells whether dist/ was built from the sources as they are now.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheDir, distDir, projectDir } from './paths.ts';

const inputs = ['electron', 'renderer', 'shared', 'simulator', 'build', 'package.json', 'package-lock.json'];
const stampFile = path.join(cacheDir, 'built-from');

function* filesBelow(entry: string): Generator<string> {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(entry).sort()) yield* filesBelow(path.join(entry, name));
}

/** Digest over name, size and change time of every input: content need not be read, so it costs milliseconds. */
export function fingerprint(baseDir: string, entries: readonly string[]): string {
  const digest = createHash('sha256');
  for (const entry of entries) {
    for (const file of filesBelow(path.join(baseDir, entry))) {
      const { size, mtimeMs } = statSync(file);
      digest.update(`${path.relative(baseDir, file)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return digest.digest('hex');
}

/** Notes what dist/ was built from; called at the end of a build, so a build cut short counts as none. */
export function rememberBuild(): void {
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(stampFile, fingerprint(projectDir, inputs));
}

export function isBuildStale(): boolean {
  if (!existsSync(path.join(distDir, 'main', 'main.js')) || !existsSync(stampFile)) return true;
  return readFileSync(stampFile, 'utf8') !== fingerprint(projectDir, inputs);
}
