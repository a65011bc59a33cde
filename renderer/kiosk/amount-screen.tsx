import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import { askableCurrencies } from '../stores/kiosk-amount-slice.ts';
import type { Task } from '../stores/kiosk-flows.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Press } from '../ui/press.tsx';
import { Heading, Slab } from './parts.tsx';
import { Picks } from './picks.tsx';
import { wrongAmount } from './task-scripts.ts';
import { useKiosk, useKioskStore, useScript } from './use-kiosk.ts';

/** Which amount? The pad is in a telephone's order. */
export function AmountScreen({ task }: { readonly task: Extract<Task, { kind: 'amount' }> }) {
  const texts = useTexts();
  const { choices } = useScript();
  return (
    <>
      <main className="k-main k-tight" data-testid="amount-entry">
        <Heading />
        {task.problem === null ? (
          <p className="k-sub">{texts.t('kiosk/amount/say')}</p>
        ) : (
          <p className="k-sub k-wrong" role="alert" data-code={task.problem}>
            <Icon name="alert" />
            <span>{wrongAmount({ texts })}</span>
          </p>
        )}
        <output className="k-amount" aria-label={texts.t('kiosk/amount/typed')} data-testid="amount">
          <span className="cur">{task.currency}</span>
          <span className="value">
            {task.text}
            <i className="caret" />
          </span>
        </output>
        <Currencies currency={task.currency} />
        <Pad />
      </main>
      <div className="k-slabs paired">
        {choices
          .filter(({ id }) => !id.startsWith('currency-'))
          .map((choice) => (
            <Slab key={choice.id} choice={choice} />
          ))}
      </div>
    </>
  );
}

function Currencies({ currency }: { readonly currency: CurrencyCode }) {
  const texts = useTexts();
  const store = useKioskStore();
  // A list of a few codes has the value of its own text: only another text draws it anew.
  const codes = useKiosk((state) => askableCurrencies(state).join(' '));
  const currencies = askableCurrencies(store.getState());
  return codes.includes(' ') ? (
    <Picks
      label={texts.t('kiosk/amount/currency')}
      value={currency}
      choices={currencies.map((code) => ({ value: code, text: code, testId: `currency-${code}` }))}
      onChoose={(code) => store.getState().chooseCurrency(code)}
    />
  ) : null;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

function Pad() {
  const texts = useTexts();
  const store = useKioskStore();
  const separator = texts.number(1.1, 1).charAt(1);
  const type = (sign: string) => () => store.getState().typeAmount(sign);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; this is a keyboard
    <div className="k-pad" role="group" aria-label={texts.t('kiosk/amount/pad')}>
      {digits.map((digit) => (
        <Press key={digit} className="k-key" onPress={type(digit)} testId={`key-${digit}`}>
          {digit}
        </Press>
      ))}
      <Press className="k-key" onPress={type(separator)} testId="key-separator">
        {separator}
      </Press>
      <Press className="k-key" onPress={type('0')} testId="key-0">
        0
      </Press>
      <Press
        className="k-key fn"
        onPress={() => store.getState().deleteAmountSign()}
        label={texts.t('kiosk/amount/delete')}
        testId="key-delete"
      >
        <Icon name="backspace" />
      </Press>
    </div>
  );
}
