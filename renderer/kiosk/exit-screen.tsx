import type { KioskExit } from '../stores/kiosk-exit-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { pinProblem } from '../ui/pin-problem.ts';
import { digitSigns, KeyPad, TypedDots } from './key-pad.tsx';
import { BigSign, Heading, Lines, Slabs, Wrong } from './parts.tsx';
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
  const store = useKioskStore();
  const label = texts.t('kiosk/exit/pin');
  const wrong = exit.error === null ? null : pinProblem(exit.error, texts);
  return (
    <>
      <main className="k-main k-tight" data-testid="exit" data-state="pin" aria-busy={exit.checking}>
        <Heading />
        {wrong === null ? null : <Wrong marks={{ 'data-testid': 'exit-problem' }}>{wrong}</Wrong>}
        <TypedDots label={label} signs={exit.signs} testId="pin" />
        <KeyPad
          label={label}
          signs={digitSigns}
          look="digits"
          onSign={(digit) => store.getState().typePin(digit)}
          deleteLabel={texts.t('lock/back')}
          onDelete={() => store.getState().deletePinDigit()}
        />
      </main>
      <Slabs />
    </>
  );
}
