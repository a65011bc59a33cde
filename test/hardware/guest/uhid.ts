import { closeSync, openSync, read, writeSync } from 'node:fs';

// HID devices made by the kernel's own user-space HID driver (Documentation/hid/uhid): to everybody else they are real.

const eventDestroy = 1;
const eventOpen = 4;
const eventCreate2 = 11;
const eventInput2 = 12;
const eventSetReport = 13;
const eventSetReportReply = 14;
const busUsb = 3;
const largestEvent = 4_376 + 4;

export interface UhidDevice {
  /** Sends an input report, its id first. */
  input(report: Uint8Array): void;
  /** Feature reports that were sent to the device, their ids first. */
  readonly features: readonly Uint8Array[];
  /** Resolves when a program has opened the device. */
  readonly opened: Promise<void>;
  /** Resolves when a first feature report was sent to it. */
  readonly featureSent: Promise<void>;
  unplug(): void;
}

function createEvent(name: string, vendorId: number, descriptor: Uint8Array): Buffer {
  const event = Buffer.alloc(4 + 128 + 64 + 64 + 2 + 2 + 16 + 4_096);
  event.writeUInt32LE(eventCreate2, 0);
  event.write(name, 4, 'utf8');
  event.writeUInt16LE(descriptor.length, 260);
  event.writeUInt16LE(busUsb, 262);
  event.writeUInt32LE(vendorId, 264);
  event.writeUInt32LE(0x0001, 268);
  event.set(descriptor, 280);
  return event;
}

/** Left in, a device would hold Node: somebody waits in a thread for its next event. */
const pluggedIn = new Set<UhidDevice>();
process.once('exit', () => {
  for (const device of pluggedIn) {
    device.unplug();
  }
});

/** Plugs a device in. */
export function plugIn(name: string, vendorId: number, descriptor: Uint8Array): UhidDevice {
  const fd = openSync('/dev/uhid', 'r+');
  const features: Uint8Array[] = [];
  let isGone = false;
  const { promise: opened, resolve: tellOpened } = Promise.withResolvers<void>();
  const { promise: featureSent, resolve: tellFeatureSent } = Promise.withResolvers<void>();
  const event = Buffer.alloc(largestEvent);

  /** A program that sends a feature report waits until the device has answered. */
  function answerSetReport(): void {
    const id = event.readUInt32LE(4);
    const size = event.readUInt16LE(10);
    features.push(Uint8Array.from(event.subarray(12, 12 + size)));
    tellFeatureSent();
    const reply = Buffer.alloc(4 + 6);
    reply.writeUInt32LE(eventSetReportReply, 0);
    reply.writeUInt32LE(id, 4);
    writeSync(fd, reply);
  }

  function next(): void {
    read(fd, event, 0, event.length, null, (fault) => {
      if (fault !== null || isGone) {
        return;
      }
      const type = event.readUInt32LE(0);
      if (type === eventOpen) {
        tellOpened();
      } else if (type === eventSetReport) {
        answerSetReport();
      }
      next();
    });
  }

  writeSync(fd, createEvent(name, vendorId, descriptor));
  next();
  const device: UhidDevice = {
    features,
    opened,
    featureSent,
    input(report) {
      const input = Buffer.alloc(4 + 2 + report.length);
      input.writeUInt32LE(eventInput2, 0);
      input.writeUInt16LE(report.length, 4);
      input.set(report, 6);
      writeSync(fd, input);
    },
    unplug() {
      if (!isGone) {
        isGone = true;
        const destroy = Buffer.alloc(4);
        destroy.writeUInt32LE(eventDestroy, 0);
        writeSync(fd, destroy);
        closeSync(fd);
        pluggedIn.delete(device);
      }
    },
  };
  pluggedIn.add(device);
  return device;
}
