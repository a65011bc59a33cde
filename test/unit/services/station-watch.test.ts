import { expect, onTestFinished, test } from 'vitest';
import type { PrinterState, ReceiptPrinter } from '../../../electron/devices/receipt-printer/port.ts';
import { createStationWatch, type StationStatus } from '../../../electron/services/station-watch.ts';
import { createWalletApi } from '../../../electron/wallet-api/client.ts';
import { startWalletSimulator } from '../../../simulator/wallet/server.ts';

interface PrinterInHand {
  now: PrinterState;
  /** Tells a change as a printer does that is listened to. */
  push: (state: PrinterState) => void;
}

/** A printer whose state the test sets; it never prints. */
function printerIn(state: PrinterInHand): ReceiptPrinter {
  return {
    columns: 42,
    watch: (listener) => {
      state.push = listener;
      return () => {
        state.push = () => {};
      };
    },
    readState: async () => state.now,
    print: () => Promise.reject(new Error('nothing is printed here')),
    close: async () => undefined,
  };
}

async function watchStation(first: PrinterState) {
  const wallet = await startWalletSimulator();
  const api = createWalletApi({
    baseUrl: wallet.url,
    credentials: { clientId: wallet.clientId, macKey: wallet.macKey },
    userAgent: 'WalletTill/test',
  });
  const state: PrinterInHand = { now: first, push: () => {} };
  const told: StationStatus[] = [];
  const planned: { action: () => void; delayMs: number }[] = [];
  const watch = createStationWatch({
    api,
    printer: printerIn(state),
    readers: [],
    onChanged: (status) => told.push(status),
    schedule: (action, delayMs) => {
      const plan = { action, delayMs };
      planned.push(plan);
      return () => planned.splice(planned.indexOf(plan), planned.includes(plan) ? 1 : 0);
    },
  });
  onTestFinished(async () => {
    watch.stop();
    await api.close();
    await wallet.close();
  });
  return { watch, wallet, state, told, planned };
}

test('nothing is claimed before anybody was asked', async () => {
  const { watch } = await watchStation({ kind: 'ready', paperLow: false });
  expect(watch.status).toMatchObject({ link: { kind: 'unchecked' }, printer: { kind: 'unchecked' } });
});

test('a check asks the printer and the service', async () => {
  const { watch } = await watchStation({ kind: 'ready', paperLow: false });
  expect(await watch.check()).toMatchObject({ link: { kind: 'reached' }, printer: { kind: 'ready' } });
});

test('a service that has just answered is not asked again', async () => {
  const { watch, wallet } = await watchStation({ kind: 'ready', paperLow: false });
  await watch.check();
  const before = wallet.requests.length;
  await watch.check();
  expect(wallet.requests).toHaveLength(before);
});

test('a change that the printer reports is told without asking, and once', async () => {
  const { watch, state, told, planned } = await watchStation({ kind: 'ready', paperLow: false });
  await watch.checkPrinter();
  state.push({ kind: 'blocked', reason: 'paper-out' });
  state.push({ kind: 'blocked', reason: 'paper-out' });
  state.push({ kind: 'ready', paperLow: true });
  expect(told.map(({ printer }) => printer)).toEqual([
    { kind: 'ready', paperLow: false },
    { kind: 'blocked', reason: 'paper-out' },
    { kind: 'ready', paperLow: true },
  ]);
  expect(planned).toEqual([]);
});

test('a broken way to the service is tried again unbidden, an intact one is not', async () => {
  const { watch, wallet, planned } = await watchStation({ kind: 'absent' });
  await wallet.setNetwork(false);
  expect(await watch.check()).toMatchObject({ link: { kind: 'broken', code: 'api.connection-refused' } });
  const retry = planned.find(({ delayMs }) => delayMs === 5_000);
  expect(retry).toBeDefined();
  await wallet.setNetwork(true);
  await watch.check();
  expect(watch.status.link.kind).toBe('reached');
  expect(planned.some(({ delayMs }) => delayMs === 5_000)).toBe(false);
});

test('a stopped watch plans and tells nothing more', async () => {
  const { watch, state, planned, told } = await watchStation({ kind: 'absent' });
  await watch.checkPrinter();
  const before = told.length;
  watch.stop();
  await watch.checkPrinter();
  state.push({ kind: 'ready', paperLow: false });
  expect(planned).toEqual([]);
  expect(told).toHaveLength(before);
});
