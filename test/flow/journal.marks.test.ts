import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createJournaledTill } from '../../electron/services/journaled-till.ts';
import { readKept } from '../../electron/services/kept-parameters.ts';
import { performMutation } from '../../electron/services/settle-mutation.ts';
import type { MutationEndpoint } from '../../electron/wallet-api/endpoint.ts';
import { type OperationName, operationNames, operations } from '../../electron/wallet-api/operations.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { journalBench } from '../unit/journal/journal-bench.ts';
import { samples } from './operation-samples.ts';
import { unhurriedClient } from './unhurried-client.ts';

/** Everything that a value holds and that is a customer's or a secret: no words of the API's own. */
function marksIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(marksIn);
  }
  const text = String(value);
  return /^[a-z_.-]*$/.test(text) || text.length < 5 || typeof value === 'boolean'
    ? []
    : text.split(/\s+/).filter((word) => word.length >= 5);
}

const receiptText = 'Likutis MARK-OF-A-RECEIPT 22.99 EUR';

async function everything() {
  const wallet = await startWalletSimulator();
  const bench = journalBench();
  const journal = bench.open();
  const actor = { operator: 'Rasa P.', approver: 'Ona V.', device: 'hid-scanner' };
  const through = createJournaledTill({ journal, actor: () => actor, monotonic: () => performance.now() });
  const direct = unhurriedClient(wallet);
  onTestFinished(async () => {
    await direct.close();
    await wallet.close();
  });
  const api = through.api(direct);
  const marks = new Set(marksIn(receiptText));
  const run = async (name: OperationName) => {
    const { endpoint, parameters, prepare } = samples[name];
    await prepare?.(direct, wallet);
    const answer =
      endpoint.effect === 'mutation'
        ? await performMutation(api, endpoint as MutationEndpoint, parameters)
        : await api.call(endpoint, parameters);
    for (const mark of [...marksIn(parameters), ...marksIn(answer.ok ? answer.value : null)]) {
      marks.add(mark);
    }
  };
  const printer = through.printer({
    columns: 42,
    readState: async () => ({ kind: 'ready', paperLow: false }),
    print: async () => ({ kind: 'printed' }),
    watch: () => () => {},
    close: async () => {},
  });
  return { wallet, bench, journal, marks, run, printer };
}

test('no entry, and no byte of the files, holds anything of what went through every operation and every fault', async () => {
  const { wallet, bench, journal, marks, run, printer } = await everything();
  const faults = [
    null,
    { kind: 'reset', when: 'after' },
    { kind: 'error', status: 403, code: 'forbidden' },
    { kind: 'html' },
    { kind: 'error', status: 400, code: 'Jonas.Smith@example.com' },
  ] as const;
  for (const fault of faults) {
    wallet.setFaults(fault === null ? [] : [fault as never]);
    for (const name of operationNames) {
      await run(name);
    }
    wallet.reset();
  }
  await printer.print({ mark: null, header: ['Till 3'], text: receiptText, columns: 42 }, { timeoutMs: 1_000 });
  journal.flush();

  const database = new DatabaseSync(bench.file, { readOnly: true });
  const rows = database.prepare('SELECT * FROM entry').all();
  const sealed = database.prepare('SELECT count(*) AS n FROM open_intent').get();
  database.close();
  const written = new Set(rows.map(({ operation }) => operation));
  expect([...operationNames, 'receipt.print'].filter((name) => name !== 'server.read' && !written.has(name))).toEqual(
    [],
  );
  // The control: the marks are there to be found, and some changes are still open with what was kept of them.
  expect(marks.size).toBeGreaterThan(40);
  expect([...marks]).toEqual(expect.arrayContaining(['5487963154', 'ABCDEF', 'MARK-OF-A-RECEIPT', '14471']));
  expect(Number(sealed?.n)).toBeGreaterThan(0);
  const found = rows.flatMap(({ at_ms: _at, hash: _hash, ...row }) => {
    const text = JSON.stringify(row);
    return [...marks].filter((mark) => text.includes(mark)).map((mark) => `${mark} in ${text}`);
  });
  expect(found).toEqual([]);
  const files = readdirSync(bench.folder).map((name) => readFileSync(path.join(bench.folder, name), 'latin1'));
  const long = [...marks].filter((mark) => mark.length >= 8);
  expect(long.filter((mark) => files.some((content) => content.includes(mark)))).toEqual([]);
});

test('a code and a password are not kept even sealed', () => {
  const password = readKept('pending-payment.accept', JSON.stringify({ walletId: 1, paymentId: 2, password: '-' }));
  expect(password?.parameters).toMatchObject({ password: '-' });
  expect(operations['card.confirm'].settleBy).toBe('operator');
});
