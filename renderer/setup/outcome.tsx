import type { Saving, TestPrint } from '../stores/devices-store.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

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
          <ErrorNote testId="devices-error" error={test.error} />
        </div>
      );
  }
}

export function SaveOutcome({ saving }: { readonly saving: Saving }) {
  const texts = useTexts();
  if (saving.kind === 'failed') {
    return <ErrorNote testId="devices-error" error={saving.error} />;
  }
  return saving.kind === 'saved' ? (
    <p className="label device-done" role="status" data-testid="saved" data-holds={saving.holds}>
      <Icon name="done" size="row" />
      {texts.t(saving.holds === 'now' ? 'devices/savedNow' : 'devices/savedNextStart')}
    </p>
  ) : null;
}
