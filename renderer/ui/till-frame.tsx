import type { ReactNode } from 'react';

/** Read by tests and by styles; nothing that a person reads. */
export type Marks = Readonly<Record<`data-${string}`, string>>;

interface TillFrameProps {
  /** Stand above everything: training, a test server. */
  readonly bands: ReactNode;
  readonly strip: ReactNode;
  readonly isTraining: boolean;
  /** The training dock while it is open, else null. */
  readonly dock: ReactNode;
  readonly marks?: Marks;
  readonly children: ReactNode;
}

/** What every page of the desk's window stands in. In the order of Tab; the grid puts each part in its place. */
export function TillFrame({ bands, strip, isTraining, dock, marks, children }: TillFrameProps) {
  const names = ['till', isTraining ? 'training' : '', dock === null ? '' : 'dock-open'].filter(Boolean).join(' ');
  return (
    <div className={names} {...marks}>
      <header className="bands">{bands}</header>
      {children}
      {dock}
      {strip}
    </div>
  );
}
