// Comma separated values (RFC 4180): CR LF behind each line.

export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front: details are written by strangers.
 * Decimal strings, negative ones too, and numbers stay as they are.
 */
function cellOf(value: unknown): string {
  if (value === undefined) {
    return '';
  }
  const text = String(value);
  const isFormula = /^[=+@\t\r-]/.test(text) && !/^-?[0-9.]+$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
