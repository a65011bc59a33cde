import { type ReactNode, useEffect, useRef } from 'react';
import type { Customer, Notice } from '../stores/flows.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { ticketText } from './format.ts';
import { Ledger } from './ledger.tsx';
import { RevealButton, RevealNote } from './reveal-button.tsx';
import { CardAwaitedBar, TicketBar } from './ticket-bar.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

type Identified = Extract<Customer, { kind: 'identified' }>;

/** Who, and what they have. It stays where it is whatever is done on the right. */
export function CustomerScreen({ onBalancePainted }: { readonly onBalancePainted: () => void }) {
  const customer = useDesk((state) => state.customer);
  const notice = useDesk((state) => state.notice);
  const isCardAwaited = useDesk((state) => state.card.kind === 'presenting');
  if (customer.kind !== 'identified') {
    return null;
  }
  return (
    <section className="who" data-testid="customer">
      {isCardAwaited ? (
        <CardAwaitedBar />
      ) : (
        <TicketBar ticket={customer.ticket} looking={false} replaced={customer.replaced} />
      )}
      {notice === null ? null : <NoticeBar notice={notice} />}
      <div className="pad-in customer">
        <Person customer={customer} />
        <Ledger balance={customer.balance} />
        <FootLine />
      </div>
      <PaintedMark
        key={customer.session}
        isRead={customer.balance.kind === 'read'}
        onBalancePainted={onBalancePainted}
      />
    </section>
  );
}

function Person({ customer }: { readonly customer: Identified }) {
  const texts = useTexts();
  const { wallet } = customer;
  const data = useDesk(({ reveal }) =>
    reveal.kind === 'shown' && reveal.subject.kind === 'customer' ? reveal.data : null,
  );
  const canReveal = wallet.maskedName !== null || wallet.maskedAccount !== null;
  const name = data?.name ?? wallet.maskedName;
  const account = data?.account ?? wallet.maskedAccount;
  return (
    <div className="person">
      <div className="grow">
        <h1 className={name === null ? 'nameless' : 'mask'} data-testid="name">
          {name ?? texts.t('customer/noName')}
        </h1>
        <div className="facts">
          {account === null ? null : <Fact name={texts.t('customer/account')}>{account}</Fact>}
          <Fact name={texts.t('customer/wallet')} testId="wallet">
            {wallet.walletId}
          </Fact>
          {wallet.description === null ? null : (
            <Fact name={texts.t('customer/description')}>
              {texts.t('customer/quoted', { text: wallet.description })}
            </Fact>
          )}
          {wallet.ownedByCard ? (
            <span className="own-wallet" data-testid="card-wallet">
              <Icon name="card" />
              {texts.t('customer/ownLimits')}
            </span>
          ) : null}
        </div>
      </div>
      {canReveal ? (
        <>
          <RevealButton wide={false} />
          {/* Its line is there before anything is shown, so that nothing below moves when something is. */}
          <div className="facts reveal-line">
            {data?.ibans.map((iban) => (
              <Fact key={iban} name={texts.t('account/fact/iban')}>
                {iban}
              </Fact>
            ))}
            <RevealNote />
          </div>
        </>
      ) : null}
    </div>
  );
}

function Fact({ name, testId, children }: { name: string; testId?: string; children: ReactNode }) {
  return (
    <span data-testid={testId}>
      {name} <b>{children}</b>
    </span>
  );
}

/** A scan that was no customer: said on the ticket, and the customer stays. */
export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <div className="notice" role="alert" data-testid="rejected" data-code={notice.error.code}>
      <div className="hatch" />
      <p>
        <b className="strong">{texts.error(notice.error.code).title}.</b>{' '}
        {notice.ticket.masked === '' ? null : `${ticketText(notice.ticket, texts)}. `}
        {texts.t('trouble/rejectedKeeps')}
      </p>
      <button type="button" aria-label={texts.t('trouble/dismiss')} onClick={() => store.getState().dismissNotice()}>
        <Icon name="cross" />
      </button>
    </div>
  );
}

/** What still holds while the right side is busy with the printer. */
function FootLine() {
  const texts = useTexts();
  const print = useDesk((state) => state.print.kind);
  if (print === 'not-printed' || print === 'failed') {
    return (
      <p className="foot-line label">
        <Icon name="person-check" size="row" />
        <span>{texts.t('print/stays')}</span>
      </p>
    );
  }
  return print === 'unknown' ? (
    <p className="foot-line label">
      <Icon name="hand" size="row" />
      <span>{texts.t('print/youDecide')}</span>
    </p>
  ) : null;
}

/** Tells once a session when the first balance is on the glass: after the frame that draws it. */
function PaintedMark({ isRead, onBalancePainted }: { isRead: boolean; onBalancePainted: () => void }) {
  const told = useRef(false);
  useEffect(() => {
    if (!isRead || told.current) {
      return;
    }
    let cancelled = false;
    const frame = requestAnimationFrame(() => {
      // A task of its own comes after the frame was drawn; a timer would add its minimum delay.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (!cancelled) {
          told.current = true;
          onBalancePainted();
        }
        port1.close();
      };
      port2.postMessage(null);
    });
    return () => {
      cancelled = true;
      cancelAnimationFrame(frame);
    };
  }, [isRead, onBalancePainted]);
  return null;
}
