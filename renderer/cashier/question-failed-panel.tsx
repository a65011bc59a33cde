import type { Question } from '../stores/flows.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { SoundGlyph } from '../ui/sound-glyph.tsx';
import { ErrorFacts, ErrorSteps } from './error-steps.tsx';
import { amountText } from './format.ts';
import { useDeskStore } from './use-desk.ts';
import { useFocusHere } from './use-focus-here.ts';

/** The question was asked and not answered: neither yes nor no. */
export function QuestionFailedPanel({ question }: { readonly question: Extract<Question, { kind: 'failed' }> }) {
  const texts = useTexts();
  const store = useDeskStore();
  const place = useFocusHere();
  const error = texts.error(question.error.code);
  return (
    <section className="do">
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="trouble"
        data-testid="error"
        data-code={question.error.code}
      >
        <div className="hatch" />
        <div className="pad-in">
          <p className="asked label">{texts.t('enough/question', { amount: amountText(question.amount, texts) })}</p>
          <div className="state">
            <div className="sign" data-kind="ask">
              <Icon name="alert" />
            </div>
            <div>
              <h1>{error.title}</h1>
              <p className="label">{error.what}</p>
            </div>
          </div>
          <ErrorSteps error={question.error} />
          <ErrorFacts error={question.error} />
          <div className="foot">
            <KeyButton className="btn act wide" testId="ask-again" onPress={() => void store.getState().ask()}>
              <Icon name="refresh" size="row" />
              <span>{texts.t('enough/again')}</span>
              <kbd>Enter</kbd>
            </KeyButton>
            <KeyButton className="btn wide" onPress={() => store.getState().clearAmount()}>
              <Icon name="backspace" size="row" />
              <span>{texts.t('enough/another')}</span>
            </KeyButton>
            <SoundGlyph name="trouble" caption={texts.t('sound/trouble')} />
          </div>
        </div>
      </div>
    </section>
  );
}
