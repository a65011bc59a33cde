import { expect, test } from 'vitest';
import { createProgress } from '../../../build/proof-progress.ts';

test('a long run says how far it is every so often, and what is left at its pace', () => {
  const lines: string[] = [];
  let now = 0;
  const tell = createProgress('marks', { write: (line) => lines.push(line.trim()), now: () => now, everyMs: 10_000 });
  tell(0, 100);
  now = 9_999;
  tell(5, 100);
  now = 20_000;
  tell(10, 100);
  now = 21_000;
  tell(11, 100);
  now = 40_000;
  tell(80, 100);
  expect(lines).toEqual(['marks: 10 of 100 in 20 s, about 3 min to go', 'marks: 80 of 100 in 40 s, about 10 s to go']);
});
