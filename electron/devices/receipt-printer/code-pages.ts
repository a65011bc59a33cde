/** Code pages of receipt printers: one byte a letter, the lower half ASCII. */

/** The letters of bytes 80h to FFh; U+FFFD where a page has none. Tables and not ICU: a page must not depend on the runtime's build. */
const upperHalves = {
  wpc1257:
    '€\ufffd‚\ufffd„…†‡\ufffd‰\ufffd‹\ufffd¨ˇ¸' +
    '\ufffd‘’“”•–—\ufffd™\ufffd›\ufffd¯˛\ufffd' +
    '\u00a0\ufffd¢£¤\ufffd¦§Ø©Ŗ«¬\u00ad®Æ' +
    '°±²³´µ¶·ø¹ŗ»¼½¾æ' +
    'ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻ' +
    'ŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß' +
    'ąįāćäåęēčéźėģķīļ' +
    'šńņóōõö÷ųłśūüżž˙',
  wpc1251:
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ' +
    'ђ‘’“”•–—\ufffd™љ›њќћџ' +
    '\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї' +
    '°±Ііґµ¶·ё№є»јЅѕї' +
    'АБВГДЕЖЗИЙКЛМНОП' +
    'РСТУФХЦЧШЩЪЫЬЭЮЯ' +
    'абвгдежзийклмноп' +
    'рстуфхцчшщъыьэюя',
  pc775:
    'ĆüéāäģåćłēŖŗīŹÄÅ' +
    'ÉæÆōöĢ¢ŚśÖÜø£Ø×¤' +
    'ĀĪóŻżź”¦©®¬½¼Ł«»' +
    '░▒▓│┤ĄČĘĖ╣║╗╝ĮŠ┐' +
    '└┴┬├─┼ŲŪ╚╔╩╦╠═╬Ž' +
    'ąčęėįšųūž┘┌█▄▌▐▀' +
    'ÓßŌŃõÕµńĶķĻļņĒŅ’' +
    '\u00ad±“¾¶§÷„°∙·¹³²■\u00a0',
  pc866:
    'АБВГДЕЖЗИЙКЛМНОП' +
    'РСТУФХЦЧШЩЪЫЬЭЮЯ' +
    'абвгдежзийклмноп' +
    '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧' +
    '╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
    'рстуфхцчшщъыьэюя' +
    'ЁёЄєЇїЎў°∙·√№¤■\u00a0',
} as const;

export type CodePageName = keyof typeof upperHalves;

export const codePageNames = Object.keys(upperHalves) as readonly CodePageName[];

function tableOf(upperHalf: string): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  // From 20h: a control byte is a command to the printer and can never be a letter.
  for (let byte = 0x20; byte < 0x7f; byte += 1) bytes.set(String.fromCharCode(byte), byte);
  Array.from(upperHalf).forEach((letter, index) => {
    if (letter !== '\ufffd') bytes.set(letter, 0x80 + index);
  });
  return bytes;
}

const tables: Readonly<Record<CodePageName, ReadonlyMap<string, number>>> = {
  wpc1257: tableOf(upperHalves.wpc1257),
  wpc1251: tableOf(upperHalves.wpc1251),
  pc775: tableOf(upperHalves.pc775),
  pc866: tableOf(upperHalves.pc866),
};

/** The byte of one letter in a page; undefined when the page has no such letter. Control characters have none. */
export function byteOf(page: CodePageName, letter: string): number | undefined {
  return tables[page].get(letter);
}

/** A stretch of letters that one page holds. */
export interface PageRun {
  readonly page: CodePageName;
  readonly bytes: readonly number[];
}

export type PagedText =
  | { readonly kind: 'paged'; readonly runs: readonly PageRun[] }
  /** Letters that no page has, each once, in the order of the text. */
  | { readonly kind: 'unprintable'; readonly letters: string };

/**
 * Chooses pages for a text with the fewest switches: from each place the page that reaches farthest.
 * No other choice can need fewer, because a page that reaches less far has to be left earlier.
 * Among equals the earlier in `pages` wins.
 */
export function pageText(text: string, pages: readonly CodePageName[]): PagedText {
  const letters = Array.from(text);
  const foreign = new Set(letters.filter((letter) => pages.every((page) => byteOf(page, letter) === undefined)));
  if (foreign.size > 0) return { kind: 'unprintable', letters: Array.from(foreign).join('') };

  const runs: PageRun[] = [];
  for (let from = 0; from < letters.length; ) {
    const run = longestRun(letters, from, pages);
    runs.push(run);
    from += run.bytes.length;
  }
  return { kind: 'paged', runs };
}

function longestRun(letters: readonly string[], from: number, pages: readonly CodePageName[]): PageRun {
  const candidates = pages.map((page) => ({ page, bytes: bytesWhileHeld(letters, from, page) }));
  return candidates.reduce((best, next) => (next.bytes.length > best.bytes.length ? next : best));
}

function bytesWhileHeld(letters: readonly string[], from: number, page: CodePageName): readonly number[] {
  const bytes: number[] = [];
  for (let at = from; at < letters.length; at += 1) {
    const byte = byteOf(page, letters[at] ?? '');
    if (byte === undefined) break;
    bytes.push(byte);
  }
  return bytes;
}
