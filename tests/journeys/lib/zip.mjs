// Zips as other programs make them, and read back. Only what the journeys need.

import { deflateRawSync, inflateRawSync } from 'node:zlib';

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/** The bytes of a zip of `entries`: [path, bytes]. `flags` may say that it is protected (1). */
export function zip(entries, { flags = 0 } = {}) {
  const [pieces, directory] = [[], []];
  let offset = 0;
  for (const [path, content] of entries) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
    const packed = deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x0800 | flags, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt16LE(0x0021, 8);
    about.writeUInt32LE(sum(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([word(LOCAL), about, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(word(CENTRAL), Buffer.from([20, 0]), about, rest, name);
    pieces.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, listed, word(END), end]);
}

function word(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

/** CRC-32. */
export function sum(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let at = 0; at < 8; at += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** What is in a zip: path → bytes. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(word(END));
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed, name, extra, remark, offset] = [
      bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42),
    ];
    const path = bytes.toString('utf8', at + 46, at + 46 + name);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const body = bytes.subarray(start, start + packed);
    files.set(path, method === 8 ? inflateRawSync(body) : Buffer.from(body));
    at += 46 + name + extra + remark;
  }
  return files;
}

/** A place within the content of the first part of an archive's file, by the zip's own headers. */
export function insideOfAPart(bytes) {
  const zip = Buffer.from(bytes);
  const header = Buffer.from('PK\x03\x04', 'latin1');
  for (let at = zip.indexOf(header); at >= 0; at = zip.indexOf(header, at + 4)) {
    const [name, extra] = [zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)];
    if (zip.toString('utf8', at + 30, at + 30 + name).startsWith('parts/')) return at + 30 + name + extra + 50;
  }
  throw new Error('no part in the file');
}
