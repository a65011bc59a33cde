export interface Listed {
  readonly isOneOfMany?: true | undefined;
  readonly name: string;
  readonly sizes: readonly string[];
  readonly themes: readonly string[];
}

export interface Combination {
  readonly name: string;
  readonly locale: string;
  readonly theme: string;
  readonly size: string;
}

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/**
 * Few combinations in which every screen meets every language, theme and size, and over all screens every language
 * meets every theme and size.
 */
export function pairwise(list: readonly Listed[], locales: readonly string[]): readonly Combination[] {
  return list.flatMap(({ name, sizes, themes }, row) => {
    const rounds = Math.max(locales.length, sizes.length, themes.length);
    return Array.from({ length: rounds }, (_, round) => ({
      name,
      locale: pick(locales, round),
      theme: pick(themes, round + row),
      size: pick(sizes, round + Math.floor(row / themes.length)),
    }));
  });
}

export function everyCombination(list: readonly Listed[], locales: readonly string[]): readonly Combination[] {
  return list.flatMap(({ name, sizes, themes }) =>
    locales.flatMap((locale) =>
      themes.flatMap((theme) => sizes.map((size): Combination => ({ name, locale, theme, size }))),
    ),
  );
}
