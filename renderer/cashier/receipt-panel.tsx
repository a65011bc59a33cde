import { useEffect, useRef } from 'react';
import { locales } from '../../shared/domain/locale.ts';
import { keyState } from '../stores/desk-keys.ts';
import { leastWidth, receiptColumns, receiptLocale, receiptWidthText, widthProblem } from '../stores/print-slice.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

/** F10: language and width of this customer's receipt. */
export function ReceiptPanel() {
  const texts = useTexts();
  return (
    <section className="do" aria-label={texts.t('receipt/title')} data-testid="receipt-panel">
      <div className="pad-in receipt">
        <div className="row between">
          <h2>{texts.t('receipt/title')}</h2>
          <kbd>F10</kbd>
        </div>
        <LanguageChoice />
        <WidthChoice />
        <p className="note soft">{texts.t('receipt/resets')}</p>
        <PanelFoot />
      </div>
    </section>
  );
}

function LanguageChoice() {
  const texts = useTexts();
  const store = useDeskStore();
  const locale = useDesk(receiptLocale);
  return (
    <div className="choice-row">
      <h3>{texts.t('receipt/language')}</h3>
      <Segment
        label={texts.t('receipt/language')}
        value={locale}
        choices={locales.map((value) => ({
          value,
          text: texts.t(`receipt/languages/${value}`),
          testId: `receipt-locale-${value}`,
        }))}
        onChoose={(chosen) => store.getState().chooseReceiptLocale(chosen)}
      />
    </div>
  );
}

function WidthChoice() {
  const texts = useTexts();
  const store = useDeskStore();
  const text = useDesk(receiptWidthText);
  const columns = useDesk(receiptColumns);
  const problem = useDesk(widthProblem);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const values = { width: text, columns, min: leastWidth, max: columns };
  const note =
    problem === 'too-wide'
      ? texts.t('receipt/tooWide', values)
      : problem === 'too-narrow'
        ? texts.t('receipt/tooNarrow', values)
        : problem === 'not-number'
          ? texts.t('receipt/notNumber', values)
          : texts.t('receipt/allowed', values);
  return (
    <div className="choice-row">
      <h3>{texts.t('receipt/width')}</h3>
      <div className="stepper">
        <KeyButton
          className="btn"
          label={texts.t('receipt/narrower')}
          onPress={() => store.getState().stepReceiptWidth(-1)}
        >
          <Icon name="minus" size="row" />
        </KeyButton>
        <input
          ref={field}
          {...deskFocusMark}
          className={problem === null ? 'width' : 'width wrong'}
          data-testid="receipt-width"
          aria-label={texts.t('receipt/width')}
          aria-invalid={problem !== null}
          aria-describedby="width-note"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(event) => store.getState().writeReceiptWidth(event.target.value)}
        />
        <KeyButton
          className="btn"
          label={texts.t('receipt/wider')}
          onPress={() => store.getState().stepReceiptWidth(1)}
        >
          <Icon name="plus" size="row" />
        </KeyButton>
      </div>
      <p
        id="width-note"
        className={problem === null ? 'note soft' : 'note wrong'}
        aria-live="assertive"
        data-testid="receipt-width-note"
        data-code={problem === 'too-wide' ? 'receipt.width-exceeds-printer' : undefined}
      >
        {note}
      </p>
    </div>
  );
}

function PanelFoot() {
  const texts = useTexts();
  const store = useDeskStore();
  const off = useDesk((state) => keyState(state, 'print').off);
  const problem = useDesk(widthProblem);
  const reason = off !== null ? texts.t(`keys/off/${off}`) : problem !== null ? texts.t('receipt/width') : null;
  return (
    <div className="foot">
      <KeyButton
        className="btn act wide"
        neverByEnter
        offReason={reason}
        onPress={() => void store.getState().printReceipt()}
      >
        <Icon name="printer" size="row" />
        <span>{texts.t('keys/print')}</span>
        <kbd>F9</kbd>
      </KeyButton>
      <KeyButton className="btn wide" onPress={() => store.getState().openPanel('none')}>
        <Icon name="back" size="row" />
        <span>{texts.t('keys/back')}</span>
        <kbd>Esc</kbd>
      </KeyButton>
    </div>
  );
}
