// The timeline of an archive that is large and reaches far back: what is drawn of it, what stays where it
// is, and how one comes back to it. The sample's own is in chronicle.test.mjs.

import assert from 'node:assert/strict';
import { accessible, drawn, journey, useBrowser, DESK, PHONE } from './harness.mjs';

useBrowser();

const FIRST = 1890;
const MOST = 300;
const article = (published, title) => ({ title, published, text: `${title}.` });
const day = (year, n) => `${year}-${String(1 + ((n * 7) % 12)).padStart(2, '0')}-${String(1 + ((n * 5) % 28)).padStart(2, '0')}`;
const SET = {
  schema: 1,
  title: 'Kho dài ngày',
  language: 'vi',
  articles: [
    ...Array.from({ length: 274 }, (_, n) => article(day(FIRST + (n % 137), n), `Tin cũ số ${n}`)),
    ...Array.from({ length: 25 }, (_, n) => article(day(2026, n), `Tin mới số ${n}`)),
  ],
};

const long = (size, touch = false) => ({ size, touch, changes: [['archive.json', { body: JSON.stringify(SET) }]] });
const main = (page) => page.getByRole('main');
const decade = (page, start) => page.locator(`#thap-nien-${start}`);
const isOpen = (locator) => locator.getAttribute('aria-expanded').then((value) => value === 'true');
const top = (locator) => locator.evaluate((node) => node.getBoundingClientRect().top);
const size = (page) => page.evaluate(() => document.querySelectorAll('main *').length);

journey('a long timeline is drawn in part, whatever is open', long(PHONE, true), async ({ page, open }) => {
  await open('#/dong-thoi-gian');
  await decade(page, 2020).waitFor();
  assert.ok((await size(page)) <= MOST);
  await accessible(page, 'a long timeline');
  for (const start of [1950, 1910, 2010]) {
    await decade(page, start).tap();
    await page.waitForFunction((start) => document.getElementById(`thap-nien-${start}`).ariaExpanded === 'true', start);
    await drawn(page);
    assert.ok((await size(page)) <= MOST, `${await size(page)} elements with ${start} open`);
  }
  assert.equal(await page.locator('.decade-title [aria-expanded="true"]').count(), 1);
});

journey('what is pressed stays under the finger when what was open above shuts', long(PHONE, true), async ({ page, open }) => {
  await open('#/dong-thoi-gian');
  const older = decade(page, 1960);
  await older.scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  const before = await top(older);
  await older.evaluate((node) => node.click());
  await page.waitForFunction(() => document.getElementById('thap-nien-1960').ariaExpanded === 'true');
  await drawn(page);
  assert.ok(!(await isOpen(decade(page, 2020))), 'the one above is shut');
  assert.ok(Math.abs((await top(older)) - before) <= 2, `from ${before} to ${await top(older)}`);
});

journey('a long year is turned over; every entry says which of how many it is', long(DESK), async ({ page, open }) => {
  await open('#/dong-thoi-gian');
  const entries = page.locator('.timeline-list .entry');
  await entries.first().waitFor();
  const all = await entries.first().getAttribute('aria-setsize');
  assert.deepEqual([await entries.first().getAttribute('aria-posinset'), Number(all) >= 25], ['1', true]);
  const titles = () => entries.getByRole('link').allTextContents();
  const newest = await titles();
  await main(page).getByRole('button', { name: 'Cũ hơn' }).click();
  await page.waitForFunction(() => document.querySelector('.timeline-list .entry').getAttribute('aria-posinset') === '11');
  const next = await titles();
  assert.ok(next.every((title) => !newest.includes(title)), 'other entries');
  await main(page).getByRole('button', { name: 'Mới hơn' }).click();
  await page.waitForFunction(() => document.querySelector('.timeline-list .entry').getAttribute('aria-posinset') === '1');
  assert.deepEqual(await titles(), newest);
});

journey('what lies before twelve decades has an address of its own', long(DESK), async ({ page, open }) => {
  await open('#/dong-thoi-gian');
  const before = main(page).getByRole('heading', { name: /^Trước 1910/ }).getByRole('link');
  await before.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#/dong-thoi-gian?den=1909');
  await decade(page, 1900).waitFor();
  assert.ok(await decade(page, 1890).isVisible());
  assert.equal(await decade(page, 1910).count(), 0);
  await accessible(page, 'what lies before');
  await main(page).getByRole('link', { name: 'Xem tất cả' }).click();
  await decade(page, 2020).waitFor();
});

journey('Back finds the decade, the year and the place', long(PHONE, true), async ({ page, open }) => {
  await open('#/dong-thoi-gian');
  await decade(page, 1930).tap();
  await page.waitForFunction(() => document.getElementById('thap-nien-1930').ariaExpanded === 'true');
  await page.locator('#nam-1934').tap();
  const link = page.locator('section.year').filter({ has: page.locator('#nam-1934') }).getByRole('link').first();
  await link.waitFor();
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const [title, scroll] = [await link.textContent(), await page.evaluate(() => window.scrollY)];
  await link.tap();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.goBack();
  await decade(page, 1930).waitFor();
  assert.ok((await isOpen(decade(page, 1930))) && (await isOpen(page.locator('#nam-1934'))), 'what was open is open');
  await page.waitForFunction((scroll) => Math.abs(window.scrollY - scroll) <= 40, scroll);
});
