// A set written by hand, indexed in the browser: the same site with another archive.json.

import assert from 'node:assert/strict';
import { accessible, journey, useBrowser } from './harness.mjs';

useBrowser();

const HOSTILE = '<script>document.title = "taken"</script><img src=x onerror="alert(1)"><b>đậm</b> & đủ';

const SET = {
  schema: 1,
  title: 'Kho viết tay xã Thí Nghiệm',
  language: 'vi',
  articles: [
    {
      title: 'Khánh thành cầu <b>Bến Tre</b> thôn Hạ',
      published: '2026-10-01',
      text: `Sáng 01/10/2026, thôn Hạ khánh thành cầu dân sinh.\n\n${HOSTILE}\n\nNhân dân phấn khởi đi qua cầu mới.`,
    },
    {
      title: 'Ra quân trồng cây đầu xuân',
      published: '2026-02-20',
      text: 'Toàn xã ra quân trồng hai nghìn cây xanh.\n\nĐoàn Thanh niên làm nòng cốt.',
    },
  ],
};

const written = (set) => ({ changes: [['archive.json', { body: JSON.stringify(set) }]] });

journey('a hand-written set opens, reads and searches', written(SET), async ({ page, open, site }) => {
  await open('#/');
  await page.getByRole('banner').getByText(SET.title).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Ra quân trồng cây' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Ra quân trồng cây đầu xuân' }).waitFor();
  await page.getByText('Đoàn Thanh niên làm nòng cốt.').waitFor();
  await page.goto(page.url().replace(/#.*/, '#/tim?q=thon%20ha'));
  await page.getByRole('main').getByRole('link', { name: /Khánh thành cầu/ }).first().waitFor();
  await accessible(page, 'a hand-written set');
  const asked = (name) => site.sent.some(({ path }) => path.includes(`/${name}-`) && path.endsWith('.wasm'));
  assert.ok(asked('indexer') && !asked('desk-reader'), 'what binds, without what only the desk reads');
});

journey('article text with script and markup shows as text', written(SET), async ({ page, open }) => {
  await open('#/');
  await page.getByRole('main').getByRole('link', { name: /Khánh thành cầu/ }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Khánh thành cầu <b>Bến Tre</b> thôn Hạ' }).waitFor();
  await page.getByText('<script>document.title = "taken"</script>').waitFor();
  assert.notEqual(await page.title(), 'taken');
  assert.equal(await page.locator('main article img, main article script, main article b').count(), 0);
});

journey('a set without articles opens and says so', written({ ...SET, articles: [] }), async ({ page, open }) => {
  await open('#/');
  await page.getByRole('banner').getByText(SET.title).waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await accessible(page, 'an empty archive');
});

const ENGLISH = { ...SET, articles: [SET.articles[1], { title: 'The new bridge', published: '2026-10-01', language: 'en', text: 'The commune opened a bridge.' }] };

/** A device whose voices speak these languages. */
const voices = (...languages) => {
  const synthesis = `{ speaking: false, paused: false, cancel() {}, speak() {}, addEventListener() {}, getVoices: () => ${JSON.stringify(languages.map((lang) => ({ lang, name: lang, localService: true })))} }`;
  return `Object.defineProperty(window, 'speechSynthesis', { value: ${synthesis} });`;
};

for (const [languages, reads] of [[['vi-VN'], ['Ra quân trồng cây đầu xuân']], [['en-US', 'vi-VN'], ['The new bridge', 'Ra quân trồng cây đầu xuân']]]) {
  journey(`an article in English says so; voices of ${languages} read aloud what they can`, { ...written(ENGLISH), init: { content: voices(...languages) } }, async ({ page, open }) => {
    await open('#/');
    for (const { title, language = 'vi' } of ENGLISH.articles) {
      await page.getByRole('banner').getByRole('link', { name: SET.title }).click();
      await page.getByRole('main').getByRole('link', { name: title }).first().click();
      const heading = page.getByRole('heading', { level: 1, name: title });
      await heading.waitFor();
      await page.locator('.actions').waitFor();
      assert.equal(await heading.getAttribute('lang'), language);
      assert.equal(await page.locator('.article-text').getAttribute('lang'), language);
      assert.equal(await page.locator('#nghe-doc').count(), reads.includes(title) ? 1 : 0, `${title} read aloud`);
    }
    await accessible(page, 'an article in another language');
  });
}
