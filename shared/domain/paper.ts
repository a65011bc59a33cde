import { z } from 'zod';

/** One run of characters of one style, as the simulated printer understood the bytes it received. */
export const PaperRun = z.strictObject({
  text: z.string(),
  bold: z.boolean(),
  inverse: z.boolean(),
  underline: z.boolean(),
  /** 1 to 8 times the normal cell. */
  width: z.int(),
  height: z.int(),
});
export type PaperRun = z.infer<typeof PaperRun>;

export const PaperLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), align: z.enum(['left', 'center', 'right']), runs: z.array(PaperRun) }),
  /** A raster image, one bit a dot, most significant bit first; `bits` in base64. */
  z.strictObject({ kind: z.literal('raster'), widthDots: z.int(), heightDots: z.int(), bits: z.string() }),
  z.strictObject({ kind: z.literal('cut'), partial: z.boolean() }),
]);
export type PaperLine = z.infer<typeof PaperLine>;

/** The paper hanging out of the simulated printer. */
export const Paper = z.strictObject({ columns: z.int(), lines: z.array(PaperLine) });
export type Paper = z.infer<typeof Paper>;
