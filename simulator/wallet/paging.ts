/** Which part of a list is asked for. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

const defaultLimit = 20;
const maxLimit = 200;

/** Null where limit or offset is not one. Source: seed 001, "Defaults to 20, maximum available is 200". */
export function readPage(query: URLSearchParams, limitWhereAbsent = defaultLimit): Page | null {
  const limit = readCount(query.get('limit') ?? String(limitWhereAbsent));
  const offset = readCount(query.get('offset') ?? '0');
  return limit === null || offset === null || limit < 1 || limit > maxLimit ? null : { limit, offset };
}

/** That part of the rows, and what `_metadata` says about all of them. */
export function cutPage<T>(rows: readonly T[], { limit, offset }: Page) {
  return { rows: rows.slice(offset, offset + limit), metadata: { total: rows.length, offset, limit } };
}

function readCount(text: string): number | null {
  return /^(?:0|[1-9][0-9]{0,8})$/.test(text) ? Number(text) : null;
}
