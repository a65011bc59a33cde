import { z } from 'zod';

/** A wallet's number in the API. `me` (access tokens) comes with the tokens themselves. */
export const WalletId = z.number().int().positive().brand<'WalletId'>();
export type WalletId = z.infer<typeof WalletId>;

/** One scan, tap or typed look-up at this station; a later one makes an earlier one void. */
export const ScanId = z.string().min(1).max(64).brand<'ScanId'>();
export type ScanId = z.infer<typeof ScanId>;

/** One customer being served, from identification until done. */
export const SessionId = z.string().min(1).max(64).brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;
