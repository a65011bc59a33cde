import { z } from 'zod';
import { WalletId } from './ids.ts';

/** Issuers that the API names (seed 001, "Relating card to a wallet"). */
export const CardIssuer = z.enum(['vilniecio', 'paysera']);
export type CardIssuer = z.infer<typeof CardIssuer>;

/** Number on a card's face, as text: leading zeros count (seed 001, "Card relation request"). */
export const CardNumber = z.string().regex(/^[0-9]{4,32}$/);

/** Phone with country code, digits only: no `+`, no `00` (seed 001, "Requesting wallet by other information"). */
export const Phone = z
  .string()
  .regex(/^[1-9][0-9]{6,14}$/)
  // A Lithuanian number typed the local way (86…) would be read as one of China's (country code 86).
  .refine((digits) => !/^86[0-9]{7}$/.test(digits), { message: 'local Lithuanian form: write 370 instead of the 8' });

export const Email = z
  .string()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);

/** Text of the special barcode that identifies a wallet; printable ASCII. */
export const Barcode = z.string().regex(/^[\x21-\x7e]{4,64}$/);

/** What a customer is found by: exactly one criterion (seed 001, "Only one of parameters can be passed"). */
export const WalletIdentifier = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wallet'), walletId: WalletId }),
  z.strictObject({ kind: z.literal('card'), issuer: CardIssuer, number: CardNumber }),
  z.strictObject({ kind: z.literal('barcode'), barcode: Barcode }),
  z.strictObject({ kind: z.literal('phone'), phone: Phone }),
  z.strictObject({ kind: z.literal('email'), email: Email }),
]);
export type WalletIdentifier = z.infer<typeof WalletIdentifier>;
export type IdentifierKind = WalletIdentifier['kind'];
