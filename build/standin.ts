// A stand-in for Electron's release archive: the real layout and fuse wire around /bin/true, so that packaging (file list,
// asar, fuses, integrity) runs where the release cannot be fetched. It starts nothing and is never shipped: no maker runs over it.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { electronPackageDir, findElectron } from './electron-binary.ts';
import { fetchElectron } from './electron-download.ts';
import { outDir } from './paths.ts';
import { type ZipEntry, zip } from './zip.ts';

const standInDir = path.join(outDir, 'stand-in-electron');
/** A file of this name lies beside the binary of whatever was packaged over the stand-in. */
const marker = 'STAND-IN';
const note = Buffer.from('Stand-in for packaging tests. Not Electron; never to be shipped.\n');

/** Electron's sentinel, wire version 1, nine fuses, and the state in which Electron 45 is released. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

async function emptyAsar(): Promise<Buffer> {
  const dir = mkdtempSync(path.join(tmpdir(), 'wallet-till-standin-'));
  const source = path.join(dir, 'app');
  mkdirSync(source);
  writeFileSync(path.join(source, 'main.js'), '');
  await createPackage(source, path.join(dir, 'app.asar'));
  const archive = readFileSync(path.join(dir, 'app.asar'));
  rmSync(dir, { recursive: true });
  return archive;
}

/** Writes the archive under the name Forge looks for and answers its folder. Linux only: its heart is this system's /bin/true. */
async function makeStandIn(arch: string = process.arch): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(electronPackageDir, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const binary = Buffer.concat([readFileSync('/bin/true'), fuseWire]);
  const empty = Buffer.alloc(0);
  const entries: ZipEntry[] = [
    { name: 'electron', data: binary, isExecutable: true },
    { name: 'chrome-sandbox', data: note, isExecutable: true },
    { name: marker, data: note },
    { name: 'version', data: Buffer.from(version) },
    { name: 'LICENSE', data: note },
    { name: 'LICENSES.chromium.html', data: note },
    { name: 'resources/default_app.asar', data: await emptyAsar() },
    ...['icudtl.dat', 'libffmpeg.so', 'locales/en-US.pak', 'resources.pak', 'snapshot_blob.bin'].map((name) => ({
      name,
      data: empty,
    })),
    { name: 'v8_context_snapshot.bin', data: empty },
  ];
  mkdirSync(standInDir, { recursive: true });
  writeFileSync(path.join(standInDir, `electron-v${version}-linux-${arch}.zip`), zip(entries));
  return standInDir;
}

/** Electron's own archive where it can be had; else the stand-in, which packages and is then good for tests alone. */
export async function electronSource(): Promise<{ electronZipDir?: string }> {
  if (process.platform !== 'linux' || findElectron() !== null || fetchElectron() !== null) return {};
  console.log("Electron's archive cannot be had: packaging over the stand-in, which never ships");
  return { electronZipDir: await makeStandIn() };
}

/** Called before any installer is made. Throws when what was packaged has the stand-in in it. */
export function refuseToShipStandIn(): void {
  const found = globSync(path.join(outDir, '*', marker));
  if (found.length > 0) throw new Error(`Packaged over the stand-in, so there is nothing to ship: ${found.join(', ')}`);
}
