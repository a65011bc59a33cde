import type { Paper, PaperLine } from '../../shared/domain/paper.ts';

/** The paper as plain lines, for tests and for a run without a screen. A cut is a row of scissors' dashes. */
export function paperText(paper: Paper): readonly string[] {
  return paper.lines.map((line) => lineText(line, paper.columns));
}

function lineText(line: PaperLine, columns: number): string {
  if (line.kind === 'cut') return '- '.repeat(columns / 2).trimEnd();
  if (line.kind === 'raster') return `[image ${line.widthDots} x ${line.heightDots}]`;
  const text = line.runs.map((run) => run.text).join('');
  const cells = line.runs.reduce((sum, run) => sum + Array.from(run.text).length * run.width, 0);
  const free = Math.max(0, columns - cells);
  if (line.align === 'center') return (' '.repeat(Math.floor(free / 2)) + text).trimEnd();
  if (line.align === 'right') return ' '.repeat(free) + text;
  return text.trimEnd();
}
