import type { AppError } from '../../shared/errors/app-error.ts';
import type { Saving, TestPrint } from '../stores/devices-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

/** What went wrong, and what to do. */
export function Trouble({ error }: { readonly error: AppError }) {
  const texts = useTexts();
  const { title, what, next } = texts.error(error.code);
  const problems = error.details?.problems;
  return (
    <div className="device-trouble" role="alert" data-testid="devices-error" data-code={error.code}>
      <Icon name="alert" size="row" />
      <div>
        <b>{title}</b>
        <p className="note">{Array.isArray(problems) ? problems.join(' ') : what}</p>
        <p className="note">{next[0]}</p>
      </div>
    </div>
  );
}

/** How the test page came out: printed, not printed, or nobody knows. */
export function TestOutcome({ test }: { readonly test: TestPrint }) {
  const texts = useTexts();
  switch (test.kind) {
    case 'idle':
      return null;
    case 'printing':
      return (
        <p className="label" role="status" data-testid="test-page" data-outcome="printing">
          {texts.t('print/printing')}…
        </p>
      );
    case 'printed':
      return (
        <p className="label device-done" role="status" data-testid="test-page" data-outcome="printed">
          <Icon name="done" size="row" />
          {texts.t('devices/testPrinted', { time: texts.time(test.at) })}
        </p>
      );
    case 'failed':
      return (
        <div data-testid="test-page" data-outcome={test.error.kind === 'unknown-outcome' ? 'unknown' : 'not-printed'}>
          <Trouble error={test.error} />
        </div>
      );
  }
}

export function SaveOutcome({ saving }: { readonly saving: Saving }) {
  const texts = useTexts();
  if (saving.kind === 'failed') {
    return <Trouble error={saving.error} />;
  }
  return saving.kind === 'saved' ? (
    <p className="label device-done" role="status" data-testid="saved" data-holds={saving.holds}>
      <Icon name="done" size="row" />
      {texts.t(saving.holds === 'now' ? 'devices/savedNow' : 'devices/savedNextStart')}
    </p>
  ) : null;
}
