import { describe, expect, test } from 'vitest';
import { pageWith } from '../../../build/proof-page.ts';

const claims = [
  { name: 'scan', claim: 'None is lost.', breaks: ['no-guard'] },
  { name: 'print', claim: 'None is printed twice.', breaks: [] },
];
const options = { claims, seed: 7 };
const report = { runs: 3, seen: { printed: 2, unknown: 1 }, violations: [] };
const rowsOf = (page: string) => page.split('\n').filter((line) => /^\| (?!proof|---)/.test(line));

describe('the page of proofs', () => {
  test('holds one line as soon as one is known', () => {
    const page = pageWith('', { name: 'print', breaking: null, commit: 'abc', report }, options);
    expect(rowsOf(page)).toEqual(['| print | abc | 3 | 0 | printed 2, unknown 1 |']);
    expect(page).toContain('- **scan**: None is lost.');
  });

  test('keeps the others with their own commits, in the order of the proofs', () => {
    const before = pageWith('', { name: 'print', breaking: null, commit: 'abc', report }, options);
    const broken = { runs: 1, seen: {}, violations: ['lost'] };
    const row = { name: 'scan', breaking: 'no-guard', commit: 'def', report: broken };
    expect(rowsOf(pageWith(before, row, options))).toEqual([
      '| scan, `PROOF_BREAK=no-guard` | def | 1 | 1 |  |',
      '| print | abc | 3 | 0 | printed 2, unknown 1 |',
    ]);
  });

  test('has a line in the place of the one before of the same', () => {
    const before = pageWith('', { name: 'print', breaking: null, commit: 'abc', report }, options);
    const again = pageWith(before, { name: 'print', breaking: null, commit: 'def', report }, options);
    expect(rowsOf(again)).toEqual(['| print | def | 3 | 0 | printed 2, unknown 1 |']);
  });

  test('forgets a proof that there is no more', () => {
    const before = pageWith('', { name: 'print', breaking: null, commit: 'abc', report }, options);
    const fewer = { claims: claims.slice(0, 1), seed: 7 };
    const row = { name: 'scan', breaking: null, commit: 'def', report };
    expect(rowsOf(pageWith(before, row, fewer))).toHaveLength(1);
  });
});
