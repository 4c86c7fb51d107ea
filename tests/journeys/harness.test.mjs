// The watch itself: what it must not miss, on a page made to misbehave.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, begin, fits, useBrowser } from './harness.mjs';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; worker-src 'self'";

const browser = useBrowser();

/** Opens a page with this body and script, and hands over what was seen. */
async function visit(body, script, look) {
  const folder = await mkdtemp(join(tmpdir(), 'journey-'));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><link rel="icon" href="data:,">`;
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="vi"><meta charset="utf-8">${meta}<title>t</title>${body}<script src="s.js"></script></html>`,
  );
  await writeFile(join(folder, 's.js'), script);
  await writeFile(join(folder, 'w.js'), 'fetch("/from-worker").catch(() => {})');
  const there = await begin(browser(), { folder });
  try {
    await there.page.goto(there.site.url);
    await there.page.waitForTimeout(300);
    await look(there);
  } finally {
    await there.end();
    await rm(folder, { recursive: true });
  }
}

test('a quiet page passes', () =>
  visit('<main><h1>a</h1></main>', '', async ({ check, page }) => {
    await check();
    await accessible(page, 'a quiet page');
    await fits(page, 'a quiet page');
  }));

test('an inline style is a violation', () =>
  visit('<main><h1 style="color:red">a</h1></main>', '', async ({ seen, check }) => {
    assert.ok(seen.violations.some((what) => what.startsWith('style-src')), seen.violations.join());
    await assert.rejects(check(), /policy/);
  }));

test('an error that is thrown is noticed', () =>
  visit('<main><h1>a</h1></main>', 'setTimeout(() => { throw new Error("oh") })', async ({ check }) => {
    await assert.rejects(check(), /errors thrown/);
  }));

test('a console error is noticed', () =>
  visit('<main><h1>a</h1></main>', 'console.error("oh")', async ({ check }) => {
    await assert.rejects(check(), /console errors/);
  }));

test('a request above the folder of the site is noticed', () =>
  visit('<main><h1>a</h1></main>', 'fetch("/above").catch(() => {})', async ({ seen }) => {
    assert.equal(seen.outside.length, 1);
  }));

test('a request of a worker is noticed', () =>
  visit('<main><h1>a</h1></main>', 'new Worker("w.js")', async ({ seen }) => {
    assert.ok(seen.requests.some((url) => url.endsWith('/w.js')), seen.requests.join());
    assert.ok(seen.outside.some((url) => url.endsWith('/from-worker')), seen.outside.join());
  }));

test('axe finds a picture without words', () =>
  visit('<main><h1>a</h1><img src="data:,"></main>', '', async ({ page }) => {
    await assert.rejects(accessible(page, 'it'), /image-alt/);
  }));

test('a page that is too wide is noticed', () =>
  visit('<main><h1>a</h1><pre>' + 'x'.repeat(3000) + '</pre></main>', '', async ({ page }) => {
    await assert.rejects(fits(page, 'it'), /sideways/);
  }));
