import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lettersOn, textSizes } from '../../../../renderer/stores/kiosk-letters.ts';
import { watchPresence } from '../../../../renderer/stores/kiosk-presence.ts';
import { OneTimer, openKioskScene } from './fake-kiosk.ts';
import { readyStatus } from './fake-till.ts';

const tokens = readFileSync(
  path.join(import.meta.dirname, '..', '..', '..', '..', 'renderer', 'ui', 'styles', 'tokens.css'),
  'utf8',
);

/** The capital height of running text that the tokens give a size, in millimetres. */
function capInTokens(size: number): number {
  const place = size === 1 ? '\\[data-face="kiosk"\\] \\{' : `\\[data-size="${size}"\\] \\{`;
  return Number(new RegExp(`${place}[^}]*--cap-body: ([\\d.]+);`).exec(tokens)?.[1]);
}

/** How high a capital of running text really is: pixels of the drawing, over those that are a millimetre there. */
const realMm = (size: number, heightMm: number) =>
  (capInTokens(size) * lettersOn(heightMm).pixelsPerMm) / (1_920 / heightMm);

describe('letters of the kiosk', () => {
  it('start at 4.9 mm in four sizes on the display that they are drawn for', () => {
    const { sizes, usual, pixelsPerMm } = lettersOn(null);
    expect(usual).toBe(1);
    expect(sizes.map(({ mm }) => mm)).toEqual([4.9, 5.9, 7.1, 9]);
    expect(tokens).toContain(`--mm: ${pixelsPerMm}px;`);
  });

  it.each([476, 530, 598, 708, 1_200])('have four sizes of the very same height on a display of %i mm', (heightMm) => {
    const { sizes } = lettersOn(heightMm);
    expect(sizes.map(({ mm }) => mm)).toEqual([4.9, 5.9, 7.1, 9]);
    for (const { size, mm } of sizes) {
      expect(realMm(size, heightMm)).toBeCloseTo(mm, 1);
    }
  });

  it.each([260, 300, 345, 420])(
    'are never smaller than 4.9 mm on a display of %i mm, and called what they are',
    (heightMm) => {
      const { sizes, usual } = lettersOn(heightMm);
      expect(sizes.length).toBeGreaterThan(0);
      expect(usual).toBe(sizes[0]?.size);
      for (const { size, mm } of sizes) {
        expect(mm).toBeGreaterThanOrEqual(4.9);
        expect(realMm(size, heightMm)).toBeCloseTo(mm, 1);
      }
      // What is not offered would be smaller.
      for (const size of textSizes.filter((step) => sizes.every((offered) => offered.size !== step))) {
        expect(realMm(size, heightMm)).toBeLessThan(4.9);
      }
    },
  );

  it('are the display’s usual ones for each customer, and that alone is nothing to take back', async () => {
    const { store, serve } = await openKioskScene(readyStatus, { heightMm: 345 });
    expect(store.getState().access.size).toBe(3);
    const timers = new OneTimer();
    const presence = watchPresence({ store, timers, now: () => 0 });
    presence.touch();
    expect(timers.due).toBeNull();
    serve('a');
    store.getState().chooseSize(4);
    store.getState().finish('done');
    store.getState().endGoodbye();
    expect(store.getState().access.size).toBe(3);
    presence.stop();
  });
});
