// The day: what home says on a full day, on an empty month, and in English.

import assert from 'node:assert/strict';
import { accessible, fits, journey, useBrowser, PHONE } from './harness.mjs';

useBrowser();

const main = (page) => page.getByRole('main');

journey('home names the days to come with the years they count', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/');
  await main(page).getByRole('heading', { level: 1, name: /14/ }).waitFor();
  await main(page).getByRole('link', { name: /dân vận của Đảng/i }).first().waitFor();
  // 1930 to 2026.
  await main(page).getByText(/96/).first().waitFor();
});

journey('a month without anniversaries says so', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/', '2026-03-03');
  await main(page).getByText('Ba mươi ngày tới không có ngày kỷ niệm nào').first().waitFor();
  await accessible(page, 'home on a quiet day');
  await fits(page, 'home on a quiet day');
});

journey('an anniversary is counted to the year in its address', {}, async ({ page, open }) => {
  await open('#/');
  await main(page).getByRole('link', { name: /dân vận của Đảng/i }).first().click();
  await main(page).getByRole('heading', { level: 1, name: /dân vận của Đảng/i }).waitFor();
  const place = page.url().replace(/\?nam=\d+$/, '');
  for (const [year, count, kind] of [[2020, 90, 'năm tròn'], [2025, 95, 'năm lẻ 5'], [2026, 96, 'năm khác'], [2030, 100, 'năm tròn']]) {
    await page.goto(`${place}?nam=${year}`);
    const counted = main(page).getByRole('complementary').filter({ hasText: `${year}` });
    await counted.getByText(`${count} năm`).waitFor();
    await counted.getByText(kind).waitFor();
  }
});

journey('the viewer speaks English when asked, and remembers', {}, async ({ page, open }) => {
  await open('#/cai-dat');
  await main(page).getByLabel('English').check();
  await main(page).getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await accessible(page, 'settings in English');
  await open('#/');
  await page.getByRole('navigation').getByRole('link', { name: 'Timeline' }).first().waitFor();
  await accessible(page, 'home in English');
});

journey('the theme can be changed and is remembered', {}, async ({ page, open }) => {
  await open('#/');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Đổi giao diện sáng, tối' }).click();
  await page.waitForFunction((before) => getComputedStyle(document.body).backgroundColor !== before, light);
  const dark = await paper();
  await page.reload();
  assert.equal(await paper(), dark, 'the first paint after a reload is dark already');
});
