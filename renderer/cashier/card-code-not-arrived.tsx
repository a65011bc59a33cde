import { useTexts } from '../ui/i18n/use-texts.tsx';
import { CardChoice, CardPlace, ConfirmLater, type In } from './card-parts.tsx';
import { useDeskStore } from './use-desk.ts';

/** The service sends no second code: what is left is to look again, or to confirm by the e-mail. */
export function CardCodeNotArrived({ flow }: In<'code'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <CardPlace>
      <p className="label" data-testid="card-code-not-arrived">
        {texts.t('card/notArrivedTitle')}
      </p>
      <p className="note">{texts.t('card/notArrivedSay')}</p>
      <p className="note">{texts.t('card/noteWallet', { wallet: flow.walletId })}</p>
      <div className="foot">
        <CardChoice
          digit="1"
          testId="card-type-code"
          text={texts.t('card/typeCode')}
          onPress={() => store.getState().showCodeNotArrived(false)}
        />
        <ConfirmLater />
      </div>
    </CardPlace>
  );
}
