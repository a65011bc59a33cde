import { expect, test } from 'vitest';
import { randomNonce } from '../../../electron/wallet-api/nonce.ts';

test('a nonce has 32 characters, none of which a quoted header value would have to escape', () => {
  expect(randomNonce()).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]{32}$/);
});

test('a thousand nonces are a thousand different ones', () => {
  expect(new Set(Array.from({ length: 1000 }, randomNonce)).size).toBe(1000);
});
