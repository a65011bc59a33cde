import { receiptLocaleFor } from '../../shared/domain/locale.ts';
import { operationWord } from '../../shared/domain/operation-words.ts';
import type { OpenOutcomeView } from '../stores/office-store.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { OfficeBusy, OfficeDone, OfficeScroll } from './office-parts.tsx';
import { useOffice, useOfficeStore } from './use-office.ts';

const named = [
  ...(['receipt.print', 'report.print', 'pending-payment.cancel', 'pending-payment.accept'] as const),
  ...(['card.relate', 'card.confirm', 'description.set', 'description.delete'] as const),
];

/** One of it, where reports count many: `Receipt`, not `Receipts printed`. */
function nameOf(operation: string, texts: Texts): string {
  const known = named.find((name) => name === operation);
  return known === undefined
    ? operationWord(operation, receiptLocaleFor(texts.locale))
    : texts.t(`office/outcomes/operation/${known}`);
}

/** Changes and prints of which nobody knows what became. */
export function OutcomesList() {
  const texts = useTexts();
  const outcomes = useOffice((state) => state.outcomes);
  const title = texts.t('office/part/outcomes');
  return (
    <>
      <div className="devices-title office-title">
        <h1>{title}</h1>
        <p className="note soft">{texts.t('office/outcomes/say')}</p>
      </div>
      <OfficeScroll label={title} testId="outcomes">
        {outcomes?.length === 0 ? <NoOutcomes /> : null}
        <ul className="office-list">
          {(outcomes ?? []).map((outcome) => (
            <Outcome key={outcome.entry} outcome={outcome} />
          ))}
        </ul>
      </OfficeScroll>
    </>
  );
}

function NoOutcomes() {
  const texts = useTexts();
  return (
    <div className="office-section" data-testid="no-outcomes">
      <p>
        <b>{texts.t('office/outcomes/none')}</b>
      </p>
      <p className="note soft">{texts.t('office/outcomes/noneSay')}</p>
    </div>
  );
}

const answers = {
  print: [
    { as: 'printed', text: 'office/outcomes/printed' },
    { as: 'not-printed', text: 'office/outcomes/notPrinted' },
  ],
  change: [
    { as: 'done', text: 'office/outcomes/done' },
    { as: 'not-done', text: 'office/outcomes/notDone' },
  ],
} as const;

function Outcome({ outcome }: { readonly outcome: OpenOutcomeView }) {
  const texts = useTexts();
  const store = useOfficeStore();
  const { entry, operation, about, atMs, operator, canBeAsked } = outcome;
  const name = nameOf(operation, texts);
  return (
    <li className="office-outcome" data-testid="outcome" data-entry={entry}>
      <Icon name={about === 'print' ? 'printer' : 'edit'} />
      <div>
        <strong>{name}</strong>
        <span className="note soft">
          {texts.t('office/outcomes/at', {
            time: texts.moment(atMs),
            name: operator ?? texts.t('office/outcomes/nobody'),
          })}
        </span>
        <span className="note">
          {texts.t(
            canBeAsked
              ? 'office/outcomes/canAsk'
              : about === 'print'
                ? 'office/outcomes/printSay'
                : 'office/outcomes/changeSay',
          )}
        </span>
      </div>
      <div className="office-answers">
        {answers[about].map(({ as, text }) => (
          <KeyButton
            key={as}
            className="btn"
            testId={`settle-${as}`}
            label={`${name}, ${texts.time(atMs)}: ${texts.t(text)}`}
            onPress={() => void store.getState().settle(entry, as)}
          >
            <span>{texts.t(text)}</span>
          </KeyButton>
        ))}
      </div>
    </li>
  );
}

/** Asks the service about those that it can know. */
export function OutcomesPanel() {
  const texts = useTexts();
  const store = useOfficeStore();
  const work = useOffice((state) => state.outcomesWork);
  const canAsk = useOffice((state) => state.outcomes?.some(({ canBeAsked }) => canBeAsked) ?? false);
  const isLooking = work.kind === 'looking';
  return (
    <section className="do" aria-label={texts.t('office/outcomes/lookUp')} data-testid="outcomes-panel">
      <div className="pad-in devices-panel">
        <h2>{texts.t('office/outcomes/lookUp')}</h2>
        <p>{texts.t('office/outcomes/lookUpSay')}</p>
        {isLooking ? <OfficeBusy>{texts.t('office/outcomes/looking')}</OfficeBusy> : null}
        {work.kind === 'looked' ? (
          <OfficeDone testId="looked">{texts.t('office/outcomes/looked', { settled: work.settled })}</OfficeDone>
        ) : null}
        {work.kind === 'failed' ? <ErrorNote testId="outcomes-error" error={work.error} /> : null}
        <div className="foot">
          <KeyButton
            className="btn act wide"
            testId="look-up"
            offReason={
              isLooking ? texts.t('office/outcomes/looking') : canAsk ? null : texts.t('office/outcomes/nothingToAsk')
            }
            onPress={() => void store.getState().lookUp()}
          >
            <Icon name="link" size="row" />
            <span>{texts.t('office/outcomes/lookUp')}</span>
            <kbd>F9</kbd>
          </KeyButton>
        </div>
      </div>
    </section>
  );
}
