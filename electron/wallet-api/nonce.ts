import { randomBytes } from 'node:crypto';

/** 32 characters that never come twice; base64url has none that a quoted header value would have to escape. */
export function randomNonce(): string {
  return randomBytes(24).toString('base64url');
}
