import { useEffect, useRef } from 'react';
import { Switch, Toolbar } from 'react-aria-components';
import { decimalOfCents, formatDecimal, isSentInCents } from '../../shared/domain/money.ts';
import { amountCurrency, askableCurrencies, typedAmount } from '../stores/amount-slice.ts';
import type { DeskState } from '../stores/desk-store.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';
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

/** What digits alone mean where a shop enters cents: said while they are typed. */
function meaningOfTyped(state: DeskState): string | null {
  const amount =
    state.station?.amountEntry === 'cents' && /^[0-9]+$/.test(state.amount.text) ? typedAmount(state) : null;
  return amount?.ok ? decimalOfCents(amount.value.cents) : null;
}

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
        <KeepSwitch />
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
  const kept = useDesk((state) => state.amount.kept);
  const scan = useDesk(scanOf);
  const field = useRef<HTMLInputElement>(null);
  // The amount is where the hand is: whatever brought this panel, and for each customer, typing goes here.
  // biome-ignore lint/correctness/useExhaustiveDependencies(scan): the panel stays when the next scan comes
  // biome-ignore lint/correctness/useExhaustiveDependencies(kept): looked at when the panel or the next scan comes
  useEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    // An amount that was kept is chosen whole: the first sign begins another.
    input?.setSelectionRange(kept ? 0 : input.value.length, input.value.length);
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
  const means = useDesk(meaningOfTyped);
  const kept = useDesk((state) => state.amount.kept);
  const entry = useDesk((state) => state.station?.amountEntry ?? 'decimal');
  const note =
    problem === 'amount.malformed'
      ? texts.t('enough/malformed', { example: formatDecimal('12.50', texts.locale) })
      : problem === 'amount.currency-not-in-cents'
        ? texts.t('enough/notInCents', { currency: chosen })
        : without.length > 0
          ? texts.t('enough/notInCentsShort', { currency: without.join(', ') })
          : kept
            ? texts.t('account/amount/kept')
            : means !== null
              ? texts.t('account/amount/means', { amount: formatDecimal(means, texts.locale) })
              : texts.t('enough/whole', {
                  example: formatDecimal(entry === 'cents' ? '12.50' : '1250.00', texts.locale),
                });
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

/** The amount stays for the next customer: the shop's choice, until the cashier makes another. */
function KeepSwitch() {
  const texts = useTexts();
  const store = useDeskStore();
  const keeps = useDesk((state) => state.keepAmount);
  return (
    <Switch
      className="keep convert"
      data-testid="keep-amount"
      isSelected={keeps}
      onChange={() => store.getState().toggleKeepAmount()}
    >
      <span className="switch" data-on={keeps ? '' : undefined} />
      <span>{texts.t('account/amount/keep')}</span>
    </Switch>
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
