import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PrintJob, PrintOutcome, ReceiptPrinter } from '../../../electron/devices/receipt-printer/port.ts';
import { gateByOperator } from '../../../electron/ipc/gate-by-operator.ts';
import { createOfficeHandlers } from '../../../electron/ipc/office-handlers.ts';
import { plainDone } from '../../../electron/journal/entry.ts';
import { saveReport } from '../../../electron/journal/save-report.ts';
import { createJournaledTill } from '../../../electron/services/journaled-till.ts';
import { createOffice } from '../../../electron/services/office.ts';
import { createReceiptPrinting } from '../../../electron/services/print-receipt.ts';
import { usualRoles } from '../../../shared/domain/roles.ts';
import { happening, writeNotes } from '../journal/journal-bench.ts';
import { onaPin, rasaPin } from '../people/people-bench.ts';
import { operatorsBench, scanOf } from './operators-bench.ts';

const dayMs = 24 * 3_600_000;

/** A station's office on a printer that ends each job as the test says. */
async function officeBench() {
  const bench = await operatorsBench('two', usualRoles.cashier);
  const { journal, actor, operators, list: people, time } = bench;
  const paper: PrintJob[] = [];
  const next: { outcome: PrintOutcome } = { outcome: { kind: 'printed' } };
  const bare = {
    columns: 42,
    readState: async () => ({ kind: 'ready', paperLow: false }),
    print: async (job: PrintJob) => {
      paper.push(job);
      return next.outcome;
    },
  } as unknown as ReceiptPrinter;
  const printer = createJournaledTill({ journal, actor: actor.read, monotonic: () => time.ms }).printer(bare);
  const slips = createReceiptPrinting({
    api: bench.api,
    printer,
    mark: 'TRAINING',
    header: () => ['Till 1'],
    clock: () => bench.bench.nowMs,
  });
  const cards: ({ masked: string } | null)[] = [];
  const office = createOffice({
    ...{ journal, actor, people, operators, slips },
    api: bench.api,
    saveReport: (name, text) => saveReport(bench.bench.folder, name, text),
    locale: 'en',
    receiptWidth: null,
    face: 'desk',
    journalKeepDays: 100,
    clock: () => bench.bench.nowMs,
    monotonic: () => time.ms,
    onCardRead: (card) => cards.push(card),
  });
  const page = gateByOperator(
    createOfficeHandlers(office) as never,
    operators,
    bench.scope,
    () => time.ms,
  ) as unknown as ReturnType<typeof createOfficeHandlers>;
  return { ...bench, office, page, paper, next, cards };
}

describe('reports', () => {
  test('are for roles that may, or once on the word of somebody who may', async () => {
    const { operators, page } = await officeBench();
    await operators.unlock('Rasa P.', rasaPin);
    const refused = { error: { code: 'operator.not-permitted', details: { permission: 'reports' } } };
    expect(await page['reports/read']({ number: null })).toMatchObject(refused);
    await operators.allowOnce('reports', 'Ona V.', onaPin);
    expect((await page['reports/read']({ number: null })).ok).toBe(true);
    expect((await page['reports/print']({ number: null })).ok).toBe(true); // goes on with the same report
    expect(await page['reports/close-day']({})).toMatchObject({
      error: { details: { permission: 'close-day' } },
    });
    operators.lock('key');
    await operators.unlock('Ona V.', onaPin);
    expect(await page['reports/close-day']({})).toMatchObject({ ok: true, value: { report: { number: 1 }, lastZ: 1 } });
  });

  test('go on with one word to paper and table of the report that was read, and to no other report', async () => {
    const { operators, page, time } = await officeBench();
    await operators.unlock('Ona V.', onaPin);
    await page['reports/close-day']({});
    operators.lock('key');
    await operators.unlock('Rasa P.', rasaPin);
    await operators.allowOnce('reports', 'Ona V.', onaPin);
    expect((await page['reports/read']({ number: null })).ok).toBe(true);
    time.ms += 65_000;
    const refused = { error: { code: 'operator.not-permitted', details: { permission: 'reports' } } };
    expect((await page['reports/save-csv']({ number: null })).ok).toBe(true);
    expect((await page['reports/print']({ number: null })).ok).toBe(true);
    expect(await page['reports/read']({ number: null })).toMatchObject(refused); // a later one
    expect(await page['reports/save-csv']({ number: 1 })).toMatchObject(refused);
    await operators.allowOnce('close-day', 'Ona V.', onaPin);
    expect(await page['reports/close-day']({})).toMatchObject({ ok: true, value: { lastZ: 2 } });
    expect((await page['reports/print']({ number: 2 })).ok).toBe(true);
    expect(await page['reports/print']({ number: 1 })).toMatchObject(refused);
    expect(await page['reports/read']({ number: null })).toMatchObject(refused);
  });

  test('count an override once, by what was done, with both names', async () => {
    const { operators, page } = await officeBench();
    await operators.unlock('Rasa P.', rasaPin);
    await operators.allowOnce('reports', 'Ona V.', onaPin);
    await page['reports/read']({ number: null });
    await page['reports/print']({ number: null });
    operators.lock('key');
    await operators.unlock('Ona V.', onaPin);
    expect(await page['reports/read']({ number: null })).toMatchObject({
      value: {
        report: {
          totals: {
            overrides: [{ operation: 'report.print', operator: 'Rasa P.', approver: 'Ona V.', count: 1 }],
            byOperation: expect.arrayContaining([{ operation: 'report.print', outcome: 'printed', count: 1 }]),
          },
        },
      },
    });
  });

  test('are printed at the printer’s width under the training mark, as they were shown, and belong to no customer', async () => {
    const { office, paper, journal, entries } = await officeBench();
    journal.note(happening('wallet.find', { wallet: 'ab'.repeat(16) }), { ...plainDone, durationMs: 120 });
    const shown = office.reports.read(null);
    writeNotes(journal, 3);
    expect(await office.reports.print(null)).toMatchObject({ ok: true });
    const [job] = paper;
    expect(job).toMatchObject({ mark: 'TRAINING', columns: 42 });
    const lines = job?.text.split('\n') ?? [];
    expect(lines[0]).toBe('Shift report (X)');
    expect(lines.every((line) => line.length <= 42)).toBe(true);
    expect(lines.find((line) => line.includes('Customers identified'))).toMatch(/, done +1$/);
    expect(job?.text.replaceAll(/\s/g, '')).toContain(shown.ok ? (shown.value.report.endHash ?? '?') : '?');
    expect(entries().filter(({ operation }) => operation === 'report.print')).toMatchObject([
      { kind: 'intent', walletKey: null },
      { kind: 'outcome', outcome: 'printed', walletKey: null },
    ]);
  });

  test('are numbered before they are printed: a print that fails takes no number, and may be done again', async () => {
    const { office, next, paper } = await officeBench();
    office.reports.closeDay();
    next.outcome = { kind: 'not-printed', state: { kind: 'blocked', reason: 'paper-out' } };
    expect(await office.reports.print(1)).toMatchObject({ error: { code: 'printer.paper-out' } });
    next.outcome = { kind: 'printed' };
    expect((await office.reports.print(1)).ok).toBe(true);
    expect(paper[1]?.text).toBe(paper[0]?.text);
    expect(office.reports.closeDay()).toMatchObject({ value: { report: { number: 2 } } });
    expect(office.reports.read(3)).toMatchObject({ error: { code: 'report.unknown' } });
  });

  test('are saved as a table for this user alone, once for each', async () => {
    const { office } = await officeBench();
    office.reports.closeDay();
    const saved = office.reports.saveCsv(1);
    const file = saved.ok ? saved.value.file : '';
    expect(path.basename(file)).toBe('z-0001.csv');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain('report,number,,,,1\r\n');
    expect(office.reports.saveCsv(1)).toEqual(saved);
  });

  test('begin the next shift when the day is closed', async () => {
    const { office, operators, bench } = await officeBench();
    await operators.unlock('Rasa P.', rasaPin);
    operators.lock('key');
    await operators.unlock('Ona V.', onaPin);
    bench.nowMs += 1_000;
    office.reports.closeDay();
    expect(operators.shift).toEqual({ since: bench.nowMs, by: 'Ona V.' });
  });
});

describe('outcomes that nobody can look up', () => {
  test('are said by whoever looked, whose name stands beside the answer', async () => {
    const { operators, office, page, next, entries } = await officeBench();
    await operators.unlock('Ona V.', onaPin);
    next.outcome = { kind: 'unknown' };
    const printed = await office.reports.print(null);
    const entry = printed.ok ? 0 : (printed.error.details?.entry as number);
    operators.lock('key');
    await operators.unlock('Rasa P.', rasaPin);
    const open = { entry, operation: 'report.print', operator: 'Ona V.', about: 'print', canBeAsked: false };
    expect(await page['outcomes/read']({})).toMatchObject({ value: { open: [open] } });
    expect(await page['outcomes/settle']({ entry, as: 'done' })).toMatchObject({
      error: { code: 'journal.entry-not-open' },
    });
    expect(await page['outcomes/settle']({ entry, as: 'printed' })).toEqual({ ok: true, value: { open: [] } });
    expect(await page['outcomes/settle']({ entry, as: 'printed' })).toMatchObject({
      error: { code: 'journal.entry-not-open' },
    });
    expect(entries().at(-1)).toMatchObject({
      ...{ about: entry, outcome: 'printed', settledBy: 'operator', operator: 'Rasa P.' },
    });
  });
});

describe('the list of operators on the screen', () => {
  test('is changed by whoever may, and the journal says by whom and nothing of PINs, cards and names', async () => {
    const { operators, office, page, cards, entries, list } = await officeBench();
    await operators.unlock('Rasa P.', rasaPin);
    expect(await page['staff/read']({})).toMatchObject({ error: { code: 'operator.not-permitted' } });
    operators.lock('key');
    await operators.unlock('Ona V.', onaPin);

    office.staff.awaitCard(true);
    expect(office.staff.take(scanOf('4820157736'))).toBe(true);
    expect(office.staff.take(scanOf('4820157736'))).toBe(false);
    expect(cards).toEqual([{ masked: expect.stringMatching(/7736$/) }]);
    expect(JSON.stringify(cards)).not.toContain('4820157736');
    const jonas = { name: 'Jonas K.', role: 'technician', pin: '905173', card: 'read' } as const;
    expect(await page['staff/add'](jonas)).toMatchObject({
      value: { staff: expect.arrayContaining([expect.objectContaining({ name: 'Jonas K.', hasCard: true })]) },
    });
    expect(list.chosenBy('4820157736')).toMatchObject({ name: 'Jonas K.' });
    // The card was used up: another operator does not get it by a slip.
    expect(await page['staff/add']({ ...jonas, name: 'Petras B.' })).toMatchObject({
      error: { code: 'session.closed' },
    });
    expect((await page['staff/change']({ name: 'Jonas K.', role: 'cashier', card: 'none' })).ok).toBe(true);
    expect((await page['staff/change']({ name: 'Jonas K.', isDisabled: true })).ok).toBe(true);
    expect((await page['staff/remove']({ name: 'Jonas K.' })).ok).toBe(true);
    expect(await page['staff/remove']({ name: 'Ona V.' })).toMatchObject({ error: { code: 'operator.last-one' } });
    const changes = entries().filter(({ operation }) => /operator\.(add|change|remove)/.test(operation));
    expect(changes.map(({ operation, operator, outcome }) => `${operation} ${operator} ${outcome}`)).toEqual([
      'operator.add Ona V. done',
      'operator.change Ona V. done',
      'operator.change Ona V. done',
      'operator.remove Ona V. done',
      'operator.remove Ona V. refused',
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/Jonas|905173|4820157736/);
  });

  test('is looked at and added to once on the word of somebody who may; the card is read on the same word', async () => {
    const { operators, office, page, cards } = await officeBench();
    const refused = { error: { code: 'operator.not-permitted', details: { permission: 'people' } } };
    await operators.unlock('Rasa P.', rasaPin);
    expect(await page['staff/await-card']({})).toMatchObject(refused);
    expect(office.staff.take(scanOf('4820157736'))).toBe(false);
    await operators.allowOnce('people', 'Ona V.', onaPin);
    expect((await page['staff/read']({})).ok).toBe(true);
    expect(await page['staff/read']({})).toMatchObject(refused);
    await operators.allowOnce('people', 'Ona V.', onaPin);
    expect((await page['staff/await-card']({})).ok).toBe(true);
    expect((await page['staff/stop-awaiting-card']({})).ok).toBe(true);
    expect((await page['staff/await-card']({})).ok).toBe(false);
    await operators.allowOnce('people', 'Ona V.', onaPin);
    await page['staff/await-card']({});
    office.staff.take(scanOf('4820157736'));
    const jonas = { name: 'Jonas K.', role: 'technician', pin: '905173', card: 'read' } as const;
    expect((await page['staff/add'](jonas)).ok).toBe(true);
    expect(await page['staff/add']({ ...jonas, name: 'Petras B.', card: 'none' })).toMatchObject(refused);
    expect(cards).toHaveLength(1);
  });

  test('begins with a supervisor', async () => {
    const { office, list } = await officeBench();
    list.close();
    const none = await operatorsBench('none');
    const empty = createOffice({
      ...({ ...none, people: none.list, slips: {} } as never as Parameters<typeof createOffice>[0]),
    });
    const rasa = { name: 'Rasa P.', role: 'cashier', pin: rasaPin, card: 'none' } as const;
    expect(await empty.staff.add(rasa)).toMatchObject({ error: { code: 'operator.supervisor-first' } });
    expect((await empty.staff.add({ ...rasa, role: 'supervisor' })).ok).toBe(true);
    expect(none.operators.watchman.kind).toBe('locked');
    expect(office.staff.list().ok).toBe(true);
  });
});

describe('retention', () => {
  test('takes what is old and counted away by itself, once nobody is at the till, and leaves the chain provable', async () => {
    const { office, journal, bench, time, operators } = await officeBench();
    writeNotes(journal, 40);
    office.reports.closeDay();
    bench.nowMs += 99 * dayMs;
    writeNotes(journal, 3);
    const first = () => bench.verify().firstEntry;
    const tick = (idleMs: number) => {
      operators.touch();
      time.ms += idleMs;
      office.retention.tick();
    };
    tick(60 * 60_000);
    expect(first()).toBe(1); // a day too young
    bench.nowMs += 2 * dayMs;
    tick(9 * 60_000);
    expect(first()).toBe(1); // somebody is there
    tick(60 * 60_000);
    expect(first()).toBe(1); // looked at an hour ago
    tick(dayMs);
    expect(bench.verify()).toMatchObject({ misfit: null, firstEntry: 41 });
    journal.flush();
    expect(bench.verify()).toMatchObject({ misfit: null });
  });
});
