import { type FormEvent, useRef } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { isAccepted, type Trial } from '../stores/training-setup-store.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { SetupField } from './setup-field.tsx';
import { useSetup, useSetupStore } from './use-setup.tsx';

/** A key's file has one line; more than this is another file. */
const mostKeyBytes = 4_096;

/** First step: who the till is, tried on the spot. What is typed here is in no state: it is read when it is sent. */
export function CredentialsStep() {
  const texts = useTexts();
  const store = useSetupStore();
  const by = useSetup((state) => state.by);
  const trial = useSetup((state) => state.trial);
  const accepted = useSetup(isAccepted);
  const [first, second, apiUrl, caFile] = [useField(), useField(), useField(), useField()];

  function submit(event: FormEvent): void {
    event.preventDefault();
    const [one, two] = [textOf(first), textOf(second)];
    const credentials =
      by === 'mac'
        ? ({ kind: 'mac', clientId: one, macKey: two } as const)
        : ({ kind: 'certificate', certFile: one, keyFile: two } as const);
    if (by === 'mac' && second.current !== null) {
      second.current.value = '';
    }
    void store.getState().test(credentials, { apiUrl: textOf(apiUrl) || null, caFile: textOf(caFile) || null });
  }

  async function takeFile(file: File | undefined): Promise<void> {
    if (file !== undefined && file.size <= mostKeyBytes && second.current !== null) {
      second.current.value = (await file.text()).trim();
    }
  }

  return (
    <form className="setup-form" onSubmit={submit}>
      <Segment
        label={texts.t('setup/by')}
        value={by}
        choices={[
          { value: 'mac', text: texts.t('setup/mac'), testId: 'setup-by-mac' },
          { value: 'certificate', text: texts.t('setup/certificate'), testId: 'setup-by-certificate' },
        ]}
        onChoose={(chosen) => store.getState().choose(chosen)}
      />
      {by === 'mac' ? (
        <>
          <div className="setup-pair">
            <SetupField key="id" label={texts.t('setup/clientId')} testId="setup-client-id" field={first} />
            <SetupField
              key="key"
              label={texts.t('setup/macKey')}
              note={texts.t('setup/macKeySay')}
              testId="setup-mac-key"
              type="password"
              field={second}
            />
          </div>
          <label className="btn setup-file">
            <Icon name="arrow-in" size="row" />
            <span>{texts.t('setup/macKeyFile')}</span>
            <input
              type="file"
              data-testid="setup-key-file"
              onChange={(event) => {
                void takeFile(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
        </>
      ) : (
        <div className="setup-pair">
          <SetupField key="cert" label={texts.t('setup/certFile')} testId="setup-cert-file" field={first} />
          <SetupField key="cert-key" label={texts.t('setup/keyFile')} testId="setup-cert-key-file" field={second} />
        </div>
      )}
      <details className="setup-more">
        <summary data-testid="setup-advanced">{texts.t('setup/advanced')}</summary>
        <div className="setup-pair">
          <SetupField label={texts.t('setup/apiUrl')} testId="setup-api-url" field={apiUrl} />
          <SetupField label={texts.t('setup/caFile')} testId="setup-ca-file" field={caFile} />
        </div>
      </details>
      <TrialOutcome trial={trial} />
      <div className="setup-foot">
        <button type="submit" className={accepted ? 'btn' : 'btn act'} data-testid="setup-test">
          <Icon name="link" size="row" />
          <span>{texts.t('setup/test')}</span>
        </button>
        {accepted ? (
          <KeyButton className="btn act" testId="setup-next" onPress={() => store.getState().show('station')}>
            <Icon name="check" size="row" bold />
            <span>{texts.t('setup/next')}</span>
          </KeyButton>
        ) : null}
      </div>
    </form>
  );
}

const useField = () => useRef<HTMLInputElement>(null);
const textOf = (field: { readonly current: HTMLInputElement | null }): string => field.current?.value.trim() ?? '';

function TrialOutcome({ trial }: { readonly trial: Trial }) {
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
    case 'answered': {
      const { answer } = trial;
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
  }
}

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
