import { describe, expect, test } from 'vitest';
import { noPty } from '../port/pty-cable.ts';
import { failure, startPrintingOverCable } from './print-harness.ts';

describe.skipIf(noPty !== null)(`a cable that is pulled${noPty === null ? '' : ` (${noPty})`}`, () => {
  test('between two receipts is told before the second is fetched, and put back the printer prints', async () => {
    const { print, cable, receiptsFetched, lines } = await startPrintingOverCable();
    expect(await print()).toMatchObject({ ok: true });
    const first = lines();
    await cable.pull();
    expect(await print()).toMatchObject(failure('printer.absent', 'not-printed'));
    expect(receiptsFetched()).toBe(1);
    await cable.plug();
    expect(lines()).toEqual(first);
    expect(await print()).toMatchObject({ ok: true });
    expect(lines()).toEqual([...first, ...first]);
  });

  test('in the middle of a receipt leaves the outcome open, and the rest never comes out', async () => {
    const { print, cable, paper, lines } = await startPrintingOverCable(1_500);
    // The paper ends, the printer keeps the rest, and the cable goes with it.
    await paper.setCondition('mute-after-data', true);
    paper.setLinesLeft(4);
    const pulled = new Promise<void>((resolve) => {
      const stop = paper.onPaperChanged(() => {
        stop();
        resolve(cable.pull());
      });
    });
    expect(await print()).toMatchObject(failure('print.outcome-unknown', 'unknown'));
    await pulled;
    const torn = lines();
    await paper.setCondition('mute-after-data', false);
    await cable.plug();
    expect(await print()).toMatchObject(failure('printer.paper-out', 'not-printed'));
    await paper.setCondition('paper-out', false);
    expect(lines()).toEqual(torn);
    expect(await print()).toMatchObject({ ok: true });
    expect(
      lines()
        .slice(torn.length)
        .filter((line) => line.includes('TRAINING')),
    ).toHaveLength(2);
  });
});
