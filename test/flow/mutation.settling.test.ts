import { describe, expect, onTestFinished, test } from 'vitest';
import { performMutation, settleMutation } from '../../electron/services/settle-mutation.ts';
import { acceptPendingPayment } from '../../electron/wallet-api/endpoints/accept-pending-payment.ts';
import { cancelPendingPayment } from '../../electron/wallet-api/endpoints/cancel-pending-payment.ts';
import { confirmCard } from '../../electron/wallet-api/endpoints/confirm-card.ts';
import { deleteDescription } from '../../electron/wallet-api/endpoints/delete-description.ts';
import { relateCard } from '../../electron/wallet-api/endpoints/relate-card.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import { startWalletSimulator, type WalletFault } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from './unhurried-client.ts';

const card = { issuer: 'paysera', number: '5487963154' } as const;
const payment = { walletId: 30001, paymentId: 80004 };
/** The request never reached the API, or its answer was lost. */
const before: WalletFault = { kind: 'reset', when: 'before', times: 1 };
const after: WalletFault = { kind: 'reset', when: 'after', times: 1 };

async function withFault(
  fault: WalletFault,
  unconfirmedCards: 'findable' | 'hidden' = 'findable',
  onCodeSent = (): void => undefined,
) {
  const simulator = await startWalletSimulator({ unconfirmedCards, onCodeSent });
  const api = unhurriedClient(simulator);
  onTestFinished(async () => {
    await api.close();
    await simulator.close();
  });
  simulator.setFault(fault);
  return { api, simulator };
}

const stillUnknown = { ok: true, value: { kind: 'unknown', cause: 'api.outcome-unknown' } };

describe('relating a card', () => {
  const asked = { walletId: 14471, ...card };

  test('is proven done by the new wallet that the card leads to', async () => {
    const { api } = await withFault(after);
    expect(await performMutation(api, relateCard, asked)).toMatchObject({
      ok: true,
      value: { kind: 'done', provenBy: 'read', value: { id: 254789, owner: 221 } },
    });
  });

  test('stays unknown where a card that is not confirmed cannot be found', async () => {
    const { api } = await withFault(after, 'hidden');
    expect(await performMutation(api, relateCard, asked)).toEqual(stillUnknown);
  });

  test('stays unknown where the card leads nowhere: absence proves nothing', async () => {
    const { api } = await withFault(before);
    expect(await performMutation(api, relateCard, asked)).toEqual(stillUnknown);
  });

  test('is not proven by a card that leads to somebody else, nor to the very wallet', async () => {
    const { api } = await withFault(before);
    const othersCard = { issuer: 'paysera', number: '0071200345' } as const;
    const ownCard = { walletId: 254101, issuer: 'paysera', number: '4820157736' } as const;
    expect(await settleMutation(api, relateCard, { walletId: 14471, ...othersCard })).toMatchObject({
      kind: 'unknown',
    });
    expect(await settleMutation(api, relateCard, ownCard)).toMatchObject({ kind: 'unknown' });
  });
});

describe('a description', () => {
  test('that was set is proven by the account', async () => {
    const { api } = await withFault(after);
    const asked = { walletId: 30001, description: 'Pietų pinigai' };
    expect(await performMutation(api, setDescription, asked)).toMatchObject({
      value: { kind: 'done', provenBy: 'read', value: { account: { description: 'Pietų pinigai' } } },
    });
  });

  test('other than the wanted one proves nothing: somebody may have changed it since', async () => {
    const { api } = await withFault(before);
    const asked = { walletId: 30001, description: 'Pietų pinigai' };
    expect(await performMutation(api, setDescription, asked)).toEqual(stillUnknown);
  });

  test('that was deleted is proven by an account that shows its other fields', async () => {
    const { api } = await withFault(after);
    expect(await performMutation(api, deleteDescription, { walletId: 30001 })).toMatchObject({
      value: { kind: 'done', provenBy: 'read' },
    });
  });

  test('that no grant lets us see proves nothing by being absent', async () => {
    const { api } = await withFault(after);
    expect(await performMutation(api, deleteDescription, { walletId: 14471 })).toEqual(stillUnknown);
  });
});

describe.each([
  ['cancelling', (api: Parameters<typeof performMutation>[0]) => performMutation(api, cancelPendingPayment, payment)],
  [
    'accepting',
    (api: Parameters<typeof performMutation>[0]) =>
      performMutation(api, acceptPendingPayment, { ...payment, password: '0042' }),
  ],
])('%s a payment', (_name, perform) => {
  test('is not settled while the payment is still there', async () => {
    const { api } = await withFault(before);
    expect(await perform(api)).toEqual({ ok: true, value: { kind: 'not-settled' } });
  });

  test('is unknown once it is gone: accepted, cancelled or expired', async () => {
    const { api } = await withFault(after);
    expect(await perform(api)).toEqual(stillUnknown);
  });

  test('is unknown with its reason where nothing may be read', async () => {
    const { api, simulator } = await withFault(after);
    simulator.setFaults([after, { kind: 'error', status: 403, code: 'forbidden', on: 'pending-payments' }]);
    expect(await perform(api)).toEqual({ ok: true, value: { kind: 'unknown', cause: 'wallet.access-revoked' } });
  });
});

test('of a confirmation nothing can be read: nobody is asked, and the operator decides', async () => {
  const { api, simulator } = await withFault(after);
  const asked = { walletId: 254789, code: 'ABCDEF' };
  expect(await performMutation(api, confirmCard, asked)).toEqual(stillUnknown);
  expect(simulator.requests).toHaveLength(1);
});

test('a refusal is a refusal: nothing is looked up, since nothing was changed', async () => {
  const { api, simulator } = await withFault({ kind: 'error', status: 409, code: 'invalid_state', times: 1 });
  expect(await performMutation(api, cancelPendingPayment, payment)).toMatchObject({
    ok: false,
    error: { code: 'payment.invalid-state', kind: 'refused' },
  });
  expect(simulator.requests).toHaveLength(1);
});

test('an answer that came is the proof, and nothing is read besides', async () => {
  const { api, simulator } = await withFault({ kind: 'latency', ms: 0 });
  expect(await performMutation(api, cancelPendingPayment, payment)).toMatchObject({
    ok: true,
    value: { kind: 'done', provenBy: 'answer', value: { id: 80004 } },
  });
  expect(simulator.requests).toHaveLength(1);
});

test('whoever asked may have gone: what happened is looked up all the same', async () => {
  const gone = new AbortController();
  const { api } = await withFault({ kind: 'silent', on: 'relate-card' }, 'findable', () => gone.abort());
  const outcome = await performMutation(api, relateCard, { walletId: 14471, ...card }, { signal: gone.signal });
  expect(outcome).toMatchObject({ value: { kind: 'done', provenBy: 'read' } });
});
