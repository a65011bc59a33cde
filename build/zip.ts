import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
  readonly isExecutable?: boolean;
}

/** 1 January 1980, the format's first day: an archive with the same content is the same archive. */
const dosDate = 0x21;
const madeOnUnix = 0x0314;
const versionNeeded = 20;
const deflated = 8;

/** Fields that a local header and the central directory share (APPNOTE.TXT 4.3.7 and 4.3.12, without signature). */
function commonFields({ name, data }: ZipEntry, compressed: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(versionNeeded, 0);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(dosDate, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(compressed.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function directoryRecord(entry: ZipEntry, common: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(madeOnUnix, 4);
  const tail = Buffer.alloc(14);
  const mode = 0o100000 | (entry.isExecutable ? 0o755 : 0o644);
  tail.writeUInt32LE((mode << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, common, tail, Buffer.from(entry.name)]);
}

/** A zip archive of these entries. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const compressed = deflateRawSync(entry.data, { level: 1 });
    const common = commonFields(entry, compressed);
    const signature = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
    const local = Buffer.concat([signature, common, Buffer.from(entry.name), compressed]);
    locals.push(local);
    directory.push(directoryRecord(entry, common, offset));
    offset += local.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, records, end]);
}
