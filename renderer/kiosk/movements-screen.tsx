import { useState } from 'react';
import type { Movement, MovementList, TextSize } from '../stores/kiosk-flows.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Pager } from './balance-screen.tsx';
import { MessageScreen } from './message-screen.tsx';
import { money } from './money.ts';
import { Heading, Lines, Slabs } from './parts.tsx';
import { useKiosk } from './use-kiosk.ts';

const rowsOfSize: Readonly<Record<TextSize, { readonly whole: number; readonly low: number }>> = {
  1: { whole: 5, low: 3 },
  2: { whole: 4, low: 2 },
  3: { whole: 3, low: 2 },
  4: { whole: 2, low: 1 },
};

export function MovementsScreen({ list }: { readonly list: MovementList }) {
  if (list.kind === 'failed') {
    return <MessageScreen testId="movements-failed" icon="alert" code={list.error.code} />;
  }
  return (
    <>
      <main className="k-main" data-testid="movements" aria-busy={list.kind === 'reading'}>
        <Heading />
        {list.kind === 'reading' || list.rows.length === 0 ? <Lines /> : <Rows rows={list.rows} />}
      </main>
      <Slabs />
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly Movement[] }) {
  const [page, setPage] = useState(0);
  const fits = useKiosk((state) => rowsOfSize[state.access.size][state.access.reach]);
  const pages = Math.ceil(rows.length / fits);
  const at = Math.min(page, pages - 1);
  return (
    <>
      <ul className="k-moves">
        {rows.slice(at * fits, (at + 1) * fits).map((row) => (
          <Move key={row.id} row={row} />
        ))}
      </ul>
      {pages === 1 ? null : <Pager page={at} pages={pages} onTurn={() => setPage((at + 1) % pages)} />}
    </>
  );
}

function Move({ row }: { readonly row: Movement }) {
  const texts = useTexts();
  const date = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium' }).format(row.at);
  return (
    <li data-testid="movement">
      <Icon name={row.direction === 'in' ? 'plus' : 'minus'} />
      <span className="what">
        <b>{row.otherParty ?? row.details}</b>
        <span>
          {date} · {texts.t(`kiosk/movements/${row.direction}`)}
        </span>
      </span>
      <span className="sum">{money(row.amount, row.currency, texts)}</span>
    </li>
  );
}
