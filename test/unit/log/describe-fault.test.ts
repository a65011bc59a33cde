import { expect, test } from 'vitest';
import { describeFault } from '../../../electron/log/describe-fault.ts';

test('a fault is logged by its type and place, never by its text or a folder of this machine', () => {
  const described = describeFault(new TypeError('balance 22.99 of EVP0010001000101'));
  expect(described.name).toBe('TypeError');
  expect(described.at.length).toBeGreaterThan(0);
  expect(JSON.stringify(described)).not.toMatch(/22\.99|EVP|\/[a-z]+\/[a-z]+\//i);
});

test('what is thrown and is no error is logged by its type alone', () => {
  expect(describeFault('5487963154')).toEqual({ name: 'string', at: [] });
});
