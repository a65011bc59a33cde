import { useTexts } from '../ui/i18n/use-texts.tsx';
import { CardChoice, CardPlace, ConfirmLater, type In } from './card-parts.tsx';
import { useDeskStore } from './use-desk.ts';

export function CardCodeUnclear({ flow }: In<'code'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <CardPlace>
      <p className="label" role="alert">
        {texts.t('card/unclear')}
      </p>
      <p className="note">{texts.t('card/unclearSay')}</p>
      <div className="foot">
        <CardChoice
          digit="1"
          testId="card-works"
          text={texts.t('card/works')}
          onPress={() => store.getState().settleCardCode()}
        />
        <CardChoice
          digit="2"
          testId="card-once-more"
          text={texts.t('card/onceMore')}
          onPress={() => store.getState().askForCodeOf(flow.walletId)}
        />
        <ConfirmLater />
      </div>
    </CardPlace>
  );
}
