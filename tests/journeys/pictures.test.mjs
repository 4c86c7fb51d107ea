// Pictures beside an article: dropped on the clerk's desk with it, seen in the preview, and in the finished
// site loaded late, in a box that was kept for them; one that is missing is told.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DESK, PHONE, accessible, begin, drawn, fits, useBrowser } from './harness.mjs';
import { png, write } from './lib/folder.mjs';
import { unzip } from './lib/zip.mjs';

const browser = useBrowser();
const LONG = { timeout: 60_000 };
const TITLE = 'Khánh thành cầu dân sinh thôn Bến';
/** Hills before a sky, as a scanner of grey photographs leaves them. */
const hills = (x, y) => (y > 120 + 40 * Math.sin(x / 60) ? 70 + (y % 40) : 225 - y / 4);

/** A saved page with a folder of pictures beside it; its last picture is far below, one is missing. */
function files() {
  const line = (n) => `<p>Đoạn thứ ${n}: bà con thôn Bến góp công, góp cát sỏi cùng xã làm cây cầu bắc qua suối, mỗi hộ một ngày công trong suốt mùa khô.</p>`;
  const lines = Array.from({ length: 70 }, (_, at) => line(at + 1));
  const picture = (name, alt, caption) => `<p><img src="cau_files/${name}" alt="${alt}"></p><p><i>Ảnh: ${caption}</i></p>`;
  lines.splice(2, 0, picture('dau.png', 'Cây cầu mới nhìn từ bờ suối', 'Cây cầu mới nhìn từ bờ suối'));
  lines.splice(5, 0, picture('mat.png', 'Bà con cắt băng', 'Bà con cắt băng khánh thành'));
  lines.push(picture('cuoi.png', 'Trẻ em đến trường qua cầu', 'Trẻ em đến trường qua cầu'));
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${TITLE}</title></head><body><div class="menu"><a href="/">Trang chủ</a></div><div class="content"><h1>${TITLE}</h1><p>Ngày đăng: 12/10/2020</p>${lines.join('\n')}</div></body></html>`;
  return new Map([
    ['bài/cau.html', Buffer.from(html)],
    ['bài/cau_files/dau.png', png(640, 400, hills)],
    ['bài/cau_files/cuoi.png', png(500, 700, hills)],
  ]);
}

const main = (page) => page.getByRole('main');
const shown = (page, alt) => main(page).getByRole('img', { name: alt });
const loaded = async (page, picture) => page.waitForFunction((img) => img.complete && img.naturalWidth > 0, await picture.elementHandle());

/** Makes the site on the desk; returns its files. */
async function made(root) {
  const visit = await begin(browser());
  try {
    const { page } = visit;
    await write(join(root, 'kho'), files());
    await visit.open('#/ban-lam-viec');
    await page.locator('#desk-folder').setInputFiles(join(root, 'kho'));
    await main(page).getByRole('heading', { name: 'Đã đọc được gì' }).waitFor(LONG);
    await main(page).getByRole('button', { name: /^Xem và sửa/ }).first().click();
    await main(page).getByText(/1 ảnh của bài không có trong thư mục.*mat\.png/).first().waitFor();

    await main(page).getByRole('button', { name: 'Xem thử như người đọc' }).click();
    await page.getByText('Đang xem thử kho vừa làm').waitFor(LONG);
    await main(page).getByRole('link', { name: TITLE }).first().click();
    const first = shown(page, 'Cây cầu mới nhìn từ bờ suối');
    await first.scrollIntoViewIfNeeded();
    await loaded(page, first);
    await page.getByRole('button', { name: 'Về bàn làm việc' }).click();

    const coming = page.waitForEvent('download', LONG);
    await main(page).getByRole('button', { name: 'Tải trang web' }).click();
    await visit.check();
    return unzip(await readFile(await (await coming).path()));
  } finally {
    await visit.end();
  }
}

/** The article in a site, opened by its name. */
async function opened(site, options) {
  const visit = await begin(browser(), { folder: site, ...options });
  await visit.open('#/');
  await main(visit.page).getByRole('link', { name: TITLE }).first().click();
  await visit.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await drawn(visit.page);
  return visit;
}

test('pictures of an article, from a folder to a finished site', { timeout: 240_000 }, async () => {
  const root = await mkdtemp(join(tmpdir(), 'bien-nien-anh-'));
  const site = join(root, 'trang');
  try {
    await mkdir(site);
    const all = await made(root);
    await write(site, all);
    const pictures = [...all.keys()].filter((path) => path.startsWith('parts/png-'));
    assert.equal(pictures.length, 2, 'each picture once');
    for (const size of [DESK, PHONE]) {
      // Pictures come late: their boxes are there before them, and nothing moves when they come.
      const late = [(path) => path.startsWith('parts/png-'), { delay: 1500 }];
      const visit = await opened(site, { size, changes: [late] });
      try {
        const { page, site: host } = visit;
        const first = shown(page, 'Cây cầu mới nhìn từ bờ suối');
        await first.scrollIntoViewIfNeeded();
        const below = main(page).getByText('Đoạn thứ 3:');
        const [box, before] = [await first.boundingBox(), await below.boundingBox()];
        assert.ok(Math.abs(box.width / box.height - 640 / 400) < 0.02, 'a box of the picture\'s shape');
        assert.equal(await first.evaluate((img) => img.naturalWidth), 0, 'it is not here yet');
        await loaded(page, first);
        assert.deepEqual(await below.boundingBox(), before, 'nothing moved');
        await accessible(page, 'an article with pictures');
        await fits(page, 'an article with pictures');
        const sent = () => host.sent.filter(({ path }) => /parts\/png-/.test(path)).length;
        assert.equal(sent(), 1, 'what is far below is not loaded');
        const last = shown(page, 'Trẻ em đến trường qua cầu');
        await last.scrollIntoViewIfNeeded();
        await loaded(page, last);
        assert.equal(sent(), 2);
        // One is not in the archive: its words say so.
        await main(page).getByText('Bà con cắt băng khánh thành').first().waitFor();
        await main(page).getByText('Ảnh không có trong kho').first().waitFor();
        await visit.check();
      } finally {
        await visit.end();
      }
    }
    // One that the server lost: told in its place, and the words go on.
    const lost = [(path) => path.startsWith('parts/png-'), { missing: true }];
    const visit = await opened(site, { changes: [lost] });
    try {
      await visit.page.locator('.article-picture').first().scrollIntoViewIfNeeded();
      await main(visit.page).getByText('Chưa tải được ảnh này.').first().waitFor();
      await main(visit.page).getByText('Đoạn thứ 3:').waitFor();
      await accessible(visit.page, 'a picture that was lost');
      await visit.check([/404.*png-/]);
    } finally {
      await visit.end();
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
