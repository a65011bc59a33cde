import { expect, test } from 'vitest';
import { emailHash, phoneHash } from '../../../electron/wallet-api/search-hash.ts';

test('an e-mail is lower-cased before it is hashed, as in the example of the seed', () => {
  expect(emailHash('email@example.com')).toBe('9395988394d4568df3c54c2645ddb1d0753a0c20');
  expect(emailHash('Email@Example.com')).toBe('9395988394d4568df3c54c2645ddb1d0753a0c20');
});

test('a phone is hashed as its digits', () => {
  expect(phoneHash('37066612345')).toMatch(/^[0-9a-f]{40}$/);
  expect(phoneHash('37066612345')).not.toBe(phoneHash('37066612346'));
});
