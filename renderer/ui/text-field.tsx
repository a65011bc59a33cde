import { type InputHTMLAttributes, type ReactNode, type RefObject, useId, useRef } from 'react';

export type TextInput = RefObject<HTMLInputElement | null>;

interface TextFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'maxLength' | 'inputMode' | 'defaultValue' | 'value' | 'onChange'
  > {
  readonly label: string;
  readonly testId: string;
  readonly note?: string | null;
  readonly isWrong?: boolean;
  /** Where its note stands, if that is for several fields. */
  readonly notedBy?: string;
  /** For a text that is read when it is sent, and is in no state before. */
  readonly field?: TextInput;
}

/** A labelled line of text, with what is allowed or what is wrong below it. */
export function TextField(props: TextFieldProps) {
  const { label, testId, note = null, isWrong = false, notedBy, field, ...input } = props;
  const id = useId();
  return (
    <div className="labelled">
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

export const useTextInput = (): TextInput => useRef<HTMLInputElement>(null);

/** What is typed, without the space around it. */
export const textOf = (input: TextInput): string => input.current?.value.trim() ?? '';

/** Takes what was typed out of its field: from here on it is in the call that carries it, and nowhere else. */
export function takeText(input: TextInput): string {
  const text = input.current?.value ?? '';
  if (input.current !== null) {
    input.current.value = '';
  }
  return text;
}

/** A label above what has a name of its own: it is read once. */
export function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="labelled">
      <span className="note" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
