import { useTexts } from '../ui/i18n/use-texts.tsx';
import { CardChoice, CardPlace, ConfirmLater } from './card-parts.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

export function CardChoosing() {
  const texts = useTexts();
  const store = useDeskStore();
  const account = useDesk((state) => (state.customer.kind === 'identified' ? state.customer.wallet : null));
  const unconfirmed = useDesk((state) => state.unconfirmed);
  return (
    <CardPlace>
      <p className="label">{texts.t('card/choose')}</p>
      {account === null ? null : (
        <p className="note soft">
          {account.maskedName} {account.maskedAccount} · {texts.t('card/wallet', { wallet: account.walletId })}
        </p>
      )}
      {unconfirmed === null || unconfirmed.walletId === null ? null : (
        <p className="note" data-testid="card-note-wallet">
          {texts.t('card/noteWallet', { wallet: unconfirmed.walletId })}
        </p>
      )}
      <div className="foot">
        <CardChoice
          digit="1"
          testId="card-new"
          text={texts.t('card/new')}
          onPress={() => void store.getState().chooseCardPurpose('new')}
        />
        <CardChoice
          digit="2"
          testId="card-earlier"
          text={texts.t('card/earlier')}
          onPress={() => void store.getState().chooseCardPurpose('earlier')}
        />
        {unconfirmed === null ? null : <ConfirmLater />}
      </div>
    </CardPlace>
  );
}
