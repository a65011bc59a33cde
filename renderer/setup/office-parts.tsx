import { type InputHTMLAttributes, type ReactNode, type RefObject, useId } from 'react';
import { Icon } from '../ui/icons/icon.tsx';

interface FieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'maxLength' | 'inputMode'> {
  readonly label: string;
  readonly testId: string;
  readonly note?: string | null;
  readonly isWrong?: boolean;
  /** Where its note stands, if that is for several fields. */
  readonly notedBy?: string | undefined;
  /** Its text is read when it is sent, and is in no state before. */
  readonly field: RefObject<HTMLInputElement | null>;
}

/** A labelled line of text, with what is allowed or what is wrong below it. */
export function OfficeField({ label, testId, note = null, isWrong = false, notedBy, field, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="office-field">
      <label className="note" htmlFor={id}>
        {label}
      </label>
      <div className={isWrong ? 'find wrong' : 'find'}>
        <input
          id={id}
          ref={field}
          data-testid={testId}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={note === null ? notedBy : `${id}-note`}
          {...input}
        />
      </div>
      {note === null ? null : (
        <p id={`${id}-note`} className={isWrong ? 'note wrong' : 'note soft'}>
          {note}
        </p>
      )}
    </div>
  );
}

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
