import { selectedStatement } from '../stores/account-statements-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { DirectionSign, signedAmount } from './account-list.tsx';
import { PartyFacts, partyAs, RecordFact } from './record-facts.tsx';
import { RevealButton, RevealNote } from './reveal-button.tsx';
import { statementType } from './statements-screen.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

/** All that is known of the chosen statement. */
export function StatementDetails() {
  const texts = useTexts();
  const store = useDeskStore();
  const row = useDesk(selectedStatement);
  const noPrinter = useDesk((state) => state.status?.printer.kind === 'not-configured');
  if (row === null) {
    return <NothingChosen />;
  }
  return (
    <section className="do" aria-label={texts.t('account/statements/title')} data-testid="details">
      <div className="pad-in details">
        <div className="details-head">
          <DirectionSign direction={row.direction} big />
          <span className="big-sum">{signedAmount(row, texts)}</span>
        </div>
        <p className="label strong">{statementType(row.type, texts)}</p>
        <dl className="kv">
          <PartyFacts as={partyAs(row.direction)} party={row.party} />
          <RecordFact name="account/fact/details">{row.details}</RecordFact>
          <RecordFact name="account/fact/reference">{row.reference}</RecordFact>
          <RecordFact name="account/fact/at">{texts.moment(row.at)}</RecordFact>
          <RecordFact name="account/fact/number">{row.id}</RecordFact>
          <RecordFact name="account/fact/transfer">{row.transferId}</RecordFact>
        </dl>
        <div className="foot">
          <RevealNote />
          <RevealButton wide />
          <KeyButton
            className="btn wide"
            neverByEnter
            testId="print-one"
            offReason={noPrinter ? texts.t('keys/off/noPrinter') : null}
            onPress={() => void store.getState().printStatements([row.id])}
          >
            <Icon name="printer" size="row" />
            <span>{texts.t('account/statements/print')}</span>
          </KeyButton>
        </div>
      </div>
    </section>
  );
}

/** The right side of a list while no row is chosen. */
export function NothingChosen() {
  const texts = useTexts();
  return (
    <section className="do" data-testid="details">
      <div className="pad-in details">
        <p className="label soft">{texts.t('account/list/pick')}</p>
      </div>
    </section>
  );
}
