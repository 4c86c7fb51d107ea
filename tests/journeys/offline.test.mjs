// The archive without a network: installed whole or not at all, never broken by an update, honest
// about what is kept. Each journey has a device of its own, which is switched off and on.

import assert from 'node:assert/strict';
import { SITE, accessible, drawn } from './harness.mjs';
import { article, articles, manifest } from './archive.mjs';
import { ask, firstVisit, installed, journey, open, trouble, until } from './lib/visit.mjs';
import { flip } from './lib/site.mjs';
import { nextVersion } from './lib/version.mjs';
import { insideOfAPart } from './lib/zip.mjs';

function sound(seen) {
  assert.deepEqual(seen.violations, [], 'the policy was violated');
  assert.deepEqual(seen.crashes, [], 'errors thrown in the page');
  assert.deepEqual(seen.outside, [], 'requests outside the site');
  assert.deepEqual(seen.failed, [], 'failed requests');
}

const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

journey('one visit, then no server and a cold start: everything opens, and no request fails', async (phone) => {
  await firstVisit(phone);
  await phone.stop();
  await phone.offline();
  const { page, url, seen } = await phone.start();
  await open(page, url);
  await page.getByRole('banner').getByText((await manifest()).title).waitFor();
  for (const { id, title } of await articles()) {
    await open(page, url, `#/bai/${id}`);
    await heading(page, title);
  }
  const { title } = await article('000');
  await open(page, url, '#/tim?q=huyen%20uy');
  await page.getByRole('main').getByRole('link', { name: title }).first().waitFor();
  await open(page, url, '#/dong-thoi-gian');
  await page.getByRole('main').getByRole('link', { name: title }).first().waitFor();
  await open(page, url, '#/don-vi');
  await page.getByRole('main').getByRole('link').first().waitFor();
  sound(seen);
});

journey('whatever stands in the query, the saved page answers', async (phone) => {
  await firstVisit(phone);
  await phone.offline();
  await phone.stop();
  const { page, url, seen } = await phone.start();
  for (const query of ['', '?kiosk=1', '?fbclid=IwAR0x', '?zarsrc=30&utm_source=zalo', '?nguon=pwa', 'index.html?x=1']) {
    await open(page, url, '#/', query);
    await page.getByRole('banner').getByText((await manifest()).title).waitFor();
  }
  await page.goto(`${url}khong-co/o-day.html`);
  await drawn(page);
  assert.ok(page.url().startsWith(url) && !page.url().includes('khong-co'), page.url());
  sound(seen);
});

journey('the list of the country’s places is kept when it is first used, not before', async (phone) => {
  const first = await firstVisit(phone);
  await phone.offline();
  const told = (page) => page.getByRole('main').getByRole('status').filter({ hasText: 'chưa tải được' });
  const found = (page) => page.getByRole('main').getByRole('listitem').filter({ hasText: 'Huyện Sông Lô' }).filter({ hasText: 'Xã Hải Lựu' });
  await open(first.page, first.url, '#/don-vi?q=nhan%20dao');
  await told(first.page).waitFor();
  await phone.online(SITE);
  await open(first.page, first.url, '#/don-vi?q=nhan%20dao');
  await found(first.page).first().waitFor();
  await phone.stop();
  await phone.offline();
  const { page, url } = await phone.start();
  await open(page, url, '#/don-vi?q=nhan%20dao');
  await found(page).first().waitFor();
});

/** The site with another viewer: its title says which. */
const otherViewer = (mark) => nextVersion(SITE, async ({ text, write }) => {
  await write('app.html', (await text('app.html')).replace('</body>', `<!-- ${mark} --></body>`));
});
const runs = async (page, mark) => (await page.content()).includes(mark);

journey('a new version waits, is offered, and is taken by all tabs at once', async (phone) => {
  const { page, url, context, seen } = await firstVisit(phone);
  const next = await otherViewer('version two');
  try {
    await phone.online(next.folder);
    const other = await context.newPage();
    await open(page, url);
    await open(other, url, '#/tim');
    for (const tab of [page, other]) await tab.locator('html[data-update]').waitFor({ state: 'attached' });
    assert.equal(await runs(page, 'version two'), false, 'not swapped under a running page');
    const reloaded = other.waitForEvent('load');
    await accessible(page, 'a new version on offer');
    await page.getByRole('button', { name: 'Cập nhật' }).click();
    await reloaded;
    for (const tab of [page, other]) {
      await drawn(tab);
      await tab.waitForFunction(() => !document.documentElement.hasAttribute('data-update'));
      assert.equal(await runs(tab, 'version two'), true);
    }
    assert.ok(other.url().endsWith('#/tim'), 'the place stays');
    sound(seen);
  } finally {
    await next.end();
  }
});

journey('a waiting version, a lost network and a cold start: the old version runs whole', async (phone) => {
  const first = await firstVisit(phone);
  const next = await otherViewer('version two');
  try {
    await phone.online(next.folder);
    await open(first.page, first.url);
    await first.page.locator('html[data-update]').waitFor({ state: 'attached' });
    // A page that stays open through the end keeps the new version waiting.
    await phone.offline();
    await first.page.reload();
    await drawn(first.page);
    assert.equal(await runs(first.page, 'version two'), false);
    await first.page.goto(`${first.url}#/tim?q=huyen%20uy`);
    const { title } = await article('000');
    await first.page.getByRole('main').getByRole('link', { name: title }).first().waitFor();
    sound(first.seen);
    await phone.stop();
    const { page, url, seen } = await phone.start();
    await open(page, url, '#/tim?q=huyen%20uy');
    await page.getByRole('main').getByRole('link', { name: title }).first().waitFor();
    sound(seen);
  } finally {
    await next.end();
  }
});

journey('a version that arrives damaged is not installed: the file is named, the old one stays', async (phone) => {
  const { page, url } = await firstVisit(phone);
  const next = await otherViewer('version two');
  try {
    await phone.online(next.folder, [['app.html', { edit: flip }]]);
    // The kept page answers; only the new version's own download is damaged.
    await open(page, url);
    assert.deepEqual(await trouble(page), { type: 'not-installed', path: 'app.html', why: 'digest' });
    assert.deepEqual((await ask(page, { type: 'state', ask: false })).trouble, { path: 'app.html', why: 'digest' });
    assert.equal(await page.evaluate(() => caches.keys().then((keys) => keys.filter((key) => key.startsWith('bien-nien-shell')).length)), 1);
    await phone.offline();
    await open(page, url);
    await page.getByRole('banner').getByText((await manifest()).title).waitFor();
  } finally {
    await next.end();
  }
});

journey('a first installation that fails leaves a page that works', async (phone) => {
  await phone.online(SITE, [[(path) => /^bien-nien-serif/.test(path), { missing: true }]]);
  const { page, url } = await phone.start();
  await open(page, url);
  assert.match((await trouble(page)).path, /^bien-nien-serif-.*woff2$/);
  assert.deepEqual(await page.evaluate(() => caches.keys().then((keys) => keys.filter((key) => key.startsWith('bien-nien-shell')))), []);
  await page.goto(`${url}#/tim`);
  await heading(page, /./);
});

/** Spoils one kept part. */
const spoil = (page, pattern) => page.evaluate(async (pattern) => {
  const name = (await caches.keys()).find((name) => name.startsWith('bien-nien-data'));
  const data = await caches.open(name);
  const key = (await data.keys()).find(({ url }) => url.includes(pattern));
  const bytes = new Uint8Array(await (await data.match(key)).arrayBuffer());
  bytes[bytes.length >> 1] ^= 1;
  await data.put(key, new Response(bytes));
  return key.url;
}, pattern);

journey('a part that was altered on the device is named, and heals with the network', async (phone) => {
  const { page, url } = await firstVisit(phone);
  const bad = await spoil(page, '/parts/articles-');
  const path = bad.slice(url.length);
  await phone.offline();
  const { id, title } = await article('000');
  await open(page, url, `#/bai/${id}`);
  await page.getByRole('alert').getByText('mã kiểm tra không khớp').waitFor();
  await phone.online(SITE);
  await open(page, url, `#/bai/${id}`);
  await heading(page, title);
  await phone.offline();
  await open(page, url, `#/bai/${id}`);
  await heading(page, title);
  await spoil(page, '/parts/articles-');
  assert.deepEqual((await ask(page, { type: 'verify' })).bad, [{ path, why: 'digest' }]);
  const state = await ask(page, { type: 'state', ask: false });
  assert.deepEqual([state.whole, state.partial, state.total - state.done], [false, true, 1]);
});

journey('saving goes on where it was cut, at every part', async (phone) => {
  const { page, url } = await firstVisit(phone);
  await ask(page, { type: 'forget' });
  const { total } = await ask(page, { type: 'state' });
  let site = await phone.online(SITE);
  await ask(page, { type: 'save', fresh: true, most: 0 });
  let fetched = 0;
  for (let done = 0; done < total; done += 1) {
    fetched += site.sent.filter(({ path }) => path.includes('/parts/')).length;
    await phone.offline();
    const cut = await ask(page, { type: 'save', most: 1 });
    assert.deepEqual([cut.done, cut.whole, cut.failed?.why], [done, false, 'network']);
    site = await phone.online(SITE);
    const on = await ask(page, { type: 'save', most: 1 });
    assert.deepEqual([on.done, on.failed, on.whole], [done + 1, null, done + 1 === total]);
  }
  fetched += site.sent.filter(({ path }) => path.includes('/parts/')).length;
  assert.equal(fetched, total, 'each part is fetched once');
  const state = await ask(page, { type: 'state' });
  assert.deepEqual([state.whole, state.newer, state.done], [true, false, total]);
  await phone.offline();
  await open(page, url, '#/dong-thoi-gian');
  await page.getByRole('main').getByRole('link', { name: (await article('000')).title }).first().waitFor();
});

journey('a part that the server has damaged is named, and the rest is saved', async (phone) => {
  const { page } = await firstVisit(phone);
  await ask(page, { type: 'forget' });
  await phone.online(SITE, [[(path) => path.startsWith('parts/articles-'), { edit: flip }]]);
  let step = await ask(page, { type: 'save', fresh: true, most: 100 });
  assert.equal(step.failed.why, 'digest');
  assert.match(step.failed.path, /^parts\/articles-/);
  assert.equal(step.whole, false);
  await phone.online(SITE);
  step = await ask(page, { type: 'save', most: 100 });
  assert.deepEqual([step.whole, step.failed], [true, null]);
});

journey('what the browser threw away is said, and saved again', async (phone) => {
  const { page, url } = await firstVisit(phone);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (name.startsWith('bien-nien-data')) await caches.delete(name);
  });
  const state = await ask(page, { type: 'state', ask: false });
  assert.deepEqual([state.whole, state.partial, state.done], [false, false, 0]);
  await open(page, url);
  await installed(page);
  await phone.offline();
  await open(page, url, `#/bai/${(await article('001')).id}`);
  await heading(page, (await article('001')).title);
});

journey('an update of the archive fetches only what changed; offline it is whole, old or new', async (phone) => {
  const { page, url } = await firstVisit(phone);
  const { id, title } = await article('000');
  let changed;
  const next = await nextVersion(SITE, async ({ text, replacePart }) => {
    const { files } = JSON.parse(await text('offline.json'));
    for (const { path } of files.filter(({ path }) => path.startsWith('parts/articles-'))) {
      const chunk = await text(path);
      if (chunk.includes(title)) changed = await replacePart(path, chunk.replaceAll(title, `${title} (sửa)`));
    }
  });
  try {
    // Frugal: nothing is fetched that was not asked for.
    const site = await phone.online(next.folder);
    const news = await ask(page, { type: 'state' });
    assert.deepEqual([news.whole, news.newer], [true, true]);
    await phone.offline();
    await open(page, url, `#/bai/${id}`);
    await heading(page, title);
    await phone.online(next.folder);
    const step = await ask(page, { type: 'save', fresh: true, most: 100 });
    assert.deepEqual([step.whole, step.failed], [true, null]);
    await phone.offline();
    await open(page, url, `#/bai/${id}`);
    await heading(page, `${title} (sửa)`);
    const parts = site.sent.filter(({ path }) => path.includes('/parts/articles'));
    assert.ok(parts.every(({ path }) => path.endsWith(changed)), JSON.stringify(parts));
    const keys = await page.evaluate(async () => {
      const data = await caches.open((await caches.keys()).find((name) => name.startsWith('bien-nien-data')));
      return (await data.keys()).map(({ url }) => url);
    });
    assert.equal(keys.filter((key) => key.includes('/parts/articles-')).length, (await partsOf(next)).length, 'the old part is gone');
  } finally {
    await next.end();
  }
});

const partsOf = async ({ text }) => JSON.parse(await text('offline.json')).files.filter(({ path }) => path.startsWith('parts/articles-'));

journey('a network that does not answer, or answers with its own page, does not hide what is kept', async (phone) => {
  const { page, url } = await firstVisit(phone);
  const { title } = await manifest();
  await phone.online(SITE, [['archive.json', { delay: 60_000 }]]);
  await open(page, url);
  await page.getByRole('banner').getByText(title).waitFor();
  for (const answer of [{ body: '<!doctype html><title>Đăng nhập Wi-Fi</title>' }, { missing: true }]) {
    await phone.online(SITE, [['archive.json', answer]]);
    await open(page, url);
    await page.getByRole('banner').getByText(title).waitFor();
  }
  await phone.offline();
  await open(page, url);
  await page.getByRole('banner').getByText(title).waitFor();
});

for (const [name, why, init] of [
  ['service workers', 'absent', () => delete Navigator.prototype.serviceWorker],
  ['a store', 'absent', () => delete window.caches],
  ['access to service workers', 'blocked', () => Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => { throw new Error('SecurityError'); } })],
  ['leave to register', 'blocked', () => { if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error('SecurityError')); }],
  ['local storage', '', () => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('SecurityError'); } })],
]) {
  journey(`without ${name} the archive reads and searches as it does online`, async (phone) => {
    await phone.online(SITE);
    const { page, url, seen } = await phone.start(init);
    await open(page, url, '#/tim?q=huyen%20uy');
    const { title } = await article('000');
    await page.getByRole('main').getByRole('link', { name: title }).first().waitFor();
    await until(page, () => window.bienNienOffline.why || window.bienNienOffline.registration);
    assert.equal(await page.evaluate(() => window.bienNienOffline.why), why);
    if (why) assert.deepEqual(await ask(page, { type: 'state' }), { error: why });
    sound(seen);
  });
}

journey('in a frame of another site nothing is registered', async (phone) => {
  const site = await phone.online(SITE);
  const { page, url } = await phone.start();
  // Another host name is another origin.
  await page.goto(url.replace('127.0.0.1', 'localhost').replace(/thu.*/, ''));
  await page.evaluate((url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
  }, url);
  const frame = await page.waitForEvent('framenavigated', (frame) => frame.url().startsWith(url)).catch(() => page.frames()[1]);
  await frame.waitForFunction(() => window.bienNienOffline);
  assert.equal(await frame.evaluate(() => window.bienNienOffline.why), 'frame');
  assert.ok(!site.sent.some(({ path }) => path.endsWith('sw.js')));
});

/** What is saved, as one file; kept in the page as `window.carried`. */
const carryOut = (page) => page.evaluate(async () => {
  window.carried = await (await fetch('./?archive-file')).blob();
  return window.carried.size;
});

const forgetParts = (page) => page.evaluate(async () => {
  const data = await caches.open((await caches.keys()).find((name) => name.startsWith('bien-nien-data')));
  for (const key of await data.keys()) await data.delete(key);
});

journey('the archive travels as one file to a device without a network; a tampered byte is named', async (phone) => {
  const { page, url } = await firstVisit(phone);
  assert.ok((await carryOut(page)) > 10_000);
  const { total } = await ask(page, { type: 'state', ask: false });
  await phone.offline();
  await forgetParts(page);
  const cut = await takeIn(page, (bytes) => bytes.subarray(0, bytes.length >> 1));
  assert.deepEqual([cut.error, cut.whole], ['not-zip', undefined]);
  const altered = await takeIn(page, (bytes) => {
    const copy = bytes.slice();
    copy[insideOfAPart(bytes)] ^= 1;
    return copy;
  });
  assert.equal(altered.whole, false);
  assert.equal(altered.failed.why, 'digest');
  assert.match(altered.failed.path, /^parts\//);
  const taken = await takeIn(page, (bytes) => bytes);
  assert.deepEqual([taken.whole, taken.done, taken.failed], [true, total, null]);
  const { id, title } = await article('000');
  await open(page, url, `#/bai/${id}`);
  await heading(page, title);
  await open(page, url, '#/tim?q=huyen%20uy');
  await page.getByRole('main').getByRole('link', { name: title }).first().waitFor();
});

journey('a file of another archive is refused by name, and what is here stays', async (phone) => {
  const { page } = await firstVisit(phone);
  await carryOut(page);
  const title = 'Kho của xã khác';
  await page.evaluate(async (title) => {
    const data = await caches.open((await caches.keys()).find((name) => name.startsWith('bien-nien-data')));
    const key = (await data.keys()).find(({ url }) => url.endsWith('/archive.json'));
    const manifest = await (await data.match(key)).json();
    await data.put(key, new Response(JSON.stringify({ ...manifest, title, base_url: 'https://xa-khac.example/' })));
  }, title);
  const answer = await takeIn(page, (bytes) => bytes);
  const { base_url: place, title: own } = await manifest();
  assert.deepEqual([answer.error, answer.path], ['other-archive', place ?? own]);
  assert.equal((await ask(page, { type: 'state', ask: false })).whole, true);
});

/** Takes the carried file in, after something was done to its bytes. */
async function takeIn(page, edit) {
  const bytes = await page.evaluate(async () => Array.from(new Uint8Array(await window.carried.arrayBuffer())));
  const edited = Array.from(edit(Uint8Array.from(bytes)));
  return page.evaluate(async (edited) => {
    const file = new File([Uint8Array.from(edited)], 'kho.zip');
    return window.bienNienOffline.ask({ type: 'save', fresh: true, most: 100, file });
  }, edited);
}
