// A host for measuring: the site at its root, other folders beside it, brotli where it lies beside
// a file, and a list of everything it has sent. Pages are isolated, so that their clocks are fine.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Serves folders and single files: `{ '/': site, '/npm/': …, '/one.html': … }`, the longest prefix
 * that fits first. Names with a content hash may be kept by the browser; nothing else.
 */
export async function serve(folders) {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const sent = [];
  let open = 0;
  let last = 0;
  let line = null;
  const server = createServer(async (request, response) => {
    open += 1;
    response.on('close', () => {
      open -= 1;
      last = Date.now();
    });
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const brotli = (request.headers['accept-encoding'] ?? '').includes('br');
    const answer = await find(folders, prefixes, path, brotli).catch(() => null);
    if (!answer) {
      response.writeHead(404, ISOLATED).end();
      return;
    }
    await line?.(answer.bytes.length);
    sent.push({ path, bytes: answer.bytes.length });
    const named = /[-_.][0-9a-f]{7,}[._]/.test(path);
    response.writeHead(200, {
      ...ISOLATED,
      'Content-Type': TYPES[extname(path === '/' ? 'index.html' : path)] ?? 'application/octet-stream',
      'Cache-Control': named ? 'max-age=31536000, immutable' : 'no-store',
      ...(answer.packed ? { 'Content-Encoding': 'br' } : {}),
    });
    response.end(answer.bytes);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    sent,
    /** From now on everything comes over one slow line, in turns; `null` for none. */
    over(slow) {
      line = slow && lineOf(slow);
    },
    /** Waits until nothing has been asked for during so many milliseconds. */
    async quiet(milliseconds = 250) {
      do await new Promise((later) => setTimeout(later, 25));
      while (open > 0 || Date.now() - last < milliseconds);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** A line of so many bytes a second, on which each answer also takes so long to begin. */
function lineOf({ bytes, milliseconds }) {
  let free = 0;
  return async (length) => {
    await new Promise((later) => setTimeout(later, milliseconds));
    free = Math.max(free, Date.now()) + (length / bytes) * 1000;
    await new Promise((later) => setTimeout(later, free - Date.now()));
  };
}

async function find(folders, prefixes, path, brotli) {
  const prefix = prefixes.find((prefix) => path.startsWith(prefix));
  const folder = normalize(folders[prefix]);
  const file = path === prefix && path !== '/' ? folder : normalize(join(folder, path.slice(prefix.length) || 'index.html'));
  if (!file.startsWith(folder)) throw new Error('outside the folder');
  const packed = brotli ? await readFile(`${file}.br`).catch(() => null) : null;
  return packed ? { bytes: packed, packed: true } : { bytes: await readFile(file) };
}

/** What was sent since a mark, as one number a path. */
export const since = (sent, mark) => sent.slice(mark).map(({ path, bytes }) => [path.slice(1), bytes]);
