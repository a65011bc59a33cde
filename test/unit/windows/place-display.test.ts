import { expect, test } from 'vitest';
import { placeDisplay } from '../../../electron/windows/place-display.ts';

const at = (id: number, x: number, y = 0) => ({ id, bounds: { x, y, width: 1920, height: 1080 } });
const desk = at(1, 0);
const right = at(2, 1920);
const left = at(3, -1920);
const below = at(4, 0, 1080);

test.each([
  ['beside the desk', [desk, right], right],
  ['the leftmost of several', [right, desk, left], left],
  ['the upper of two above each other, where that is not the desk', [below, desk], below],
] as const)('the customer’s display is %s', (_what, displays, place) => {
  expect(placeDisplay({ choice: 'on', mode: 'live', displays, deskDisplayId: 1 })).toEqual({
    kind: 'on-display',
    place,
  });
});

test('a number counts the displays from the left, whatever order the system names them in', () => {
  const question = { mode: 'live', displays: [right, desk, left], deskDisplayId: 1 } as const;
  expect(placeDisplay({ ...question, choice: 1 })).toMatchObject({ place: left });
  expect(placeDisplay({ ...question, choice: 3 })).toMatchObject({ place: right });
});

test.each([
  ['there is one display only', 'on', [desk]],
  ['the number is of none', 5, [desk, right]],
  ['the number is the desk’s own', 1, [desk, right]],
  ['there is no display at all', 'on', []],
] as const)('a live station opens none where %s, and training a plain window', (_why, choice, displays) => {
  const question = { choice, displays, deskDisplayId: 1 };
  expect(placeDisplay({ ...question, mode: 'live' })).toEqual({ kind: 'no-display' });
  expect(placeDisplay({ ...question, mode: 'training' })).toEqual({ kind: 'in-window' });
});
