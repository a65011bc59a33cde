import { notGranted } from '../access.ts';
import { type Answer, refusal, success } from '../answer.ts';
import { decimal, exponentOf } from '../money.ts';
import { cutPage, readPage } from '../paging.ts';
import { Direction, momentOf } from '../records.ts';
import type { DatedStatement, World } from '../world.ts';
import { permits, type WalletAsk } from './ask.ts';

const weekSeconds = 7 * 24 * 3600;

/** GET /wallet/:id/statements. Source: seed 001, "Get wallet statements". */
export function listStatements(ask: WalletAsk): Answer {
  const refused = refuseHistory(ask);
  if (refused !== null) return refused;
  const page = readPage(ask.call.query);
  const filter = readFilter(ask.call.query, ask.world.nowSeconds());
  if (page === null || filter === null) {
    return refusal('invalid_parameters', 'currency, direction, from, to, limit or offset is malformed');
  }
  const matching = ask.world.statementsOf(ask.entry.account.number).filter(filter);
  const { rows, metadata } = cutPage(matching, page);
  return success({ statements: rows.map((row) => statementBody(row, ask.world)), _metadata: metadata });
}

/** Null where a value is malformed; a range that ends before it begins holds nothing. */
function readFilter(query: URLSearchParams, now: number): ((row: DatedStatement) => boolean) | null {
  const currencies = query.get('currency')?.split(',') ?? null;
  if (currencies?.some((currency) => !/^[A-Z]{3}$/.test(currency))) return null;
  const direction = query.get('direction');
  if (direction !== null && !Direction.safeParse(direction).success) return null;
  const to = readTime(query.get('to'), now);
  const from = to === null ? null : readTime(query.get('from'), to - weekSeconds);
  if (from === null || to === null) return null;
  const text = (query.get('text') ?? '').toLowerCase();
  return (row) =>
    row.at >= from &&
    row.at <= to &&
    (currencies === null || currencies.includes(row.currency)) &&
    (direction === null || row.direction === direction) &&
    (text === '' || searchableText(row).includes(text));
}

function readTime(text: string | null, whereAbsent: number): number | null {
  if (text === null) return whereAbsent;
  return /^(?:0|[1-9][0-9]{0,11})$/.test(text) ? Number(text) : null;
}

/** "Details or other information": whatever a statement says in words. */
function searchableText({ details, referenceNumber, otherParty }: DatedStatement): string {
  return [details, referenceNumber, ...Object.values(otherParty ?? {})].join('\n').toLowerCase();
}

/** Fields in the order of the seed's example. */
function statementBody(row: DatedStatement, { state }: World): unknown {
  return {
    id: row.id,
    amount: row.amount,
    currency: row.currency,
    amount_decimal: decimal(row.amount, exponentOf(row.currency, state.data.currencies)),
    direction: row.direction,
    date: row.at,
    ...(row.details !== undefined && { details: row.details }),
    ...(row.referenceNumber !== undefined && { reference_number: row.referenceNumber }),
    ...(row.otherParty !== undefined && { other_party: row.otherParty }),
    ...(row.type !== undefined && { type: row.type }),
    ...(row.transferId !== undefined && { transfer_id: row.transferId }),
  };
}

/**
 * GET /wallet/:id/reservation-statements: one answer, however many there are; `total` tells of all. The amount is the
 * example's decimal string, where the table says integer cents. Newest first is the table's; the example's older one
 * comes first, so the order is the data's. Source: seed 001, "Get wallet reservation statements".
 */
export function listReservations(ask: WalletAsk): Answer {
  const refused = refuseHistory(ask);
  if (refused !== null) return refused;
  const { reservations } = ask.entry.account;
  const { data, bornAt } = ask.world.state;
  const rows = reservations.slice(0, data.rules.reservationsReturned).map((row) => ({
    type: row.type,
    amount: decimal(row.amount, exponentOf(row.currency, data.currencies)),
    currency: row.currency,
    ...(row.details !== undefined && { details: row.details }),
    ...(row.referenceNumber !== undefined && { reference_number: row.referenceNumber }),
    date: momentOf(row, bornAt),
    ...(row.otherParty !== undefined && { other_party: row.otherParty }),
    ...(row.transferId !== undefined && { transfer_id: row.transferId }),
  }));
  const metadata = { total: reservations.length, offset: 0, limit: data.rules.reservationsReturned };
  return success({ reservation_statements: rows, _metadata: metadata });
}

function refuseHistory(ask: WalletAsk): Answer | null {
  if (!ask.world.state.data.client.statementsAllowed) {
    return refusal('forbidden', 'statements need a special permission');
  }
  return permits(ask, ask.entry, 'statements') ? null : notGranted(ask.caller, 'statements');
}
