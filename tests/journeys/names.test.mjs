// What helps before and after a search: names that complete what is typed, the latest searches, and
// finding in an article.

import assert from 'node:assert/strict';
import { accessible, drawn, fits, journey, useBrowser, PHONE } from './harness.mjs';
import { article } from './archive.mjs';

useBrowser();

const { id, title } = await article('000');
const main = (page) => page.getByRole('main');
const names = (page) => page.getByRole('listbox');

journey('a name is chosen from the list with the keyboard', {}, async ({ page, open }) => {
  await open('#/');
  await page.keyboard.press('/');
  const box = page.getByRole('combobox');
  await page.keyboard.type('song l', { delay: 20 });
  const unit = names(page).getByRole('group', { name: 'Đơn vị' }).getByRole('option', { name: /^Huyện Sông Lô/ });
  await unit.waitFor();
  assert.equal(await box.first().getAttribute('aria-expanded'), 'true');
  await accessible(page, 'names that complete what is typed');
  await page.keyboard.press('ArrowDown');
  const active = await box.first().getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Escape');
  await names(page).waitFor({ state: 'detached' });
  assert.equal(await box.first().inputValue(), 'song l');
  await page.keyboard.type('o');
  await unit.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await main(page).getByRole('heading', { level: 1, name: 'Huyện Sông Lô' }).waitFor();
});

journey('a title is chosen from the list with a thumb', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/tim');
  const box = main(page).getByRole('combobox');
  await box.tap();
  await box.pressSequentially(title.split(' ').slice(0, 4).join(' '), { delay: 20 });
  const option = names(page).getByRole('group', { name: 'Bài viết' }).getByRole('option', { name: title });
  await option.waitFor();
  await fits(page, 'the list of names');
  const { height } = await option.boundingBox();
  assert.ok(height >= 44, `${height} px are too few for a thumb`);
  await option.tap();
  await main(page).getByRole('heading', { level: 1, name: title }).waitFor();
});

journey('typed marks choose, and Enter on the text searches', {}, async ({ page, open }) => {
  await open('#/');
  await page.keyboard.press('/');
  await page.keyboard.type('sông', { delay: 20 });
  await names(page).getByRole('option', { name: /Sông Lô/ }).first().waitFor();
  await page.keyboard.type('q');
  await names(page).waitFor({ state: 'detached' });
  await page.keyboard.press('Backspace');
  await names(page).waitFor();
  await page.keyboard.press('Enter');
  await names(page).waitFor({ state: 'detached' });
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('q=sông'));
});

const latest = (page) => main(page).getByRole('region', { name: 'Tìm gần đây' });

/** Looks for something to its end. */
async function submit(page, open, text) {
  await open('#/tim');
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await main(page).getByRole('status').filter({ hasText: 'bài' }).waitFor();
}

journey('the latest searches stand under the empty box and can be removed', {}, async ({ page, open }) => {
  await submit(page, open, 'huyen uy');
  await submit(page, open, 'dân vận');
  await open('#/tim');
  const links = latest(page).getByRole('link');
  assert.deepEqual(await links.allInnerTexts(), ['dân vận', 'huyen uy']);
  await accessible(page, 'latest searches');
  await latest(page).getByRole('button', { name: 'Bỏ “dân vận” khỏi danh sách' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.latest').length === 1);
  await page.reload();
  await drawn(page);
  assert.deepEqual(await links.allInnerTexts(), ['huyen uy']);
  await latest(page).getByRole('button', { name: 'Xóa hết' }).click();
  await latest(page).waitFor({ state: 'detached' });
});

const blocked = () => {
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
};

journey('where nothing may be kept, nothing is offered', { init: blocked }, async ({ page, open }) => {
  await submit(page, open, 'dân vận');
  await open('#/tim');
  await main(page).getByRole('heading', { name: 'Gõ vài chữ' }).waitFor();
  assert.equal(await latest(page).count(), 0);
});

journey('words of the articles complete what is typed, with the marks that they have', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/tim');
  const box = main(page).getByRole('combobox');
  await box.pressSequentially('nong th', { delay: 20 });
  const words = names(page).getByRole('group', { name: 'Từ trong kho' });
  const word = words.getByRole('option', { name: 'nông thôn', exact: true });
  await word.waitFor();
  await accessible(page, 'words that complete what is typed');
  await word.click();
  await names(page).waitFor({ state: 'detached' });
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('q=nông thôn'));
  assert.equal(await box.inputValue(), 'nông thôn');
  await main(page).locator('.result-title').first().waitFor();
});

journey('recent searches are switched off and cleared in the settings', {}, async ({ page, open }) => {
  await submit(page, open, 'huyen uy');
  await open('#/cai-dat');
  const group = main(page).getByRole('group', { name: 'Tìm gần đây' });
  await accessible(page, 'the switch of recent searches');
  await group.getByRole('button', { name: 'Xóa 1 lần tìm đã ghi nhớ' }).click();
  await group.getByText('Chưa ghi nhớ lần tìm nào.').waitFor();
  await submit(page, open, 'dân vận');
  await open('#/cai-dat');
  await group.getByRole('button', { name: 'Xóa 1 lần tìm' }).waitFor();
  await group.getByRole('checkbox').uncheck();
  await group.getByText('Chưa ghi nhớ lần tìm nào.').waitFor();
  await submit(page, open, 'chúc mừng');
  await open('#/tim');
  await main(page).getByRole('heading', { name: 'Gõ vài chữ' }).waitFor();
  assert.equal(await latest(page).count(), 0);
  await open('#/cai-dat');
  assert.equal(await group.getByRole('checkbox').isChecked(), false);
  assert.equal(await page.evaluate(() => localStorage.getItem('bien-nien:recent')), null);
});

const bar = (page) => main(page).getByRole('search', { name: 'Tìm trong bài' });
const reached = (page) => page.locator('mark.is-reached');

journey('coming from a search, its places are gone through one by one', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/tim?q=huyen%20uy');
  await main(page).getByRole('link', { name: title }).first().tap();
  const count = bar(page).getByRole('status');
  await count.filter({ hasText: /^\d+ chỗ$/ }).waitFor();
  const total = Number.parseInt(await count.innerText(), 10);
  assert.ok(total > 1, 'the sample speaks of it more than once');
  await bar(page).getByRole('button', { name: 'Chỗ sau' }).tap();
  await count.filter({ hasText: `1/${total}` }).waitFor();
  await accessible(page, 'finding in an article');
  await fits(page, 'finding in an article');
  const shown = await reached(page).first().evaluate((mark) => {
    const { top } = mark.getBoundingClientRect();
    return top > document.querySelector('.article-marked').getBoundingClientRect().bottom && top < innerHeight;
  });
  assert.ok(shown, 'the place is in sight, not under the bar');
  await bar(page).getByRole('button', { name: 'Chỗ trước' }).tap();
  await count.filter({ hasText: `${total}/${total}` }).waitFor();
});

journey('other words are found in the article, by keyboard alone', {}, async ({ page, open }) => {
  await open(`#/bai/${id}`);
  await main(page).getByRole('button', { name: 'Tìm trong bài' }).click();
  const field = bar(page).getByRole('textbox', { name: 'Tìm trong bài' });
  await page.waitForFunction(() => document.activeElement?.id === 'tim-trong-bai');
  await page.keyboard.type('dan v');
  await page.waitForFunction(() => document.querySelectorAll('.article-text mark').length > 0);
  await page.keyboard.type('an');
  await page.keyboard.press('Enter');
  await reached(page).first().waitFor();
  assert.match((await reached(page).first().innerText()).normalize('NFC'), /dân vận/i);
  await page.waitForFunction(() => decodeURIComponent(location.hash).endsWith('?q=dan van'));
  await field.fill('qqq');
  await bar(page).getByText('không thấy').waitFor();
  await page.keyboard.press('Escape');
  await bar(page).waitFor({ state: 'detached' });
  // The address follows when the typing pauses.
  await page.waitForFunction(() => !location.hash.includes('?'));
  assert.equal(await page.locator('.article-text mark').count(), 0);
});
