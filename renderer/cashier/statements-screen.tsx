import { periods, type StatementRow } from '../stores/account-flows.ts';
import { balanceRows } from '../stores/amount-slice.ts';
import type { DeskState } from '../stores/desk-store.ts';
import { DayField } from '../ui/day-field.tsx';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Segment } from '../ui/segment.tsx';
import { Toggles } from '../ui/toggles.tsx';
import { DirectionSign, ListFrame, PartyCell, partyText, signedAmount } from './account-list.tsx';
import { DirectionChoice } from './direction-choice.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';
import { deskFields } from './use-desk-keys.ts';

const idOf = ({ id }: StatementRow) => id;

/** A list that crosses the store as one text, so that it is drawn anew only when it changes. */
const joinedCurrencies = (state: DeskState) =>
  balanceRows(state)
    .map(({ currency }) => currency)
    .join(' ');

const knownTypes = [
  'transfer',
  'commission',
  'cash',
  'currency',
  'tax',
  'return',
  'automatic_payment',
  'card_transaction',
] as const;

/** The API's word for the operation in the language of the screen; new words may come. */
export function statementType(type: string | null, texts: Texts): string {
  return texts.t(`account/statements/type/${knownTypes.find((known) => known === type) ?? 'other'}`);
}

function spoken(row: StatementRow, texts: Texts): string {
  const { party, details } = row;
  return [texts.day(row.at), signedAmount(row, texts), partyText(party, texts), details].filter(Boolean).join(', ');
}

/** F5: what came and went, newest first. */
export function StatementsScreen() {
  const texts = useTexts();
  const store = useDeskStore();
  const list = useDesk((state) => state.statements.list);
  const selected = useDesk((state) => state.statements.selected);
  const rangeProblem = useDesk((state) => state.statements.rangeProblem);
  return (
    <ListFrame
      kind="statements"
      list={list}
      head={<Filters />}
      columns={
        <div className="columns" aria-hidden="true">
          <span>{texts.t('account/statements/columns/when')}</span>
          <span />
          <span>{texts.t('account/statements/columns/party')}</span>
          <span>{texts.t('account/statements/columns/amount')}</span>
        </div>
      }
      instead={
        rangeProblem ? (
          <p className="pad-in label" role="status" data-testid="range-problem">
            {texts.t('account/statements/rangeProblem')}
          </p>
        ) : undefined
      }
      idOf={idOf}
      textOf={(row) => spoken(row, texts)}
      selected={selected}
      onSelect={(id) => store.getState().selectStatement(id)}
      onMore={() => void store.getState().readMoreStatements()}
      onAgain={() => void store.getState().readStatementsAgain()}
      row={(row) => <StatementCells row={row} />}
    />
  );
}

function StatementCells({ row }: { readonly row: StatementRow }) {
  const texts = useTexts();
  return (
    <>
      <span className="cell-when">
        <b>{texts.day(row.at)}</b>
        <small>{texts.clock(row.at)}</small>
      </span>
      <span className="cell-sign">
        <DirectionSign direction={row.direction} />
      </span>
      <PartyCell party={row.party} details={row.details ?? statementType(row.type, texts)} />
      <span className="cell-sum">{signedAmount(row, texts)}</span>
    </>
  );
}

function Filters() {
  const texts = useTexts();
  const store = useDeskStore();
  const filter = useDesk((state) => state.statements.filter);
  const currencies = useDesk(joinedCurrencies);
  return (
    <div className="filters">
      <h1 className="vh">{texts.t('account/statements/title')}</h1>
      <Segment
        label={texts.t('account/statements/period')}
        value={filter.period}
        choices={periods.map((value) => ({
          value,
          text: texts.t(`account/statements/periods/${value}`),
          testId: `period-${value}`,
        }))}
        onChoose={(period) => void store.getState().filterStatements({ period })}
      />
      <DirectionChoice
        of="account/direction"
        value={filter.direction}
        onChoose={(direction) => void store.getState().filterStatements({ direction })}
      />
      {filter.period === 'range' ? <Range /> : null}
      <div className="filters-line">
        <SearchField />
        {currencies === '' || !currencies.includes(' ') ? null : (
          <Toggles
            label={texts.t('account/statements/currencies')}
            testId="statement-currency"
            choices={currencies.split(' ')}
            chosen={filter.currencies}
            onToggle={(chosen) => {
              const row = balanceRows(store.getState()).find(({ currency }) => currency === chosen);
              if (row !== undefined) {
                void store.getState().chooseStatementCurrency(row.currency);
              }
            }}
          />
        )}
      </div>
    </div>
  );
}

function Range() {
  const texts = useTexts();
  const store = useDeskStore();
  const { from, to } = useDesk((state) => state.statements.filter);
  const isWrong = from !== null && to !== null && from > to;
  return (
    <div className="filters-line days">
      <DayField
        label={texts.t('account/statements/from')}
        testId="range-from"
        value={from}
        isWrong={isWrong}
        onChange={(day) => void store.getState().filterStatements({ from: day })}
      />
      <DayField
        label={texts.t('account/statements/to')}
        testId="range-to"
        value={to}
        isWrong={isWrong}
        onChange={(day) => void store.getState().filterStatements({ to: day })}
      />
    </div>
  );
}

function SearchField() {
  const texts = useTexts();
  const store = useDeskStore();
  const typed = useDesk((state) => state.statements.typed);
  return (
    <div className="find search">
      <Icon name="search" />
      <input
        id={deskFields.searchId}
        data-testid="statement-search"
        aria-label={texts.t('account/statements/search')}
        placeholder={texts.t('account/statements/search')}
        autoComplete="off"
        spellCheck={false}
        maxLength={255}
        value={typed}
        onChange={(event) => store.getState().writeStatementSearch(event.target.value)}
      />
      <kbd>{typed === '' ? 'F3' : 'Enter'}</kbd>
    </div>
  );
}
