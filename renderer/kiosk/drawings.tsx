// Our own drawings: the card, the arrow to the reader.

const digits = [28, 55, 82, 109, 148, 175, 202, 241, 268, 295];

export function CardDrawing() {
  return (
    <svg className="k-card" viewBox="0 0 330 208" aria-hidden="true">
      <rect className="body" x="2" y="2" width="326" height="204" rx="16" strokeWidth="4" />
      <g className="line" fill="none" strokeWidth="3">
        <rect x="28" y="62" width="52" height="40" rx="6" />
        <path d="M28 76h16v12H28M80 76H64v12h16M54 62v40" />
      </g>
      <g className="line" fill="none" strokeWidth="5" strokeLinecap="round">
        <path d="M262 46a26 26 0 0 1 0 36M276 34a44 44 0 0 1 0 60M248 58a9 9 0 0 1 0 12" />
      </g>
      <g className="sign">
        {digits.map((x) => (
          <rect key={x} x={x} y="140" width="15" height="24" rx="3" />
        ))}
      </g>
    </svg>
  );
}

/** Points at the reader. */
export function ReaderArrow() {
  return (
    <div className="k-arrow">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M10 3h4v9h4l-6 8l-6 -8h4z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      </svg>
    </div>
  );
}
