// The check of a published site: a server that does each thing wrong, and one that does all right.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { after, test } from 'node:test';
import { DAY, SITE, drawn, flip, useBrowser } from './harness.mjs';

const browser = useBrowser();
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };
const servers = [];
after(() => servers.forEach((server) => (server.closeAllConnections(), server.close())));

/** A host; `wrong(path, answer)` spoils what it sends when the page checks it. */
async function host(wrong) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://host');
    const path = decodeURIComponent(url.pathname).slice(1) || 'index.html';
    const file = normalize(join(SITE, path));
    const bytes = file.startsWith(normalize(SITE)) ? await readFile(file).catch(() => null) : null;
    if (!bytes) return response.writeHead(404).end();
    const packed = await readFile(`${file}.br`).catch(() => null);
    const answer = { status: 200, type: TYPES[extname(path)] ?? 'application/octet-stream', caching: 'no-cache', packed, bytes };
    if (url.search === '?kiem-tra') wrong(path, answer);
    const { status, type, caching } = answer;
    const head = { 'content-type': type, 'cache-control': caching, ...(answer.packed ? { 'content-encoding': 'br' } : {}) };
    return response.writeHead(status, head).end(answer.packed ?? answer.bytes);
  });
  servers.push(server);
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${server.address().port}/`;
}

/** What the page says after a check of a site on such a host. */
async function checked(wrong) {
  const url = await host(wrong);
  const context = await browser().newContext({ locale: 'vi-VN', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${url}?ngay=${DAY}#/gioi-thieu`);
  await drawn(page);
  const section = page.locator('section.published');
  await section.getByRole('button', { name: 'Kiểm tra' }).click();
  const ended = section.getByRole('status').getByText(/Mọi thứ đều ổn|Những chỗ cần sửa/);
  await ended.waitFor({ timeout: 60_000 });
  const text = await section.getByRole('status').innerText();
  await context.close();
  return text;
}

test('a site that is published rightly', { timeout: 120_000 }, async () => {
  assert.match(await checked(() => {}), /Mọi thứ đều ổn: \d+ tệp/);
});

const part = (path) => path.startsWith('parts/articles-');
for (const [name, wrong, says] of [
  ['wasm of a wrong type', (path, answer) => path.endsWith('.wasm') && (answer.type = 'application/octet-stream'), /\.wasm được gửi sai kiểu[^]*application\/wasm/],
  ['a part that is not there', (path, answer) => part(path) && (answer.status = 404), /không có hoặc không gửi tệp[^]*parts\/articles-/],
  ['a part that is damaged', (path, answer) => part(path) && Object.assign(answer, { packed: null, bytes: flip(answer.bytes) }), /khác bản kê[^]*parts\/articles-/],
  ['a manifest of another build', (path, answer) => path === 'archive.json' && Object.assign(answer, { packed: null, bytes: Buffer.concat([answer.bytes, Buffer.from('\n')]) }), /hai lần đóng gói khác nhau/],
  ['nothing compressed', (path, answer) => (answer.packed = null), /gửi mà không nén[^]*\.br hoặc \.gz/],
  ['a manifest that browsers keep', (path, answer) => path === 'archive.json' && (answer.caching = 'public, max-age=86400'), /người đọc gặp bản cũ[^]*no-cache[^]*archive\.json/],
]) {
  test(name, { timeout: 120_000 }, async () => {
    assert.match(await checked(wrong), says);
  });
}
