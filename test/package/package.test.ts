import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';
import { nativePackageFolders, nativePackages } from '../../build/native-packages.ts';
import { executableName, extraResources } from '../../build/package-config.ts';
import { outDir, projectDir } from '../../build/paths.ts';

const packageDir = path.join(outDir, `Wallet Till-${process.platform}-${process.arch}`);
const archive = path.join(packageDir, 'resources', 'app.asar');
const binary = path.join(packageDir, executableName);

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}

function filesOf(entry: Entry, dir = ''): { name: string; integrity: Entry['integrity'] }[] {
  return Object.entries(entry.files ?? {}).flatMap(([name, child]) =>
    child.files === undefined
      ? [{ name: path.join(dir, name), integrity: child.integrity }]
      : filesOf(child, path.join(dir, name)),
  );
}

function forge(...args: string[]): { status: number | null; output: string } {
  const cli = path.join(projectDir, 'node_modules', '@electron-forge', 'cli', 'dist', 'electron-forge.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: projectDir, encoding: 'utf8' });
  return { status, output: `${stdout}\n${stderr}` };
}

beforeAll(() => {
  rmSync(packageDir, { recursive: true, force: true });
  const { status, output } = forge('package');
  expect(status, output).toBe(0);
});

describe('the archive', () => {
  const files = () => listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));

  it('holds the manifest, the built app, the packages with a binary and nothing else', () => {
    const allowed = /^\/(package\.json$|dist($|\/(main|preload|renderer)($|\/))|node_modules($|\/))/;
    expect(files().filter((file) => !allowed.test(file))).toEqual([]);
    const packages = nativePackageFolders().map((folder) => `/${folder}`);
    const ofOthers = files()
      .filter((file) => file.startsWith('/node_modules/'))
      .filter(
        (file) => !packages.some((folder) => `${file}/`.startsWith(`${folder}/`) || folder.startsWith(`${file}/`)),
      );
    expect(ofOthers).toEqual([]);
  });

  it('holds the binaries of this system and of no other, unpacked because they cannot be loaded from an archive', () => {
    const binaries = files().filter((file) => file.endsWith('.node'));
    const wanted = ['node-hid', 'serialport', 'pcsc-mini'];
    expect(wanted.filter((name) => !binaries.some((file) => file.includes(name)))).toEqual([]);
    const unpacked = binaries.map((file) => path.join(packageDir, 'resources', 'app.asar.unpacked', file));
    expect(unpacked.filter((file) => !existsSync(file))).toEqual([]);
    expect(binaries.filter((file) => /musl|android|darwin/.test(file))).toEqual([]);
  });

  it('lets every native package be loaded from where it lies', () => {
    const script = `for (const name of ${JSON.stringify(nativePackages)}) require(name);`;
    const unpackedAll = mkdtempSync(path.join(tmpdir(), 'wallet-till-package-'));
    extractAll(archive, unpackedAll);
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: unpackedAll, encoding: 'utf8' });
    rmSync(unpackedAll, { recursive: true, force: true });
    // A system without libpcsclite refuses that one package; the till then says so instead of ending.
    expect(status === 0 || stderr.includes('libpcsclite'), stderr).toBe(true);
  });

  it('holds what the app needs to run', () => {
    const needed = [
      'main/main.js',
      'main/live.js',
      'preload/preload.cjs',
      'preload/preload-training.cjs',
      'renderer/index.html',
    ];
    expect(files()).toEqual(expect.arrayContaining(['/package.json', ...needed.map((file) => `/dist/${file}`)]));
  });

  it('holds no source, map, test or development host', () => {
    const unwanted = files().filter((file) =>
      /\.(tsx?|map|c|cc|h|gyp)$|(^|\/)(test|bench|simulator|chromium-host)(\/|$)/.test(file),
    );
    expect(unwanted).toEqual([]);
  });

  it('starts at the built main process', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as { main: string };
    expect(files()).toContain(`/${manifest.main}`);
  });

  it('has a digest for every file and every block, each of them right', () => {
    const header = getRawHeader(archive);
    const wrong = filesOf(header.header as unknown as Entry).filter(({ name, integrity }) => {
      const content = extractFile(archive, name);
      return integrity?.algorithm !== 'SHA256' || integrity.hash !== createHash('sha256').update(content).digest('hex');
    });
    expect(filesOf(header.header as unknown as Entry).length).toBeGreaterThan(4);
    expect(wrong).toEqual([]);
  });

  it('is the only place the app can be loaded from: Electron’s default app is gone', () => {
    expect(existsSync(path.join(packageDir, 'resources', 'default_app.asar'))).toBe(false);
    const besides = extraResources.map((file) => path.basename(file));
    const resources = readdirSync(path.join(packageDir, 'resources')).sort();
    expect(resources).toEqual([...besides, 'app.asar', 'app.asar.unpacked'].sort());
  });

  it.runIf(process.platform === 'linux')('has the udev rule beside it that the devices page tells to install', () => {
    const rule = readFileSync(path.join(packageDir, 'resources', '60-wallet-till.rules'), 'utf8');
    expect(rule).toContain('KERNEL=="hidraw*"');
  });
});

describe('the nine fuses of the binary', () => {
  const expected: readonly [name: keyof typeof FuseV1Options, state: FuseState][] = [
    ['RunAsNode', FuseState.DISABLE],
    ['EnableCookieEncryption', FuseState.ENABLE],
    ['EnableNodeOptionsEnvironmentVariable', FuseState.DISABLE],
    ['EnableNodeCliInspectArguments', FuseState.DISABLE],
    ['EnableEmbeddedAsarIntegrityValidation', FuseState.ENABLE],
    ['OnlyLoadAppFromAsar', FuseState.ENABLE],
    ['LoadBrowserProcessSpecificV8Snapshot', FuseState.DISABLE],
    ['GrantFileProtocolExtraPrivileges', FuseState.DISABLE],
    ['WasmTrapHandlers', FuseState.ENABLE],
  ];

  it.each(expected)('%s is set on purpose', async (name, state) => {
    const wire = await getCurrentFuseWire(binary);
    expect(wire[FuseV1Options[name]]).toBe(state);
  });

  it('are all there are: a new one must be decided', async () => {
    const { version: _version, ...wire } = await getCurrentFuseWire(binary);
    expect(Object.keys(wire)).toHaveLength(expected.length);
  });
});

it('was packaged with every file that the built renderer names', () => {
  const page = extractFile(archive, path.join('dist', 'renderer', 'index.html')).toString('utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file as string);
  expect(named.length).toBeGreaterThan(0);
  for (const file of named) expect(extractFile(archive, path.join('dist', 'renderer', file)).length).toBeGreaterThan(0);
});

it('is never made into an installer when it was packaged over the stand-in', (context) => {
  if (!existsSync(path.join(packageDir, 'STAND-IN'))) context.skip('packaged with real Electron');
  const { status, output } = forge('make', '--from-package');
  expect(output).toContain('Packaged over the stand-in');
  expect(status).not.toBe(0);
});
