import { Toolbar } from 'react-aria-components';
import type { SampleCard } from '../stores/training-store.ts';
import { returnFocusAfterClick } from '../ui/desk-focus.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { PaperPicture, slipsOf } from '../ui/paper.tsx';
import { Faults } from './dock-faults.tsx';
import { useTraining, useTrainingStore } from './use-training.ts';

const none: readonly never[] = [];

/** The simulated cards, codes, printer and troubles of a training station. */
export function Dock({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts();
  return (
    <aside className="dock" aria-label={texts.t('dock/title')}>
      <div className="hd">
        <Icon name="training" size="row" />
        <h2 className="grow">{texts.t('dock/title')}</h2>
        <StartOver />
        <DisplayKey />
        <kbd>F11</kbd>
        <button type="button" className="close" aria-label={texts.t('dock/close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      <Cards />
      <Printer />
      <Faults />
    </aside>
  );
}

/** For the next trainee: nothing of what the last one did is left. */
function StartOver() {
  const texts = useTexts();
  const store = useTrainingStore();
  return (
    <button
      type="button"
      className="close"
      data-testid="dock-start-over"
      aria-label={texts.t('dock/startOver')}
      title={texts.t('dock/startOver')}
      onClick={() => void store.getState().startOver()}
    >
      <Icon name="refresh" />
    </button>
  );
}

/** What the customer would see, in a window of its own. */
function DisplayKey() {
  const texts = useTexts();
  const store = useTrainingStore();
  const isOpen = useTraining((state) => state.room?.customerDisplay ?? false);
  return (
    <button
      type="button"
      className="close"
      aria-pressed={isOpen}
      aria-label={texts.t('dock/display')}
      title={texts.t('dock/display')}
      data-testid="dock-display"
      onClick={(event) => {
        returnFocusAfterClick(event);
        void store.getState().toggleDisplay();
      }}
    >
      <Icon name="display" />
    </button>
  );
}

function Cards() {
  const texts = useTexts();
  const cards = useTraining((state) => state.room?.cards ?? none);
  return (
    <section className="taps">
      <h3>
        <Icon name="card-waves" />
        {texts.t('dock/tap')}
      </h3>
      <Toolbar className="cards" aria-label={texts.t('dock/tap')}>
        {cards.map((card) => (
          <Card key={card.id} card={card} />
        ))}
      </Toolbar>
      <BarcodeField />
      <SentCodes />
    </section>
  );
}

function Card({ card }: { readonly card: SampleCard }) {
  const texts = useTexts();
  const store = useTrainingStore();
  const isLast = useTraining((state) => state.lastCard === card.id);
  return (
    <button
      type="button"
      className="card"
      data-on={isLast ? '' : undefined}
      data-testid={`dock-card-${card.id}`}
      onClick={(event) => {
        returnFocusAfterClick(event);
        void store.getState().tapCard(card.id);
      }}
    >
      <b>{card.title}</b>
      <span>{texts.t(`dock/hint/${card.hint}`)}</span>
    </button>
  );
}

function BarcodeField() {
  const texts = useTexts();
  const store = useTrainingStore();
  const text = useTraining((state) => state.barcode);
  const barcodes = useTraining((state) => state.room?.barcodes ?? none);
  return (
    <form
      className="barcode"
      onSubmit={(event) => {
        event.preventDefault();
        void store.getState().scanBarcode();
      }}
    >
      <div className="find">
        <Icon name="scanner" />
        <input
          data-testid="dock-barcode"
          aria-label={texts.t('dock/barcode')}
          list="dock-barcodes"
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder={barcodes[0]?.text ?? ''}
          onChange={(event) => store.getState().writeBarcode(event.target.value)}
        />
        <datalist id="dock-barcodes">
          {barcodes.map((barcode) => (
            <option key={barcode.text} value={barcode.text}>
              {texts.t(`dock/barcodeHint/${barcode.hint}`)}
            </option>
          ))}
        </datalist>
      </div>
      <button type="submit" className="btn" data-testid="dock-scan" onClick={returnFocusAfterClick}>
        {texts.t('dock/scan')}
      </button>
    </form>
  );
}

const codesInSight = 2;
const scrollable = (codes: readonly unknown[]) => (codes.length > codesInSight ? { tabIndex: 0 } : {});

/** Confirmation codes that the simulator sent: on a real day they are on the customer's telephone. */
function SentCodes() {
  const texts = useTexts();
  const codes = useTraining((state) => state.room?.codes ?? none);
  // The newest is the one that somebody waits for; the others are a scroll away, by keyboard too.
  return codes.length === 0 ? null : (
    <section className="codes note" aria-label={texts.t('dock/codes')} data-testid="dock-codes" {...scrollable(codes)}>
      <ul>
        {codes.toReversed().map(({ walletId, channel, to, code }) => (
          <li key={`${walletId} ${code}`}>{texts.t(`dock/code/${channel}`, { to, code })}</li>
        ))}
      </ul>
    </section>
  );
}

function Printer() {
  const texts = useTexts();
  const store = useTrainingStore();
  const paper = useTraining((state) => state.room?.paper ?? null);
  const slips = paper === null ? [] : [...slipsOf(paper)].reverse();
  return (
    <section className="printer">
      <h3>
        <Icon name="printer" />
        {texts.t('dock/printer', { symbols: texts.plural('symbolsPerLine', paper?.columns ?? 0) })}
      </h3>
      <div className="printer-in">
        <div className="hangs">
          <div className="slot" />
          {/* Longer than its window: whoever has no wheel must reach the rest too. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <section className="slips" aria-label={texts.t('print/paper')} data-testid="paper" tabIndex={0}>
            {slips.length === 0 ? <p className="note">{texts.t('dock/noPaper')}</p> : null}
            {slips.map((slip, index) => (
              // Slips have no name; the newest is nearest to the printer.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <div className="paper-wrap" key={slips.length - index}>
                <PaperPicture
                  slip={slip}
                  columns={paper?.columns ?? 42}
                  printedPx={220}
                  label={texts.t('print/paper')}
                />
              </div>
            ))}
          </section>
        </div>
        <button
          type="button"
          className="btn take"
          data-testid="dock-take-paper"
          onClick={(event) => {
            returnFocusAfterClick(event);
            void store.getState().takePaper();
          }}
        >
          <Icon name="scissors" size="row" />
          <span>{texts.t('dock/takePaper')}</span>
        </button>
      </div>
    </section>
  );
}
