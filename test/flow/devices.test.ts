import { expect, onTestFinished, test } from 'vitest';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { printerSetup } from '../../electron/devices/receipt-printer/models.ts';
import type { PrinterChoice } from '../../electron/devices/receipt-printer/port.ts';
import { createPrinterSeat } from '../../electron/devices/receipt-printer/printer-seat.ts';
import { testLetters } from '../../electron/devices/receipt-printer/test-page.ts';
import { presentDevicesEvent } from '../../electron/ipc/devices-handlers.ts';
import { createDevices, type DevicesEvent, withAffixes } from '../../electron/services/devices.ts';
import { devicesEvents } from '../../shared/contract/devices.ts';
import { defaultReaderRules, type ReaderRules } from '../../shared/domain/reader-rules.ts';
import type { Reading } from '../../shared/domain/reading.ts';
import type { LearntScanner } from '../../shared/domain/scan-learning.ts';
import { defaultWedgeRules } from '../../shared/domain/wedge.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { paperText } from '../../simulator/printer/paper-text.ts';
import { startPrinterSimulator } from '../../simulator/printer/server.ts';

async function open() {
  const paper = await startPrinterSimulator({ columns: 42 });
  const simulated = `tcp://${paper.host}:${paper.port}`;
  const choice: PrinterChoice = { place: simulated, model: 'epson-tm-t88v', paper: null, font: 'a' };
  const seat = createPrinterSeat({
    choice,
    open: ({ model, paper: printerPaper, font }) =>
      createEscposOverTcp({
        ...printerSetup({ printerModel: model, printerPaper, printerFont: font }),
        host: paper.host,
        port: paper.port,
      }),
    mayUse: (place) => place === simulated,
    find: async () => [{ place: simulated, name: 'Simulated' }],
  });
  const events: DevicesEvent[] = [];
  const recording: boolean[] = [];
  const kept: LearntScanner[] = [];
  let due: (() => void) | null = null;
  let refusal: Result<null> = ok(null);
  const saved: PrinterChoice[] = [];
  let rules: ReaderRules = defaultReaderRules;
  const devices = createDevices({
    seat,
    scans: {
      wedge: defaultWedgeRules,
      rulesOf: () => rules,
      keep(scanner) {
        kept.push(scanner);
        rules = withAffixes(rules, scanner);
        return ok({ holds: 'now' });
      },
    },
    savePrinter(wanted) {
      saved.push(wanted);
      return refusal;
    },
    mark: 'TRAINING',
    emit: (event) => events.push(event),
    recordKeys: (on) => recording.push(on),
    clock: () => 5_000,
    schedule(action) {
      due = action;
      return () => {
        due = null;
      };
    },
  });
  onTestFinished(async () => {
    await seat.printer.close();
    await paper.close();
  });
  return {
    devices,
    choice,
    paper,
    events,
    recording,
    kept,
    saved,
    seat,
    refuseToSave: () => {
      refusal = err(appError('settings.not-written'));
    },
    passTime: () => due?.(),
  };
}

const scan = (text: string): Reading => ({ reader: 'hid-scanner', at: 4_000, content: { kind: 'text', text } });

test('a test page has every letter of the three languages, a ruler and the station’s mark', async () => {
  const { devices, paper } = await open();
  expect(await devices.printTestPage(null)).toEqual(ok({ printedAt: 5_000 }));
  const lines = paperText(paper.paper);
  for (const letters of testLetters) {
    expect(lines).toContain(letters);
  }
  expect(lines.some((line) => line.startsWith('----+----1----+----2'))).toBe(true);
  expect(lines.join('\n')).toContain('TRAINING');
  expect(paper.paper.lines.some(({ kind }) => kind === 'cut')).toBe(true);
});

test('a test page that did not come out says why, and one that nobody confirmed says so', async () => {
  const { devices, paper } = await open();
  await paper.setCondition('paper-out', true);
  expect(await devices.printTestPage(null)).toMatchObject({ error: { code: 'printer.paper-out' } });
});

test('a printer that this station must not contact is refused before anything is sent', async () => {
  const { devices, choice } = await open();
  const real = { ...choice, place: 'tcp://192.0.2.7:9100' };
  for (const answer of [devices.check(real), devices.printTestPage(real), devices.takePrinter(real)]) {
    expect(await answer).toMatchObject({ error: { code: 'printer.not-simulated' } });
  }
});

test('a printer is used from now on once it is saved, and not when it could not be', async () => {
  const { devices, choice, seat, saved, refuseToSave } = await open();
  const fontB: PrinterChoice = { ...choice, font: 'b' };
  expect(await devices.check(fontB)).toMatchObject({ value: { kind: 'ready' } });
  expect(await devices.takePrinter(fontB)).toEqual(ok({ columns: 56 }));
  expect(seat.printer.columns).toBe(56);
  refuseToSave();
  expect(await devices.takePrinter(choice)).toMatchObject({ error: { code: 'settings.not-written' } });
  expect(seat.choice).toEqual(fontB);
  expect(saved).toEqual([fontB, choice]);
});

test('while somebody looks, scans act on nobody and are shown by their form', async () => {
  const { devices, events, recording } = await open();
  expect(devices.take(scan('5487963154'))).toBe(false);
  devices.listen('show', null);
  expect(devices.take(scan(']C15487963154'))).toBe(true);
  expect(recording).toEqual([true]);
  const shown = events.map(presentDevicesEvent).find(({ name }) => name === 'devices/reading-shown');
  expect(shown?.payload).toMatchObject({
    raw: [
      { kind: 'mark', text: ']C1' },
      { kind: 'signs', text: '••••••3154' },
    ],
    became: { kind: 'identifier', by: 'card', issuer: 'paysera', masked: '•••• 3154' },
  });
  expect(JSON.stringify(shown)).not.toContain('548796');
});

test('a minute after the last scan, or when told, scans act again', async () => {
  const { devices, events, recording, passTime } = await open();
  devices.listen('show', null);
  passTime();
  expect(events.at(-1)).toEqual({ kind: 'listening-ended' });
  expect(recording).toEqual([true, false]);
  expect(devices.take(scan('5487963154'))).toBe(false);
  devices.listen('show', null);
  devices.stop();
  expect(devices.take(scan('5487963154'))).toBe(false);
});

test('three scans of one code teach what stands around it; the next one shows what that makes of it', async () => {
  const { devices, events, kept } = await open();
  devices.listen('learn', '5487963154');
  for (let taken = 0; taken < 3; taken += 1) {
    devices.take(scan('#5487963154!'));
  }
  const learnt = events.findLast(({ kind }) => kind === 'learning-changed');
  expect(learnt).toMatchObject({ learning: { kind: 'learnt', scanner: { prefix: '#', suffix: '!' } } });
  devices.take(scan('#6100450092!'));
  expect(events.at(-1)).toMatchObject({
    reading: { became: { kind: 'identifier', identifier: { kind: 'card', number: '6100450092' } } },
  });
  expect(devices.keepLearnt()).toEqual(ok({ holds: 'now' }));
  expect(kept).toHaveLength(1);
  expect(devices.keepLearnt()).toMatchObject({ error: { code: 'session.closed' } });
});

test('scans that disagree teach nothing, and three others may be tried', async () => {
  const { devices, events } = await open();
  devices.listen('learn', null);
  for (const text of ['5487963154', '5487963154', '548796315']) {
    devices.take(scan(text));
  }
  const learning = () => events.findLast(({ kind }) => kind === 'learning-changed');
  expect(learning()).toMatchObject({ learning: { kind: 'refused', problem: 'different-codes' } });
  expect(devices.keepLearnt()).toMatchObject({ ok: false });
  for (let taken = 0; taken < 3; taken += 1) {
    devices.take(scan('5487963154'));
  }
  expect(learning()).toMatchObject({ learning: { kind: 'learnt' } });
});

test('every event fits its contract, keys of a keyboard included', async () => {
  const { devices, events } = await open();
  devices.listen('learn', null);
  const key = { shift: false, ctrl: false, alt: false, meta: false, altGraph: false };
  const strokes = [
    { ...key, code: 'F24', gapMs: 0 },
    ...Array.from('54879631', (digit) => ({ ...key, code: `Digit${digit}`, gapMs: 9 })),
    { ...key, code: 'Enter', gapMs: 9 },
  ];
  for (let taken = 0; taken < 3; taken += 1) {
    devices.takeStrokes(strokes);
  }
  devices.stop();
  for (const { name, payload } of events.map(presentDevicesEvent)) {
    expect(devicesEvents[name].parse(payload)).toEqual(payload);
  }
  expect(events.findLast(({ kind }) => kind === 'learning-changed')).toMatchObject({
    learning: { scanner: { keyboard: { firstKey: 'F24', lastKeys: ['Enter'], longestGapMs: 9 } } },
  });
});
