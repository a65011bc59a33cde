import type { AppError } from '../../shared/errors/app-error.ts';
import type { Ticket } from '../stores/customer-slice.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { SoundGlyph } from '../ui/sound-glyph.tsx';
import { ErrorFacts, ErrorSteps } from './error-steps.tsx';
import { TicketBar } from './ticket-bar.tsx';
import { useDeskStore } from './use-desk.ts';
import { useFocusHere } from './use-focus-here.ts';

/** A scan that a rule of this station turned away: nobody was looked up, and nobody is on the screen. */
export function RejectedScreen({ ticket, error }: { readonly ticket: Ticket; readonly error: AppError }) {
  const texts = useTexts();
  const store = useDeskStore();
  const place = useFocusHere();
  const text = texts.error(error.code);
  return (
    <section className="who">
      <TicketBar ticket={ticket} looking={false} replaced={false} />
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="pad-in failure"
        data-testid="rejected"
        data-code={error.code}
      >
        <div className="state">
          <div className="sign" data-kind="calm">
            <Icon name="scanner" />
          </div>
          <div>
            <h1>{text.title}</h1>
            <p className="label soft">{text.what}</p>
          </div>
        </div>
        <ErrorSteps error={error} />
        <ErrorFacts error={error} />
        <div className="foot across">
          <KeyButton className="btn act" testId="dismiss" onPress={() => store.getState().finish('done')}>
            <span>{texts.t('trouble/dismiss')}</span>
            <kbd>Enter</kbd>
          </KeyButton>
          <SoundGlyph name="no" />
        </div>
      </div>
    </section>
  );
}
