import { describe, expect, it } from 'vitest';
import { noFlows } from '../../../../renderer/stores/flows.ts';
import { ScanId, SessionId } from '../../../../shared/domain/ids.ts';
import { balance, EUR, failure, openScene, type Scene, ticket, wallet } from './fake-till.ts';

function flowsOf({ store }: Scene) {
  const state = store.getState();
  return Object.fromEntries(Object.keys(noFlows).map((key) => [key, state[key as keyof typeof noFlows]]));
}

describe('the customer at the desk', () => {
  it('goes from a scan to an identified wallet to its balance', async () => {
    const { store, till } = await openScene();
    const kinds: string[] = [store.getState().customer.kind];
    till.emit('customer/scan-received', ticket('a'));
    kinds.push(store.getState().customer.kind);
    till.emit('customer/identified', { scan: ScanId.parse('a'), session: SessionId.parse('a'), wallet });
    expect(store.getState().customer).toMatchObject({ kind: 'identified', balance: { kind: 'loading' } });
    till.emit('customer/balance-read', { session: SessionId.parse('a'), balance: balance() });
    expect(store.getState().customer).toMatchObject({ wallet, balance: { kind: 'read', view: balance() } });
    expect(kinds).toEqual(['waiting', 'identifying']);
  });

  it('drops what still comes for an earlier scan', async () => {
    const { store, till } = await openScene();
    till.emit('customer/scan-received', ticket('first'));
    till.emit('customer/scan-received', ticket('second'));
    till.emit('customer/identified', { scan: ScanId.parse('first'), session: SessionId.parse('first'), wallet });
    till.emit('customer/identify-failed', { scan: ScanId.parse('first'), error: failure('wallet.not-found') });
    expect(store.getState().customer).toMatchObject({ kind: 'identifying', ticket: { scan: 'second' } });
  });

  it('drops the balance of an earlier customer', async () => {
    const scene = await openScene();
    scene.serve('first');
    scene.till.emit('customer/scan-received', ticket('second'));
    const second = { scan: ScanId.parse('second'), session: SessionId.parse('second'), wallet };
    scene.till.emit('customer/identified', second);
    scene.till.emit('customer/balance-read', { session: SessionId.parse('first'), balance: balance() });
    scene.till.emit('customer/balance-failed', { session: SessionId.parse('first'), error: failure('api.timed-out') });
    expect(scene.store.getState().customer).toMatchObject({ session: 'second', balance: { kind: 'loading' } });
  });

  it('says on the next ticket that the customer before was closed', async () => {
    const scene = await openScene();
    scene.serve('first');
    scene.till.emit('customer/scan-received', ticket('second'));
    expect(scene.store.getState().customer).toMatchObject({ kind: 'identifying', replaced: true });
    scene.store.getState().finish('done');
    scene.till.emit('customer/scan-received', ticket('third'));
    expect(scene.store.getState().customer).toMatchObject({ kind: 'identifying', replaced: false });
  });

  it('keeps the customer when a product is scanned, and hides them when a scan is illegible', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const product = failure('scan.product-barcode');
    till.emit('customer/scan-rejected', { ticket: ticket('p'), error: product, keepsCustomer: true });
    expect(store.getState()).toMatchObject({ customer: { session: 'a' }, notice: { error: product } });
    const illegible = failure('scan.unreadable');
    till.emit('customer/scan-rejected', { ticket: ticket('u'), error: illegible, keepsCustomer: false });
    expect(store.getState()).toMatchObject({ customer: { kind: 'rejected', error: illegible }, notice: null });
  });

  it('shows a rejected scan when nobody is served, whoever it would have kept', async () => {
    const { store, till } = await openScene();
    const error = failure('scan.product-barcode');
    till.emit('customer/scan-rejected', { ticket: ticket('p'), error, keepsCustomer: true });
    expect(store.getState().customer).toMatchObject({ kind: 'rejected', error });
  });

  it('tries a failed look-up again by its scan, and follows the ticket that comes of it', async () => {
    const { store, till } = await openScene();
    till.emit('customer/scan-received', ticket('a'));
    till.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure('api.no-network') });
    const retried = store.getState().retry();
    expect(till.said).toEqual([{ name: 'customer/retry-identify', input: { scan: 'a' } }]);
    till.emit('customer/scan-received', ticket('b'));
    await till.answer('customer/retry-identify', { scan: ScanId.parse('b') });
    await retried;
    expect(store.getState().customer).toMatchObject({ kind: 'identifying', ticket: { scan: 'b' } });
  });

  it('says why it could not try again', async () => {
    const { store, till } = await openScene();
    till.emit('customer/scan-received', ticket('a'));
    till.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure('api.no-network') });
    const retried = store.getState().retry();
    await till.refuse('customer/retry-identify', 'session.closed');
    await retried;
    expect(store.getState().customer).toMatchObject({ kind: 'failed', error: { code: 'session.closed' } });
  });

  it('leaves nothing behind when it finishes, before main has answered', async () => {
    const scene = await openScene();
    scene.serve('a');
    const state = scene.store.getState();
    state.writeAmount('12,50');
    state.writeFind('37061234567');
    state.chooseReceiptLocale('ru');
    state.writeReceiptWidth('32');
    state.openPanel('receipt');
    state.finish('done');
    expect(flowsOf(scene)).toEqual(noFlows);
    expect(scene.till.said).toEqual([{ name: 'customer/finish', input: { reason: 'done' } }]);
  });

  it('keeps of the customer before only when they went, how, and whether a receipt was printed', async () => {
    const scene = await openScene();
    scene.serve('a');
    scene.store.getState().finish('idle');
    expect(scene.store.getState().lastServed).toEqual({ at: 12_000, printed: false, hiddenByIdle: true });
  });

  it('forgets the customer when main closes the session', async () => {
    const scene = await openScene();
    scene.serve('a');
    scene.till.emit('customer/closed', { reason: 'done' });
    expect(flowsOf(scene)).toEqual(noFlows);
  });
});

describe('conversion of the balance', () => {
  it('asks for the station’s currency, shows it, and is switched off without asking', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const asked = store.getState().toggleConversion();
    expect(store.getState().customer).toMatchObject({ balance: { conversion: { kind: 'asking', to: 'EUR' } } });
    expect(till.said).toEqual([{ name: 'customer/read-balance', input: { session: 'a', convertTo: 'EUR' } }]);
    await till.answer('customer/read-balance', balance(EUR));
    await asked;
    expect(store.getState().customer).toMatchObject({
      balance: { conversion: { kind: 'on' }, view: { total: { atDisposal: '23.74' } } },
    });
    await store.getState().toggleConversion();
    expect(store.getState().customer).toMatchObject({ balance: { conversion: { kind: 'off' } } });
    expect(till.said).toHaveLength(1);
  });

  it('keeps the balance when the conversion fails, and says why', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const asked = store.getState().toggleConversion();
    await till.refuse('customer/read-balance', 'api.timed-out');
    await asked;
    expect(store.getState().customer).toMatchObject({
      balance: { kind: 'read', view: balance(), conversion: { kind: 'failed', error: { code: 'api.timed-out' } } },
    });
  });

  it('drops a converted balance that comes after the customer went', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const asked = store.getState().toggleConversion();
    serve('b');
    await till.answer('customer/read-balance', balance(EUR));
    await asked;
    expect(store.getState().customer).toMatchObject({ session: 'b', balance: { conversion: { kind: 'off' } } });
  });

  it('reads a failed balance again', async () => {
    const { store, till } = await openScene();
    till.emit('customer/scan-received', ticket('a'));
    till.emit('customer/identified', { scan: ScanId.parse('a'), session: SessionId.parse('a'), wallet });
    till.emit('customer/balance-failed', { session: SessionId.parse('a'), error: failure('api.timed-out') });
    const asked = store.getState().readBalanceAgain();
    expect(store.getState().customer).toMatchObject({ balance: { kind: 'loading' } });
    await till.answer('customer/read-balance', balance());
    await asked;
    expect(store.getState().customer).toMatchObject({ balance: { kind: 'read' } });
  });
});
