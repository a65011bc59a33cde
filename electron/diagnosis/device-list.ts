import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface ListedDevice {
  /** `hidraw0`, `usb/lp0`, `ttyUSB0`. */
  readonly node: string;
  /** What it calls itself; null where it says nothing. */
  readonly name: string | null;
  /** `0003:000005F9:00002203`: bus, vendor and product, as the kernel writes them. */
  readonly id: string | null;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function fieldOf(text: string, field: string): string | null {
  const value = new RegExp(`^${field}=(.*)$`, 'm').exec(text)?.[1] ?? null;
  // A device says what it likes of itself; a serial number (HID_UNIQ) is not asked for.
  return value?.replace(/[^\p{L}\p{N} ._:()/-]/gu, '').slice(0, 60) || null;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What the kernel has of readers and printers (Linux; empty elsewhere). No serial number is read. */
export function listDevices(devDir = '/dev', sysDir = '/sys/class/hidraw'): readonly ListedDevice[] {
  const hid = namesIn(sysDir).map((node): ListedDevice => {
    const text = readText(path.posix.join(sysDir, node, 'device', 'uevent'));
    return { node, name: fieldOf(text, 'HID_NAME'), id: fieldOf(text, 'HID_ID') };
  });
  const plain = (node: string): ListedDevice => ({ node, name: null, id: null });
  const printers = namesIn(path.posix.join(devDir, 'usb')).filter((name) => /^lp\d{1,3}$/.test(name));
  const lines = namesIn(devDir).filter((name) => /^tty(?:USB|ACM)\d{1,3}$/.test(name));
  return [...hid, ...printers.map((name) => plain(`usb/${name}`)), ...lines.map(plain)];
}
