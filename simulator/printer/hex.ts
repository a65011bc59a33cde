/** Bytes as a trace shows them. */
export function hexOf(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString('hex');
}
