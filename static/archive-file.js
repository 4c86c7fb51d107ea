// The archive file: a whole archive as one zip, to carry to a device without a network. A part of
// the service worker (see sw.js). crates/pack/src/portable.rs reads and writes the same, and says
// what is in it.
'use strict';

self.archiveFile = (() => {
  /** The list and the manifest: thousands of parts are some hundred kilobytes. */
  const MOST_LISTED = 64 << 20;
  /** The directory's end lies within so many bytes of the file's. */
  const LONGEST_END = 65_557;

  const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
  const UTF8 = 0x0800;
  /** The first day that a zip can name: no file says when it was made. */
  const DAY = 0x0021;

  const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
    let bits = byte;
    for (let at = 0; at < 8; at += 1) bits = bits & 1 ? (bits >>> 1) ^ 0xedb88320 : bits >>> 1;
    return bits;
  });
  const crc32 = (bytes) => {
    let crc = ~0;
    for (const byte of bytes) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
    return ~crc >>> 0;
  };

  const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream);
  const deflated = async (bytes) =>
    new Uint8Array(await new Response(through(bytes, new CompressionStream('deflate-raw'))).arrayBuffer());

  /** Fields of two or four bytes, little-endian: [value, length] each. */
  const record = (...fields) => {
    const view = new DataView(new ArrayBuffer(fields.reduce((all, [, length]) => all + length, 0)));
    let at = 0;
    for (const [value, length] of fields) {
      if (length === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += length;
    }
    return new Uint8Array(view.buffer);
  };

  /** A stream of a zip of `entries`: [path, bytes] each, made one after another. */
  function write(entries) {
    const directory = [];
    let offset = 0;
    const pieces = (async function* () {
      for await (const [path, bytes] of entries) {
        const name = new TextEncoder().encode(path);
        const packed = await deflated(bytes);
        const about = [[20, 2], [UTF8, 2], [8, 2], [0, 2], [DAY, 2], [crc32(bytes), 4], [packed.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
        directory.push(record([CENTRAL, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
        const local = record([LOCAL, 4], ...about);
        offset += local.length + name.length + packed.length;
        yield* [local, name, packed];
      }
      const length = directory.reduce((all, { length }) => all + length, 0);
      const count = directory.length / 2;
      yield* directory;
      yield record([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [offset, 4], [0, 2]);
    })();
    return new ReadableStream({
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
  }

  const viewOf = async (blob) => new DataView(await blob.arrayBuffer());

  /** The directory of a zip: path → where and how an entry lies. Nothing is unpacked yet. */
  async function open(file) {
    const tail = await viewOf(file.slice(Math.max(0, file.size - LONGEST_END)));
    let end = tail.byteLength - 22;
    while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
    if (end < 0) throw new Error('not-zip');
    const [count, length, start] = [tail.getUint16(end + 10, true), tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
    if (start + length > file.size) throw new Error('not-zip');
    const view = await viewOf(file.slice(start, start + length));
    const entries = new Map();
    let at = 0;
    for (let number = 0; number < count; number += 1) {
      if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new Error('not-zip');
      const [name, extra, remark] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
      if (at + 46 + name > view.byteLength) throw new Error('not-zip');
      const path = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, name));
      entries.set(path, {
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        bytes: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
      at += 46 + name + extra + remark;
    }
    return { file, entries };
  }

  /** An entry, never more than `most` bytes of it, whatever it claims. */
  async function read({ file, entries }, path, most = MOST_LISTED) {
    const failed = (why) => Object.assign(new Error(why), { path, why });
    const entry = entries.get(path);
    if (!entry) throw failed('missing');
    const local = await viewOf(file.slice(entry.offset, entry.offset + 30));
    if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL) throw failed('digest');
    const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
    const body = file.slice(start, start + entry.packed);
    if (entry.method !== 0 && entry.method !== 8) throw failed('digest');
    const stream = entry.method === 8 ? body.stream().pipeThrough(new DecompressionStream('deflate-raw')) : body.stream();
    const reader = stream.getReader();
    const pieces = [];
    let length = 0;
    for (;;) {
      const { value, done } = await reader.read().catch(() => {
        throw failed('digest');
      });
      if (done) return new Blob(pieces).arrayBuffer();
      length += value.length;
      if (length > most) {
        reader.cancel().catch(() => {});
        throw failed('too-large');
      }
      pieces.push(value);
    }
  }

  return { write, open, read };
})();
