// What the articles tell, by kind; and the days of reference, which stand apart from it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { accessible, drawn, fits, journey, tabTo, useBrowser, DESK, PHONE } from './harness.mjs';

useBrowser();

const main = (page) => page.getByRole('main');
const heading = (page, name) => main(page).getByRole('heading', { level: 1, name });

journey('a figure leads to its sentence in the article, by keyboard alone', { size: DESK }, async ({ page, open }) => {
  await open('#/dieu-neu');
  await tabTo(page, main(page).getByRole('link', { name: 'Số liệu' }));
  await page.keyboard.press('Enter');
  await heading(page, 'Số liệu').waitFor();
  await drawn(page);
  for (const figure of ['94,2%', '4/6 nhiệm vụ', '66 điển hình', '99 đảng viên mới']) {
    await main(page).locator('mark', { hasText: figure }).first().waitFor();
  }
  const marks = await main(page).locator('mark').allInnerTexts();
  // How often a page was read (162, 68), years counted and numbers of documents are no figures.
  assert.ok(!marks.some((words) => /^(162|68|90|72|05|26)\b/.test(words)), marks.join(' | '));
  await tabTo(page, main(page).getByRole('link', { name: 'Tỷ lệ', exact: true }));
  await page.keyboard.press('Enter');
  await main(page).locator('.chips [aria-current]', { hasText: 'Tỷ lệ' }).waitFor();
  await drawn(page);
  const link = main(page).locator('blockquote.quote a', { hasText: '94,2%' }).first();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.classList.contains('proof'));
  assert.match((await page.locator('.proof').allInnerTexts()).join(''), /94,2%/);
  await page.goBack();
  await main(page).locator('.chips [aria-current]', { hasText: 'Tỷ lệ' }).waitFor();
});

journey('every kind of what is told, on a phone', { size: PHONE, touch: true }, async ({ page, open }) => {
  for (const word of ['dieu-neu', 'ky-niem', 'nguoi', 'chuong-trinh', 'van-ban', 'ngay-trong-nam', 'dai-hoi', 'khen-thuong', 'loi-trich', 'so-lieu']) {
    await open(`#/${word}`);
    await main(page).locator('.entries .entry, .state-empty, .reference-day').first().waitFor();
    await accessible(page, word);
    await fits(page, word);
  }
  await open('#/dai-hoi');
  await main(page).getByRole('link', { name: /lần thứ XIV/ }).first().tap();
  await main(page).locator('blockquote.quote a').first().waitFor();
  await accessible(page, 'a congress');
});

journey('days of reference are apart, can be hidden, and stay so', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/hom-nay', '2026-11-10');
  const reference = main(page).locator('section.reference');
  await reference.getByRole('link', { name: 'Ngày Nhà giáo Việt Nam' }).waitFor();
  await reference.locator('.reference-day', { hasText: 'Nhà giáo' }).locator('summary').tap();
  await reference.getByText('167-HĐBT').waitFor();
  assert.equal(await main(page).locator('.days', { hasText: 'Nhà giáo' }).count(), 0, 'not among what articles tell');
  await accessible(page, 'days of reference');
  await fits(page, 'days of reference');
  await open('#/lich', '2026-11-10');
  await page.locator('.grid-cited').first().waitFor();
  await main(page).getByRole('button', { name: 'Ẩn ngày tham chiếu' }).tap();
  await main(page).getByRole('button', { name: 'Hiện ngày tham chiếu' }).waitFor();
  assert.equal(await page.locator('.grid-cited').count(), 0);
  await open('#/hom-nay', '2026-11-10');
  await main(page).getByRole('button', { name: 'Hiện ngày tham chiếu' }).waitFor();
  assert.equal(await reference.getByRole('link').count(), 0);
  await open('#/cai-dat');
  await main(page).getByLabel(/^Hiện, tách riêng/).check();
  await open('#/lich', '2026-11-10');
  await page.locator('.grid-cited').first().waitFor();
});

journey('a lunar day saved for the reader’s calendar, read by two programs', {}, async ({ page, open }) => {
  await open('#/ngay-trong-nam');
  await tabTo(page, main(page).getByRole('link', { name: 'Giỗ Tổ Hùng Vương' }));
  await page.keyboard.press('Enter');
  await heading(page, 'Giỗ Tổ Hùng Vương').waitFor();
  await main(page).getByText('10/3 âm lịch hằng năm').waitFor();
  const button = page.getByRole('button', { name: 'Thêm mười năm tới vào lịch' });
  await tabTo(page, button);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const text = await readFile(await download.path(), 'utf8');
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const one = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).startDate.toString()).sort();
  const two = Object.values(nodeIcal.sync.parseICS(text)).filter((event) => event.type === 'VEVENT')
    .map(({ start }) => [start.getFullYear(), start.getMonth() + 1, start.getDate()].map((n) => String(n).padStart(2, '0')).join('-')).sort();
  assert.deepEqual(one, two, 'two programs read the same days');
  assert.equal(one.length, 10);
  // The tenth of the third lunar month, as published.
  assert.deepEqual(one.slice(0, 4), ['2027-04-16', '2028-04-04', '2029-04-23', '2030-04-12']);
});
