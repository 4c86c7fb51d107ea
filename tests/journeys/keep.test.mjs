// The page about what the device keeps: save, pause, check, carry out and in, and what it says when
// that cannot be.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SITE, accessible, fits } from './harness.mjs';
import { article, manifest } from './archive.mjs';
import { ask, firstVisit, journey, open, until } from './lib/visit.mjs';
import { insideOfAPart } from './lib/zip.mjs';

/** A reader who saves data: nothing is saved unasked. */
const frugal = () => Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });

const button = (page, name) => page.getByRole('main').getByRole('button', { name });
const says = (page, text) => page.getByRole('main').getByText(text).first().waitFor();

const ready = (page) => until(page, () => navigator.serviceWorker.controller && window.bienNienOffline.registration?.active);

journey('saves everything when it is told to, and pauses', async (phone) => {
  const slow = [[(path) => path.startsWith('parts/'), { delay: 400 }]];
  await phone.online(SITE);
  const { page, url, seen } = await phone.start(frugal);
  await open(page, url, '#/luu');
  await ready(page);
  await says(page, 'Chưa lưu toàn bộ kho');
  await accessible(page, 'nothing saved');
  await fits(page, 'nothing saved');
  await ask(page, { type: 'forget' });
  await phone.online(SITE, slow);
  await button(page, 'Lưu toàn bộ').click();
  await page.getByRole('progressbar').waitFor();
  await accessible(page, 'while saving');
  await button(page, 'Tạm dừng').click();
  await button(page, /Lưu tiếp|Kiểm tra/).waitFor();
  const { done, total } = await ask(page, { type: 'state', ask: false });
  if (done < total) {
    await says(page, /Đã tạm dừng ở|Mới lưu được một phần/);
    await button(page, 'Lưu tiếp').click();
  }
  await says(page, 'Đã lưu toàn bộ kho');
  await button(page, 'Kiểm tra bản đã lưu').click();
  await says(page, `Cả ${total} phần đều khớp mã kiểm tra`);
  await accessible(page, 'everything saved');
  await fits(page, 'everything saved');
  await phone.offline();
  await open(page, url, '#/luu');
  await says(page, 'Đã lưu toàn bộ kho');
  assert.deepEqual([seen.violations, seen.crashes], [[], []]);
});

journey('a connection that is lost while saving is said; saving goes on with it', async (phone) => {
  await phone.online(SITE);
  const { page, url } = await phone.start(frugal);
  await open(page, url, '#/luu');
  await ready(page);
  await ask(page, { type: 'forget' });
  await ask(page, { type: 'save', fresh: true, most: 2 });
  await open(page, url, '#/luu');
  await button(page, 'Lưu tiếp').waitFor();
  await phone.offline();
  await button(page, 'Lưu tiếp').click();
  await page.getByRole('alert').getByText('Mất mạng').waitFor();
  await accessible(page, 'a lost connection');
  await phone.online(SITE);
  await button(page, 'Lưu tiếp').click();
  await says(page, 'Đã lưu toàn bộ kho');
});

journey('what is damaged on the device is named, and saved again', async (phone) => {
  const { page, url } = await firstVisit(phone);
  await open(page, url, '#/luu');
  await says(page, 'Đã lưu toàn bộ kho');
  const path = await page.evaluate(async (url) => {
    const data = await caches.open((await caches.keys()).find((name) => name.startsWith('bien-nien-data')));
    const key = (await data.keys()).find(({ url }) => url.includes('/parts/articles-'));
    await data.put(key, new Response('[]'));
    return key.url.slice(url.length);
  }, url);
  await button(page, 'Kiểm tra bản đã lưu').click();
  await says(page, 'Những phần sau bị hỏng');
  await says(page, path);
  await button(page, 'Lưu tiếp').click();
  await says(page, 'Đã lưu toàn bộ kho');
});

journey('what the browser cleared is said', async (phone) => {
  const { page, url } = await firstVisit(phone);
  await open(page, url, '#/luu');
  await says(page, 'Đã lưu toàn bộ kho');
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (name.startsWith('bien-nien-data')) await caches.delete(name);
    window.dispatchEvent(new Event('bien-nien-offline'));
  });
  await says(page, 'trình duyệt đã xóa');
});

journey('out and in as one file, the server gone in between; a tampered one is named', async (phone) => {
  const { page, url } = await firstVisit(phone);
  await open(page, url, '#/luu');
  const download = page.waitForEvent('download');
  await button(page, 'Xuất kho thành một tệp').click();
  const file = await download;
  assert.equal(file.suggestedFilename().normalize('NFC'), `${(await manifest()).title}.zip`.replace(/[/\\:*?"<>|]/g, '_'));
  const path = join(tmpdir(), `bien-nien-${process.pid}.zip`);
  await file.saveAs(path);
  const bytes = await readFile(path);
  await button(page, 'Xóa bản đã lưu').click();
  await says(page, 'Chưa lưu toàn bộ kho').catch(() => {});
  await phone.offline();
  const field = page.getByLabel(/Nhận kho từ tệp/);
  const altered = Buffer.from(bytes);
  altered[insideOfAPart(bytes)] ^= 1;
  await writeFile(path, altered);
  await field.setInputFiles(path);
  await page.getByRole('alert').getByText(/Mã kiểm tra không khớp/).waitFor();
  await page.getByRole('alert').getByText(/parts\//).waitFor();
  await writeFile(path, bytes.subarray(0, 1000));
  await field.setInputFiles(path);
  await page.getByRole('alert').getByText('không phải tệp kho').waitFor();
  await writeFile(path, bytes);
  await field.setInputFiles(path);
  await says(page, 'Đã nhận xong kho từ tệp');
  const { id, title } = await article('002');
  await open(page, url, `#/bai/${id}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
});

for (const [name, init, sentence] of [
  ['no service workers', () => delete Navigator.prototype.serviceWorker, /không lưu được: có thể là cửa sổ riêng tư/],
  ['service workers forbidden', () => { if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error('SecurityError')); }, /chặn việc lưu/],
]) {
  journey(`${name}: the page says why nothing is kept`, async (phone) => {
    await phone.online(SITE);
    const { page, url } = await phone.start(init);
    await open(page, url, '#/luu');
    await says(page, sentence);
    await accessible(page, name);
  });
}
