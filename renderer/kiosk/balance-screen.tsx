import { useState } from 'react';
import type { BalanceRow, KioskBalance, TextSize } from '../stores/kiosk-flows.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { moneyText } from '../ui/money-text.ts';
import { Press } from '../ui/press.tsx';
import { MessageScreen } from './message-screen.tsx';
import { money } from './money.ts';
import { Heading, Lines, Slabs } from './parts.tsx';
import { useKiosk, useKioskStore } from './use-kiosk.ts';

/** Rows of other currencies that fit, by the size of the text; the rest is on the next page. */
const rowsOfSize: Readonly<Record<TextSize, { readonly whole: number; readonly low: number }>> = {
  1: { whole: 3, low: 1 },
  2: { whole: 2, low: 1 },
  3: { whole: 2, low: 1 },
  4: { whole: 1, low: 1 },
};

export function BalanceScreen({ balance, hidden }: { readonly balance: KioskBalance; readonly hidden: boolean }) {
  const texts = useTexts();
  const store = useKioskStore();
  if (balance.kind === 'failed') {
    return <MessageScreen testId="balance-failed" icon="alert" code={balance.error.code} />;
  }
  const fold = {
    id: 'more',
    label: texts.t('kiosk/do/others'),
    icon: 'more' as const,
    run: () => store.getState().openMore(),
  };
  return (
    <>
      <main className="k-main" data-testid="balance" aria-busy={balance.kind === 'loading'}>
        <div className="k-head">
          <Heading />
          <Press className="k-small" testId="hide" onPress={() => store.getState().hideBalance(!hidden)}>
            <Icon name={hidden ? 'eye' : 'eye-off'} />
            {texts.t(hidden ? 'kiosk/balance/show' : 'kiosk/balance/hide')}
          </Press>
        </div>
        {balance.kind === 'loading' || hidden || balance.view.rows.length === 0 ? (
          <Lines />
        ) : (
          <Rows rows={balance.view.rows} />
        )}
      </main>
      <Slabs fold={fold} />
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly BalanceRow[] }) {
  const [page, setPage] = useState(0);
  const fits = useKiosk((state) => rowsOfSize[state.access.size][state.access.reach]);
  const [first, ...others] = rows;
  const pages = Math.max(1, Math.ceil(others.length / fits));
  const at = Math.min(page, pages - 1);
  return first === undefined ? null : (
    <>
      <Figure row={first} />
      {others.length === 0 ? null : <Others rows={others.slice(at * fits, (at + 1) * fits)} />}
      {pages === 1 ? null : <Pager page={at} pages={pages} onTurn={() => setPage((at + 1) % pages)} />}
    </>
  );
}

/** Signs that the figure has room for at its full size. */
const mostSigns = 8;

function Figure({ row }: { readonly row: BalanceRow }) {
  const texts = useTexts();
  const amount = moneyText(row.amounts.atDisposal, row.currency, texts);
  return (
    <div className="k-bal" data-testid={`balance-${row.currency}`}>
      <p className="lab">{texts.t('kiosk/balance/atDisposal')}</p>
      <p className={amount.length > mostSigns ? 'fig long' : 'fig'}>
        {amount}
        <span>{row.currency}</span>
      </p>
      <p className="k-sub">
        {texts.t('kiosk/balance/reserved')}{' '}
        <b className="strong nowrap">{money(row.amounts.reserved, row.currency, texts)}</b>
      </p>
    </div>
  );
}

function Others({ rows }: { readonly rows: readonly BalanceRow[] }) {
  const texts = useTexts();
  return (
    <table className="k-rows">
      <thead>
        <tr>
          <th scope="col">{texts.t('kiosk/balance/others')}</th>
          <th scope="col">{texts.t('kiosk/balance/atDisposal')}</th>
          <th scope="col" className="r">
            {texts.t('kiosk/balance/reserved')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.currency} data-testid={`balance-${row.currency}`}>
            <td>{row.currency}</td>
            <td>{moneyText(row.amounts.atDisposal, row.currency, texts)}</td>
            <td className="r">{moneyText(row.amounts.reserved, row.currency, texts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which page of how many, and the next one; after the last comes the first. */
export function Pager(props: { readonly page: number; readonly pages: number; readonly onTurn: () => void }) {
  const texts = useTexts();
  const isLast = props.page === props.pages - 1;
  return (
    <Press className="k-small k-pager" testId="next-page" onPress={props.onTurn}>
      <Icon name={isLast ? 'refresh' : 'chevron-down'} />
      <span>
        {texts.t(isLast ? 'kiosk/balance/first' : 'kiosk/balance/next')}
        {' · '}
        {texts.t('kiosk/balance/page', { page: props.page + 1, pages: props.pages })}
      </span>
    </Press>
  );
}
