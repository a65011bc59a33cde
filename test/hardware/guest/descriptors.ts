// Report descriptors as real devices have them (USB-IF "Device Class Definition for HID" 1.11, 6.2.2).

/** A barcode scanner: input report 2 of 63 bytes behind its id, feature report 254 of one byte. */
export const scannerDescriptor = Uint8Array.of(
  ...[0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01], // usage page and usage, application collection
  ...[0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08], // bytes
  ...[0x85, 0x02, 0x95, 0x3f, 0x09, 0xfe, 0x81, 0x02],
  ...[0x85, 0xfe, 0x95, 0x01, 0x09, 0xf0, 0xb1, 0x02],
  0xc0,
);

/** A magnetic stripe reader: input report 1 of three lengths and three fields of 110 bytes. */
export const stripeDescriptor = Uint8Array.of(
  ...[0x05, 0x8e, 0x09, 0x01, 0xa1, 0x01],
  ...[0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08],
  ...[0x85, 0x01, 0x96, 0x4d, 0x01, 0x09, 0x20, 0x81, 0x02],
  0xc0,
);

/** A keyboard, as far as it matters here: what it begins with. */
export const keyboardDescriptor = Uint8Array.of(
  ...[0x05, 0x01, 0x09, 0x06, 0xa1, 0x01],
  ...[0x05, 0x07, 0x19, 0x00, 0x29, 0x65, 0x15, 0x00, 0x25, 0x65, 0x75, 0x08, 0x95, 0x06, 0x81, 0x00],
  0xc0,
);

const text = new TextEncoder();

/** An input report of the scanner; `length` is what its length byte says. */
export function scanReport(data: string, options: { length?: number; isContinued?: boolean; aim?: string } = {}) {
  const report = new Uint8Array(64);
  const bytes = text.encode(data);
  report[0] = 2;
  report[1] = options.length ?? bytes.length;
  report.set(text.encode(options.aim ?? ']C1'), 2);
  report.set(bytes, 5);
  report[63] = options.isContinued ? 1 : 0;
  return report;
}

/** An input report of the stripe reader. */
export function swipeReport(tracks: readonly [string, string, string]): Uint8Array {
  const report = new Uint8Array(1 + 3 + 3 * 110);
  report[0] = 1;
  for (const [index, track] of tracks.entries()) {
    report[1 + index] = track.length;
    report.set(text.encode(track), 4 + index * 110);
  }
  return report;
}
