import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { keyboardDescriptor, scannerDescriptor, stripeDescriptor } from './descriptors.ts';
import { cashier, watchAs } from './other-process.ts';
import { plugIn } from './uhid.ts';
import { createUsbPrinter } from './usb-printer.ts';
import { within } from './watched.ts';

const someVendor = 0x1234;
/** As the machine's /etc/group has them. */
const groups = { root: 0, lp: 7, plugdev: 46 } as const;

async function startUdev(context: TestContext): Promise<void> {
  const udev = spawn('/lib/systemd/systemd-udevd', [], { stdio: 'inherit' });
  context.after(async () => {
    udev.kill('SIGKILL');
    await once(udev, 'exit');
  });
  const listens = async (): Promise<void> => {
    while (!existsSync('/run/udev/control')) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await within(listens(), 'udev to listen');
}

/** Until udev has worked through everything that was plugged in. */
function settle(): void {
  const { status, stderr } = spawnSync('/bin/udevadm', ['settle', '--timeout=60'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** Who may open what, by the device's name. */
function permissions(): Record<string, string> {
  const told = (file: string): string => {
    const { mode, gid } = statSync(file);
    return `${(mode & 0o777).toString(8)} ${Object.entries(groups).find(([, id]) => id === gid)?.[0]}`;
  };
  const hid = readdirSync('/sys/class/hidraw').map((node): [string, string] => {
    const name = /HID_NAME=(.*)/.exec(readFileSync(`/sys/class/hidraw/${node}/device/uevent`, 'utf8'))?.[1] ?? node;
    return [name, told(`/dev/${node}`)];
  });
  return { ...Object.fromEntries(hid), printer: told('/dev/usb/lp0') };
}

test('udev: the rule that ships opens scanners, stripe readers and printers to the till’s user, and no keyboard', async (context) => {
  await startUdev(context);
  const printer = createUsbPrinter('printer-by-rule');
  const devices = [
    plugIn('keyboard', someVendor, keyboardDescriptor),
    plugIn('scanner', someVendor, scannerDescriptor),
    plugIn('stripe reader', someVendor, stripeDescriptor),
  ];
  context.after(() => {
    for (const device of devices) {
      device.unplug();
    }
    printer.unplug();
    printer.remove();
  });
  await printer.plugIn();
  settle();
  assert.deepEqual(permissions(), {
    keyboard: '600 root',
    scanner: '660 plugdev',
    'stripe reader': '660 plugdev',
    printer: '660 lp',
  });
  await watchAs(context, { ...cashier, gid: groups.plugdev }).tells('listening');
  // The control: who is in no group of the rule's may not.
  await watchAs(context, cashier).tells('no-permission');
});
