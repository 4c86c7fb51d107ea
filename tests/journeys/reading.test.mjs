// Reading an article: notes beside their sentences, how far there is to go, links to paragraphs, other
// articles with the reason, and going on where one stopped. None of it moves the text.

import assert from 'node:assert/strict';
import { accessible, drawn, fits, journey, useBrowser, DESK, KIOSK, PHONE } from './harness.mjs';
import { articles } from './archive.mjs';

useBrowser();

/** The longest article of the sample: five and more minutes, eleven facts. */
async function longest() {
  const list = await articles();
  return list.reduce((a, b) => (a.words > b.words ? a : b));
}

const here = (page) => page.locator('.article:not(.is-bare)').waitFor();

journey('notes stand beside the sentences that they come from', { size: DESK }, async ({ page, open }) => {
  const { id } = await longest();
  await open(`#/bai/${id}`);
  await here(page);
  const notes = page.locator('.note');
  assert.ok((await notes.count()) > 3, 'the article tells of several things');
  await page.waitForFunction(() => [...document.querySelectorAll('.note')].some((note) => note.style.marginTop));
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('.note')].map((note) => {
      const number = note.querySelector('.note-number').textContent;
      const word = document.querySelector(`.mention[data-note="${number}"]`);
      const { top, bottom, left } = note.getBoundingClientRect();
      const block = word?.closest('[id^=doan-]').getBoundingClientRect();
      return { number, top, bottom, left, block: block && { top: block.top, right: block.right } };
    }),
  );
  for (const [at, place] of places.entries()) {
    assert.equal(place.number, String(at + 1), 'numbers follow each other');
    if (at > 0) assert.ok(place.top >= places[at - 1].bottom - 1, `note ${place.number} lies over another`);
    if (!place.block) continue;
    assert.ok(place.left >= place.block.right, 'notes stand in the margin');
    assert.ok(place.top >= place.block.top - 1, `note ${place.number} stands above its paragraph`);
  }
  // What is copied is the article, without the numbers of notes.
  const copied = await page.evaluate(() => document.querySelector('#doan-1 .mention').textContent);
  assert.doesNotMatch(copied, /\d$/);
  await accessible(page, 'an article with notes');
});

journey('on a phone the notes are a list under the text', { size: PHONE, touch: true }, async ({ page, open }) => {
  const { id } = await longest();
  await open(`#/bai/${id}`);
  await here(page);
  const text = await page.locator('.article-text').boundingBox();
  const note = await page.locator('.note').first().boundingBox();
  assert.ok(note.y > text.y + text.height, 'notes come after the text');
  assert.equal(await page.locator('.note[style*=margin]').count(), 0);
  await page.locator('.note .told-place').first().click();
  await page.locator('.proof').first().waitFor();
  await fits(page, 'an article with notes on a phone');
});

journey('what comes later moves nothing that is read', { size: PHONE, touch: true }, async ({ page, open }) => {
  const { id } = await longest();
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // The wing comes a second late.
  await page.route('**/beside-*', async (route) => {
    await new Promise((done) => setTimeout(done, 1000));
    await route.continue();
  });
  await open('#/');
  await page.evaluate(() => { window.shifts = []; });
  await page.evaluate((place) => { location.hash = place; }, `#/bai/${id}`);
  await page.locator('#doan-1').waitFor();
  await page.evaluate(() => { window.shifts = []; });
  await here(page);
  await page.waitForTimeout(300);
  const shift = await page.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));
  assert.ok(shift < 0.01, `the page shifted by ${shift}`);
});

journey('without what stands beside it an article is read all the same', { expects: [/Failed to load resource/, /ERR_FAILED/] }, async ({ page, open }) => {
  const { id } = await longest();
  await page.route('**/beside-*', (route) => route.abort());
  await open(`#/bai/${id}`);
  await page.getByRole('alert').waitFor();
  assert.ok((await page.locator('.article-text > p').count()) > 3);
  await page.unroute('**/beside-*');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await here(page);
  await page.locator('.article-tools').waitFor();
});

journey('how far there is to go', { size: PHONE, touch: true }, async ({ page, open }) => {
  const { id } = await longest();
  await open(`#/bai/${id}`);
  await here(page);
  const left = page.locator('.read-left');
  const share = () => page.locator('.read-line').evaluate((line) => Number(line.style.getPropertyValue('--read')));
  const minutes = async () => Number(/còn (\d+) phút/.exec(await left.textContent())?.[1] ?? 0);
  const first = await share();
  const all = Number(/đọc khoảng (\d+) phút/.exec(await page.locator('main').textContent())?.[1] ?? 0);
  assert.ok(all >= 2, `${all} minutes`);
  assert.equal(await left.textContent(), '', 'not yet: the head of the article says it');
  await page.locator('#doan-8').evaluate((block) => block.scrollIntoView());
  await page.waitForFunction((first) => Number(document.querySelector('.read-line').style.getPropertyValue('--read')) > first, first);
  await page.waitForFunction(() => document.querySelector('.read-left').textContent);
  assert.ok((await minutes()) < all, 'fewer minutes are left');
  await page.locator('.article-byline, .article-text > :last-child').last().evaluate((block) => block.scrollIntoView());
  await page.waitForFunction(() => document.querySelector('.read-left').textContent === '');
});

journey('one goes on where one stopped', { size: PHONE, touch: true }, async ({ page, open }) => {
  const { id } = await longest();
  await open(`#/bai/${id}`);
  await here(page);
  assert.equal(await page.getByText('Lần trước bạn dừng').count(), 0, 'a first visit is offered nothing');
  await page.locator('#doan-6').evaluate((block) => block.scrollIntoView({ block: 'start' }));
  await page.waitForFunction(() => localStorage.getItem('bien-nien:reading'));
  await open('#/');
  await open(`#/bai/${id}`);
  await page.getByText(/Lần trước bạn dừng ở đoạn \d/).waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0, 'offered, not forced');
  await page.getByRole('button', { name: 'Đọc tiếp' }).click();
  await page.waitForFunction(() => scrollY > 300);
  await page.getByText('Lần trước bạn dừng').waitFor({ state: 'detached' });
});

journey('in a hall nobody learns where another stopped', { size: KIOSK }, async ({ page, site }) => {
  const { id } = await longest();
  await page.goto(`${site.url}?kiosk=1&ngay=2026-10-14#/bai/${id}`);
  await here(page);
  await page.locator('#doan-6').evaluate((block) => block.scrollIntoView({ block: 'start' }));
  await page.waitForTimeout(800);
  assert.equal(await page.evaluate(() => localStorage.getItem('bien-nien:reading')), null);
});

journey('related articles say why, neighbours say when', {}, async ({ page, open }) => {
  const { id } = await longest();
  await open(`#/bai/${id}`);
  await here(page);
  const entries = page.locator('.related .entry');
  await entries.first().waitFor();
  for (const why of await page.locator('.related .related-why').allTextContents()) {
    assert.match(why, /cùng (nói về|đơn vị|tên bài)|sự kiện cùng ngày/);
  }
  const own = await page.locator('h1').textContent();
  assert.ok(!(await entries.locator('a').allTextContents()).includes(own), 'not itself');
  assert.match(await page.locator('.article-nav').textContent(), /Bài (trước|sau) · \d/);
  await entries.locator('a').first().click();
  await drawn(page);
  await page.waitForFunction((own) => document.querySelector('h1').textContent !== own, own);
});

journey('the link to a paragraph is copied, and opens there', {}, async ({ page, open, context }) => {
  const { id } = await longest();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(`#/bai/${id}`);
  await here(page);
  await page.evaluate(() => { navigator.share = undefined; });
  await page.locator('#doan-3 .paragraph-link').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Đã chép liên kết đến đoạn 3.').waitFor();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(url, /\/d\/3$/);
  await page.goto(url);
  await drawn(page);
  await page.locator('#doan-3.is-target').waitFor();
  assert.ok(await page.locator('#doan-3').isVisible());
});

journey('numbers stay with their words, and the text is the source', {}, async ({ page, open }) => {
  const { id } = await longest();
  await open(`#/bai/${id}`);
  const held = page.locator('.article-text .held');
  assert.ok((await held.count()) > 0);
  for (const pair of await held.allTextContents()) assert.match(pair, /^\S+ \S+$/);
  const heights = await held.evaluateAll((all) => all.map((pair) => pair.getClientRects().length));
  assert.ok(heights.every((lines) => lines === 1), 'on one line each');
});
