import { expect, onTestFinished, test } from 'vitest';
import type { PrinterState, ReceiptPrinter } from '../../../electron/devices/receipt-printer/port.ts';
import { createStationWatch, type StationStatus } from '../../../electron/services/station-watch.ts';
import { createWalletApi } from '../../../electron/wallet-api/client.ts';
import { readWallet } from '../../../electron/wallet-api/endpoints/read-wallet.ts';
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
  return { watch, wallet, state, told, planned, api };
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

test('a broken way to the service is tried again unbidden', async () => {
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

/** The service's question at the end of its pause, as a clock would ask it; answers when what came of it was told. */
async function passPause({ planned, told }: Pick<Awaited<ReturnType<typeof watchStation>>, 'planned' | 'told'>) {
  const [plan] = planned.splice(0, 1);
  const before = told.length;
  plan?.action();
  await expect.poll(() => told.length).toBeGreaterThan(before);
  return plan?.delayMs ?? 0;
}

test('a way that breaks while nobody is served is named, and its end noticed, with a question each ten seconds at most', async () => {
  const station = await watchStation({ kind: 'absent' });
  const { watch, wallet, planned } = station;
  await watch.check();
  expect(planned).toHaveLength(1);
  await wallet.setNetwork(false);
  const pauseMs = await passPause(station);
  expect(watch.status.link).toEqual({ kind: 'broken', code: 'api.connection-refused' });
  await wallet.setNetwork(true);
  const againMs = await passPause(station);
  expect(watch.status.link.kind).toBe('reached');
  // Each question has 3.5 s to be answered.
  expect(Math.max(pauseMs, againMs) + 3_500).toBeLessThan(10_000);
  expect(wallet.requests.at(-1)?.path).toBe('/rest/v1/server');
});

test('an answer to anything puts the question off', async () => {
  const { watch, wallet, planned, api } = await watchStation({ kind: 'absent' });
  const questions = () => planned.filter(({ delayMs }) => delayMs > 1_000);
  await watch.check();
  const [first] = questions();
  await api.call(readWallet, { walletId: 14471 });
  expect(questions()).toHaveLength(1);
  expect(questions()[0]).not.toBe(first);
  expect(wallet.requests.filter(({ path }) => path.endsWith('/server'))).toHaveLength(1);
});

test('how long answers take is told once a second, not with each of them', async () => {
  const { watch, planned, told, api } = await watchStation({ kind: 'absent' });
  await watch.check();
  const before = told.length;
  await api.call(readWallet, { walletId: 14471 });
  await api.call(readWallet, { walletId: 14471 });
  expect(told).toHaveLength(before);
  const tellings = planned.filter(({ delayMs }) => delayMs === 1_000);
  expect(tellings).toHaveLength(1);
  tellings[0]?.action();
  expect(told).toHaveLength(before + 1);
  expect(told.at(-1)?.link).toEqual(api.link);
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
