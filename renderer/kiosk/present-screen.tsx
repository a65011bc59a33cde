import { useTexts } from '../ui/i18n/use-texts.tsx';
import { CardDrawing, ReaderArrow } from './drawings.tsx';
import { BigSign, Heading, Lines, Slabs } from './parts.tsx';
import { useCountdown } from './use-countdown.ts';
import { useKiosk } from './use-kiosk.ts';

/** Somebody is here: where the card goes. */
export function PresentScreen() {
  return (
    <>
      <main className="k-main" data-testid="present">
        <Heading className="k-large" />
        <Lines />
        <div className="k-picture" aria-hidden="true">
          <CardDrawing />
          <ReaderArrow />
        </div>
      </main>
      <Slabs />
    </>
  );
}

/** Too many cards in a row that nobody knows. */
export function RestingScreen() {
  const texts = useTexts();
  const until = useKiosk((state) => state.restsUntil ?? 0);
  const seconds = useCountdown(until);
  return (
    <main className="k-main k-care" data-testid="resting">
      <div className="hatch" />
      <BigSign kind="care" icon="clock" />
      <Heading className="k-large" />
      <p className="k-sub" role="timer">
        {texts.t('kiosk/present/restSay', { time: texts.plural('inSeconds', seconds) })}
      </p>
    </main>
  );
}
