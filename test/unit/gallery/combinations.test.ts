import { describe, expect, test } from 'vitest';
import { everyCombination, pairwise } from '../../gallery/combinations.ts';

const locales = ['en', 'lt', 'ru'];
const themes = ['light', 'dark', 'contrast'];
const list = Array.from({ length: 9 }, (_, index) => ({
  name: `screen-${index}`,
  sizes: index % 2 === 0 ? ['small', 'usual', 'large'] : ['tall'],
  themes,
}));

describe('combinations of screen, language, theme and size', () => {
  test('show every screen in every language, theme and size of its own', () => {
    const seen = pairwise(list, locales);
    for (const { name, sizes } of list) {
      const own = seen.filter((combination) => combination.name === name);
      expect(new Set(own.map(({ locale }) => locale))).toEqual(new Set(locales));
      expect(new Set(own.map(({ theme }) => theme))).toEqual(new Set(themes));
      expect(new Set(own.map(({ size }) => size))).toEqual(new Set(sizes));
    }
  });

  test('bring every language together with every theme, and every theme with every size', () => {
    const seen = pairwise(list, locales);
    expect(new Set(seen.map(({ locale, theme }) => `${locale} ${theme}`)).size).toBe(9);
    expect(new Set(seen.map(({ theme, size }) => `${theme} ${size}`)).size).toBe(12);
  });

  test('are all of them where all are wanted, each once', () => {
    const all = everyCombination(list, locales).map((combination) => Object.values(combination).join(' '));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(5 * 3 * 3 * 3 + 4 * 3 * 3);
  });
});
