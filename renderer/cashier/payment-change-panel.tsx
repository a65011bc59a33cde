import type { ReactNode } from 'react';
import type { PaymentChange, PaymentRow } from '../stores/account-flows.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { KeyButton } from '../ui/key-button.tsx';
import { SoundGlyph } from '../ui/sound-glyph.tsx';
import { DirectionSign, partyText, signedAmount } from './account-list.tsx';
import { ChoiceButton } from './choice-button.tsx';
import { ErrorFacts, ErrorSteps, SupportLine } from './error-steps.tsx';
import { useDeskStore } from './use-desk.ts';
import { useFocusHere } from './use-focus-here.ts';

type ChangeIn<Kind extends PaymentChange['kind']> = { readonly change: Extract<PaymentChange, { kind: Kind }> };

/** What is being changed about a payment, one state at a time. */
export function PaymentChangePanel({ change }: { readonly change: Exclude<PaymentChange, { kind: 'none' }> }) {
  switch (change.kind) {
    case 'consenting':
      return <ConsentPanel change={change} />;
    case 'sending':
    case 'checking':
      return <UnderWayPanel change={change} />;
    case 'refused':
      return <RefusedPanel change={change} />;
    case 'settled':
      return change.outcome.kind === 'done' ? <DonePanel change={change} /> : <OpenPanel change={change} />;
  }
}

function plainAmount(row: PaymentRow, texts: Texts): string {
  return signedAmount({ ...row, direction: 'unknown' }, texts);
}

interface FrameProps {
  readonly state: string;
  readonly sign: 'ask' | 'work' | 'done';
  readonly icon: IconName;
  readonly title: string;
  readonly say: string;
  readonly code?: string;
  readonly payment: PaymentRow;
  readonly children?: ReactNode;
}

/** Which payment it is about stays in sight whatever becomes of it. */
function Frame({ state, sign, icon, title, say, code, payment, children }: FrameProps) {
  const texts = useTexts();
  const place = useFocusHere();
  const isTrouble = sign === 'ask' && state !== 'consenting';
  return (
    <section className="do">
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="trouble"
        data-testid="payment-change"
        data-state={state}
        data-code={code}
      >
        {isTrouble ? <div className="hatch" /> : null}
        <div className="pad-in">
          <div className="state">
            <div className="sign" data-kind={sign}>
              <Icon name={icon} bold={sign === 'done'} />
            </div>
            <div>
              <h1>{title}</h1>
              <p className="label">{say}</p>
            </div>
          </div>
          {state === 'consenting' ? null : (
            <p className="about label">
              <DirectionSign direction={payment.direction} />
              <b className="strong nowrap">{signedAmount(payment, texts)}</b>
              <span>{partyText(payment.party, texts)}</span>
            </p>
          )}
          {children}
        </div>
      </div>
    </section>
  );
}

/** The first step of cancelling names the amount and who is on the other side; nothing is sent yet. */
function ConsentPanel({ change: { payment } }: ChangeIn<'consenting'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const values = { amount: plainAmount(payment, texts), party: partyText(payment.party, texts) };
  const key = payment.direction === 'in' ? 'account/payments/consentIn' : 'account/payments/consentOut';
  return (
    <Frame
      state="consenting"
      sign="ask"
      icon="question"
      title={texts.t('account/payments/consent')}
      say={texts.t(key, values)}
      payment={payment}
    >
      <ChoiceButton
        digit="1"
        icon="check"
        title={texts.t('account/payments/agreed')}
        say={texts.t('account/payments/agreedSay')}
        testId="consent-given"
        onPress={() => void store.getState().cancelPayment()}
      />
      <ChoiceButton
        digit="2"
        icon="back"
        title={texts.t('account/payments/keep')}
        say={texts.t('account/payments/keepSay')}
        testId="consent-refused"
        onPress={() => store.getState().leavePaymentChange()}
      />
    </Frame>
  );
}

/** Sent: first the answer is waited for; once that is lost, the payment itself is looked for. */
function UnderWayPanel({ change }: { readonly change: Extract<PaymentChange, { kind: 'sending' | 'checking' }> }) {
  const texts = useTexts();
  const isChecking = change.kind === 'checking';
  return (
    <Frame
      state={change.kind}
      sign="work"
      icon="working"
      title={texts.t(isChecking ? 'account/payments/checking' : `account/payments/sending/${change.action}`)}
      say={texts.t(isChecking ? 'account/payments/checkingSay' : 'account/payments/sendingSay')}
      payment={change.payment}
    />
  );
}

function DonePanel({ change }: ChangeIn<'settled'>) {
  const texts = useTexts();
  const provenBy = change.outcome.kind === 'done' ? change.outcome.provenBy : 'answer';
  return (
    <Frame
      state="done"
      sign="done"
      icon="check"
      title={texts.t(`account/payments/done/${change.action}`)}
      say={texts.t(`account/payments/doneBy/${provenBy}`)}
      payment={change.payment}
    >
      <div className="foot">
        <BackButton act />
        <SoundGlyph name="yes" caption={texts.t('sound/yes')} />
      </div>
    </Frame>
  );
}

/** Not done, or nobody knows: the operator looks again or decides. Nothing is ever repeated by itself. */
function OpenPanel({ change }: ChangeIn<'settled'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const { outcome } = change;
  const isUnknown = outcome.kind === 'unknown';
  const code = isUnknown ? outcome.cause : undefined;
  return (
    <Frame
      state={outcome.kind}
      sign="ask"
      icon={isUnknown ? 'eye' : 'clock'}
      title={texts.t(isUnknown ? 'account/payments/unknown' : 'account/payments/notSettled')}
      say={texts.t(isUnknown ? 'account/payments/unknownSay' : 'account/payments/notSettledSay')}
      {...(code === undefined ? {} : { code })}
      payment={change.payment}
    >
      {isUnknown ? (
        <>
          <ChoiceButton
            digit="1"
            icon="refresh"
            title={texts.t('account/payments/lookAgain')}
            say={texts.t('account/payments/lookAgainSay')}
            testId="look-again"
            onPress={() => void store.getState().lookUpPayment()}
          />
          <ChoiceButton
            digit="2"
            icon="back"
            title={texts.t('account/payments/settled')}
            say={texts.t('account/payments/settledSay')}
            testId="settle-by-hand"
            onPress={() => store.getState().leavePaymentChange()}
          />
          <p className="note">
            <SupportLine code={outcome.cause} />
          </p>
        </>
      ) : (
        <div className="foot">
          <BackButton act />
        </div>
      )}
    </Frame>
  );
}

/** Refused: nothing was changed, and it is said why. */
function RefusedPanel({ change }: ChangeIn<'refused'>) {
  const texts = useTexts();
  const { error, action } = change;
  const text = texts.error(error.code);
  const wrongPassword = action === 'accept' && error.code === 'api.invalid-parameters';
  return (
    <Frame
      state="refused"
      sign="ask"
      icon={wrongPassword ? 'cross' : 'alert'}
      title={wrongPassword ? texts.t('account/payments/wrongPasswordTitle') : text.title}
      say={wrongPassword ? texts.t('account/payments/wrongPassword') : text.what}
      code={error.code}
      payment={change.payment}
    >
      {wrongPassword ? null : (
        <>
          <ErrorSteps error={error} plain={error.code === 'wallet.access-revoked'} />
          <ErrorFacts error={error} />
        </>
      )}
      <div className="foot">
        <BackButton act />
        <SoundGlyph
          name={wrongPassword ? 'no' : 'trouble'}
          caption={texts.t(wrongPassword ? 'sound/no' : 'sound/trouble')}
        />
      </div>
    </Frame>
  );
}

function BackButton({ act }: { readonly act: boolean }) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <KeyButton
      className={act ? 'btn act wide' : 'btn wide'}
      testId="back-to-payment"
      onPress={() => store.getState().leavePaymentChange()}
    >
      <Icon name="back" size="row" />
      <span>{texts.t('account/payments/back')}</span>
      <kbd>Esc</kbd>
    </KeyButton>
  );
}
