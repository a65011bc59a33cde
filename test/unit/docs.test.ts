import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const projectDir = path.join(import.meta.dirname, '../..');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: projectDir })].sort();
const textOf = (page: string): string => readFileSync(path.join(projectDir, page), 'utf8');

/** What a heading is called in an address, as the usual hosts of Markdown do it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Links to other places of this project, each as the file and the heading that it leads to. */
function linksOf(page: string): readonly { readonly file: string; readonly anchor: string | undefined }[] {
  const prose = textOf(page).replace(/```.*?```/gs, '');
  return [...prose.matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, file = '', anchor]) => ({
    file: file === '' ? page : path.join(path.dirname(page), file),
    anchor,
  }));
}

describe('what is written about this project', () => {
  it.each(pages)('%s leads nowhere that does not exist', (page) => {
    const broken = linksOf(page).filter(
      ({ file, anchor }) =>
        !existsSync(path.join(projectDir, file)) || (anchor !== undefined && !anchorsIn(file).includes(anchor)),
    );
    expect(broken).toEqual([]);
  });
});

describe('decisions', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/decisions/'));

  it.each(decisions)('%s has its number and its title as the others do', (page) => {
    const [, number, words = ''] = /(\d{4})-([a-z0-9-]+)\.md$/.exec(page) ?? [];
    expect(words).not.toBe('');
    expect(textOf(page)).toMatch(new RegExp(`^# ${Number(number)}\\. \\S.*\\n\\n\\*\\*Decided\\.\\*\\* `));
  });

  it('have one number each, from the first on', () => {
    const numbers = decisions.map((page) => Number(path.basename(page).slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
