import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP entry byte by byte, for what no honest program writes. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** General purpose bits. */
  readonly flags?: number;
  readonly method?: number;
  /** Upper half of the external attributes: a Unix mode. */
  readonly mode?: number;
  /** The system it was made on: 0 is DOS, 3 Unix. */
  readonly host?: number;
  /** What the headers say of the content, where that is not true. */
  readonly sizeBytes?: number;
  readonly crc?: number;
  /** Points at the local header of the entry with this index. */
  readonly sharedWith?: number;
  readonly extra?: Buffer;
}

export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const offsets: number[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const plain = Buffer.from(entry.content ?? '');
    const method = entry.method ?? 0;
    const data = method === 8 ? deflateRawSync(plain) : plain;
    const extra = entry.extra ?? Buffer.alloc(0);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(plain), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(entry.sizeBytes ?? plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(extra.length, 24);

    const offset = entry.sharedWith === undefined ? at : (offsets[entry.sharedWith] ?? 0);
    offsets.push(offset);
    if (entry.sharedWith === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, extra, data]);
      locals.push(local);
      at += local.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, entry.host ?? 3]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), made, fields, rest, name, extra]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}
