import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Endpoint, endpoint } from '../../../electron/wallet-api/endpoint.ts';
import { readServer } from '../../../electron/wallet-api/endpoints/read-server.ts';
import { readWallet } from '../../../electron/wallet-api/endpoints/read-wallet.ts';
import { operationNames, operations } from '../../../electron/wallet-api/operations.ts';
import { json } from './raw-server.ts';
import { withServer } from './with-server.ts';

const all = operationNames.map((name) => [name, operations[name] as Endpoint] as const);

test('the table has the sixteen operations of the seed and the time, each under its own name', () => {
  expect(all).toHaveLength(17);
  expect(all.map(([name, { name: own }]) => [name, own])).toEqual(operationNames.map((name) => [name, name]));
});

test('no two operations share method and path', () => {
  expect(new Set(all.map(([, { method, path }]) => `${method} ${path}`)).size).toBe(all.length);
});

test('what is no GET is a mutation, and says how it is settled', () => {
  for (const [, one] of all) {
    expect(one.effect).toBe(one.method === 'GET' ? 'read' : 'mutation');
    if (one.effect === 'mutation') {
      expect(one.settleBy === 'operator' || one.settleBy.asks.every((name) => name in operations)).toBe(true);
    }
  }
});

test('what every operation answers with can be written down as JSON Schema', () => {
  for (const [, { answer }] of all) {
    expect(answer.toJSONSchema({ io: 'output', unrepresentable: 'throw' })).toHaveProperty('type', 'object');
  }
});

test('a mutation that does not say how it is settled does not compile', () => {
  const declaration = { ...readServer, effect: 'mutation', parameters: z.strictObject({}) } as const;
  // @ts-expect-error settleBy is missing
  expect(endpoint(declaration)).toHaveProperty('effect', 'mutation');
  expect(endpoint({ ...declaration, settleBy: 'operator' })).toHaveProperty('settleBy', 'operator');
});

describe('which operations a station may use is a setting', () => {
  test('one that is off is refused with its reason, before anything is sent', async () => {
    const { api, server } = await withServer((_request, socket) => socket.write(json(200, { id: 1, owner: 2 })), {
      operations: ['balance.read'],
    });
    expect(await api.call(readWallet, { walletId: 1 })).toEqual({
      ok: false,
      error: {
        code: 'api.operation-disabled',
        kind: 'refused',
        details: { operation: 'wallet.read', reason: 'not-in-settings', sent: false },
      },
    });
    expect(server.connections).toBe(0);
    expect(api.whyDisabled('wallet.read')).toMatchObject({ code: 'api.operation-disabled' });
    expect(api.whyDisabled('balance.read')).toBeNull();
  });

  test('none is off unless the setting says so', async () => {
    const { api } = await withServer((_request, socket) => socket.write(json(200, { id: 1, owner: 2 })), {
      operations: null,
    });
    expect(operationNames.map((name) => api.whyDisabled(name))).toEqual(operationNames.map(() => null));
  });

  test('the time can always be asked for: a wrong clock must be found', async () => {
    const { api } = await withServer((_request, socket) => socket.write(json(200, { time: 1795176000 })), {
      operations: [],
    });
    expect(await api.call(readServer, {})).toMatchObject({ ok: true });
  });
});
