// From a day to the sentence that says so, and back: today, the timeline, the calendar.

import assert from 'node:assert/strict';
import { accessible, drawn, journey, tabTo, useBrowser, DAY, DESK, PHONE } from './harness.mjs';
import { chronicle } from './archive.mjs';

useBrowser();

const MOBILISATION = /công tác dân vận của Đảng/i;
const main = (page) => page.getByRole('main');
const heading = (page, name) => main(page).getByRole('heading', { level: 1, name });
const { anniversaries } = await chronicle();
const found = anniversaries.find(({ id }) => id === '1930-10-15-dan-van');

/** The sentence of a fact is in sight, marked, and has the focus. */
async function proven(page) {
  const proof = page.locator('.proof').first();
  await proof.waitFor();
  await page.waitForFunction(() => document.activeElement?.classList.contains('proof'));
  const inSight = await proof.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top < window.innerHeight && bottom > 0;
  });
  assert.ok(inSight, 'the sentence is on the screen');
  return page.locator('.proof').allInnerTexts().then((texts) => texts.join(''));
}

const plain = (text) => text.replace(/\s+/g, ' ').trim();

journey('today, an anniversary, its sentence in an article, and back, by touch', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/hom-nay');
  await main(page).getByRole('link', { name: MOBILISATION }).first().tap();
  await heading(page, MOBILISATION).waitFor();
  const quote = page.locator('blockquote.quote a').first();
  const words = plain(await quote.innerText());
  await quote.scrollIntoViewIfNeeded();
  await quote.tap();
  assert.ok(plain(await proven(page)).includes(words.slice(0, 40)), 'the very sentence that was quoted');
  await accessible(page, 'an article at a sentence');
  await page.goBack();
  await drawn(page);
  await heading(page, MOBILISATION).waitFor();
});

journey('today, an anniversary, its sentence in an article, and back, by keyboard alone', { size: DESK }, async ({ page, open }) => {
  await open('#/hom-nay');
  await tabTo(page, main(page).getByRole('link', { name: MOBILISATION }).first());
  await page.keyboard.press('Enter');
  await heading(page, MOBILISATION).waitFor();
  await drawn(page);
  const quote = page.locator('blockquote.quote a').first();
  const words = plain(await quote.innerText());
  await tabTo(page, quote);
  await page.keyboard.press('Enter');
  assert.ok(plain(await proven(page)).includes(words.slice(0, 40)), 'the very sentence that was quoted');
  await page.goBack();
  await heading(page, MOBILISATION).waitFor();
});

journey('how the founding is known leads to its sentence, by keyboard alone', {}, async ({ page, open }) => {
  await open(`#/ky-niem/${found.id}`);
  await heading(page, MOBILISATION).waitFor();
  const known = main(page).locator('header details.known summary');
  await known.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'A');
  await page.keyboard.press('Enter');
  const { source } = found.founding;
  const words = plain(await proven(page));
  assert.ok(words.length > 0 && plain(source.quote).includes(words), `“${words}” is of “${source.quote}”`);
});

journey('the timeline’s 1930s, an anniversary, an article, and back to the same place', { size: DESK }, async ({ page, open }) => {
  await open('#/dong-thoi-gian');
  const step = page.getByRole('navigation', { name: 'Đến thập niên' }).getByRole('button', { name: /^1930/ });
  await step.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'thap-nien-1930');
  assert.equal(await page.locator('.band [aria-current="true"]').count(), 1, 'the band says where one is');
  const entry = main(page).locator(`a[href="#/ky-niem/${found.id}"]`).first();
  await entry.focus();
  await page.waitForTimeout(300);
  const top = await page.evaluate(() => window.scrollY);
  await page.keyboard.press('Enter');
  await heading(page, MOBILISATION).waitFor();
  await drawn(page);
  await tabTo(page, page.locator('blockquote.quote a').first());
  await page.keyboard.press('Enter');
  await proven(page);
  await page.goBack();
  await heading(page, MOBILISATION).waitFor();
  await page.goBack();
  await heading(page, 'Dòng thời gian').waitFor();
  await page.waitForFunction((top) => Math.abs(window.scrollY - top) <= 40, top);
});

journey('the past week is told on the page of a day', {}, async ({ page, open }) => {
  await open('#/hom-nay', '2026-10-17');
  const week = main(page).locator('section').filter({ has: page.getByRole('heading', { name: 'Bảy ngày qua' }) });
  await week.getByRole('link', { name: MOBILISATION }).waitFor();
  await week.getByText('2 ngày trước').waitFor();
});

journey('the calendar of a month, by keyboard', {}, async ({ page, open }) => {
  await open('#/hom-nay');
  await main(page).getByRole('link', { name: 'Lịch tháng' }).click();
  await heading(page, 'Tháng 10 năm 2026').waitFor();
  const today = page.locator('[aria-current="date"]');
  assert.match(await today.getAttribute('href'), new RegExp(DAY));
  // 14 October 2026 is the 5th of the ninth lunar month.
  assert.equal(await today.locator('.grid-lunar').innerText(), '5');
  await today.focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'ngay-2026-10-15');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'ngay-2026-10-22');
  await page.keyboard.press('PageDown');
  await heading(page, 'Tháng 11 năm 2026').waitFor();
  await page.goBack();
  await heading(page, 'Tháng 10 năm 2026').waitFor();
  await page.getByRole('table').getByRole('link', { name: MOBILISATION }).click();
  await heading(page, MOBILISATION).waitFor();
});

journey('the calendar of a month and a year, by touch', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/lich');
  await heading(page, 'Tháng 10 năm 2026').waitFor();
  await main(page).getByRole('link', { name: /Tháng trước/ }).tap();
  await heading(page, 'Tháng 9 năm 2026').waitFor();
  await main(page).getByRole('link', { name: 'Tháng này' }).tap();
  await heading(page, 'Tháng 10 năm 2026').waitFor();
  await main(page).getByRole('link', { name: 'Năm 2026' }).tap();
  await heading(page, 'Năm 2026').waitFor();
  assert.equal(await page.getByRole('table').count(), 12);
  await page.getByRole('table').getByRole('link', { name: /^15\s*, 1 ngày kỷ niệm/ }).first().tap();
  await heading(page, /15 tháng 10 năm 2026/).waitFor();
});
