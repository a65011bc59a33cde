import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { endpoint } from '../../../electron/wallet-api/endpoint.ts';
import { checkSufficientAmount } from '../../../electron/wallet-api/endpoints/check-sufficient-amount.ts';
import { findWallet } from '../../../electron/wallet-api/endpoints/find-wallet.ts';
import { readBalance } from '../../../electron/wallet-api/endpoints/read-balance.ts';
import { readBalanceReceipt } from '../../../electron/wallet-api/endpoints/read-balance-receipt.ts';
import { readServer } from '../../../electron/wallet-api/endpoints/read-server.ts';
import { buildRequest, encodeUriPart } from '../../../electron/wallet-api/request.ts';

describe('encodeUriPart', () => {
  test.each([
    ['EUR,USD', 'EUR,USD'],
    ['john@example.com', 'john@example.com'],
    ['card[paysera]', 'card%5Bpaysera%5D'],
    ['a+b c', 'a%2Bb%20c'],
    ['a&b=c#d?e/f', 'a%26b%3Dc%23d%3Fe%2Ff'],
    ["!'()*", '%21%27%28%29%2A'],
    ['100%', '100%25'],
    ['-._~', '-._~'],
    ['žąсъ', '%C5%BE%C4%85%D1%81%D1%8A'],
    ['\ud800', '%EF%BF%BD'],
  ])('%j becomes %s', (text, encoded) => {
    expect(encodeUriPart(text)).toBe(encoded);
  });

  test('what is encoded has only characters that stand in a request line, and decodes to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeUriPart(text)).toMatch(/^[A-Za-z0-9\-._~,@%]*$/);
        expect(decodeURIComponent(encodeUriPart(text))).toBe(text.toWellFormed());
      }),
    );
  });
});

describe('buildRequest', () => {
  const uriOf = (request: { requestUri: string }): string => request.requestUri;

  test('a path without parameters has no question mark', () => {
    expect(uriOf(buildRequest(readServer, {}, '/rest/v1'))).toBe('/rest/v1/server');
  });

  test.each([
    [{ kind: 'card', issuer: 'vilniecio', number: '0054879631' }, '/wallet?card%5Bvilniecio%5D=0054879631'],
    [{ kind: 'barcode', barcode: 'A%B&C=D+E' }, '/wallet?barcode=A%25B%26C%3DD%2BE'],
    [{ kind: 'phone', phone: '37066612345' }, '/wallet?phone=37066612345'],
    [{ kind: 'email', email: 'jonas+till@example.com' }, '/wallet?email=jonas%2Btill@example.com'],
  ] as const)('%j is looked up by one criterion', (criterion, uri) => {
    expect(uriOf(buildRequest(findWallet, criterion, ''))).toBe(uri);
  });

  test('what is not asked for is not in the query', () => {
    expect(uriOf(buildRequest(readBalance, { walletId: 14471 }, ''))).toBe('/wallet/14471/balance');
    expect(uriOf(buildRequest(readBalanceReceipt, { walletId: 'me', width: 32 }, ''))).toBe(
      '/wallet/me/receipt/balance?width=32',
    );
  });

  test('the query keeps the order that the endpoint gives it', () => {
    const balance = { walletId: 14471, convert_to: 'EUR', show_historical_currencies: true };
    expect(uriOf(buildRequest(readBalance, balance, ''))).toBe(
      '/wallet/14471/balance?convert_to=EUR&show_historical_currencies=true',
    );
    expect(uriOf(buildRequest(checkSufficientAmount, { walletId: 7, amount: 1000, currency: 'EUR' }, ''))).toBe(
      '/wallet/7/sufficient-amount?amount=1000&currency=EUR',
    );
  });

  test('a parameter cannot climb out of its place in the path', () => {
    const climbing = endpoint({
      name: 'test.climb',
      summary: 'Tries to leave its path.',
      source: 'none',
      method: 'GET',
      path: '/wallet/:name/balance',
      parameters: z.strictObject({ name: z.string() }),
      answer: z.unknown(),
      effect: 'read',
      authenticated: false,
      needs: { scopes: [] },
      refusals: {},
    });
    expect(uriOf(buildRequest(climbing, { name: '../../x?y' }, ''))).toBe('/wallet/..%2F..%2Fx%3Fy/balance');
  });

  test('a path parameter that nobody gave is a bug', () => {
    expect(() => buildRequest(readBalance, {}, '')).toThrow(TypeError);
  });

  test('a body is indented by four, with line feeds and no final newline', () => {
    const saying = endpoint({ ...readServer, parameters: z.strictObject({}), body: () => ({ a: 'ž', b: 1 }) });
    const { body } = buildRequest(saying, {}, '');
    expect(new TextDecoder().decode(body ?? undefined)).toBe('{\n    "a": "ž",\n    "b": 1\n}');
  });
});
