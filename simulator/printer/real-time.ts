/** Commands that a printer acts on the moment they arrive, whatever waits in its buffer and whatever state it is in. */
export type RealTimeCommand = { readonly kind: 'status'; readonly n: number } | { readonly kind: 'clear' };

const clearCommand = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08];

/** Watches a stream, byte by byte, for real-time commands; they may be cut anywhere between two packets. */
export function createRealTimeWatch(): (byte: number) => RealTimeCommand | null {
  let recent: number[] = [];
  return (byte) => {
    recent = [...recent, byte].slice(-clearCommand.length);
    if (recent.length === clearCommand.length && clearCommand.every((wanted, at) => recent[at] === wanted)) {
      recent = [];
      return { kind: 'clear' };
    }
    if (recent.at(-3) === 0x10 && recent.at(-2) === 0x04 && byte >= 1 && byte <= 4) return { kind: 'status', n: byte };
    return null;
  };
}
