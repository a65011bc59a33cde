import type { Ticket } from '../stores/customer-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { SoundGlyph } from '../ui/sound-glyph.tsx';
import { ticketIcons, ticketText } from './format.ts';

interface TicketBarProps {
  readonly ticket: Ticket;
  /** A newer scan, still looking: the ticket turns blue. */
  readonly looking: boolean;
  /** Somebody else was served until this scan came. */
  readonly replaced: boolean;
}

/** Which scan this is: the latest one, always. */
export function TicketBar({ ticket, looking, replaced }: TicketBarProps) {
  const texts = useTexts();
  return (
    <div key={ticket.scan} className={looking ? 'ticket new just-scanned' : 'ticket'} data-testid="ticket">
      <Icon name={ticketIcons[ticket.by]} />
      <b>{ticketText(ticket, texts)}</b>
      <span className="from">{texts.t(`ticket/from/${ticket.from}`)}</span>
      <span>{texts.time(ticket.at)}</span>
      <span className="prev">
        {replaced ? (
          <>
            <Icon name="check" bold />
            <span className="said">{texts.t('ticket/previousClosed')}</span>
          </>
        ) : (
          <SoundGlyph name="scan" />
        )}
      </span>
    </div>
  );
}

/** While a card is to be related its scan stands here instead: it is not the next customer's. */
export function CardAwaitedBar() {
  const texts = useTexts();
  return (
    <div className="ticket new just-scanned" role="note" data-testid="card-awaited">
      <Icon name="card-waves" />
      <b>{texts.t('card/scansMean')}</b>
      <span className="from">{texts.t('card/customerStays')}</span>
    </div>
  );
}
