import { type FormEvent, useEffect, useRef } from 'react';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { CardChoice, CardPlace, ConfirmLater, type In } from './card-parts.tsx';
import { useDeskStore } from './use-desk.ts';

const msPerMinute = 60_000;

/** How many tries are left at this till, or until when it makes a pause; nothing where the limit says nothing. */
function limitSentence({ error, waitUntil }: In<'code'>['flow'], texts: Texts): string | undefined {
  if (waitUntil !== null) {
    // Whole minutes are shown: the one in which it ends counts.
    return texts.t('card/ourWait', { time: texts.clock(Math.ceil(waitUntil / msPerMinute) * msPerMinute) });
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
  const isWaiting = flow.waitUntil !== null;
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
      {flow.error === null ? <p className="note soft">{texts.t('card/codeSay')}</p> : null}
      <input
        ref={field}
        {...deskFocusMark}
        readOnly={isWaiting}
        className={flow.error?.code === 'card.invalid-code' ? 'code-field wrong' : 'code-field'}
        type="password"
        data-testid="card-code"
        aria-label={texts.t('card/codeLabel')}
        autoComplete="off"
        maxLength={64}
      />
      <CodeError flow={flow} />
      <div className="foot">
        <button
          type="submit"
          className={isWaiting ? 'btn wide' : 'btn act wide'}
          data-testid="card-confirm"
          disabled={flow.sending || isWaiting}
        >
          <Icon name="check" size="row" bold />
          <span>{texts.t(flow.sending ? 'card/confirming' : 'card/confirm')}</span>
          <kbd>Enter</kbd>
        </button>
        <NotArrived flow={flow} />
        <ConfirmLater isNext={isWaiting} />
      </div>
    </form>
  );
}

/** The customer types it on their own side: here is only how it goes. */
export function CardCodeOnDisplay({ flow }: In<'code'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <CardPlace>
      <p className="label" role="status" data-testid="card-code-on-display">
        {texts.t(flow.sending ? 'card/confirming' : 'card/codeOnDisplay')}
      </p>
      {flow.error === null ? <p className="note soft">{texts.t('card/codeOnDisplaySay')}</p> : null}
      <CodeError flow={flow} />
      <div className="foot">
        <CardChoice
          digit="1"
          testId="card-take-over"
          text={texts.t('card/takeOver')}
          onPress={() => store.getState().takeCodeOver()}
        />
        <NotArrived flow={flow} />
        <ConfirmLater isNext={flow.waitUntil !== null} />
      </div>
    </CardPlace>
  );
}

/** While codes wait, another one would not help. */
function NotArrived({ flow }: In<'code'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return flow.waitUntil !== null ? null : (
    <KeyButton className="btn wide" testId="card-not-arrived" onPress={() => store.getState().showCodeNotArrived(true)}>
      <span>{texts.t('card/notArrived')}</span>
      <kbd>F3</kbd>
    </KeyButton>
  );
}

/** Why a code did not count, with what is left to try or to wait; a wait goes by itself. */
function CodeError({ flow }: In<'code'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const { waitUntil } = flow;
  useEffect(() => {
    if (waitUntil === null) {
      return;
    }
    // By the clock, which may be stepped: looked at again and again.
    const timer = setInterval(() => store.getState().endCodeWait(), 1_000);
    return () => clearInterval(timer);
  }, [store, waitUntil]);
  return flow.error === null ? null : (
    <ErrorNote error={flow.error} testId="card-error" withoutStep={waitUntil !== null}>
      {limitSentence(flow, texts)}
    </ErrorNote>
  );
}
