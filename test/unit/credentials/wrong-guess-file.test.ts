import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWrongGuessFile } from '../../../electron/credentials/wrong-guess-file.ts';
import { createAttemptGuard } from '../../../electron/wallet-api/attempt-guard.ts';
import { confirmCard } from '../../../electron/wallet-api/endpoints/confirm-card.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'till-guesses-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** One guess by a process of its own. */
function guess(dataDir: string, how: 'right' | 'wrong', nowMs = 1_000): boolean {
  const { attempts } = confirmCard.effect === 'mutation' ? confirmCard : { attempts: undefined };
  const guard = createAttemptGuard(() => nowMs, createWrongGuessFile(dataDir));
  const attempt = attempts === undefined ? null : guard.begin(attempts, { walletId: 254789, code: 'ABCDEF' });
  if (attempt?.ok) {
    attempt.value.end(how);
  }
  return attempt?.ok === true;
}

test('three wrong codes of three processes leave nothing to a fourth until the wait is over', () => {
  const dataDir = path.join(folder(), 'not-there-yet');
  const sent = [guess(dataDir, 'wrong'), guess(dataDir, 'wrong'), guess(dataDir, 'wrong'), guess(dataDir, 'right')];
  expect(sent).toEqual([true, true, true, false]);
  expect(guess(dataDir, 'right', 600_999)).toBe(false);
  expect(guess(dataDir, 'right', 601_000)).toBe(true);
  expect(readdirSync(dataDir)).toEqual(['wrong-codes.json']);
});

test('a right code is remembered as nothing wrong', () => {
  const dataDir = folder();
  const sent = (['wrong', 'wrong', 'right', 'wrong', 'wrong', 'wrong'] as const).map((how) => guess(dataDir, how));
  expect(sent).toEqual([true, true, true, true, true, true]);
  expect(guess(dataDir, 'right')).toBe(false);
});

test('the file names no wallet, and is for this user alone', () => {
  const dataDir = folder();
  const file = path.join(dataDir, 'wrong-codes.json');
  guess(dataDir, 'wrong');
  const text = readFileSync(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    guesses: { [Object.keys(JSON.parse(text).guesses)[0] ?? '']: { wrong: 1 } },
  });
  expect(text).not.toContain('254789');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('two processes that began the file at once count together from then on', () => {
  const dataDir = folder();
  const [one, other] = [createWrongGuessFile(dataDir), createWrongGuessFile(dataDir)];
  one.read();
  other.read();
  one.keep(new Map([[one.nameOf('card.code-wait 1'), { wrong: 2, waitUntilMs: null }]]));
  const seen = other.read();
  expect(seen.get(other.nameOf('card.code-wait 1'))).toEqual({ wrong: 2, waitUntilMs: null });
});

test.each(['', '{', '[]', '{"a":{"wrong":1,"waitUntilMs":null}}'])(
  'a damaged file %j remembers nothing and is replaced',
  (text) => {
    const dataDir = folder();
    writeFileSync(path.join(dataDir, 'wrong-codes.json'), text);
    expect(createWrongGuessFile(dataDir).read()).toEqual(new Map());
    const sent = [guess(dataDir, 'wrong'), guess(dataDir, 'wrong'), guess(dataDir, 'wrong'), guess(dataDir, 'wrong')];
    expect(sent).toEqual([true, true, true, false]);
  },
);

test('where nothing can be written, the process remembers alone', () => {
  const taken = path.join(folder(), 'a-file');
  writeFileSync(taken, '');
  const file = createWrongGuessFile(taken);
  file.keep(new Map([['card.code-wait 1', { wrong: 1, waitUntilMs: null }]]));
  expect(file.read()).toEqual(new Map([['card.code-wait 1', { wrong: 1, waitUntilMs: null }]]));
});
