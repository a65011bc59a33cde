import { describe, expect, it } from 'vitest';
import { maskAccount, maskEmail, maskName, maskNumber, maskPhone } from '../../../shared/domain/mask.ts';

describe('a masked number', () => {
  it.each([
    ['5487963154', '•••• 3154'],
    ['  5487963154 ', '•••• 3154'],
    ['12345678', '•••• 5678'],
    ['1234567', '••••'],
    ['1', '••••'],
    ['', ''],
  ])('of %j is %j', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });

  it('has the same count of dots whatever its length, so that the length is not told', () => {
    expect(maskNumber('9'.repeat(32))).toHaveLength(maskNumber('9'.repeat(10)).length);
  });

  it('of a phone shows its end only', () => {
    expect(maskPhone('37066612345')).toBe('•••• 2345');
  });
});

describe('a masked name', () => {
  it.each([
    ['Jonas Kazlauskas', 'J••• K•••'],
    ['Žydrūnė  Šimkutė', 'Ž••• Š•••'],
    ['Иван Соколов', 'И••• С•••'],
    ['Ona Petraitė-Jonaitienė', 'O••• P•••'],
    ['UAB „Raudoni batai“', 'UAB „R••• b•••“'],
    ['ООО «Ромашка»', 'ООО «Р•••»'],
    ['Émile', 'É•••'],
    ['e\u0301mile', 'é•••'],
    ['👩‍👩‍👧 Pavyzdys', '👩‍👩‍👧••• P•••'],
    ['„“', ''],
    ['   ', ''],
  ])('of %j is %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('a masked account', () => {
  it.each([
    ['EVP0010001000101', 'EVP ••• 0101'],
    ['LT12 3456 7890 1234 2111', 'LT ••• 2111'],
    ['0010001000644', '••• 0644'],
    ['EVP123', 'EVP •••'],
    ['', ''],
  ])('of %j is %j', (account, masked) => {
    expect(maskAccount(account)).toBe(masked);
  });
});

describe('a masked e-mail address', () => {
  it.each([
    ['jonas@pavyzdys.lt', 'j•••@p•••.lt'],
    ['ona.petraite@mail.example.com', 'o•••@m•••.com'],
    ['ąžuolas@paštas.lt', 'ą•••@p•••.lt'],
    ['a@b', 'a•••@b•••'],
    ['a@.lt', 'a•••@.•••'],
    [`x@example.${'y'.repeat(60)}`, 'x•••@e•••'],
    ['nobody', '••••'],
    ['', ''],
  ])('of %j is %j', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});
