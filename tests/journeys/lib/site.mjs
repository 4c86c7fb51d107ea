// A static host for one test: the built site under a sub-path, compressed files sent where they
// are, with any file broken on purpose.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

/** Where the site lies on its host: it must never notice. */
export const UNDER = '/thu/muc-con/';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/**
 * Serves a folder. `changes` maps a path to what becomes of it:
 * `{ missing: true }`, `{ body }`, `{ edit: (bytes) => bytes }`, `{ delay: milliseconds }`.
 * A key may also be a function of the path. A site that comes back must have the `port` it had.
 */
export async function serve(folder, changes = [], port = 0) {
  const sent = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const br = (request.headers['accept-encoding'] ?? '').includes('br');
    try {
      const answer = await find(folder, path, changes, br);
      sent.push({ path, bytes: answer.bytes.length });
      response.writeHead(200, {
        'Content-Type': TYPES[extname(answer.name)] ?? 'application/octet-stream',
        'Cache-Control': 'no-store',
        ...(answer.packed ? { 'Content-Encoding': 'br' } : {}),
      });
      response.end(answer.bytes);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('404');
    }
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + UNDER,
    sent,
    port: server.address().port,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

async function find(folder, path, changes, br) {
  if (!path.startsWith(UNDER)) throw new Error('outside the site');
  const name = path.slice(UNDER.length) || 'index.html';
  const change = changes.find(([which]) => (which instanceof Function ? which(name) : which === name));
  const { missing, body, edit, delay } = change?.[1] ?? {};
  if (delay) await new Promise((later) => setTimeout(later, delay));
  if (missing) throw new Error('missing on purpose');
  if (body !== undefined) return { name, bytes: Buffer.from(body) };
  const file = normalize(join(folder, name));
  if (!file.startsWith(normalize(folder))) throw new Error('outside the site');
  if (edit) return { name, bytes: Buffer.from(edit(await readFile(file))) };
  const packed = br ? await readFile(`${file}.br`).catch(() => null) : null;
  return packed ? { name, bytes: packed, packed: true } : { name, bytes: await readFile(file) };
}

/** Flips one bit in the middle. */
export function flip(bytes) {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] ^= 1;
  return copy;
}
