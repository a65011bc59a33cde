import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { CardPlace, type In } from './card-parts.tsx';
import { useDeskStore } from './use-desk.ts';

export function CardDone({ flow }: In<'done'>) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <CardPlace>
      <div className="row card-done" role="alert" data-testid="card-done" data-how={flow.how}>
        <span className="sign" data-kind="done">
          <Icon name={flow.how === 'confirmed' ? 'check' : 'mail'} bold />
        </span>
        <h3>{texts.t(flow.how === 'confirmed' ? 'card/done' : 'card/doneLater')}</h3>
      </div>
      <p className="label">{texts.t(flow.how === 'confirmed' ? 'card/doneSay' : 'card/doneLaterSay')}</p>
      {flow.walletId === null ? null : (
        <p className={flow.how === 'later' ? 'note' : 'note soft'}>
          {texts.t(flow.how === 'later' ? 'card/noteWallet' : 'card/ownWallet', { wallet: flow.walletId })}
        </p>
      )}
      <div className="foot">
        <KeyButton className="btn act wide" testId="card-close" onPress={() => store.getState().leaveCard()}>
          <Icon name="back" size="row" />
          <span>{texts.t('card/backToCustomer')}</span>
          <kbd>Enter</kbd>
        </KeyButton>
      </div>
    </CardPlace>
  );
}
