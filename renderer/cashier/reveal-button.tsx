import { useEffect, useState } from 'react';
import type { Reveal } from '../stores/account-flows.ts';
import { revealMs, revealSubject } from '../stores/account-reveal-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

const tickMs = 200;

/** What is left of the time in which personal data stand in clear, in milliseconds. */
function useLeftMs(reveal: Reveal): number {
  const until = reveal.kind === 'shown' ? reveal.until : null;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) {
      return;
    }
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? 0 : Math.min(revealMs, Math.max(0, until - now));
}

/** F4: shows whose data the screen is about, for ten seconds; says that it was recorded. */
export function RevealButton({ wide }: { readonly wide: boolean }) {
  const texts = useTexts();
  const store = useDeskStore();
  const reveal = useDesk((state) => state.reveal);
  const isNobody = useDesk((state) => revealSubject(state) === null);
  const leftMs = useLeftMs(reveal);
  const isShown = reveal.kind === 'shown';
  const text = isShown
    ? texts.t('account/reveal/hide', { seconds: Math.ceil(leftMs / 1_000) })
    : texts.t(wide ? 'account/reveal/showParty' : 'account/reveal/show');
  return (
    <KeyButton
      className={wide ? 'reveal btn wide' : 'reveal btn'}
      testId="reveal"
      offReason={isNobody ? texts.t('account/list/pick') : null}
      onPress={() => void store.getState().toggleReveal()}
    >
      <Icon name={isShown ? 'eye-off' : 'eye'} size="row" />
      <span>{text}</span>
      <kbd>F4</kbd>
      {isShown ? (
        <span className="countbar">
          <i style={{ width: `${(leftMs / revealMs) * 100}%` }} />
        </span>
      ) : null}
    </KeyButton>
  );
}

/** Why the data are not shown, or that it was recorded that they are. */
export function RevealNote() {
  const texts = useTexts();
  const reveal = useDesk((state) => state.reveal);
  if (reveal.kind === 'failed') {
    return (
      <span className="trouble-note" role="alert">
        <Icon name="alert" />
        {texts.t('account/reveal/failed', { reason: texts.error(reveal.error.code).title })}
      </span>
    );
  }
  return reveal.kind === 'shown' ? <span data-testid="recorded">{texts.t('account/reveal/recorded')}</span> : null;
}
