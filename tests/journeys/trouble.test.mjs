// What is broken is named, and the rest goes on.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SITE, accessible, flip, journey, useBrowser } from './harness.mjs';
import { article, manifest, parts } from './archive.mjs';

useBrowser();

/** What Chromium itself prints when a file is not there. */
const NOT_FOUND = /Failed to load resource.*404/;

const is = (part) => (path) => path === part.path;
const [chunk] = await parts('articles');
const [catalogue] = await parts('catalogue');
const [overview] = await parts('overview');
const [recent] = await parts('recent');
const index = await parts('index');
const isIndex = (path) => index.some((part) => part.path === path);

journey('a damaged run of articles is named; lists and search still work', { changes: [[is(chunk), { edit: flip }]] }, async ({ page, open }) => {
  const { id, title } = await article('000');
  await open(`#/bai/${id}`);
  const trouble = page.getByRole('alert');
  await trouble.getByText('Chưa đọc được bài này').waitFor();
  await trouble.getByText('mã kiểm tra không khớp').waitFor();
  await accessible(page, 'a damaged article');
  await page.goto(page.url().replace(/#.*/, '#/dong-thoi-gian'));
  await page.getByRole('main').getByRole('link', { name: title }).first().waitFor();
  await page.goto(page.url().replace(/#.*/, '#/tim?q=huyen%20uy'));
  await page.getByRole('main').getByRole('link', { name: title }).first().waitFor();
});

journey('a missing run of articles is named', { changes: [[is(chunk), { missing: true }]], expects: [NOT_FOUND] }, async ({ page, open }) => {
  const { id } = await article('000');
  await open(`#/bai/${id}`);
  await page.getByRole('alert').getByText('Chưa đọc được bài này').waitFor();
  await page.getByRole('button', { name: 'Thử lại' }).waitFor();
});

journey('a missing overview is named; articles still read', { changes: [[is(overview), { missing: true }]], expects: [NOT_FOUND] }, async ({ page, open }) => {
  await open('#/');
  await page.getByText('Một số phần của kho không dùng được').waitFor();
  const { id, title } = await article('001');
  await page.goto(page.url().replace(/#.*/, `#/bai/${id}`));
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
});

journey('a page of facts that is damaged is named; lists of them go on', { changes: [[is(recent), { edit: flip }]] }, async ({ page, open }) => {
  const { anniversaries } = JSON.parse(await readFile(join(SITE, overview.path), 'utf8'));
  await open(`#/ky-niem/${anniversaries[0].id}`);
  await page.getByText('Chưa đọc được phần này của kho.').waitFor();
  await page.getByText(/mã kiểm tra không khớp/).first().waitFor();
  await accessible(page, 'a damaged page of facts');
  await page.goto(page.url().replace(/#.*/, '#/dong-thoi-gian'));
  await page.getByRole('main').getByRole('link', { name: anniversaries[0].name }).first().waitFor();
});

journey('a page of facts that was missing comes when it is there again', {
  changes: [[is(recent), { edit: missingOnce() }]],
  expects: [NOT_FOUND],
}, async ({ page, open }) => {
  const { anniversaries: [{ id, name }] } = JSON.parse(await readFile(join(SITE, overview.path), 'utf8'));
  await open(`#/ky-niem/${id}`);
  await page.getByText('Chưa đọc được phần này của kho.').waitFor();
  // It is asked for again after a quarter of a minute.
  await page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 40_000 });
  assert.equal(await page.getByText('Một số phần của kho không dùng được').count(), 0);
});

journey('a damaged catalogue is a clear message', { changes: [[is(catalogue), { edit: flip }]] }, async ({ page, open }) => {
  await open('#/');
  await page.getByText(/danh mục bài/).first().waitFor();
  await page.getByText(/mã kiểm tra không khớp/).first().waitFor();
  await accessible(page, 'a damaged catalogue');
});

journey('a damaged index turns search off and says so; reading goes on', { changes: [[isIndex, { edit: flip }]] }, async ({ page, open }) => {
  await open('#/tim?q=huyen%20uy');
  await page.getByText('Chỉ mục tìm kiếm bị thiếu hoặc hỏng').first().waitFor();
  await accessible(page, 'a damaged index');
  const { id, title } = await article('002');
  await page.goto(page.url().replace(/#.*/, `#/bai/${id}`));
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
});

for (const [name, change] of [['damaged', { edit: flip }], ['missing', { missing: true }]]) {
  let spoilt = '';
  const expects = change.missing ? [NOT_FOUND] : [];
  journey(`a ${name} piece of the index is named, and the rest is searched`, { changes: [[(path) => path === spoilt, change]], expects }, async ({ page, site }) => {
    let answered = 0;
    // Without the directory and the head nothing can be searched: a journey of its own.
    for (const { path } of index.slice(2)) {
      spoilt = path;
      await page.goto(`${site.url}?tep=${encodeURIComponent(path)}#/tim?q=huyen%20uy`);
      const main = page.getByRole('main');
      await main.getByText('Một số phần của kho không dùng được').waitFor();
      await main.locator('.notice summary').click();
      await main.getByText(path).waitFor();
      await main.locator('.result-title, .state-empty').first().waitFor();
      answered += (await main.locator('.result-title').count()) > 0;
      // What the damage does not touch is found.
      if (answered === 1) await accessible(page, `a ${name} piece of the index`);
    }
    assert.ok(answered > 0, 'something is found without some piece');
  });
}

let turn = 0;
const later = { get delay() { turn += 1; return 600 * turn; } };

journey('a slow index says how much of it is here', { changes: [[isIndex, later]] }, async ({ page, site }) => {
  await page.goto(`${site.url}#/tim?q=huyen%20uy`);
  const main = page.getByRole('main');
  await main.getByRole('status').getByText(/Đang tải dữ liệu để tìm: \d+\/\d+ tệp/).waitFor();
  await main.locator('.result-title').first().waitFor();
});

journey('a manifest of a newer schema is a clear message', {
  changes: [['archive.json', { edit: (bytes) => JSON.stringify({ ...JSON.parse(bytes), schema: 99 }) }]],
}, async ({ page, open }) => {
  await open('#/');
  const trouble = page.getByRole('alert');
  await trouble.getByText('Chưa mở được kho bài').waitFor();
  await trouble.getByText(/định dạng số 99/).waitFor();
  await accessible(page, 'a newer schema');
});

journey('a missing archive.json is a clear message', { changes: [['archive.json', { missing: true }]], expects: [NOT_FOUND] }, async ({ page, open }) => {
  await open('#/');
  await page.getByRole('alert').getByText(/Không có tệp archive\.json/).waitFor();
  await page.getByRole('button', { name: 'Thử lại' }).waitFor();
  await accessible(page, 'a missing archive');
});

journey('an archive.json that is no JSON is a clear message', { changes: [['archive.json', { body: '{"schema": 1, "title": ' }]] }, async ({ page, open }) => {
  await open('#/');
  await page.getByRole('alert').getByText(/archive\.json/).waitFor();
});

journey('“try again” opens an archive that has come back', {
  changes: [['archive.json', { edit: missingOnce() }]],
  expects: [NOT_FOUND],
}, async ({ page, open }) => {
  await open('#/');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { title } = await manifest();
  await page.getByRole('banner').getByText(title).waitFor();
});

function missingOnce() {
  let asked = 0;
  return (bytes) => {
    asked += 1;
    if (asked === 1) throw new Error('not yet');
    return bytes;
  };
}

journey('without workers the archive still reads, and search says that it is off', {
  init: () => {
    delete window.Worker;
  },
}, async ({ page, open }) => {
  await open('#/tim?q=huyen%20uy');
  await page.getByText('không chạy được phần tìm kiếm').first().waitFor();
  await accessible(page, 'search without workers');
  const { id, title } = await article('003');
  await page.goto(page.url().replace(/#.*/, `#/bai/${id}`));
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
});

journey('a worker file that is missing turns search off and nothing else', {
  changes: [[(path) => path.startsWith('search-worker-'), { missing: true }]],
  expects: [NOT_FOUND],
}, async ({ page, open }) => {
  await open('#/tim?q=huyen%20uy');
  await page.getByText(/Phần tìm kiếm dừng đột ngột|không chạy được phần tìm kiếm/).first().waitFor();
});

journey('a slow network shows that something is on its way', { changes: [['archive.json', { delay: 3_000 }]] }, async ({ page, site }) => {
  await page.goto(`${site.url}#/`);
  await page.getByRole('status').getByText('Đang tải…').waitFor();
  await accessible(page, 'the loading state');
  await page.getByRole('heading', { level: 1 }).waitFor();
});

journey('a viewer that does not arrive is said in plain words', {
  changes: [[(path) => /bien-nien-viewer-[0-9a-f]+\.wasm$/.test(path), { missing: true }]],
  expects: [NOT_FOUND, /WebAssembly|wasm/i],
}, async ({ page, site, seen }) => {
  await page.goto(site.url);
  await page.getByText('Không tải được chương trình đọc').waitFor();
  await accessible(page, 'the shell without its viewer');
  // The failed start is thrown on purpose, so that it can be seen in a console.
  assert.equal(seen.crashes.length, 1);
  seen.crashes.length = 0;
});
