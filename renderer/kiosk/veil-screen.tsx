import { answerMs } from '../stores/kiosk-presence.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Heading, Slabs } from './parts.tsx';
import { useCountdown } from './use-countdown.ts';

/** In place of the customer's data, which is not in the page while this stands. One touch goes on. */
export function VeilScreen({ until }: { readonly until: number }) {
  const texts = useTexts();
  const seconds = useCountdown(until);
  return (
    <main className="veil" data-testid="veil">
      <div className="say">
        <Heading />
        <p role="timer">{texts.t('kiosk/veil/say', { time: texts.plural('inSeconds', seconds) })}</p>
        <progress className="count" max={answerMs / 1000} value={seconds} aria-hidden="true" />
      </div>
      <Slabs />
    </main>
  );
}
