import { type KioskCard, type PadKind, padKinds } from '../stores/kiosk-card-flow.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { capitals, wrongCode } from './card-scripts.ts';
import { digitSigns, KeyPad, TypedDots } from './key-pad.tsx';
import { Heading, Slab, Wrong } from './parts.tsx';
import { Picks } from './picks.tsx';
import { useKiosk, useKioskStore, useScript } from './use-kiosk.ts';

const signOfPad: Readonly<Record<PadKind, string>> = { digits: '123', capitals: 'ABC', small: 'abc' };
const signsOfPad: Readonly<Record<PadKind, readonly string[]>> = {
  digits: digitSigns,
  capitals,
  small: capitals.map((letter) => letter.toLowerCase()),
};

/** The code from the SMS or e-mail: dots of any length, never its signs. */
export function CardCodeScreen({ step }: { readonly step: Extract<KioskCard, { kind: 'code' }> }) {
  const texts = useTexts();
  const store = useKioskStore();
  const { choices } = useScript();
  const isBig = useKiosk(({ access }) => access.size >= 3);
  const isLow = useKiosk(({ access }) => access.reach === 'low');
  const wrong = wrongCode(step.error, { texts });
  // In large letters confirming later is said behind "the code has not come", where there is room for it.
  const shown = choices.filter(({ id }) => !((isBig || isLow) && (id === 'later' || (isBig && id === 'finish'))));
  return (
    <>
      <main className="k-main k-tight k-code" data-testid="card-code">
        <Heading />
        {wrong === null ? (
          isBig ? null : (
            <p className="k-sub">{texts.t('kiosk/card/codeSay', { card: step.card.masked })}</p>
          )
        ) : (
          <Wrong marks={{ 'data-code': step.error?.code ?? '' }}>{wrong}</Wrong>
        )}
        <TypedDots label={texts.t('kiosk/card/codeLabel')} signs={step.signs} testId="code" />
        <Picks
          label={texts.t('kiosk/card/pad')}
          value={step.pad}
          choices={padKinds.map((value) => ({
            value,
            text: signOfPad[value],
            said: texts.t(`kiosk/card/${value}`),
            testId: `pad-${value}`,
          }))}
          onChoose={(pad) => store.getState().choosePad(pad)}
        />
        <KeyPad
          label={texts.t('kiosk/card/pad')}
          signs={signsOfPad[step.pad]}
          look={step.pad}
          onSign={(sign) => store.getState().typeCode(sign)}
          deleteLabel={texts.t('kiosk/card/delete')}
          onDelete={() => store.getState().deleteCodeSign()}
        />
      </main>
      <div className="k-slabs paired">
        {shown.map((choice) => (
          <Slab key={choice.id} choice={choice} />
        ))}
      </div>
    </>
  );
}
