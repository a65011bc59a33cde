import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { liveEnvironment, runTillHere } from './command-line.ts';

async function station() {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  const env = liveEnvironment(wallet);
  return { wallet, env, till: (...argv: string[]) => runTillHere(argv, env) };
}

test('what a command changed stands in the journal, and its card finds it again', async () => {
  const { till } = await station();
  await till('card', 'relate', '--wallet', '14471', '--card', 'paysera:5487963154');
  await till('description', 'set', '--wallet', '14471', '--text', 'Savings of Jonas');
  const all = await till('journal', 'list');
  expect(all.answer.value).toMatchObject({
    entries: [
      { seq: 1, kind: 'intent', operation: 'card.relate', device: 'command-line', subject_kind: 'card' },
      { seq: 2, kind: 'outcome', about: 1, outcome: 'done', settled_by: 'answer' },
      { seq: 3, kind: 'intent', operation: 'description.set', subject_kind: 'wallet' },
      { seq: 4, kind: 'outcome', about: 3, outcome: 'done' },
    ],
  });
  const byCard = await till('journal', 'list', '--card', 'paysera:5487963154');
  expect((byCard.answer.value as { entries: { seq: number }[] }).entries.map(({ seq }) => seq)).toEqual([1, 2]);
  const byAnother = await till('journal', 'list', '--card', 'paysera:4820157736');
  expect(byAnother.answer.value).toEqual({ entries: [] });
  expect((await till('journal', 'verify')).answer).toMatchObject({ ok: true, value: { entries: 4, misfit: null } });
});

test('a lost answer is in the journal once as unknown and then as what reading proved', async () => {
  const { wallet, till } = await station();
  wallet.setFault({ kind: 'reset', when: 'after', on: 'set-description', times: 1 });
  await till('description', 'set', '--wallet', '30001', '--text', 'Holiday');
  const { answer } = await till('journal', 'list');
  const rows = (answer.value as { entries: Record<string, unknown>[] }).entries;
  expect(rows.filter(({ kind }) => kind !== 'note').map(({ outcome, settled_by }) => [outcome, settled_by])).toEqual([
    [null, null],
    ['unknown', 'answer'],
    ['done', 'read'],
  ]);
});

test('a print is an intent and an outcome, and the day is closed with its count', async () => {
  const { env } = await station();
  const training = { ...env };
  for (const name of ['TILL_MODE', 'TILL_API_URL', 'TILL_CLIENT_ID', 'TILL_MAC_KEY']) {
    delete training[name];
  }
  const till = (...argv: string[]) => runTillHere(argv, training);
  await till('receipt', '--wallet', '14471');
  expect((await till('report', 'x')).answer.value).toMatchObject({
    kind: 'x',
    totals: { prints: { printed: 1, not_printed: 0 }, by_operation: [{ operation: 'balance-receipt.read' }, {}] },
  });
  const first = await till('report', 'z');
  expect(first.answer.value).toMatchObject({ kind: 'z', number: 1, from_entry: 1, to_entry: 3 });
  expect((await till('report', 'z')).answer.value).toMatchObject({ number: 2, from_entry: 4, to_entry: 4 });
  expect((await till('report', 'z', '--number', '1')).answer.value).toMatchObject({ number: 1, to_entry: 3 });
});

test('a change is not sent by a station that cannot write it down first', async () => {
  const { wallet, env, till } = await station();
  await till('identify', '--wallet', '14471');
  const newer = path.join(env.TILL_DATA_DIR ?? '', 'journal.sqlite');
  const database = new DatabaseSync(newer);
  database.exec('PRAGMA user_version = 99');
  database.close();
  const before = wallet.requests.length;
  const refused = await till('description', 'clear', '--wallet', '14471');
  expect(refused).toMatchObject({ exitStatus: 2, answer: { error: { code: 'journal.newer-version' } } });
  expect(wallet.requests.length).toBe(before);
});

test('verify names what does not fit, with an exit status of its own', async () => {
  const { env, till } = await station();
  await till('identify', '--wallet', '14471');
  await till('identify', '--wallet', '30001');
  const file = path.join(env.TILL_DATA_DIR ?? '', 'journal.sqlite');
  const copy = path.join(env.TILL_DATA_DIR ?? '', 'copy.sqlite');
  expect((await till('journal', 'backup', '--to', copy)).answer).toMatchObject({ ok: true });
  expect((await till('journal', 'backup', '--to', copy)).answer.error?.code).toBe('journal.file-exists');
  const nowhere = await till('journal', 'backup', '--to', `${copy}/below/a/file`);
  expect(nowhere.answer.error?.code).toBe('journal.copy-not-written');
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect((await till('report', 'z', '--number', '99')).answer.error?.code).toBe('report.unknown');
  const database = new DatabaseSync(file);
  database.exec("DROP TRIGGER entry_stays_as_it_is; UPDATE entry SET outcome = 'failed' WHERE seq = 2");
  database.close();
  expect(await till('journal', 'verify')).toMatchObject({
    exitStatus: 3,
    answer: { error: { code: 'journal.not-proven', details: { entry: 2, why: 'entry-changed' } } },
  });
  copyFileSync(copy, file);
  expect(readFileSync(file).length).toBeGreaterThan(0);
});

test('a damaged journal is named by verify and by the doctor at every later start, and its Z numbers go on', async () => {
  const { env, till } = await station();
  await till('report', 'z');
  await till('report', 'z');
  writeFileSync(path.join(env.TILL_DATA_DIR ?? '', 'journal.sqlite'), 'x'.repeat(9_000));
  expect((await till('report', 'z')).answer.value).toMatchObject({ number: 3 });
  const damaged = expect.stringMatching(/^journal\.damaged-.*\.sqlite$/);
  expect((await till('journal', 'verify')).answer.value).toMatchObject({
    misfit: null,
    noticed: [{ at: 1, operation: 'journal.set-aside' }],
    set_aside: [damaged],
  });
  const checks = (await till('doctor')).answer.error?.details?.checks as string[];
  expect(checks.filter((line) => line.includes('journal'))).toEqual([
    expect.stringContaining('Every entry fits'),
    expect.stringMatching(/^CARE journal.*put aside: journal\.damaged-/),
  ]);
});

test('an end that was cut off and then written on is named by verify and by the doctor', async () => {
  const { env, till } = await station();
  const folder = env.TILL_DATA_DIR ?? '';
  for (let entry = 0; entry < 4; entry += 1) {
    await till('identify', '--wallet', '14471');
  }
  const database = new DatabaseSync(path.join(folder, 'journal.sqlite'));
  database.exec('DELETE FROM entry WHERE seq > 2; DELETE FROM checkpoint WHERE seq > 2');
  database.close();
  rmSync(path.join(folder, 'journal.anchor'));
  await till('identify', '--wallet', '14471');
  expect(await till('journal', 'verify')).toMatchObject({
    exitStatus: 3,
    answer: { error: { code: 'journal.not-proven', details: { entry: 3, why: 'anchor-missing' } } },
  });
  const checks = (await till('doctor')).answer.error?.details?.checks as string[];
  expect(checks.join('\n')).toMatch(/CARE journal.*noticed in entry 3/);
});

test('a Z report that was never made is told as that', async () => {
  const { till } = await station();
  await till('report', 'z');
  expect((await till('report', 'z', '--number', '99')).answer.error?.code).toBe('report.unknown');
});

test('what an ended program left open is settled by asking, or by whoever looked', async () => {
  const { till } = await station();
  expect((await till('journal', 'open')).answer.value).toEqual({ open: [] });
  expect((await till('journal', 'settle')).answer.value).toEqual({
    done: 0,
    not_settled: 0,
    unknown: 0,
    still_open: 0,
  });
  const none = await till('journal', 'resolve', '--entry', '1', '--as', 'printed');
  expect(none.answer.error?.code).toBe('journal.entry-not-open');
});

test('operators are entered with a PIN from standard input, listed without it, and taken off', async () => {
  const { env } = await station();
  const add = ['operator', 'add', '--name', 'Rasa P.', '--role', 'cashier'];
  expect((await runTillHere(add, env, '12345\n')).answer.error?.code).toBe('operator.pin-too-short');
  expect((await runTillHere(add, env, '274916\n')).answer.value).toEqual({ name: 'Rasa P.', role: 'cashier' });
  expect((await runTillHere(add, env, '274916\n')).answer.error?.code).toBe('operator.name-taken');
  const listed = await runTillHere(['operator', 'list'], env);
  expect(listed.answer.value).toEqual({ operators: [{ name: 'Rasa P.', role: 'cashier' }] });
  const pin = ['operator', 'pin', '--name', 'Rasa P.'];
  expect((await runTillHere(pin, env, '905173\n')).answer.value).toEqual({ name: 'Rasa P.', role: 'cashier' });
  const supervisor = ['operator', 'add', '--name', 'Ona V.', '--role', 'supervisor'];
  expect((await runTillHere(supervisor, env, '381650\n')).answer.ok).toBe(true);
  const removed = await runTillHere(['operator', 'remove', '--name', 'Rasa P.'], env);
  expect(removed.answer.value).toEqual({ name: 'Rasa P.', role: 'cashier' });
  const { answer } = await runTillHere(['journal', 'list'], env);
  expect((answer.value as { entries: { operation: string }[] }).entries.map(({ operation }) => operation)).toEqual([
    ...['operator.add', 'operator.add', 'operator.add', 'operator.pin', 'operator.add', 'operator.remove'],
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/274916|905173|Rasa/);
});

test('a list of operators that is lost comes back by its copy, a backup, or a new first supervisor', async () => {
  const { env, till } = await station();
  const file = path.join(env.TILL_DATA_DIR ?? '', 'people.sqlite');
  const add = (name: string, role: string, ...more: string[]) =>
    runTillHere(['operator', 'add', '--name', name, '--role', role, ...more], env, '381650\n');
  await add('Ona V.', 'supervisor');
  const backup = path.join(env.TILL_DATA_DIR ?? '', 'people-backup.sqlite');
  expect((await till('operator', 'backup', '--to', backup)).answer.value).toEqual({ file: backup });
  expect((await till('operator', 'backup', '--to', backup)).answer.error?.code).toBe('journal.file-exists');
  expect((await till('operator', 'restore')).answer.error?.code).toBe('operator.list-whole');

  const ona = { operators: [{ name: 'Ona V.', role: 'supervisor' }] };
  for (const from of [[], ['--from', backup]]) {
    writeFileSync(file, 'this is no list of operators any more');
    expect((await till('operator', 'list')).answer.error).toMatchObject({ details: { reason: 'damaged' } });
    expect((await add('Rasa P.', 'cashier')).answer.error).toMatchObject({ details: { reason: 'damaged' } });
    expect((await till('operator', 'restore', ...from)).answer.value).toEqual(ona);
  }
  rmSync(file);
  expect((await add('Jonas K.', 'cashier', '--new-list')).answer.error?.code).toBe('operator.supervisor-first');
  expect((await add('Jonas K.', 'supervisor', '--new-list')).answer.ok).toBe(true);
  expect((await till('operator', 'list')).answer.value).toMatchObject({ operators: [{ name: 'Jonas K.' }] });
});
