import { type FormEvent, useEffect, useRef } from 'react';
import { ErrorNote } from '../ui/error-note.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Segment } from '../ui/segment.tsx';
import type { In } from './card-parts.tsx';
import { issuers } from './format.ts';
import { useDeskStore } from './use-desk.tsx';

export function CardPresenting({ flow }: In<'presenting'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const { scanned, error, isMalformed } = flow;
  function submit(event: FormEvent): void {
    event.preventDefault();
    void store.getState().submitCard(field.current?.value ?? '');
  }
  return (
    <form className="card-place" data-own-enter="" onSubmit={submit} autoComplete="off">
      <p className="label" role="status">
        {scanned === null
          ? texts.t(flow.purpose === 'new' ? 'card/present' : 'card/presentEarlier')
          : texts.t('card/scanned', { card: scanned.masked })}
      </p>
      <p className="ticket-note" role="note">
        <Icon name="card-waves" />
        {texts.t('card/scansMeanCard')}
      </p>
      <label className="note" htmlFor="card-number">
        {texts.t('card/number')}
      </label>
      <input
        ref={field}
        id="card-number"
        className={isMalformed ? 'code-field wrong' : 'code-field'}
        data-testid="card-number"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={32}
        aria-invalid={isMalformed}
        aria-describedby="card-number-note"
      />
      <p id="card-number-note" className={isMalformed ? 'note wrong' : 'note soft'} aria-live="assertive">
        {texts.t(isMalformed ? 'card/malformed' : 'card/numberSay')}
      </p>
      <Segment
        label={texts.t('card/issuer')}
        value={flow.issuer}
        choices={issuers.map((value) => ({ value, text: texts.t(`find/issuers/${value}`), testId: `card-${value}` }))}
        onChoose={(issuer) => store.getState().chooseCardIssuer(issuer)}
      />
      {error === null ? null : <ErrorNote error={error} testId="card-error" />}
      <div className="foot">
        <button type="submit" className="btn act wide" data-testid="card-go">
          <Icon name="check" size="row" bold />
          <span>{texts.t(flow.purpose === 'new' ? 'card/relate' : 'card/askCode')}</span>
          <kbd>Enter</kbd>
        </button>
      </div>
    </form>
  );
}
