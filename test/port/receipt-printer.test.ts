import { describe, expect, it } from 'vitest';
import type { PrinterState } from '../../electron/devices/receipt-printer/port.ts';
import { adapters, deadline, job, until } from './printer-bench.ts';

// One suite over every adapter.
for (const { name, start, skipped } of adapters) {
  describe.skipIf(skipped !== null)(
    `a receipt printer behind ${name}${skipped === null ? '' : ` (${skipped})`}`,
    () => {
      it('is ready when nothing is the matter', async () => {
        const { printer } = await start();
        expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
        expect(printer.columns).toBe(42);
      });

      it('prints the mark, our lines, the text word for word and the mark again, and cuts', async () => {
        const { printer, lines } = await start();
        expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
        const mark = `${' '.repeat(17)}TRAINING`;
        const rule = '-'.repeat(42);
        expect(lines()).toEqual([
          mark,
          `${' '.repeat(18)}Till 3`,
          '2026-11-20',
          rule,
          'Jūsų balansas: 22,99 €',
          'Ваш баланс: 22,99 €',
          rule,
          mark,
          '- '.repeat(21).trimEnd(),
        ]);
      });

      it('sends no command that the printer does not know', async () => {
        const { printer, simulator } = await start();
        await printer.print(job, deadline);
        expect(simulator.received.length).toBeGreaterThan(0);
        expect(simulator.unknownCommands).toEqual([]);
      });

      it('prints a second receipt in the right letters too, although the cut reset the page', async () => {
        const { printer, lines } = await start();
        await printer.print(job, deadline);
        const first = lines();
        expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
        expect(lines()).toEqual([...first, ...first]);
      });

      it('prints two receipts asked for at once one after the other', async () => {
        const { printer, lines } = await start();
        const both = [
          printer.print({ ...job, text: 'first' }, deadline),
          printer.print({ ...job, text: 'second' }, deadline),
        ];
        expect(await Promise.all(both)).toEqual([{ kind: 'printed' }, { kind: 'printed' }]);
        expect(lines().filter((line) => ['first', 'second'].includes(line))).toEqual(['first', 'second']);
      });

      it('names the letters that it has no page for and sends nothing', async () => {
        const { printer, simulator, lines } = await start();
        const text = 'Balance 10.00 ₸ 余 ₸';
        expect(await printer.print({ ...job, text }, deadline)).toEqual({ kind: 'unprintable', letters: '₸余' });
        expect(simulator.received.length).toBe(0);
        // The control: the same printer does print the text without them.
        expect(await printer.print({ ...job, text: 'Balance 10.00' }, deadline)).toEqual({ kind: 'printed' });
        expect(lines()).toContain('Balance 10.00');
      });

      it('prints control bytes of the text as spaces, never as commands', async () => {
        const { printer, simulator, lines } = await start();
        const text = 'a\u001b@b\u0010\u0014\u0008c\u001dV\u0000d\u0007e';
        expect(await printer.print({ ...job, text }, deadline)).toEqual({ kind: 'printed' });
        expect(lines()).toContain('a @b   c V d e');
        expect(simulator.paper.lines.filter((line) => line.kind === 'cut')).toHaveLength(1);
      });

      it('prints after the printer was switched off and on between two receipts', async () => {
        const { printer, switchOff, switchOn } = await start();
        await printer.print(job, deadline);
        await switchOff();
        await switchOn();
        expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
      });

      it('is absent while it is off, and prints when it is on again', async () => {
        const { printer, switchOff, switchOn, lines } = await start();
        await switchOff();
        expect(await printer.readState(deadline)).toEqual({ kind: 'absent' });
        expect(await printer.print(job, deadline)).toEqual({ kind: 'not-printed', state: { kind: 'absent' } });
        await switchOn();
        expect(lines()).toEqual([]);
        expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
      });

      it.each([
        ['paper-out', 'paper-out'],
        ['cover-open', 'cover-open'],
        ['cutter-jammed', 'cutter'],
      ] as const)('prints nothing while there is %s, now or later', async (condition, reason) => {
        const { printer, simulator, lines } = await start();
        await simulator.setCondition(condition, true);
        const state = { kind: 'blocked', reason };
        expect(await printer.readState(deadline)).toEqual(state);
        expect(await printer.print(job, deadline)).toEqual({ kind: 'not-printed', state });
        await simulator.setCondition(condition, false);
        expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
        expect(lines()).toEqual([]);
      });

      it('does not print the rest of a receipt that the paper ended in', async () => {
        const { printer, simulator, lines } = await start();
        simulator.setLinesLeft(4);
        expect(await printer.print(job, deadline)).toEqual({ kind: 'unknown' });
        const torn = lines();
        await simulator.setCondition('paper-out', false);
        expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
        expect(lines()).toEqual(torn);
        expect(await printer.print({ ...job, text: 'the next customer' }, deadline)).toEqual({ kind: 'printed' });
        expect(lines().filter((line) => line.includes('балан'))).toEqual([]);
      });

      it('says that the paper is low, and prints', async () => {
        const { printer, simulator } = await start();
        await simulator.setCondition('paper-low', true);
        expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: true });
        expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
      });

      it('tells changes to whoever watches, without being asked: paper low and out, and back again', async () => {
        const { printer, simulator, passUntil } = await start();
        const told: string[] = [];
        const stop = printer.watch((state) => told.push(describeState(state)));
        await until(() => told.length > 0);
        for (const [condition, on] of [
          ['paper-low', true],
          ['paper-out', true],
          ['paper-out', false],
          ['paper-low', false],
        ] as const) {
          const before = told.length;
          await simulator.setCondition(condition, on);
          await passUntil(() => told.length > before);
        }
        expect(told).toEqual(['ready', 'ready, paper low', 'paper-out', 'ready, paper low', 'ready']);
        stop();
        await simulator.setCondition('paper-out', true);
        await printer.readState(deadline);
        expect(told).toHaveLength(5);
      });

      it('tells that it is gone and that it is back, within three seconds of being plugged in', async () => {
        const { printer, timers, passUntil, switchOff, switchOn } = await start();
        const told: string[] = [];
        printer.watch((state) => told.push(describeState(state)));
        await until(() => told.length > 0);
        await switchOff();
        await passUntil(() => told.length > 1);
        await switchOn();
        const beforeMs = timers.nowMs();
        await passUntil(() => told.length > 2);
        expect(timers.nowMs() - beforeMs).toBeLessThan(3_000);
        expect(told).toEqual(['ready', 'absent', 'ready']);
      });

      it('lets the printer go when it is closed: another station prints', async () => {
        const { printer, anotherStation } = await start();
        await printer.print(job, deadline);
        await printer.close();
        expect(await anotherStation().print(job, deadline)).toEqual({ kind: 'printed' });
      });

      it('gives a job back whose turn did not come within its own deadline, and never prints it', async () => {
        const { printer, simulator, timers, lines } = await start();
        await simulator.setCondition('mute-after-data', true);
        const first = printer.print({ ...job, text: 'first' }, deadline);
        const second = printer.print({ ...job, text: 'second' }, { timeoutMs: 2_000 });
        await until(() => lines().includes('first'));
        timers.pass(2_000);
        expect(await second).toEqual({ kind: 'not-printed', state: { kind: 'in-use' } });
        timers.pass(18_000);
        expect(await first).toEqual({ kind: 'unknown' });
        await simulator.setCondition('mute-after-data', false);
        expect(await printer.print({ ...job, text: 'third' }, deadline)).toEqual({ kind: 'printed' });
        expect(lines()).toContain('third');
        expect(lines()).not.toContain('second');
      });
    },
  );
}

function describeState(state: PrinterState): string {
  if (state.kind === 'blocked') return state.reason;
  return state.kind === 'ready' && state.paperLow ? 'ready, paper low' : state.kind;
}
