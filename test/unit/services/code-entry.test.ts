import { expect, test } from 'vitest';
import { createCustomerDisplayHandlers } from '../../../electron/ipc/display-handlers.ts';
import { gateByOperator } from '../../../electron/ipc/gate-by-operator.ts';
import { createCardRelation } from '../../../electron/services/card-relation.ts';
import { createCodeEntry } from '../../../electron/services/code-entry.ts';
import type { ShownEntry } from '../../../electron/services/customer-display.ts';
import { defaultReaderRules } from '../../../shared/domain/reader-rules.ts';
import { onaPin, rasaPin } from '../people/people-bench.ts';
import { operatorsBench } from './operators-bench.ts';

const session = 'one' as never;
const walletId = 14472 as never;

/** A cashier who may not relate cards, at a desk with a display, where one customer is served. */
async function codeBench() {
  const bench = await operatorsBench();
  const { operators, api, scope, time } = bench;
  const served = { wallet: { id: 14471, owner: 7 }, signal: new AbortController().signal };
  const cards = createCardRelation({
    api,
    servedIn: () => served as never,
    rulesOf: () => defaultReaderRules,
    emit: () => undefined,
  });
  const shown: (ShownEntry | null)[] = [];
  const told: string[] = [];
  const codes = createCodeEntry({
    ...{ cards, scope },
    display: { showCode: (_, code) => shown.push(code), tellCard: (_, outcome) => told.push(outcome) },
    isServed: () => true,
    isShown: () => true,
    giveKeysTo: () => undefined,
    newId: () => 'entry-1',
    ...{ now: () => time.ms, schedule: () => () => undefined },
    emit: ({ kind }) => told.push(kind),
  });
  const page = gateByOperator(
    createCustomerDisplayHandlers({ withdrawQuestion: () => undefined }, codes) as never,
    operators,
    scope,
    () => time.ms,
  ) as unknown as ReturnType<typeof createCustomerDisplayHandlers>;
  await operators.unlock('Rasa P.', rasaPin);
  const begin = async () => page['customer-display/begin-code-entry']({ session, walletId });
  return { ...bench, codes, begin, shown, told };
}

test('a code that the customer types passes on the word that let the desk ask for it, with both names', async () => {
  const { operators, begin, codes, told, entries, asked } = await codeBench();
  await operators.allowOnce('change', 'Ona V.', onaPin);
  expect(await begin()).toMatchObject({ value: { on: 'display' } });
  await codes.submit('entry-1', '4711');
  expect(told).toEqual(['sending', 'card-confirmed', 'confirmed']);
  expect(asked).toEqual(['card.confirm']);
  expect(entries().filter(({ operation }) => operation === 'card.confirm')).toMatchObject([
    { kind: 'intent', operator: 'Rasa P.', approver: 'Ona V.' },
    { kind: 'outcome', operator: 'Rasa P.', approver: 'Ona V.' },
  ]);
});

test('without a word nobody is asked for a code', async () => {
  const { begin, codes, shown, asked } = await codeBench();
  expect(await begin()).toMatchObject({ error: { code: 'operator.not-permitted' } });
  expect(await codes.submit('entry-1', '4711')).toMatchObject({ error: { code: 'session.closed' } });
  expect({ shown, asked }).toEqual({ shown: [], asked: [] });
});

test('what was asked for on no word is sent on none', async () => {
  const { codes, shown, asked } = await codeBench();
  codes.begin(session, walletId);
  await codes.submit('entry-1', '4711');
  expect(shown.at(-1)).toMatchObject({ problem: { kind: 'trouble' } });
  expect(asked).toEqual([]);
});
