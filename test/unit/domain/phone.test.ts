import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Phone } from '../../../shared/domain/identifier.ts';
import { readPhone } from '../../../shared/domain/phone.ts';

describe('a phone', () => {
  it.each([
    ['37066612345', '37066612345'],
    ['+37066612345', '37066612345'],
    ['0037066612345', '37066612345'],
    ['+370 (666) 12-345', '37066612345'],
    ['(+370) 666 12345', '37066612345'],
    ['00 370 666 12345', '37066612345'],
    ['8 666 12345', '37066612345'],
    ['8-666-12345', '37066612345'],
    ['(8 666) 12345', '37066612345'],
    ['8 (666) 12345', '37066612345'],
    ['+1 202 555 0100', '12025550100'],
    ['+44 20 7946 0000', '442079460000'],
    // Of China indeed: two digits of country, two or more of area, eight of subscriber.
    ['861012345678', '861012345678'],
    ['+86 138 0000 0000', '8613800000000'],
  ])('written %j is %s', (text, phone) => {
    expect(readPhone(text)).toEqual({ ok: true, value: phone });
  });

  it.each([
    ['866612345', 'phone.86-is-china'],
    ['+866612345', 'phone.86-is-china'],
    ['86 66 12345', 'phone.86-is-china'],
    ['8 5 200 0000', 'phone.local'],
    ['8 666 1234', 'phone.local'],
    ['066612345', 'phone.local'],
    ['+0037066612345', 'phone.local'],
    ['2101234567', 'phone.country-code'],
    ['99912345678', 'phone.country-code'],
    ['49123', 'phone.length'],
    ['4912345678901234', 'phone.length'],
    ['3706661234', 'phone.length-in-country'],
    ['370666123456', 'phone.length-in-country'],
    ['+370 666 I2345', 'phone.signs'],
    ['37066612345 ext. 1', 'phone.signs'],
    ['', 'phone.signs'],
    ['+', 'phone.signs'],
  ])('written %j is refused by the rule %s', (text, rule) => {
    const result = readPhone(text);
    expect(result).toMatchObject({ ok: false, error: { code: 'identifier.malformed', details: { rule } } });
  });

  it('names China where the local form would reach it', () => {
    expect(readPhone('866612345')).toMatchObject({ error: { details: { allowed: expect.stringContaining('China') } } });
  });

  it('once read is read again as itself, and passes the gate', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+ 0-9()-]{0,20}$/), (text) => {
        const once = readPhone(text);
        if (once.ok) {
          expect(readPhone(once.value)).toEqual(once);
          expect(Phone.safeParse(once.value).success).toBe(true);
        }
      }),
    );
  });
});
