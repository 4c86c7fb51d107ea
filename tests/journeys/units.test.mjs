// What became of my commune, and what did it do: units found by any name, their pages, their
// dossiers, two side by side.

import assert from 'node:assert/strict';
import { accessible, fits, journey, useBrowser, PHONE } from './harness.mjs';
import { article } from './archive.mjs';

useBrowser();

const main = (page) => page.getByRole('main');
const field = (page) => main(page).getByRole('search').getByRole('textbox');
const title = (page, name) => main(page).getByRole('heading', { level: 1, name });
const ours = (page) => main(page).locator('section', { has: page.getByRole('heading', { name: 'Trong kho này' }) });
const country = (page) => main(page).locator('section', { has: page.getByRole('heading', { name: /Cả nước/ }) });
const isGazetteer = (name) => name.startsWith('gazetteer-');
const asked = (seen) => seen.requests.filter((url) => /\/gazetteer-/.test(url));

const { title: about } = await article('001');

journey('today’s name leads to the articles of what was there before, and back', { size: PHONE, touch: true }, async ({ page, open, seen }) => {
  await open('#/don-vi');
  assert.equal(asked(seen).length, 0, 'no gazetteer before a name is typed');
  await field(page).pressSequentially('viet hung', { delay: 20 });
  const row = ours(page).getByRole('listitem').filter({ hasText: 'Phường Việt Hưng' }).first();
  await row.waitFor();
  const before = row.getByRole('link', { name: /Phường Đức Giang · 1 bài/ });
  await country(page).getByRole('listitem').first().waitFor();
  await accessible(page, 'units found by name');
  await fits(page, 'units found by name');
  await before.tap();
  await title(page, 'Phường Đức Giang').waitFor();
  await main(page).getByRole('img', { name: /Việt Hưng và phường Bồ Đề/ }).waitFor();
  await accessible(page, 'a unit');
  await fits(page, 'a unit');
  await main(page).getByRole('link', { name: about }).first().tap();
  await title(page, about).waitFor();
  await page.goBack();
  await title(page, 'Phường Đức Giang').waitFor();
  await page.goBack();
  await row.waitFor();
  assert.equal(await field(page).inputValue(), 'viet hung');
});

journey('three places of one name are told apart', {}, async ({ page, open }) => {
  await open('#/don-vi?q=song%20lo');
  const rows = ours(page).getByRole('link').filter({ has: page.locator('.row-name') });
  await rows.first().waitFor();
  const told = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  const places = told.filter((text) => /^(Huyện|Xã) Sông Lô/.test(text));
  assert.equal(places.length, 3, places.join(' | '));
  assert.ok(places.some((text) => /Huyện Sông Lô Tỉnh Vĩnh Phúc.*01\/07\/2025/.test(text)), places.join(' | '));
  assert.ok(places.some((text) => /Xã Sông Lô Tỉnh Phú Thọ.*từ 01\/07\/2025/.test(text)), places.join(' | '));
  assert.ok(places.some((text) => /Xã Sông Lô Thành phố Việt Trì/.test(text)), places.join(' | '));
});

journey('a place that the archive does not know is found with what it became', {}, async ({ page, open }) => {
  await open('#/don-vi?q=nhan%20dao');
  const row = country(page).getByRole('listitem').filter({ hasText: 'Huyện Sông Lô' });
  await row.waitFor();
  assert.match(await row.innerText(), /đến 01\/07\/2025[^]*Nay là Xã Hải Lựu/);
  await row.getByRole('link', { name: 'Xã Hải Lựu' }).click();
  await title(page, 'Xã Hải Lựu').waitFor();
});

journey('without the gazetteer the archive’s own units are still found', { changes: [[isGazetteer, { missing: true }]], expects: [/404/] }, async ({ page, open }) => {
  await open('#/don-vi?q=song%20lo');
  await main(page).getByRole('status').filter({ hasText: 'chưa tải được' }).waitFor();
  await ours(page).getByRole('link', { name: /Huyện Sông Lô/ }).first().waitFor();
});

journey('a dossier is saved and printed', {}, async ({ page, open }) => {
  await open('#/don-vi/huyen-song-lo');
  await main(page).getByRole('link', { name: 'Hồ sơ để in hoặc lưu' }).click();
  await title(page, 'Huyện Sông Lô').waitFor();
  await accessible(page, 'a dossier');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    main(page).getByRole('button', { name: 'Lưu JSON-LD' }).click(),
  ]);
  assert.equal(file.suggestedFilename(), 'huyen-song-lo.jsonld');
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const told = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  assert.equal(told['@type'], 'AdministrativeArea');
  assert.equal(told['dct:isReplacedBy'].length, 5);
  assert.equal(told.subjectOf.length, 2);
  const pdf = await page.pdf({ path: process.env.BIEN_NIEN_PDF });
  assert.ok(pdf.length > 10_000 && pdf.subarray(0, 4).toString() === '%PDF');
});

journey('two units side by side', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/so-sanh?a=huyen-song-lo');
  await main(page).getByLabel('Đơn vị thứ hai').selectOption('phuong-duc-giang');
  await page.waitForFunction(() => location.hash.includes('b=phuong-duc-giang'));
  await main(page).getByRole('columnheader', { name: 'Phường Đức Giang' }).waitFor();
  await main(page).getByRole('row', { name: /Ngày kỷ niệm cùng nhắc đến.*dân vận/i }).waitFor();
  await accessible(page, 'two units side by side');
  await fits(page, 'two units side by side');
});

journey('searching for today’s name offers the unit that has the articles', {}, async ({ page, open }) => {
  await open('#/tim?q=viet%20hung');
  const units = main(page).getByRole('list', { name: 'Đơn vị' });
  await units.getByRole('link', { name: 'Phường Đức Giang · 1 bài' }).waitFor();
  await units.getByRole('link', { name: 'Phường Việt Hưng' }).waitFor();
  await accessible(page, 'a search that names a unit');
});

journey('a chosen unit stands for what is in it, and the address says so', {}, async ({ page, open }) => {
  await open('#/tim?dv=huyen-song-lo&kem=trong');
  const parts = main(page).getByRole('checkbox', { name: /bên trong/ });
  await parts.waitFor();
  assert.ok(await parts.isChecked());
  await main(page).getByRole('status').filter({ hasText: '2 bài' }).waitFor();
  await parts.uncheck();
  await page.waitForFunction(() => !location.hash.includes('kem='));
});
