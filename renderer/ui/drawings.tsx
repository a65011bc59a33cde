// Our own drawings: the mark, the two signs of an answer, a printer with its cover open, torn paper.

export function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <path d="M3 5.5A2.5 2.5 0 0 1 5.5 3h17A2.5 2.5 0 0 1 25 5.5V14H3z" fill="currentColor" />
      <path
        className="mark-paper"
        d="M8.2 10h11.6v14l-1.95-1.7L15.9 24 14 22.3 12.1 24l-1.95-1.7L8.2 24z"
        strokeWidth="1.2"
      />
      <path className="mark-line" d="M6.2 10h15.6" strokeWidth="2.6" strokeLinecap="round" />
      <path className="mark-line" d="M10.6 14.5h6.8M10.6 17.8h4.4" strokeWidth="1.5" />
    </svg>
  );
}

/** A dark round sign on light. */
export function YesSign() {
  return (
    <svg viewBox="0 0 128 128" aria-hidden="true">
      <circle cx="64" cy="64" r="62" fill="currentColor" />
      <path className="sign-cut" d="M33 66l22 22 41-46" fill="none" strokeWidth="15" />
    </svg>
  );
}

/** A light eight-sided sign on dark. */
export function NoSign() {
  return (
    <svg viewBox="0 0 128 128" aria-hidden="true">
      <path d="M39 3h50l36 36v50l-36 36H39L3 89V39z" fill="currentColor" />
      <path className="sign-cut" d="M41 41l46 46M87 41L41 87" fill="none" strokeWidth="15" />
    </svg>
  );
}

/** Where the roll goes. */
export function OpenPrinter() {
  return (
    <svg className="open-printer" width="200" height="150" viewBox="0 0 200 150" aria-hidden="true">
      <path className="body" d="M20 78h160v50a14 14 0 0 1-14 14H34a14 14 0 0 1-14-14z" />
      <path d="M20 78l14-62h108" />
      <path d="M142 16l10 10-16 52" />
      <path className="roll" d="M50 78a34 24 0 0 1 68 0z" />
      <circle className="core" cx="84" cy="72" r="7" />
      <path d="M136 108h24" strokeWidth="6" />
      <path d="M36 108h56" />
    </svg>
  );
}

/** Lower edge of a slip that was cut short. */
export function RaggedEdge() {
  return (
    <svg className="ragged" width="96" height="18" viewBox="0 0 96 18" aria-hidden="true">
      <path d="M0 0h96v6l-9 4-11-6-12 9-10-7-13 8-11-9-12 7-9-6-10 8-9-7z" />
    </svg>
  );
}

/** Widths of the bars behind "scan a card", as [x, width]; no code in particular. */
const bars: readonly (readonly [number, number])[] = [
  [0, 11],
  [20, 15],
  [39, 7],
  [60, 15],
  [89, 3],
  [101, 15],
  [125, 15],
  [144, 11],
  [164, 3],
  [181, 7],
  [202, 15],
  [226, 7],
  [242, 11],
  [262, 11],
  [277, 3],
  [294, 7],
  [305, 3],
  [312, 15],
  [341, 7],
  [352, 3],
  [369, 11],
  [384, 7],
  [395, 7],
  [406, 3],
  [413, 11],
  [428, 15],
  [457, 15],
  [486, 11],
  [501, 7],
  [512, 3],
  [519, 7],
  [530, 15],
  [554, 11],
  [574, 7],
  [585, 3],
  [597, 3],
  [614, 3],
  [631, 7],
  [642, 11],
  [667, 7],
  [688, 15],
  [717, 15],
  [736, 11],
  [751, 15],
  [775, 11],
  [790, 11],
  [815, 7],
  [831, 11],
  [846, 15],
];

/** Stretches over the whole width: on a wide screen the bars repeat. */
export function BarcodeBars() {
  return (
    <svg className="bars" width="100%" height="188" aria-hidden="true">
      {[0, 866, 1732].map((shift) =>
        bars.map(([x, width]) => <rect key={shift + x} x={shift + x} width={width} height="188" />),
      )}
    </svg>
  );
}
