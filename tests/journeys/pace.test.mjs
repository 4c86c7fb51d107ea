// A slow device: an answer is drawn when the keys pause, part by part, and nothing of an older one. How
// slow a device is the viewer takes from its clock, which here runs on whenever it is read.

import assert from 'node:assert/strict';
import { journey, useBrowser, PHONE } from './harness.mjs';

useBrowser();

/** By the page's own clock every step takes long. */
function slow() {
  const now = Date.now.bind(Date);
  let late = 0;
  Date.now = () => now() + (late += 30);
}

/** Notes each state of the results: how many, how many places are kept, and whether they answer the box. */
function watch() {
  window.drawn = [];
  const look = () => {
    const box = document.querySelector('#search-page-box');
    const links = [...document.querySelectorAll('main .result-title a')];
    if (!box || links.length === 0) return;
    const texts = new Set(links.map((link) => new URLSearchParams(link.hash.split('?')[1]).get('q')));
    const kept = document.querySelectorAll('main .result-later').length;
    const state = { texts: [...texts], links: links.length, kept, box: box.value };
    const before = window.drawn.at(-1);
    if (JSON.stringify([before?.texts, before?.links, before?.kept]) !== JSON.stringify([state.texts, state.links, state.kept])) {
      window.drawn.push(state);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
}

/** What a page begins with on a slow device. */
const SLOW = `(${watch})();(${slow})();`;

const box = (page) => page.getByRole('main').getByRole('combobox').first();
/** Waits until the results answer these words, all of them. */
const answered = (page, words) =>
  page.waitForFunction((words) => {
    const last = window.drawn.at(-1);
    return last?.kept === 0 && last.texts.length === 1 && last.texts[0] === words;
  }, words);

journey('a slow device draws an answer part by part, and in the end all of it', { size: PHONE, touch: true, init: SLOW }, async ({ page, open }) => {
  await open('#/tim');
  await box(page).fill('huyen uy');
  await answered(page, 'huyen uy');
  await box(page).fill('dan van');
  await answered(page, 'dan van');
  const states = await page.evaluate(() => window.drawn.filter(({ texts }) => texts.includes('dan van')));
  const [first, last] = [states[0], states.at(-1)];
  assert.deepEqual([first.links, first.kept > 0], [3, true], 'the first part keeps the places of the rest');
  assert.equal(last.links, first.links + first.kept, 'all results come');
  assert.ok(states.every(({ links, kept }) => links + kept === last.links), 'nothing below moves up meanwhile');
  await box(page).press('Escape');
  await page.getByRole('main').getByText('Sắp xếp và lọc').tap();
  await page.getByRole('main').getByRole('group', { name: 'Đơn vị' }).getByRole('checkbox').first().waitFor();
});

journey('what is drawn while one types answers what stands in the box', { size: PHONE, touch: true, init: SLOW }, async ({ page, open }) => {
  await open('#/tim');
  await box(page).fill('dân vận');
  await answered(page, 'dân vận');
  await page.evaluate(() => window.drawn.splice(0));
  await box(page).fill('');
  await box(page).pressSequentially('dan van kheo 2020', { delay: 45 });
  await answered(page, 'dan van kheo 2020');
  const states = await page.evaluate(() => window.drawn);
  for (const { texts, box } of states) assert.deepEqual(texts, [box.trim()], 'a newer key leaves an older answer undrawn');
});

journey('a quick device draws an answer in one go', { size: PHONE, touch: true, init: `(${watch})();` }, async ({ page, open }) => {
  // A clock that stands still: nothing takes any time.
  await page.addInitScript(() => (Date.now = () => 1_000_000));
  await open('#/tim');
  for (const words of ['huyen uy', 'dan van']) {
    await box(page).fill(words);
    await answered(page, words);
  }
  const states = await page.evaluate(() => window.drawn);
  assert.ok(states.length > 0 && states.every(({ kept }) => kept === 0));
});
