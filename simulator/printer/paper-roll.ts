import type { Paper, PaperLine, PaperRun } from '../../shared/domain/paper.ts';

export type Align = 'left' | 'center' | 'right';
export type RunStyle = Omit<PaperRun, 'text'>;

export const normalStyle: RunStyle = { bold: false, inverse: false, underline: false, width: 1, height: 1 };

/** A whole day of training must not fill the memory: older paper is let go. */
const longestPaper = 1_000;

/** The paper and the line that stands under the head. */
export interface PaperRoll {
  readonly paper: Paper;
  /** Puts a letter into the line; a full line is printed first, as the printer does. */
  put(letter: string, style: RunStyle, align: Align): void;
  /** Prints the line; an empty one feeds the paper by a line. */
  endLine(): void;
  /** Prints what stands in the line, if anything does. */
  flush(): void;
  /** Forgets what stands in the line. */
  dropLine(): void;
  add(line: PaperLine): void;
  /** An image or a code ended its line by itself: the line end right behind it feeds nothing. */
  skipNextLineEnd(): void;
  take(): void;
}

export function createPaperRoll(columns: number, onLine: () => void): PaperRoll {
  let lines: PaperLine[] = [];
  let runs: PaperRun[] = [];
  let align: Align = 'left';
  let used = 0;
  let skipsLineEnd = false;

  function add(line: PaperLine): void {
    skipsLineEnd = false;
    lines = [...lines, line].slice(-longestPaper);
    onLine();
  }

  function endLine(): void {
    if (skipsLineEnd && runs.length === 0) {
      skipsLineEnd = false;
      return;
    }
    const line: PaperLine = { kind: 'text', align, runs };
    dropLine();
    add(line);
  }

  function dropLine(): void {
    runs = [];
    used = 0;
    align = 'left';
  }

  return {
    get paper() {
      return { columns, lines };
    },
    put(letter, style, nextAlign) {
      if (used + style.width > columns) endLine();
      // Alignment counts where a line begins; a change within a line waits for the next one.
      if (used === 0) align = nextAlign;
      used += style.width;
      const last = runs.at(-1);
      if (last !== undefined && sameStyle(last, style)) {
        runs = [...runs.slice(0, -1), { ...last, text: last.text + letter }];
      } else {
        runs = [...runs, { text: letter, ...style }];
      }
    },
    endLine,
    flush() {
      if (runs.length > 0) endLine();
    },
    dropLine,
    add,
    skipNextLineEnd() {
      skipsLineEnd = true;
    },
    take() {
      lines = [];
    },
  };
}

function sameStyle(run: RunStyle, style: RunStyle): boolean {
  return (
    run.bold === style.bold &&
    run.inverse === style.inverse &&
    run.underline === style.underline &&
    run.width === style.width &&
    run.height === style.height
  );
}
