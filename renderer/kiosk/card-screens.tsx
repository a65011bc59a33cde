import { cardIssuers } from '../../shared/domain/identifier.ts';
import type { KioskCard } from '../stores/kiosk-card-flow.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { CardCodeScreen } from './card-code-screen.tsx';
import { CardDrawing, ReaderArrow } from './drawings.tsx';
import { MessageScreen } from './message-screen.tsx';
import { BigSign, Heading, Lines, Slab, Slabs } from './parts.tsx';
import { Picks } from './picks.tsx';
import { useKioskStore, useScript } from './use-kiosk.ts';
import { WaitScreen } from './wait-screen.tsx';

/** Relating a card: one screen for each step. */
export function CardScreen({ card }: { readonly card: KioskCard }) {
  switch (card.kind) {
    case 'presenting':
      return <PresentingScreen error={card.error?.code ?? null} />;
    case 'chosen':
      return <ChosenScreen step={card} />;
    case 'relating':
    case 'finding':
    case 'confirming':
      return <WaitScreen kind={`card-${card.kind}`} />;
    case 'refused':
      return <MessageScreen testId="card-refused" icon="alert" code={card.error.code} />;
    case 'unknown':
      return card.looking ? (
        <WaitScreen kind="card-looking" />
      ) : (
        <MessageScreen testId="card-unknown" icon="question" />
      );
    case 'code':
      return <CardCodeScreen step={card} />;
    case 'not-arrived':
      return <MessageScreen testId="card-not-arrived" icon="mail" />;
    case 'code-wait':
      return <MessageScreen testId="card-code-wait" icon="clock" code={card.error.code} />;
    case 'unclear':
      return <MessageScreen testId="card-unclear" icon="question" />;
    case 'done':
      return <DoneScreen how={card.how} />;
  }
}

function PresentingScreen({ error }: { readonly error: string | null }) {
  return (
    <>
      <main className="k-main" data-testid="card-presenting">
        <Heading className="k-large" />
        {error === null ? null : (
          <div className="k-sub k-wrong" role="alert" data-code={error}>
            <Lines count={1} />
          </div>
        )}
        <Lines from={error === null ? 0 : 1} />
        <div className="k-picture" aria-hidden="true">
          <CardDrawing />
          <ReaderArrow />
        </div>
      </main>
      <Slabs />
    </>
  );
}

function ChosenScreen({ step }: { readonly step: Extract<KioskCard, { kind: 'chosen' }> }) {
  const texts = useTexts();
  const store = useKioskStore();
  const { choices } = useScript();
  return (
    <>
      <main className="k-main" data-testid="card-chosen">
        <BigSign kind="work" icon="card" />
        <Heading className="k-large" />
        <Lines count={1} />
        <p className="k-sub strong">{texts.t('kiosk/card/issuer')}</p>
        <Picks
          label={texts.t('kiosk/card/issuer')}
          value={step.card.issuer}
          choices={cardIssuers.map((value) => ({
            value,
            text: texts.t(`find/issuers/${value}`),
            testId: `issuer-${value}`,
          }))}
          onChoose={(issuer) => store.getState().chooseIssuer(issuer)}
        />
      </main>
      <div className="k-slabs paired">
        {choices
          .filter(({ id }) => !id.startsWith('issuer-'))
          .map((choice) => (
            <Slab key={choice.id} choice={choice} />
          ))}
      </div>
    </>
  );
}

function DoneScreen({ how }: { readonly how: 'confirmed' | 'later' }) {
  const isConfirmed = how === 'confirmed';
  return (
    <>
      <main className="k-main" data-testid="card-done" data-how={how}>
        <BigSign kind={isConfirmed ? 'done' : 'work'} icon={isConfirmed ? 'check' : 'mail'} />
        <Heading className="k-large" />
        <Lines />
      </main>
      <Slabs />
    </>
  );
}
