import { expect, test } from 'vitest';
import { richStatements, streamStatements } from './streamed-statements.ts';

// The page at hand and the one that the iterator has not let go of yet.
const pagesAtHand = 2;

test('ten thousand statements stream through, each once, with no more than the page at hand in memory', async () => {
  expect(await streamStatements()).toEqual({
    rows: richStatements,
    distinctIds: richStatements,
    pages: 50,
    mostPagesKept: expect.toSatisfy((kept: number) => kept <= pagesAtHand),
  });
});

test('pages that somebody keeps would be noticed', async () => {
  expect((await streamStatements({ keepPages: true })).mostPagesKept).toBeGreaterThan(40);
});
