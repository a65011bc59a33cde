import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectDir } from '../../../build/paths.ts';
import { readLanguages, requireCompleteTexts, textProblems } from '../../../build/texts.ts';
import { language as en } from '../../../renderer/ui/i18n/languages/en.ts';
import { language as lt } from '../../../renderer/ui/i18n/languages/lt.ts';

const without = (part: object, key: string): object =>
  Object.fromEntries(Object.entries(part).filter(([name]) => name !== key));

describe('the build', () => {
  test('goes on with the languages as they are, and finds them all', async () => {
    await expect(requireCompleteTexts()).resolves.toBeUndefined();
    expect([...(await readLanguages()).keys()]).toEqual(['en', 'lt', 'ru']);
  });

  test.each([
    ['a text', { ...lt, screens: { ...lt.screens, waiting: {} } }, /^lt has no waiting\//],
    ['a whole screen', { ...lt, screens: without(lt.screens, 'card') }, /^lt has no card\/title$/],
    [
      'a form of a word',
      { ...lt, plurals: { ...lt.plurals, seconds: without(lt.plurals.seconds, 'few') } },
      /^lt has no plurals\/seconds\/few$/,
    ],
    ['an error', { ...lt, errors: without(lt.errors, 'card.other-account') }, /^lt has no errors\/card.other-account$/],
  ])('ends where a language lacks %s', (_what, own, said) => {
    expect(textProblems('lt', own, en)).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
  });

  test('ends where a text fills in something else than English does', () => {
    const own = { ...lt, screens: { ...lt.screens, card: { ...lt.screens.card, scanned: 'Kortelė {{kortele}}' } } };
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
