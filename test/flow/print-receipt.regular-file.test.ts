import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEscposOverDeviceNode } from '../../electron/devices/receipt-printer/escpos-over-device-node.ts';
import { createEscposOverSerial } from '../../electron/devices/receipt-printer/escpos-over-serial.ts';
import { printerModels } from '../../electron/devices/receipt-printer/models.ts';
import { failure, startPrinting } from './print-harness.ts';

const model = printerModels['epson-tm-t88v'];
const adapters = [
  ['a device node', (node: string) => createEscposOverDeviceNode({ path: node, model })],
  ['a serial line', (node: string) => createEscposOverSerial({ path: node, baudRate: 9_600, model })],
] as const;

function folder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'wallet-till-node-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

test.each(adapters)(
  'a regular file where %s should be is refused, and not a byte gets into it',
  async (_name, open) => {
    const dir = folder();
    const file = path.join(dir, 'lp0');
    writeFileSync(file, 'as it was');
    symlinkSync(file, path.join(dir, 'link'));
    for (const node of [file, path.join(dir, 'link'), dir]) {
      const { print, printer, receiptsFetched } = await startPrinting({ way: () => open(node) });
      expect(await printer.readState({ timeoutMs: 1_000 })).toEqual({ kind: 'absent', reason: 'not-a-device' });
      expect(await print()).toMatchObject(failure('printer.absent', 'not-printed'));
      expect(receiptsFetched()).toBe(0);
    }
    expect(readFileSync(file, 'utf8')).toBe('as it was');
  },
);

test.each(adapters)('nothing is made where %s is missing', async (_name, open) => {
  const node = path.join(folder(), 'lp0');
  const { print } = await startPrinting({ way: () => open(node) });
  expect(await print()).toMatchObject(failure('printer.absent', 'not-printed'));
  expect(existsSync(node)).toBe(false);
});
