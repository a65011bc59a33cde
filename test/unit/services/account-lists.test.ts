import { expect, test } from 'vitest';
import {
  listFavourites,
  listPendingPayments,
  listStatements,
  readReservations,
  rowsOf,
} from '../../../electron/services/account-lists.ts';
import { readServer } from '../../../electron/wallet-api/endpoints/read-server.ts';
import { CurrencyCode } from '../../../shared/domain/wallet.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { json } from '../wallet-api/raw-server.ts';
import { withServer } from '../wallet-api/with-server.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const clock = () => noon;
const statement = { currency: 'EUR', amount: 1, amount_decimal: '0.01', direction: 'in', date: 1 };

/** Answers with `total` rows, each part as it was asked for. */
function listOf(name: string, total: number, row: (id: number) => unknown) {
  return (request: { readonly requestUri: string }, socket: { write(bytes: string): unknown }): void => {
    const query = new URLSearchParams(request.requestUri.split('?')[1]);
    const offset = Number(query.get('offset') ?? 0);
    const limit = Number(query.get('limit') ?? 20);
    const ids = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => offset + index + 1);
    socket.write(json(200, { [name]: ids.map(row), _metadata: { total, offset, limit } }));
  };
}

async function collect<R>(rows: AsyncIterable<Result<R>>): Promise<R[]> {
  const all: R[] = [];
  for await (const row of rows) {
    if (!row.ok) throw new Error(row.error.code);
    all.push(row.value);
  }
  return all;
}

test('the time that statements are asked for is fixed before the first page', async () => {
  const { api, server } = await withServer(listOf('statements', 5, (id) => ({ ...statement, id })));
  const rows = await collect(rowsOf(listStatements(api, 14471, {}, { clock, pageSize: 2 })));
  expect(rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  const to = noon / 1000;
  expect(server.requests.map(({ requestUri }) => requestUri)).toEqual(
    [0, 2, 4].map(
      (offset) => `/rest/v1/wallet/14471/statements?from=${to - 604_800}&to=${to}&limit=2&offset=${offset}`,
    ),
  );
});

test("now is the API's now, where its clock is known", async () => {
  const page = listOf('statements', 0, () => null);
  const { api, server } = await withServer(
    (request, socket) =>
      request.requestUri.endsWith('/server')
        ? socket.write(json(200, { time: noon / 1000 + 3600 }))
        : page(request, socket),
    { clock },
  );
  await api.call(readServer, {});
  await collect(rowsOf(listStatements(api, 'me', { from: 7 }, { clock })));
  expect(server.requests[1]?.requestUri).toContain(`from=7&to=${noon / 1000 + 3600}`);
});

test('every filter is passed on', async () => {
  const { api, server } = await withServer(listOf('statements', 0, () => null));
  const currency = [CurrencyCode.parse('EUR'), CurrencyCode.parse('USD')];
  const filter = { currency, direction: 'out', text: 'nuoma, šildymas', from: 1, to: 2 } as const;
  await collect(rowsOf(listStatements(api, 14471, filter, { clock, pageSize: 200, offset: 40 })));
  expect(server.requests[0]?.requestUri).toBe(
    '/rest/v1/wallet/14471/statements?currency=EUR,USD&direction=out&text=nuoma,%20%C5%A1ildymas&from=1&to=2&limit=200&offset=40',
  );
});

test('pending payments and favourites are listed by pages too', async () => {
  const payment = { ...statement, details: '', type: 'password', cancelable: true, password: 'never shown' };
  const payments = await withServer(listOf('pending_payments', 3, (id) => ({ ...payment, id })));
  const found = await collect(rowsOf(listPendingPayments(payments.api, 1, { direction: 'out' }, { pageSize: 2 })));
  expect(found.map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(JSON.stringify(found)).not.toContain('never shown');

  const info = (id: number) => ({ wallet_id: id, account_number: 'EVP1', user_id: id });
  const many = await withServer(listOf('favourites', 3, (id) => ({ payment_count: 9, user_info: info(id) })));
  const favourites = await collect(rowsOf(listFavourites(many.api, 1, { pageSize: 2, limit: 2 })));
  expect(favourites.map(({ user_info }) => user_info.wallet_id)).toEqual([1, 2]);
});

test('the rows end with the first error', async () => {
  const { api } = await withServer((_request, socket) => socket.write(json(403, { error: 'forbidden' })));
  const rows: unknown[] = [];
  for await (const row of rowsOf(listPendingPayments(api, 1, {}))) {
    rows.push(row);
  }
  expect(rows).toMatchObject([{ ok: false, error: { code: 'wallet.access-revoked' } }]);
});

test('reservations are one request that says N of total', async () => {
  const row = { type: 'hold', amount: 5, currency: 'EUR', date: 1 };
  const answer = json(200, { reservation_statements: [row], _metadata: { total: 7, offset: 0, limit: 50 } });
  const { api, server } = await withServer((_request, socket) => socket.write(answer));
  expect(await readReservations(api, 14471)).toEqual({
    ok: true,
    value: { rows: [{ ...row, amount_decimal: '0.05' }], total: 7, isComplete: false },
  });
  expect(server.requests).toHaveLength(1);
});
