import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FoundPrinter } from './port.ts';

/** Where the system lists USB printers and serial lines; the usual places unless a test has others. */
export interface PrinterLists {
  /** Folder of the device nodes. */
  readonly devDir?: string;
  /** Folder in which each of them has one with what the printer says of itself (Linux, usblp). */
  readonly sysDir?: string;
  /** Lists serial ports; rejects where the system's own list is missing. */
  readonly listSerialPorts?: () => Promise<readonly SerialPortInfo[]>;
}

export interface SerialPortInfo {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly pnpId?: string | undefined;
}

const usbNode = /^lp[0-9]{1,3}$/;
/** Lines that are a cable of their own; a board's built-in ones are there whether anything is connected or not. */
const serialNode = /^tty(USB|ACM)[0-9]{1,3}$/;

const namesIn = (dir: string): Promise<readonly string[]> => readdir(dir).catch(() => []);

/** `MFG:EPSON;MDL:TM-T20II;` as IEEE 1284 has it, in either spelling of the keys. */
export function nameOfDeviceId(text: string): string | null {
  const field = (...keys: string[]) =>
    keys.map((key) => new RegExp(`(?:^|;)\\s*${key}:([^;]+)`, 'i').exec(text)?.[1]?.trim()).find(Boolean);
  const name = [field('MFG', 'MANUFACTURER'), field('MDL', 'MODEL')].filter(Boolean).join(' ');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a device says what it likes
  return name.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 60) || null;
}

async function findUsb(devDir: string, sysDir: string): Promise<readonly FoundPrinter[]> {
  const nodes = (await namesIn(path.posix.join(devDir, 'usb'))).filter((name) => usbNode.test(name)).sort();
  return Promise.all(
    nodes.map(async (node) => {
      const id = await readFile(path.posix.join(sysDir, node, 'device', 'ieee1284_id'), 'utf8').catch(() => '');
      return { place: `usb:${path.posix.join(devDir, 'usb', node)}`, name: nameOfDeviceId(id) };
    }),
  );
}

async function listWithSerialport(): Promise<readonly SerialPortInfo[]> {
  const { SerialPort } = await import('serialport');
  return SerialPort.list();
}

async function findSerial(devDir: string, list: () => Promise<readonly SerialPortInfo[]>) {
  const known = await list().catch(() => null);
  if (known !== null) {
    return known
      .filter(
        ({ path: port, pnpId }) => pnpId !== undefined || serialNode.test(path.basename(port)) || /^COM/.test(port),
      )
      .map(({ path: port, manufacturer }) => ({ place: `serial:${port}`, name: manufacturer ?? null }));
  }
  // Without udev the package has no list; the nodes are there all the same.
  const nodes = (await namesIn(devDir)).filter((name) => serialNode.test(name)).sort();
  return nodes.map((node) => ({ place: `serial:${path.posix.join(devDir, node)}`, name: null }));
}

/** USB printers and serial lines of this system. Never rejects: what cannot be listed is not there. */
export async function findPrinters(lists: PrinterLists = {}): Promise<readonly FoundPrinter[]> {
  const { devDir = '/dev', sysDir = '/sys/class/usbmisc', listSerialPorts = listWithSerialport } = lists;
  const found = await Promise.all([findUsb(devDir, sysDir), findSerial(devDir, listSerialPorts)]);
  return found.flat();
}
