import { type KioskCard, type PadKind, padKinds } from '../stores/kiosk-card-flow.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Press } from '../ui/press.tsx';
import { capitals, wrongCode } from './card-scripts.ts';
import { Heading, Slab } from './parts.tsx';
import { Picks } from './picks.tsx';
import { useKiosk, useKioskStore, useScript } from './use-kiosk.ts';

const signOfPad: Readonly<Record<PadKind, string>> = { digits: '123', capitals: 'ABC', small: 'abc' };
const signsOfPad: Readonly<Record<PadKind, readonly string[]>> = {
  digits: [...'1234567890'],
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
          <p className="k-sub k-wrong" role="alert" data-code={step.error?.code}>
            <Icon name="alert" />
            <span>{wrong}</span>
          </p>
        )}
        <output className="k-amount k-dots" aria-label={texts.t('kiosk/card/codeLabel')} data-testid="code">
          <span className="vh">{texts.plural('signsTyped', step.signs)}</span>
          <span aria-hidden="true">{'•'.repeat(step.signs)}</span>
          <i className="caret" />
        </output>
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
        <CodePad pad={step.pad} />
      </main>
      <div className="k-slabs paired">
        {shown.map((choice) => (
          <Slab key={choice.id} choice={choice} />
        ))}
      </div>
    </>
  );
}

function CodePad({ pad }: { readonly pad: PadKind }) {
  const texts = useTexts();
  const store = useKioskStore();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; this is a keyboard
    <div className="k-pad" data-pad={pad} role="group" aria-label={texts.t('kiosk/card/pad')}>
      {signsOfPad[pad].map((sign) => (
        <Press key={sign} className="k-key" onPress={() => store.getState().typeCode(sign)} testId={`key-${sign}`}>
          {sign}
        </Press>
      ))}
      <Press
        className="k-key fn"
        onPress={() => store.getState().deleteCodeSign()}
        label={texts.t('kiosk/card/delete')}
        testId="key-delete"
      >
        <Icon name="backspace" />
      </Press>
    </div>
  );
}
