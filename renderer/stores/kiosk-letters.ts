export const textSizes = [1, 2, 3, 4] as const;
export type TextSize = (typeof textSizes)[number];

/** Capital heights in millimetres, as the tokens have them. */
const drawnMm: Readonly<Record<TextSize, number>> = { 1: 4.9, 2: 5.9, 3: 7.1, 4: 9 };
const leastMm = drawnMm[1];

/** What the kiosk is drawn for: 1080 × 1920 on 21.5 inches, upright. */
const drawn = { heightPixels: 1_920, pixelsPerMm: 4.032 } as const;

export interface Letters {
  /** What the drawing takes for a millimetre of a letter. */
  readonly pixelsPerMm: number;
  /** The sizes that there is room for, from the smallest, each with its capital height. */
  readonly sizes: readonly { readonly size: TextSize; readonly mm: number }[];
  readonly usual: TextSize;
}

const tenth = (mm: number): number => Math.round(mm * 10) / 10;

/**
 * How large letters are where the kiosk's picture is so many millimetres high. On a display as high as the drawing's own
 * or higher each size is what it is called. On a lower one there is no room for that: letters fill what they are drawn
 * for, the sizes that would be under 4.9 mm are not offered, and the others are called what they come to.
 */
export function lettersOn(heightMm: number | null): Letters {
  const pixelsPerMm = heightMm === null ? drawn.pixelsPerMm : drawn.heightPixels / heightMm;
  const shrink = Math.max(1, pixelsPerMm / drawn.pixelsPerMm);
  const all = textSizes.map((size) => ({ size, mm: tenth(drawnMm[size] / shrink) }));
  const large = all.filter(({ mm }) => mm >= leastMm);
  const sizes = large.length > 0 ? large : all.slice(-1);
  return { pixelsPerMm: pixelsPerMm / shrink, sizes, usual: sizes[0]?.size ?? 1 };
}
