import type {
  ChangeOutcome,
  FavouriteRow,
  FoundPerson,
  PartyView,
  PaymentRow,
  StatementRow,
} from '../../shared/contract/account.ts';
import type {
  Favourite,
  OtherParty,
  PendingPayment,
  ReservationStatement,
  Statement,
} from '../../shared/domain/account-records.ts';
import type { WalletId } from '../../shared/domain/ids.ts';
import { maskAccount, maskEmail, maskName, maskPhone } from '../../shared/domain/mask.ts';
import type { FoundWallet, ListPage } from '../services/account-desk.ts';
import type { MutationOutcome } from '../services/settle-mutation.ts';

// Rows of an account as the page may see them: the other party masked, nothing that no screen shows.

/** Longer texts than this are cut: a row and its details show no more. */
const mostDetails = 1_000;

function presentParty(party: OtherParty | undefined): PartyView {
  const { display_name: name, email, phone, account_number: account } = party ?? {};
  const masked = name ? maskName(name) : email ? maskEmail(email) : phone ? maskPhone(phone) : '';
  return { name: masked === '' ? null : masked, account: account ? maskAccount(account) : null };
}

function presentRecord(row: Statement | ReservationStatement | PendingPayment) {
  return {
    currency: row.currency,
    type: row.type ?? null,
    details: row.details?.slice(0, mostDetails) || null,
    party: presentParty(row.other_party),
    transferId: row.transfer_id ?? null,
  };
}

function directionOf(direction: string): 'in' | 'out' | 'unknown' {
  return direction === 'in' || direction === 'out' ? direction : 'unknown';
}

export function presentStatement(row: Statement): StatementRow {
  return {
    ...presentRecord(row),
    id: row.id,
    direction: directionOf(row.direction),
    amount: row.amount_decimal,
    at: row.date * 1000,
    reference: row.reference_number ?? null,
  };
}

/** What is held back goes out, if anywhere. */
export function presentReservation(row: ReservationStatement, place: number): StatementRow {
  return {
    ...presentRecord(row),
    id: place,
    direction: 'out',
    amount: row.amount_decimal ?? null,
    at: row.date * 1000,
    reference: row.reference_number ?? null,
  };
}

export function presentPayment(row: PendingPayment): PaymentRow {
  return {
    ...presentRecord(row),
    id: row.id,
    direction: directionOf(row.direction),
    amount: row.amount_decimal,
    at: row.date === undefined ? null : row.date * 1000,
    validUntil: row.valid_until === undefined ? null : row.valid_until * 1000,
    cancelable: row.cancelable,
    reference: null,
  };
}

export function presentFavourite({ payment_count: count, user_info: info }: Favourite): FavouriteRow {
  return { walletId: info.wallet_id as WalletId, party: presentParty(info), count };
}

export function presentFound({ by, index, wallet }: FoundWallet): FoundPerson {
  const name = wallet.account?.owner_title ?? wallet.account?.owner_display_name;
  return {
    by,
    index,
    walletId: wallet.id,
    maskedName: name ? maskName(name) : null,
    maskedAccount: wallet.account === undefined ? null : maskAccount(wallet.account.number),
  };
}

export function presentPage<R, V>({ rows, total, next }: ListPage<R>, present: (row: R, place: number) => V) {
  return { rows: rows.map(present), total, next };
}

/** Without what the API answered: screens read their lists anew. */
export function presentOutcome(outcome: MutationOutcome<unknown>): ChangeOutcome {
  return outcome.kind === 'done' ? { kind: 'done', provenBy: outcome.provenBy } : outcome;
}
