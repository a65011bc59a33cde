import { readdirSync } from 'node:fs';
import path from 'node:path';
import { enPlurals } from '../renderer/ui/i18n/en.ts';
import type { Language } from '../renderer/ui/i18n/texts.ts';
import { projectDir } from './paths.ts';

type Tree = { readonly [key: string]: string | readonly string[] | Tree };

/** What is compared of a language; a test takes something out of it. */
export type LanguageTexts = { readonly [part in 'screens' | 'plurals' | 'errors']: object };

/** The ends of a tree of texts: `waiting/title` and what it says. */
function leavesOf(tree: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree as Tree).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}/${key}`;
    return typeof value === 'string' ? [[here, value] as const] : leavesOf(value as Tree, here);
  });
}

const blanksOf = (text: string): string =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ');

/** What a language lacks or has too much of beside English; each problem is a sentence for whoever translates. */
export function textProblems(locale: string, own: LanguageTexts, english: LanguageTexts): readonly string[] {
  const [ownScreens, englishScreens] = [new Map(leavesOf(own.screens)), new Map(leavesOf(english.screens))];
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const ownPlurals = new Set(leavesOf(own.plurals).map(([key]) => key));
  const neededPlurals = Object.keys(enPlurals).flatMap((word) => categories.map((category) => `${word}/${category}`));
  return [
    ...[...englishScreens.keys()].filter((key) => !ownScreens.has(key)).map((key) => `${locale} has no ${key}`),
    ...[...ownScreens.keys()].filter((key) => !englishScreens.has(key)).map((key) => `${locale} has ${key} too much`),
    ...[...englishScreens]
      .filter(([key, text]) => ownScreens.has(key) && blanksOf(ownScreens.get(key) ?? '') !== blanksOf(text))
      .map(([key, text]) => `${locale} does not fill in the same as English in ${key}: ${blanksOf(text)}`),
    // English says nothing where nothing is to be said: no next step behind what is well.
    ...[...ownScreens]
      .filter(([key, text]) => text.trim() === '' && englishScreens.get(key) !== '')
      .map(([key]) => `${locale} says nothing in ${key}`),
    ...[...leavesOf(own.plurals), ...leavesOf(own.errors)]
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => `${locale} says nothing in ${key}`),
    ...neededPlurals.filter((key) => !ownPlurals.has(key)).map((key) => `${locale} has no plurals/${key}`),
    ...Object.keys(english.errors)
      .filter((code) => !(code in own.errors))
      .map((code) => `${locale} has no errors/${code}`),
  ];
}

const languagesDir = path.join(projectDir, 'renderer', 'ui', 'i18n', 'languages');

/** Every language of the screens by its code, as the page's own build finds them. */
export async function readLanguages(): Promise<ReadonlyMap<string, Language>> {
  const names = readdirSync(languagesDir).filter((name) => name.endsWith('.ts'));
  const read = names.map(async (name) => {
    const { language } = (await import(path.join(languagesDir, name))) as { readonly language: Language };
    return [path.basename(name, '.ts'), language] as const;
  });
  return new Map(await Promise.all(read));
}

/** Fails the build where a language says less than English. Throws with every problem in a line of its own. */
export async function requireCompleteTexts(): Promise<void> {
  const languages = await readLanguages();
  const english = languages.get('en');
  if (english === undefined) {
    throw new Error('There is no English, which gives the shape of all languages');
  }
  const problems = [...languages].flatMap(([locale, own]) => textProblems(locale, own, english));
  if (problems.length > 0) {
    throw new Error(`The texts are not complete:\n${problems.join('\n')}`);
  }
}
