import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { lineOfSettings, printerModelIds } from '../../../electron/devices/receipt-printer/models.ts';
import {
  exportSettings,
  importSettings,
  setSetting,
  showSettings,
} from '../../../electron/settings/manage-settings.ts';
import type { LoadSettingsOptions } from '../../../electron/settings/setting-layers.ts';
import { settingNames } from '../../../electron/settings/setting-rows.ts';
import { writeStationSettings } from '../../../electron/settings/station-settings.ts';
import { replaceSettingsFile } from '../../../electron/settings/write-settings.ts';
import { operationNames } from '../../../electron/wallet-api/operations.ts';
import { ok } from '../../../shared/errors/result.ts';

/** An authority's file that every station has. */
const authorityFile = '/etc/wallet-till/ca.pem';

function folder(): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-manage-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

function station(env: Record<string, string> = {}, dataDir = folder()) {
  const options: LoadSettingsOptions = {
    env,
    dataDir,
    platform: process.platform,
    homeDir: dataDir,
    readFile: (name) => (name === authorityFile ? (rootCertificates[0] ?? '') : readFileSync(name, 'utf8')),
    knownPrinterModels: printerModelIds,
    knownOperations: operationNames,
    lineOf: lineOfSettings,
  };
  return {
    dataDir,
    show: (name: string) => {
      const shown = showSettings(options);
      return shown.ok ? shown.value.find((setting) => setting.name === name) : shown;
    },
    all: () => showSettings(options),
    set: (name: string, text: string | null) => setSetting(options, name, text),
    export: () => exportSettings(options),
    import: (text: string) => importSettings(options, text),
    file: (name: string, content: unknown) => {
      mkdirSync(path.dirname(path.join(dataDir, name)), { recursive: true });
      writeFileSync(path.join(dataDir, name), typeof content === 'string' ? content : JSON.stringify(content));
    },
    read: (name: string) => readFileSync(path.join(dataDir, name), 'utf8'),
  };
}

const live = { mode: 'live', clientId: 'shop-1', macKeyFile: 'mac.key' };

test('every setting is shown with its value and the layer that it is from', () => {
  const { show, all, file, set } = station({ TILL_CURRENCY: 'USD', TILL_LOCALE: 'ru' });
  file('settings.json', { theme: 'dark', currency: 'GBP' });
  set('locale', 'lt');
  expect(all()).toMatchObject({ ok: true, value: { length: settingNames.length } });
  expect(show('face')).toMatchObject({ value: 'desk', layer: 'built-in' });
  expect(show('theme')).toMatchObject({ value: 'dark', layer: 'file' });
  expect(show('currency')).toMatchObject({ value: 'USD', layer: 'environment', variable: 'TILL_CURRENCY' });
  expect(show('locale')).toMatchObject({ value: 'lt', layer: 'set-here' });
});

test('a value that is not allowed is not shown, for it may be a secret in the wrong place', () => {
  const { show } = station({ TILL_CURRENCY: 'mac-key-gone-astray' });
  expect(show('currency')).toMatchObject({ value: null, problem: expect.stringContaining('three capital letters') });
  expect(JSON.stringify(show('currency'))).not.toContain('gone-astray');
});

test('one value set here wins over the environment, and is taken back', () => {
  const { set, show } = station({ TILL_RECEIPT_WIDTH: '32' });
  expect(set('receiptWidth', '40')).toMatchObject({ value: { file: 'station-settings.json', layer: 'set-here' } });
  expect(show('receiptWidth')).toMatchObject({ value: 40 });
  set('receiptWidth', null);
  expect(show('receiptWidth')).toMatchObject({ value: 32, layer: 'environment' });
});

test.each([
  ['locale', 'de', 'en, lt, ru'],
  ['receiptWidth', 'wide', 'a whole number from 8 to 96'],
  ['paperColour', 'red', 'receiptWidth'],
])('%s is not set to what is not allowed, and what is allowed is named', (name, text, allowed) => {
  const { set, dataDir } = station();
  expect(set(name, text)).toMatchObject({
    error: { code: 'settings.invalid', details: { problems: [expect.stringContaining(allowed)] } },
  });
  expect(readdirSync(dataDir)).toEqual([]);
});

test('half a change into live is not written', () => {
  const { set, dataDir } = station();
  expect(set('mode', 'live')).toMatchObject({ error: { code: 'credentials.missing' } });
  expect(set('clientId', 'shop-1')).toMatchObject({ error: { code: 'settings.mode-conflict' } });
  expect(readdirSync(dataDir)).toEqual([]);
});

test('an export names no secret, no name of the station and no folder of its own', () => {
  const { file, export: take, dataDir } = station({ TILL_MAC_KEY: 'super-secret-key' });
  file('mac.key', 'file-secret');
  file('settings.json', { ...live, stationName: 'Till 7', supportPhone: '+370 600 00000' });
  const taken = JSON.stringify(take());
  expect(taken).toContain('"supportPhone":"+370 600 00000"');
  for (const secret of ['super-secret-key', 'file-secret', 'Till 7', dataDir]) {
    expect(taken).not.toContain(secret);
  }
  expect(take()).toMatchObject({ value: { settings: { macKeyFile: 'mac.key' } } });
});

test('an import sets up the next station, which keeps its own name', () => {
  const first = station();
  first.file('settings.json', { ...live, stationName: 'Till 7' });
  first.set('currency', 'USD');
  const second = station();
  second.file('settings.json', { stationName: 'Till 8' });
  expect(second.import(JSON.stringify(first.export()))).toMatchObject({ value: { settings: 4 } });
  expect(second.show('currency')).toMatchObject({ value: 'USD' });
  expect(second.show('mode')).toMatchObject({ value: 'live' });
  expect(second.show('stationName')).toMatchObject({ value: 'Till 8' });
  expect(second.show('macKeyFile')).toMatchObject({ value: path.join(second.dataDir, 'mac.key') });
});

test.each([
  ['no JSON', '{"format":'],
  ['something else', '{"settings":{}}'],
  [
    'a value that is not allowed',
    '{"format":"wallet-till-settings","version":1,"settings":{"theme":"dark","locale":"de"}}',
  ],
  ['a name', '{"format":"wallet-till-settings","version":1,"settings":{"stationName":"Till 7"}}'],
  ['a secret', '{"format":"wallet-till-settings","version":1,"settings":{"macKey":"x"}}'],
  ['half of live', '{"format":"wallet-till-settings","version":1,"settings":{"mode":"live"}}'],
])('an import of %s writes nothing at all', (_, text) => {
  const { import: take, dataDir } = station();
  expect(take(text)).toMatchObject({ ok: false });
  expect(readdirSync(dataDir)).toEqual([]);
});

const values = fc.record(
  {
    locale: fc.constantFrom('en', 'lt', 'ru'),
    theme: fc.constantFrom('light', 'dark', 'contrast'),
    currency: fc.stringMatching(/^[A-Z]{3}$/),
    // What every model prints.
    receiptWidth: fc.integer({ min: 8, max: 32 }),
    supportPhone: fc.stringMatching(/^\+[0-9]{3,20}$/),
    printer: fc.constantFrom('tcp://192.0.2.7:9100', 'usb:/dev/usb/lp0', 'serial:/dev/ttyUSB0?baud=19200&flow=rtscts'),
    printerModel: fc.constantFrom(...printerModelIds),
    serialScanner: fc.constantFrom('/dev/ttyACM0@115200', 'COM3'),
    readers: fc.subarray(['hid-scanner', 'stripe-reader', 'contactless-reader']),
    operations: fc.subarray([...operationNames], { minLength: 1 }),
    wedgeMaxGapMs: fc.integer({ min: 10, max: 250 }),
  },
  { requiredKeys: [] },
);

test('what is exported and imported is exported again, whatever was set and wherever', () => {
  const credentials = fc.constantFrom(
    {},
    live,
    { ...live, apiUrl: 'http://127.0.0.1:8080/rest/v1', caCertFile: authorityFile },
    { mode: 'live', clientCertFile: 'client.pem', clientCertKeyFile: '/etc/wallet-till/client.key' },
  );
  fc.assert(
    fc.property(values, values, credentials, (inFile, here, who) => {
      const first = station();
      first.file('settings.json', { ...inFile, ...who });
      first.file(path.join('mode' in who ? '' : 'training', 'station-settings.json'), here);
      const exported = first.export();
      const second = station();
      expect(second.import(JSON.stringify(exported))).toMatchObject({ ok: true });
      expect(second.export()).toEqual(exported);
    }),
    { numRuns: 40 },
  );
});

test.each(['settings.json', 'training/station-settings.json'])('%s that was cut off has its own error', (name) => {
  const { file, all, set, read } = station();
  for (const text of ['', '{', '{"locale":"lt","cur', '{"locale":"lt"']) {
    file(name, text);
    expect(all()).toMatchObject({
      error: { code: 'settings.cut-off', details: { problems: [expect.stringContaining('ends in the middle')] } },
    });
    expect(set('locale', 'ru')).toMatchObject({ error: { code: 'settings.cut-off' } });
    expect(read(name)).toBe(text);
  }
});

test('of two programs that write at once the second is told so, and nothing of the first is lost', () => {
  const { dataDir } = station();
  const place = {
    platform: process.platform,
    knownPrinterModels: printerModelIds,
    knownOperations: [],
    baseDir: dataDir,
  };
  const file = path.join(dataDir, 'station-settings.json');
  replaceSettingsFile(file, () => {
    expect(writeStationSettings({ theme: 'dark' }, { folder: dataDir, place })).toMatchObject({
      error: { code: 'settings.not-written', details: { reason: expect.stringContaining('another program') } },
    });
    return ok({ locale: 'lt' });
  });
  expect(writeStationSettings({ theme: 'dark' }, { folder: dataDir, place })).toMatchObject({ ok: true });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ locale: 'lt', theme: 'dark' });
});

test('what a program that died over its writing left is no obstacle for ever', () => {
  const { dataDir } = station();
  const file = path.join(dataDir, 'settings.json');
  writeFileSync(`${file}.new`, '{"half');
  utimesSync(`${file}.new`, 1_000, 1_000);
  expect(
    replaceSettingsFile(
      file,
      () => ok({ locale: 'lt' }),
      () => 1_009_000,
    ),
  ).toMatchObject({ ok: false });
  expect(
    replaceSettingsFile(
      file,
      () => ok({ locale: 'lt' }),
      () => 1_011_000,
    ),
  ).toMatchObject({ ok: true });
  expect(readdirSync(dataDir)).toEqual(['settings.json']);
});

test('a value that is allowed and that the station would not start with is not written', () => {
  const {
    set,
    import: take,
    export: give,
    dataDir,
  } = station({ TILL_MODE: 'live', TILL_CLIENT_ID: 'c', TILL_MAC_KEY: 'k' });
  const missing = path.join(dataDir, 'none.pem');
  const refused = {
    error: { code: 'settings.invalid', details: { problems: [expect.stringContaining('TILL_CA_CERT')] } },
  };
  expect(set('caCertFile', missing)).toMatchObject(refused);
  const settings = { caCertFile: missing };
  expect(take(JSON.stringify({ format: 'wallet-till-settings', version: 1, settings }))).toMatchObject(refused);
  expect(set('receiptWidth', '96')).toMatchObject({
    error: { code: 'settings.invalid', details: { problems: [expect.stringContaining('8 to 42')] } },
  });
  expect(set('receiptWidth', '32').ok).toBe(true);
  expect(JSON.stringify(give())).not.toContain('none.pem');
});
