import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The content of every file below a folder, to look for what must be in none; `but` names files that may hold it. */
export function everythingIn(folder: string, but: readonly string[] = []): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !but.includes(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}
