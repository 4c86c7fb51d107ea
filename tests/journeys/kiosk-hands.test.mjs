// Hands on a hall's screen: two fingers, long presses, swipes; and the keeper's, with a file from a stick.

import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY, KIOSK, SITE, journey, useBrowser } from './harness.mjs';
import { article } from './archive.mjs';
import { firstVisit, journey as stay, open } from './lib/visit.mjs';

useBrowser();

/** A hand as the browser's own input sees it, not as events of the page's making. */
async function hand(page, context) {
  const session = await context.newCDPSession(page);
  const send = (type, ...points) => session.send('Input.dispatchTouchEvent', {
    type, touchPoints: points.map(([x, y], id) => ({ x, y, id })),
  });
  const move = async (from, to, steps = 12) => {
    await send('touchStart', ...from);
    for (let step = 1; step <= steps; step += 1) {
      const at = from.map(([x, y], finger) => [x + ((to[finger][0] - x) * step) / steps, y + ((to[finger][1] - y) * step) / steps]);
      await send('touchMove', ...at);
      await page.waitForTimeout(16);
    }
    await send('touchEnd');
  };
  const press = async (x, y, ms) => {
    await send('touchStart', [x, y]);
    await page.waitForTimeout(ms);
    await send('touchEnd');
  };
  return { move, press };
}

journey('two fingers, long presses and swipes move nothing but the page', { size: KIOSK, touch: true }, async ({ page, context, site }) => {
  const left = [];
  context.on('page', () => left.push('a new page'));
  page.on('download', () => left.push('a download'));
  await page.goto(`${site.url}?kiosk=1&ngay=${DAY}#/bai/${(await article('001')).id}`);
  await page.locator('.kiosk-bar').waitFor();
  await page.locator('.article-text p, article p').first().waitFor();
  await page.evaluate(() => {
    window.menus = 0;
    // Heard last: a menu that was not prevented by then would open.
    window.addEventListener('contextmenu', (event) => (window.menus += event.defaultPrevented ? 0 : 1));
  });
  const { move, press } = await hand(page, context);
  const state = () => page.evaluate(() => ({ scale: visualViewport.scale, selected: String(getSelection()), menus: window.menus, entries: history.length, url: location.href }));
  const before = await state();
  assert.equal(before.scale, 1);
  await move([[500, 900], [560, 960]], [[200, 500], [900, 1400]]);
  await move([[200, 500], [900, 1400]], [[500, 900], [560, 960]]);
  assert.deepEqual(await state(), before, 'two fingers apart and together');
  const text = await page.locator('article p').first().boundingBox();
  await press(text.x + 60, text.y + 20, 900);
  assert.deepEqual(await state(), before, 'a long press on text');
  const link = page.locator('.tabbar a').first();
  const box = await link.boundingBox();
  const here = await page.evaluate(() => location.hash);
  await press(box.x + box.width / 2, box.y + box.height / 2, 900);
  const after = await state();
  assert.equal(after.selected, '');
  assert.equal(after.menus, 0);
  assert.equal(after.entries, before.entries);
  assert.ok(after.url.startsWith(site.url));
  if ((await page.evaluate(() => location.hash)) === here) await link.tap();
  // From the edge, and far beyond the top and the end.
  await move([[2, 900]], [[900, 900]]);
  await move([[540, 300]], [[540, 1800]]);
  for (let time = 0; time < 4; time += 1) await move([[540, 1500]], [[540, 200]], 4);
  const last = await state();
  assert.deepEqual([last.scale, last.selected, last.menus, last.entries], [1, '', 0, before.entries]);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY), 'none');
  assert.deepEqual(left, []);
});

stay('the keeper takes in an archive from a file, with no network; readers cannot', async (hall) => {
  const { page, url } = await firstVisit(hall);
  await open(page, url, '#/luu');
  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Xuất kho thành một tệp' }).click();
  const path = join(tmpdir(), `bien-nien-hall-${process.pid}.zip`);
  await (await download).saveAs(path);
  await page.goto(`${url}?kiosk=1&ngay=${DAY}#/`);
  await page.locator('.kiosk-bar').waitFor();
  for (let touch = 0; touch < 5; touch += 1) await page.locator('.kiosk-mark').click();
  const dialog = page.getByRole('dialog');
  for (let time = 0; time < 2; time += 1) {
    for (const figure of '2580') await dialog.getByRole('button', { name: figure, exact: true }).click();
    await dialog.getByRole('button', { name: 'Vào' }).click();
  }
  const field = dialog.getByLabel(/Nhận kho từ tệp/);
  await field.waitFor();
  await dialog.getByRole('button', { name: 'Xóa bản đã lưu' }).click();
  await dialog.getByText('Chưa lưu toàn bộ kho').waitFor();
  await hall.offline();
  const chooser = page.waitForEvent('filechooser');
  await field.click();
  await (await chooser).setFiles(path);
  await dialog.getByText('Đã nhận xong kho từ tệp').waitFor();
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  const { id, title } = await article('002');
  await page.goto(`${url}?kiosk=1&ngay=${DAY}#/bai/${id}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  // Whoever comes next finds no field, and a press on one that is there chooses nothing.
  assert.equal(await page.locator('input[type="file"]').count(), 0);
  let chosen = 0;
  page.on('filechooser', () => (chosen += 1));
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    document.querySelector('main').append(input);
    input.click();
  });
  await page.waitForTimeout(300);
  assert.equal(chosen, 0);
});
