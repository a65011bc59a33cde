import { describe, expect, it } from 'vitest';
import { job, type PrinterBench, startBench, until } from './printer-bench.ts';

/** Every adapter of the port goes through this suite; a new one adds a line here. */
const adapters: readonly { readonly name: string; readonly start: () => Promise<PrinterBench> }[] = [
  { name: 'ESC/POS over TCP', start: startBench },
];

const deadline = { timeoutMs: 20_000 };

describe.each(adapters)('a receipt printer behind $name', ({ start }) => {
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

  it('keeps the connection for the next receipt and lets it go after five idle seconds', async () => {
    const { printer, simulator, timers } = await start();
    await printer.print(job, deadline);
    timers.pass(4_999);
    await printer.print(job, deadline);
    timers.pass(4_999);
    expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
    expect(simulator.isConnected).toBe(true);
    timers.pass(5_000);
    await until(() => !simulator.isConnected);
    expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
  });

  it('prints after the printer was switched off and on between two receipts', async () => {
    const { printer, simulator } = await start();
    await printer.print(job, deadline);
    await simulator.setCondition('off', true);
    await simulator.setCondition('off', false);
    expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
  });

  it('lets the connection go when it is closed', async () => {
    const { printer, simulator } = await start();
    await printer.print(job, deadline);
    await printer.close();
    await until(() => !simulator.isConnected);
    expect(simulator.isConnected).toBe(false);
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
});
