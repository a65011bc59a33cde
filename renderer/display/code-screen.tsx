import { type FormEvent, useEffect, useRef } from 'react';
import type { CodeProblem, DisplayView } from '../stores/display-store.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Press } from '../ui/press.tsx';
import { CodePad } from './code-pad.tsx';
import { Languages } from './languages.tsx';
import { useDisplayStore } from './use-display.ts';

const mostSigns = 64;
const msPerMinute = 60_000;

function problemText(problem: CodeProblem, texts: Texts): string {
  switch (problem.kind) {
    case 'wrong': {
      const left = problem.attemptsLeft === null ? '' : ` ${texts.plural('attemptsLeft', problem.attemptsLeft)}`;
      return `${texts.t('display/code/wrong')}${left}`;
    }
    case 'wait':
      return problem.until === null
        ? texts.t('display/code/waitAWhile')
        : texts.t(problem.ours ? 'display/code/ourWait' : 'display/code/wait', {
            // Whole minutes are shown: the one in which it ends counts.
            time: texts.clock(Math.ceil(problem.until / msPerMinute) * msPerMinute),
          });
    case 'trouble':
      return texts.t('display/code/trouble');
  }
}

/** The code, typed by the customer: dots of any length, out of the field as soon as they are sent, in no state of ours. */
export function CodeScreen({ view }: { readonly view: Extract<DisplayView, { kind: 'code' }> }) {
  const texts = useTexts();
  const store = useDisplayStore();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const { problem, sending } = view;
  // No code counts for a while, and main says when it is over: nothing is asked for that could not be sent.
  const isWaiting = problem?.kind === 'wait' && problem.until !== null;

  function change(text: string): void {
    const input = field.current;
    if (input !== null) {
      input.value = text.slice(0, mostSigns);
      input.focus({ preventScroll: true });
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isWaiting) {
      return;
    }
    const code = field.current?.value ?? '';
    change('');
    void store.getState().submitCode(code);
  }
  return (
    <main className="cd-main" data-testid="display-code" data-problem={problem?.kind}>
      <form className="cd-code" onSubmit={submit} autoComplete="off">
        <div className="cd-code-side">
          <h1>{texts.t('display/code/title')}</h1>
          <p className="cd-note">{texts.t('display/code/say')}</p>
          <input
            ref={field}
            readOnly={isWaiting}
            type="password"
            className={problem?.kind === 'wrong' ? 'cd-field wrong' : 'cd-field'}
            data-testid="display-code-field"
            aria-label={texts.t('display/code/label')}
            aria-describedby="cd-problem"
            aria-invalid={problem?.kind === 'wrong'}
            autoComplete="off"
            maxLength={mostSigns}
          />
          <p id="cd-problem" className={problem === null ? 'cd-note' : 'cd-note cd-problem'} role="alert">
            {problem === null ? texts.t('display/code/notArrived') : problemText(problem, texts)}
          </p>
          <div className="cd-code-foot">
            <Press
              className={isWaiting ? 'btn act cd-later' : 'btn cd-later'}
              testId="display-code-later"
              isDisabled={sending}
              onPress={() => void store.getState().confirmLater()}
            >
              <Icon name="mail" size="row" />
              <span>{texts.t('display/code/later')}</span>
            </Press>
            <Languages />
          </div>
        </div>
        <CodePad
          onSign={(sign) => change(`${field.current?.value ?? ''}${sign}`)}
          onDelete={() => change((field.current?.value ?? '').slice(0, -1))}
          isSending={sending}
          isOff={isWaiting}
        />
      </form>
    </main>
  );
}
