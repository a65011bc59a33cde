import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectDir } from '../../../build/paths.ts';
import { requireCompleteTexts, textProblems } from '../../../build/texts.ts';
import { resources } from '../../../renderer/ui/i18n/i18n.ts';

const { en, lt } = resources;
const without = (key: string): object =>
  Object.fromEntries(Object.entries(lt.translation).filter(([name]) => name !== key));

describe('the build', () => {
  test('goes on with the languages as they are', () => {
    expect(() => requireCompleteTexts()).not.toThrow();
  });

  test.each([
    ['a text', { ...lt.translation, waiting: {} }, /^lt has no waiting\//m],
    ['a form of a word', { ...lt.translation, plurals: { ...lt.translation.plurals, seconds_few: undefined } }, null],
    ['a whole screen', without('card'), /^lt has no card\/title$/m],
    ['an error', { ...lt.translation, errors: { ...lt.translation.errors, 'card.other-account': undefined } }, null],
  ])('ends where a language lacks %s', (_what, translation, said) => {
    const own = { translation: JSON.parse(JSON.stringify(translation)) };
    expect(() => requireCompleteTexts({ lt: own })).toThrow(said ?? /^lt has no (plurals|errors)\//m);
  });

  test('ends where a text fills in something else than English does', () => {
    const own = {
      translation: { ...lt.translation, card: { ...lt.translation.card, scanned: 'Kortelė {{kortele}}' } },
    };
    expect(textProblems('lt', own, en)).toEqual(['lt does not fill in the same as English in card/scanned: card']);
  });

  test('really is the one that `npm run build` runs: it ends with the name of the missing text', {
    timeout: 60_000,
  }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'till-texts-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const name of ['build', 'renderer', 'shared', 'electron', 'package.json']) {
      cpSync(path.join(projectDir, name), path.join(folder, name), { recursive: true });
    }
    symlinkSync(path.join(projectDir, 'node_modules'), path.join(folder, 'node_modules'));
    const file = path.join(folder, 'renderer/ui/i18n/ru-card.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}unclear: .*\n/m, ''));
    const { status, stderr } = spawnSync(process.execPath, ['build/build.ts'], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toContain('ru has no card/unclear');
    expect(status).toBe(1);
  });
});
