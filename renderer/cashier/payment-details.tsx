import { type FormEvent, useRef } from 'react';
import type { PaymentRow } from '../stores/account-flows.ts';
import { selectedPayment, takesPassword } from '../stores/account-payments-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { DirectionSign, signedAmount } from './account-list.tsx';
import { moneyText } from './format.ts';
import { PaymentChangePanel } from './payment-change-panel.tsx';
import { waitsFor } from './payments-screen.tsx';
import { PartyFacts, partyAs, RecordFact } from './record-facts.tsx';
import { RevealButton, RevealNote } from './reveal-button.tsx';
import { NothingChosen } from './statement-details.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';
import { deskFields } from './use-desk-keys.ts';

/** The chosen payment, or what is being changed about one. */
export function PaymentDetails() {
  const row = useDesk(selectedPayment);
  const change = useDesk((state) => state.payments.change);
  if (change.kind !== 'none') {
    return <PaymentChangePanel change={change} />;
  }
  return row === null ? <NothingChosen /> : <ChosenPayment key={row.id} row={row} />;
}

function ChosenPayment({ row }: { readonly row: PaymentRow }) {
  const texts = useTexts();
  const acceptIsOff = useDesk((state) => state.station?.operationsOff.includes('accept-payment') ?? false);
  return (
    <section className="do" aria-label={texts.t('account/payments/title')} data-testid="details">
      <div className="pad-in details">
        <div className="details-head">
          <DirectionSign direction={row.direction} big />
          <span className="big-sum">{signedAmount(row, texts)}</span>
        </div>
        <dl className="kv">
          <PartyFacts as={partyAs(row.direction)} party={row.party} />
          <RecordFact name="account/fact/details">{row.details}</RecordFact>
          <RecordFact name="account/fact/waitsFor">{waitsFor(row, texts)}</RecordFact>
          <RecordFact name="account/fact/validUntil">
            {row.validUntil === null ? null : texts.moment(row.validUntil)}
          </RecordFact>
          <RecordFact name="account/fact/at">{row.at === null ? null : texts.moment(row.at)}</RecordFact>
          <RecordFact name="account/fact/number">{row.id}</RecordFact>
        </dl>
        {!takesPassword(row) ? (
          <p className="soft">
            {texts.t(row.direction === 'out' ? 'account/payments/outgoing' : 'account/payments/noPassword')}
          </p>
        ) : acceptIsOff ? (
          <p className="soft">{texts.t('account/payments/off')}</p>
        ) : (
          <PasswordForm row={row} />
        )}
        <div className="foot">
          <RevealNote />
          <RevealButton wide />
          <CancelButton row={row} />
        </div>
      </div>
    </section>
  );
}

/** The customer's password: dots of any length, out of the field as soon as it is sent, in no state of ours. */
function PasswordForm({ row }: { readonly row: PaymentRow }) {
  const texts = useTexts();
  const store = useDeskStore();
  const field = useRef<HTMLInputElement>(null);
  const amount = `${moneyText(row.amount ?? '', row.currency, texts)}\u00a0${row.currency}`;
  function submit(event: FormEvent): void {
    event.preventDefault();
    const input = field.current;
    const password = input?.value ?? '';
    if (input !== null) {
      input.value = '';
    }
    void store.getState().acceptPayment(password);
  }
  return (
    <form className="password" data-own-enter="" onSubmit={submit} autoComplete="off">
      <h2 className="minor">{texts.t('account/payments/password')}</h2>
      <input
        ref={field}
        id={deskFields.passwordId}
        className="code-field"
        type="password"
        data-testid="payment-password"
        aria-label={texts.t('account/payments/password')}
        aria-describedby="password-say"
        autoComplete="off"
        maxLength={255}
      />
      <p id="password-say" className="note soft">
        {texts.t('account/payments/passwordSay')}
      </p>
      <button type="submit" className="btn act wide" data-testid="accept-payment">
        <Icon name="check" size="row" />
        <span>{texts.t('account/payments/accept', { amount })}</span>
        <kbd>Enter</kbd>
      </button>
    </form>
  );
}

function CancelButton({ row }: { readonly row: PaymentRow }) {
  const texts = useTexts();
  const store = useDeskStore();
  const isOff = useDesk((state) => state.station?.operationsOff.includes('cancel-payment') ?? false);
  const reason = isOff
    ? texts.t('keys/off/switchedOff')
    : row.cancelable
      ? null
      : texts.t('account/payments/notCancelable');
  return (
    <KeyButton
      className="btn wide"
      testId="cancel-payment"
      offReason={reason}
      onPress={() => store.getState().askToCancel()}
    >
      <Icon name="forbidden" size="row" />
      <span>{texts.t('account/payments/cancel')}</span>
      <kbd>Del</kbd>
    </KeyButton>
  );
}
