import { describe, expect, it } from 'vitest';
import { slipsOf } from '../../../../renderer/ui/paper.tsx';
import type { PaperLine } from '../../../../shared/domain/paper.ts';

const line = (text: string): PaperLine => ({
  kind: 'text',
  align: 'left',
  runs: [{ text, bold: false, inverse: false, underline: false, width: 1, height: 1 }],
});
const cut: PaperLine = { kind: 'cut', partial: true };

describe('slips of paper', () => {
  it('end at each cut, and what was not cut yet hangs as the last one', () => {
    const paper = { columns: 42, lines: [line('one'), cut, line('two'), line('three')] };
    expect(slipsOf(paper)).toEqual([[line('one')], [line('two'), line('three')]]);
  });

  it('are none where nothing was printed', () => {
    expect(slipsOf({ columns: 42, lines: [cut, cut] })).toEqual([]);
  });
});
