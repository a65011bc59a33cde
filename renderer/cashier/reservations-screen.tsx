import type { ReservationRow } from '../stores/account-flows.ts';
import { selectedReservation } from '../stores/account-lists-slice.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { ListFrame, PartyCell, partyText, signedAmount } from './account-list.tsx';
import { PartyFacts, RecordFact } from './record-facts.tsx';
import { RevealButton, RevealNote } from './reveal-button.tsx';
import { NothingChosen } from './statement-details.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

const idOf = ({ id }: ReservationRow) => id;
const knownTypes = ['transfer_out', 'transfer_in', 'hold', 'credit_card_pending_transaction'] as const;

/** What is held back has no sign: it neither came nor went. */
function heldAmount(row: ReservationRow, texts: Texts): string {
  return signedAmount({ ...row, direction: 'unknown' }, texts);
}

function reservationType({ type }: ReservationRow, texts: Texts): string {
  return texts.t(`account/reservations/type/${knownTypes.find((known) => known === type) ?? 'other'}`);
}

function spoken(row: ReservationRow, texts: Texts): string {
  const { party, details } = row;
  return [heldAmount(row, texts), texts.day(row.at), partyText(party, texts), details].filter(Boolean).join(', ');
}

/** F7: what is held back of the customer's money. */
export function ReservationsScreen() {
  const texts = useTexts();
  const store = useDeskStore();
  const { list, selected } = useDesk((state) => state.reservations);
  const isCut = list.kind === 'read' && list.rows.length < list.total;
  return (
    <ListFrame
      kind="reservations"
      list={list}
      head={
        <div className="filters title-line">
          <h1>{texts.t('account/reservations/title')}</h1>
        </div>
      }
      columns={
        <div className="columns" aria-hidden="true">
          <span>{texts.t('account/reservations/columns/when')}</span>
          <span>{texts.t('account/reservations/columns/party')}</span>
          <span>{texts.t('account/reservations/columns/amount')}</span>
        </div>
      }
      footNote={
        isCut ? (
          <span className="note" data-testid="not-all">
            {texts.t('account/reservations/notAll', { rows: list.rows.length, total: list.total })}
          </span>
        ) : null
      }
      idOf={idOf}
      textOf={(row) => spoken(row, texts)}
      selected={selected}
      onSelect={(id) => store.getState().selectReservation(id)}
      onMore={null}
      onAgain={() => void store.getState().readReservationsAgain()}
      row={(row) => (
        <>
          <span className="cell-when">
            <b>{texts.day(row.at)}</b>
            <small>{texts.clock(row.at)}</small>
          </span>
          <PartyCell party={row.party} details={row.details ?? reservationType(row, texts)} />
          <span className="cell-sum">{heldAmount(row, texts)}</span>
        </>
      )}
    />
  );
}

export function ReservationDetails() {
  const texts = useTexts();
  const row = useDesk(selectedReservation);
  return row === null ? (
    <NothingChosen />
  ) : (
    <section className="do" aria-label={texts.t('account/reservations/title')} data-testid="details">
      <div className="pad-in details">
        <div className="details-head">
          <span className="big-sum">{heldAmount(row, texts)}</span>
        </div>
        <p className="label strong">{reservationType(row, texts)}</p>
        <dl className="kv">
          <PartyFacts as="party" party={row.party} />
          <RecordFact name="account/fact/details">{row.details}</RecordFact>
          <RecordFact name="account/fact/reference">{row.reference}</RecordFact>
          <RecordFact name="account/fact/at">{texts.moment(row.at)}</RecordFact>
          <RecordFact name="account/fact/transfer">{row.transferId}</RecordFact>
        </dl>
        <div className="foot">
          <RevealNote />
          <RevealButton wide />
        </div>
      </div>
    </section>
  );
}
