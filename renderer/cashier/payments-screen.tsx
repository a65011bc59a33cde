import type { PaymentRow } from '../stores/account-flows.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { DirectionSign, ListFrame, PartyCell, partyText, signedAmount } from './account-list.tsx';
import { DirectionChoice } from './direction-choice.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

const idOf = ({ id }: PaymentRow) => id;
const knownTypes = ['password', 'beneficiary', 'transaction_request'] as const;

/** What a payment waits for, in the language of the screen; new words of the API are shown as they are. */
export function waitsFor({ type }: PaymentRow, texts: Texts): string {
  const known = knownTypes.find((name) => name === type);
  return known === undefined
    ? texts.t('account/payments/waits/other', { type: type ?? '?' })
    : texts.t(`account/payments/waits/${known}`);
}

function termsOf(row: PaymentRow, texts: Texts): string {
  return row.validUntil === null
    ? texts.t(row.cancelable ? 'account/payments/cancelable' : 'account/payments/notCancelable')
    : texts.t('account/payments/until', { date: texts.day(row.validUntil) });
}

function spoken(row: PaymentRow, texts: Texts): string {
  const waits = `${texts.t('account/payments/columns/waits')} ${waitsFor(row, texts)}`;
  return [signedAmount(row, texts), partyText(row.party, texts), row.details, waits].filter(Boolean).join(', ');
}

/** F6: what waits for a password, a payee or a decision. */
export function PaymentsScreen() {
  const texts = useTexts();
  const store = useDeskStore();
  const { list, selected, direction } = useDesk((state) => state.payments);
  return (
    <ListFrame
      kind="payments"
      list={list}
      head={
        <div className="filters title-line">
          <h1>{texts.t('account/payments/title')}</h1>
          <DirectionChoice
            of="account/payments/direction"
            value={direction}
            onChoose={(chosen) => void store.getState().filterPayments(chosen)}
          />
        </div>
      }
      columns={
        <div className="columns" aria-hidden="true">
          <span />
          <span>{texts.t('account/payments/columns/party')}</span>
          <span className="cell-waits">{texts.t('account/payments/columns/waits')}</span>
          <span>{texts.t('account/payments/columns/amount')}</span>
        </div>
      }
      idOf={idOf}
      textOf={(row) => spoken(row, texts)}
      selected={selected}
      onSelect={(id) => store.getState().selectPayment(id)}
      onMore={() => void store.getState().readMorePayments()}
      onAgain={() => void store.getState().readPaymentsAgain()}
      failedNote={direction === 'all' ? <p>{texts.t('account/payments/onlyOne')}</p> : null}
      row={(row) => (
        <>
          <span className="cell-sign">
            <DirectionSign direction={row.direction} />
          </span>
          <PartyCell party={row.party} details={row.details} />
          <span className="cell-waits note">
            {waitsFor(row, texts)}
            <small>{termsOf(row, texts)}</small>
          </span>
          <span className="cell-sum">{signedAmount(row, texts)}</span>
        </>
      )}
    />
  );
}
