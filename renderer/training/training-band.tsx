import type { ReactNode } from 'react';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

/** Says all the time that nothing here is real. There is no way to close it. */
export function TrainingBand({ tag }: { readonly tag: ReactNode }) {
  const texts = useTexts();
  return (
    <div className="band" role="note" data-testid="training-banner">
      <Icon name="training" size="row" />
      <b>{texts.t('training/name')}</b>
      <span className="dots" aria-hidden="true" />
      <span className="say">{texts.t('training/say')}</span>
      <span className="grow" />
      {tag}
    </div>
  );
}
