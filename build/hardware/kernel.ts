// A Debian kernel to boot: its package is downloaded and unpacked into out/, never installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toolEnvironment } from '../chromium-host/environment.ts';
import { outDir } from '../paths.ts';

const metaPackage = 'linux-image-amd64';

export interface Kernel {
  readonly image: string;
  readonly modulesDir: string;
}

function ask(program: string, args: readonly string[], cwd: string): string {
  const env = { ...toolEnvironment(process.env), LC_ALL: 'C' };
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
  return stdout;
}

function findKernel(dir: string): Kernel | null {
  const boot = path.join(dir, 'boot');
  const image = existsSync(boot) ? readdirSync(boot).find((name) => name.startsWith('vmlinuz')) : undefined;
  if (image === undefined) return null;
  const modules = [path.join(dir, 'lib/modules'), path.join(dir, 'usr/lib/modules')].find(existsSync);
  const [version] = modules === undefined ? [] : readdirSync(modules);
  return modules === undefined || version === undefined
    ? null
    : { image: path.join(boot, image), modulesDir: path.join(modules, version) };
}

/** The package behind Debian's name for "the kernel"; null when the lists were never fetched. */
function newestKernel(dir: string): string | null {
  const look = () => {
    try {
      return /Depends: (linux-image-\S+)/.exec(ask('apt-cache', ['depends', metaPackage], dir))?.[1] ?? null;
    } catch {
      return null;
    }
  };
  const known = look();
  if (known !== null || process.getuid?.() !== 0) return known;
  ask('apt-get', ['update', '-qq'], dir);
  return look();
}

/** The newest kernel that the system's package lists know; kept in out/hardware. Throws what apt says when it cannot. */
export function fetchKernel(): Kernel {
  const dir = path.join(outDir, 'hardware', 'kernel');
  const kept = findKernel(dir);
  if (kept !== null) return kept;
  mkdirSync(dir, { recursive: true });
  const wanted = newestKernel(dir);
  if (wanted === null) throw new Error(`apt-cache knows no kernel behind ${metaPackage}: apt-get update?`);
  ask('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', wanted], dir);
  const file = readdirSync(dir).find((name) => name.startsWith(wanted) && name.endsWith('.deb'));
  if (file === undefined) throw new Error(`apt-get left no ${wanted}`);
  ask('dpkg-deb', ['-x', file, dir], dir);
  const kernel = findKernel(dir);
  if (kernel === null) throw new Error(`${file} holds no kernel`);
  return kernel;
}

const moduleFile = /^(.+)\.ko(\.xz)?$/;
const plainName = (name: string): string => name.replaceAll('-', '_');

function* filesBelow(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

function readModule(file: string): Buffer {
  if (!file.endsWith('.xz')) return readFileSync(file);
  const { status, stdout } = spawnSync('xz', ['-dc', file], { maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`xz cannot unpack ${file}`);
  return stdout;
}

export interface KernelModule {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The modules and all that they need, each after what it needs. One that is built in is left out. */
export function modulesInOrder(modulesDir: string, wanted: readonly string[]): readonly KernelModule[] {
  const files = new Map<string, string>();
  for (const file of filesBelow(path.join(modulesDir, 'kernel'))) {
    const name = moduleFile.exec(path.basename(file))?.[1];
    if (name !== undefined) files.set(plainName(name), file);
  }
  const builtin = readFileSync(path.join(modulesDir, 'modules.builtin'), 'utf8');
  const ordered = new Map<string, KernelModule>();
  const visit = (name: string): void => {
    const file = files.get(name);
    if (ordered.has(name)) return;
    if (file === undefined) {
      if (plainName(builtin).includes(`/${name}.ko`)) return;
      throw new Error(`the kernel has no module ${name}`);
    }
    const bytes = readModule(file);
    const needed = /\0depends=([^\0]*)\0/.exec(bytes.toString('latin1'))?.[1] ?? '';
    for (const other of needed.split(',').filter((text) => text !== '')) visit(plainName(other));
    ordered.set(name, { name, bytes });
  };
  for (const name of wanted) visit(plainName(name));
  return [...ordered.values()];
}
