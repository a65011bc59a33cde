import { type InputHTMLAttributes, type RefObject, useId } from 'react';

interface FieldProps
  extends Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'defaultValue' | 'value' | 'onChange'> {
  readonly label: string;
  readonly testId: string;
  readonly note?: string | null;
  readonly isWrong?: boolean;
  /** For a field whose text is read when it is sent, and is in no state before. */
  readonly field?: RefObject<HTMLInputElement | null>;
}

/** A labelled line of text, with what is allowed below it. */
export function SetupField({ label, testId, note = null, isWrong = false, field, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="setup-field">
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
          aria-describedby={note === null ? undefined : `${id}-note`}
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

interface CheckProps {
  readonly label: string;
  readonly testId: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is wanted or not. */
export function SetupCheck({ label, testId, isOn, onChange }: CheckProps) {
  return (
    <label className="setup-check">
      <input type="checkbox" data-testid={testId} checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
