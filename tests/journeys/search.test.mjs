// The search table of the golden values, through the page that a reader uses.

import assert from 'node:assert/strict';
import { accessible, journey, useBrowser, drawn, DAY, PHONE } from './harness.mjs';
import { articles } from './archive.mjs';

useBrowser();

const list = await articles();
const NEAR = 'Đủ các từ, liền nhau';

/** Query, and the sample files whose articles stand in the first tier. */
const GOLDEN = [
  ['Huyện uỷ', '000 002 004'],
  ['Huyện ủy', '000 002 004'],
  ['huyen uy', '000 002 004'],
  ['HUYEN UY', '000 002 004'],
  ['dân vận khéo', '001 003 004'],
  ['dan van', '000 001 002 003 004'],
  ['tuyên giáo', '001 003'],
  ['Văn phòng cấp uỷ', '000 001'],
  ['Chỉ thị 05', '002 003'],
  ['MTTQ', '000 001 004'],
  ['Mặt trận Tổ quốc', '000 001 004'],
  ['BTV', '000 001 002 003'],
  ['Ban Thường vụ', '000 001 002 003'],
  ['15/10/1930', '000 004'],
  ['15-10-1930', '000 004'],
  ['nông thôn mới', '000 001 003'],
  ['"chức mừng"', '000'],
  ['"chuc mung"', '000 002'],
];

const main = (page) => page.getByRole('main');
const firstTier = (page) => main(page).getByRole('region', { name: NEAR });

/** The sample files of the first tier, once the answer to this very query stands. */
async function found(page) {
  // A title that is still on its way has no link.
  await page.waitForFunction(() => [...document.querySelectorAll('main .result-title')].every((title) => title.querySelector('a')));
  const hrefs = await firstTier(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const numbers = hrefs.map((href) => list.find(({ id }) => href.includes(`#/bai/${id}`))?.number);
  return [...new Set(numbers.filter(Boolean))].sort().join(' ');
}

async function look(visit, query) {
  await visit.page.goto(`${visit.site.url}?ngay=${DAY}#/tim?q=${encodeURIComponent(query)}`);
  await visit.page.reload();
  await drawn(visit.page);
  await firstTier(visit.page).waitFor();
}

journey('every row of the golden table holds in the page', {}, async (visit) => {
  const wrong = [];
  for (const [query, expected] of GOLDEN) {
    await look(visit, query);
    const actual = await found(visit.page);
    if (actual !== expected) wrong.push(`${query}: ${actual}, expected ${expected}`);
  }
  assert.deepEqual(wrong, []);
});

journey('what is found through another form is marked “đồng nghĩa”', {}, async (visit) => {
  await look(visit, 'MTTQ');
  await firstTier(visit.page).getByText('đồng nghĩa').first().waitFor();
  await look(visit, 'nông thôn mới');
  assert.equal(await firstTier(visit.page).getByText('đồng nghĩa').count(), 0);
});

/** The marked words of the first tier, lower case. */
async function marked(page) {
  const words = await firstTier(page).locator('mark').allInnerTexts();
  return [...new Set(words.map((word) => word.normalize('NFC').toLowerCase()))];
}

journey('highlights cover the words as they are printed', {}, async (visit) => {
  await look(visit, 'huyen uy');
  const words = (await marked(visit.page)).join(' | ');
  assert.match(words, /huyện/);
  assert.match(words, /[uủ][ỷy]/);
  assert.doesNotMatch(words, /huyen/);
  await look(visit, '"chức mừng"');
  assert.match((await marked(visit.page)).join(' | '), /chức mừng/);
});

journey('results follow the typing, and the address holds the search', {}, async ({ page, open }) => {
  await open('#/');
  await page.keyboard.press('/');
  await page.keyboard.type('dan van kheo', { delay: 20 });
  await firstTier(page).waitFor();
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('q=dan van kheo') || location.hash.includes('dan+van+kheo'));
  assert.equal(await found(page), '001 003 004');
  await page.reload();
  await firstTier(page).waitFor();
  assert.equal(await found(page), '001 003 004');
});

journey('whoever leaves by a link at once comes back to all that was typed', {}, async ({ page, open }) => {
  await open('#/tim?q=dan');
  await firstTier(page).waitFor();
  // A key, and in the same breath a result: sooner than the address is written.
  await page.evaluate(() => {
    const box = document.querySelector('#search-page-box');
    box.value = 'dan van kheo';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    document.querySelector('main .result-title a').click();
  });
  await page.locator('.article-text').waitFor();
  await page.goBack();
  await firstTier(page).waitFor();
  assert.match(decodeURIComponent(await page.evaluate(() => location.hash)), /q=dan[ +]van[ +]kheo/);
  assert.equal(await page.locator('#search-page-box').inputValue(), 'dan van kheo');
});

journey('whoever goes back at once finds all that was typed on the way forward', {}, async ({ page, open }) => {
  await open('#/');
  await page.evaluate(() => (location.hash = '#/tim?q=dan'));
  await firstTier(page).waitFor();
  await page.evaluate(() => {
    const box = document.querySelector('#search-page-box');
    box.value = 'dan van kheo';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    history.back();
  });
  await page.waitForFunction(() => location.hash === '#/');
  await page.goForward();
  await firstTier(page).waitFor();
  await page.waitForFunction(() => /q=dan[ +]van[ +]kheo/.test(decodeURIComponent(location.hash)));
  assert.equal(await page.locator('#search-page-box').inputValue(), 'dan van kheo');
});

journey('filters that are folded away follow the results, and an emptied box has none', { size: PHONE, touch: true }, async (visit) => {
  const { page } = visit;
  await look(visit, 'dan van');
  const fold = main(page).locator('details.fold > summary').last();
  const sections = main(page).getByRole('group', { name: 'Chuyên mục' }).getByRole('checkbox');
  await fold.tap();
  await sections.first().waitFor();
  const box = page.locator('#search-page-box');
  await box.fill('');
  await page.waitForFunction(() => !document.querySelector('.result'));
  await box.pressSequentially('huyen uy');
  await page.waitForFunction(() => document.querySelector('main .result-title mark'));
  // The names that complete what is typed lie over the fold.
  await box.press('Escape');
  await fold.tap();
  await sections.first().waitFor();
});

journey('a filter narrows the results and can be taken off', {}, async (visit) => {
  const { page } = visit;
  await look(visit, 'dan van');
  const section = main(page).getByRole('group', { name: 'Chuyên mục' });
  const choice = section.getByRole('checkbox', { name: /CÔNG TÁC ĐẢNG/i });
  const offered = await section.getByRole('checkbox').count();
  await choice.click();
  await page.waitForFunction(() => location.hash.includes('muc='));
  await section.getByRole('checkbox', { name: /CÔNG TÁC ĐẢNG/i, checked: true }).waitFor();
  await drawn(page);
  await page.waitForTimeout(300);
  assert.equal(await found(page), '001');
  assert.equal(await section.getByRole('checkbox').count(), offered, 'the other sections can still be chosen');
  await accessible(page, 'filtered results');
  await main(page).getByRole('link', { name: 'Bỏ bộ lọc' }).click();
  await page.waitForFunction(() => !location.hash.includes('muc='));
  await section.getByRole('checkbox', { name: /CÔNG TÁC ĐẢNG/i, checked: false }).waitFor();
});

journey('a search that finds nothing says so and helps', {}, async ({ page, open }) => {
  await open('#/tim?q=zzzqqqxxx');
  await page.getByText('Không tìm thấy bài nào').waitFor();
  await accessible(page, 'nothing found');
});

journey('ways out of a search that finds nothing', {}, async (visit) => {
  const { page } = visit;
  await visit.open('#/tim?q=%22d%C3%A2n%20v%E1%BA%ADn%22%20zzzqqq&nam=1999');
  await page.getByText('Không tìm thấy bài nào').waitFor();
  const ways = main(page).getByRole('list').filter({ hasText: 'chỉ tìm' });
  await accessible(page, 'ways out');
  await ways.getByRole('link', { name: 'như từ thường: dân vận zzzqqq' }).waitFor();
  await ways.getByRole('link', { name: 'không dấu: dan van zzzqqq' }).waitFor();
  await ways.getByRole('link', { name: 'chỉ tìm: vận' }).waitFor();
  await ways.getByRole('link', { name: 'Bỏ bộ lọc' }).click();
  await page.waitForFunction(() => !location.hash.includes('nam='));
  await main(page).locator('.result-title').first().waitFor();
});

journey('the order is chosen with the keyboard and stands in the address', {}, async (visit) => {
  const { page } = visit;
  await look(visit, 'dan van');
  await main(page).getByRole('radio', { name: 'Sát nhất trước' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => location.hash.includes('sap=moi'));
  await main(page).getByRole('radio', { name: 'Mới nhất trước', checked: true }).waitFor();
  await page.goBack();
  await main(page).getByRole('radio', { name: 'Sát nhất trước', checked: true }).waitFor();
});

journey('fields for each part of the language write the search and are filled from it', {}, async (visit) => {
  const { page } = visit;
  await visit.open('#/tim');
  const fold = main(page).getByText('Tìm chính xác hơn');
  await fold.click();
  await main(page).getByLabel('Có đúng cụm từ này').fill('dân vận khéo');
  await main(page).getByLabel('Không có các từ này').fill('phường');
  await main(page).getByLabel('Từ ngày, tháng hoặc năm').fill('9/2020');
  await accessible(page, 'precise search');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('q="dân vận khéo" -phường ngày:9/2020..'));
  await firstTier(page).waitFor();
  assert.equal(await found(page), '003 004');
  await fold.click();
  assert.equal(await main(page).getByLabel('Không có các từ này').inputValue(), 'phường');
  assert.equal(await main(page).getByLabel('Từ ngày, tháng hoặc năm').inputValue(), '9/2020');
});
