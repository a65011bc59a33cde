import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { printerModelIds } from '../../../electron/devices/receipt-printer/models.ts';
import { loadSettings } from '../../../electron/settings/load-settings.ts';
import { stationSettingsFileName, writeStationSettings } from '../../../electron/settings/station-settings.ts';
import { operationNames } from '../../../electron/wallet-api/operations.ts';

function station() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-settings-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const folder = path.join(dataDir, 'training');
  const place = {
    platform: process.platform,
    knownPrinterModels: printerModelIds,
    knownOperations: operationNames,
    baseDir: dataDir,
  };
  const file = path.join(folder, stationSettingsFileName);
  return {
    dataDir,
    folder,
    file,
    write: (changes: Parameters<typeof writeStationSettings>[0]) => writeStationSettings(changes, { folder, place }),
    load: (env: Record<string, string> = {}) =>
      loadSettings({
        env,
        dataDir,
        platform: process.platform,
        homeDir: dataDir,
        readFile: (name) => readFileSync(name, 'utf8'),
        knownPrinterModels: printerModelIds,
        knownOperations: operationNames,
      }),
  };
}

test('what was set at the station wins over the environment, and is the till’s alone to read', () => {
  const { write, load, file } = station();
  expect(write({ printerModel: 'star-tsp600', wedgeMaxGapMs: 95 })).toMatchObject({ ok: true });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(load({ TILL_PRINTER_MODEL: 'generic-58mm', TILL_WEDGE_MAX_GAP_MS: '40' })).toMatchObject({
    value: { printerModel: 'star-tsp600', wedge: { maxGapMs: 95 } },
  });
});

test('values set one after the other stay, and null takes one back', () => {
  const { write, load, folder } = station();
  write({ printerModel: 'star-tsp600' });
  write({ wedgeMaxGapMs: 95 });
  write({ printerModel: null });
  expect(load()).toMatchObject({ value: { printerModel: 'epson-tm-t88v', wedge: { maxGapMs: 95 } } });
  expect(readdirSync(folder)).toEqual([stationSettingsFileName]);
});

test('nothing is written when one value is not allowed, and what is allowed is named', () => {
  const { write, folder, dataDir } = station();
  expect(write({ wedgeMaxGapMs: 95, printerModel: 'typewriter' })).toMatchObject({
    error: { code: 'settings.invalid', details: { problems: [expect.stringContaining('epson-tm-t88v')] } },
  });
  expect(readdirSync(dataDir)).not.toContain(path.basename(folder));
});

test('whom the till talks to is not set in passing', () => {
  const { write, load, file } = station();
  expect(write({ mode: 'live' })).toMatchObject({ error: { code: 'settings.invalid' } });
  write({ wedgeMaxGapMs: 95 });
  writeFileSync(file, '{"apiUrl":"https://example.invalid/"}');
  expect(load()).toMatchObject({
    error: { details: { problems: expect.arrayContaining([expect.stringContaining('apiUrl is not set here')]) } },
  });
});

test('a file that was cut off is told by its name, and is not written over', () => {
  const { write, load, file } = station();
  write({ wedgeMaxGapMs: 95 });
  writeFileSync(file, '{"wedgeMaxGapMs":');
  expect(load()).toMatchObject({ error: { code: 'settings.cut-off', details: { file } } });
  expect(write({ wedgeMaxGapMs: 60 })).toMatchObject({ error: { code: 'settings.cut-off' } });
  expect(readFileSync(file, 'utf8')).toBe('{"wedgeMaxGapMs":');
});

test('a folder that cannot be written to leaves the old settings in force', () => {
  const { dataDir, write } = station();
  // A file in the place of the folder: nobody can write there, root included.
  writeFileSync(path.join(dataDir, 'training'), '');
  chmodSync(path.join(dataDir, 'training'), 0o400);
  expect(write({ wedgeMaxGapMs: 95 })).toMatchObject({ ok: false });
});
