import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { bundleFileIn, type Diagnosis, partsOf, pruneBundles, saveBundle } from '../../../electron/diagnosis/bundle.ts';
import { appError } from '../../../shared/errors/app-error.ts';
import { err } from '../../../shared/errors/result.ts';

function folderOf(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const nobody = { secrets: [], names: [] };

function diagnosisIn(folder: string, more: Partial<Diagnosis> = {}): Diagnosis {
  return {
    about: { app: '0.1.0', host: 'electron' },
    settings: err(appError('settings.cut-off', { problems: [`${folder}/settings.json: it ends in the middle`] })),
    checks: [{ check: 'settings', about: null, verdict: 'bad', finding: 'settings.cut-off', facts: {} }],
    devices: [{ node: 'hidraw0', name: 'Scanner', id: '0003:000005F9:00002203' }],
    journal: null,
    folder,
    ...more,
  };
}

test('the archive holds every part as it was checked, and is this user’s alone', () => {
  const folder = folderOf();
  mkdirSync(path.join(folder, 'logs'));
  writeFileSync(
    path.join(folder, 'logs', 'till.log'),
    '{"level":30,"time":"2026-11-24T12:00:00.000Z","msg":"started"}\n',
  );
  const file = path.join(folder, 'diagnosis.zip');
  const parts = partsOf(diagnosisIn(folder));
  const saved = saveBundle(file, parts, nobody);
  expect(saved).toMatchObject({ ok: true, value: { file, bytes: statSync(file).size } });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const opened = unzipSync(readFileSync(file));
  expect(Object.entries(opened).map(([name, data]) => ({ name, text: strFromU8(data) }))).toEqual(parts);
  expect(Object.keys(opened)).toContain('logs/till.log');
  expect(strFromU8(opened['settings.json'] as Uint8Array)).toBe('{\n  "error": "settings.cut-off"\n}\n');
});

test('a line of the log that is not of this version’s list leaves its type behind, so that the archive is still saved', () => {
  const folder = folderOf();
  mkdirSync(path.join(folder, 'logs'));
  writeFileSync(path.join(folder, 'logs', 'till.log'), 'card 5487963154\n{"level":30,"msg":"card 5487963154"}\n');
  const parts = partsOf(diagnosisIn(folder));
  expect(parts.at(-1)?.text).not.toContain('5487963154');
  expect(saveBundle(path.join(folder, 'd.zip'), parts, nobody).ok).toBe(true);
});

test.each([
  ['a secret', { secrets: ['the-mac-key-of-this-station'], names: [] }, 'the-mac-key-of-this-station', 'secret'],
  ['a card', nobody, '5487963154', 'card-number'],
  ['an address', nobody, 'ona@pavyzdys.invalid', 'e-mail'],
  ['a phone', nobody, '+37060000000', 'phone'],
  ['an operator', { secrets: [], names: ['Jonas Pavyzdys'] }, 'Jonas Pavyzdys', 'name'],
] as const)(
  '%s in any part: nothing is written, and the error says which part and not what',
  (_, known, mark, kind) => {
    const folder = folderOf();
    const clean = partsOf(diagnosisIn(folder));
    for (const { name } of clean) {
      const parts = clean.map((part) => (part.name === name ? { name, text: `${part.text}"${mark}"` } : part));
      const file = path.join(folder, 'd.zip');
      const saved = saveBundle(file, parts, known);
      expect(saved).toEqual({ ok: false, error: appError('bundle.marked', { part: name, mark: kind }) });
      expect(JSON.stringify(saved)).not.toContain(mark);
      expect(existsSync(file)).toBe(false);
    }
  },
);

test('a file that is there is left as it is', () => {
  const folder = folderOf();
  const file = path.join(folder, 'd.zip');
  writeFileSync(file, 'mine');
  expect(saveBundle(file, partsOf(diagnosisIn(folder)), nobody)).toMatchObject({
    ok: false,
    error: { code: 'bundle.not-written', details: { reason: 'EEXIST' } },
  });
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('the five newest stay in the till’s own folder', () => {
  const folder = folderOf();
  for (let second = 10; second < 18; second += 1) {
    const file = bundleFileIn(folder, Date.parse(`2026-11-24T12:00:${second}Z`));
    saveBundle(file, partsOf(diagnosisIn(folder)), nobody);
    pruneBundles(folder);
  }
  expect(readdirSync(path.join(folder, 'diagnosis')).sort()).toEqual(
    [13, 14, 15, 16, 17].map((second) => `wallet-till-20261124-1200${second}.zip`),
  );
});
