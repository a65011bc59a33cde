import { useTexts } from '../ui/i18n/use-texts.tsx';
import { CardChoice, CardPlace, ConfirmLater, type In } from './card-parts.tsx';
import { useDeskStore } from './use-desk.ts';

export function CardRelationUnknown({ flow }: In<'relation-unknown'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <CardPlace>
      <p className="label" role="status">
        {texts.t(flow.looking ? 'card/settling' : 'card/unknown')}
      </p>
      <p className="note">{texts.t('card/unknownSay')}</p>
      <div className="foot">
        <CardChoice
          digit="1"
          testId="card-look-up"
          text={texts.t('card/lookAgain')}
          onPress={() => void store.getState().lookUpRelation()}
        />
        <CardChoice
          digit="2"
          testId="card-code-came"
          text={texts.t('card/codeCame')}
          onPress={() => void store.getState().chooseCardPurpose('earlier')}
        />
        <ConfirmLater />
      </div>
    </CardPlace>
  );
}
