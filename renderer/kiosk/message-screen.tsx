import type { ErrorCode } from '../../shared/errors/error-table.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { BigSign, Heading, Lines, Slabs } from './parts.tsx';

/** Something did not work: what, what it means, what to do. Trouble wears a hatched edge. */
export function MessageScreen(props: {
  readonly testId: string;
  readonly icon: IconName;
  readonly code?: ErrorCode | undefined;
}) {
  const texts = useTexts();
  return (
    <>
      <main className="k-main k-care" data-testid={props.testId} data-code={props.code}>
        <div className="hatch" />
        <BigSign kind="care" icon={props.icon} />
        <Heading className="k-large" />
        <Lines />
        {props.code === undefined ? null : (
          <p className="k-note">{texts.t('kiosk/trouble/code', { code: props.code })}</p>
        )}
      </main>
      <div className="k-foot-care">
        <Slabs />
      </div>
    </>
  );
}
