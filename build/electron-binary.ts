import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from './paths.ts';

export const electronPackageDir = path.join(projectDir, 'node_modules', 'electron');

/** Electron's binary when it is here, else null. The package itself is never loaded: that would start a download. */
export function findElectron(): string | null {
  const nameFile = path.join(electronPackageDir, 'path.txt');
  if (!existsSync(nameFile)) return null;
  const dir = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(electronPackageDir, 'dist');
  const binary = path.join(dir, readFileSync(nameFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}
