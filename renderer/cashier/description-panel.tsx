import { useEffect, useRef } from 'react';
import type { DescriptionChange } from '../stores/account-flows.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { ErrorFacts, ErrorSteps } from './error-steps.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';
import { deskFields } from './use-desk-keys.ts';

/** The description that the customer gave to the account: set it, clear it. */
export function DescriptionPanel() {
  const texts = useTexts();
  const change = useDesk((state) => state.describing.change);
  return (
    <section className="do" aria-label={texts.t('account/description/title')} data-testid="description-panel">
      <div className="pad-in describing">
        <h2>{texts.t('account/description/title')}</h2>
        <Field />
        <p className="note soft">{texts.t('account/description/say')}</p>
        <Progress change={change} />
        <Foot />
      </div>
    </section>
  );
}

function Field() {
  const texts = useTexts();
  const store = useDeskStore();
  const text = useDesk((state) => state.describing.text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <div className="find">
      <input
        ref={field}
        {...deskFocusMark}
        id={deskFields.descriptionId}
        data-testid="description"
        aria-label={texts.t('account/description/label')}
        placeholder={texts.t('account/description/none')}
        autoComplete="off"
        maxLength={4000}
        value={text}
        onChange={(event) => store.getState().writeDescription(event.target.value)}
      />
    </div>
  );
}

function sentence(change: DescriptionChange, texts: Texts): string | null {
  switch (change.kind) {
    case 'sending':
      return `${texts.t('account/description/sending')}. ${texts.t('account/payments/sendingSay')}`;
    case 'checking':
      return `${texts.t('account/payments/checking')}. ${texts.t('account/description/checkingSay')}`;
    case 'settled':
      return change.outcome.kind === 'done'
        ? texts.t(change.wanted === null ? 'account/description/cleared' : 'account/description/done')
        : `${texts.t('account/description/unknown')}. ${texts.t('account/description/unknownSay')}`;
    default:
      return null;
  }
}

function Progress({ change }: { readonly change: DescriptionChange }) {
  const texts = useTexts();
  const state = change.kind === 'settled' ? change.outcome.kind : change.kind;
  if (change.kind === 'refused') {
    const text = texts.error(change.error.code);
    return (
      <div
        className="inline-trouble"
        role="alert"
        data-testid="description-state"
        data-state={state}
        data-code={change.error.code}
      >
        <div className="hatch" />
        <div>
          <h3>{text.title}</h3>
          <p>{text.what}</p>
          <ErrorSteps error={change.error} plain={change.error.code === 'wallet.access-revoked'} />
          <ErrorFacts error={change.error} />
        </div>
      </div>
    );
  }
  return (
    <p className="label progress" role="status" data-testid="description-state" data-state={state}>
      {sentence(change, texts)}
    </p>
  );
}

function Foot() {
  const texts = useTexts();
  const store = useDeskStore();
  const { text, change } = useDesk((state) => state.describing);
  const current = useDesk((state) => (state.customer.kind === 'identified' ? state.customer.wallet.description : null));
  const setIsOff = useDesk((state) => state.station?.operationsOff.includes('set-description') ?? false);
  const clearIsOff = useDesk((state) => state.station?.operationsOff.includes('delete-description') ?? false);
  const isUnderWay = change.kind === 'sending' || change.kind === 'checking';
  const isUnknown = change.kind === 'settled' && change.outcome.kind === 'unknown';
  const isSame = text.trim() === (current ?? '') || text.trim() === '';
  const busy = isUnderWay ? texts.t('account/description/sending') : null;
  return (
    <div className="foot">
      {isUnknown ? (
        <KeyButton
          className="btn act wide"
          testId="description-look-again"
          onPress={() => void store.getState().lookUpDescription()}
        >
          <Icon name="refresh" size="row" />
          <span>{texts.t('account/payments/lookAgain')}</span>
        </KeyButton>
      ) : (
        <KeyButton
          className={isSame ? 'btn wide' : 'btn act wide'}
          testId="description-save"
          offReason={
            busy ?? (setIsOff ? texts.t('keys/off/switchedOff') : isSame ? texts.t('account/description/label') : null)
          }
          onPress={() => void store.getState().saveDescription()}
        >
          <Icon name="check" size="row" />
          <span>{texts.t('account/description/save')}</span>
          <kbd>Enter</kbd>
        </KeyButton>
      )}
      <KeyButton
        className="btn wide"
        neverByEnter
        testId="description-clear"
        offReason={
          busy ??
          (clearIsOff ? texts.t('keys/off/switchedOff') : current === null ? texts.t('account/description/none') : null)
        }
        onPress={() => void store.getState().clearDescription()}
      >
        <Icon name="cross" size="row" />
        <span>{texts.t('account/description/clear')}</span>
      </KeyButton>
      <KeyButton className="btn wide" onPress={() => store.getState().openPanel('none')}>
        <Icon name="back" size="row" />
        <span>{texts.t('keys/back')}</span>
        <kbd>Esc</kbd>
      </KeyButton>
    </div>
  );
}
