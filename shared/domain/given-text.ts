import { z } from 'zod';

/** A secret or a certificate as somebody gave it: typed or pasted, the path of a file, or the file that was chosen in main. */
export const GivenText = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('typed'), text: z.string().max(65_536) }),
  z.strictObject({ from: z.literal('path'), path: z.string().min(1).max(4096) }),
  z.strictObject({ from: z.literal('chosen') }),
]);
export type GivenText = z.infer<typeof GivenText>;

/** What a file can be chosen for. */
export const givenTextNames = ['mac-key', 'certificate', 'certificate-key', 'authority'] as const;
export type GivenTextName = (typeof givenTextNames)[number];
