import type { ReactNode } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { AccountList, PartyView, ReadList } from '../stores/account-flows.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { NoticeBar } from './customer-screen.tsx';
import { ErrorFacts, ErrorSteps } from './error-steps.tsx';
import { moneyText } from './format.ts';
import { useDesk } from './use-desk.ts';
import { useFocusHere } from './use-focus-here.ts';

interface Recorded {
  readonly direction: 'in' | 'out' | 'unknown';
  readonly amount: string | null;
  readonly currency: string;
}

/** `−12,50 EUR`: the sign says which way the money goes, and never stands alone. */
export function signedAmount({ direction, amount, currency }: Recorded, texts: Texts): string {
  if (amount === null) {
    return `${texts.t('account/list/noAmount')}, ${currency}`;
  }
  const sign = direction === 'in' ? '+' : direction === 'out' ? '\u2212' : '';
  return `${sign}${moneyText(amount.replace(/^-/, ''), currency, texts)}\u00a0${currency}`;
}

export function partyText(party: PartyView, texts: Texts): string {
  return party.name ?? party.account ?? texts.t('account/list/noParty');
}

/** Which way the money goes: drawn, and said to whoever hears it. */
export function DirectionSign({ direction, big = false }: Pick<Recorded, 'direction'> & { readonly big?: boolean }) {
  const texts = useTexts();
  const size = big ? 'big' : 'row';
  return (
    <>
      {direction === 'unknown' ? (
        <Icon name="question" size={size} />
      ) : (
        <Icon name={direction === 'in' ? 'arrow-in' : 'arrow-out'} size={size} />
      )}
      <span className="vh">{texts.t(`account/direction/${direction}`)}</span>
    </>
  );
}

/** Two lines of a row: who, and what for. */
export function PartyCell({ party, details }: { readonly party: PartyView; readonly details: string | null }) {
  const texts = useTexts();
  return (
    <span className="cell-party">
      <span className={party.name === null ? 'soft' : undefined}>{partyText(party, texts)}</span>
      {details === null ? null : <small>{details}</small>}
    </span>
  );
}

interface ListFrameProps<Row extends object> {
  readonly list: AccountList<Row>;
  /** Filters, or the title. */
  readonly head: ReactNode;
  readonly columns: ReactNode;
  readonly kind: 'statements' | 'payments' | 'reservations' | 'favourites';
  readonly idOf: (row: Row) => number;
  readonly textOf: (row: Row) => string;
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
  readonly onMore: (() => void) | null;
  readonly onAgain: () => void;
  /** Something else than rows stands in their place. */
  readonly instead?: ReactNode;
  readonly failedNote?: ReactNode;
  readonly footNote?: ReactNode;
  readonly row: (row: Row) => ReactNode;
}

/** A list of the account in the customer's place: what is wanted, the rows, how many there are. */
export function ListFrame<Row extends object>(props: ListFrameProps<Row>) {
  const notice = useDesk((state) => state.notice);
  return (
    <section className={`who list-${props.kind}`} data-testid={`list-${props.kind}`} data-state={props.list.kind}>
      {notice === null ? null : <NoticeBar notice={notice} />}
      {props.head}
      {props.instead ?? <Body {...props} />}
    </section>
  );
}

function Body<Row extends object>(props: ListFrameProps<Row>) {
  const { list } = props;
  switch (list.kind) {
    case 'unread':
    case 'loading':
      return <Loading columns={props.columns} />;
    case 'failed':
      return <Failed error={list.error} onAgain={props.onAgain} note={props.failedNote} />;
    case 'read':
      return <Rows {...props} list={list} />;
  }
}

/** Has the size of the rows that will come. */
function Loading({ columns }: { readonly columns: ReactNode }) {
  const texts = useTexts();
  const place = useFocusHere();
  return (
    <>
      {columns}
      <div ref={place} {...deskFocusMark} tabIndex={-1} className="list-loading" aria-busy="true">
        {['a', 'b', 'c', 'd', 'e'].map((key) => (
          <div key={key} className="record">
            <i className="blank" />
            <i className="blank" />
          </div>
        ))}
      </div>
      <div className="list-foot">{texts.t('account/list/loading')}</div>
    </>
  );
}

function Failed({ error, onAgain, note }: { error: AppError; onAgain: () => void; note?: ReactNode }) {
  const texts = useTexts();
  const place = useFocusHere();
  const text = texts.error(error.code);
  const listsCauses = error.code === 'wallet.access-revoked';
  return (
    <div
      ref={place}
      {...deskFocusMark}
      tabIndex={-1}
      className="inline-trouble list-trouble"
      role="alert"
      data-testid="error"
      data-code={error.code}
    >
      <div className="hatch" />
      <div>
        <div className="row between">
          <h2>{text.title}</h2>
          <KeyButton className="btn" testId="read-list-again" onPress={onAgain}>
            <Icon name="refresh" size="row" />
            <span>{texts.t('account/list/again')}</span>
          </KeyButton>
        </div>
        <p>{listsCauses ? texts.t('trouble/maybeMissing') : text.what}</p>
        {note}
        <ErrorSteps error={error} plain={listsCauses} />
        <ErrorFacts error={error} />
      </div>
    </div>
  );
}

function Rows<Row extends object>(props: Omit<ListFrameProps<Row>, 'list'> & { readonly list: ReadList<Row> }) {
  const texts = useTexts();
  const { list, kind } = props;
  const label = texts.t(`account/${kind}/title`);
  if (list.rows.length === 0) {
    return <Empty kind={kind} onAgain={props.onAgain} />;
  }
  const canAskMore = list.next !== null && list.more.kind !== 'failed';
  return (
    <>
      {props.columns}
      <VirtualList
        label={label}
        testId={`rows-${kind}`}
        rows={list.rows}
        idOf={props.idOf}
        textOf={props.textOf}
        selected={props.selected}
        onSelect={props.onSelect}
        onMore={canAskMore ? props.onMore : null}
        isReading={list.more.kind === 'loading'}
        readingText={texts.t('account/list/more')}
      >
        {props.row}
      </VirtualList>
      <Foot list={list} onMore={props.onMore} note={props.footNote} />
    </>
  );
}

function Empty({ kind, onAgain }: Pick<ListFrameProps<never>, 'kind' | 'onAgain'>) {
  const texts = useTexts();
  const place = useFocusHere();
  return (
    <div ref={place} {...deskFocusMark} tabIndex={-1} className="pad-in list-empty">
      <p className="label" role="status">
        {texts.t(`account/${kind}/empty`)}
      </p>
      <KeyButton className="btn" testId="read-list-again" onPress={onAgain}>
        <Icon name="refresh" size="row" />
        <span>{texts.t('account/list/again')}</span>
      </KeyButton>
    </div>
  );
}

interface FootProps {
  readonly list: ReadList<unknown>;
  readonly onMore: (() => void) | null;
  readonly note?: ReactNode;
}

function Foot({ list, onMore, note }: FootProps) {
  const texts = useTexts();
  const count = texts.t('account/list/shown', {
    rows: texts.number(list.rows.length),
    total: texts.number(Math.max(list.total, list.rows.length)),
  });
  if (list.more.kind === 'failed') {
    const { error } = list.more;
    return (
      <div className="list-foot" role="alert" data-testid="more-failed" data-code={error.code}>
        <span className="trouble-note">
          <Icon name="alert" />
          {texts.t('account/list/moreFailed', { reason: texts.error(error.code).title })}
        </span>
        <KeyButton className="btn" testId="read-more" onPress={() => onMore?.()}>
          <Icon name="refresh" size="row" />
          <span>{texts.t('account/list/again')}</span>
        </KeyButton>
      </div>
    );
  }
  return (
    <div className="list-foot">
      <span data-testid="list-count">{count}</span>
      {note}
      <span className="row note soft list-keys" aria-hidden="true">
        <kbd>↑</kbd>
        <kbd>↓</kbd> {texts.t('account/list/row')}
        <kbd>PgDn</kbd> {texts.t('account/list/page')}
      </span>
    </div>
  );
}
