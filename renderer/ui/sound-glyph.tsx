import { Icon } from './icons/icon.tsx';
import type { SoundName } from './sound.ts';

/** Notes on three lines, as [x, y, width]: height is pitch, width is length. */
const notes: Readonly<Record<SoundName, readonly (readonly [number, number, number])[]>> = {
  scan: [[19, 2, 10]],
  yes: [
    [6, 16, 12],
    [26, 2, 12],
  ],
  no: [
    [6, 2, 12],
    [24, 16, 18],
  ],
  trouble: [
    [4, 16, 9],
    [18, 16, 9],
    [32, 16, 9],
  ],
  paper: [[8, 16, 30]],
};

/** Shows the sound that was just played, for whoever does not hear it. */
export function SoundGlyph({ name, caption }: { readonly name: SoundName; readonly caption?: string }) {
  return (
    <span className="sound">
      <Icon name="sound" />
      <svg className="notes" viewBox="0 0 46 24" width="46" height="24" aria-hidden="true">
        <path d="M1 5.5h44M1 12.5h44M1 19.5h44" stroke="currentColor" strokeWidth="1" opacity=".45" />
        {notes[name].map(([x, y, width]) => (
          <rect key={x} x={x} y={y} width={width} height="7" rx="2" fill="currentColor" />
        ))}
      </svg>
      {caption === undefined ? null : <span>{caption}</span>}
    </span>
  );
}
