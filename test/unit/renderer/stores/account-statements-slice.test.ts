import { describe, expect, it } from 'vitest';
import type { StatementRow } from '../../../../renderer/stores/account-flows.ts';
import { spanOf } from '../../../../renderer/stores/account-statements-slice.ts';
import { noFlows } from '../../../../renderer/stores/flows.ts';
import { EUR, openScene, type Scene } from './fake-till.ts';

function row(id: number): StatementRow {
  return {
    id,
    direction: 'in',
    amount: '1.00',
    currency: 'EUR',
    type: 'transfer',
    details: null,
    party: { name: null, account: null },
    reference: null,
    transferId: null,
    at: id,
  };
}

const page = (ids: readonly number[], next: number | null) => ({ rows: ids.map(row), total: 5, next, to: 99 });
const idsOf = ({ store }: Scene) => {
  const { list } = store.getState().statements;
  return list.kind === 'read' ? list.rows.map(({ id }) => id) : list.kind;
};

async function openList(): Promise<Scene> {
  const scene = await openScene();
  scene.serve('a');
  const opening = scene.store.getState().openStatements();
  await scene.till.answer('account/read-statements', page([5, 4, 3], 3));
  await opening;
  return scene;
}

describe('the list of statements', () => {
  it('opens with the first page and its first row chosen', async () => {
    const scene = await openList();
    expect(idsOf(scene)).toEqual([5, 4, 3]);
    expect(scene.store.getState()).toMatchObject({ panel: 'statements', statements: { selected: 5, to: 99 } });
  });

  it('adds pages without doubles, each up to the moment that the first one fixed', async () => {
    const scene = await openList();
    const reading = scene.store.getState().readMoreStatements();
    await scene.till.answer('account/read-statements', page([3, 2, 1], null));
    await reading;
    expect(idsOf(scene)).toEqual([5, 4, 3, 2, 1]);
    expect(scene.till.said.at(-1)).toMatchObject({ input: { offset: 3, query: { to: 99 } } });
    await scene.store.getState().readMoreStatements();
    expect(scene.till.said).toHaveLength(2);
  });

  it('ends at a page that adds nothing, however often the service offers another', async () => {
    const scene = await openList();
    const reading = scene.store.getState().readMoreStatements();
    await scene.till.answer('account/read-statements', page([5, 4, 3], 6));
    await reading;
    expect(scene.store.getState().statements.list).toMatchObject({ next: null });
  });

  it('keeps what was read when the rest cannot be had, and goes on when asked again', async () => {
    const scene = await openList();
    const failing = scene.store.getState().readMoreStatements();
    await scene.till.refuse('account/read-statements', 'api.timed-out');
    await failing;
    expect(idsOf(scene)).toEqual([5, 4, 3]);
    expect(scene.store.getState().statements.list).toMatchObject({ more: { error: { code: 'api.timed-out' } } });
    const again = scene.store.getState().readMoreStatements();
    await scene.till.answer('account/read-statements', page([2, 1], null));
    await again;
    expect(idsOf(scene)).toEqual([5, 4, 3, 2, 1]);
  });

  it('drops the answer to a filter that was changed meanwhile', async () => {
    const scene = await openList();
    const first = scene.store.getState().filterStatements({ direction: 'in' });
    const second = scene.store.getState().filterStatements({ direction: 'out' });
    await scene.till.answer('account/read-statements', page([5], null));
    await first;
    expect(idsOf(scene)).toBe('loading');
    await scene.till.answer('account/read-statements', page([1], null));
    await second;
    expect(idsOf(scene)).toEqual([1]);
  });

  it('asks for nothing while a range is not whole or ends before it begins', async () => {
    const scene = await openList();
    await scene.store.getState().filterStatements({ period: 'range', from: '2026-11-20', to: '2026-11-19' });
    expect(scene.store.getState().statements.rangeProblem).toBe(true);
    expect(scene.till.said).toHaveLength(1);
  });

  it('searches on Enter for what is typed, and not again for the same', async () => {
    const scene = await openList();
    scene.store.getState().writeStatementSearch(' nuoma ');
    const searching = scene.store.getState().submitStatementSearch();
    await scene.till.answer('account/read-statements', page([4], null));
    await searching;
    await scene.store.getState().submitStatementSearch();
    expect(scene.till.said.map(({ input }) => (input as { query: { text: unknown } }).query.text)).toEqual([
      null,
      'nuoma',
    ]);
  });

  it('asks for the currencies that are chosen, and for all when none is', async () => {
    const scene = await openList();
    void scene.store.getState().chooseStatementCurrency(EUR);
    void scene.store.getState().chooseStatementCurrency(EUR);
    const asked = scene.till.said.map(({ input }) => (input as { query: { currencies: unknown } }).query.currencies);
    expect(asked).toEqual([[], [EUR], []]);
  });

  it('is gone with its customer, and so is what comes late', async () => {
    const scene = await openList();
    const reading = scene.store.getState().readMoreStatements();
    scene.serve('b');
    await scene.till.answer('account/read-statements', page([2, 1], null));
    await reading;
    expect(scene.store.getState().statements).toBe(noFlows.statements);
    expect(JSON.stringify(scene.store.getState())).not.toContain('"transferId"');
  });
});

describe('the span of a period', () => {
  const noon = new Date(2026, 10, 20, 12).getTime();

  it('of today begins at midnight of the station', () => {
    const midnight = Math.floor(new Date(2026, 10, 20).getTime() / 1000);
    expect(spanOf({ period: 'today', from: null, to: null }, noon)).toEqual({ from: midnight, to: null });
  });

  it('of a range holds the whole of its last day', () => {
    const span = spanOf({ period: 'range', from: '2026-11-18', to: '2026-11-19' }, noon);
    expect(span?.from).toBe(Math.floor(new Date(2026, 10, 18).getTime() / 1000));
    expect(span?.to).toBe(Math.floor(new Date(2026, 10, 20).getTime() / 1000) - 1);
  });
});
