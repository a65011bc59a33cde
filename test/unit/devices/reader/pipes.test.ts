import { describe, expect, it } from 'vitest';
import { createNodeHidPipe } from '../../../../electron/devices/reader/hid-over-node-hid.ts';
import { createHidScanner } from '../../../../electron/devices/reader/scanner-over-hid.ts';
import { createSerialPortPipe } from '../../../../electron/devices/reader/serial-over-serialport.ts';
import { createManualTimers } from '../../../port/manual-timers.ts';
import { createFakeHid } from '../../../port/reader-fakes.ts';

const cannotLoad = () => Promise.reject(new Error('libusb-1.0.so.0: cannot open shared object file'));

describe('a system library that is missing', () => {
  it('is told by the HID pipe and does not throw', async () => {
    expect(await createNodeHidPipe(cannotLoad).list()).toEqual({ kind: 'driver-missing' });
  });

  it('is told by the serial pipe and does not throw', async () => {
    const pipe = createSerialPortPipe(cannotLoad);
    expect(await pipe.open('/dev/ttyACM0', { baudRate: 9_600 })).toEqual({ kind: 'driver-missing' });
  });
});

describe('the real packages on this system', () => {
  it('open no serial port that is not there', async () => {
    const pipe = createSerialPortPipe();
    expect(await pipe.open('/dev/no-such-port', { baudRate: 9_600 })).toEqual({ kind: 'absent' });
  });

  it('open no serial port that is a regular file', async () => {
    const pipe = createSerialPortPipe();
    expect(await pipe.open(import.meta.filename, { baudRate: 9_600 })).toEqual({ kind: 'absent' });
  });

  it('list HID devices once for two who ask at the same time', async () => {
    let lists = 0;
    const pipe = createNodeHidPipe(async () => {
      lists += 1;
      return { devicesAsync: async () => [] } as unknown as typeof import('node-hid');
    });
    const answers = await Promise.all([pipe.list(), pipe.list()]);
    expect(answers).toEqual([
      { kind: 'listed', devices: [] },
      { kind: 'listed', devices: [] },
    ]);
    expect(lists).toBe(1);
  });
});

describe('a device that is closed as soon as it was opened', () => {
  it('has begun to read before it is closed: node-hid throws past everybody otherwise', async () => {
    const events: string[] = [];
    const device = {
      on: (event: string) => event === 'data' && process.nextTick(() => events.push('reads')),
      close: async () => events.push('closed'),
    };
    const pipe = createNodeHidPipe(
      async () => ({ HIDAsync: { open: async () => device } }) as unknown as typeof import('node-hid'),
    );
    const answer = await pipe.open('no file');
    if (answer.kind !== 'open') {
      throw new Error(answer.kind);
    }
    answer.connection.onReport(() => {});
    await answer.connection.close();
    expect(events).toEqual(['reads', 'closed']);
  });
});

describe('what is plugged in', () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('is opened when it is a scanner, all of them, and nothing else', async () => {
    const fake = createFakeHid();
    const timers = createManualTimers();
    fake.plugIn({ path: 'keyboard', usagePage: 1, usage: 6, vendorId: 1 });
    fake.plugIn({ path: 'one', usagePage: 0x8c, usage: 2, vendorId: 1 });
    fake.plugIn({ path: 'two', usagePage: 0x8c, usage: 2, vendorId: 0x0c2e });
    const reader = createHidScanner({ pipe: fake.pipe, clock: () => 0, timers });
    for (let second = 0; second < 5; second += 1) {
      await turn();
      await turn();
      timers.pass(1_000);
    }
    expect(fake.openCount).toBe(2);
    expect(fake.opened).toBe(2);
    // Only the maker whose scanners start as keyboards is told to change over.
    expect(fake.features).toEqual([[254, 1]]);
    await reader.close();
    expect(fake.openCount).toBe(0);
  });

  it('stays listening while one of two is unplugged', async () => {
    const fake = createFakeHid();
    fake.plugIn({ path: 'one', usagePage: 0x8c, usage: 2, vendorId: 1 });
    fake.plugIn({ path: 'two', usagePage: 0x8c, usage: 2, vendorId: 1 });
    const reader = createHidScanner({ pipe: fake.pipe, clock: () => 0, timers: createManualTimers() });
    for (let turns = 0; turns < 8; turns += 1) {
      await turn();
    }
    fake.unplug('one');
    expect(reader.state).toEqual({ kind: 'listening' });
    fake.unplug('two');
    expect(reader.state).toEqual({ kind: 'absent' });
    await reader.close();
  });
});
