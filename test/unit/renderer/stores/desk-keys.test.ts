import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../../renderer/stores/desk-commands.ts';
import { keyPlaces, keyState, printNote } from '../../../../renderer/stores/desk-keys.ts';
import { offersFind } from '../../../../renderer/stores/find-slice.ts';
import { ScanId } from '../../../../shared/domain/ids.ts';
import { failure, openScene, readyStatus, ticket } from './fake-till.ts';

describe('the eight keys', () => {
  it('are off but for finding and more while nobody is served', async () => {
    const { store } = await openScene();
    const state = store.getState();
    expect(keyPlaces.map((place) => keyState(state, place).off)).toEqual([
      'nothingToFinish',
      null,
      'nobody',
      'nobody',
      'nobody',
      'nobody',
      'nobody',
      null,
    ]);
  });

  it('offer everything for a customer', async () => {
    const { store, serve } = await openScene();
    serve('a');
    const state = store.getState();
    const working = keyPlaces.filter((place) => keyState(state, place).off === null);
    expect(working).toEqual(['finish', 'find', 'statement', 'pending', 'reserved', 'relate', 'print', 'more']);
    expect(printNote(state)).toBe('LT · 42');
  });

  it('wait for the printer, and then for the operator’s word', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const printed = store.getState().printReceipt();
    expect(keyState(store.getState(), 'finish').off).toBe('printing');
    expect(keyState(store.getState(), 'print').off).toBe('printing');
    await till.refuse('customer/print-receipt', 'print.outcome-unknown');
    await printed;
    expect(keyState(store.getState(), 'finish').off).toBe('lookAtPaper');
    expect(keyState(store.getState(), 'print').off).toBe('lookAtPaper');
  });

  it('say why a receipt cannot be printed', async () => {
    const { store, till, serve } = await openScene();
    till.emit('station/status-changed', { ...readyStatus, printer: { kind: 'not-configured' } });
    serve('a');
    expect(keyState(store.getState(), 'print').off).toBe('noPrinter');
  });
});

describe('commands', () => {
  it('Enter asks and never prints', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().writeAmount('12');
    runCommand(store.getState(), 'next');
    await till.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 5 });
    runCommand(store.getState(), 'next');
    expect(till.names).toEqual(['customer/check-sufficient-amount']);
  });

  it('Enter tries a failed look-up again', async () => {
    const { store, till } = await openScene();
    till.emit('customer/scan-received', ticket('a'));
    till.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure('api.no-network') });
    runCommand(store.getState(), 'next');
    expect(till.names).toEqual(['customer/retry-identify']);
  });

  it.each(['wallet.not-found', 'scan.unreadable'] as const)(
    'after %s Enter looks for what is typed instead of trying the scan again',
    async (code) => {
      const { store, till } = await openScene();
      if (code === 'scan.unreadable') {
        till.emit('customer/scan-rejected', { ticket: ticket('a'), error: failure(code), keepsCustomer: false });
      } else {
        till.emit('customer/scan-received', ticket('a'));
        till.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure(code) });
      }
      expect(offersFind(store.getState())).toBe(true);
      store.getState().writeFind('37060000001');
      runCommand(store.getState(), 'next');
      expect(till.names).toEqual(['customer/identify']);
    },
  );

  it('typing is not for finding while trouble or a customer is on the screen, unless that was asked for', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    expect(offersFind(store.getState())).toBe(false);
    till.emit('customer/scan-received', ticket('b'));
    till.emit('customer/identify-failed', { scan: ScanId.parse('b'), error: failure('api.no-network') });
    expect(offersFind(store.getState())).toBe(false);
    runCommand(store.getState(), 'find');
    expect(offersFind(store.getState())).toBe(true);
  });

  it('Esc closes the panel, then leaves the failed print, then finishes', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const printed = store.getState().printReceipt();
    await till.refuse('customer/print-receipt', 'printer.in-use');
    await printed;
    store.getState().openPanel('find');
    runCommand(store.getState(), 'finish');
    expect(store.getState()).toMatchObject({ panel: 'none', print: { kind: 'not-printed' } });
    runCommand(store.getState(), 'finish');
    expect(store.getState()).toMatchObject({ customer: { kind: 'identified' }, print: { kind: 'idle' } });
    runCommand(store.getState(), 'finish');
    expect(store.getState().customer.kind).toBe('waiting');
  });

  it('does nothing for a key that is off', async () => {
    const { store, till } = await openScene();
    const before = store.getState();
    for (const place of ['print', 'relate', 'statement', 'finish'] as const) {
      runCommand(store.getState(), place);
    }
    expect(store.getState()).toBe(before);
    expect(till.said).toEqual([]);
  });

  it('takes 1 and 2 as choices only while the outcome of a print is unknown', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    runCommand(store.getState(), 'first-choice');
    runCommand(store.getState(), 'second-choice');
    expect(till.said).toEqual([]);
    const printed = store.getState().printReceipt();
    await till.refuse('customer/print-receipt', 'print.outcome-unknown');
    await printed;
    runCommand(store.getState(), 'second-choice');
    expect(till.names).toEqual(['customer/print-receipt', 'customer/print-receipt']);
  });
});
