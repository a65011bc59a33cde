import type { Ticket } from '../stores/customer-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { LedgerSkeleton } from './ledger.tsx';
import { TicketBar } from './ticket-bar.tsx';

interface IdentifyingScreenProps {
  readonly ticket: Ticket;
  readonly replaced: boolean;
}

/** A scan came and the wallet is being looked up. */
export function IdentifyingScreen({ ticket, replaced }: IdentifyingScreenProps) {
  const texts = useTexts();
  return (
    <section className="who" data-testid="identifying">
      <TicketBar ticket={ticket} looking replaced={replaced} />
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
