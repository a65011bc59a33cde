import { type Ref, type RefObject, useId, useImperativeHandle, useRef, useState } from 'react';
import type { GivenText } from '../../shared/domain/given-text.ts';
import { useTexts } from './i18n/use-texts.tsx';
import { Icon } from './icons/icon.tsx';

/** What stands in the field is read when it is sent, and is in no state before. */
export interface GivenTextHandle {
  /** Null when nothing was given. */
  read(): GivenText | null;
  clear(): void;
}

export const useGivenText = (): RefObject<GivenTextHandle | null> => useRef<GivenTextHandle>(null);

/** Nothing given is an empty text: main says what is missing. */
export const givenOf = (handle: RefObject<GivenTextHandle | null>): GivenText =>
  handle.current?.read() ?? { from: 'typed', text: '' };

interface GivenTextFieldProps {
  readonly ref: Ref<GivenTextHandle>;
  readonly label: string;
  readonly note?: string | null;
  readonly testId: string;
  /** Typed or pasted, or the content of a file. */
  readonly source: 'typed' | 'file';
  /** PEM has many lines. */
  readonly isLong?: boolean;
  readonly isSecret: boolean;
  /** Opens main's dialog; null where this host has none, and then the path is typed. */
  readonly choose: (() => Promise<string | null>) | null;
}

/** A secret or a certificate: typed, pasted, or from a file whose content stays in main. */
export function GivenTextField(props: GivenTextFieldProps) {
  const { ref, label, note = null, testId, source, isLong = false, isSecret, choose } = props;
  const texts = useTexts();
  const id = useId();
  const input = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const [name, setName] = useState<string | null>(null);
  const isChosen = source === 'file' && choose !== null;
  useImperativeHandle(
    ref,
    () => ({
      read() {
        if (isChosen) {
          return name === null ? null : { from: 'chosen' };
        }
        const text = input.current?.value.trim() ?? '';
        if (text === '') {
          return null;
        }
        return source === 'file' ? { from: 'path', path: text } : { from: 'typed', text };
      },
      clear() {
        if (input.current !== null && source === 'typed') {
          input.current.value = '';
        }
      },
    }),
    [isChosen, name, source],
  );
  const shared = { id, 'data-testid': testId, autoComplete: 'off', spellCheck: false } as const;
  return (
    <div className="labelled">
      <label className="note" htmlFor={id}>
        {source === 'file' && !isChosen ? `${label}: ${texts.t('setup/path')}` : label}
      </label>
      {isChosen ? (
        <button
          type="button"
          id={id}
          className="btn given-file"
          data-testid={testId}
          onClick={() => void choose?.().then((chosen) => setName(chosen ?? name))}
        >
          <Icon name="arrow-in" size="row" />
          <span>{name ?? texts.t('setup/chooseFile')}</span>
        </button>
      ) : isLong && source === 'typed' ? (
        <textarea
          key="long"
          ref={(element) => {
            input.current = element;
          }}
          className={isSecret ? 'given-long veiled' : 'given-long'}
          rows={3}
          {...shared}
        />
      ) : (
        <div className="find">
          <input
            key={source}
            ref={(element) => {
              input.current = element;
            }}
            type={isSecret && source === 'typed' ? 'password' : 'text'}
            {...shared}
          />
        </div>
      )}
      {note === null ? null : <p className="note soft">{note}</p>}
    </div>
  );
}
