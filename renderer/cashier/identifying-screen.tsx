import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { LedgerSkeleton } from './ledger.tsx';
import { TicketBar } from './ticket-bar.tsx';
import { useDesk } from './use-desk.tsx';

/** A scan came and the wallet is being looked up. */
export function IdentifyingScreen() {
  const texts = useTexts();
  const customer = useDesk((state) => state.customer);
  if (customer.kind !== 'identifying') {
    return null;
  }
  return (
    <section className="who" data-testid="identifying">
      <TicketBar ticket={customer.ticket} looking replaced={customer.replaced} />
      <div className="pad-in customer">
        <div className="person">
          <div className="grow">
            <h1>{texts.t('identifying/title')}</h1>
            <p className="facts">{texts.t('identifying/say')}</p>
          </div>
          <Icon name="working" size="big" />
        </div>
        <LedgerSkeleton />
      </div>
    </section>
  );
}
