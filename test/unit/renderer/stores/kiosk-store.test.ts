import { describe, expect, it } from 'vitest';
import { nobodyServed, usualAccess } from '../../../../renderer/stores/kiosk-flows.ts';
import type { KioskStore } from '../../../../renderer/stores/kiosk-store.ts';
import { ScanId, SessionId, WalletId } from '../../../../shared/domain/ids.ts';
import { kioskStation, openKioskScene } from './fake-kiosk.ts';
import { balance, EUR, failure, ticket, wallet } from './fake-till.ts';

const taskOf = (store: KioskStore) => {
  const { served } = store.getState();
  return served.kind === 'served' ? served.task : null;
};
const type = (store: KioskStore, text: string) => {
  for (const sign of text) store.getState().typeAmount(sign);
};

describe('a customer at the kiosk', () => {
  it('is looked up by a scan and sees the balance', async () => {
    const { main, store } = await openKioskScene();
    main.emit('customer/scan-received', ticket('a'));
    expect(store.getState().served.kind).toBe('identifying');
    main.emit('customer/identified', { scan: ScanId.parse('a'), session: SessionId.parse('a'), wallet });
    main.emit('customer/balance-read', { session: SessionId.parse('a'), balance: balance() });
    expect(store.getState().served).toMatchObject({ kind: 'served', balance: { kind: 'read' } });
  });

  it('who is not known is told so, and an answer for an earlier scan is nobody’s', async () => {
    const { main, store } = await openKioskScene();
    main.emit('customer/scan-received', ticket('a'));
    main.emit('customer/scan-received', ticket('b'));
    main.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure('wallet.not-found') });
    expect(store.getState().served.kind).toBe('identifying');
    main.emit('customer/identify-failed', { scan: ScanId.parse('b'), error: failure('wallet.not-found') });
    expect(store.getState().served).toMatchObject({ kind: 'failed', error: { code: 'wallet.not-found' } });
  });

  it('tries a failed look-up again by the scan, never by a number', async () => {
    const { main, store } = await openKioskScene();
    main.emit('customer/scan-received', ticket('a'));
    main.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure('api.timed-out') });
    void store.getState().retry();
    expect(main.said).toEqual([{ name: 'customer/retry-identify', input: { scan: 'a' } }]);
    await main.refuse('customer/retry-identify', 'session.closed');
    expect(store.getState().served).toMatchObject({ kind: 'failed', error: { code: 'session.closed' } });
  });

  it('stays when a product goes past the reader', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    const { served } = store.getState();
    main.emit('customer/scan-rejected', {
      ticket: ticket('p'),
      error: failure('scan.product-barcode'),
      keepsCustomer: true,
    });
    expect(store.getState().served).toBe(served);
  });

  it('reads the balance again after it failed', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    main.emit('customer/balance-failed', { session: SessionId.parse('a'), error: failure('api.timed-out') });
    void store.getState().readBalanceAgain();
    expect(store.getState().served).toMatchObject({ balance: { kind: 'loading' } });
    await main.answer('customer/read-balance', balance());
    expect(store.getState().served).toMatchObject({ balance: { kind: 'read' } });
  });

  it('is forgotten by the finish: nothing of them is in the state', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    store.getState().finish('done');
    expect(main.said.at(-1)).toEqual({ name: 'customer/finish', input: { reason: 'done' } });
    expect(store.getState()).toMatchObject({ served: { kind: 'goodbye', printed: false } });
    store.getState().endGoodbye();
    expect(store.getState()).toMatchObject(nobodyServed);
    expect(JSON.stringify(store.getState())).not.toMatch(/22\.99|14471|3154/);
  });

  it('is ended by main too, without the echo of a finish ending the goodbye', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    store.getState().finish('done');
    main.emit('customer/closed', { reason: 'done' });
    expect(store.getState().served.kind).toBe('goodbye');
    serve('b');
    main.emit('customer/closed', { reason: 'idle' });
    expect(store.getState().served).toEqual({ kind: 'nobody', screen: 'present' });
  });
});

describe('is it enough?', () => {
  it('asks in cents and shows the answer', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    store.getState().openAmount();
    type(store, '12,50');
    void store.getState().askEnough();
    expect(main.said.at(-1)?.input).toEqual({ session: 'a', amount: { cents: 1_250, currency: EUR } });
    await main.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 1 });
    expect(taskOf(store)).toMatchObject({ kind: 'answer', isSufficient: true });
  });

  it('sends nothing that is no amount, and takes signs back', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    store.getState().openAmount();
    type(store, '12,5x');
    void store.getState().askEnough();
    expect(main.said).toEqual([]);
    expect(taskOf(store)).toMatchObject({ kind: 'amount', text: '12,5', problem: 'amount.malformed' });
    store.getState().deleteAmountSign();
    expect(taskOf(store)).toMatchObject({ text: '12,', problem: null });
  });

  it('drops an answer that comes for the customer before', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    store.getState().openAmount();
    type(store, '5');
    void store.getState().askEnough();
    serve('b');
    await main.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 1 });
    expect(taskOf(store)).toEqual({ kind: 'balance', hidden: false });
  });

  it('tells why there is no answer', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    store.getState().openAmount();
    type(store, '5');
    void store.getState().askEnough();
    await main.refuse('customer/check-sufficient-amount', 'api.timed-out');
    expect(taskOf(store)).toMatchObject({ kind: 'not-answered', error: { code: 'api.timed-out' } });
  });
});

describe('the receipt', () => {
  it('is printed in the customer’s language, and its text shown', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    store.getState().chooseLocale('ru');
    void store.getState().printReceipt();
    expect(main.said.at(-1)?.input).toEqual({ session: 'a', locale: 'ru', width: 42 });
    await main.answer('customer/print-receipt', { printedAt: 1 });
    expect(main.said.at(-1)).toEqual({
      name: 'kiosk/read-receipt',
      input: { session: 'a', locale: 'ru', width: 36 },
    });
    await main.answer('kiosk/read-receipt', { text: 'Ваш баланс' });
    expect(taskOf(store)).toEqual({ kind: 'printed', receipt: { kind: 'read', text: 'Ваш баланс' } });
    store.getState().finish('done');
    expect(store.getState().served).toEqual({ kind: 'goodbye', printed: true });
  });

  it('that did not come out leaves the session as it is', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    void store.getState().printReceipt();
    await main.refuse('customer/print-receipt', 'printer.paper-out');
    expect(taskOf(store)).toMatchObject({ kind: 'not-printed', error: { code: 'printer.paper-out' } });
    store.getState().openBalance();
    expect(store.getState().served).toMatchObject({ kind: 'served', balance: { kind: 'read' } });
  });

  it.each(['print.outcome-unknown', 'app.fault'] as const)('is never printed twice by itself: %s', async (code) => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    void store.getState().printReceipt();
    await main.refuse('customer/print-receipt', code);
    expect(taskOf(store)).toEqual({ kind: 'print-unknown' });
    expect(main.pending).toEqual([]);
    store.getState().settleAsPrinted();
    expect(taskOf(store)).toMatchObject({ kind: 'printed' });
  });

  it('of the customer before is never shown to the next', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    void store.getState().showReceipt();
    serve('b');
    await main.answer('kiosk/read-receipt', { text: 'of a' });
    expect(JSON.stringify(store.getState())).not.toContain('of a');
  });
});

describe('movements', () => {
  it('are read where the shop turned them on', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    void store.getState().openMovements();
    await main.answer('kiosk/read-movements', { movements: [], total: 0 });
    expect(taskOf(store)).toEqual({ kind: 'movements', list: { kind: 'read', rows: [], total: 0 } });
  });

  it('are not even asked for where it did not', async () => {
    const { main, store, serve } = await openKioskScene();
    store.setState({ station: { ...kioskStation, offers: ['receipt'] } });
    serve('a');
    void store.getState().openMovements();
    expect(main.said).toEqual([]);
  });
});

describe('what a customer chose', () => {
  const usual = usualAccess(kioskStation);

  it('goes back when they are done, and when they went away', async () => {
    const { store, serve } = await openKioskScene();
    for (const leave of ['done', 'idle'] as const) {
      serve('a');
      store.getState().chooseSize(4);
      store.getState().chooseTheme('contrast');
      store.getState().chooseReach('low');
      store.getState().chooseLocale('ru');
      store.getState().toggleVoice();
      store.getState().stepSpeed(1);
      store.getState().finish(leave);
      store.getState().endGoodbye();
      expect(store.getState().access).toEqual(usual);
    }
  });

  it('stays with the same card tapped again, and goes with another one', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    store.getState().chooseSize(3);
    serve('b');
    expect(store.getState().access.size).toBe(3);
    main.emit('customer/scan-received', ticket('c'));
    const other = { ...wallet, walletId: WalletId.parse(9) };
    main.emit('customer/identified', { scan: ScanId.parse('c'), session: SessionId.parse('c'), wallet: other });
    expect(store.getState().access).toEqual(usual);
  });

  it('is not the next customer’s who taps while the question or the goodbye still stands', async () => {
    const { main, store, serve } = await openKioskScene();
    serve('a');
    store.getState().chooseSize(3);
    store.getState().askPresence(1);
    main.emit('customer/scan-received', ticket('b'));
    expect(store.getState()).toMatchObject({ access: usual, presence: { kind: 'here' } });
  });

  it('of a voice that is not there is told, and can be left', async () => {
    const { store, voices } = await openKioskScene();
    voices.delete('lt');
    store.getState().toggleVoice();
    expect(store.getState().access.voice).toBe('missing');
    store.getState().chooseLocale('en');
    expect(store.getState().access.voice).toBe('on');
    store.getState().toggleVoice();
    expect(store.getState().access.voice).toBe('off');
  });
});

describe('the station', () => {
  it('that cannot be read is out of order', async () => {
    const { main, store } = await openKioskScene();
    const started = store.getState().start();
    await main.refuse('station/read', 'app.fault');
    await started;
    expect(store.getState().startError?.code).toBe('app.fault');
  });

  it('lets its reader rest and wakes it', async () => {
    const { main, store } = await openKioskScene();
    main.emit('kiosk/reader-rested', { restMs: 60_000 });
    expect(store.getState().restsUntil).toBe(72_000);
    store.getState().wakeReader();
    expect(store.getState().restsUntil).toBeNull();
  });
});
