import type { HIDAsync } from 'node-hid';
import { isForbidden } from './forbidden.ts';
import type { HidConnection, HidPipe } from './hid-pipe.ts';

// node-hid loads its library at the first call, not at import, and only its `Async` functions leave the event loop
// alone: they work on the thread pool. The others are never called.

type NodeHid = typeof import('node-hid');

function connect(device: HIDAsync): HidConnection {
  let isOver = false;
  let tellLost = (): void => {};
  const end = async () => {
    if (isOver) {
      return;
    }
    isOver = true;
    // node-hid begins to read one tick after somebody listens, and that throws past everybody once the device is closed.
    await new Promise((resolve) => setImmediate(resolve));
    await device.close().catch(() => {});
  };
  device.on('error', () => {
    if (!isOver) {
      void end();
      tellLost();
    }
  });
  return {
    onReport(listener) {
      device.on('data', (report: Buffer) => {
        if (!isOver) {
          listener(report);
        }
      });
    },
    onLost(listener) {
      tellLost = listener;
    },
    async sendFeatureReport(report) {
      await device.sendFeatureReport([...report]);
    },
    close: end,
  };
}

/** The real pipe. `load` is how the package comes in; it or the library below it may be missing. */
export function createNodeHidPipe(load: () => Promise<NodeHid> = () => import('node-hid')): HidPipe {
  let listing: ReturnType<HidPipe['list']> | null = null;

  async function list(): ReturnType<HidPipe['list']> {
    try {
      const { devicesAsync } = await load();
      const devices = await devicesAsync();
      const known = devices.flatMap(({ path, usagePage = 0, usage = 0, vendorId }) =>
        path === undefined ? [] : [{ path, usagePage, usage, vendorId }],
      );
      return { kind: 'listed', devices: known };
    } catch {
      return { kind: 'driver-missing' };
    }
  }

  return {
    // One at a time for all readers: a list that hangs holds one thread of the pool and not all of them.
    list() {
      listing ??= list().finally(() => {
        listing = null;
      });
      return listing;
    },
    async open(path) {
      if (await isForbidden(path)) {
        return { kind: 'no-permission' };
      }
      try {
        const { HIDAsync } = await load();
        return { kind: 'open', connection: connect(await HIDAsync.open(path)) };
      } catch {
        return { kind: 'absent' };
      }
    },
  };
}
