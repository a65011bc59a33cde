import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findPrinters, nameOfDeviceId } from '../../../../electron/devices/receipt-printer/find-printers.ts';

function folders() {
  const dir = mkdtempSync(path.join(tmpdir(), 'wallet-till-devices-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const devDir = path.join(dir, 'dev');
  const sysDir = path.join(dir, 'sys');
  mkdirSync(path.join(devDir, 'usb'), { recursive: true });
  return { devDir, sysDir };
}

const noList = () => Promise.reject(new Error('udevadm: not found'));

test('USB printers are found with what they say of themselves', async () => {
  const { devDir, sysDir } = folders();
  for (const node of ['lp0', 'lp1', 'hiddev0']) writeFileSync(path.join(devDir, 'usb', node), '');
  mkdirSync(path.join(sysDir, 'lp0', 'device'), { recursive: true });
  writeFileSync(path.join(sysDir, 'lp0', 'device', 'ieee1284_id'), 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;\n');
  expect(await findPrinters({ devDir, sysDir, listSerialPorts: noList })).toEqual([
    { place: `usb:${devDir}/usb/lp0`, name: 'EPSON TM-T20II' },
    { place: `usb:${devDir}/usb/lp1`, name: null },
  ]);
});

test('serial lines are found with the system’s list, and without it by their nodes', async () => {
  const { devDir, sysDir } = folders();
  for (const node of ['ttyUSB0', 'ttyACM1', 'ttyS0', 'tty1']) writeFileSync(path.join(devDir, node), '');
  const listSerialPorts = async () => [
    { path: '/dev/ttyS0' },
    { path: '/dev/ttyUSB0', manufacturer: 'Prolific', pnpId: 'usb-067b' },
    { path: 'COM3', manufacturer: undefined },
  ];
  expect(await findPrinters({ devDir, sysDir, listSerialPorts })).toEqual([
    { place: 'serial:/dev/ttyUSB0', name: 'Prolific' },
    { place: 'serial:COM3', name: null },
  ]);
  expect(await findPrinters({ devDir, sysDir, listSerialPorts: noList })).toEqual([
    { place: `serial:${devDir}/ttyACM1`, name: null },
    { place: `serial:${devDir}/ttyUSB0`, name: null },
  ]);
});

test('a system without any is an empty list', async () => {
  const devDir = path.join(tmpdir(), 'no-such-folder-of-devices');
  expect(await findPrinters({ devDir, sysDir: devDir, listSerialPorts: noList })).toEqual([]);
});

test.each([
  ['MANUFACTURER:Star;MODEL:TSP100;', 'Star TSP100'],
  ['MDL:only a model\n', 'only a model'],
  ['CMD:ESC/POS;', null],
  ['MFG:\u0007bell;', 'bell'],
])('a device id says its name: %j', (text, name) => {
  expect(nameOfDeviceId(text)).toBe(name);
});
