import { describe, expect, it } from 'vitest';
import { amountCurrency } from '../../../../renderer/stores/amount-slice.ts';
import { SessionId } from '../../../../shared/domain/ids.ts';
import { balance, JPY, openScene, station, USD } from './fake-till.ts';

describe('"is it enough?"', () => {
  it('asks in cents for an amount written with a comma, and shows the answer', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    for (const sign of '12,50') {
      store.getState().typeAmount(sign);
    }
    const asked = store.getState().ask();
    expect(till.said).toEqual([
      {
        name: 'customer/check-sufficient-amount',
        input: { session: 'a', amount: { cents: 1250, currency: 'EUR' } },
      },
    ]);
    expect(store.getState().question.kind).toBe('asking');
    await till.answer('customer/check-sufficient-amount', { isSufficient: false, answeredAt: 5 });
    await asked;
    expect(store.getState().question).toEqual({
      kind: 'answered',
      amount: { cents: 1250, currency: 'EUR' },
      isSufficient: false,
      answeredAt: 5,
    });
  });

  it('takes whole units when no decimals are written', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().writeAmount('1250');
    void store.getState().ask();
    expect(till.said[0]?.input).toMatchObject({ amount: { cents: 125_000 } });
  });

  it.each(['', '0', '12,5', '1.2.3', '12,505'])('sends nothing for %j and names the problem', async (text) => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().writeAmount(text);
    await store.getState().ask();
    expect(store.getState().amount.problem).toBe('amount.malformed');
    expect(till.said).toEqual([]);
  });

  it('lets only signs of an amount into the field', async () => {
    const { store } = await openScene();
    store.getState().writeAmount('a1b2,5c0+');
    expect(store.getState().amount.text).toBe('12,50');
  });

  it('begins the next amount with the first key after an answer', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().writeAmount('12');
    const asked = store.getState().ask();
    await till.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 5 });
    await asked;
    store.getState().typeAmount('7');
    expect(store.getState()).toMatchObject({ amount: { text: '7' }, question: { kind: 'idle' } });
  });

  it('drops an answer to an amount that is not asked any more', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().writeAmount('12');
    const asked = store.getState().ask();
    store.getState().writeAmount('13');
    await till.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 5 });
    await asked;
    expect(store.getState().question).toEqual({ kind: 'idle' });
  });

  it('drops an answer for the customer before', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().writeAmount('12');
    const asked = store.getState().ask();
    serve('b');
    await till.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 5 });
    await asked;
    expect(store.getState()).toMatchObject({ customer: { session: 'b' }, question: { kind: 'idle' } });
  });

  it('shows a failed question as failed, and may ask it again', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().writeAmount('12');
    const asked = store.getState().ask();
    await till.refuse('customer/check-sufficient-amount', 'api.timed-out');
    await asked;
    expect(store.getState().question).toMatchObject({ kind: 'failed', error: { code: 'api.timed-out' } });
    void store.getState().ask();
    expect(till.names).toEqual(['customer/check-sufficient-amount', 'customer/check-sufficient-amount']);
  });

  it('prefers the station’s currency, else the first one in which an amount has a meaning', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    expect(amountCurrency(store.getState())).toBe('EUR');
    const { rows } = balance();
    const yenFirst = [
      { ...rows[0], currency: JPY },
      { ...rows[1], currency: USD },
    ] as typeof rows;
    till.emit('customer/balance-read', { session: SessionId.parse('a'), balance: { ...balance(), rows: yenFirst } });
    expect(amountCurrency(store.getState())).toBe('USD');
  });

  it('refuses to ask in a currency without hundredths', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const rows = balance()
      .rows.map((row) => ({ ...row, currency: JPY }))
      .slice(0, 1);
    till.emit('customer/balance-read', { session: SessionId.parse('a'), balance: { ...balance(), rows } });
    store.getState().writeAmount('12');
    await store.getState().ask();
    expect(store.getState().amount.problem).toBe('amount.currency-not-in-cents');
    expect(till.said).toEqual([]);
  });
});

describe('an amount that the shop keeps', () => {
  it('stays for the next customer, and the first sign begins another', async () => {
    const { store, serve } = await openScene();
    store.getState().toggleKeepAmount();
    serve('a');
    store.getState().writeAmount('12,50');
    serve('b');
    expect(store.getState().amount).toMatchObject({ text: '12,50', kept: true });
    store.getState().typeAmount('7');
    expect(store.getState().amount).toMatchObject({ text: '7', kept: false });
  });

  it('goes where the shop does not keep it, and when the desk was left alone', async () => {
    const { store, serve } = await openScene();
    serve('a');
    store.getState().writeAmount('12,50');
    serve('b');
    expect(store.getState().amount.text).toBe('');
    store.getState().toggleKeepAmount();
    store.getState().writeAmount('12,50');
    store.getState().finish('idle');
    expect(store.getState().amount.text).toBe('');
  });
});

it.each([
  ['decimal', '1250', 125_000],
  ['decimal', '12,50', 1_250],
  ['cents', '1250', 1_250],
  ['cents', '5', 5],
  ['cents', '12.50', 1_250],
  ['cents', '12,50', 1_250],
] as const)('where the shop enters %s, %s is asked for as %i cents', async (amountEntry, text, cents) => {
  const { store, till, serve } = await openScene();
  store.setState({ station: { ...station, amountEntry } });
  serve('a');
  store.getState().writeAmount(text);
  void store.getState().ask();
  expect(till.said).toMatchObject([{ input: { amount: { cents } } }]);
});
