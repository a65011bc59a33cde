import { type CardFlow, type CardStep, cardSteps, stepOf } from '../stores/card-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { CardChoosing } from './card-choosing.tsx';
import { CardCode, CardCodeOnDisplay } from './card-code.tsx';
import { CardCodeNotArrived } from './card-code-not-arrived.tsx';
import { CardCodeUnclear } from './card-code-unclear.tsx';
import { CardDone } from './card-done.tsx';
import type { In } from './card-parts.tsx';
import { CardPresenting } from './card-presenting.tsx';
import { CardRelating } from './card-relating.tsx';
import { CardRelationUnknown } from './card-relation-unknown.tsx';
import { useDesk } from './use-desk.ts';

/** F8: relates a card to the served customer's account, or confirms one that was related earlier. */
export function CardPanel() {
  const texts = useTexts();
  const flow = useDesk((state) => state.card);
  return (
    <section className="do" aria-label={texts.t('card/title')} data-testid="card-panel" data-state={flow.kind}>
      <div className="pad-in card-in">
        <div className="row between">
          <h2>{texts.t('card/title')}</h2>
          <kbd>F8</kbd>
        </div>
        <Steps now={stepOf(flow)} />
        <Step flow={flow} />
      </div>
    </section>
  );
}

function Step({ flow }: { readonly flow: CardFlow }) {
  switch (flow.kind) {
    case 'off':
      return null;
    case 'choosing':
      return <CardChoosing />;
    case 'presenting':
      return <CardPresenting flow={flow} />;
    case 'relating':
      return <CardRelating flow={flow} />;
    case 'relation-unknown':
      return <CardRelationUnknown flow={flow} />;
    case 'code':
      return <CodeStep flow={flow} />;
    case 'done':
      return <CardDone flow={flow} />;
  }
}

function CodeStep({ flow }: In<'code'>) {
  if (flow.unclear) {
    return <CardCodeUnclear flow={flow} />;
  }
  if (flow.notArrived) {
    return <CardCodeNotArrived flow={flow} />;
  }
  return flow.where === 'display' ? <CardCodeOnDisplay flow={flow} /> : <CardCode flow={flow} />;
}

function Steps({ now }: { readonly now: CardStep }) {
  const texts = useTexts();
  const at = cardSteps.indexOf(now);
  return (
    <ol className="card-steps">
      {cardSteps.map((step, index) => (
        <li key={step} aria-current={step === now ? 'step' : undefined} data-past={index < at ? '' : undefined}>
          <span aria-hidden="true">{index + 1}</span>
          {texts.t(`card/step/${step}`)}
        </li>
      ))}
    </ol>
  );
}
