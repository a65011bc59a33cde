import { describe, expect, it } from 'vitest';
import { guessFindKind, readFind } from '../../../../renderer/stores/find-slice.ts';
import { openScene } from './fake-till.ts';

const issuer = 'paysera' as const;

describe('finding another way', () => {
  it.each([
    ['phone', '370 612 34567', { kind: 'phone', phone: '37061234567' }],
    ['phone', '+370-612-34567', { kind: 'phone', phone: '37061234567' }],
    ['phone', '0037061234567', { kind: 'phone', phone: '37061234567' }],
    ['phone', '8 612 34567', { kind: 'phone', phone: '37061234567' }],
    ['email', ' name@example.com ', { kind: 'email', email: 'name@example.com' }],
    ['card', '0054 8796 3154', { kind: 'card', issuer, number: '005487963154' }],
    ['barcode', 'CODE0001', { kind: 'barcode', barcode: 'CODE0001' }],
    ['wallet', '14471', { kind: 'wallet', walletId: 14471 }],
    ['account-number', 'evp 0010 0010 00101', { kind: 'account-number', accountNumber: 'EVP0010001000101' }],
    ['company-code', '300060819', { kind: 'company-code', country: 'lt', code: '300060819' }],
    ['licence-plate', 'abc 123', { kind: 'licence-plate', licencePlate: 'ABC123' }],
    ['user', '221', { kind: 'user', userId: 221 }],
  ] as const)('reads a %s typed as %j', (kind, text, identifier) => {
    expect(readFind({ kind, text, issuer, country: 'lt' })).toEqual({ identifier });
  });

  it.each([
    ['phone', '861234567', 'phone.86-is-china'],
    ['phone', '061234567', 'phone.local'],
    ['phone', '123', 'phone.length'],
    ['email', 'name@', 'email.form'],
    ['card', '12', 'card.number'],
    ['barcode', 'ąžuolas', 'barcode.form'],
    ['wallet', '0', 'wallet.number'],
    ['wallet', '12a', 'wallet.number'],
    ['account-number', 'LT120', 'iban.length'],
    ['person-code', '12345678901', 'person-code.check-digit'],
    ['company-code', '12', 'company-code.length'],
    ['licence-plate', '---', 'licence-plate.form'],
    ['user', '-1', 'user.number'],
  ] as const)('refuses a %s typed as %j before anything is sent', async (kind, text, problem) => {
    const { store, till } = await openScene();
    store.getState().writeFind(text);
    store.getState().chooseFindKind(kind);
    await store.getState().submitFind();
    expect(store.getState().find.problem).toBe(problem);
    expect(till.said).toEqual([]);
  });

  it('guesses an e-mail by its sign and a phone by its plus, and leaves other choices alone', () => {
    expect(guessFindKind('name@', 'phone')).toBe('email');
    expect(guessFindKind('+370', 'card')).toBe('phone');
    expect(guessFindKind('5487', 'card')).toBe('card');
    expect(guessFindKind('5', 'email')).toBe('phone');
  });

  it('sends once and waits for the events', async () => {
    const { store, till } = await openScene();
    store.getState().writeFind('37061234567');
    void store.getState().submitFind();
    await store.getState().submitFind();
    expect(till.said).toEqual([
      { name: 'customer/identify', input: { identifier: { kind: 'phone', phone: '37061234567' } } },
    ]);
  });

  it('says so when main could not even begin', async () => {
    const { store, till } = await openScene();
    store.getState().writeFind('37061234567');
    const sent = store.getState().submitFind();
    await till.refuse('customer/identify', 'app.fault');
    await sent;
    expect(store.getState().find).toMatchObject({ sending: false, error: { code: 'app.fault' } });
  });
});
