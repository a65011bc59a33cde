import { describe, expect, it } from 'vitest';
import { closeNumberOf } from '../../../../renderer/stores/office-reports-slice.ts';
import { pinsDiffer } from '../../../../renderer/stores/office-staff-slice.ts';
import { createOfficeStore, firstPartFor } from '../../../../renderer/stores/office-store.ts';
import type { Bridge } from '../../../../shared/contract/live.ts';
import { usualRoles } from '../../../../shared/domain/roles.ts';
import { appError } from '../../../../shared/errors/app-error.ts';
import { err, ok } from '../../../../shared/errors/result.ts';

const pin = '274916';

/** A bridge that keeps what it was asked, and answers when the test says so. */
function open() {
  const asked: { readonly name: string; readonly input: unknown; readonly answer: (value: unknown) => void }[] = [];
  const listeners = new Map<string, (payload: unknown) => void>();
  const till = {
    call: (name: string, input: unknown) =>
      new Promise((resolve) => {
        asked.push({ name, input, answer: resolve });
      }),
    on(name: string, listener: (payload: unknown) => void) {
      listeners.set(name, listener);
      return () => undefined;
    },
  } as unknown as Bridge;
  const store = createOfficeStore(till);
  const answer = async (name: string, value: unknown) => {
    asked.findLast((each) => each.name === name)?.answer(value);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  const inputsOf = (name: string) => asked.filter((each) => each.name === name).map(({ input }) => input);
  const tell = (name: string, payload: unknown): void => listeners.get(name)?.(payload);
  return {
    store,
    asked,
    answer,
    inputsOf,
    tell,
    tellCard: (masked: string | null) => tell('staff/card-read', { masked }),
  };
}

const report = (number: number | null) => ({ report: { number, totals: { open: 0 } }, lastZ: number ?? 3 });
const ona = { name: 'Ona V.', role: 'supervisor', isDisabled: false, hasCard: false, waitMs: 0 };

describe('whom the office is for', () => {
  it('begins with the reports for a supervisor and with open outcomes for a cashier', () => {
    expect(firstPartFor(usualRoles.supervisor)).toBe('reports');
    expect(firstPartFor(usualRoles.cashier)).toBe('outcomes');
    expect(firstPartFor(null)).toBe('reports');
  });

  it('stays shut for somebody who may do nothing in it', () => {
    const { store, asked } = open();
    store.getState().open(['serve', 'print']);
    expect(store.getState().isOpen).toBe(false);
    expect(asked).toEqual([]);
  });
});

describe('reports', () => {
  it('shows the answer to the latest question only', async () => {
    const { store, asked, answer } = open();
    store.getState().open(null);
    void store.getState().readReport(2);
    await answer('reports/read', ok(report(2)));
    asked[0]?.answer(ok(report(null)));
    await Promise.resolve();
    expect(store.getState().report?.number).toBe(2);
  });

  it('closes the day only after it was confirmed, and once', async () => {
    const { store, answer, inputsOf } = open();
    store.getState().open(null);
    await answer('reports/read', ok(report(null)));
    await store.getState().closeDay();
    expect(inputsOf('reports/close-day')).toHaveLength(0);
    store.getState().askToClose();
    void store.getState().closeDay();
    void store.getState().closeDay();
    expect(inputsOf('reports/close-day')).toHaveLength(1);
    await answer('reports/close-day', ok(report(4)));
    expect(store.getState().reportWork).toEqual({ kind: 'closed', number: 4 });
    expect(store.getState().report?.number).toBe(4);
  });

  it('prints and saves what is shown, one after the other', async () => {
    const { store, answer, inputsOf } = open();
    store.getState().open(null);
    await answer('reports/read', ok(report(7)));
    void store.getState().printReport();
    void store.getState().saveReport();
    expect(inputsOf('reports/print')).toEqual([{ number: 7 }]);
    expect(inputsOf('reports/save-csv')).toEqual([]);
    await answer('reports/print', err(appError('print.outcome-unknown')));
    expect(store.getState().reportWork).toMatchObject({ kind: 'failed', what: 'print' });
    void store.getState().saveReport();
    await answer('reports/save-csv', ok({ file: 'reports/z-0007.csv' }));
    expect(store.getState().reportWork).toEqual({ kind: 'saved', file: 'reports/z-0007.csv' });
  });

  it('takes a close by its number and nothing else', () => {
    expect([' 12 ', '0', '-1', '1.5', 'z', ''].map(closeNumberOf)).toEqual([12, null, null, null, null, null]);
  });

  it('shows nothing that comes after the page was left', async () => {
    const { store, answer } = open();
    store.getState().open(null);
    store.getState().close();
    await answer('reports/read', ok(report(null)));
    expect(store.getState()).toMatchObject({ isOpen: false, report: null });
  });
});

describe('open outcomes', () => {
  const outcome = { entry: 5, operation: 'receipt.print', atMs: 0, operator: null, about: 'print', canBeAsked: false };

  it('settles one as somebody says, and keeps it on the list where main refuses', async () => {
    const { store, answer, inputsOf } = open();
    store.getState().open(['settle']);
    await answer('outcomes/read', ok({ open: [outcome] }));
    void store.getState().settle(5, 'printed');
    expect(inputsOf('outcomes/settle')).toEqual([{ entry: 5, as: 'printed' }]);
    await answer('outcomes/settle', err(appError('journal.not-writable', { reason: 'disk-full', sent: false })));
    expect(store.getState().outcomes).toEqual([outcome]);
    expect(store.getState().outcomesWork.kind).toBe('failed');
  });

  it('says how many the service settled', async () => {
    const { store, answer } = open();
    store.getState().open(['settle']);
    await answer('outcomes/read', ok({ open: [outcome, { ...outcome, entry: 6 }] }));
    void store.getState().lookUp();
    await answer('outcomes/look-up', ok({ open: [outcome] }));
    expect(store.getState().outcomesWork).toEqual({ kind: 'looked', settled: 1 });
  });
});

describe('operators', () => {
  async function openStaff() {
    const opened = open();
    opened.store.getState().open(['people']);
    await opened.answer('staff/read', ok({ staff: [ona] }));
    return opened;
  }

  it('adds one with the card that was read, and keeps the PIN nowhere', async () => {
    const { store, answer, inputsOf, tellCard } = await openStaff();
    store.getState().showStaff({ kind: 'add' });
    tellCard('•••• 1111');
    expect(store.getState().staffCard.kind).toBe('none'); // nobody waited for it
    void store.getState().awaitCard();
    tellCard('•••• 3154');
    void store.getState().addMember({ name: 'Rasa P.', role: 'cashier', pin });
    expect(inputsOf('staff/add')).toEqual([{ name: 'Rasa P.', role: 'cashier', pin, card: 'read' }]);
    expect(JSON.stringify(store.getState())).not.toContain(pin);
    await answer('staff/add', ok({ staff: [ona, { ...ona, name: 'Rasa P.' }] }));
    expect(JSON.stringify(store.getState())).not.toContain(pin);
    expect(store.getState().staff).toHaveLength(2);
    expect(store.getState().staffWork).toEqual({ kind: 'done', what: 'added', name: 'Rasa P.' });
    expect([inputsOf('staff/await-card'), inputsOf('staff/stop-awaiting-card')]).toEqual([[{}], [{}]]);
  });

  it('changes only the one who was chosen', async () => {
    const { store, answer, inputsOf } = await openStaff();
    await store.getState().setDisabled(true);
    expect(inputsOf('staff/change')).toEqual([]);
    store.getState().showStaff({ kind: 'member', name: 'Ona V.' });
    void store.getState().changePin(pin);
    await answer('staff/change', err(appError('operator.pin-too-short')));
    expect(store.getState().staffWork).toMatchObject({ kind: 'failed', error: { code: 'operator.pin-too-short' } });
    void store.getState().setDisabled(true);
    expect(inputsOf('staff/change')).toEqual([
      { name: 'Ona V.', pin },
      { name: 'Ona V.', isDisabled: true },
    ]);
    expect(JSON.stringify(store.getState())).not.toContain(pin);
  });

  it('waits for no card any more once the page is left', async () => {
    const { store, inputsOf } = await openStaff();
    void store.getState().awaitCard();
    store.getState().close();
    expect([inputsOf('staff/await-card'), inputsOf('staff/stop-awaiting-card')]).toEqual([[{}], [{}]]);
  });

  it('says that nobody may wait for a card, and waits for none', async () => {
    const { store, answer, inputsOf } = await openStaff();
    void store.getState().awaitCard();
    await answer('staff/await-card', err(appError('operator.not-permitted')));
    expect(store.getState()).toMatchObject({
      staffCard: { kind: 'none' },
      staffWork: { kind: 'failed', error: { code: 'operator.not-permitted' } },
    });
    void store.getState().awaitCard();
    store.getState().leaveCard();
    await answer('staff/await-card', ok({})); // allowed too late: nobody looks any more
    expect(inputsOf('staff/stop-awaiting-card')).toEqual([{}, {}]);
  });

  it('goes back one step at a time', async () => {
    const { store } = await openStaff();
    store.getState().showStaff({ kind: 'removing', name: 'Ona V.' });
    store.getState().stepBack();
    expect(store.getState().staffPanel).toEqual({ kind: 'member', name: 'Ona V.' });
    store.getState().stepBack();
    expect(store.getState().staffPanel).toEqual({ kind: 'none' });
    store.getState().stepBack();
    expect(store.getState().isOpen).toBe(false);
  });

  it('wants a PIN twice alike', () => {
    expect(pinsDiffer(pin, pin)).toBe(false);
    expect(pinsDiffer(pin, '274917')).toBe(true);
  });
});

describe('leaving the office', () => {
  it.each([
    ['a customer’s scan', 'customer/scan-received', {}],
    ['the lock', 'operators/changed', { watchman: { kind: 'locked' } }],
  ])('is what %s does: nobody is served behind it', (_cause, name, payload) => {
    const { store, tell } = open();
    store.getState().open(null);
    expect(store.getState().isOpen).toBe(true);
    tell('operators/changed', { watchman: { kind: 'unlocked' } });
    expect(store.getState().isOpen).toBe(true);
    tell(name, payload);
    expect(store.getState().isOpen).toBe(false);
  });
});
