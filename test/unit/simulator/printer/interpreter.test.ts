import { describe, expect, it } from 'vitest';
import { paperText } from '../../../../simulator/printer/paper-text.ts';
import { createPrinter } from '../../../../simulator/printer/printer.ts';

const hex = (bytes: string): Uint8Array => Buffer.from(bytes.replaceAll(' ', ''), 'hex');

function printed(bytes: string, columns = 20) {
  const printer = createPrinter({ columns });
  printer.receive(hex(bytes));
  return printer;
}

const normal = { bold: false, inverse: false, underline: false, width: 1, height: 1 };

describe('the simulated printer reading ESC/POS', () => {
  it('prints runs in their styles', () => {
    const { paper } = printed('41 1b4501 42 1b4500 1d4201 43 1d4200 1b2d01 44 1b2d00 1d2111 45 0a');
    expect(paper.lines).toEqual([
      {
        kind: 'text',
        align: 'left',
        runs: [
          { ...normal, text: 'A' },
          { ...normal, text: 'B', bold: true },
          { ...normal, text: 'C', inverse: true },
          { ...normal, text: 'D', underline: true },
          { ...normal, text: 'E', width: 2, height: 2 },
        ],
      },
    ]);
  });

  it('keeps the width in the high and the height in the low half of GS !', () => {
    expect(printed('1d2110 41 0a').paper.lines).toMatchObject([{ runs: [{ width: 2, height: 1 }] }]);
    expect(printed('1d2101 41 0a').paper.lines).toMatchObject([{ runs: [{ width: 1, height: 2 }] }]);
  });

  it('takes size, bold and underline from ESC !, and all of them away with 0', () => {
    expect(printed('1b21b8 41 1b2100 42 0a').paper.lines).toMatchObject([
      { runs: [{ bold: true, underline: true, width: 2, height: 2 }, normal] },
    ]);
  });

  it('wraps a line that is longer than the paper, counting wide letters twice', () => {
    expect(paperText(printed('4142434445 0a', 4).paper)).toEqual(['ABCD', 'E']);
    expect(paperText(printed('1d2110 414243 0a', 4).paper)).toEqual(['AB', 'C']);
  });

  it('does not add an empty line after one that fills the paper exactly', () => {
    expect(paperText(printed('41424344 0a 45 0a', 4).paper)).toEqual(['ABCD', 'E']);
  });

  it('aligns a line as it was when the line began', () => {
    expect(paperText(printed('1b6101 4142 0a 1b6102 43 0a', 6).paper)).toEqual(['  AB', '     C']);
  });

  it('reads a byte by the page that is selected, and forgets page and style at ESC @', () => {
    expect(paperText(printed('1b7433 fb 1b742e fb 1b7411 fb 1b7421 fb 0a').paper)).toEqual(['ūы√¹']);
    expect(paperText(printed('1b7433 fb 0a 1b40 fb 0a').paper)).toEqual(['ū', '\ufffd']);
  });

  it('shows a byte that the page has no letter for as such, and not as another letter', () => {
    expect(paperText(printed('1b7433 81 0a').paper)).toEqual(['\ufffd']);
  });

  it.each([
    ['1d5600', false],
    ['1d5601', true],
    ['1d564105', false],
    ['1d564205', true],
  ])('cuts at %s', (bytes, partial) => {
    expect(printed(bytes).paper.lines).toEqual([{ kind: 'cut', partial }]);
  });

  it('feeds empty lines with ESC d', () => {
    expect(paperText(printed('41 1b6403 42 0a').paper)).toEqual(['A', '', '', 'B']);
  });

  it('keeps a raster image bit by bit, and prints the text before it first', () => {
    const { paper } = printed('41 1d763000 0200 0300 010203040506 42 0a');
    expect(paper.lines[1]).toEqual({ kind: 'raster', widthDots: 16, heightDots: 3, bits: 'AQIDBAUG' });
    expect(paperText(paper)).toEqual(['A', '[image 16 x 3]', 'B']);
  });

  it('notes a command that it does not know and goes on', () => {
    const printer = printed('1b7f 41 07 0a');
    expect(printer.unknownCommands).toEqual(['1b7f', '07']);
    expect(paperText(printer.paper)).toEqual(['A']);
  });

  it('reads commands that are cut anywhere between packets', () => {
    const printer = createPrinter({ columns: 20 });
    for (const byte of hex('1b7433 fb 1d763000 0100 0100 ff 1d5601')) printer.receive(Uint8Array.of(byte));
    expect(printer.paper.lines.map((line) => line.kind)).toEqual(['text', 'raster', 'cut']);
    expect(printer.unknownCommands).toEqual([]);
  });

  it('holds what it gets without paper, prints it when paper comes, and forgets it when it is cleared', () => {
    const printer = createPrinter({ columns: 20 });
    printer.setCondition('paper-out', true);
    printer.receive(hex('41 0a'));
    expect(paperText(printer.paper)).toEqual([]);
    printer.setCondition('paper-out', false);
    expect(paperText(printer.paper)).toEqual(['A']);

    printer.setCondition('paper-out', true);
    printer.receive(hex('42 0a 10140801031401060208'));
    printer.setCondition('paper-out', false);
    expect(paperText(printer.paper)).toEqual(['A']);
  });

  it('prints to the last line of its roll and holds the rest', () => {
    const printer = createPrinter({ columns: 20 });
    printer.setLinesLeft(1);
    printer.receive(hex('41 0a 42 0a'));
    expect(paperText(printer.paper)).toEqual(['A']);
    expect(printer.has('paper-out')).toBe(true);
    printer.setCondition('paper-out', false);
    expect(paperText(printer.paper)).toEqual(['A', 'B']);
  });
});
