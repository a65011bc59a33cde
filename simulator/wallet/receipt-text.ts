import type { Locale } from '../../shared/domain/locale.ts';

const openings: Record<Locale, string> = {
  en: 'Your balance:',
  lt: 'Jūsų likutis:',
  ru: 'Ваш баланс:',
};

/**
 * Text of a balance receipt: one line, or lines of at most `width` characters separated by CR LF.
 * Source: seed 001, "Getting balance receipt for a wallet".
 */
export function balanceReceipt(amounts: readonly string[], locale: Locale, width: number | null): string {
  const line = `${openings[locale]} ${amounts.join(', ')}`;
  return width === null ? line : wrap(line, width).join('\r\n');
}

/** Breaks a line between words; a word is broken only where it is longer than a whole line. Counts code points. */
export function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current: string[] = [];
  for (const word of line.split(' ')) {
    let rest = [...word];
    if (current.length > 0 && current.length + 1 + rest.length <= width) {
      current.push(' ', ...rest);
      continue;
    }
    if (current.length > 0) lines.push(current.join(''));
    while (rest.length > width) {
      lines.push(rest.slice(0, width).join(''));
      rest = rest.slice(width);
    }
    current = rest;
  }
  if (current.length > 0) lines.push(current.join(''));
  return lines;
}
