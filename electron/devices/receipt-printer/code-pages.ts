/** Code pages of receipt printers: one byte a letter, the lower half ASCII. */

/** The letters of bytes 80h to FFh; U+FFFD where a page has none. Tables and not ICU: a page must not depend on the runtime's build. */
const upperHalves = {
  /** The page of a printer that has none of the others: only what all pages share. */
  ascii: '',
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
  ascii: tableOf(upperHalves.ascii),
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

/** Which pages of a printer hold a letter, and as what. */
interface Holding {
  /** One bit a page, the first page the lowest. */
  readonly mask: number;
  /** By the page's place; 0 where it has no such letter. */
  readonly bytes: readonly number[];
}

/** The pages of one printer, looked up letter by letter. */
export interface PageSet {
  readonly pages: readonly CodePageName[];
  /** Undefined for a letter that no page has. */
  holdingOf(letter: string): Holding | undefined;
}

/** Makes ready to choose among pages, which are in order of preference. */
export function createPageSet(pages: readonly CodePageName[]): PageSet {
  const holdings = new Map<string, Holding>();
  for (const letter of new Set(pages.flatMap((page) => [...tables[page].keys()]))) {
    const bytes = pages.map((page) => byteOf(page, letter) ?? 0);
    holdings.set(letter, { mask: bytes.reduce((mask, byte, at) => (byte === 0 ? mask : mask | (1 << at)), 0), bytes });
  }
  return { pages, holdingOf: (letter) => holdings.get(letter) };
}

/**
 * Chooses pages for a text with the fewest switches: from each place the page that reaches farthest.
 * No other choice can need fewer, because a page that reaches less far has to be left earlier.
 * Among equals the earlier in `pages` wins.
 */
export function pageText(text: string, set: PageSet): PagedText {
  const foreign = new Set<string>();
  const runs: PageRun[] = [];
  let held: Holding[] = [];
  let common = 0;
  const endRun = (): void => {
    const at = 31 - Math.clz32(common & -common);
    if (held.length > 0)
      runs.push({ page: set.pages[at] as CodePageName, bytes: held.map(({ bytes }) => bytes[at] ?? 0) });
    held = [];
  };
  for (const letter of text) {
    const holding = set.holdingOf(letter);
    if (holding === undefined) {
      foreign.add(letter);
      continue;
    }
    if (held.length === 0 || (common & holding.mask) === 0) {
      endRun();
      common = holding.mask;
    } else {
      common &= holding.mask;
    }
    held.push(holding);
  }
  endRun();
  return foreign.size > 0 ? { kind: 'unprintable', letters: Array.from(foreign).join('') } : { kind: 'paged', runs };
}
