// How a reader likes to read: each setting shows at once, stays for the next visit and before the first
// paint, can be put back, and nothing is cut off at the largest text on the narrowest screen.

import assert from 'node:assert/strict';
import { accessible, drawn, fits, journey, useBrowser, PHONE } from './harness.mjs';
import { articles } from './archive.mjs';

useBrowser();

const root = (page) =>
  page.evaluate(() => {
    const { className, dataset } = document.documentElement;
    return { classes: className.split(' ').sort().join(' '), theme: dataset.theme, contrast: dataset.contrast };
  });
const colour = (page, name) => page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(), name);
const lineHeight = (page) =>
  page.locator('.article-text').first().evaluate((text) => {
    const { lineHeight, fontSize } = getComputedStyle(text);
    return parseFloat(lineHeight) / parseFloat(fontSize);
  });

journey('what is chosen shows at once and on the next visit', {}, async ({ page, open }) => {
  await open('#/cai-dat');
  const before = await lineHeight(page);
  await page.getByRole('radio', { name: 'Tối' }).check();
  await page.getByRole('checkbox', { name: /Tương phản cao/ }).check();
  await page.getByRole('radio', { name: 'Rất rộng' }).check();
  await page.getByRole('radio', { name: '150 %' }).check();
  assert.deepEqual(await root(page), { classes: 'lines-3 text-150', theme: 'dark', contrast: 'more' });
  assert.equal(await colour(page, '--paper'), '#000');
  assert.ok((await lineHeight(page)) > before + 0.4, 'lines are further apart');
  // Before the first paint, and before the viewer is there, early.js has set them.
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      const { className, dataset } = document.documentElement;
      window.early ??= `${className} ${dataset.theme} ${dataset.contrast}`;
    });
  });
  await page.reload();
  await drawn(page);
  assert.equal(await page.evaluate(() => window.early), 'text-150 lines-3 dark more');
  assert.deepEqual(await root(page), { classes: 'lines-3 text-150', theme: 'dark', contrast: 'more' });
  await page.getByRole('checkbox', { name: /Tương phản cao/ }).and(page.locator(':checked')).waitFor();
  await page.getByRole('button', { name: 'Trở về mặc định' }).click();
  assert.deepEqual(await root(page), { classes: 'lines-1 text-100', theme: undefined, contrast: undefined });
  await page.getByText('Đang dùng cỡ chữ, giãn dòng và giao diện mặc định.').waitFor();
  await accessible(page, 'the settings');
});

journey('high contrast is black and white, in the light and in the dark', {}, async ({ page, open }) => {
  const [{ id }] = await articles();
  for (const [theme, paper, ink] of [['light', '#fff', '#000'], ['dark', '#000', '#fff']]) {
    await open('#/');
    await page.evaluate((kept) => localStorage.setItem('bien-nien:settings', kept), `${theme} 100 vi more lines-1`);
    await page.reload();
    await open(`#/bai/${id}`);
    await page.locator('.article-tools').waitFor();
    assert.deepEqual([await colour(page, '--paper'), await colour(page, '--ink')], [paper, ink]);
    await accessible(page, `an article in high contrast, ${theme}`);
  }
});

journey('two and a half times the size on the narrowest screen', { size: { width: 320, height: 640 }, touch: true }, async ({ page, open }) => {
  const [{ id }] = await articles();
  await open('#/');
  await page.evaluate(() => localStorage.setItem('bien-nien:settings', 'auto 250 vi auto lines-3'));
  await page.reload();
  for (const place of ['#/', '#/cai-dat', '#/tim?q=huyen%20uy', `#/bai/${id}`, '#/dong-thoi-gian', '#/don-vi', '#/luu', '#/hom-nay', '#/lich', '#/gioi-thieu', '#/dieu-neu']) {
    await open(place);
    await fits(page, `${place} at 250 % and 320 px`);
  }
});

journey('in a hall nothing of a visitor is kept', { size: PHONE }, async ({ page, site }) => {
  await page.goto(`${site.url}?kiosk=1&ngay=2026-10-14#/cai-dat`);
  await page.getByRole('heading', { name: 'Cài đặt' }).waitFor();
  assert.equal(await page.getByText('Tìm gần đây').count(), 0);
  await page.getByRole('radio', { name: 'Tối' }).check({ force: true });
  assert.equal(await page.evaluate(() => localStorage.getItem('bien-nien:settings')), null);
});
