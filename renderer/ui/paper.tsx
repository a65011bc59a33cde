import { type CSSProperties, useEffect, useRef } from 'react';
import type { Paper, PaperLine, PaperRun } from '../../shared/domain/paper.ts';

/** Advance of a sign of the mono face, in em. */
const advanceEm = 0.6;
/** Dots of a sign of font A, by which pictures are scaled to the columns. */
const dotsPerColumn = 12;

/** One slip is what was printed up to a cut; the last one may still hang in the printer. */
export function slipsOf(paper: Paper): readonly (readonly PaperLine[])[] {
  const slips: PaperLine[][] = [[]];
  for (const line of paper.lines) {
    if (line.kind === 'cut') {
      slips.push([]);
    } else {
      slips.at(-1)?.push(line);
    }
  }
  return slips.filter((slip) => slip.length > 0);
}

function Run({ run }: { readonly run: PaperRun }) {
  const cells = Array.from(run.text).length * run.width;
  const names = ['run', run.bold ? 'b' : '', run.inverse ? 'inverse' : '', run.underline ? 'underline' : ''];
  const plain = run.width === 1 && run.height === 1;
  const box: CSSProperties = { width: `${cells}ch` };
  return (
    <span className={names.filter(Boolean).join(' ')} style={box}>
      <span className="cells" style={plain ? undefined : { transform: `scale(${run.width}, ${run.height})` }}>
        {run.text}
      </span>
    </span>
  );
}

function Raster({ line }: { readonly line: Extract<PaperLine, { kind: 'raster' }> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) {
      return;
    }
    const bytes = Uint8Array.from(atob(line.bits), (sign) => sign.charCodeAt(0));
    const stride = Math.ceil(line.widthDots / 8);
    const image = context.createImageData(line.widthDots, line.heightDots);
    for (let y = 0; y < line.heightDots; y += 1) {
      for (let x = 0; x < line.widthDots; x += 1) {
        const isBlack = ((bytes[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
        image.data[(y * line.widthDots + x) * 4 + 3] = isBlack * 255;
      }
    }
    context.putImageData(image, 0, 0);
  }, [line]);
  const width: CSSProperties = { width: `${line.widthDots / dotsPerColumn}ch` };
  return <canvas ref={canvas} className="raster" width={line.widthDots} height={line.heightDots} style={width} />;
}

function Line({ line }: { readonly line: PaperLine }) {
  if (line.kind === 'cut') {
    return null;
  }
  if (line.kind === 'raster') {
    return <Raster line={line} />;
  }
  const height = Math.max(1, ...line.runs.map((run) => run.height));
  const box: CSSProperties = { textAlign: line.align, height: `${height * 1.36}em`, lineHeight: `${height * 1.36}em` };
  return (
    <div className="paper-line" style={box}>
      {line.runs.map((run, index) => (
        // A line is drawn once and never edited: its runs have no other name than their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Run key={index} run={run} />
      ))}
    </div>
  );
}

interface PaperPictureProps {
  readonly slip: readonly PaperLine[];
  readonly columns: number;
  /** Width of the paper's printed part. */
  readonly printedPx: number;
  readonly testId?: string | undefined;
  readonly label: string;
}

/** A slip as the simulated printer understood its bytes. Only a training station ever has one to show. */
export function PaperPicture({ slip, columns, printedPx, testId, label }: PaperPictureProps) {
  const size: CSSProperties = { fontSize: `${printedPx / columns / advanceEm}px` };
  return (
    <div className="paper torn picture" style={size} data-testid={testId} role="img" aria-label={label}>
      {slip.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printed line has no other name than its place
        <Line key={index} line={line} />
      ))}
    </div>
  );
}

/** Lengths of the bars that stand for lines, in percent; zero is a gap. They say nothing of the text. */
const barLengths = [62, 44, 0, 88, 70, 0, 96, 96, 54, 0, 80, 62, 40];

/** Paper without its text: a cashier's desk never shows what the receipt says. */
export function PaperBars({ torn, count = barLengths.length }: { readonly torn: boolean; readonly count?: number }) {
  return (
    <div className={torn ? 'paper torn' : 'paper'} aria-hidden="true">
      {barLengths.slice(0, count).map((length, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are a drawing
        <span key={index} className="bar" style={length === 0 ? { opacity: 0 } : { width: `${length}%` }} />
      ))}
    </div>
  );
}
