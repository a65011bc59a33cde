import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../electron/wallet-api/answer.ts';
import { readBalance } from '../../../electron/wallet-api/endpoints/read-balance.ts';
import { readWallet } from '../../../electron/wallet-api/endpoints/read-wallet.ts';
import { CurrencyCode } from '../../../shared/domain/wallet.ts';

const encoder = new TextEncoder();

function receive(body: string | Uint8Array, status = 200) {
  return { status, retryAfter: null, body: typeof body === 'string' ? encoder.encode(body) : body };
}

function readWalletFrom(body: string | Uint8Array, status = 200) {
  return readAnswer(receive(body, status), readWallet.answer, readWallet.refusals);
}

function readBalanceFrom(value: unknown, convertedTo?: string) {
  const convert_to = convertedTo === undefined ? undefined : CurrencyCode.parse(convertedTo);
  const schema = readBalance.answerTo?.({ walletId: 'me', convert_to }) ?? readBalance.answer;
  return readAnswer(receive(JSON.stringify(value)), schema, {});
}

describe('what is no answer of the API', () => {
  test.each([
    ['nothing', '', 'api.empty-answer'],
    ['blanks only', ' \r\n', 'api.empty-answer'],
    ['a page', '<!doctype html><title>Sign in</title>', 'api.not-json'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'api.not-json'],
    ['JSON with something behind it', '{"id":1} trailing', 'api.not-json'],
    ['an object cut off', '{"id": 14471, "owner": 2', 'api.cut-off-answer'],
    ['an object cut off inside a text', '{"id": 14471, "account": {"number": "EVP00\\"', 'api.cut-off-answer'],
    ['a list cut off', '[{"id": 1}', 'api.cut-off-answer'],
  ])('%s', (_, body, code) => {
    expect(readWalletFrom(body)).toMatchObject({ ok: false, error: { code, kind: 'upstream' } });
  });

  test('a page with a status of the API is still a page: nobody said that the wallet is unknown', () => {
    for (const status of [302, 401, 403, 404]) {
      expect(readWalletFrom('<html>', status)).toMatchObject({ error: { code: 'api.not-json', details: { status } } });
    }
  });

  test('a failing server is a failing server, whatever it sends along', () => {
    for (const body of ['', '<html>', '{"error":', '{}']) {
      expect(readWalletFrom(body, 503)).toMatchObject({
        error: { code: 'api.server-error', details: { status: 503 } },
      });
    }
  });

  test('a redirect is not an answer, with or without a body', () => {
    expect(readWalletFrom('', 302)).toMatchObject({ error: { code: 'api.not-json', details: { status: 302 } } });
    expect(readWalletFrom('{}', 302)).toMatchObject({ error: { code: 'api.not-json' } });
  });
});

describe('a refusal', () => {
  test('is read by its code, even where the status says that all is well', () => {
    expect(readWalletFrom('{"error":"not_found"}', 200)).toMatchObject({ error: { code: 'wallet.not-found' } });
  });

  test('is read by its status where the body has no code', () => {
    expect(readWalletFrom('{}', 404)).toMatchObject({ error: { code: 'wallet.not-found' } });
    expect(readWalletFrom('', 403)).toMatchObject({ error: { code: 'wallet.access-revoked' } });
  });

  test('never repeats the description, which may hold what a customer typed', () => {
    const body = '{"error":"not_found","error_description":"no wallet for jonas@example.com"}';
    expect(JSON.stringify(readWalletFrom(body, 404))).not.toContain('jonas');
  });
});

describe('a wallet', () => {
  test('is accepted with null for whatever is optional', () => {
    const wallet = {
      id: 7,
      owner: 8,
      account: { number: 'EVP1', owner_title: null, description: null, ibans: null, user_id: null, type: null },
    };
    expect(readWalletFrom(JSON.stringify(wallet))).toStrictEqual({
      ok: true,
      value: { id: 7, owner: 8, account: { number: 'EVP1' } },
    });
    expect(readWalletFrom('{"id":7,"owner":8,"account":null}')).toStrictEqual({ ok: true, value: { id: 7, owner: 8 } });
  });

  test('is accepted with fields and account types that came later', () => {
    const wallet = { id: 7, owner: 8, mood: 'good', account: { number: 'EVP1', type: 'orbital', colour: 'red' } };
    expect(readWalletFrom(JSON.stringify(wallet))).toStrictEqual({ ok: true, value: wallet });
  });

  test.each([
    ['{"owner":8}', 'id'],
    ['{"id":null,"owner":8}', 'id'],
    ['{"id":"7","owner":8}', 'id'],
    ['{"id":7.5,"owner":8}', 'id'],
    ['{"id":7}', 'owner'],
    ['{"id":7,"owner":8,"account":{}}', 'account.number'],
    ['{"id":7,"owner":8,"account":{"number":"EVP1","ibans":[1]}}', 'account.ibans.0'],
    ['"wallet"', ''],
    ['[]', ''],
  ])('%s is malformed at "%s"', (body, path) => {
    expect(readWalletFrom(body)).toMatchObject({
      ok: false,
      error: { code: 'api.malformed-answer', details: { path } },
    });
  });

  test('nested deeper than any stack would bear is malformed, not a crash', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(readWalletFrom(deep)).toMatchObject({ error: { code: 'api.malformed-answer' } });
  });
});

describe('a balance', () => {
  const eur = { at_disposal: 2299, at_disposal_decimal: '22.99', reserved: 150 };

  test('is accepted with either spelling of the reserved amount', () => {
    for (const spelling of ['reserved_decimal', 'reserced_decimal']) {
      expect(readBalanceFrom({ EUR: { ...eur, [spelling]: '1.5' } })).toStrictEqual({
        ok: true,
        value: { EUR: { ...eur, reserved_decimal: '1.5' } },
      });
    }
  });

  test('says what is reserved by its cents, where the decimal string is missing and a cent is a hundredth', () => {
    expect(readBalanceFrom({ EUR: eur })).toMatchObject({ value: { EUR: { reserved_decimal: '1.50' } } });
  });

  test('is malformed where the decimal string is missing and nobody knows what a cent is', () => {
    expect(readBalanceFrom({ JPY: { ...eur, at_disposal_decimal: '2299' } })).toMatchObject({
      error: { code: 'api.malformed-answer', details: { path: 'JPY.reserved_decimal' } },
    });
  });

  test('shows a currency without cents when its decimal strings are there', () => {
    const jpy = { at_disposal: 2299, at_disposal_decimal: '2299', reserved: 0, reserved_decimal: '0' };
    expect(readBalanceFrom({ JPY: jpy })).toStrictEqual({ ok: true, value: { JPY: jpy } });
  });

  test('accepts converted amounts that are integers only, in the currency that was asked for', () => {
    const converted = { at_disposal: 75, reserved: 0 };
    const row = { ...eur, reserved_decimal: '1.50', converted };
    expect(readBalanceFrom({ USD: row }, 'EUR')).toMatchObject({
      value: {
        USD: { converted: { at_disposal: 75, at_disposal_decimal: '0.75', reserved: 0, reserved_decimal: '0.00' } },
      },
    });
    expect(readBalanceFrom({ USD: row }, 'JPY')).toMatchObject({
      error: { code: 'api.malformed-answer', details: { path: 'USD.converted.at_disposal_decimal' } },
    });
  });

  test('keeps the order of the answer, and passes over what is no currency', () => {
    const row = { ...eur, reserved_decimal: '1.50' };
    const result = readBalanceFrom({ USD: row, _metadata: { total: 2 }, AUD: row, EUR: row });
    expect(result.ok && Object.keys(result.value)).toEqual(['USD', 'AUD', 'EUR']);
  });

  test('keeps fields that came later', () => {
    const row = {
      ...eur,
      reserved_decimal: '1.50',
      blocked: 7,
      converted: { ...eur, reserved_decimal: '1.50', rate: '1' },
    };
    expect(readBalanceFrom({ EUR: row }, 'EUR')).toStrictEqual({ ok: true, value: { EUR: row } });
  });

  test('may be empty', () => {
    expect(readBalanceFrom({})).toStrictEqual({ ok: true, value: {} });
  });

  test.each([
    [{ EUR: { ...eur, at_disposal: '2299' } }, 'EUR.at_disposal'],
    [{ EUR: { ...eur, at_disposal: 22.99 } }, 'EUR.at_disposal'],
    [{ EUR: { ...eur, at_disposal_decimal: undefined } }, 'EUR.at_disposal_decimal'],
    [{ EUR: { ...eur, at_disposal_decimal: 22.99 } }, 'EUR.at_disposal_decimal'],
    [{ EUR: { ...eur, reserved_decimal: '1,50' } }, 'EUR.reserved_decimal'],
    [{ EUR: 'a lot' }, 'EUR'],
  ])('%j is malformed at %s', (value, path) => {
    expect(readBalanceFrom(value)).toMatchObject({ error: { code: 'api.malformed-answer', details: { path } } });
  });

  test('never quotes the value that was malformed', () => {
    const result = readBalanceFrom({ EUR: { ...eur, at_disposal_decimal: '22.99 and a secret' } });
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain('22.99');
  });
});
