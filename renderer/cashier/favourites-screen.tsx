import type { FavouriteRow } from '../stores/account-flows.ts';
import { selectedFavourite } from '../stores/account-lists-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { ListFrame, PartyCell, partyText } from './account-list.tsx';
import { PartyFacts, RecordFact } from './record-facts.tsx';
import { RevealButton, RevealNote } from './reveal-button.tsx';
import { NothingChosen } from './statement-details.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

const idOf = ({ walletId }: FavouriteRow): number => walletId;

/** Whom the customer pays most, most used first. */
export function FavouritesScreen() {
  const texts = useTexts();
  const store = useDeskStore();
  const { list, selected } = useDesk((state) => state.favourites);
  return (
    <ListFrame
      kind="favourites"
      list={list}
      head={
        <div className="filters title-line">
          <h1>{texts.t('account/favourites/title')}</h1>
        </div>
      }
      columns={
        <div className="columns" aria-hidden="true">
          <span>{texts.t('account/favourites/columns/party')}</span>
          <span>{texts.t('account/favourites/columns/count')}</span>
        </div>
      }
      idOf={idOf}
      textOf={(row) => `${partyText(row.party, texts)}, ${texts.plural('times', row.count)}`}
      selected={selected}
      onSelect={(walletId) => store.getState().selectFavourite(walletId)}
      onMore={() => void store.getState().readMoreFavourites()}
      onAgain={() => void store.getState().readFavouritesAgain()}
      row={(row) => (
        <>
          <PartyCell party={row.party} details={row.party.name === null ? null : row.party.account} />
          <span className="cell-sum">{texts.plural('times', row.count)}</span>
        </>
      )}
    />
  );
}

export function FavouriteDetails() {
  const texts = useTexts();
  const row = useDesk(selectedFavourite);
  return row === null ? (
    <NothingChosen />
  ) : (
    <section className="do" aria-label={texts.t('account/favourites/title')} data-testid="details">
      <div className="pad-in details">
        <h2>{partyText(row.party, texts)}</h2>
        <dl className="kv">
          <PartyFacts as="payee" party={row.party} />
          <RecordFact name="account/fact/paid">{texts.plural('times', row.count)}</RecordFact>
          <RecordFact name="account/fact/wallet">{row.walletId}</RecordFact>
        </dl>
        <div className="foot">
          <RevealNote />
          <RevealButton wide />
        </div>
      </div>
    </section>
  );
}
