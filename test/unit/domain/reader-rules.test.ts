import { describe, expect, it } from 'vitest';
import { defaultReaderRules, ReaderRules, ReaderRulesByName } from '../../../shared/domain/reader-rules.ts';
import { readScan } from '../../../shared/domain/scan-rules.ts';

const rules = (given: object) => ReaderRules.parse(given);
const readText = (text: string, given: object) => readScan({ kind: 'text', text }, rules(given));

const asCard = (issuer: string, number: string) => ({ ok: true, value: { kind: 'card', issuer, number } });
const asBarcode = (barcode: string) => ({ ok: true, value: { kind: 'barcode', barcode } });
const asError = (code: string, details?: object) => ({
  ok: false,
  error: { code, kind: 'input', ...(details === undefined ? {} : { details }) },
});

describe('rules of one reader', () => {
  it('are complete when nothing is said', () => {
    expect(rules({})).toEqual(defaultReaderRules);
    expect(ReaderRulesByName.parse({ 'hid-scanner': { prefix: 'W' } })['hid-scanner']).toEqual({
      ...defaultReaderRules,
      prefix: 'W',
    });
  });

  it.each([
    [{ prefix: '' }],
    [{ prefix: 'ą' }],
    [{ suffix: '' }],
    [{ maxGapMs: 1 }],
    [{ symbologies: [] }],
    [{ symbologies: ['ean'] }],
    [{ cards: [{ digits: 10, skip: 4, take: 8, issuer: 'paysera' }] }],
    [{ cards: [{ digits: 10, take: 10, issuer: 'nobody' }] }],
    [{ uid: { form: 'decimal', digits: 3, issuer: 'paysera' } }],
    [{ colour: 'red' }],
  ])('are not %j', (given) => {
    expect(ReaderRules.safeParse(given).success).toBe(false);
  });

  it('take a prefix off, before the mark of the symbology or behind it', () => {
    expect(readText('~5487963154', { prefix: '~' })).toEqual(asCard('paysera', '5487963154'));
    expect(readText(']C1~5487963154', { prefix: '~' })).toEqual(asCard('paysera', '5487963154'));
    expect(readText('~]C15487963154', { prefix: '~' })).toEqual(asCard('paysera', '5487963154'));
  });

  it('call a reading without the prefix illegible', () => {
    expect(readText('5487963154', { prefix: '~' })).toEqual(asError('scan.unreadable'));
  });

  it('say which digits are the number on the card, and whose it is', () => {
    const cards = [{ digits: 16, startsWith: '6030', skip: 4, take: 10, issuer: 'vilniecio' }];
    expect(readText('6030548796315499', { cards })).toEqual(asCard('vilniecio', '5487963154'));
    expect(readScan({ kind: 'stripe', number: '6030548796315499' }, rules({ cards }))).toEqual(
      asCard('vilniecio', '5487963154'),
    );
    expect(readScan({ kind: 'stripe', number: '4111111111111111' }, rules({ cards }))).toEqual(
      asError('scan.unreadable'),
    );
  });

  it('tell the shop’s own codes from customers’', () => {
    expect(readText('SHOP-17', { shopCodes: ['SHOP-'] })).toEqual(
      asError('scan.product-barcode', { symbology: 'in-store' }),
    );
    expect(readText('WAL-77103', { shopCodes: ['SHOP-'] })).toEqual(asBarcode('WAL-77103'));
  });

  it('let customers’ codes come in the symbologies that the station names, and no others', () => {
    const symbologies = ['qr-code'];
    expect(readText(']Q1WAL-77103', { symbologies })).toEqual(asBarcode('WAL-77103'));
    expect(readText(']C1WAL-77103', { symbologies })).toEqual(
      asError('scan.product-barcode', { symbology: 'code-128' }),
    );
    expect(readText('WAL-77103', { symbologies })).toEqual(asBarcode('WAL-77103'));
    expect(readText(']X0WAL-77103', { symbologies })).toEqual(asBarcode('WAL-77103'));
  });
});

describe('a chip’s own number', () => {
  it('finds nobody where the station does not say how it relates to the card’s', () => {
    expect(readScan({ kind: 'uid', uid: '04a1b2c3' })).toEqual(asError('scan.chip-number-only'));
  });

  it.each([
    ['decimal', '04a1b2c3', '0077705923'],
    ['decimal-reversed', '04a1b2c3', '3283263748'],
  ] as const)('is the card’s where it is printed %s', (form, uid, number) => {
    const uidRules = rules({ uid: { form, digits: 10, issuer: 'paysera' } });
    expect(readScan({ kind: 'uid', uid }, uidRules)).toEqual(asCard('paysera', number));
  });

  it('that has more digits than the card is illegible', () => {
    const uidRules = rules({ uid: { form: 'decimal', digits: 10, issuer: 'paysera' } });
    expect(readScan({ kind: 'uid', uid: 'ffffffffffffff' }, uidRules)).toEqual(asError('scan.unreadable'));
    expect(readScan({ kind: 'uid', uid: '' }, uidRules)).toEqual(asError('scan.unreadable'));
  });
});

it('half of something identifies nobody', () => {
  expect(readScan({ kind: 'unreadable' })).toEqual(asError('scan.unreadable'));
});
