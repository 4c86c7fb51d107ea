// Pictures as grey pixels: small files, and no colour profile to differ by. PNG by zlib alone.

import assert from 'node:assert/strict';
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Steps of grey that are kept: a picture of text stays legible with a few, and small. */
const STEPS = 16;

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc32 = (bytes) => (bytes.reduce((c, byte) => TABLE[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** Reads a PNG of 8 bits a channel, as Chromium and `toPng` write them: `{ width, height, grey }`. */
export function fromPng(bytes) {
  assert.ok(SIGNATURE.equals(bytes.subarray(0, 8)), 'no PNG');
  const chunks = [];
  let head;
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') head = data;
    if (kind === 'IDAT') chunks.push(data);
    at += length + 12;
  }
  const [width, height, depth, colour] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]];
  const channels = { 0: 1, 2: 3, 6: 4 }[colour];
  assert.ok(depth === 8 && channels && head[12] === 0, 'a PNG of another kind');
  const raw = inflateSync(Buffer.concat(chunks));
  const row = width * channels;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const left = x >= channels ? pixels[y * row + x - channels] : 0;
      const up = y ? pixels[(y - 1) * row + x] : 0;
      const corner = y && x >= channels ? pixels[(y - 1) * row + x - channels] : 0;
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[y * row + x] = raw[y * (row + 1) + 1 + x] + add;
    }
  }
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const p = at * channels;
    grey[at] = channels === 1 ? pixels[p] : Math.round(0.299 * pixels[p] + 0.587 * pixels[p + 1] + 0.114 * pixels[p + 2]);
  }
  return { width, height, grey };
}

function paeth(a, b, c) {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Writes one in shades of grey. */
export function toPng({ width, height, grey }) {
  const raw = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    // Each row as its difference from the one above: pages are mostly empty.
    raw[y * (width + 1)] = 2;
    for (let x = 0; x < width; x += 1) raw[y * (width + 1) + 1 + x] = grey[y * width + x] - (y ? grey[(y - 1) * width + x] : 0);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(raw, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** Half as wide and high: each pixel the mean of four, in few steps of grey. */
export function shrink({ width, height, grey }) {
  const [w, h] = [width >> 1, height >> 1];
  const small = new Uint8Array(w * h);
  const step = 255 / (STEPS - 1);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const at = 2 * y * width + 2 * x;
      const mean = (grey[at] + grey[at + 1] + grey[at + width] + grey[at + width + 1]) / 4;
      small[y * w + x] = Math.round(Math.round(mean / step) * step);
    }
  }
  return { width: w, height: h, grey: small };
}

/** How far shades may be apart, of 255. */
const APART = 48;

/**
 * The share of pixels that differ: those that have nothing of their shade among their neighbours in the
 * other picture, so that a letter drawn half a pixel beside does not count. `marked` shows them in black.
 */
export function compare(one, other) {
  if (one.width !== other.width || one.height !== other.height) {
    return { share: 1, marked: other };
  }
  const { width, height } = one;
  const isNear = (a, b, x, y) => {
    const shade = a.grey[y * width + x];
    for (let v = Math.max(y - 1, 0); v <= Math.min(y + 1, height - 1); v += 1) {
      for (let u = Math.max(x - 1, 0); u <= Math.min(x + 1, width - 1); u += 1) {
        if (Math.abs(b.grey[v * width + u] - shade) <= APART) return true;
      }
    }
    return false;
  };
  const marked = new Uint8Array(width * height).fill(255);
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isNear(one, other, x, y) || !isNear(other, one, x, y)) {
        marked[y * width + x] = 0;
        count += 1;
      }
    }
  }
  return { share: count / (width * height), marked: { width, height, grey: marked } };
}
