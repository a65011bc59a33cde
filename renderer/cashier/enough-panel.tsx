import { useEffect, useRef } from 'react';
import { Toolbar } from 'react-aria-components';
import { formatDecimal, isSentInCents } from '../../shared/domain/money.ts';
import { amountCurrency, askableCurrencies } from '../stores/amount-slice.ts';
import type { DeskState } from '../stores/desk-store.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { useDesk, useDeskStore } from './use-desk.tsx';
import { deskFields } from './use-desk-keys.ts';

const padRows = [
  ['7', '8', '9'],
  ['4', '5', '6'],
  ['1', '2', '3'],
] as const;

/** A new array each time would draw the panel forever, so the list crosses the store as one text. */
const joinedCurrencies = (state: DeskState) => askableCurrencies(state).join(' ');

/** The scan by which this customer came; null between two customers. */
const scanOf = ({ customer }: DeskState) => (customer.kind === 'waiting' ? null : customer.ticket.scan);

function offReasonOf(currency: string, texts: Texts): string | undefined {
  return isSentInCents(currency) ? undefined : texts.t('enough/notInCents', { currency });
}

/** "Is it enough?": a field, a pad in the order of the number pad, and the customer's currencies. */
export function EnoughPanel() {
  const texts = useTexts();
  return (
    <section className="do" aria-label={texts.t('enough/title')}>
      <div className="pad-in enough">
        <div className="row between baseline">
          <h2>{texts.t('enough/title')}</h2>
          <span className="soft">{texts.t('enough/justType')}</span>
        </div>
        <AmountField />
        <CurrencyRow />
        <Pad />
      </div>
    </section>
  );
}

function AmountField() {
  const texts = useTexts();
  const store = useDeskStore();
  const text = useDesk((state) => state.amount.text);
  const currency = useDesk(amountCurrency);
  const problem = useDesk((state) => state.amount.problem);
  const scan = useDesk(scanOf);
  const field = useRef<HTMLInputElement>(null);
  // The amount is where the hand is: whatever brought this panel, and for each customer, typing goes here.
  // biome-ignore lint/correctness/useExhaustiveDependencies(scan): the panel stays when the next scan comes
  useEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    input?.setSelectionRange(input.value.length, input.value.length);
  }, [scan]);
  return (
    <label className={problem === null ? 'amount' : 'amount wrong'}>
      <span className="cur" aria-hidden="true">
        {currency}
      </span>
      <input
        ref={field}
        {...deskFocusMark}
        id={deskFields.amountId}
        className="value"
        data-testid="amount"
        data-size={text.length > 9 ? 'long' : 'normal'}
        aria-label={`${texts.t('enough/amount')}, ${currency}`}
        aria-invalid={problem !== null}
        aria-describedby="amount-note"
        autoComplete="off"
        inputMode="none"
        placeholder={formatDecimal('0.00', texts.locale)}
        value={text}
        onChange={(event) => store.getState().writeAmount(event.target.value)}
      />
    </label>
  );
}

function CurrencyRow() {
  const texts = useTexts();
  const store = useDeskStore();
  const currencies = useDesk(joinedCurrencies).split(' ');
  const chosen = useDesk(amountCurrency);
  const problem = useDesk((state) => state.amount.problem);
  const without = currencies.filter((currency) => !isSentInCents(currency));
  const note =
    problem === 'amount.malformed'
      ? texts.t('enough/malformed', { example: formatDecimal('12.50', texts.locale) })
      : problem === 'amount.currency-not-in-cents'
        ? texts.t('enough/notInCents', { currency: chosen })
        : without.length > 0
          ? texts.t('enough/notInCentsShort', { currency: without.join(', ') })
          : texts.t('enough/whole', { example: formatDecimal('1250.00', texts.locale) });
  return (
    <div className="currencies">
      <Segment
        label={texts.t('enough/currency')}
        value={chosen}
        choices={currencies.map((currency) => ({
          value: currency,
          text: currency,
          testId: `currency-${currency}`,
          offReason: offReasonOf(currency, texts),
        }))}
        onChoose={(currency) => {
          const known = askableCurrencies(store.getState()).find((candidate) => candidate === currency);
          if (known !== undefined) {
            store.getState().chooseCurrency(known);
          }
        }}
      />
      <span
        id="amount-note"
        className={problem === null ? 'note soft' : 'note wrong'}
        aria-live="assertive"
        data-testid="amount-note"
      >
        {note}
      </span>
    </div>
  );
}

function Pad() {
  const texts = useTexts();
  const store = useDeskStore();
  const separator = formatDecimal('0.0', texts.locale).slice(1, 2);
  const digit = (sign: string, className = '') => (
    <KeyButton key={sign} className={className} onPress={() => store.getState().typeAmount(sign)}>
      {sign}
    </KeyButton>
  );
  return (
    <Toolbar className="pad" aria-label={texts.t('enough/pad')}>
      {padRows[0].map((sign) => digit(sign))}
      <KeyButton className="fn" label={texts.t('enough/delete')} onPress={() => store.getState().deleteSign()}>
        <Icon name="backspace" />
      </KeyButton>
      {padRows[1].map((sign) => digit(sign))}
      <KeyButton className="fn" onPress={() => store.getState().clearAmount()}>
        {texts.t('enough/clear')}
      </KeyButton>
      {padRows[2].map((sign) => digit(sign))}
      <AskKey />
      {digit('0', 'z')}
      {digit(separator)}
    </Toolbar>
  );
}

function AskKey() {
  const texts = useTexts();
  const store = useDeskStore();
  const isEmpty = useDesk((state) => state.amount.text.trim() === '');
  const asking = useDesk((state) => state.question.kind === 'asking');
  const lookingUp = useDesk((state) => state.customer.kind !== 'identified');
  const switchedOff = useDesk((state) => state.station?.operationsOff.includes('sufficient-amount') ?? false);
  const offReason = switchedOff
    ? texts.t('keys/off/switchedOff')
    : asking
      ? texts.t('enough/asking')
      : lookingUp
        ? texts.t('keys/off/lookingUp')
        : isEmpty
          ? texts.t('enough/justType')
          : null;
  return (
    <KeyButton className="go" testId="enough" offReason={offReason} onPress={() => void store.getState().ask()}>
      {asking ? <Icon name="working" size="big" /> : null}
      <span>{texts.t(asking ? 'enough/asking' : 'enough/ask')}</span>
      <kbd>Enter</kbd>
    </KeyButton>
  );
}
