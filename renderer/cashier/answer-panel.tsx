import { balanceRows } from '../stores/amount-slice.ts';
import { keyState } from '../stores/desk-keys.ts';
import type { Question } from '../stores/flows.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { NoSign, YesSign } from '../ui/drawings.tsx';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { SoundGlyph } from '../ui/sound-glyph.tsx';
import { amountText, moneyText } from './format.ts';
import { useDesk, useDeskStore } from './use-desk.ts';
import { useFocusHere } from './use-focus-here.ts';

type Answered = Extract<Question, { kind: 'answered' }>;

function explanation(question: Answered, available: string | null, texts: Texts): string {
  const time = texts.time(question.answeredAt);
  if (question.isSufficient) {
    return texts.t('enough/answeredYes', { time });
  }
  return available === null
    ? texts.t('enough/answeredNoBare', { time })
    : texts.t('enough/answeredNo', {
        time,
        currency: question.amount.currency,
        available: moneyText(available, question.amount.currency, texts),
      });
}

/** Yes: a light field with a dark round sign. No: a dark field with a light eight-sided one. */
export function AnswerPanel({ question }: { readonly question: Answered }) {
  const texts = useTexts();
  const place = useFocusHere();
  const yes = question.isSufficient;
  const amount = amountText(question.amount, texts);
  const available = useDesk(
    (state) => balanceRows(state).find((row) => row.currency === question.amount.currency)?.amounts.atDisposal ?? null,
  );
  const answer = yes ? 'yes' : 'no';
  return (
    <section className="do">
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="answer on-field"
        data-answer={answer}
        data-testid="answer"
      >
        <p className="asked">{texts.t('enough/question', { amount })}</p>
        <div className="word">
          {yes ? <YesSign /> : <NoSign />}
          <span>{texts.t(`enough/${answer}`)}</span>
        </div>
        <p className="say">{texts.t(yes ? 'enough/enoughSay' : 'enough/notEnoughSay', { amount })}</p>
        <p className="sub">{explanation(question, available, texts)}</p>
        <SoundGlyph name={answer} caption={texts.t(`sound/${answer}`)} />
        <div className="foot">
          {yes ? <PrintButton act /> : <AnotherAmountButton act />}
          {yes ? <AnotherAmountButton act={false} /> : <PrintButton act={false} />}
          <p className="next">
            <Icon name="scanner" size="row" />
            <span>{texts.t('enough/nextCustomer')}</span>
          </p>
        </div>
      </div>
    </section>
  );
}

function PrintButton({ act }: { readonly act: boolean }) {
  const texts = useTexts();
  const store = useDeskStore();
  const off = useDesk((state) => keyState(state, 'print').off);
  return (
    <KeyButton
      className={act ? 'btn act wide' : 'btn wide'}
      neverByEnter
      offReason={off === null ? null : texts.t(`keys/off/${off}`)}
      onPress={() => void store.getState().printReceipt()}
    >
      <Icon name="printer" size="row" />
      <span>{texts.t('keys/print')}</span>
      <kbd>F9</kbd>
    </KeyButton>
  );
}

function AnotherAmountButton({ act }: { readonly act: boolean }) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <KeyButton
      className={act ? 'btn act wide' : 'btn wide'}
      testId="another-amount"
      onPress={() => store.getState().clearAmount()}
    >
      <Icon name="backspace" size="row" />
      <span>{texts.t('enough/another')}</span>
    </KeyButton>
  );
}
