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
  ] as const)('reads a %s typed as %j', (kind, text, identifier) => {
    expect(readFind({ kind, text, issuer })).toEqual({ identifier });
  });

  it.each([
    ['phone', '861234567', 'phone-local'],
    ['phone', '061234567', 'phone-local'],
    ['phone', '123', 'malformed'],
    ['email', 'name@', 'malformed'],
    ['card', '12', 'malformed'],
    ['barcode', 'ąžuolas', 'malformed'],
    ['wallet', '0', 'malformed'],
    ['wallet', '12a', 'malformed'],
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
