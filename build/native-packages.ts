// Packages that talk to hardware through a binary: they cannot be bundled, so they ship as they are, and nothing else does.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from './paths.ts';

/** Imported by name at run time. */
export const nativePackages = ['node-hid', 'pcsc-mini', 'serialport'] as const;

/** What a package names but needs only to be compiled; none of it runs. */
const onlyToCompile = new Set(['node-addon-api']);

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Folder of a package as Node finds it from the folder of another; null when it is not installed (another platform's). */
function folderOf(name: string, from: string): string | null {
  for (let dir = from; ; dir = path.dirname(dir)) {
    const folder = path.join(dir, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) {
      return path.relative(projectDir, folder).replaceAll('\\', '/');
    }
    if (dir === projectDir) {
      return null;
    }
  }
}

/** Folders of the native packages and of all that they need to run, from the project's top. */
export function nativePackageFolders(): readonly string[] {
  const folders = new Set<string>();
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from);
    if (folder === null || folders.has(folder)) {
      return;
    }
    folders.add(folder);
    const manifest = JSON.parse(readFileSync(path.join(projectDir, folder, 'package.json'), 'utf8')) as Manifest;
    for (const needed of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
      if (!onlyToCompile.has(needed)) {
        visit(needed, path.join(projectDir, folder));
      }
    }
  };
  for (const name of nativePackages) {
    visit(name, projectDir);
  }
  return [...folders].sort();
}
