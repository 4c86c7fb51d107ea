// The main pages as they were looked at one by one, against what the site draws now. A few letters drawn
// by another version of the font's renderer do not matter; a block that moved does.
//
//   UPDATE_VISUAL=1 node --test visual.test.mjs   takes the pictures anew: look at each before it is kept.
//
// What differs is written to target/visual. Pictures are small on purpose: grey, a quarter of the screen's pixels.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { begin, useBrowser, DESK, KIOSK, PHONE } from './harness.mjs';
import { article, chronicle, units } from './archive.mjs';
import { compare, shrink, toPng, fromPng } from './lib/picture.mjs';

const browser = useBrowser();

const PICTURES = fileURLToPath(new URL('./visual', import.meta.url));
const OUT = join(process.env.BIEN_NIEN_OUT ?? '../../target', 'visual');
/** Most of a picture that may differ: letters do by less, and any block that moved by more. */
const MOST = 0.02;

const kept = (text) => `localStorage.setItem('bien-nien:settings', '${text}')`;
const DRESSES = {
  phone: { size: PHONE, touch: true },
  desk: { size: DESK },
  dark: { size: PHONE, touch: true, dark: true },
  contrast: { size: PHONE, touch: true, init: kept('light 100 vi more') },
  kiosk: { size: KIOSK, touch: true, query: '&kiosk=1' },
};

const { id } = await article('000');
const { anniversaries } = await chronicle();
const lost = (await units()).find((unit) => unit.successors?.length);
const PAGES = {
  home: '#/',
  article: `#/bai/${id}`,
  results: '#/tim?q=d%C3%A2n%20v%E1%BA%ADn',
  timeline: '#/dong-thoi-gian',
  anniversary: `#/ky-niem/${anniversaries[0].id}`,
  unit: `#/don-vi/${lost.id}`,
  settings: '#/cai-dat',
};
/** What stands on a page when all that it waits for is here. */
const ARRIVED = { article: '.actions', results: '.result-title a', timeline: '.entry-title a', unit: 'svg' };
/** Not every page in every dress: those in which it may look wrong by itself. */
const SHOTS = [
  ...Object.keys(PAGES).map((page) => [page, 'phone']),
  ...['home', 'article', 'results', 'timeline', 'unit'].map((page) => [page, 'desk']),
  ...['home', 'article', 'timeline'].map((page) => [page, 'dark']),
  ...['home', 'article'].map((page) => [page, 'contrast']),
  ...['home', 'article'].map((page) => [page, 'kiosk']),
];

for (const [page, dress] of SHOTS) {
  const name = `${page}-${dress}`;
  test(`${name} looks as it was seen`, { timeout: 120_000 }, async () => {
    const { query = '', ...options } = DRESSES[dress];
    const visit = await begin(browser(), options);
    try {
      const shot = await taken(visit, page, query);
      const file = join(PICTURES, `${name}.png`);
      if (process.env.UPDATE_VISUAL) {
        await mkdir(PICTURES, { recursive: true });
        await writeFile(file, toPng(shot));
        return;
      }
      const wanted = fromPng(await readFile(file));
      const { share, marked } = compare(wanted, shot);
      if (share > MOST) {
        await mkdir(OUT, { recursive: true });
        await writeFile(join(OUT, `${name}-now.png`), toPng(shot));
        await writeFile(join(OUT, `${name}-differs.png`), toPng(marked));
      }
      assert.ok(share <= MOST, `${(share * 100).toFixed(1)} % differ, of ${MOST * 100} %: see ${OUT}/${name}-*.png`);
    } finally {
      await visit.end();
    }
  });
}

/** Small as it is, a hall's screen once more half as wide. */
const smaller = (visit, picture) => (visit.page.viewportSize().width === KIOSK.width ? shrink(picture) : picture);

/** The screen, when nothing on it changes any more. */
async function taken(visit, page, query) {
  const { page: tab, site } = visit;
  await tab.goto(`${site.url}?ngay=2026-10-14${query}${PAGES[page]}`);
  await tab.getByRole('heading', { level: 1 }).first().waitFor();
  if (ARRIVED[page]) await tab.getByRole('main').locator(ARRIVED[page]).first().waitFor({ state: 'attached' });
  await tab.waitForFunction(() => !document.querySelector('.state-loading, .skeleton-line'));
  await tab.evaluate(() => document.fonts.ready);
  let before = '';
  for (let tries = 0; tries < 20; tries += 1) {
    const shot = await tab.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
    const now = createHash('sha256').update(shot).digest('hex');
    // A hall's screen is nine phones large.
    if (now === before) return smaller(visit, shrink(fromPng(shot)));
    before = now;
    await tab.waitForTimeout(300);
  }
  return assert.fail(`${page} never comes to rest`);
}
