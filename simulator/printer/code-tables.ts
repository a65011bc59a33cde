/** What the simulated printer's page numbers mean. Its own tables on purpose: two that share a mistake agree. */

/** Letters of bytes 80h to FFh. */
type UpperHalf = readonly string[];

function fromDecoder(label: string): UpperHalf {
  const decoder = new TextDecoder(label);
  return Array.from({ length: 128 }, (_, index) => {
    const letter = decoder.decode(Uint8Array.of(0x80 + index));
    // The web's tables put control characters and U+FFFD where a page has no letter.
    return letter === '\ufffd' || /\p{Cc}/u.test(letter) ? '' : letter;
  });
}

/** Page 775, which no decoder of the runtime knows; sixteen letters a row, from 80h. */
const pc775 = [
  '0106 00fc 00e9 0101 00e4 0123 00e5 0107 0142 0113 0156 0157 012b 0179 00c4 00c5',
  '00c9 00e6 00c6 014d 00f6 0122 00a2 015a 015b 00d6 00dc 00f8 00a3 00d8 00d7 00a4',
  '0100 012a 00f3 017b 017c 017a 201d 00a6 00a9 00ae 00ac 00bd 00bc 0141 00ab 00bb',
  '2591 2592 2593 2502 2524 0104 010c 0118 0116 2563 2551 2557 255d 012e 0160 2510',
  '2514 2534 252c 251c 2500 253c 0172 016a 255a 2554 2569 2566 2560 2550 256c 017d',
  '0105 010d 0119 0117 012f 0161 0173 016b 017e 2518 250c 2588 2584 258c 2590 2580',
  '00d3 00df 014c 0143 00f5 00d5 00b5 0144 0136 0137 013b 013c 0146 0112 0145 2019',
  '00ad 00b1 201c 00be 00b6 00a7 00f7 201e 00b0 2219 00b7 00b9 00b3 00b2 25a0 00a0',
].flatMap((row) => row.split(' ').map((code) => String.fromCodePoint(Number.parseInt(code, 16))));

export type PageTables = ReadonlyMap<number, UpperHalf>;

const tablesByName: Readonly<Record<string, UpperHalf>> = {
  pc866: fromDecoder('ibm866'),
  pc775,
  wpc1251: fromDecoder('windows-1251'),
  wpc1257: fromDecoder('windows-1257'),
  ascii: [],
};

/** A page of a printer: one that this simulator knows by name, or one whose letters of bytes 80h to FFh are given. */
export type SimulatedPage =
  | { readonly name: string; readonly number: number }
  | { readonly letters: readonly string[]; readonly number: number };

/** The pages of a printer by the numbers that it has for them. */
export function pageTables(pages: readonly SimulatedPage[]): PageTables {
  return new Map(
    pages.map((page) => [page.number, 'letters' in page ? page.letters : (tablesByName[page.name] ?? [])]),
  );
}

/** The pages of an Epson TM-T88V that this simulator knows. */
export const epsonPages = [
  { name: 'pc866', number: 17 },
  { name: 'pc775', number: 33 },
  { name: 'wpc1251', number: 46 },
  { name: 'wpc1257', number: 51 },
] as const;

/** The letter that a byte prints as under a page; U+FFFD when this simulator does not know it, so that a test sees it. */
export function letterOf(tables: PageTables, page: number, byte: number): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  return tables.get(page)?.[byte - 0x80] || '\ufffd';
}
