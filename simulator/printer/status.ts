/** What is the matter with the printer, as its sensors see it. */
export interface Sensors {
  readonly paperOut: boolean;
  /** The roll is nearly used up; the printer goes on. */
  readonly paperLow: boolean;
  readonly coverOpen: boolean;
  readonly cutterJammed: boolean;
}

export function isOffline({ paperOut, coverOpen, cutterJammed }: Sensors): boolean {
  return paperOut || coverOpen || cutterJammed;
}

const bit = (on: boolean, mask: number): number => (on ? mask : 0);

/** The answer to `DLE EOT n`: bits 1 and 4 are always set, 0 and 7 never. */
export function realTimeStatus(sensors: Sensors, n: number): number {
  const fixed = 0x12;
  if (n === 1) return fixed | bit(isOffline(sensors), 0x08);
  if (n === 2) {
    const { coverOpen, paperOut, cutterJammed } = sensors;
    return fixed | bit(coverOpen, 0x04) | bit(paperOut, 0x20) | bit(cutterJammed, 0x40);
  }
  if (n === 3) return fixed | bit(sensors.cutterJammed, 0x08);
  return fixed | bit(sensors.paperOut, 0x6c) | bit(sensors.paperLow, 0x0c);
}

/** The answer to `GS r 1`: the paper sensors; bits 4 and 7 are never set. */
export function paperSensorStatus(sensors: Sensors): number {
  return bit(sensors.paperOut, 0x0f) | bit(sensors.paperLow, 0x03);
}

/** The four bytes of automatic status. */
export function automaticStatus(sensors: Sensors): Uint8Array {
  return Uint8Array.of(
    0x10 | bit(isOffline(sensors), 0x08) | bit(sensors.coverOpen, 0x20),
    bit(sensors.cutterJammed, 0x08),
    bit(sensors.paperOut, 0x0f) | bit(sensors.paperLow, 0x03),
    0x0f,
  );
}
