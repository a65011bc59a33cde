import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byteOf,
  type CodePageName,
  codePageNames,
  createPageSet,
  pageText,
} from '../../../../electron/devices/receipt-printer/code-pages.ts';
import { receiptLetterVectors } from '../../../vectors/receipt-letters.ts';

const decoderLabels = { wpc1257: 'windows-1257', wpc1251: 'windows-1251', pc866: 'ibm866' } as const;
const pages = ['wpc1257', 'wpc1251', 'pc775', 'pc866'] as const;
const set = createPageSet(pages);

describe('code pages', () => {
  it.each(receiptLetterVectors)('$page has the bytes $bytes for $text', ({ page, text, bytes }) => {
    const encoded = Array.from(text).map((letter) => byteOf(page, letter) ?? -1);
    expect(Buffer.from(encoded).toString('hex')).toBe(bytes);
  });

  it.each(Object.entries(decoderLabels))('%s agrees with the decoder of %s for every letter it has', (page, label) => {
    const decoder = new TextDecoder(label);
    for (let byte = 0x20; byte <= 0xff; byte += 1) {
      const letter = decoder.decode(Uint8Array.of(byte));
      const isLetter = letter !== '\ufffd' && !/\p{Cc}/u.test(letter);
      expect([byte, byteOf(page as CodePageName, letter)]).toEqual([byte, isLetter ? byte : undefined]);
    }
  });

  it.each(['pc775', 'pc866'] as const)('%s has no euro sign', (page) => {
    expect(byteOf(page, '€')).toBeUndefined();
  });

  it('has no byte for any control character in any page', () => {
    for (let code = 0; code < 0xa0; code += 1) {
      if (code >= 0x20 && code < 0x7f) continue;
      for (const page of codePageNames) expect(byteOf(page, String.fromCharCode(code))).toBeUndefined();
    }
  });
});

describe('choosing pages for a text', () => {
  it('needs one page for a Lithuanian balance in euros', () => {
    expect(pageText('Jūsų balansas: 22,99 €', set)).toMatchObject({ kind: 'paged', runs: [{ page: 'wpc1257' }] });
  });

  it('needs one page for a Russian balance in euros', () => {
    expect(pageText('Ваш баланс: 22,99 €', set)).toMatchObject({ kind: 'paged', runs: [{ page: 'wpc1251' }] });
  });

  it('begins plain letters on the page that the letters after them need', () => {
    const paged = pageText('EUR 22.99 Ваш', set);
    expect(paged).toMatchObject({ kind: 'paged', runs: [{ page: 'wpc1251' }] });
  });

  it('switches once between two languages', () => {
    const paged = pageText('Jūsų € Ваш € balance', set);
    expect(paged.kind === 'paged' && paged.runs.map((run) => run.page)).toEqual(['wpc1257', 'wpc1251']);
  });

  it('names every letter that no page has, once, and chooses nothing', () => {
    expect(pageText('a₸b余₸\u001b', set)).toEqual({ kind: 'unprintable', letters: '₸余\u001b' });
  });

  it('never puts another sign for a letter: a question mark is one of the text', () => {
    expect(pageText('?', set)).toEqual({ kind: 'paged', runs: [{ page: 'wpc1257', bytes: [0x3f] }] });
  });

  it('needs no page for no text', () => {
    expect(pageText('', set)).toEqual({ kind: 'paged', runs: [] });
  });

  it('never switches more often than the best choice of pages does', () => {
    const letters = fc.constantFrom('a', 'ą', 'ё', '€', '░', 'Ґ', 'Ł', '№', '½');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
        const paged = pageText(text, set);
        expect(paged.kind === 'paged' && paged.runs.length).toBe(fewestRuns(Array.from(text)));
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});

/** By trying every page at every letter. */
function fewestRuns(letters: readonly string[]): number {
  let costs = new Map<CodePageName, number>();
  letters.forEach((letter, index) => {
    const best = Math.min(...costs.values());
    const holding = pages.filter((page) => byteOf(page, letter) !== undefined);
    costs = new Map(
      holding.map((page) => [page, index === 0 ? 1 : Math.min(costs.get(page) ?? Number.POSITIVE_INFINITY, best + 1)]),
    );
  });
  return letters.length === 0 ? 0 : Math.min(...costs.values());
}
