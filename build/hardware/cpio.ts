// The archive that a kernel unpacks into its first root (Documentation/driver-api/early-userspace/buffer-format, "newc").

export interface CpioEntry {
  /** Path without a slash in front. */
  readonly name: string;
  /** Type and permissions, as in `stat`: `0o100755`, `0o040755`, `0o120777` for a link, `0o020600` for a device. */
  readonly mode: number;
  /** A file's bytes, or the text of a link. */
  readonly data?: Uint8Array;
  readonly device?: { readonly major: number; readonly minor: number };
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');
const padded = (length: number): number => (4 - (length % 4)) % 4;

function record({ name, mode, data = new Uint8Array(0), device }: CpioEntry, inode: number): Uint8Array[] {
  const nameBytes = Buffer.from(`${name}\0`);
  const fields = [
    inode,
    mode,
    0,
    0,
    1,
    0,
    data.length,
    0,
    0,
    device?.major ?? 0,
    device?.minor ?? 0,
    nameBytes.length,
    0,
  ];
  const head = Buffer.concat([Buffer.from(`070701${fields.map(hex).join('')}`), nameBytes]);
  return [head, Buffer.alloc(padded(head.length)), data, Buffer.alloc(padded(data.length))];
}

/** The archive of these entries, folders before what is in them. */
export function writeCpio(entries: readonly CpioEntry[]): Buffer {
  const all = [...entries, { name: 'TRAILER!!!', mode: 0 }];
  return Buffer.concat(all.flatMap((entry, index) => record(entry, index + 1)));
}
