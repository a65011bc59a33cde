import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { type CardFlow, type CardStep, cardSteps, stepOf } from '../stores/card-slice.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { issuers } from './format.ts';
import { useDesk, useDeskStore } from './use-desk.tsx';
import { useFocusHere } from './use-focus-here.ts';

type In<Kind extends CardFlow['kind']> = { readonly flow: Extract<CardFlow, { kind: Kind }> };

/** F8: relates a card to the served customer's account, or confirms one that was related earlier. */
export function CardPanel() {
  const texts = useTexts();
  const flow = useDesk((state) => state.card);
  return (
    <section className="do" aria-label={texts.t('card/title')} data-testid="card-panel" data-state={flow.kind}>
      <div className="pad-in card-in">
        <div className="row between">
          <h2>{texts.t('card/title')}</h2>
          <kbd>F8</kbd>
        </div>
        <Steps now={stepOf(flow)} />
        <Step flow={flow} />
      </div>
    </section>
  );
}

function Step({ flow }: { readonly flow: CardFlow }) {
  switch (flow.kind) {
    case 'off':
      return null;
    case 'choosing':
      return <Choosing />;
    case 'presenting':
      return <Presenting flow={flow} />;
    case 'relating':
      return <Relating flow={flow} />;
    case 'relation-unknown':
      return <RelationUnknown flow={flow} />;
    case 'code':
      return flow.unclear ? <Unclear flow={flow} /> : <Code flow={flow} />;
    case 'done':
      return <Done flow={flow} />;
  }
}

function Steps({ now }: { readonly now: CardStep }) {
  const texts = useTexts();
  const at = cardSteps.indexOf(now);
  return (
    <ol className="card-steps">
      {cardSteps.map((step, index) => (
        <li key={step} aria-current={step === now ? 'step' : undefined} data-past={index < at ? '' : undefined}>
          <span aria-hidden="true">{index + 1}</span>
          {texts.t(`card/step/${step}`)}
        </li>
      ))}
    </ol>
  );
}

/** Takes the keyboard when its step comes, so that Tab goes on from here and the step is read aloud. */
function Place({ children }: { readonly children: ReactNode }) {
  const place = useFocusHere();
  return (
    <div ref={place} {...deskFocusMark} tabIndex={-1} className="card-place">
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly digit: '1' | '2';
  readonly text: string;
  readonly testId: string;
  readonly onPress: () => void;
}

/** One of two ways to go on, by its digit; Enter takes neither. */
function Choice({ digit, text, testId, onPress }: ChoiceProps) {
  return (
    <KeyButton className="btn wide" testId={testId} neverByEnter onPress={onPress}>
      <span>{text}</span>
      <kbd>{digit}</kbd>
    </KeyButton>
  );
}

function Choosing() {
  const texts = useTexts();
  const store = useDeskStore();
  const account = useDesk((state) => (state.customer.kind === 'identified' ? state.customer.wallet : null));
  return (
    <Place>
      <p className="label">{texts.t('card/choose')}</p>
      {account === null ? null : (
        <p className="note soft">
          {account.maskedName} {account.maskedAccount} · {texts.t('card/wallet', { wallet: account.walletId })}
        </p>
      )}
      <div className="foot">
        <Choice
          digit="1"
          testId="card-new"
          text={texts.t('card/new')}
          onPress={() => void store.getState().chooseCardPurpose('new')}
        />
        <Choice
          digit="2"
          testId="card-earlier"
          text={texts.t('card/earlier')}
          onPress={() => void store.getState().chooseCardPurpose('earlier')}
        />
      </div>
    </Place>
  );
}

function Presenting({ flow }: In<'presenting'>) {
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

function Relating({ flow }: In<'relating'>) {
  const texts = useTexts();
  return (
    <Place>
      <p className="label" role="status" data-testid="card-working">
        {texts.t(flow.settling ? 'card/settling' : flow.purpose === 'new' ? 'card/relating' : 'card/looking')}
      </p>
      {flow.settling ? <p className="note soft">{texts.t('card/settlingSay')}</p> : null}
    </Place>
  );
}

function RelationUnknown({ flow }: In<'relation-unknown'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <Place>
      <p className="label" role="status">
        {texts.t(flow.looking ? 'card/settling' : 'card/unknown')}
      </p>
      <p className="note">{texts.t('card/unknownSay')}</p>
      <div className="foot">
        <Choice
          digit="1"
          testId="card-look-up"
          text={texts.t('card/lookAgain')}
          onPress={() => void store.getState().lookUpRelation()}
        />
        <Choice
          digit="2"
          testId="card-code-came"
          text={texts.t('card/codeCame')}
          onPress={() => void store.getState().chooseCardPurpose('earlier')}
        />
        <Later />
      </div>
    </Place>
  );
}

function Later() {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <KeyButton className="btn wide" testId="card-later" onPress={() => store.getState().confirmCardLater()}>
      <Icon name="mail" size="row" />
      <span>{texts.t('card/later')}</span>
      <kbd>F8</kbd>
    </KeyButton>
  );
}

/** The code: dots of any length, letters too; out of the field as soon as it is sent, in no state of ours. */
function Code({ flow }: In<'code'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const { error } = flow;
  const left = error?.details?.attemptsLeft;
  const waitMs = error?.details?.waitMs;
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
          {typeof left === 'number'
            ? texts.plural('attemptsLeft', left)
            : typeof waitMs === 'number' && error.details?.ours === true
              ? texts.t('card/ourWait', { minutes: Math.ceil(waitMs / 60_000) })
              : undefined}
        </ErrorNote>
      )}
      <p className="note">{texts.t('card/notArrived')}</p>
      <div className="foot">
        <button type="submit" className="btn act wide" data-testid="card-confirm" disabled={flow.sending}>
          <Icon name="check" size="row" bold />
          <span>{texts.t(flow.sending ? 'card/confirming' : 'card/confirm')}</span>
          <kbd>Enter</kbd>
        </button>
        <Later />
      </div>
    </form>
  );
}

function Unclear({ flow }: In<'code'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <Place>
      <p className="label" role="alert">
        {texts.t('card/unclear')}
      </p>
      <p className="note">{texts.t('card/unclearSay')}</p>
      <div className="foot">
        <Choice
          digit="1"
          testId="card-works"
          text={texts.t('card/works')}
          onPress={() => store.getState().settleCardCode()}
        />
        <Choice
          digit="2"
          testId="card-once-more"
          text={texts.t('card/onceMore')}
          onPress={() => store.getState().askForCodeOf(flow.walletId)}
        />
        <Later />
      </div>
    </Place>
  );
}

function Done({ flow }: In<'done'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <Place>
      <div className="row card-done" role="alert" data-testid="card-done" data-how={flow.how}>
        <span className="sign" data-kind="done">
          <Icon name={flow.how === 'confirmed' ? 'check' : 'mail'} bold />
        </span>
        <h3>{texts.t(flow.how === 'confirmed' ? 'card/done' : 'card/doneLater')}</h3>
      </div>
      <p className="label">{texts.t(flow.how === 'confirmed' ? 'card/doneSay' : 'card/doneLaterSay')}</p>
      {flow.walletId === null ? null : (
        <p className="note soft">{texts.t('card/ownWallet', { wallet: flow.walletId })}</p>
      )}
      <div className="foot">
        <KeyButton className="btn act wide" testId="card-close" onPress={() => store.getState().leaveCard()}>
          <Icon name="back" size="row" />
          <span>{texts.t('card/backToCustomer')}</span>
          <kbd>Enter</kbd>
        </KeyButton>
      </div>
    </Place>
  );
}
