import type { AppError } from '../../shared/errors/app-error.ts';
import type { Trial } from '../stores/training-setup-store.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

interface Words {
  readonly title: string;
  readonly next: string;
}

/** What exactly is not allowed comes with the error; else what the code means and what to do. */
export function wordsOf({ code, details }: Pick<AppError, 'code' | 'details'>, texts: Texts): Words {
  const { title, what, next } = texts.error(code);
  const problems = details?.problems;
  return { title, next: Array.isArray(problems) ? problems.join(' ') : `${what} ${next[0] ?? ''}` };
}

export function SetupTrouble({ outcome, title, next }: Words & { readonly outcome: string }) {
  return (
    <div className="error-note" role="alert" data-testid="setup-trial" data-outcome={outcome}>
      <Icon name="alert" size="row" />
      <div>
        <b>{title}</b>
        <p className="note">{next}</p>
      </div>
    </div>
  );
}

/** What the service said of the credentials, with a sentence for each way it can fail. */
export function TrialOutcome({ trial }: { readonly trial: Trial }) {
  const texts = useTexts();
  switch (trial.kind) {
    case 'idle':
      return null;
    case 'asking':
      return (
        <p className="label soft" role="status" data-testid="setup-trial" data-outcome="asking">
          {texts.t('setup/testing')}
        </p>
      );
    case 'failed':
      return <SetupTrouble outcome={trial.error.code} {...wordsOf(trial.error, texts)} />;
    case 'answered':
      return <Answer answer={trial.answer} />;
  }
}

function Answer({ answer }: { readonly answer: Extract<Trial, { kind: 'answered' }>['answer'] }) {
  const texts = useTexts();
  switch (answer.kind) {
    case 'accepted':
      return (
        <div role="status" data-testid="setup-trial" data-outcome="accepted">
          <p className="label device-done">
            <Icon name="done" size="row" />
            {texts.t('setup/accepted', { ms: texts.number(Math.round(answer.latencyMs)) })}
          </p>
          {answer.receiptsEnabled ? null : <p className="note">{texts.t('setup/noReceipts')}</p>}
        </div>
      );
    case 'clock-off': {
      const seconds = texts.number(Math.abs(answer.seconds));
      const title = texts.t(answer.seconds > 0 ? 'setup/clockSlow' : 'setup/clockFast', { seconds });
      return <SetupTrouble outcome="clock-off" title={title} next={texts.t('setup/clockNext')} />;
    }
    case 'refused':
      return answer.error.code === 'api.unauthorized' ? (
        <SetupTrouble outcome="refused" title={texts.t('setup/refused')} next={texts.t('setup/refusedNext')} />
      ) : (
        <SetupTrouble outcome="refused" {...wordsOf(answer.error, texts)} />
      );
    case 'not-enabled':
      return (
        <SetupTrouble
          outcome="not-enabled"
          title={texts.t('setup/notEnabled')}
          next={texts.t('setup/notEnabledNext')}
        />
      );
    case 'unreachable':
      return <SetupTrouble outcome={answer.error.code} {...wordsOf(answer.error, texts)} />;
  }
}
