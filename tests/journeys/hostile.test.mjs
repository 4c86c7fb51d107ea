// Archives made to do harm. Each ends in the archive shown as text or in a clear sentence, in bounded
// time, with nothing run, nothing fetched from elsewhere and nothing blank.

import assert from 'node:assert/strict';
import { drawn, journey, useBrowser } from './harness.mjs';

useBrowser();

const SCRIPT = '"><script>window.taken = 1</script><img src=x onerror="window.taken=1"><svg onload="window.taken=1"> javascript:window.taken=1';

/** Every text field of a set holds markup. */
const SCRIPTS = {
  schema: 1,
  title: `Kho ${SCRIPT}`,
  publisher: SCRIPT,
  description: SCRIPT,
  contact: SCRIPT,
  base_url: 'javascript:window.taken=1',
  language: 'vi',
  units: [
    { id: 'xa-a', kind: 'commune', name: `Xã ${SCRIPT}`, aliases: [SCRIPT], source: { kind: 'citation', text: SCRIPT } },
  ],
  articles: [
    {
      title: `Bài ${SCRIPT}`,
      section: SCRIPT,
      unit: `Xã ${SCRIPT}`,
      authors: [SCRIPT],
      url: 'javascript:window.taken=1',
      published: '2026-10-01',
      text: `Kỷ niệm 96 năm công tác dân vận (15/10/1930-15/10/2026) ${SCRIPT}\n\nĐồng chí Nguyễn Văn ${SCRIPT}, Bí thư Đảng ủy xã.`,
    },
  ],
};

const PLACES = ['#/', '#/tim?q=script', '#/tim?q=%22%3E%3Cscript%3E', '#/dong-thoi-gian', '#/don-vi', '#/gioi-thieu', '#/hom-nay', '#/bai/%3Cscript%3E', '#/khong-co/<img src=x onerror=alert(1)>'];

const set = (body) => ({ changes: [['archive.json', { body: typeof body === 'string' ? body : JSON.stringify(body) }]] });

const shows = async (page) => (await page.getByRole('main').innerText()).trim();

journey('markup in every text field stays text on every page', set(SCRIPTS), async ({ page, open }) => {
  await open('#/');
  const links = await page.getByRole('main').locator('a[href^="#/bai/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(links.length > 0);
  for (const place of [...PLACES, links[0], `${links[0].split('?')[0]}/nguyen-ban`, '#/don-vi/xa-a']) {
    await open(place);
    assert.ok((await shows(page)).length > 0, place);
    assert.equal(await page.evaluate(() => window.taken), undefined, place);
    const found = await page.locator('#app script, #app img, #app svg[onload], #app [onerror], #app a[href^="javascript:"]').count();
    assert.equal(found, 0, `${place}: markup of an archive became markup of the page`);
  }
});

const article = (more) => ({ title: 'Bài', text: 'Chữ của bài.', published: '2026-10-01', ...more });
const archive = (articles, more) => ({ schema: 1, title: 'Kho thử', articles, ...more });

const nested = `{"schema":1,"title":"Kho thử","articles":[{"title":"Bài","text":"Chữ.","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`;
const numbers = '{"schema":1,"title":"Kho thử","articles":[{"title":"Bài","text":"Chữ.","views":1e999999,"n":-99999999999999999999999999999}]}';
const surrogates = '{"schema":1,"title":"Kho \\ud800 thử","articles":[{"title":"Bài \\udfff lẻ","text":"Chữ \\ud83d cụt."}]}';

for (const [name, body] of [
  ['a title of a million characters', archive([article({ title: 'Dài '.repeat(250_000) }), article()])],
  ['a text of one word of a million characters', archive([article({ text: 'x'.repeat(1_000_000) }), article()])],
  ['nesting a hundred thousand deep', nested],
  ['numbers beyond every type', numbers],
  ['halves of surrogate pairs', surrogates],
  ['days that are none', archive([article({ published: '9999-99-99' }), article({ published: '-0001-01-01' }), article()])],
  ['units that are their own ancestors', archive([article({ unit: 'Xã A' })], {
    units: [
      { id: 'a', kind: 'commune', name: 'Xã A', parent: 'b', source: { kind: 'citation', text: 'x' } },
      { id: 'b', kind: 'district', name: 'Huyện B', parent: 'a', source: { kind: 'citation', text: 'x' } },
      { id: 'c', kind: 'province', name: 'Tỉnh C', parent: 'c', source: { kind: 'citation', text: 'x' } },
    ],
  })],
  ['ten thousand articles of one id', archive(Array.from({ length: 10_000 }, () => article({ id: 'mot' })))],
  ['keys that look like an object’s own', '{"schema":1,"title":"Kho thử","__proto__":{"x":1},"constructor":1,"articles":[{"__proto__":[],"title":"Bài","text":"Chữ."}]}'],
]) {
  journey(`${name}: shown, or said in a sentence`, set(body), async ({ page, site }) => {
    page.setDefaultTimeout(60_000);
    for (const place of ['#/', '#/tim?q=chu', '#/don-vi', '#/dong-thoi-gian']) {
      await page.goto(`${site.url}?ngay=2026-10-14${place}`);
      await drawn(page);
      assert.ok((await shows(page)).length > 0, `blank at ${place}`);
    }
  });
}
