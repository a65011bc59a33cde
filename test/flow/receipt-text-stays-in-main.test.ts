import { expect, test } from 'vitest';
import { createLiveHandlers } from '../../electron/ipc/live-handlers.ts';
import { presentDeskEvent } from '../../electron/ipc/present.ts';
import { createStationWatch } from '../../electron/services/station-watch.ts';
import { liveCalls, liveEvents } from '../../shared/contract/live.ts';
import { paperText } from '../../simulator/printer/paper-text.ts';
import { startDesk } from './desk-harness.ts';

/** Everything that a live page is told or answered while a receipt is printed. */
async function printAndListen(): Promise<{ crossed: string; printed: string }> {
  const { desk, api, serve, events, paper } = await startDesk();
  const watch = createStationWatch({
    api,
    printer: null,
    readers: [],
    onChanged: () => undefined,
    schedule: () => () => undefined,
  });
  const handlers = createLiveHandlers({ station: () => ({}) as never, desk, watch });
  const session = await serve('cyrillic');
  const answer = await handlers['customer/print-receipt']({ session, locale: 'ru', width: 42 });
  watch.stop();
  const crossed = JSON.stringify([answer, ...events.map(presentDeskEvent)]);
  return { crossed, printed: paperText(paper.paper).join('\n') };
}

test('nothing that crosses to a live page holds a line of the receipt', async () => {
  const { crossed, printed } = await printAndListen();
  // Control: the paper holds it, and so would whatever carried the text.
  expect(printed).toContain('баланс');
  expect(crossed).toContain('84.50');
  expect(crossed).not.toContain('баланс');
});

test('no name of the live contract stands for a receipt’s text', () => {
  const names = [...Object.keys(liveCalls), ...Object.keys(liveEvents)];
  expect(names.filter((name) => /receipt|text|paper|statements/.test(name))).toEqual([
    'customer/print-receipt',
    'account/read-statements',
    'account/print-statements',
  ]);
  expect(Object.keys(liveCalls['account/print-statements'].output.shape)).toEqual(['printedAt']);
  expect(Object.keys(liveCalls['customer/print-receipt'].output.shape)).toEqual(['printedAt']);
});
