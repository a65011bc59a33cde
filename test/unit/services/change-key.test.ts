import { expect, test } from 'vitest';
import { changeKey } from '../../../electron/services/journaled-till.ts';

test('a change is remembered without what was said in confidence, and is the same one when it is looked up', () => {
  const accept = { name: 'pending-payment.accept' };
  const sent = changeKey(accept, { walletId: 30001, paymentId: 80004, password: 'not-for-keeping' });
  expect(sent).not.toContain('not-for-keeping');
  expect(changeKey(accept, { walletId: 30001, paymentId: 80004, password: '' })).toBe(sent);
  expect(changeKey(accept, { walletId: 30001, paymentId: 80005, password: 'not-for-keeping' })).not.toBe(sent);
  expect(changeKey({ name: 'card.confirm' }, { walletId: 7, code: '123456' })).not.toContain('123456');
});
