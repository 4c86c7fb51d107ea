// What can be done with an article, and where it cannot be done: nothing is offered there.

import assert from 'node:assert/strict';
import { accessible, drawn, fits, journey, useBrowser, DAY, DESK, KIOSK, PHONE } from './harness.mjs';
import { article, chronicle } from './archive.mjs';

useBrowser();

const { id, title } = await article('000');
const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name, exact: true });

/** The archive with a contact. */
const withContact = (contact) => ({ changes: [['archive.json', { edit: (bytes) => JSON.stringify({ ...JSON.parse(bytes), contact }) }]] });

journey('a shared link is that of the article’s own page, without what this visit asked for', { size: PHONE, touch: true, init: () => { navigator.share = async (data) => { window.shared = data; }; } }, async ({ page, site, open }) => {
  await open(`#/bai/${id}?q=huyen`);
  await button(page, 'Chia sẻ').tap();
  await page.waitForFunction(() => window.shared);
  assert.deepEqual(await page.evaluate(() => window.shared), { title, url: `${site.url}bai/${id}/` });
});

journey('where nothing shares, the link is copied', { size: DESK, init: () => { window.copied = []; Object.defineProperty(navigator, 'share', { value: undefined }); Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied.push(text); } } }); } }, async ({ page, site, open }) => {
  await open(`#/bai/${id}`);
  await button(page, 'Chia sẻ').click();
  await main(page).getByText('Đã chép liên kết của bài.').waitFor();
  assert.deepEqual(await page.evaluate(() => window.copied), [`${site.url}bai/${id}/`]);
});

journey('where nothing copies either, the link is there to be copied by hand', { size: PHONE, init: () => { Object.defineProperty(navigator, 'share', { value: undefined }); Object.defineProperty(navigator, 'clipboard', { value: undefined }); } }, async ({ page, site, open }) => {
  await open(`#/bai/${id}`);
  await button(page, 'Chia sẻ').click();
  const field = main(page).getByRole('textbox', { name: /Hãy chép liên kết này/ });
  await field.waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'lien-ket-bai' && document.activeElement.selectionEnd > 10);
  assert.equal(await field.inputValue(), `${site.url}bai/${id}/`);
  await accessible(page, 'a link to be copied by hand');
  await fits(page, 'a link to be copied by hand');
});

journey('an error is written about to whom the archive names', { size: DESK, ...withContact('Văn phòng <vp@xa.example>, ĐT 0211 123 456') }, async ({ page, site, open }) => {
  await open(`#/bai/${id}`);
  await main(page).locator('.actions-more > summary').click();
  const letter = new URL(await main(page).getByRole('link', { name: 'Báo lỗi' }).getAttribute('href'));
  assert.equal(letter.protocol, 'mailto:');
  assert.equal(letter.pathname, 'vp@xa.example');
  assert.ok(letter.searchParams.get('subject').includes(title));
  assert.ok(letter.searchParams.get('body').includes(`${site.url}bai/${id}/`));
});

for (const [contact, why] of [[undefined, 'no contact'], ['0211 123 456', 'only a telephone'], ['javascript:alert(1)', 'a script']]) {
  journey(`no letter is offered: ${why}`, { size: DESK, ...withContact(contact) }, async ({ page, open }) => {
    await open(`#/bai/${id}`);
    await main(page).locator('.actions-more > summary').click();
    await main(page).getByRole('button', { name: 'Mã QR' }).waitFor();
    assert.equal(await main(page).getByRole('link', { name: 'Báo lỗi' }).count(), 0);
  });
}

journey('a hall offers nothing that it has not', { size: KIOSK, touch: true }, async ({ page, site }) => {
  await page.goto(`${site.url}?ngay=${DAY}&kiosk=1#/bai/${id}`);
  await drawn(page);
  await main(page).locator('.actions-more > summary').waitFor();
  for (const name of ['Chia sẻ', 'In bài', 'Đánh dấu bài']) {
    assert.equal(await button(page, name).filter({ visible: true }).count(), 0, name);
  }
  assert.equal(await main(page).getByRole('link', { name: 'Lưu để đọc khi không có mạng' }).filter({ visible: true }).count(), 0);
  await page.keyboard.press('?');
  await page.waitForTimeout(300);
  assert.equal(await page.getByRole('dialog').count(), 0, 'keys do nothing in a hall');
});

journey('nothing can be kept: no bookmark is offered, and the page of them says why', { size: DESK, init: () => Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } }) }, async ({ page, open }) => {
  await open(`#/bai/${id}`);
  await button(page, 'Chia sẻ').waitFor();
  assert.equal(await button(page, 'Đánh dấu bài').count(), 0);
  await open('#/danh-dau');
  await main(page).getByText('không cho lưu đánh dấu').waitFor();
});

journey('a bookmark of an article that is gone says so and can be taken away', { size: PHONE, touch: true }, async ({ page, site, open }) => {
  await open('#/');
  await page.evaluate((url) => localStorage.setItem(`bien-nien:bookmarks:${url}`, 'khongco Bài <b>đã</b> gỡ'), site.url);
  await open('#/danh-dau');
  await main(page).getByText('Bài <b>đã</b> gỡ').first().waitFor();
  await main(page).getByText('Kho này không còn bài ấy.').waitFor();
  await accessible(page, 'a bookmark of an article that is gone');
  await main(page).getByRole('button', { name: /^Bỏ/ }).tap();
  await main(page).getByText('Chưa đánh dấu bài nào').waitFor();
});

journey('paper holds the article, its facts and where it is from, and nothing to press', { size: DESK }, async ({ page, open }) => {
  await open(`#/bai/${id}`);
  await button(page, 'Chia sẻ').waitFor();
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() => [...document.querySelectorAll('button, .tabbar, .topbar, .footer, input, select')].filter((node) => node.checkVisibility()).map((node) => node.outerHTML.slice(0, 80)));
  assert.deepEqual(shown, []);
  assert.ok(await page.locator('.paper-foot').isVisible());
  assert.ok(await page.locator('.column-margin').isVisible());
  await page.evaluate(() => document.documentElement.setAttribute('data-print', 'facts code'));
  assert.equal(await page.locator('.column-margin').isVisible(), false);
  assert.equal(await page.locator('.paper-foot .qr').isVisible(), false);
});

journey('what is folded on a screen is open on paper', { size: DESK }, async ({ page, open }) => {
  const { anniversaries } = await chronicle();
  let folded = 0;
  for (const { id } of anniversaries) {
    await open(`#/ky-niem/${id}`);
    await page.locator('.years').first().waitFor();
    const passages = page.locator('main details.fold:not([open]) blockquote, main details.fold:not([open]) .quote');
    // Both at one moment: the page before this one may still be there.
    const seen = () => passages.evaluateAll((found) => {
      const drawn = found.filter((node) => node.checkVisibility({ contentVisibilityAuto: true }) && node.getBoundingClientRect().height > 0);
      return { drawn: drawn.length, all: found.length };
    });
    assert.equal((await seen()).drawn, 0, 'on a screen they are folded');
    await page.emulateMedia({ media: 'print' });
    // What was skipped while folded is laid out by the next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { drawn, all } = await seen();
    assert.equal(drawn, all, `${id}: every passage is printed`);
    await page.emulateMedia({ media: 'screen' });
    folded += all;
  }
  assert.ok(folded > 0, 'the sample folds something');
});
