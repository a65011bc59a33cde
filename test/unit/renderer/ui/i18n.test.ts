import { describe, expect, it } from 'vitest';
import { readLanguages } from '../../../../build/texts.ts';
import { screenLocales, startTexts, textsOf } from '../../../../renderer/ui/i18n/i18n.ts';
import { errorCodes } from '../../../../shared/errors/error-table.ts';

type Tree = { readonly [key: string]: string | readonly string[] | Tree };

function leaves(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}/${key}`;
    return typeof value === 'string' ? [[here, value] as const] : leaves(value as Tree, here);
  });
}

const languages = await readLanguages();
const languageOf = (locale: string) => {
  const language = languages.get(locale);
  if (language === undefined) throw new Error(`no language ${locale}`);
  return language;
};
const screenLeaves = (locale: string) => new Map(leaves(languageOf(locale).screens as unknown as Tree));

describe.each(screenLocales)('the texts in %s', (locale) => {
  it('say nothing empty and leave no space at an end', () => {
    for (const [key, text] of leaves({ ...languageOf(locale) } as unknown as Tree)) {
      expect(text.trim(), key).toBe(text);
      // Behind a finding that is well there is no next step.
      expect(text === '' && !key.startsWith('screens/doctor/next/'), key).toBe(false);
    }
  });

  it('have a title, a meaning and a next step for every error', async () => {
    const texts = textsOf((await startTexts(locale)).t, locale);
    for (const code of errorCodes) {
      const error = texts.error(code);
      expect(error.title.length, code).toBeGreaterThan(3);
      expect(error.what.length, code).toBeGreaterThan(10);
      expect(error.next.length, code).toBeGreaterThan(0);
    }
  });

  it('give every error a sentence of its own', () => {
    const titles = Object.values(languageOf(locale).errors).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('have every form of a word that the language’s numbers ask for', async () => {
    const texts = textsOf((await startTexts(locale)).t, locale);
    for (const count of [1, 2, 5, 10, 11, 21, 22, 32, 42, 48, 64]) {
      expect(texts.plural('symbolsPerLine', count)).toContain(`${count} `);
    }
  });
});

describe('numbers in words', () => {
  it('take the form that the language has for them', async () => {
    const lt = textsOf((await startTexts('lt')).t, 'lt');
    expect(lt.plural('symbolsPerLine', 42)).toBe('42 ženklai eilutėje');
    expect(lt.plural('symbolsPerLine', 40)).toBe('40 ženklų eilutėje');
    const ru = textsOf((await startTexts('ru')).t, 'ru');
    expect(ru.plural('symbolsPerLine', 42)).toBe('42 знака в строке');
    expect(ru.plural('symbolsPerLine', 21)).toBe('21 знак в строке');
  });

  it('write the time of day with 24 hours in every language', async () => {
    for (const locale of screenLocales) {
      const texts = textsOf((await startTexts(locale)).t, locale);
      expect(texts.time(new Date(2026, 10, 20, 0, 5, 9).getTime())).toBe('00:05:09');
    }
  });
});

describe('Lithuanian and Russian', () => {
  it('are written with their own letters', () => {
    const lt = [...screenLeaves('lt').values()].join('');
    for (const letter of 'ąčęėįšųūž') {
      expect(lt).toContain(letter);
    }
    // Latin signs stand in Russian texts for names of keys, marks and examples only.
    const ru = [...screenLeaves('ru').values()].join('');
    expect(ru.match(/[а-яё]/gi)?.length ?? 0).toBeGreaterThan(2_000);
  });
});
