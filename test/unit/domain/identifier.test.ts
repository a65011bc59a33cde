import { describe, expect, it } from 'vitest';
import { type IdentifierKind, WalletIdentifier } from '../../../shared/domain/identifier.ts';
import { readIdentifier } from '../../../shared/domain/read-identifier.ts';

type Row = readonly [kind: IdentifierKind, text: string, identifier: object];

const read: readonly Row[] = [
  ['wallet', ' 14471 ', { walletId: 14471 }],
  ['card', 'paysera:5487963154', { issuer: 'paysera', number: '5487963154' }],
  ['card', 'vilniecio:001 234 567', { issuer: 'vilniecio', number: '001234567' }],
  ['card', 'paysera:5487-9631-54', { issuer: 'paysera', number: '5487963154' }],
  ['barcode', 'WT0014471A', { barcode: 'WT0014471A' }],
  ['phone', '+370 666 12345', { phone: '37066612345' }],
  ['email', ' Ona@Example.com ', { email: 'Ona@Example.com' }],
  ['account-number', 'evp 0010001000101', { accountNumber: 'EVP0010001000101' }],
  ['account-number', 'GB82 WEST 1234 5698 7654 32', { accountNumber: 'GB82WEST12345698765432' }],
  ['person-code', 'lt:4000000000 4', { country: 'lt', code: '40000000004' }],
  ['person-code', 'LV:000000-00000', { country: 'lv', code: '000000-00000' }],
  ['company-code', 'LT:300060819', { country: 'lt', code: '300060819' }],
  ['company-code', 'lt:1234567', { country: 'lt', code: '1234567' }],
  ['company-code', 'de:HRB1', { country: 'de', code: 'HRB1' }],
  ['licence-plate', 'pvz 001', { licencePlate: 'PVZ001' }],
  ['licence-plate', '•ŽAL-007·', { licencePlate: 'ŽAL007' }],
  ['user', '221', { userId: 221 }],
];

const refused: readonly (readonly [kind: IdentifierKind, text: string, rule: string])[] = [
  ['wallet', '0', 'wallet.number'],
  ['wallet', '1e3', 'wallet.number'],
  ['wallet', '', 'wallet.number'],
  ['card', '5487963154', 'card.issuer'],
  ['card', 'visa:5487963154', 'card.issuer'],
  ['card', 'paysera:123', 'card.number'],
  ['card', 'paysera:5487963154:1', 'card.number'],
  ['barcode', 'two words', 'barcode.form'],
  ['email', 'nobody', 'email.form'],
  ['email', 'two@words here.lt', 'email.form'],
  ['account-number', 'EVP001000100010', 'account-number.evp'],
  ['account-number', '0010001000101', 'account-number.form'],
  ['account-number', 'XX82WEST12345698765432', 'iban.country'],
  ['account-number', 'GB82WEST1234569876543', 'iban.length'],
  ['account-number', 'GB82WEST12345698765433', 'iban.check-digits'],
  ['account-number', 'GB82WEST21345698765432', 'iban.check-digits'],
  ['person-code', '40000000004', 'code.country'],
  ['person-code', 'xx:40000000004', 'country.unknown'],
  ['person-code', 'lt:4000000000', 'person-code.length'],
  ['person-code', 'lt:40000000003', 'person-code.check-digit'],
  ['person-code', 'lv:', 'person-code.form'],
  ['company-code', 'lt:30006081', 'company-code.length'],
  ['company-code', 'de:a/b', 'company-code.form'],
  ['licence-plate', '---', 'licence-plate.form'],
  ['user', 'ona', 'user.number'],
];

describe('a written identifier', () => {
  it.each(read)('of kind %s, %j, is understood', (kind, text, identifier) => {
    expect(readIdentifier(kind, text)).toEqual({ ok: true, value: { kind, ...identifier } });
  });

  it.each(read)('of kind %s, once read from %j, passes the gate before the wire unchanged', (kind, _, identifier) => {
    expect(WalletIdentifier.parse({ kind, ...identifier })).toEqual({ kind, ...identifier });
  });

  it.each(refused)('of kind %s, %j, is refused with the rule %s and what is allowed', (kind, text, rule) => {
    const result = readIdentifier(kind, text);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'identifier.malformed', kind: 'input', details: { rule, allowed: expect.stringMatching(/./) } },
    });
    // Ten digits of a wrong number can still be somebody's.
    expect(text.length < 9 || !JSON.stringify(result).includes(text)).toBe(true);
  });
});

describe('the gate before the wire', () => {
  it.each([
    [{ kind: 'phone', phone: '+37066612345' }, 'form'],
    [{ kind: 'phone', phone: '866612345' }, 'phone.86-is-china'],
    [{ kind: 'account-number', accountNumber: 'gb82west12345698765432' }, 'form'],
    [{ kind: 'licence-plate', licencePlate: 'PVZ 001' }, 'form'],
    [{ kind: 'person-code', country: 'LT', code: '40000000004' }, 'form'],
    [{ kind: 'person-code', country: 'lt', code: '40000000003' }, 'person-code.check-digit'],
  ])('does not correct: %j is refused by the rule %s', (identifier, rule) => {
    const issue = WalletIdentifier.safeParse(identifier).error?.issues[0];
    expect(issue).toMatchObject({ code: 'custom', params: { code: 'identifier.malformed', rule } });
  });

  it('takes exactly one criterion', () => {
    expect(WalletIdentifier.safeParse({ kind: 'phone', phone: '37066612345', email: 'ona@example.com' }).success).toBe(
      false,
    );
  });
});

describe('a Lithuanian person’s code', () => {
  // Made up: no one is born on day 00 of month 00.
  it.each(['40000000004', '30000000003', '60000000170'])('with the check digit of %s is taken', (code) => {
    expect(readIdentifier('person-code', `lt:${code}`)).toMatchObject({ ok: true });
  });
});
