// Another site, on an origin of its own, with pages that have an archive in them.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../host/', import.meta.url));

/** A policy that lets nothing in but the archive: its script, and its pages in frames. */
export const policy = (archive) =>
  `default-src 'none'; script-src ${archive}; style-src 'self'; frame-src ${archive}; base-uri 'none'; form-action 'none'`;

/**
 * Serves tests/host/, with the archive's address where `KHO` stands; `pages` maps further paths to
 * HTML. Each page is sent with the policy.
 */
export async function host(archive, pages = {}) {
  const origin = new URL(archive).origin;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://host').pathname.slice(1) || 'trang-phuong.html';
    const text = pages[path] ?? (await readFile(FOLDER + path.replaceAll('..', ''), 'utf8').catch(() => null));
    if (text === null) {
      response.writeHead(404).end();
      return;
    }
    const is_page = path.endsWith('.html');
    response.writeHead(200, {
      'Content-Type': is_page ? 'text/html; charset=utf-8' : 'text/css',
      ...(is_page ? { 'Content-Security-Policy': policy(origin) } : {}),
    });
    response.end(text.replaceAll('KHO', archive));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
