import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WalletIdentifier } from '../../../shared/domain/identifier.ts';
import { readScan } from '../../../shared/domain/scan-rules.ts';

const readText = (text: string) => readScan({ kind: 'text', text });
const unreadable = { ok: false, error: { code: 'scan.unreadable', kind: 'input' } };

describe('digits on a card', () => {
  it.each([
    ['5487963154', { kind: 'card', issuer: 'paysera', number: '5487963154' }],
    ['0000000001', { kind: 'card', issuer: 'paysera', number: '0000000001' }],
    ['123456789', { kind: 'card', issuer: 'vilniecio', number: '123456789' }],
    [']C15487963154', { kind: 'card', issuer: 'paysera', number: '5487963154' }],
    ['5487963154\r\n', { kind: 'card', issuer: 'paysera', number: '5487963154' }],
    [';5487963154=2512101123456789?', { kind: 'card', issuer: 'paysera', number: '5487963154' }],
    [';5487963154?', { kind: 'card', issuer: 'paysera', number: '5487963154' }],
    ['%B5487963154^KAZLAUSKAS/JONAS^2512101?', { kind: 'card', issuer: 'paysera', number: '5487963154' }],
    ['%B123 456 789^X^2512?;123456789=2512?', { kind: 'card', issuer: 'vilniecio', number: '123456789' }],
  ])('in %j identify a card', (text, value) => {
    expect(readText(text)).toEqual({ ok: true, value });
  });

  it('from a reader that knows its card are taken as they are', () => {
    const content = { kind: 'card', issuer: 'vilniecio', number: '5487963154' } as const;
    expect(readScan(content)).toEqual({ ok: true, value: content });
  });

  it('from a reader that knows its card are still checked', () => {
    expect(readScan({ kind: 'card', issuer: 'paysera', number: '54-87' })).toEqual(unreadable);
  });

  it("of a bank card's stripe go nowhere", () => {
    expect(readText(';4111111111111111=2512101?')).toEqual(unreadable);
    expect(readText('%B4111111111111111^BATŲ/ONA^2512101?')).toEqual(unreadable);
    expect(readText(';4111111111111111=25')).toEqual(unreadable);
    expect(readText('%B4111111111111111^BA')).toEqual(unreadable);
  });
});

describe("a product's barcode", () => {
  it.each([
    ['4770000000015', 'ean-13'],
    [']E04770000000015', 'ean-13'],
    ['9780000000002', 'isbn'],
    ['978000000000251299', 'isbn'],
    ['9770000000003', 'issn'],
    ['977000000000305', 'issn'],
    ['2000000000008', 'in-store'],
    ['200000000004', 'in-store'],
    ['0200000000004', 'in-store'],
    ['20000004', 'in-store'],
    ['47700000', 'ean-8'],
    ['036000291452', 'upc-a'],
    [']E312345', 'ean-upc'],
  ])('in %s is told apart as %s, and its digits are kept back', (text, symbology) => {
    expect(readText(text)).toEqual({
      ok: false,
      error: { code: 'scan.product-barcode', kind: 'input', details: { symbology } },
    });
  });

  it('whose check digit is wrong is no product: it may be a wallet', () => {
    expect(readText('4770000000016')).toEqual({ ok: true, value: { kind: 'barcode', barcode: '4770000000016' } });
  });
});

describe("a wallet's barcode", () => {
  it.each(['WAL-77103', '77103', 'abcd', '12345678901', '~!@#$%^&*()', 'x'.repeat(64)])('may be %s', (text) => {
    expect(readText(text)).toEqual({ ok: true, value: { kind: 'barcode', barcode: text } });
  });

  it('may carry the mark of its symbology, which is no part of it', () => {
    expect(readText(']Q3WAL-77103')).toEqual({ ok: true, value: { kind: 'barcode', barcode: 'WAL-77103' } });
  });
});

describe('what cannot be read', () => {
  it.each(['', ' ', 'abc', 'two words', 'ąčęė', 'x'.repeat(65), '10ABC\u001d21XYZ', ';', ';=?', '%B^?', ']C1'])(
    'is %j, and nothing of it is in the error',
    (text) => {
      expect(readText(text)).toEqual(unreadable);
    },
  );
});

describe('any text at all', () => {
  it('either identifies by the form that the API demands, or is an error without what was read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[%;\]]?[0-9A-Z=^?]{0,40}$/)), (text) => {
        const result = readText(text);
        if (result.ok) {
          expect(WalletIdentifier.safeParse(result.value).success).toBe(true);
        } else {
          expect(['scan.unreadable', 'scan.product-barcode']).toContain(result.error.code);
          expect(Object.keys(result.error.details ?? {})).toEqual(
            result.error.code === 'scan.product-barcode' ? ['symbology'] : [],
          );
        }
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
