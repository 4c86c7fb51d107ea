// What of an archive is read without the viewer: feeds by two programs each, pages without JavaScript.
// The sample has no address of its own; an archive made to do harm has one.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { HtmlValidate } from 'html-validate';
import { articles } from './archive.mjs';
import { DESK, PHONE, SITE, accessible, begin, drawn, fits, useBrowser } from './harness.mjs';
import { read } from './lib/feeds.mjs';

const browser = useBrowser();
const PACKER = process.env.BIEN_NIEN_PACKER ?? join(process.env.BIEN_NIEN_OUT ?? '', 'debug', 'bien-nien');

const BASE = 'https://xa.example/tin/';
const HARM = '"><script>window.taken = 1</script><img src=x onerror="window.taken=1"> ]]> &amp; </title><!--';
const HARMFUL = {
  schema: 1,
  title: `Kho ${HARM}`,
  publisher: HARM,
  description: HARM,
  base_url: BASE,
  language: 'vi',
  units: [{ id: 'xa-a', kind: 'commune', name: `Xã ${HARM}`, source: { kind: 'citation', text: HARM } }],
  articles: [
    {
      id: 'mot',
      title: `Bài ${HARM}`,
      section: HARM,
      unit: `Xã ${HARM}`,
      authors: [HARM],
      url: 'javascript:window.taken=1',
      published: '2026-10-01',
      text: `Kỷ niệm 96 năm công tác dân vận (15/10/1930-15/10/2026) ${HARM}\n\nĐồng chí Nguyễn Văn ${HARM}, Bí thư Đảng ủy xã.`,
    },
    { id: 'hai', title: 'Bài không ngày', text: 'Chữ của bài không có ngày nào.' },
    { id: 'ba', title: 'Bài của một tháng', published: '2026-09', text: 'Chữ của bài chỉ biết tháng.' },
  ],
};

let home;
let harmful;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'bien-nien-front-'));
  const source = join(home, 'archive.json');
  harmful = join(home, 'site');
  await writeFile(source, JSON.stringify(HARMFUL));
  await promisify(execFile)(PACKER, ['build', source, '-o', harmful, '--viewer', SITE]);
});
after(() => rm(home, { recursive: true, force: true }));

/** Two sites: what is in them, and where they say they are. */
const SITES = [
  { name: 'the sample', folder: () => SITE, base: null, known: articles },
  { name: 'an archive made to do harm', folder: () => harmful, base: BASE, known: async () => HARMFUL.articles },
];

const pages = async (folder) =>
  (await readdir(join(folder, 'bai'), { withFileTypes: true })).filter((of) => of.isDirectory()).map(({ name }) => name).sort();

/** Every feed, by its path. */
async function feeds(folder) {
  const paths = await readdir(join(folder, 'nguon'), { recursive: true });
  const wanted = paths.filter((path) => /\.(atom|json|ics)$/.test(path)).map((path) => `nguon/${path}`).sort();
  return new Map(await Promise.all(wanted.map(async (path) => [path, await readFile(join(folder, path), 'utf8')])));
}

/** The path in the site that a link of a feed leads to. */
function inSite(link, feed, base) {
  if (base) assert.ok(link.startsWith(base), `${link} in ${feed} is of the site`);
  else assert.ok(!/^[a-z]+:|^\//i.test(link), `${link} in ${feed}: the site's address is not known`);
  const root = base ?? 'https://nowhere.example/';
  const url = new URL(link, root + feed);
  assert.ok(url.href.startsWith(root), `${link} in ${feed} stays in the site`);
  return url.href.slice(root.length);
}

for (const { name, folder, base, known } of SITES) {
  test(`every feed of ${name}, each read by two programs`, { timeout: 120_000 }, async () => {
    const texts = await feeds(folder());
    const stems = [...new Set([...texts.keys()].map((path) => path.replace(/\.\w+$/, '')))];
    assert.ok(stems.length > 2 && texts.size === 3 * stems.length, 'each in three forms');
    const told = new Map((await known()).map((article) => [article.id, article]));
    for (const stem of stems) {
      const [atom, json, ics] = await Promise.all(['atom', 'json', 'ics'].map((end) => read(`${stem}.${end}`, texts.get(`${stem}.${end}`))));
      assert.deepEqual([atom.title, atom.title], [json.title, ics.title], stem);
      assert.deepEqual(
        atom.entries.map(({ id, title, summary, authors, tags }) => ({ id, title, summary, authors, tags })),
        json.entries.map(({ id, title, summary, authors, tags }) => ({ id, title, summary, authors, tags })),
        `${stem}: the same in both forms`,
      );
      links(stem, atom, json, ics, base, folder());
      days(stem, atom, json, ics);
      for (const [at, { title, day }] of json.entries.entries()) {
        const { link, day: updated } = atom.entries[at];
        const article = told.get(/bai\/([^/]+)\/$/.exec(link)?.[1]);
        if (!article) continue;
        assert.equal(title, article.title);
        const published = article.published?.value ?? article.published ?? '';
        const known = /^\d{4}-\d\d-\d\d/.exec(published)?.[0] ?? '';
        assert.equal(day.slice(0, 10), known, `${title}: its own day or none, and none that is made of a month`);
        assert.ok(updated.startsWith(published.slice(0, 10)), `${title}: Atom must have a day, in the month at least`);
      }
    }
    const latest = await read('nguon/moi-nhat.json', texts.get('nguon/moi-nhat.json'));
    assert.equal(latest.entries.length, told.size, 'every article of so small an archive');
  });
}

/** Links lead to what is there, and are absolute only where the site's address is known. */
function links(stem, atom, json, ics, base, folder) {
  const lead = (link) => {
    const path = inSite(link, `${stem}.atom`, base);
    if (path && !path.startsWith('#/')) assert.ok(existsSync(join(folder, path.endsWith('/') ? `${path}index.html` : path)), `${path} of ${stem}`);
    return path;
  };
  assert.equal(lead(atom.self), `${stem}.atom`);
  lead(atom.home);
  for (const { link } of atom.entries) assert.notEqual(lead(link), '');
  if (base) {
    assert.deepEqual([json.self, json.home], [`${base}${stem}.json`, atom.home]);
    assert.deepEqual(json.entries.map(({ link }) => link), atom.entries.map(({ link }) => link));
    for (const { link } of ics.entries) lead(link);
  } else {
    // JSON Feed and iCalendar know absolute addresses only.
    assert.deepEqual([json.self, json.home], [undefined, undefined]);
    for (const { link } of [...json.entries, ...ics.entries]) assert.equal(link, '');
    for (const { id } of [atom, ...atom.entries]) assert.match(id, /^urn:bien-nien:/);
  }
}

/** A day stands where one is known; Atom must have one, and takes the nearest there is. */
function days(stem, atom, json, ics) {
  atom.entries.forEach(({ day, title }, at) => {
    assert.ok(!Number.isNaN(Date.parse(day)), `${day} in ${stem}`);
    const known = json.entries[at].day;
    assert.ok(known ? day === known : day <= atom.updated, `${title} in ${stem}`);
  });
  const events = new Set(ics.entries.map(({ day, title, summary }) => `${day} ${title} ${summary}`));
  for (const { day, title, summary } of json.entries.filter(({ day }) => day)) {
    assert.ok(events.has(`${day.slice(0, 10)} ${title} ${summary}`), `${title} in ${stem}.ics`);
  }
  for (const { title } of json.entries.filter(({ day }) => !day)) {
    assert.ok(ics.entries.every((event) => event.title !== title), `${title} has no day to stand in ${stem}.ics`);
  }
}

test('every Atom feed is well-formed XML to a browser', { timeout: 120_000 }, async () => {
  const visit = await begin(browser());
  try {
    for (const { folder } of SITES) {
      for (const [path, text] of await feeds(folder())) {
        if (!path.endsWith('.atom')) continue;
        const found = await visit.page.evaluate((text) => {
          const parsed = new DOMParser().parseFromString(text, 'application/xml');
          const names = [...parsed.querySelectorAll('*')].map((node) => `${node.namespaceURI} ${node.localName}`);
          return { error: parsed.querySelector('parsererror')?.textContent ?? '', names: [...new Set(names)] };
        }, text);
        assert.equal(found.error, '', path);
        for (const name of found.names) {
          assert.match(name, /^http:\/\/www\.w3\.org\/2005\/Atom (feed|id|title|updated|author|name|link|entry|category|summary)$/, path);
        }
      }
    }
  } finally {
    await visit.end();
  }
});

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  // Integrity guards what another host sends; the style is the site's own, under its policy.
  rules: { 'require-sri': ['error', { target: 'crossorigin' }] },
});

for (const { name, folder } of SITES) {
  test(`every page of ${name} is valid HTML`, async () => {
    const ids = await pages(folder());
    assert.ok(ids.length >= 2);
    for (const id of ids) {
      const { results } = await validator.validateFile(join(folder(), 'bai', id, 'index.html'));
      const said = results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`));
      assert.deepEqual(said, [], id);
    }
  });
}

test('HTML that is not valid would be found', async () => {
  const [id] = await pages(SITE);
  const text = await readFile(join(SITE, 'bai', id, 'index.html'), 'utf8');
  const { results } = await validator.validateString(text.replace('</h1>', '</h1><ul><p>x</p></ul><img src="x.png">'));
  assert.deepEqual(results[0].messages.map(({ ruleId }) => ruleId).sort(), ['element-permitted-content', 'wcag/h37']);
});

/** The page of an article, opened as a file of the site. */
async function look(options, id, walk) {
  const visit = await begin(browser(), options);
  try {
    await visit.page.goto(`${visit.site.url}bai/${id}/index.html`);
    await walk(visit);
    await visit.check();
  } finally {
    await visit.end();
  }
}

const plain = (text) => text.replace(/\s+/g, ' ').trim();

test('the first page lists the latest articles before the viewer has started, and without scripts', { timeout: 120_000 }, async () => {
  const { title } = JSON.parse(await readFile(join(SITE, 'archive.json'), 'utf8'));
  for (const size of [PHONE, DESK]) {
    const visit = await begin(browser(), { scripts: false, size });
    try {
      const { page, site } = visit;
      await page.goto(site.url);
      assert.equal(await page.title(), title);
      assert.equal(plain(await page.locator('h1').textContent()), title);
      assert.ok(!(await page.getByText('Đang mở kho lưu trữ').isVisible()), 'nothing is being opened');
      // As the browser read it: Trunk leaves out tags that HTML implies and the validator misses.
      const { results } = await validator.validateString(await page.content());
      assert.deepEqual(results.flatMap(({ messages }) => messages).map(({ ruleId, message }) => `${ruleId}: ${message}`), []);
      const links = page.locator('.shell-latest a');
      const ids = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href').split('/')[1]));
      assert.deepEqual([...ids].sort(), await pages(SITE));
      await fits(page, 'the first page without scripts');
      const name = plain(await links.first().textContent());
      // A folder's own page is the host's business.
      await page.goto(`${site.url}${await links.first().getAttribute('href')}index.html`);
      assert.equal(plain(await page.locator('h1').textContent()), name);
      await visit.check();
    } finally {
      await visit.end();
    }
  }
  // A link into the archive does not flash the list.
  const visit = await begin(browser(), { changes: [[(path) => path.endsWith('.wasm'), { delay: 1500 }]] });
  try {
    await visit.page.goto(`${visit.site.url}#/tim`);
    await visit.page.getByText('Đang mở kho lưu trữ').waitFor();
    assert.equal(await visit.page.locator('.shell-latest').isVisible(), false);
  } finally {
    await visit.end();
  }
});

/** The numbered paragraphs of an article of a bundle; of one that is written by hand, its lines. */
function paragraphs(article) {
  if (!article.blocks) return article.text.split('\n\n');
  const bytes = Buffer.from(article.text);
  const body = article.blocks.filter(({ kind }) => ['lead', 'heading', 'paragraph', 'caption'].includes(kind));
  return body.map(({ span: [from, to] }) => bytes.subarray(from, to).toString());
}

for (const { name, folder, base, known } of SITES) {
  test(`every page of ${name} without JavaScript`, { timeout: 120_000 }, async () => {
    const told = await known();
    assert.deepEqual(told.map(({ id }) => id).sort(), await pages(folder()), 'a page for each article');
    for (const article of told) {
      const { id } = article;
      await look({ folder: folder(), scripts: false, size: PHONE, touch: true }, id, async ({ page, site }) => {
        const says = async (selector) => (await page.locator(selector).allTextContents()).map(plain);
        assert.deepEqual(await says('h1'), [plain(article.title)]);
        const shown = await says('[id^="doan-"]');
        const wanted = paragraphs(article).map(plain);
        assert.equal(shown.length, wanted.length, 'every paragraph');
        // A caption without its picture says so behind its own words.
        wanted.forEach((text, at) => assert.ok(shown[at].startsWith(text), `${id}: ${text}`));
        for (const at of shown.keys()) assert.ok(await page.locator(`#doan-${at + 1}`).isVisible());
        const { value = article.published } = article.published ?? {};
        if (value) {
          const time = page.locator('dl time').first();
          assert.equal(await time.getAttribute('datetime'), value.slice(0, 10));
          assert.equal(await time.innerText(), value.slice(0, 10).split('-').reverse().join('/'));
        } else {
          assert.equal(await page.locator('time').count(), 0, 'no date is made up');
        }
        const hrefs = await page.locator('a').evaluateAll((links) => links.map((link) => link.href));
        assert.ok(hrefs.includes(site.url), 'to all articles');
        assert.ok(hrefs.includes(`${site.url}#/bai/${id}`), 'into the viewer');
        assert.ok(hrefs.every((href) => href.startsWith(site.url)), `nowhere else: ${hrefs}`);
        assert.equal(await page.locator('body script, body img[onerror], [onerror], [onload], [style], iframe').count(), 0, 'markup stays text');
        await fits(page, `bai/${id}/`);
        await described(page, article, base);
      });
    }
  });

  test(`every page of ${name} as axe sees it, light and dark, on a phone and a desk`, { timeout: 180_000 }, async () => {
    for (const id of await pages(folder())) {
      for (const [size, dark] of [[PHONE, false], [PHONE, true], [DESK, false], [DESK, true]]) {
        await look({ folder: folder(), size, dark, touch: size === PHONE }, id, async ({ page }) => {
          const where = `bai/${id}/, ${size.width} px, ${dark ? 'dark' : 'light'}`;
          assert.equal(await page.evaluate(() => window.taken), undefined, 'nothing ran');
          await fits(page, where);
          await accessible(page, where);
        });
      }
    }
  });
}

/** What previews and search engines read is what the page says. */
async function described(page, article, base) {
  const meta = async (property) => {
    const found = page.locator(`meta[property="${property}"], meta[name="${property}"]`);
    assert.ok((await found.count()) <= 1, `${property} stands once`);
    return (await found.count()) ? found.getAttribute('content') : undefined;
  };
  const scripts = await page.locator('script').evaluateAll((all) => all.map(({ type, textContent }) => [type, textContent]));
  assert.deepEqual(scripts.map(([type]) => type), ['application/ld+json'], 'the one script is data');
  const data = JSON.parse(scripts[0][1]);
  assert.deepEqual([data['@context'], data['@type']], ['https://schema.org', 'NewsArticle']);
  assert.deepEqual([await meta('og:type'), await meta('og:title'), data.headline], ['article', article.title, article.title]);
  assert.ok((await page.title()).startsWith(plain(article.title)));
  const lead = await meta('description');
  assert.deepEqual([await meta('og:description'), data.description], [lead, lead]);
  assert.ok(plain(await page.locator('article').textContent()).includes(plain(lead).replace(/…$/, '')), 'a lead of the article’s own words');
  const time = await page.locator('dl time').count() ? await page.locator('dl time').first().getAttribute('datetime') : undefined;
  assert.deepEqual([await meta('article:published_time'), data.datePublished], [time, time]);
  const facts = plain(await page.locator('article').textContent());
  for (const { name } of [...(data.author ?? []), ...(data.publisher ? [data.publisher] : [])]) {
    assert.ok(facts.includes(plain(name)), `${name} stands on the page too`);
  }
  const canonical = base ? `${base}bai/${article.id}/` : undefined;
  const link = page.locator('link[rel="canonical"]');
  const own = (await link.count()) ? await link.getAttribute('href') : undefined;
  assert.deepEqual([own, await meta('og:url'), data.url], [canonical, canonical, canonical]);
  assert.equal(data.isBasedOn, undefined, 'no source that is not of the web');
}

/** Where the parts of the article in sight stand. */
const places = (page) => page.evaluate(() => {
  const shown = [...document.querySelectorAll('article.article')].filter((article) => article.getClientRects().length);
  const parts = ['h1', '.article-meta', '.article-text > :first-child', '.article-text'];
  return shown.map((article) => parts.map((part) => {
    const { x, y, width } = article.querySelector(part).getBoundingClientRect();
    return [part, Math.round(x), Math.round(y), Math.round(width)];
  }));
});

test('a link into the viewer shows the article’s words before the viewer has started, and where it draws them', { timeout: 180_000 }, async () => {
  const late = [(path) => path.endsWith('.wasm'), { delay: 2500 }];
  for (const [size, dark] of [[PHONE, true], [DESK, false]]) {
    for (const article of await articles()) {
      const visit = await begin(browser(), { size, dark, touch: size === PHONE, changes: [late] });
      try {
        const { page, site } = visit;
        await page.goto(`${site.url}#/bai/${article.id}`);
        await page.locator('article h1').waitFor();
        assert.equal(await page.getByRole('banner').count(), 0, 'the viewer is not here yet');
        const [before, ...more] = await places(page);
        assert.deepEqual(more, [], 'one article');
        const read = (await page.locator('[id^="doan-"]').allTextContents()).map(plain);
        paragraphs(article).map(plain).forEach((text, at) => assert.ok(read[at].startsWith(text), text));
        await fits(page, `${article.id} before the viewer`);
        await accessible(page, `${article.id} before the viewer`);
        await drawn(page);
        const [after, ...others] = await places(page);
        assert.deepEqual(others, [], 'what stood there before is gone');
        assert.deepEqual(after, before, 'and its words stand where they stood');
        assert.equal(await page.locator('#doan-1').count(), 1);
        await visit.check();
      } finally {
        await visit.end();
      }
    }
  }
  // Who goes on elsewhere meanwhile is taken there.
  const [{ id }] = await articles();
  const visit = await begin(browser(), { changes: [late] });
  try {
    await visit.page.goto(`${visit.site.url}#/bai/${id}`);
    await visit.page.locator('article .article-text').waitFor();
    await visit.page.locator('.topbar-home').click();
    await drawn(visit.page);
    await visit.page.locator('.home').waitFor();
    assert.equal(await visit.page.locator('article.article').count(), 0);
    await visit.check();
  } finally {
    await visit.end();
  }
});

test('from the page of an article into the viewer', { timeout: 120_000 }, async () => {
  const [article] = await articles();
  await look({ size: PHONE, touch: true }, article.id, async ({ page, site }) => {
    await page.locator('.open a').tap();
    await drawn(page);
    assert.equal(page.url(), `${site.url}#/bai/${article.id}`);
    await page.getByRole('heading', { level: 1, name: article.title }).waitFor();
  });
});
