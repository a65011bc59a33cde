import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { cardIssuers } from '../../shared/domain/identifier.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Segment } from '../ui/segment.tsx';
import { ConfirmLater, type In } from './card-parts.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

const waysToFind = ['card', 'wallet'] as const;

/** The card: scanned, or its number typed; one that was related earlier by its wallet's number too. */
export function CardPresenting({ flow }: In<'presenting'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const isEarlier = flow.purpose === 'earlier';
  const { scanned, error, by } = flow;
  return (
    <>
      {isEarlier ? (
        <Segment
          label={texts.t('card/by/label')}
          value={by}
          choices={waysToFind.map((value) => ({
            value,
            text: texts.t(`card/by/${value}`),
            testId: `card-by-${value}`,
          }))}
          onChoose={(chosen) => store.getState().chooseCardFoundBy(chosen)}
        />
      ) : null}
      {by === 'wallet' || (isEarlier && error !== null) ? null : (
        <p className="label" role="status">
          {scanned === null
            ? texts.t(isEarlier ? 'card/presentEarlier' : 'card/present')
            : texts.t('card/scanned', { card: scanned.masked })}
        </p>
      )}
      <NumberForm key={by} flow={flow}>
        {by === 'wallet' ? null : <Issuer flow={flow} />}
        {error === null ? null : <ErrorNote error={error} testId="card-error" />}
      </NumberForm>
    </>
  );
}

/** What is typed is the field's alone until it is sent; another way to find the card begins with an empty one. */
function NumberForm({ flow, children }: In<'presenting'> & { readonly children: ReactNode }) {
  const texts = useTexts();
  const store = useDeskStore();
  const field = useRef<HTMLInputElement>(null);
  const unconfirmed = useDesk((state) => state.unconfirmed);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const { by, isMalformed } = flow;
  const say =
    by === 'wallet'
      ? texts.t(isMalformed ? 'card/malformedWallet' : 'card/walletNumberSay')
      : texts.t(isMalformed ? 'card/malformed' : 'card/numberSay');
  function submit(event: FormEvent): void {
    event.preventDefault();
    void store.getState().submitCard(field.current?.value ?? '');
  }
  return (
    <form className="card-place" data-own-enter="" onSubmit={submit} autoComplete="off">
      <label className="note" htmlFor="card-number">
        {texts.t(by === 'wallet' ? 'card/walletNumber' : 'card/number')}
      </label>
      <input
        ref={field}
        {...deskFocusMark}
        id="card-number"
        className={isMalformed ? 'code-field wrong' : 'code-field'}
        data-testid="card-number"
        defaultValue={by === 'wallet' ? (unconfirmed?.walletId ?? '') : ''}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={32}
        aria-invalid={isMalformed}
        aria-describedby={flow.error !== null && !isMalformed ? undefined : 'card-number-note'}
      />
      {/* Beside a trouble there is no room for what was read before it came. */}
      {flow.error !== null && !isMalformed ? null : (
        <p id="card-number-note" className={isMalformed ? 'note wrong' : 'note soft'} aria-live="assertive">
          {say}
        </p>
      )}
      {children}
      <div className="foot">
        <button type="submit" className="btn act wide" data-testid="card-go">
          <Icon name="check" size="row" bold />
          <span>{texts.t(flow.purpose === 'new' ? 'card/relate' : 'card/askCode')}</span>
          <kbd>Enter</kbd>
        </button>
        {flow.purpose === 'earlier' && unconfirmed !== null ? <ConfirmLater /> : null}
      </div>
    </form>
  );
}

function Issuer({ flow }: In<'presenting'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <Segment
      label={texts.t('card/issuer')}
      value={flow.issuer}
      choices={cardIssuers.map((value) => ({ value, text: texts.t(`find/issuers/${value}`), testId: `card-${value}` }))}
      onChoose={(issuer) => store.getState().chooseCardIssuer(issuer)}
    />
  );
}
