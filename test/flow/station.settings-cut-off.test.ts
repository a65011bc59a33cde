import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSettingsKeeper } from '../../electron/settings/keep-settings.ts';
import { loadSettings } from '../../electron/settings/load-settings.ts';
import { startTexts, textsOf } from '../../renderer/ui/i18n/i18n.ts';
import { environment, runTillHere } from './command-line.ts';

const cut = '{"stationName": "Till 3", "curr';

function stationWith(file: 'settings.json' | 'training/station-settings.json') {
  const env = environment();
  const place = path.join(env.TILL_DATA_DIR as string, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, cut);
  return { env, place };
}

test.each(['settings.json', 'training/station-settings.json'] as const)(
  '%s cut off: the start says which file and what to do, and nothing of it is overwritten',
  async (file) => {
    const { env, place } = stationWith(file);
    const started = await runTillHere(['identify', '--wallet', '14471'], env);
    expect(started.exitStatus).toBe(2);
    expect(started.answer.error?.code).toBe('settings.cut-off');
    expect(started.answer.error?.details?.problems).toEqual([expect.stringContaining('ends in the middle')]);
    const set = await runTillHere(['settings', 'set', '--name', 'stationName', '--value', 'Till 4'], env);
    expect(set.answer.error?.code).toBe('settings.cut-off');
    expect(readFileSync(place, 'utf8')).toBe(cut);
  },
);

test('a till that runs goes on with the settings it has, and overwrites nothing', () => {
  const env = environment();
  const options = {
    env,
    platform: process.platform,
    homeDir: '/nowhere',
    readFile: (file: string) => readFileSync(file, 'utf8'),
    knownPrinterModels: ['epson-tm-t88v'],
    knownOperations: [],
  };
  const running = loadSettings(options);
  if (!running.ok) {
    throw new Error(running.error.code);
  }
  const folder = path.join(env.TILL_DATA_DIR as string, 'training');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'station-settings.json');
  writeFileSync(file, cut);
  const keep = createSettingsKeeper(running.value, { printerModels: ['epson-tm-t88v'], operations: [] });
  expect(keep({ printerPaper: 80 })).toMatchObject({ error: { code: 'settings.cut-off' } });
  expect(readFileSync(file, 'utf8')).toBe(cut);
  expect(running.value.currency).toBe('EUR');
});

test('it has a sentence of its own in three languages', async () => {
  const titles = await Promise.all(
    (['en', 'lt', 'ru'] as const).map(async (locale) => {
      const texts = textsOf((await startTexts(locale)).t, locale);
      const { title, next } = texts.error('settings.cut-off');
      expect(next.length).toBeGreaterThan(0);
      expect(title).not.toBe(texts.error('settings.unreadable').title);
      return title;
    }),
  );
  expect(new Set(titles).size).toBe(3);
});
