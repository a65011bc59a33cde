import { describe, expect, it } from 'vitest';
import { spokenSentence } from '../../../../renderer/kiosk/spoken-money.ts';

const space = '\u00a0';

describe('what a voice reads of an amount', () => {
  it.each([
    ['en', `At disposal: 1,482.05${space}EUR.`, 'At disposal: 1482.05 euros.'],
    ['lt', `Disponuojama 1${space}482,05${space}EUR.`, 'Disponuojama 1482,05 euro.'],
    ['ru', `Доступно 1${space}482,05${space}EUR.`, 'Доступно 1482,05 евро.'],
    ['ru', `Доступно 15${space}400${space}JPY, ещё 2${space}JPY.`, 'Доступно 15400 японских иен, ещё 2 японские иены.'],
    ['lt', `1${space}234${space}567,10${space}EUR`, '1234567,10 euro'],
    ['en', `12.5${space}EUR`, '12.5 euros'],
  ])('has no groups and the currency’s name in %s: %s', (locale, written, spoken) => {
    expect(spokenSentence(written, locale)).toBe(spoken);
  });

  it('keeps every digit of an amount that no number could hold', () => {
    expect(spokenSentence(`9${space}007${space}199${space}254${space}740${space}993,17${space}EUR`, 'ru')).toBe(
      '9007199254740993,17 евро',
    );
  });

  it('leaves alone what is no amount, and currencies that nobody knows by their codes', () => {
    expect(spokenSentence('+370 5 000 0000, page 2 of 3', 'en')).toBe('+370 5 000 0000, page 2 of 3');
    expect(spokenSentence(`5${space}XQQ`, 'en')).toBe('5 XQQ');
  });
});
