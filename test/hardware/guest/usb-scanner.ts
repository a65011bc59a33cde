import assert from 'node:assert/strict';
import { closeSync, writeSync } from 'node:fs';
import { test } from 'node:test';
import { createNodeHidPipe } from '../../../electron/devices/reader/hid-over-node-hid.ts';
import { createHidScanner } from '../../../electron/devices/reader/scanner-over-hid.ts';
import { scannerDescriptor, scanReport } from './descriptors.ts';
import { createGadget } from './gadget.ts';
import { watchReader } from './watched.ts';

test('USB: a scanner on a bus is read, unplugged, plugged in again and read again', async (context) => {
  const gadget = createGadget({
    name: 'scanner',
    vendorId: 0x1234,
    function: 'hid.usb0',
    attributes: { protocol: '0', subclass: '0', report_length: '64', report_desc: scannerDescriptor },
    wire: 'hidg',
  });
  gadget.plugIn();
  const scanner = watchReader(createHidScanner({ pipe: createNodeHidPipe(), clock: Date.now }));
  await scanner.become('listening');
  let wire = await gadget.openWire();
  writeSync(wire, scanReport('USB-0001'));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: ']C1USB-0001' });

  closeSync(wire);
  gadget.unplug();
  await scanner.become('absent');

  const since = performance.now();
  gadget.plugIn();
  await scanner.become('listening');
  context.diagnostic(`back after ${Math.round(performance.now() - since)} ms`);
  wire = await gadget.openWire();
  writeSync(wire, scanReport('USB-0002'));
  assert.deepEqual(await scanner.next(), { kind: 'text', text: ']C1USB-0002' });
  closeSync(wire);
  gadget.unplug();
  await scanner.become('absent');
  await scanner.reader.close();
});
