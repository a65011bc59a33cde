import type { ReactNode } from 'react';
import { Icon } from '../ui/icons/icon.tsx';

/** Something was done, and what came of it. */
export function OfficeDone({ children, testId }: { readonly children: ReactNode; readonly testId: string }) {
  return (
    <p className="label device-done" role="status" data-testid={testId}>
      <Icon name="done" size="row" />
      <span>{children}</span>
    </p>
  );
}

/** Something is being done. */
export function OfficeBusy({ children }: { readonly children: ReactNode }) {
  return (
    <p className="label soft" role="status">
      {children}
    </p>
  );
}

/** A list or a report longer than its place; whoever has no wheel must reach the rest too. */
export function OfficeScroll({
  label,
  testId,
  children,
}: {
  readonly label: string;
  readonly testId: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    // biome-ignore lint/a11y/useSemanticElements: a place that scrolls inside the section that it fills
    <div className="office-scroll" role="group" tabIndex={0} aria-label={label} data-testid={testId}>
      {children}
    </div>
  );
}
