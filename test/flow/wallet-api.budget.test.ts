import { expect, test } from 'vitest';
import { readServer } from '../../electron/wallet-api/endpoints/read-server.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { createRequestBudget } from '../../electron/wallet-api/request-budget.ts';
import { http, json } from '../unit/wallet-api/raw-server.ts';
import { withServer } from '../unit/wallet-api/with-server.ts';

const wallet = { walletId: 14471 };
const found = json(200, { id: 14471, owner: 221 });
const budgetOf = (perMinute: number) => createRequestBudget({ nowMs: () => 0, perMinute });

test('what would pass the published limits is not sent, and the wait is called ours', async () => {
  const { api, server } = await withServer((_request, socket) => socket.write(found), { budget: budgetOf(2) });
  await api.call(readWallet, wallet);
  await api.call(readWallet, wallet);
  const link = api.link;
  expect(await api.call(readWallet, wallet)).toEqual({
    ok: false,
    error: { code: 'api.budget-exhausted', kind: 'busy', details: { waitMs: 60_000, ours: true, sent: false } },
  });
  expect(server.requests).toHaveLength(2);
  expect(api.link).toBe(link);
});

test('a background job leaves room for whoever stands at the desk', async () => {
  const { api } = await withServer((_request, socket) => socket.write(found), { budget: budgetOf(4) });
  const background = { priority: 'background' } as const;
  for (const _ of [1, 2, 3]) {
    expect(await api.call(readWallet, wallet, background)).toMatchObject({ ok: true });
  }
  expect(await api.call(readWallet, wallet, background)).toMatchObject({ error: { code: 'api.budget-exhausted' } });
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
});

test('the time costs no token anything', async () => {
  const { api } = await withServer((_request, socket) => socket.write(json(200, { time: 1795176000 })), {
    budget: budgetOf(1),
  });
  for (const _ of [1, 2, 3]) {
    expect(await api.call(readServer, {})).toMatchObject({ ok: true });
  }
});

test('a repetition counts too: without room for it, the first failure is what is told', async () => {
  const { api, server } = await withServer((_request, socket) => socket.write(http(502, '<html>')), {
    budget: budgetOf(1),
  });
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.server-error' } });
  expect(server.requests).toHaveLength(1);
});
