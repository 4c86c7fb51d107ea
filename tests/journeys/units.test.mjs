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

/** Pages of a PDF, and fonts in it: its objects are compressed, their heads may not be. */
async function printed(pdf) {
  const { inflateSync } = await import('node:zlib');
  let all = pdf.toString('latin1');
  for (const found of pdf.toString('latin1').matchAll(/stream\r?\n/g)) {
    const start = found.index + found[0].length;
    const end = pdf.indexOf('endstream', start);
    try {
      all += inflateSync(pdf.subarray(start, end)).toString('latin1');
    } catch {
      // A font's or a picture's own stream.
    }
  }
  const count = (pattern) => [...all.matchAll(pattern)].length;
  return { pages: count(/\/Type\s*\/Page\b(?!s)/g), text: { fonts: count(/\/Type\s*\/Font\b/g) } };
}

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
});

journey('a dossier prints to a clean PDF', {}, async ({ page, open }) => {
  await open('#/don-vi/huyen-song-lo/ho-so');
  await title(page, 'Huyện Sông Lô').waitFor();
  // What stands on paper, and what does not.
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['banner', 'contentinfo']) {
    assert.equal(await page.getByRole(gone).filter({ visible: true }).count(), 0, `${gone} on paper`);
  }
  assert.equal(await page.getByRole('button').filter({ visible: true }).count(), 0, 'buttons on paper');
  const links = main(page).getByRole('link').filter({ visible: true });
  const lines = await links.evaluateAll((all) => all.map((link) => getComputedStyle(link).textDecorationLine));
  assert.ok(lines.length > 5 && lines.every((line) => line === 'none'), lines.join(' '));
  const pdf = await page.pdf({ path: process.env.BIEN_NIEN_PDF, format: 'A4', printBackground: true, preferCSSPageSize: true });
  const { pages, text } = await printed(pdf);
  assert.ok(pages >= 2 && pages <= 5, `${pages} pages`);
  assert.ok(text.fonts > 0, 'the PDF holds text, not a picture');
});
journey('a unit tells of its bodies, each with the sentence that names it', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/don-vi/huyen-song-lo');
  const bodies = main(page).locator('section', { has: page.getByRole('heading', { name: 'Cơ quan, tổ chức' }) });
  const row = (name) => bodies.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const own = row('Huyện ủy Sông Lô');
  await own.waitFor();
  assert.match(await own.innerText(), /2 bài[^]*09\/10\/2020 – 13\/10\/2020[^]*nêu rõ/i);
  // One that the publisher did not name: only the articles do.
  const party = row('Đảng bộ huyện Sông Lô');
  await party.locator('summary').tap();
  await party.getByText(/Đại hội đại biểu Đảng bộ huyện Sông Lô các nhiệm kỳ/).waitFor();
  await accessible(page, 'the bodies of a unit');
  await fits(page, 'the bodies of a unit');
  await party.getByRole('link', { name: 'Mở câu này trong bài' }).last().tap();
  await main(page).locator('mark, .is-target').filter({ hasText: 'Đảng bộ huyện Sông Lô' }).first().waitFor();
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
