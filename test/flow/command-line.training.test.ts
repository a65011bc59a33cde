import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { environment, runTill, runTillHere } from './command-line.ts';

test('a folder that was never configured answers from its own simulator, with the names of the API', async () => {
  const env = environment();
  const { exitStatus, answer, stderr } = await runTill(['balance', '--wallet', '14471'], env);
  expect(answer).toEqual({
    ok: true,
    value: {
      EUR: { at_disposal: 2299, at_disposal_decimal: '22.99', reserved: 0, reserved_decimal: expect.any(String) },
      USD: { at_disposal: 100, at_disposal_decimal: '1.00', reserved: 9800, reserved_decimal: '98.00' },
    },
  });
  expect({ exitStatus, stderr }).toEqual({ exitStatus: 0, stderr: '' });
});

test('a card number can be read from standard input, so that no list of processes shows it', async () => {
  const { exitStatus, answer } = await runTill(
    ['identify', '--card', '-', '--json'],
    environment(),
    'paysera:4820157736\n',
  );
  expect(answer).toMatchObject({ ok: true, value: { owner: 221, account: { number: 'EVP0010001000101' } } });
  expect(exitStatus).toBe(0);
});

test('an amount is answered with yes or no', async () => {
  const ask = (amount: string) =>
    runTillHere(['sufficient', '--wallet', '14471', '--amount', amount, '--currency', 'EUR']);
  const [enough, tooMuch] = await Promise.all([ask('22.99'), ask('23.00')]);
  expect([enough.answer, tooMuch.answer]).toEqual([
    { ok: true, value: { is_sufficient: true } },
    { ok: true, value: { is_sufficient: false } },
  ]);
});

test('a receipt is printed, and its text is in no stream and in no file', async () => {
  const env = environment();
  const { exitStatus, answer, stderr } = await runTill(
    ['receipt', '--wallet', '14471', '--locale', 'lt', '--width', '32'],
    env,
  );
  expect(answer).toEqual({ ok: true, value: { outcome: 'printed' } });
  expect({ exitStatus, stderr }).toEqual({ exitStatus: 0, stderr: '' });
  const folder = path.join(env.TILL_DATA_DIR ?? '', 'training');
  const files = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1'));
  expect(files.length).toBeGreaterThan(0);
  for (const word of ['EVP0010001000101', '22.99', 'EUR', '14471']) {
    expect(files.join('\n')).not.toContain(word);
  }
});
