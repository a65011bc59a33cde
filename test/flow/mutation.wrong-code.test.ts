import { expect, onTestFinished, test } from 'vitest';
import { createAttemptGuard } from '../../electron/wallet-api/attempt-guard.ts';
import { confirmCard } from '../../electron/wallet-api/endpoints/confirm-card.ts';
import { relateCard } from '../../electron/wallet-api/endpoints/relate-card.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from './unhurried-client.ts';

async function withRelatedCard() {
  let nowMs = 0;
  const simulator = await startWalletSimulator();
  const attempts = createAttemptGuard(() => nowMs);
  const clients = [unhurriedClient(simulator, { attempts }), unhurriedClient(simulator, { attempts })] as const;
  onTestFinished(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await simulator.close();
  });
  const related = await clients[0].call(relateCard, { walletId: 14471, issuer: 'paysera', number: '5487963154' });
  const walletId = related.ok ? related.value.id : 0;
  const guess = (code: string, client = clients[0]) => client.call(confirmCard, { walletId, code });
  const sent = () => simulator.requests.filter(({ path }) => path.endsWith('/confirm')).length;
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { guess, sent, clients, simulator, pass };
}

test('three wrong codes for one card, then a wait of our own before the API locks out every station', async () => {
  const { guess, sent } = await withRelatedCard();
  for (const code of ['WRONG1', 'WRONG2', 'WRONG3']) {
    expect(await guess(code)).toMatchObject({ error: { code: 'card.invalid-code', kind: 'input' } });
  }
  expect(await guess('ABCDEF')).toEqual({
    ok: false,
    error: { code: 'card.code-wait', kind: 'busy', details: { waitMs: 600_000, ours: true } },
  });
  expect(sent()).toBe(3);
});

test('after the wait the right code is taken', async () => {
  const { guess, pass } = await withRelatedCard();
  for (const code of ['WRONG1', 'WRONG2', 'WRONG3']) {
    await guess(code);
  }
  pass(600_000);
  expect(await guess('ABCDEF')).toMatchObject({ ok: true, value: { id: 254789 } });
});

test('clients that share the guard share the count', async () => {
  const { guess, clients } = await withRelatedCard();
  await guess('WRONG1');
  await guess('WRONG2', clients[1]);
  await guess('WRONG3');
  expect(await guess('ABCDEF', clients[1])).toMatchObject({ error: { code: 'card.code-wait' } });
});

test('a code whose answer was lost counts: the API may have counted it', async () => {
  const { guess, simulator, sent } = await withRelatedCard();
  simulator.setFault({ kind: 'reset', on: 'confirm-card' });
  for (const code of ['WRONG1', 'WRONG2', 'WRONG3']) {
    expect(await guess(code)).toMatchObject({ error: { code: 'api.outcome-unknown' } });
  }
  expect(await guess('ABCDEF')).toMatchObject({ error: { code: 'card.code-wait' } });
  expect(sent()).toBe(3);
});
