import { expect, test } from 'vitest';
import { countScan, restLeftMs, wideAwake } from '../../../shared/domain/reader-rest.ts';

const afterUnknown = (count: number, at: number) =>
  Array.from({ length: count }).reduce<typeof wideAwake>((rest) => countScan(rest, 'unknown', at), wideAwake);

test('four unknown cards in a row leave the reader awake, the fifth lets it rest for a minute', () => {
  expect(restLeftMs(afterUnknown(4, 1_000), 1_000)).toBe(0);
  const rest = afterUnknown(5, 1_000);
  expect(restLeftMs(rest, 1_000)).toBe(60_000);
  expect(restLeftMs(rest, 60_999)).toBe(1);
  expect(restLeftMs(rest, 61_000)).toBe(0);
});

test('a known card in between begins the count anew', () => {
  const known = countScan(afterUnknown(4, 0), 'known', 0);
  expect(known).toEqual(wideAwake);
  expect(restLeftMs(countScan(known, 'unknown', 0), 0)).toBe(0);
});

test('after a rest it takes five more', () => {
  const rested = afterUnknown(5, 0);
  const later = [1, 2, 3, 4].reduce((rest) => countScan(rest, 'unknown', 70_000), rested);
  expect(restLeftMs(later, 70_000)).toBe(0);
  expect(restLeftMs(countScan(later, 'unknown', 70_000), 70_000)).toBe(60_000);
});

test('a clock that was set back does not make a minute into an hour', () => {
  expect(restLeftMs(afterUnknown(5, 3_600_000), 0)).toBe(60_000);
});
