import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import { askableCurrencies } from '../stores/kiosk-amount-slice.ts';
import type { Task } from '../stores/kiosk-flows.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { digitSigns, KeyPad } from './key-pad.tsx';
import { Heading, Slab, Wrong } from './parts.tsx';
import { Picks } from './picks.tsx';
import { wrongAmount } from './task-scripts.ts';
import { useKiosk, useKioskStore, useScript } from './use-kiosk.ts';

/** Which amount? The pad is in a telephone's order. */
export function AmountScreen({ task }: { readonly task: Extract<Task, { kind: 'amount' }> }) {
  const texts = useTexts();
  const store = useKioskStore();
  const { choices } = useScript();
  const separator = texts.number(1.1, 1).charAt(1);
  return (
    <>
      <main className="k-main k-tight" data-testid="amount-entry">
        <Heading />
        {task.problem === null ? (
          <p className="k-sub">{texts.t('kiosk/amount/say')}</p>
        ) : (
          <Wrong marks={{ 'data-code': task.problem }}>{wrongAmount({ texts })}</Wrong>
        )}
        <output className="k-amount" aria-label={texts.t('kiosk/amount/typed')} data-testid="amount">
          <span className="cur">{task.currency}</span>
          <span className="value">
            {task.text}
            <i className="caret" />
          </span>
        </output>
        <Currencies currency={task.currency} />
        <KeyPad
          label={texts.t('kiosk/amount/pad')}
          signs={[...digitSigns.slice(0, -1), separator, '0']}
          look="amount"
          onSign={(sign) => store.getState().typeAmount(sign)}
          deleteLabel={texts.t('kiosk/amount/delete')}
          onDelete={() => store.getState().deleteAmountSign()}
        />
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
