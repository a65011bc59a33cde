import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { distDir } from '../build/paths.ts';
import type { BenchResult } from './bench.ts';
import { type BuiltFiles, buildPage } from './serve-page.ts';

interface Size {
  readonly files: number;
  readonly raw: number;
  readonly gzip: number;
}

function sizeOf(files: BuiltFiles, kind: 'js' | 'css'): Size {
  const bodies = [...files].filter(([name]) => name.endsWith(`.${kind}`)).map(([, body]) => Buffer.from(body));
  return {
    files: bodies.length,
    raw: bodies.reduce((sum, { byteLength }) => sum + byteLength, 0),
    gzip: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).byteLength, 0),
  };
}

/** Built files of the till's page, by their names. */
function tillFiles(wanted: (name: string) => boolean): BuiltFiles {
  const assets = path.join(distDir, 'renderer', 'assets');
  const names = readdirSync(assets).filter(wanted);
  return new Map(names.map((name) => [name, readFileSync(path.join(assets, name))]));
}

const inKib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;

/** How much script and style the till's page is, beside the least that a React page can be, built in the same way. */
export async function measure(): Promise<BenchResult> {
  const empty = await buildPage('empty-page');
  const onlyTraining = /^open-training|^last-slip/;
  const onlyKiosk = /^kiosk/;
  const rows = (name: string, files: BuiltFiles): readonly (readonly string[])[] =>
    (['js', 'css'] as const).map((kind) => {
      const size = sizeOf(files, kind);
      const of = sizeOf(empty, kind);
      const ratio = of.gzip === 0 ? 'none there' : (size.gzip / of.gzip).toFixed(2);
      return [
        `${name}, ${kind === 'js' ? 'script' : 'style'}`,
        String(size.files),
        inKib(size.raw),
        inKib(size.gzip),
        ratio,
      ];
    });
  return {
    title: 'Size of the page',
    rows: [
      ['', 'files', 'raw', 'gzip', 'ratio of gzip to the empty page'],
      ...rows(
        'the desk',
        tillFiles((name) => !onlyTraining.test(name) && !onlyKiosk.test(name)),
      ),
      ...rows(
        'what only a training station loads',
        tillFiles((name) => onlyTraining.test(name)),
      ),
      ...rows(
        'what only a kiosk loads',
        tillFiles((name) => onlyKiosk.test(name)),
      ),
      ...rows('an empty React page', empty),
    ],
    notes: [
      'Minified, from `dist/`; the page comes from the disk and is not compressed there, so that raw is what is read. Letters not counted.',
    ],
  };
}
