// The archive in one file, opened from a disk: no server, no network, nothing beside it.

import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DAY, PHONE, SITE, drawn, useBrowser } from './harness.mjs';
import { article, articles, manifest } from './archive.mjs';
import { firefox, found } from './lib/firefox.mjs';
import { watch } from './lib/browser.mjs';

const browser = useBrowser();
let stick;

before(async () => {
  stick = await mkdtemp(join(tmpdir(), 'bien-nien-usb-'));
  // As people name folders.
  await mkdir(join(stick, 'Kho bài #1'));
  await copyFile(join(SITE, 'bien-nien.html'), join(stick, 'Kho bài #1', 'bien-nien.html'));
});
after(() => rm(stick, { recursive: true, force: true }));

const address = (place) => `${pathToFileURL(join(stick, 'Kho bài #1', 'bien-nien.html'))}?ngay=${DAY}${place}`;

test('the one file reads, searches, and shows the timeline and the units from a disk', { timeout: 120_000 }, async () => {
  const context = await browser().newContext({ viewport: PHONE, locale: 'vi-VN', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const here = String(pathToFileURL(join(stick, 'Kho bài #1', 'bien-nien.html')));
  const seen = await watch(context, { url: here });
  const page = await context.newPage();
  const main = page.getByRole('main');
  await page.goto(address('#/'));
  await drawn(page);
  const { title } = await manifest();
  await page.getByRole('banner').getByText(title).waitFor();
  assert.ok((await page.title()).includes(title));
  for (const { id, title } of await articles()) {
    await page.goto(address(`#/bai/${id}`));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  const found = await article('000');
  await page.goto(address('#/tim?q=huyen%20uy'));
  await main.getByRole('link', { name: found.title }).first().waitFor();
  await main.locator('mark').first().waitFor();
  await page.goto(address('#/dong-thoi-gian'));
  await main.getByRole('link', { name: found.title }).first().waitFor();
  await page.goto(address('#/don-vi'));
  await main.getByRole('link').first().waitFor();
  // The country's places lie in the file too.
  await page.goto(address('#/don-vi?q=nhan%20dao'));
  await main.getByRole('listitem').filter({ hasText: 'Huyện Sông Lô' }).filter({ hasText: 'Xã Hải Lựu' }).first().waitFor();
  await page.goto(address('#/don-vi'));
  await main.getByRole('link').first().waitFor();
  // Links, and the way back.
  await main.getByRole('link').first().click();
  await page.waitForFunction(() => location.hash !== '#/don-vi');
  await page.goBack();
  await page.waitForFunction(() => location.hash === '#/don-vi');
  await drawn(page);
  assert.deepEqual(seen.violations, [], 'the policy was violated');
  assert.deepEqual(seen.console, [], 'console errors');
  assert.deepEqual(seen.crashes, [], 'errors thrown in the page');
  assert.deepEqual(seen.outside, [], 'requests of anything but the file itself');
  await context.close();
});

test('the site opened from a disk says which file to open', { timeout: 60_000 }, async () => {
  const page = await browser().newPage();
  await page.goto(String(pathToFileURL(join(SITE, 'index.html'))));
  await page.getByText(/hãy mở tệp bien-nien\.html/).waitFor();
  await page.close();
});

test('the one file in Firefox', { timeout: 180_000, skip: !found() && 'no Firefox on this machine' }, async () => {
  const fox = await firefox();
  try {
    const { title } = await article('000');
    const go = async (place, selector) => {
      await fox.open(address(place));
      await fox.run(async (selector) => {
        for (let tries = 0; tries < 100; tries += 1) {
          if (document.querySelector('[role=banner],header') && document.querySelector(selector)) return;
          await new Promise((later) => setTimeout(later, 200));
        }
        throw new Error(`no ${selector}: ${document.body.innerText.slice(0, 400)}`);
      }, selector);
    };
    const text = () => fox.run(() => document.querySelector('main').innerText);
    await go('#/', 'main h1');
    // Noted from here on; a page from a disk that broke its policy would have drawn nothing.
    await fox.run(() => {
      window.noted = [];
      document.addEventListener('securitypolicyviolation', (event) => window.noted.push(event.violatedDirective));
      window.addEventListener('error', (event) => window.noted.push(event.message));
      window.addEventListener('unhandledrejection', (event) => window.noted.push(String(event.reason)));
    });
    const { id } = await article('000');
    await fox.run((place) => { location.hash = place; }, `#/bai/${id}`);
    await fox.run(async (title) => {
      for (let tries = 0; tries < 100 && document.querySelector('main h1')?.innerText !== title; tries += 1) {
        await new Promise((later) => setTimeout(later, 100));
      }
    }, title);
    assert.equal(await fox.run(() => document.querySelector('main h1').innerText), title);
    await fox.run(() => { location.hash = '#/tim?q=huyen%20uy'; });
    await fox.run(async () => {
      for (let tries = 0; tries < 100 && !document.querySelector('main mark'); tries += 1) {
        await new Promise((later) => setTimeout(later, 100));
      }
    });
    assert.ok((await text()).includes(title), await text());
    assert.deepEqual(await fox.run(() => window.noted), []);
    await go('#/dong-thoi-gian', 'main a');
    assert.ok((await text()).includes(title));
    await go('#/don-vi', 'main a');
  } finally {
    await fox.close();
  }
});
