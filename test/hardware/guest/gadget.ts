import { constants, mkdirSync, openSync, readdirSync, rmdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// USB devices made of the kernel's gadget framework on a simulated bus (Documentation/usb/gadget_configfs): the host
// side of them, drivers and device nodes, is the very one that a cable would bring up.

const gadgets = '/sys/kernel/config/usb_gadget';

export interface Gadget {
  plugIn(): void;
  unplug(): void;
  /** Takes the unplugged device apart. */
  remove(): void;
  /** Opens the device's own side of the wire, once the host has taken it up; it is never waited for. */
  openWire(): Promise<number>;
}

export interface GadgetSpec {
  readonly name: string;
  readonly vendorId: number;
  /** Of configfs: `hid.usb0`, `printer.usb0`. */
  readonly function: string;
  readonly attributes: Readonly<Record<string, string | Uint8Array>>;
  /** Beginning of the wire's node in /dev: `hidg`, `g_printer`. */
  readonly wire: string;
}

/** Makes a device; it is not plugged in yet. */
export function createGadget(spec: GadgetSpec): Gadget {
  const dir = `${gadgets}/${spec.name}`;
  const put = (file: string, value: string | Uint8Array) => writeFileSync(`${dir}/${file}`, value);
  mkdirSync(dir);
  put('idVendor', `0x${spec.vendorId.toString(16)}`);
  put('idProduct', '0x0001');
  mkdirSync(`${dir}/strings/0x409`, { recursive: true });
  put('strings/0x409/product', spec.name);
  mkdirSync(`${dir}/configs/c.1`);
  mkdirSync(`${dir}/functions/${spec.function}`);
  for (const [attribute, value] of Object.entries(spec.attributes)) {
    put(`functions/${spec.function}/${attribute}`, value);
  }
  symlinkSync(`${dir}/functions/${spec.function}`, `${dir}/configs/c.1/${spec.function}`);
  const [bus] = readdirSync('/sys/class/udc');
  if (bus === undefined) {
    throw new Error('there is no simulated USB bus');
  }
  return {
    plugIn: () => put('UDC', bus),
    unplug: () => put('UDC', '\n'),
    remove() {
      rmSync(`${dir}/configs/c.1/${spec.function}`);
      for (const part of ['configs/c.1', `functions/${spec.function}`, 'strings/0x409', '.']) {
        rmdirSync(path.join(dir, part));
      }
    },
    async openWire() {
      for (;;) {
        const node = readdirSync('/dev').find((name) => name.startsWith(spec.wire));
        try {
          return openSync(`/dev/${node}`, constants.O_RDWR | constants.O_NONBLOCK);
        } catch (fault) {
          const { code } = fault as NodeJS.ErrnoException;
          if (code !== 'ENODEV' && code !== 'ENOENT') {
            throw fault;
          }
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}
