import { expect, test } from 'vitest';
import { environment, liveEnvironment, runTillHere, startWallet } from './command-line.ts';

test('a card is related, and confirmed by a code from standard input', async () => {
  const wallet = await startWallet();
  const env = liveEnvironment(wallet);
  const related = await runTillHere(['card', 'relate', '--wallet', '14471', '--card', 'paysera:5487963154'], env);
  expect(related.answer).toEqual({ ok: true, value: { id: 254789, owner: 221 } });
  const wrong = await runTillHere(['card', 'confirm', '--wallet', '254789'], env, 'WRONG\n');
  expect(wrong.exitStatus).toBe(2);
  expect(wrong.answer.error?.code).toBe('card.invalid-code');
  const confirmed = await runTillHere(['card', 'confirm', '--wallet', '254789'], env, 'ABCDEF\n');
  expect(confirmed).toMatchObject({ exitStatus: 0, answer: { ok: true, value: { id: 254789 } } });
});

test('a confirmation is skipped without a word to the API', async () => {
  const { exitStatus, answer } = await runTillHere(['card', 'confirm', '--wallet', '254789', '--skip']);
  expect({ exitStatus, answer }).toMatchObject({ exitStatus: 0, answer: { value: { outcome: 'skipped' } } });
});

test('a password comes from standard input with its spaces, and is in no answer', async () => {
  const { exitStatus, answer, stderr } = await runTillHere(
    ['pending', 'password', '--wallet', '14471', '--payment', '59418'],
    environment(),
    'some secret\n',
  );
  expect({ exitStatus, answer }).toMatchObject({ exitStatus: 0, answer: { ok: true, value: { id: 59418 } } });
  expect(JSON.stringify(answer) + stderr).not.toContain('some secret');
});

test('a change whose answer was lost and that reading proves is done', async () => {
  const wallet = await startWallet();
  wallet.setFault({ kind: 'reset', when: 'after', on: 'set-description', times: 1 });
  const argv = ['description', 'set', '--wallet', '30001', '--text', 'Did it happen?'];
  const { exitStatus, answer } = await runTillHere(argv, liveEnvironment(wallet));
  expect({ exitStatus, answer }).toMatchObject({
    exitStatus: 0,
    answer: { ok: true, value: { account: { description: 'Did it happen?' } } },
  });
});

test('a change whose answer was lost ends with 5 and says that it had not happened, if that is what reading shows', async () => {
  const wallet = await startWallet();
  wallet.setFault({ kind: 'reset', when: 'before', on: 'cancel-payment', times: 1 });
  const argv = ['pending', 'cancel', '--wallet', '30001', '--payment', '80002'];
  const { exitStatus, answer } = await runTillHere(argv, liveEnvironment(wallet));
  expect(exitStatus).toBe(5);
  expect(answer.error).toMatchObject({
    code: 'api.outcome-unknown',
    kind: 'unknown-outcome',
    details: { found: 'not-settled' },
  });
});

test('a change whose answer was lost ends with 5 and says that nobody knows, if reading proves nothing', async () => {
  const wallet = await startWallet();
  wallet.setFault({ kind: 'reset', when: 'after', on: 'cancel-payment', times: 1 });
  const argv = ['pending', 'cancel', '--wallet', '30001', '--payment', '80002'];
  const { exitStatus, answer } = await runTillHere(argv, liveEnvironment(wallet));
  expect(exitStatus).toBe(5);
  expect(answer.error).toMatchObject({ code: 'api.outcome-unknown', details: { found: 'unknown' } });
  expect(answer.error?.message).not.toMatch(/fail/);
});

test('an operation that the settings switch off is refused before anything is sent', async () => {
  const wallet = await startWallet();
  const env = liveEnvironment(wallet, { TILL_OPERATIONS: 'wallet.read,balance.read' });
  const { exitStatus, answer } = await runTillHere(['description', 'clear', '--wallet', '14471'], env);
  expect(exitStatus).toBe(3);
  expect(answer.error).toMatchObject({
    code: 'api.operation-disabled',
    details: { operation: 'description.delete', reason: 'not-in-settings' },
  });
  expect(wallet.requests).toEqual([]);
});

test('a change is made although this computer’s clock is an hour off', async () => {
  const wallet = await startWallet();
  wallet.setFault({ kind: 'clock-skew', seconds: 3_600 });
  const argv = ['description', 'set', '--wallet', '30001', '--text', 'On time'];
  const { exitStatus, answer } = await runTillHere(argv, liveEnvironment(wallet));
  expect({ exitStatus, answer }).toMatchObject({ exitStatus: 0, answer: { ok: true } });
});
