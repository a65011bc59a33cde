import type { KioskExit } from '../stores/kiosk-exit-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { pinProblem } from '../ui/pin-problem.ts';
import { Press } from '../ui/press.tsx';
import { BigSign, Heading, Lines, Slabs } from './parts.tsx';
import { useKioskStore } from './use-kiosk.ts';

/** The technician's way out. No card is read meanwhile. */
export function ExitScreen({ exit }: { readonly exit: Exclude<KioskExit, { kind: 'closed' }> }) {
  if (exit.kind === 'pin') {
    return <PinScreen exit={exit} />;
  }
  return (
    <>
      <main className="k-main" data-testid="exit" data-state={exit.kind}>
        <BigSign kind="work" icon="lock" />
        <Heading className="k-large" />
        <Lines />
      </main>
      <Slabs />
    </>
  );
}

function PinScreen({ exit }: { readonly exit: Extract<KioskExit, { kind: 'pin' }> }) {
  const texts = useTexts();
  const wrong = exit.error === null ? null : pinProblem(exit.error, texts);
  return (
    <>
      <main className="k-main k-tight" data-testid="exit" data-state="pin" aria-busy={exit.checking}>
        <Heading />
        {wrong === null ? null : (
          <p className="k-sub k-wrong" role="alert" data-testid="exit-problem">
            <Icon name="alert" />
            <span>{wrong}</span>
          </p>
        )}
        <output className="k-amount k-dots" aria-label={texts.t('kiosk/exit/pin')} data-testid="pin">
          <span className="vh">{texts.plural('signsTyped', exit.signs)}</span>
          <span aria-hidden="true">{'•'.repeat(exit.signs)}</span>
          <i className="caret" />
        </output>
        <PinPad />
      </main>
      <Slabs />
    </>
  );
}

function PinPad() {
  const texts = useTexts();
  const store = useKioskStore();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; this is a keyboard
    <div className="k-pad" data-pad="digits" role="group" aria-label={texts.t('kiosk/exit/pin')}>
      {[...'1234567890'].map((digit) => (
        <Press key={digit} className="k-key" onPress={() => store.getState().typePin(digit)} testId={`key-${digit}`}>
          {digit}
        </Press>
      ))}
      <Press
        className="k-key fn"
        onPress={() => store.getState().deletePinDigit()}
        label={texts.t('lock/back')}
        testId="key-delete"
      >
        <Icon name="backspace" />
      </Press>
    </div>
  );
}
