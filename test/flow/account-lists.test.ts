import { expect, test } from 'vitest';
import {
  presentFavourite,
  presentPayment,
  presentReservation,
  presentStatement,
} from '../../electron/ipc/present-account.ts';
import { PaymentRow, StatementRow } from '../../shared/contract/account.ts';
import type { SessionId } from '../../shared/domain/ids.ts';
import { startDesk } from './desk-harness.ts';

const monthAgo = () => Math.floor(Date.now() / 1000) - 60 * 24 * 3600;
const gone = 'somebody else' as SessionId;
const closed = { ok: false, error: { code: 'session.closed' } };

test('statements come page by page, without loss, up to the moment that the first page fixed', async () => {
  const { serve, account, wallet } = await startDesk();
  const session = await serve('company');
  const first = await account.readStatements(session, { from: monthAgo() }, 0);
  if (!first.ok) {
    throw new Error(first.error.code);
  }
  const { to, next } = first.value;
  expect(first.value).toMatchObject({ total: 640, next: 200 });
  wallet.payIn(31_001, { amount: 1, currency: 'EUR', details: 'came meanwhile' });
  const ids = new Set(first.value.rows.map(({ id }) => id));
  for (let offset: number | null = next; offset !== null; ) {
    const page = await account.readStatements(session, { from: monthAgo(), to }, offset);
    if (!page.ok) {
      throw new Error(page.error.code);
    }
    for (const { id } of page.value.rows) {
      ids.add(id);
    }
    offset = page.value.next;
  }
  expect(ids.size).toBe(640);
});

test('filters of direction, currency and text are the service’s own', async () => {
  const { serve, account } = await startDesk();
  const session = await serve('company');
  const query = { from: monthAgo(), direction: 'in', currency: ['USD' as never], text: 'grąžinimas' } as const;
  const page = await account.readStatements(session, query, 0);
  expect(page.ok && page.value.rows.length).toBeGreaterThan(10);
  expect(page.ok && page.value.rows.every(({ direction, currency }) => direction === 'in' && currency === 'USD')).toBe(
    true,
  );
});

test('reservations, pending payments and favourites are those of the customer', async () => {
  const { serve, account } = await startDesk();
  const session = await serve('company');
  expect(await account.readReservations(session)).toMatchObject({ ok: true, value: { total: 1, next: null } });
  const all = await account.readPayments(session, null, 0);
  expect(all.ok && new Set(all.value.rows.map(({ direction }) => direction))).toEqual(new Set(['in', 'out']));
  const incoming = await account.readPayments(session, 'in', 0);
  expect(incoming.ok && incoming.value.rows.every(({ direction }) => direction === 'in')).toBe(true);
  expect(await account.readFavourites(session, 0)).toMatchObject({ ok: true, value: { total: 3 } });
});

test('nothing is read, changed or shown for a session that is over', async () => {
  const { serve, account, desk, wallet } = await startDesk();
  const session = await serve('many-currencies');
  await account.readPayments(session, null, 0);
  desk.finish('done');
  const asked = wallet.requests.length;
  for (const stale of [session, gone]) {
    expect(await account.readStatements(stale, { from: 0 }, 0)).toMatchObject(closed);
    expect(await account.readReservations(stale)).toMatchObject(closed);
    expect(await account.readPayments(stale, null, 0)).toMatchObject(closed);
    expect(await account.readFavourites(stale, 0)).toMatchObject(closed);
    expect(await account.cancelPayment(stale, 80_006)).toMatchObject(closed);
    expect(await account.acceptPayment(stale, 80_005, 'pavasaris')).toMatchObject(closed);
    expect(await account.setDescription(stale, 'x')).toMatchObject(closed);
    expect(await account.printStatements(stale, { ids: [1], locale: 'lt', width: 42 })).toMatchObject(closed);
    expect(account.reveal(stale, { kind: 'customer' })).toMatchObject(closed);
    expect(account.reveal(stale, { kind: 'payment', id: 80_006 })).toMatchObject(closed);
  }
  expect(wallet.requests).toHaveLength(asked);
});

test('a page that comes after the next scan is nobody’s', async () => {
  const { serve, account, tap, next, wallet } = await startDesk();
  const session = await serve('company');
  wallet.setFault({ kind: 'latency', ms: 250, on: 'statements', times: 1 });
  const reading = account.readStatements(session, { from: monthAgo() }, 0);
  tap('main');
  await next('identified');
  expect(await reading).toMatchObject(closed);
});

test('a list that the customer did not permit is refused with what may be missing', async () => {
  const { serve, account, wallet } = await startDesk();
  const session = await serve('company');
  wallet.revoke(6_001, 'statements_offline');
  expect(await account.readStatements(session, { from: 0 }, 0)).toMatchObject({
    ok: false,
    error: {
      code: 'wallet.access-revoked',
      details: { possibleCauses: expect.arrayContaining(['special-permission']) },
    },
  });
});

test('rows cross masked: no name, account, phone or e-mail of the other party', async () => {
  const { serve, account } = await startDesk();
  const session = await serve('company');
  const statements = await account.readStatements(session, { from: 0 }, 0);
  const payments = await account.readPayments(session, null, 0);
  const reservations = await account.readReservations(session);
  const favourites = await account.readFavourites(session, 0);
  if (!statements.ok || !payments.ok || !reservations.ok || !favourites.ok) {
    throw new Error('a list was refused');
  }
  const crossed = JSON.stringify([
    statements.value.rows.map((row) => StatementRow.parse(presentStatement(row))),
    payments.value.rows.map((row) => PaymentRow.parse(presentPayment(row))),
    reservations.value.rows.map((row, place) => StatementRow.parse(presentReservation(row, place))),
    favourites.value.rows.map(presentFavourite),
  ]);
  const known = [
    ...statements.value.rows.map(({ other_party }) => other_party),
    ...payments.value.rows.map(({ other_party }) => other_party),
    ...favourites.value.rows.map(({ user_info }) => user_info),
  ].flatMap((party) => [party?.display_name, party?.phone, party?.email, party?.account_number]);
  const personal = known.filter((text) => text !== undefined);
  expect(personal.length).toBeGreaterThan(5);
  expect(personal.filter((text) => crossed.includes(text))).toEqual([]);
});

test('each reveal is recorded, and by whom it was asked is the session; no datum is in the record', async () => {
  const { serve, account, revealed } = await startDesk();
  const session = await serve('company');
  await account.readPayments(session, null, 0);
  const customer = account.reveal(session, { kind: 'customer' });
  expect(customer).toMatchObject({ ok: true, value: { name: 'UAB „Rūta ir pavyzdžiai“' } });
  const other = account.reveal(session, { kind: 'payment', id: 80_005 });
  expect(other).toMatchObject({ ok: true, value: { name: 'ООО «Пример и товарищи»' } });
  expect(account.reveal(session, { kind: 'payment', id: 1 })).toMatchObject({ error: { code: 'api.not-found' } });
  expect(revealed.map(({ session: asked, subject }) => [asked, subject])).toEqual([
    [session, 'customer'],
    [session, 'payment'],
  ]);
  expect(JSON.stringify(revealed)).not.toMatch(/pavyzd|Пример|EVP/i);
});

test('several people are found by e-mails and phones at once, in the order asked, the unknown left out', async () => {
  const { account } = await startDesk();
  const answer = await account.search({
    emails: ['nobody@example.com', 'irina@example.com'],
    phones: ['37060000001'],
  });
  expect(answer.ok && answer.value.map(({ by, index, wallet }) => [by, index, wallet.id])).toEqual([
    ['email', 1, 30_003],
    ['phone', 0, 30_001],
  ]);
});
