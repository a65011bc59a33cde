import { expect, test } from 'vitest';
import { statementSlip } from '../../electron/services/statement-slip.ts';
import { breakLine } from '../../shared/domain/receipt-layout.ts';
import { paperText } from '../../simulator/printer/paper-text.ts';
import { startDesk } from './desk-harness.ts';

async function listed() {
  const till = await startDesk();
  const session = await till.serve('company');
  const page = await till.account.readStatements(session, { from: 0 }, 0);
  if (!page.ok) {
    throw new Error(page.error.code);
  }
  return { ...till, session, rows: page.value.rows };
}

test('a slip is printed from the rows that main holds, marked, with the customer’s account at its head', async () => {
  const { account, session, rows, paper } = await listed();
  const ids = rows.slice(0, 3).map(({ id }) => id);
  expect(await account.printStatements(session, { ids, locale: 'lt', width: 42 })).toMatchObject({ ok: true });
  const printed = paperText(paper.paper).join('\n');
  expect(printed).toContain('Sąskaitos išrašas');
  expect(printed).toContain('Sąskaita EVP0010003000001');
  for (const id of ids) {
    expect(printed).toContain(`Nr. ${id}`);
  }
  expect(printed).toContain('TRAINING');
});

test('a row that this session was not told of is not printed', async () => {
  const { account, session, paper } = await listed();
  expect(await account.printStatements(session, { ids: [1], locale: 'en', width: 42 })).toMatchObject({
    ok: false,
    error: { code: 'api.not-found' },
  });
  expect(paper.paper.lines).toEqual([]);
});

test('no paper means that nothing came out, as with a receipt', async () => {
  const { account, session, rows, paper } = await listed();
  await paper.setCondition('paper-out', true);
  const ids = rows.slice(0, 1).map(({ id }) => id);
  expect(await account.printStatements(session, { ids, locale: 'en', width: 42 })).toMatchObject({
    ok: false,
    error: { code: 'printer.paper-out', details: { outcome: 'not-printed' } },
  });
});

test('a slip has the sign, the amount and the other party of each row, in any of the three languages', () => {
  const row = {
    id: 7,
    amount: 123_450,
    amount_decimal: '1234.50',
    currency: 'EUR',
    direction: 'out',
    date: 1_700_000_000,
    other_party: { display_name: 'Jonas Pavyzdys' },
  };
  const slip = statementSlip({ rows: [row], account: null, locale: 'ru' }, 32);
  expect(slip).toContain('-1\u00a0234,50 EUR');
  expect(slip).toContain('Jonas Pavyzdys');
  expect(
    slip
      .split('\n')
      .flatMap((line) => breakLine(line, 32))
      .every((line) => Array.from(line).length <= 32),
  ).toBe(true);
});
