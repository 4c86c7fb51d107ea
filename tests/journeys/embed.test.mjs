// The archive inside other sites' pages: one view, as high as what it shows, and nothing believed
// that does not come from where it should.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, DESK, PHONE, SITE, accessible, fits, useBrowser } from './harness.mjs';
import { host } from './lib/host.mjs';
import { serve } from './lib/site.mjs';

const browser = useBrowser();

/** A visit to a page of another site. */
function visit(name, options, walk) {
  test(name, { timeout: 120_000 }, async () => {
    const archive = await serve(SITE, options.changes ?? []);
    const site = await host(archive.url, options.pages?.(archive.url) ?? {});
    const context = await browser().newContext({ viewport: options.size ?? DESK, reducedMotion: 'reduce', locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    context.setDefaultTimeout(20_000);
    const seen = { errors: [], outside: [] };
    context.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
    context.on('weberror', (error) => seen.errors.push(String(error.error())));
    context.on('request', (request) => {
      const url = request.url();
      if (![archive.url, site.url, 'blob:', 'data:'].some((known) => url.startsWith(known))) seen.outside.push(url);
    });
    const page = await context.newPage();
    try {
      await walk({ page, archive, site, context, seen });
      assert.deepEqual(seen.errors, [], 'console errors');
      assert.deepEqual(seen.outside, [], 'requests to a third party');
    } finally {
      await context.close();
      await archive.close();
      await site.close();
    }
  });
}

/** The frame of an element, once it has been drawn and measured. */
async function shown(page, id) {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await page.waitForFunction((id) => document.getElementById(id).high > 0, id);
  const element = await page.locator(`#${id} iframe`).elementHandle();
  const frame = await element.contentFrame();
  await frame.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('.state-loading, .skeleton-line'));
  await level(page, id, frame);
  return frame;
}

/** What the frame measures and what its content does. */
async function measured(page, id, frame) {
  const content = await frame.evaluate(() => document.getElementById('app').getBoundingClientRect().height);
  const frameHeight = await page.evaluate((id) => document.getElementById(id).shadowRoot.querySelector('iframe').getBoundingClientRect().height, id);
  return { content, frameHeight };
}

async function level(page, id, frame) {
  for (const end = Date.now() + 10_000; ; ) {
    const { content, frameHeight } = await measured(page, id, frame);
    if (Math.abs(content - frameHeight) <= 2) return;
    if (Date.now() > end) assert.fail(`#${id}: content ${content}, frame ${frameHeight}`);
    await page.waitForTimeout(50);
  }
}

visit('two embeds on a page with a strict policy are as high as what they show', {}, async ({ page, site }) => {
  await page.goto(site.url);
  const days = await shown(page, 'hom-nay');
  const latest = await shown(page, 'moi');
  assert.equal(await days.locator('main h1').textContent(), 'Ngày kỷ niệm sắp tới');
  assert.equal(await latest.locator('.entries > li').count(), 5);
  // One view and no bars; a way to the whole archive.
  for (const frame of [days, latest]) {
    assert.ok(await frame.locator('.topbar').isHidden());
    const whole = frame.getByRole('link', { name: 'Mở toàn bộ kho bài' });
    assert.ok(await whole.isVisible());
    assert.equal(await whole.getAttribute('target'), '_blank');
  }
  const rights = await page.evaluate(() => [...document.querySelectorAll('bien-nien')].map((one) => {
    const { title, loading, allow, referrerPolicy, sandbox } = one.shadowRoot.querySelector('iframe');
    return { title, loading, allow, referrerPolicy, sandbox: [...sandbox].sort() };
  }));
  assert.deepEqual(rights.map((one) => one.title), ['Kho bài của phường', 'Bài mới của phường']);
  for (const { loading, allow, referrerPolicy, sandbox } of rights) {
    assert.deepEqual([loading, allow, referrerPolicy], ['lazy', 'clipboard-write; web-share; fullscreen', 'no-referrer']);
    assert.deepEqual(sandbox, ['allow-downloads', 'allow-popups', 'allow-popups-to-escape-sandbox', 'allow-same-origin', 'allow-scripts']);
  }
  await accessible(latest, 'the list of new articles in a frame');
  // Nothing is kept in another site's frame, and no service worker is started.
  const kept = await latest.evaluate(async () => [localStorage.length, sessionStorage.length, (await navigator.serviceWorker?.getRegistrations())?.length ?? 0]);
  assert.deepEqual(kept, [0, 0, 0]);
});

visit('the height follows a thousand changes and never runs away', {}, async ({ page, site }) => {
  await page.goto(site.url);
  const frames = { 'hom-nay': await shown(page, 'hom-nay'), moi: await shown(page, 'moi') };
  await page.evaluate(() => {
    window.heights = [];
    for (const one of document.querySelectorAll('bien-nien')) one.addEventListener('bien-nien-height', () => window.heights.push(one.id));
  });
  let random = 7;
  const next = (below) => (random = (random * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 20; round += 1) {
    for (const [id, frame] of Object.entries(frames)) {
      // Twenty-five changes, one a picture, as content comes and goes.
      await frame.evaluate(async (sizes) => {
        const main = document.querySelector('main');
        for (const size of sizes) {
          document.getElementById('thu')?.remove();
          const box = main.appendChild(document.createElement('div'));
          box.id = 'thu';
          box.style.height = `${size}px`;
          await new Promise(requestAnimationFrame);
        }
      }, Array.from({ length: 25 }, () => next(900)));
      await level(page, id, frame);
    }
  }
  const told = await page.evaluate(() => window.heights.length);
  assert.ok(told <= 1100, `${told} messages for 1000 changes`);
  // Left alone, nothing moves any more.
  await page.evaluate(() => (window.heights = []));
  await page.waitForTimeout(500);
  assert.deepEqual(await page.evaluate(() => window.heights), []);
  // Content that is as high as its window is no reason to grow for ever.
  await frames.moi.evaluate(() => (document.getElementById('thu').style.height = 'calc(100vh + 40px)'));
  await page.waitForTimeout(1000);
  const settled = await page.evaluate(() => window.heights.length);
  assert.ok(settled < 20, `${settled} steps of a loop`);
});

visit('messages from elsewhere, or of another form, change nothing', {
  pages: () => ({ 'ke-gia.html': '<!doctype html><title>Kẻ giả</title>' }),
}, async ({ page, site }) => {
  await page.goto(site.url);
  const frame = await shown(page, 'moi');
  const before = await measured(page, 'moi', frame);
  const address = page.url();
  const name = await page.evaluate(() => document.getElementById('moi').name);
  // From the page itself, from a frame of the page's own origin, and from the archive in wrong forms.
  await page.evaluate((id) => {
    for (const message of [{ v: 1, id, t: 'height', h: 5000 }, { v: 1, id, t: 'route', r: '/tim' }]) window.postMessage(message, '*');
  }, name);
  await frame.evaluate((id) => {
    const bad = [
      null, 5, 'height', { t: 'height', h: 5000 }, { v: 2, id, t: 'height', h: 5000 }, { v: 1, id: 'x', t: 'height', h: 5000 },
      { v: 1, id, t: 'height', h: '5000' }, { v: 1, id, t: 'height', h: NaN }, { v: 1, id, t: 'height', h: Infinity }, { v: 1, id, t: 'height', h: -1 },
      { v: 1, id, t: 'route', r: 'javascript:alert(1)' }, { v: 1, id, t: 'route', r: '/"><script>' }, { v: 1, id, t: 'route', r: '/'.padEnd(9999, 'x') },
      { v: 1, id, t: 'seek', y: {} },
    ];
    for (const message of bad) parent.postMessage(message, '*');
  }, name);
  await page.waitForTimeout(300);
  assert.deepEqual(await measured(page, 'moi', frame), before);
  assert.equal(page.url(), address);
  // The other way: only the page around is heard, and only from the origin that introduced itself.
  const place = await frame.evaluate(() => location.hash);
  await frame.evaluate((id) => window.postMessage({ v: 1, id, t: 'go', r: '/tim' }, '*'), name);
  await page.waitForTimeout(300);
  assert.equal(await frame.evaluate(() => location.hash), place);
  // What is too high is clamped.
  await frame.evaluate((id) => parent.postMessage({ v: 1, id, t: 'height', h: 99999 }, '*'), name);
  await page.waitForFunction(() => document.getElementById('moi').high === 20000);
});

visit('a page that the archive does not list is not told anything', {
  changes: [['archive.json', { edit: (bytes) => JSON.stringify({ ...JSON.parse(bytes), embed: { hosts: ['https://phuong.example'] } }) }]],
}, async ({ page, site }) => {
  await page.goto(site.url);
  const element = await page.locator('#moi iframe').elementHandle();
  const frame = await element.contentFrame();
  await frame.waitForSelector('main h1');
  await page.waitForTimeout(800);
  assert.equal(await page.evaluate(() => document.getElementById('moi').high), 0);
  assert.ok(await frame.locator('.entries a').first().isVisible(), 'it is shown all the same, at a height of its own');
});

visit('the place is mirrored in one key of the address, and Back goes through it', {}, async ({ page, site }) => {
  await page.goto(`${site.url}?muc=tin#dau-trang`);
  const frame = await shown(page, 'moi');
  const title = await frame.locator('.entry-title a').first().textContent();
  await frame.locator('.entry-title a').first().click();
  await frame.locator('main h1', { hasText: title }).waitFor();
  await page.waitForFunction(() => new URL(location.href).searchParams.get('kho')?.startsWith('/bai/'));
  const url = new URL(page.url());
  assert.deepEqual([url.searchParams.get('muc'), url.hash], ['tin', '#dau-trang'], 'the rest of the address is the page\'s');
  await level(page, 'moi', frame);
  assert.ok(await frame.locator('.can-share').isVisible(), 'the element gives it the clipboard');
  await page.goBack();
  await frame.locator('main h1', { hasText: 'Bài mới trong kho' }).waitFor();
  await page.waitForFunction(() => !new URL(location.href).searchParams.has('kho'));
  // A link to that address opens that place.
  await page.goto('about:blank');
  await page.goto(url.href);
  const again = await shown(page, 'moi');
  await again.locator('main h1', { hasText: title }).waitFor();
  // A forged one does not.
  await page.goto('about:blank');
  await page.goto(`${site.url}?kho=${encodeURIComponent('javascript:alert(1)')}`);
  const safe = await shown(page, 'moi');
  assert.equal(await safe.evaluate(() => location.hash), '#/moi');
});

visit('every view stands alone, on a phone too, in the theme and language that are asked for', {
  size: PHONE,
  pages: (archive) => ({
    'mau.html': `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><script src="${archive}embed.js"></script><bien-nien id="mot"></bien-nien>`,
  }),
}, async ({ page, site, archive }) => {
  await page.goto(`${site.url}mau.html`);
  for (const [attributes, hash] of [
    [{ view: 'home' }, '#/'],
    [{ view: 'hom-nay', theme: 'dark', lang: 'en' }, '#/hom-nay'],
    [{ view: 'coming' }, '#/sap-toi'],
    [{ view: 'don-vi', unit: 'huyen-song-lo' }, '#/don-vi/huyen-song-lo'],
    [{ view: 'timeline' }, '#/dong-thoi-gian'],
    [{ view: 'tim' }, '#/tim'],
    [{ view: 'latest', unit: 'huyen-song-lo' }, '#/moi?dv=huyen-song-lo'],
  ]) {
    await page.evaluate(async (attributes) => {
      document.getElementById('mot')?.remove();
      const one = document.createElement('bien-nien');
      one.id = 'mot';
      for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
      document.body.append(one);
    }, { src: archive.url, ...attributes });
    const frame = await shown(page, 'mot');
    assert.equal(await frame.evaluate(() => location.hash), hash);
    await fits(frame, hash);
    if (attributes.theme) {
      assert.deepEqual(await frame.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.lang]), ['dark', 'en']);
    }
  }
  // Enter in the search box of a frame whose sandbox has no forms.
  await page.evaluate((src) => {
    document.getElementById('mot').remove();
    const one = document.body.appendChild(document.createElement('bien-nien'));
    one.id = 'mot';
    one.setAttribute('src', src);
    one.setAttribute('view', 'tim');
  }, archive.url);
  const frame = await shown(page, 'mot');
  await frame.locator('#search-page-box').fill('dân vận');
  await frame.locator('.results > li').first().waitFor();
});

visit('a plain frame works without the script', {
  pages: (archive) => ({ 'khung.html': `<!doctype html><meta charset="utf-8"><title>x</title><iframe id="k" width="400" height="500" title="Kho bài" src="${archive}?nhung=1&amp;ngay=${DAY}#/sap-toi"></iframe>` }),
}, async ({ page, site }) => {
  await page.goto(`${site.url}khung.html`);
  const frame = await (await page.locator('#k').elementHandle()).contentFrame();
  await frame.locator('.day-row').first().waitFor();
  assert.ok(await frame.locator('.topbar').isHidden());
  assert.equal(await frame.locator('.day-today').count(), 1);
  // It was not given the clipboard or the sharing sheet, so it does not offer them.
  await frame.evaluate(() => (location.hash = '#/moi'));
  await frame.locator('.entry-title a').first().click();
  await frame.locator('.article-tools').waitFor();
  assert.equal(await frame.locator('.can-share').count(), 1);
  assert.ok(await frame.locator('.can-share').isHidden());
});

visit('on its own origin it claims no sandbox, and still believes only its own frame', {
  changes: [['trang.html', { body: '<!doctype html><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,"><script src="embed.js"></script><bien-nien id="mot" view="moi"></bien-nien>' }]],
}, async ({ page, archive }) => {
  await page.goto(`${archive.url}trang.html`);
  const frame = await shown(page, 'mot');
  assert.equal(await page.evaluate(() => document.getElementById('mot').shadowRoot.querySelector('iframe').hasAttribute('sandbox')), false);
  const before = await measured(page, 'mot', frame);
  await page.evaluate(() => window.postMessage({ v: 1, id: document.getElementById('mot').name, t: 'height', h: 5000 }, location.origin));
  await page.waitForTimeout(300);
  assert.deepEqual(await measured(page, 'mot', frame), before);
});

visit('an archive that does not come leaves the link that the page has', {
  changes: [['index.html', { missing: true }], ['', { missing: true }]],
}, async ({ page, site, seen }) => {
  await page.clock.install();
  await page.goto(site.url);
  await page.waitForTimeout(500);
  await page.clock.fastForward(25_000);
  const link = page.locator('#moi a');
  await link.waitFor({ state: 'visible' });
  seen.errors.length = 0;
});
