// Devices and networks as they are: slow, impatient, with the wrong time, with a worker that dies.

import assert from 'node:assert/strict';
import { DAY, PHONE, drawn, journey, useBrowser } from './harness.mjs';
import { article, articles } from './archive.mjs';

useBrowser();

const isPart = (path) => path.startsWith('parts/');

/** Keeps every worker the page starts, so that a journey can make one die. */
const keepWorkers = () => {
  const Native = window.Worker;
  window.workers = [];
  window.Worker = class extends Native {
    constructor(...about) {
      super(...about);
      window.workers.push(this);
    }
  };
};

journey('a search worker that dies is started again and asked again', { init: keepWorkers }, async ({ page, open }) => {
  const { title } = await article('000');
  await open('#/tim?q=huyen%20uy');
  const hit = page.getByRole('main').getByRole('link', { name: title }).first();
  await hit.waitFor();
  const before = await page.evaluate(() => {
    const started = window.workers.length;
    const worker = window.workers.at(-1);
    // As after a trap: it answers nothing any more, and the page hears of it.
    worker.terminate();
    worker.dispatchEvent(new Event('error'));
    return started;
  });
  await page.goto(page.url().replace(/#.*/, '#/tim?q=dan%20van%20kheo'));
  const other = await article('001');
  await page.getByRole('main').getByRole('link', { name: other.title }).first().waitFor();
  assert.ok((await page.evaluate(() => window.workers.length)) > before, 'another worker was started');
});

for (const [name, now] of [['1970', '1970-01-01T00:00:00Z'], ['2099', '2099-12-31T17:30:00Z'], ['a leap day', '2028-02-28T18:00:00Z']]) {
  journey(`a clock set to ${name}: every page opens`, {}, async ({ page, site }) => {
    await page.clock.setFixedTime(new Date(now));
    for (const place of ['#/', '#/hom-nay', '#/dong-thoi-gian', '#/don-vi', '#/tim']) {
      await page.goto(`${site.url}${place}`);
      await drawn(page);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    }
  });
}

journey('a reader who does not wait ends where the last link led', { changes: [[isPart, { delay: 300 }]] }, async ({ page, site }) => {
  const list = await articles();
  await page.goto(`${site.url}?ngay=${DAY}#/`);
  for (const { id } of list) {
    await page.evaluate((id) => { location.hash = `#/bai/${id}`; }, id);
    await page.waitForTimeout(60);
  }
  await page.evaluate(() => { location.hash = '#/tim?q=huyen%20uy'; });
  await page.evaluate((id) => { location.hash = `#/bai/${id}`; }, list[2].id);
  await page.getByRole('heading', { level: 1, name: list[2].title }).waitFor();
  await page.goBack();
  await page.getByRole('main').getByRole('link', { name: (await article('000')).title }).first().waitFor();
});

journey('a slow connection: something is said at once, and it opens', { size: PHONE, touch: true }, async ({ page, site, context }) => {
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  page.setDefaultTimeout(60_000);
  await page.goto(`${site.url}?ngay=${DAY}#/`, { waitUntil: 'commit' });
  await page.getByRole('status').first().waitFor();
  await drawn(page);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
});
