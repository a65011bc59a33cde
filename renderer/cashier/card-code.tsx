import { type FormEvent, useEffect, useRef } from 'react';
import { ErrorNote } from '../ui/error-note.tsx';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { ConfirmLater, type In } from './card-parts.tsx';
import { useDeskStore } from './use-desk.tsx';

/** How many tries are left at this till, or until when it makes a pause; nothing where the limit says nothing. */
function limitSentence({ error, waitUntil }: In<'code'>['flow'], texts: Texts): string | undefined {
  if (waitUntil !== null) {
    return texts.t('card/ourWait', { time: texts.clock(waitUntil) });
  }
  const left = error?.details?.attemptsLeft;
  return typeof left === 'number' ? texts.plural('attemptsLeft', left) : undefined;
}

/** The code: dots of any length, letters too; out of the field as soon as it is sent, in no state of ours. */
export function CardCode({ flow }: In<'code'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const { error } = flow;
  function submit(event: FormEvent): void {
    event.preventDefault();
    const input = field.current;
    const code = input?.value ?? '';
    if (input !== null) {
      input.value = '';
    }
    void store.getState().submitCardCode(code);
  }
  return (
    <form className="card-place" data-own-enter="" onSubmit={submit} autoComplete="off">
      <p className="label">{texts.t('card/code')}</p>
      <p className="note soft">{texts.t('card/codeSay')}</p>
      <input
        ref={field}
        className={error?.code === 'card.invalid-code' ? 'code-field wrong' : 'code-field'}
        type="password"
        data-testid="card-code"
        aria-label={texts.t('card/codeLabel')}
        autoComplete="off"
        maxLength={64}
      />
      {error === null ? null : (
        <ErrorNote error={error} testId="card-error">
          {limitSentence(flow, texts)}
        </ErrorNote>
      )}
      <p className="note">{texts.t('card/notArrived')}</p>
      <div className="foot">
        <button type="submit" className="btn act wide" data-testid="card-confirm" disabled={flow.sending}>
          <Icon name="check" size="row" bold />
          <span>{texts.t(flow.sending ? 'card/confirming' : 'card/confirm')}</span>
          <kbd>Enter</kbd>
        </button>
        <ConfirmLater />
      </div>
    </form>
  );
}
