import { describe, expect, it } from 'vitest';
import { printChoice, widthProblem } from '../../../../renderer/stores/print-slice.ts';
import { noPaperStatus, openScene, readyStatus } from './fake-till.ts';

describe('printing the receipt', () => {
  it('prints with the station’s language and width, and shows when the printer confirmed', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const printed = store.getState().printReceipt();
    expect(till.said).toEqual([{ name: 'customer/print-receipt', input: { session: 'a', locale: 'lt', width: 42 } }]);
    expect(store.getState().print.kind).toBe('printing');
    await till.answer('customer/print-receipt', { printedAt: 7 });
    await printed;
    expect(store.getState().print).toEqual({ kind: 'printed', job: { kind: 'receipt' }, by: 'printer', at: 7 });
  });

  it('prints with this customer’s choices and forgets them with the customer', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().chooseReceiptLocale('ru');
    store.getState().writeReceiptWidth('32');
    void store.getState().printReceipt();
    expect(till.said[0]?.input).toEqual({ session: 'a', locale: 'ru', width: 32 });
    serve('b');
    expect(printChoice(store.getState())).toEqual({ locale: 'lt', width: 42 });
  });

  it('never prints twice at once', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    void store.getState().printReceipt();
    await store.getState().printReceipt();
    expect(till.names).toEqual(['customer/print-receipt']);
  });

  it.each([
    ['printer.paper-out', 'not-printed'],
    ['printer.silent', 'not-printed'],
    ['printer.printing', 'not-printed'],
    ['print.outcome-unknown', 'unknown'],
    ['app.fault', 'unknown'],
    ['api.timed-out', 'failed'],
    ['wallet.access-revoked', 'failed'],
  ] as const)('shows %s as %s', async (code, kind) => {
    const { store, till, serve } = await openScene();
    serve('a');
    const printed = store.getState().printReceipt();
    await till.refuse('customer/print-receipt', code);
    await printed;
    expect(store.getState().print).toMatchObject({ kind, error: { code } });
  });

  it('turns the print key off for this customer when receipts are not enabled', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const printed = store.getState().printReceipt();
    await till.refuse('customer/print-receipt', 'receipt.not-enabled');
    await printed;
    await store.getState().printReceipt();
    expect(till.names).toEqual(['customer/print-receipt']);
    serve('b');
    expect(store.getState().receipt.refusal).toBeNull();
  });

  it('drops the outcome of a print whose customer went', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const printed = store.getState().printReceipt();
    serve('b');
    await till.refuse('customer/print-receipt', 'print.outcome-unknown');
    await printed;
    expect(store.getState().print).toEqual({ kind: 'idle' });
  });

  it('resumes by itself when paper is in again, since nothing came out before', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    till.emit('station/status-changed', noPaperStatus);
    const printed = store.getState().printReceipt();
    await till.refuse('customer/print-receipt', 'printer.paper-out');
    await printed;
    till.emit('station/status-changed', noPaperStatus);
    expect(till.names).toEqual(['customer/print-receipt']);
    till.emit('station/status-changed', readyStatus);
    expect(till.names).toEqual(['customer/print-receipt', 'customer/print-receipt']);
  });

  it('does not take an old "ready" for news', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const printed = store.getState().printReceipt();
    await till.refuse('customer/print-receipt', 'printer.paper-out');
    await printed;
    till.emit('station/status-changed', { ...readyStatus, link: { kind: 'unchecked' } });
    expect(till.names).toEqual(['customer/print-receipt']);
  });

  it('never resumes a print whose outcome is unknown', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const printed = store.getState().printReceipt();
    await till.refuse('customer/print-receipt', 'print.outcome-unknown');
    await printed;
    till.emit('station/status-changed', noPaperStatus);
    till.emit('station/status-changed', readyStatus);
    expect(till.names).toEqual(['customer/print-receipt']);
    store.getState().settleAsPrinted();
    expect(store.getState().print).toEqual({ kind: 'printed', job: { kind: 'receipt' }, by: 'operator', at: 12_000 });
  });
});

describe('the width of the receipt', () => {
  it.each([
    ['42', null],
    ['8', null],
    ['43', 'too-wide'],
    ['7', 'too-narrow'],
    ['', 'not-number'],
  ] as const)('judges %j as %j for a printer of 42 columns', async (text, problem) => {
    const { store } = await openScene();
    store.getState().writeReceiptWidth(text);
    expect(widthProblem(store.getState())).toBe(problem);
  });

  it('opens the choices instead of printing a line that does not fit', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().writeReceiptWidth('48');
    await store.getState().printReceipt();
    expect(till.said).toEqual([]);
    expect(store.getState()).toMatchObject({ panel: 'receipt', print: { kind: 'idle' } });
  });

  it('steps within what the printer can do', async () => {
    const { store } = await openScene();
    store.getState().stepReceiptWidth(1);
    expect(store.getState().receipt.widthText).toBe('42');
    store.getState().stepReceiptWidth(-1);
    expect(store.getState().receipt.widthText).toBe('41');
  });

  it.each([
    ['printed', 'settleAsPrinted'],
    ['not-printed', 'repeatPrint'],
  ] as const)('tells the journal what was seen of an unknown print: %s', async (as, action) => {
    const { store, till, serve } = await openScene();
    serve('a');
    const printed = store.getState().printReceipt();
    await till.refuse('customer/print-receipt', 'print.outcome-unknown', { entry: 17 });
    await printed;
    void store.getState()[action]();
    expect(till.said.find(({ name }) => name === 'outcomes/settle')?.input).toEqual({ entry: 17, as });
  });
});
