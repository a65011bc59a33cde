import { enPlurals } from '../renderer/ui/i18n/en.ts';
import { resources } from '../renderer/ui/i18n/i18n.ts';

type Tree = { readonly [key: string]: string | readonly string[] | Tree };

/** All that one language says, as the screens look it up. */
export type LanguageTexts = { readonly translation: object };

/** The ends of a tree of texts: `waiting/title` and what it says. */
function leavesOf(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}/${key}`;
    return typeof value === 'string' ? [[here, value] as const] : leavesOf(value as Tree, here);
  });
}

const blanksOf = (text: string): string =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ');

function screensOf({ translation }: LanguageTexts): ReadonlyMap<string, string> {
  const { plurals: _plurals, errors: _errors, ...screens } = translation as Tree;
  return new Map(leavesOf(screens as Tree));
}

/** What a language lacks or has too much of beside English; each problem is a sentence for whoever translates. */
export function textProblems(locale: string, own: LanguageTexts, english: LanguageTexts): readonly string[] {
  const [ownScreens, englishScreens] = [screensOf(own), screensOf(english)];
  const { plurals, errors } = own.translation as { readonly plurals: Tree; readonly errors: Tree };
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const neededPlurals = Object.keys(enPlurals).flatMap((word) => categories.map((category) => `${word}_${category}`));
  const neededErrors = Object.keys((english.translation as { readonly errors: object }).errors);
  return [
    ...[...englishScreens.keys()].filter((key) => !ownScreens.has(key)).map((key) => `${locale} has no ${key}`),
    ...[...ownScreens.keys()].filter((key) => !englishScreens.has(key)).map((key) => `${locale} has ${key} too much`),
    ...[...englishScreens]
      .filter(([key, text]) => ownScreens.has(key) && blanksOf(ownScreens.get(key) ?? '') !== blanksOf(text))
      .map(([key, text]) => `${locale} does not fill in the same as English in ${key}: ${blanksOf(text)}`),
    ...leavesOf(own.translation as Tree)
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => `${locale} says nothing in ${key}`),
    ...neededPlurals.filter((key) => !(key in plurals)).map((key) => `${locale} has no plurals/${key}`),
    ...neededErrors.filter((code) => !(code in errors)).map((code) => `${locale} has no errors/${code}`),
  ];
}

/** Fails the build where a language says less than English. Throws with every problem in a line of its own. */
export function requireCompleteTexts(languages: Readonly<Record<string, LanguageTexts>> = resources): void {
  const problems = Object.entries(languages).flatMap(([locale, own]) => textProblems(locale, own, resources.en));
  if (problems.length > 0) {
    throw new Error(`The texts are not complete:\n${problems.join('\n')}`);
  }
}
