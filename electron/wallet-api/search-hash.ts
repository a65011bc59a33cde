import { createHash } from 'node:crypto';

/** Hash by which an e-mail can be searched without being told; lower-cased first (seed 001, "Search wallets"). */
export function emailHash(email: string): string {
  return sha1(email.toLowerCase());
}

/** Hash by which a phone can be searched without being told; digits only, country code first, as it was validated. */
export function phoneHash(phone: string): string {
  return sha1(phone);
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
