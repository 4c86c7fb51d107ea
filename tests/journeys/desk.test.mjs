// The clerk's desk: a folder of sixty mixed files becomes a site in the browser, and it is the packer's
// byte for byte. The tab is closed in the middle, and nothing is lost.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { DAY, PHONE, SITE, accessible, begin, drawn, fits, journey, useBrowser } from './harness.mjs';
import { folder, told, write } from './lib/folder.mjs';
import { serve } from './lib/site.mjs';
import { unzip } from './lib/zip.mjs';

const run = promisify(execFile);
/** The packer that `cargo xtask` built beside the site. */
const PACKER = process.env.BIEN_NIEN_PACKER ?? join(process.env.BIEN_NIEN_OUT ?? '', 'debug', 'bien-nien');
const browser = useBrowser();
/** Reading and binding sixty files on a busy machine. */
const LONG = { timeout: 60_000 };

const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name });
const says = (page, words, patience = {}) => main(page).getByText(words).first().waitFor(patience);
const ready = (page) => main(page).getByRole('heading', { name: 'Đã đọc được gì' }).waitFor(LONG);
const saved = (page) => main(page).getByText('Đã lưu.', { exact: true }).waitFor(LONG);
/** Everything stated has been bound. */
const bound = (page) => page.waitForFunction(() => !/Đang ghép kho/.test(document.body.textContent), null, LONG);
const row = (page, words) => main(page).locator('.desk-report .desk-row').filter({ hasText: words });

/** A folder on the disk, for as long as a journey takes. */
async function onDisk(files, walk) {
  const root = await mkdtemp(join(tmpdir(), 'bien-nien-desk-'));
  try {
    await write(join(root, 'Bài xã Hòa An'), files);
    await walk(root, join(root, 'Bài xã Hòa An'));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** What a button downloads, unpacked. */
async function download(page, name) {
  const coming = page.waitForEvent('download', LONG);
  await button(page, name).click();
  const file = await coming;
  return { name: file.suggestedFilename(), files: unzip(await readFile(await file.path())) };
}

/** The site that the packer makes of somebody's work, without packed forms of its files. */
async function packed(root, work) {
  const [source, out] = [join(root, 'kho'), join(root, 'làm bằng lệnh')];
  await rm(source, { recursive: true, force: true });
  await rm(out, { recursive: true, force: true });
  await write(source, work);
  // One when something was left out, as here.
  await run(PACKER, ['build', source, '-o', out, '--viewer', SITE]).catch((error) => {
    if (error.code !== 1) throw error;
  });
  const files = new Map();
  for (const path of await readdir(out, { recursive: true })) {
    const isPacked = /\.(br|gz)$/.test(path) || path === '.bien-nien';
    if (!isPacked && (await stat(join(out, path))).isFile()) files.set(path, await readFile(join(out, path)));
  }
  return files;
}

function same(one, other) {
  assert.deepEqual([...one.keys()].sort(), [...other.keys()].sort(), 'the same files');
  for (const [path, bytes] of one) assert.ok(bytes.equals(other.get(path)), `${path} is the same`);
}

test('sixty mixed files become a site; the tab is closed in the middle', { timeout: 300_000 }, async () => {
  const { files, known } = folder();
  assert.equal(files.size, 60);
  await onDisk(files, async (root, place) => {
    const visit = await begin(browser(), {});
    const sent = [];
    visit.context.on('request', (request) => sent.push([request.method(), request.postData()]));
    try {
      await visit.open('#/ban-lam-viec');
      await says(visit.page, 'Thả thư mục bài vào đây');
      await accessible(visit.page, 'an empty desk');
      await visit.page.locator('#desk-folder').setInputFiles(place);
      // As soon as everything is put away, the tab is closed.
      await visit.page.waitForFunction(() => /Đang đọc bài|Đã đọc được gì/.test(document.body.textContent), null, LONG);
      await visit.page.close();

      const page = await visit.context.newPage();
      await page.goto(`${visit.site.url}?ngay=${DAY}#/ban-lam-viec`);
      await drawn(page);
      await says(page, 'Trên bàn còn 60 tệp');
      await accessible(page, 'work that was left');
      await button(page, 'Tiếp tục việc đang làm dở').click();
      await ready(page);
      await accessible(page, 'the report');
      await fits(page, 'the report');

      // What could not be read is named, each with its reason.
      for (const path of known.skipped) {
        const left = main(page).locator('.desk-row').filter({ hasText: path });
        assert.ok((await left.locator('.desk-says').innerText()).length > 20, `${path} has its reason`);
      }
      // Old letters were read as what they are.
      await button(page, /^Chữ mã cũ/).click();
      for (const { path, title } of known.old) {
        const read = await row(page, path).locator('.desk-name').innerText();
        assert.equal(read.toLowerCase(), title.toLowerCase(), path);
      }
      await button(page, /^Tất cả/).click();
      await says(page, 'Bài gần giống nhau');

      await corrected(page);
      const work = await download(page, 'Tải việc đang làm');
      const site = await download(page, 'Tải trang web');
      const archive = await download(page, 'Tải tệp kho');
      assert.equal(site.name, 'kho-bai-xa-hoa-an-trang.zip');
      for (const [path, bytes] of files) {
        const kept = work.files.get(`articles/${path}`);
        assert.ok(known.unread.includes(path) ? !kept : bytes.equals(kept), `${path} is as it came`);
      }

      // The packer on the clerk's own folder, with archive.toml from the desk beside it.
      const source = [...files].map(([path, bytes]) => [`articles/${path}`, bytes]);
      const expected = await packed(root, new Map([...source, ['archive.toml', work.files.get('archive.toml')]]));
      same(site.files, expected);
      const isBundle = ([path]) => path === 'archive.json' || path === 'offline.json' || path.startsWith('parts/');
      same(archive.files, new Map([...expected].filter(isBundle)));
      for (const path of ['nguon/', 'bai/']) {
        assert.ok([...expected.keys()].some((file) => file.startsWith(path)), `${path} is in the site`);
      }
      assert.ok([...expected.keys()].some((path) => path.startsWith('parts/png-')), 'the picture is in the bundle');

      await previewed(page, known.pictured);
      await published(visit, root, site.files);
      await visit.check();
      assert.deepEqual([...new Set(sent.map(([method]) => method))], ['GET'], 'nothing is sent');
      assert.ok(sent.every(([, body]) => body === null), 'nothing is sent');
    } finally {
      await visit.end();
    }
  });
});

/** Names the archive and a unit, corrects an article, leaves a copy out; then the tab is reloaded. */
async function corrected(page) {
  await page.getByLabel('Người làm').fill('Lan');
  await page.getByLabel('Người làm').blur();
  await page.getByLabel('Tên kho').fill('Kho bài xã Hòa An');
  await page.getByLabel('Tên kho').blur();
  await saved(page);
  await page.getByLabel('Tên đơn vị').fill('Xã Hòa An');
  await main(page).getByRole('button', { name: 'Thêm', exact: true }).click();
  await saved(page);
  await bound(page);
  const before = told(12);
  await page.getByLabel('Tìm theo tên bài, tên tệp').fill('bài 2.txt');
  await row(page, before.title).getByRole('button', { name: 'Xem và sửa' }).click();
  await says(page, 'Bài bắt đầu thế này');
  await accessible(page, 'the editor');
  await page.getByLabel('Ngày đăng').fill('31/2/2020');
  await page.getByLabel('Ngày đăng').blur();
  await says(page, '“31/2/2020” không phải một ngày');
  await page.getByLabel('Ngày đăng').fill('5/6/2019');
  await page.getByLabel('Ngày đăng').blur();
  await saved(page);
  await page.getByLabel('Tên bài', { exact: true }).fill('Tên bài đã sửa');
  await page.getByLabel('Tên bài', { exact: true }).blur();
  await saved(page);
  await bound(page);
  await row(page, 'Tên bài đã sửa').waitFor();
  await says(page, /Lan ghi ngày 14\/10\/2026/);
  await page.getByLabel('Tìm theo tên bài, tên tệp').fill('');
  await button(page, /Chỉ giữ bài này.*một\.txt/).click();
  await saved(page);
  await bound(page);
  await says(page, 'Bạn đã bỏ bài này khỏi kho.');

  await page.reload();
  await drawn(page);
  await button(page, 'Tiếp tục việc đang làm dở').click();
  await ready(page);
  await button(page, /^Đã sửa/).click();
  await row(page, 'Tên bài đã sửa').waitFor();
  assert.equal(await page.getByLabel('Tên kho').inputValue(), 'Kho bài xã Hòa An');
  assert.equal(await page.getByLabel('Người làm').inputValue(), 'Lan');
  await says(page, 'Bạn đã bỏ bài này khỏi kho.');
}

/** The archive is seen as a reader will see it, and the desk is as it was. */
async function previewed(page, pictured) {
  await button(page, 'Xem thử như người đọc').click();
  await page.getByText('Đang xem thử kho vừa làm').waitFor(LONG);
  await page.getByRole('banner').getByText('Kho bài xã Hòa An').waitFor();
  await page.goto(`${page.url().split('#')[0]}#/tim?q=ten%20bai%20da%20sua`);
  await main(page).getByRole('link', { name: 'Tên bài đã sửa' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Tên bài đã sửa' }).waitFor();
  await accessible(page, 'a previewed article');
  await page.goto(`${page.url().split('#')[0]}#/tim?q=${encodeURIComponent(`"${pictured.title}"`)}`);
  await main(page).getByRole('link', { name: pictured.title }).first().click();
  const picture = main(page).getByRole('img', { name: 'Bà con dự lễ' });
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction((img) => img.complete && img.naturalWidth === 320, await picture.elementHandle());
  await page.getByRole('button', { name: 'Về bàn làm việc' }).click();
  await ready(page);
  assert.equal(await page.getByText('Đang xem thử kho vừa làm').count(), 0);
}

/** The site opens from a server like any other. */
async function published({ context }, root, files) {
  const place = join(root, 'trang');
  await mkdir(place);
  await write(place, files);
  const site = await serve(place);
  const page = await (await browser().newContext({ serviceWorkers: 'block', locale: 'vi-VN' })).newPage();
  try {
    await page.goto(`${site.url}?ngay=${DAY}#/`);
    await page.getByRole('banner').getByText('Kho bài xã Hòa An').waitFor();
    await page.goto(`${site.url}?ngay=${DAY}#/tim?q=thuy%20loi`);
    await main(page).getByRole('link', { name: /thủy lợi/ }).first().waitFor();
  } finally {
    await page.context().close();
    await site.close();
  }
  assert.ok(context);
}

const few = () => new Map([...folder().files].filter(([path]) => path.startsWith('tin/')).slice(0, 3));

journey('work moves to another computer as one file', {}, async ({ page, open, context }) => {
  await onDisk(few(), async (root, place) => {
    await open('#/ban-lam-viec');
    await page.locator('#desk-folder').setInputFiles(place);
    await ready(page);
    await page.getByLabel('Tên kho').fill('Kho mang đi');
    await page.getByLabel('Tên kho').blur();
    await saved(page);
    await bound(page);
    const coming = page.waitForEvent('download');
    await button(page, 'Tải việc đang làm').click();
    const file = join(root, 'viec.zip');
    await (await coming).saveAs(file);

    await button(page, 'Dọn bàn, làm kho khác').click();
    await accessible(page, 'the question before clearing');
    await button(page, 'Dọn hết').click();
    await says(page, 'Thả thư mục bài vào đây');
    await page.locator('#desk-files').setInputFiles(file);
    await ready(page);
    assert.equal(await page.getByLabel('Tên kho').inputValue(), 'Kho mang đi');
    assert.equal(await main(page).locator('.desk-report .desk-row').count(), 3);
    assert.ok(context);
  });
});

journey('the desk on a phone: files are chosen, doubled ones are told', { size: PHONE, touch: true }, async ({ page, open }) => {
  await onDisk(few(), async (root, place) => {
    await open('#/ban-lam-viec');
    await fits(page, 'an empty desk on a phone');
    await page.locator('#desk-folder').setInputFiles(place);
    await ready(page);
    await fits(page, 'the report on a phone');
    await accessible(page, 'the report on a phone');
    await main(page).getByRole('button', { name: /^Xem và sửa/ }).first().click();
    await says(page, 'Bài bắt đầu thế này');
    await fits(page, 'the editor on a phone');
    await button(page, 'Chữ đọc sai? Xem các cách đọc').click();
    await says(page, 'Chọn cách đọc nào cho ra tiếng Việt đúng');
    await fits(page, 'the readings on a phone');
    await page.locator('#desk-folder').setInputFiles(place);
    await says(page, 'trong đó 3 tệp đã có từ trước và giống hệt', LONG);
  });
});

journey('an encoding is chosen by what it reads', {}, async ({ page, open }) => {
  const { files, known } = folder();
  const [{ path, title }] = known.old;
  await onDisk(new Map([[path, files.get(path)]]), async (root, place) => {
    await open('#/ban-lam-viec');
    await page.locator('#desk-folder').setInputFiles(place);
    await ready(page);
    await main(page).getByRole('button', { name: /^Xem và sửa/ }).click();
    await button(page, 'Chữ đọc sai? Xem các cách đọc').click();
    const taken = main(page).locator('.desk-reading').filter({ has: page.locator(':checked') });
    assert.match(await taken.innerText(), /TCVN3/);
    await main(page).locator('.desk-reading').filter({ hasText: 'VISCII' }).getByRole('radio').check();
    await saved(page);
    await bound(page);
    assert.notEqual(await main(page).locator('.desk-report .desk-name').innerText(), title);
    await main(page).locator('.desk-reading').filter({ hasText: 'TCVN3' }).getByRole('radio').check();
    await saved(page);
    await bound(page);
    await main(page).locator('.desk-report .desk-name').filter({ hasText: title }).waitFor();
  });
});

journey('a second tab is told that the desk is in use', {}, async ({ page, open, context, site }) => {
  await open('#/ban-lam-viec');
  await says(page, 'Thả thư mục bài vào đây');
  const other = await context.newPage();
  await other.goto(`${site.url}?ngay=${DAY}#/ban-lam-viec`);
  await main(other).getByText('Bàn làm việc đang mở ở một thẻ').waitFor();
  await accessible(other, 'a desk in use');
});

journey('readers never load the indexer nor the desk; a site without an archive has a desk', { changes: [['archive.json', { missing: true }]], expects: [/404.*archive\.json/] }, async ({ page, open, site }) => {
  await open('#/');
  assert.ok(!site.sent.some(({ path }) => /\/(indexer|desk)-/.test(path)), 'a reader loads neither');
  await page.goto(page.url().replace(/#.*/, '#/ban-lam-viec'));
  await says(page, 'Thả thư mục bài vào đây');
});

journey('a store that is full is told, and the work can be saved', {
  init: () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function full(...given) {
      if (this.name === 'bytes') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };
  },
}, async ({ page, open }) => {
  await onDisk(few(), async (root, place) => {
    await open('#/ban-lam-viec');
    await page.locator('#desk-folder').setInputFiles(place);
    await says(page, 'đã đầy');
    await accessible(page, 'a full store');
  });
});

journey('without a store the desk works until the tab is closed, and says so', {
  init: () => Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('no', 'SecurityError'); } }),
}, async ({ page, open }) => {
  await onDisk(few(), async (root, place) => {
    await open('#/ban-lam-viec');
    await says(page, 'đóng thẻ là mất');
    await page.locator('#desk-folder').setInputFiles(place);
    await ready(page);
    assert.equal(await main(page).locator('.desk-report .desk-row').count(), 3);
  });
});

