import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createWalletApi } from '../../../electron/wallet-api/client.ts';
import { checkSufficientAmount } from '../../../electron/wallet-api/endpoints/check-sufficient-amount.ts';
import { findWallet } from '../../../electron/wallet-api/endpoints/find-wallet.ts';
import { readBalanceReceipt } from '../../../electron/wallet-api/endpoints/read-balance-receipt.ts';
import { readServer } from '../../../electron/wallet-api/endpoints/read-server.ts';
import { readStatements } from '../../../electron/wallet-api/endpoints/read-statements.ts';
import { readWallet } from '../../../electron/wallet-api/endpoints/read-wallet.ts';
import { CurrencyCode } from '../../../shared/domain/wallet.ts';
import { headerOf, json } from './raw-server.ts';
import { exampleClientId, exampleMacKey, withServer } from './with-server.ts';

const found = json(200, { id: 14471, owner: 221 });

describe('the key', () => {
  test('is on no path through the client, however it is printed, enumerated or serialised', async () => {
    const { api } = await withServer((_request, socket) => socket.write(found));
    await api.call(readWallet, { walletId: 14471 });
    const printed = [
      inspect(api, { showHidden: true, depth: 9, getters: true }),
      JSON.stringify(api),
      Object.getOwnPropertyNames(api).join(),
      String(api),
    ].join('\n');
    expect(printed).not.toContain(exampleMacKey);
    expect(printed).not.toContain(exampleClientId);
  });

  test('and whatever else was asked is in no error', async () => {
    const { api } = await withServer((_request, socket) => socket.end('nonsense\r\n\r\n'));
    const result = await api.call(findWallet, { kind: 'card', issuer: 'paysera', number: '5487963154' });
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toMatch(/5487963154|nonsense|a-key-that-opens-nothing/);
  });
});

describe('what is wrong before anything is sent', () => {
  test('parameters that the endpoint does not take are named by path and rule, without their value', async () => {
    const { api, server } = await withServer((_request, socket) => socket.write(found));
    expect(await api.call(readWallet, { walletId: -14471 })).toEqual({
      ok: false,
      error: {
        code: 'api.invalid-parameters',
        kind: 'input',
        details: { rule: 'too_small', path: 'walletId', sent: false },
      },
    });
    const backwards = await api.call(readStatements, { walletId: 14471, from: 1_795_176_001, to: 1_795_176_000 });
    expect(backwards).toMatchObject({ error: { details: { rule: 'from-after-to', path: 'to', sent: false } } });
    expect(server.connections).toBe(0);
    expect(api.link).toEqual({ kind: 'unchecked' });
  });

  test('an integer amount in a currency without cents never leaves', async () => {
    const { api, server } = await withServer((_request, socket) => socket.write(found));
    const currency = CurrencyCode.parse('JPY');
    expect(await api.call(checkSufficientAmount, { walletId: 14471, amount: 1000, currency })).toMatchObject({
      error: { code: 'amount.currency-not-in-cents', kind: 'input' },
    });
    expect(server.connections).toBe(0);
  });

  test('without credentials only the time can be asked for', async () => {
    const { api, server } = await withServer((_request, socket) => socket.write(json(200, { time: 1795176000 })), {
      credentials: null,
    });
    expect(await api.call(readWallet, { walletId: 14471 })).toMatchObject({ error: { code: 'credentials.missing' } });
    expect(await api.call(readServer, {})).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(1);
  });

  test('a client for plain http to a name is a bug, caught when it is made', () => {
    const options = { credentials: null, userAgent: 'WalletTill/0.0.0' };
    expect(() => createWalletApi({ ...options, baseUrl: 'http://localhost:8080/rest/v1' })).toThrow(TypeError);
  });
});

describe('what is sent', () => {
  test('names product and version, asks for JSON, and carries no cookie even after one was set', async () => {
    const { api, server } = await withServer((_request, socket) =>
      socket.write(json(200, { id: 1, owner: 2 }, { 'Set-Cookie': 'trace=1' })),
    );
    await api.call(readWallet, { walletId: 1 });
    await api.call(readWallet, { walletId: 1 });
    const names = server.requests[1]?.headers.map(([name]) => name.toLowerCase());
    expect(names).toEqual(['host', 'connection', 'user-agent', 'accept', 'authorization']);
    expect(headerOf(server.requests[1], 'user-agent')).toBe('WalletTill/0.0.0');
  });

  test('is never signed twice with one nonce', async () => {
    const { api, server } = await withServer((_request, socket) => socket.write(found));
    for (const walletId of [1, 2, 3]) {
      await api.call(readWallet, { walletId });
    }
    const nonces = server.requests.map(
      (request) => /nonce="([^"]+)"/.exec(headerOf(request, 'authorization') ?? '')?.[1],
    );
    expect(new Set(nonces).size).toBe(3);
  });
});

test('the receipt is forbidden in its own words, and the way counts as intact', async () => {
  const { api } = await withServer((_request, socket) => socket.write(json(403, { error: 'forbidden' })));
  expect(await api.call(readBalanceReceipt, { walletId: 14471, locale: 'lt', width: 42 })).toMatchObject({
    error: { code: 'receipt.not-enabled', kind: 'refused' },
  });
  expect(api.link).toMatchObject({ kind: 'reached' });
});
