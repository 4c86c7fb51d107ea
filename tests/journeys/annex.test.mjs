// The pages that few visits need come with a second wasm, when one of them is opened.

import assert from 'node:assert/strict';
import { accessible, drawn, flip, journey, useBrowser, DESK, PHONE } from './harness.mjs';
import { article, articles, chronicle } from './archive.mjs';

useBrowser();

/** What Chromium itself prints when a file is not there. */
const NOT_FOUND = /Failed to load resource.*404/;

const isAnnex = (path) => /^annex-[0-9a-f]+\.wasm$/.test(path);
const asked = (site) => site.sent.filter(({ path }) => /\/annex-[0-9a-f]+\.wasm$/.test(path)).length;
const heading = (page, name) => page.getByRole('main').getByRole('heading', { level: 1, name });

journey('the annex is loaded once, with the first rare page; Back and Forward keep their places', { size: DESK }, async ({ page, open, site }) => {
  await open('#/');
  assert.equal(asked(site), 0, 'home does not need it');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Cài đặt' }).click();
  await heading(page, 'Cài đặt').waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1', null, { timeout: 5000 });
  assert.match(await page.title(), /^Cài đặt/);
  assert.equal(asked(site), 1);
  await page.getByRole('radio', { name: 'Tối' }).check();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark', 'its pages change the same settings');
  await page.getByRole('radio', { name: 'English' }).check();
  await heading(page, 'Settings').waitFor();
  await page.getByRole('radio', { name: 'Tiếng Việt' }).check();
  await page.goBack();
  await heading(page, /14/).waitFor();
  await page.goForward();
  await heading(page, 'Cài đặt').waitFor();
  const { officials } = await chronicle();
  await page.goto(page.url().replace(/#.*/, `#/nguoi/${officials[0].id}`));
  await heading(page, officials[0].name).waitFor();
  assert.equal(asked(site), 1, 'once for all of them');
});

journey('a rare page opened first, by touch; its links lead to the shell’s pages', { size: PHONE, touch: true }, async ({ page, open }) => {
  const { officials } = await chronicle();
  const [official] = officials;
  const at = official.roles[0].article ?? official.roles[0].mention.article;
  const { title } = (await articles()).find(({ id }) => id === at);
  await open(`#/nguoi/${official.id}`);
  await heading(page, official.name).waitFor();
  await accessible(page, 'an official');
  await page.getByRole('main').getByRole('link', { name: title }).first().tap();
  await heading(page, title).waitFor();
  await page.goBack();
  await drawn(page);
  await heading(page, official.name).waitFor();
});

journey('an annex that is missing is named, and “try again” fetches it', {
  changes: [[isAnnex, { edit: missingOnce() }]],
  expects: [NOT_FOUND],
}, async ({ page, open }) => {
  await open('#/gioi-thieu');
  const trouble = page.getByRole('alert');
  await trouble.getByText('Chưa mở được trang này').waitFor();
  await trouble.getByText(/annex-[0-9a-f]+\.wasm/).waitFor();
  await accessible(page, 'a missing annex');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByRole('main').getByText('Giới thiệu').first().waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

journey('a damaged annex is named, and the other pages go on', { changes: [[isAnnex, { edit: (bytes) => flip(bytes).subarray(0, bytes.length >> 1) }]] }, async ({ page, open }) => {
  await open('#/cai-dat');
  await page.getByRole('alert').getByText(/annex-[0-9a-f]+\.wasm.*(hỏng|không hợp)/).waitFor();
  const { id, title } = await article('001');
  await page.goto(page.url().replace(/#.*/, `#/bai/${id}`));
  await heading(page, title).waitFor();
});

journey('while the annex is on its way the page says so', { changes: [[isAnnex, { delay: 1500 }]] }, async ({ page, open, site }) => {
  await page.goto(`${site.url}?ngay=2026-10-14#/cai-dat`);
  await page.getByRole('status').getByText('Đang tải…').waitFor();
  await heading(page, 'Cài đặt').waitFor();
});

function missingOnce() {
  let asked = 0;
  return (bytes) => {
    asked += 1;
    if (asked === 1) throw new Error('not yet');
    return bytes;
  };
}
