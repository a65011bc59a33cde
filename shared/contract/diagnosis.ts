import { z } from 'zod';
import { CheckResult } from '../domain/station-findings.ts';
import { Theme } from '../domain/theme.ts';
import type { Contract } from './contract.ts';

// The station looked at as a whole, and where the page was when its process died. Neither can hold a customer: checks are
// codes and counts, and a screen is a word of a list.

/** Pages of the desk that are nobody's: what belongs to a customer is not among them. */
export const screens = ['desk', 'devices', 'doctor', 'setup'] as const;

export const KeptScreen = z.strictObject({
  page: z.enum(screens),
  /** By the name of its file. */
  locale: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,8})?$/),
  theme: Theme,
  muted: z.boolean(),
});
export type KeptScreen = z.infer<typeof KeptScreen>;

export const diagnosisCalls = {
  /** Checks everything there is. Some seconds: API, printer and journal are asked. */
  'diagnosis/examine': {
    input: z.strictObject({}),
    output: z.strictObject({ checks: z.array(CheckResult), at: z.number() }),
    errors: [],
  },
  /** Saves a diagnosis for support in the station's folder, after it was looked through; answers where. */
  'diagnosis/save-bundle': {
    input: z.strictObject({}),
    output: z.strictObject({ file: z.string(), bytes: z.int(), parts: z.array(z.string()) }),
    errors: ['bundle.marked', 'bundle.not-written'],
  },
  /** Says where the page is, for the page that comes after it if it dies. */
  'station/keep-screen': { input: KeptScreen, output: z.strictObject({}), errors: [] },
  /** Null for a page that is the first one since the start. */
  'station/read-screen': {
    input: z.strictObject({}),
    output: z.strictObject({ screen: KeptScreen.nullable() }),
    errors: [],
  },
} as const satisfies Contract;
