import type { ReactNode } from 'react';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

interface TrainingBandProps {
  readonly tag: ReactNode;
  /** The way to a live station; absent where it is open already, or where there is none. */
  readonly onSetUp?: (() => void) | null;
}

/** Says all the time that nothing here is real. There is no way to close it. */
export function TrainingBand({ tag, onSetUp = null }: TrainingBandProps) {
  const texts = useTexts();
  return (
    <div className="band" role="note" data-testid="training-banner">
      <Icon name="training" size="row" />
      <b>{texts.t('training/name')}</b>
      <span className="dots" aria-hidden="true" />
      <span className="say">{texts.t('training/say')}</span>
      <span className="grow" />
      {onSetUp === null ? null : (
        <button type="button" className="band-act" data-testid="open-setup" onClick={onSetUp}>
          {texts.t('setup/open')}
        </button>
      )}
      {tag}
    </div>
  );
}
