import assert from 'node:assert/strict';
import { chmodSync, readdirSync, renameSync } from 'node:fs';
import { after, test } from 'node:test';
import { createNodeHidPipe } from '../../../electron/devices/reader/hid-over-node-hid.ts';
import type { HidConnection, HidPipe } from '../../../electron/devices/reader/hid-pipe.ts';
import { createHidScanner, restWithinMs } from '../../../electron/devices/reader/scanner-over-hid.ts';
import { createHidStripeReader } from '../../../electron/devices/reader/stripe-over-hid.ts';
import { systemTimers, type Timers } from '../../../electron/devices/reader/timers.ts';
import { scannerDescriptor, scanReport, stripeDescriptor, swipeReport } from './descriptors.ts';
import { cashier, watchAs } from './other-process.ts';
import { plugIn } from './uhid.ts';
import { watchReader, within } from './watched.ts';

const someVendor = 0x1234;
const honeywell = 0x0c2e;
const longCode = 'WAL-'.padEnd(90, '0123456789');

/** What came over the wire before any adapter looked at it. */
const rawReports: string[] = [];
const pipe = recordReports(createNodeHidPipe());

function recordReports(inner: HidPipe): HidPipe {
  return {
    list: () => inner.list(),
    async open(devicePath) {
      const opened = await inner.open(devicePath);
      if (opened.kind !== 'open') {
        return opened;
      }
      const { connection } = opened;
      const onReport: HidConnection['onReport'] = (listener) =>
        connection.onReport((report) => {
          rawReports.push(Buffer.from(report).toString('latin1'));
          listener(report);
        });
      return { kind: 'open', connection: { ...connection, onReport } };
    },
  };
}

let tellHalfRead = (): void => {};
/** The system's time, except that the wait for the rest of a code is told and has no end. */
const timers: Timers = {
  after(delayMs, run) {
    if (delayMs === restWithinMs) {
      tellHalfRead();
      return () => {};
    }
    return systemTimers.after(delayMs, run);
  },
};
const scanner = watchReader(createHidScanner({ pipe, clock: Date.now, timers }));
const stripes = watchReader(createHidStripeReader({ pipe, clock: Date.now }));
let device = plugIn('scanner', someVendor, scannerDescriptor);
after(async () => {
  await Promise.all([scanner.reader.close(), stripes.reader.close()]);
});

test('hidraw: a scanner is found and its code read', async () => {
  await scanner.become('listening');
  device.input(scanReport('5487963154'));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: ']C15487963154' });
});

test('hidraw: a code in two reports is one reading', async () => {
  device.input(scanReport(longCode.slice(0, 56), { isContinued: true }));
  device.input(scanReport(longCode.slice(56)));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: `]C1${longCode}` });
});

test('hidraw: a length byte beyond the field reads the field and no more', async () => {
  device.input(scanReport('77103', { length: 255 }));
  device.input(scanReport('WAL-77103'));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: ']C177103' });
  // The control: the report did say that there is more.
  assert.ok(rawReports.some((report) => report.charCodeAt(1) === 255));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: ']C1WAL-77103' });
  // Beyond the field stands the mark that there is more: a byte too many would be in the middle of the code.
  device.input(scanReport(longCode.slice(0, 56), { length: 255, isContinued: true }));
  device.input(scanReport(longCode.slice(56), { length: 200 }));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: `]C1${longCode}` });
});

test('hidraw: a scanner unplugged in the middle of a code gives an illegible reading and is absent', async () => {
  const halfRead = new Promise<void>((resolve) => {
    tellHalfRead = resolve;
  });
  device.input(scanReport(longCode.slice(0, 56), { isContinued: true }));
  await halfRead;
  device.unplug();
  assert.deepEqual(await scanner.next(), { kind: 'unreadable' });
  await scanner.become('absent');
});

test('hidraw: a scanner plugged in again reads again, and nothing of the half is left', async (context) => {
  const since = performance.now();
  device = plugIn('scanner', someVendor, scannerDescriptor);
  await scanner.become('listening');
  context.diagnostic(`back after ${Math.round(performance.now() - since)} ms`);
  device.input(scanReport('5487963154'));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: ']C15487963154' });
});

test('hidraw: a second scanner beside it is heard, too, and is told to be none but a scanner', async (context) => {
  const second = plugIn('second scanner', honeywell, scannerDescriptor);
  context.after(() => second.unplug());
  await within(second.opened, 'the second scanner to be opened');
  second.input(scanReport('SECOND-1'));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: ']C1SECOND-1' });
  device.input(scanReport('FIRST-1'));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: ']C1FIRST-1' });
  await within(second.featureSent, 'a feature report');
  assert.deepEqual(
    second.features.map((report) => [...report]),
    [[254, 1]],
  );
});

test('hidraw: of a magnetic stripe the number comes, and nothing else', async (context) => {
  const swiped = plugIn('stripe reader', someVendor, stripeDescriptor);
  context.after(() => swiped.unplug());
  await stripes.become('listening');
  swiped.input(swipeReport(['%B5487963154^VARDENIS/VARDAS^2912101?', ';5487963154=29121010000012345?', '']));
  assert.deepEqual(await stripes.next(), { kind: 'stripe', number: '5487963154' });
  // The control: name and discretionary data did come over the wire.
  assert.match(rawReports.at(-1) ?? '', /VARDENIS.*10000012345/s);
  swiped.input(swipeReport(['', ';5487963154=2912', '']));
  swiped.input(swipeReport(['', ';54879', '']));
  assert.deepEqual(await stripes.next(), { kind: 'stripe', number: '5487963154' });
  assert.deepEqual(await stripes.next(), { kind: 'unreadable' });
  swiped.unplug();
  await stripes.become('absent');
});

test('hidraw: a device that this user may not open is a state, and the permission of the udev rule ends it', async (context) => {
  const nodes = readdirSync('/dev').filter((name) => name.startsWith('hidraw'));
  const allow = (mode: number): void => {
    for (const name of nodes) {
      chmodSync(`/dev/${name}`, mode);
    }
  };
  allow(0o600);
  const others = watchAs(context, cashier);
  await others.tells('no-permission');
  allow(0o666);
  await others.tells('listening');
});

test('hidraw: without libusb the state says that a library is missing, and once installed it is used', async (context) => {
  const dir = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu'].find((folder) =>
    readdirSync(folder).includes('libusb-1.0.so.0'),
  );
  assert.ok(dir);
  renameSync(`${dir}/libusb-1.0.so.0`, `${dir}/hidden`);
  const install = (): void => {
    if (readdirSync(dir).includes('hidden')) {
      renameSync(`${dir}/hidden`, `${dir}/libusb-1.0.so.0`);
    }
  };
  context.after(install);
  const other = watchAs(context, { uid: 0, gid: 0 });
  await other.tells('driver-missing');
  install();
  await other.tells('listening');
  device.unplug();
  await scanner.become('absent');
});
