import type { ReactNode } from 'react';
import type { PartyView, RevealedData } from '../stores/account-flows.ts';
import type { DeskState } from '../stores/desk-store.ts';
import type { TextKey } from '../ui/i18n/texts.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { useDesk } from './use-desk.ts';

type FactName = 'payer' | 'payee' | 'party';

/** One thing about a row: its name and what it is. Nothing at all where nothing is known. */
export function RecordFact({ name, children }: { readonly name: TextKey; readonly children: ReactNode }) {
  const texts = useTexts();
  return children === null || children === undefined || children === '' ? null : (
    <>
      <dt>{texts.t(name)}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The other party of a row: masked, or in clear for as long as it is revealed. */
export function PartyFacts({ as, party }: { readonly as: FactName; readonly party: PartyView }) {
  const texts = useTexts();
  const data = useDesk(revealedRow);
  if (data === null) {
    return (
      <>
        <RecordFact name={`account/fact/${as}`}>
          <span data-testid="party">{party.name ?? texts.t('account/list/noParty')}</span>
        </RecordFact>
        <RecordFact name="account/fact/account">{party.account}</RecordFact>
      </>
    );
  }
  return (
    <>
      <RecordFact name={`account/fact/${as}`}>
        <span data-testid="party">{data.name ?? texts.t('account/list/noParty')}</span>
      </RecordFact>
      <RecordFact name="account/fact/account">{data.account}</RecordFact>
      <RecordFact name="account/fact/phone">{data.phone}</RecordFact>
      <RecordFact name="account/fact/email">{data.email}</RecordFact>
      <RecordFact name="account/fact/code">{data.code}</RecordFact>
    </>
  );
}

function revealedRow({ reveal }: DeskState): RevealedData | null {
  return reveal.kind === 'shown' && reveal.subject.kind !== 'customer' ? reveal.data : null;
}

/** How the other party stands to the money. */
export function partyAs(direction: 'in' | 'out' | 'unknown'): FactName {
  return direction === 'in' ? 'payer' : direction === 'out' ? 'payee' : 'party';
}
