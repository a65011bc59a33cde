import { expect, onTestFinished, test } from 'vitest';
import { operations } from '../../electron/wallet-api/operations.ts';
import { people } from '../../simulator/wallet/people.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from './unhurried-client.ts';

async function withSimulator(options: Parameters<typeof startWalletSimulator>[0] = {}) {
  const simulator = await startWalletSimulator(options);
  const api = unhurriedClient(simulator);
  onTestFinished(async () => {
    await api.close();
    await simulator.close();
  });
  return { api, simulator };
}

const card = { issuer: 'paysera', number: '5487963154' } as const;

test('a card that is related already is told apart from any other refusal', async () => {
  const { api } = await withSimulator();
  await api.call(operations['card.relate'], { walletId: 14471, ...card });
  expect(await api.call(operations['card.relate'], { walletId: 30001, ...card })).toMatchObject({
    error: { code: 'card.already-assigned', kind: 'refused' },
  });
});

test('a wrong code is input; too many of them from all stations are busy', async () => {
  const data = { ...people, rules: { ...people.rules, wrongCodesAllowed: 1 } };
  const { api } = await withSimulator({ data });
  await api.call(operations['card.relate'], { walletId: 14471, ...card });
  const guess = () => api.call(operations['card.confirm'], { walletId: 254789, code: 'WRONG1' });
  expect(await guess()).toMatchObject({ error: { code: 'card.invalid-code', kind: 'input' } });
  expect(await guess()).toMatchObject({ error: { code: 'card.attempts-exhausted', kind: 'busy' } });
});

test('a payment that is over, that nobody may cancel, or that never was', async () => {
  const { api } = await withSimulator();
  const cancel = (walletId: number, paymentId: number) =>
    api.call(operations['pending-payment.cancel'], { walletId, paymentId });
  expect(await cancel(30009, 80003)).toMatchObject({ error: { code: 'payment.invalid-state', kind: 'refused' } });
  expect(await cancel(30001, 999999)).toMatchObject({ error: { code: 'payment.not-found', kind: 'refused' } });
  await cancel(30001, 80004);
  expect(await cancel(30001, 80004)).toMatchObject({
    error: { code: expect.stringMatching(/^payment\.(invalid-state|not-found)$/) },
  });
});

test('a description that is too long is input, and says so', async () => {
  const { api } = await withSimulator();
  const description = 'ilgas '.repeat(100);
  expect(await api.call(operations['description.set'], { walletId: 14471, description })).toMatchObject({
    error: { code: 'description.too-long', kind: 'input' },
  });
});

test('a revoked grant answers with everything that may be missing', async () => {
  const { api, simulator } = await withSimulator();
  simulator.revoke(221);
  expect(await api.call(operations['statements.read'], { walletId: 14471 })).toMatchObject({
    error: {
      code: 'wallet.access-revoked',
      kind: 'refused',
      details: {
        code: 'forbidden',
        possibleCauses: ['scope:statements', 'scope:statements_offline', 'special-permission', 'grant-revoked'],
      },
    },
  });
});

test("a search by a person's code without the permission names the permission", async () => {
  const { api } = await withSimulator();
  const criterion = { kind: 'person-code', country: 'lv', code: '010100-10006' } as const;
  expect(await api.call(operations['wallet.find'], criterion)).toMatchObject({
    error: { code: 'wallet.access-revoked', details: { possibleCauses: ['special-permission', 'grant-revoked'] } },
  });
});

test('a feature that is not enabled is among the causes, with the receipt as with cards', async () => {
  const data = { ...people, client: { ...people.client, receiptsEnabled: false, cardRelatingEnabled: false } };
  const { api } = await withSimulator({ data });
  expect(await api.call(operations['balance-receipt.read'], { walletId: 14471 })).toMatchObject({
    error: {
      code: 'receipt.not-enabled',
      details: { possibleCauses: expect.arrayContaining(['feature:balance-receipt']) },
    },
  });
  expect(await api.call(operations['card.relate'], { walletId: 14471, ...card })).toMatchObject({
    error: { code: 'wallet.access-revoked', details: { possibleCauses: ['feature:card-relation', 'grant-revoked'] } },
  });
});
