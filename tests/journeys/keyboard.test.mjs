// Everything by keys alone: no pointer moves in this file. At every stop of the focus there must be
// something to see, and from everywhere there must be a way on.

import assert from 'node:assert/strict';
import { journey, useBrowser, DESK } from './harness.mjs';
import { article, manifest, units } from './archive.mjs';

useBrowser();

const { id, title } = await article('000');
const main = (page) => page.getByRole('main');
const heading = (page, name) => main(page).getByRole('heading', { level: 1, name });

/** What has the focus, in words for a message. */
const stop = (page) => page.evaluate(() => document.activeElement.outerHTML.slice(0, 120));

/** The focus must be seen: an outline, a shadow, or (in a box of its own) that of what stands round it. */
async function seen(page) {
  const look = () => page.evaluate(() => {
    const visible = (node) => {
      const style = getComputedStyle(node);
      const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !/, 0\)$/.test(style.outlineColor);
      return outline || style.boxShadow !== 'none';
    };
    const node = document.activeElement;
    const round = node.closest('label, .searchbox, form');
    const box = node.getBoundingClientRect();
    const inSight = box.bottom > 0 && box.top < innerHeight && box.width > 0;
    return { is: inSight && (visible(node) || (round && visible(round))), what: node.outerHTML.slice(0, 160) };
  });
  let { is, what } = await look();
  // What arrives above may have pushed it down at this very moment.
  for (let tries = 0; !is && tries < 5; tries += 1) {
    await page.waitForTimeout(100);
    ({ is, what } = await look());
  }
  assert.ok(is, `the focus cannot be seen on ${what}`);
}

/** Presses a key until the focus is on what is looked for; at every stop it must be seen. */
async function until(page, wanted, what, key = 'Tab', most = 150) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    const at = await wanted.evaluateAll((all) => all.includes(document.activeElement));
    if (!(await page.evaluate(() => document.activeElement === document.body))) await seen(page);
    if (at) return;
  }
  assert.fail(`${key} never reaches ${what}; it is on ${await stop(page)}`);
}

const focused = (page, selector) => page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);

/** A voice, where the browser of the tests has none: each sentence takes a moment. */
function aVoice() {
  let told = null;
  window.said = [];
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  const synthesis = {
    speaking: false,
    getVoices: () => [{ lang: 'en-GB' }, { lang: 'vi_VN', localService: true }],
    speak: (utterance) => {
      synthesis.speaking = true;
      window.said.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice.lang });
      told = setTimeout(() => {
        synthesis.speaking = false;
        utterance.onend?.(new Event('end'));
      }, 400);
    },
    cancel: () => {
      clearTimeout(told);
      synthesis.speaking = false;
    },
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
}

journey('by keys: find an article, open a fact’s sentence, come back', { size: DESK }, async ({ page, open }) => {
  await open('#/');
  await page.keyboard.press('/');
  await page.keyboard.type('huyen uy', { delay: 20 });
  await page.keyboard.press('Enter');
  const results = main(page).locator('.result-title a');
  await results.first().waitFor();
  await until(page, results.filter({ hasText: title.slice(0, 20) }), 'the result');
  await page.keyboard.press('Enter');
  await heading(page, title).waitFor();
  await focused(page, 'main h1');
  const facts = main(page).locator('details.known:has(.known-sentence button)');
  await facts.first().waitFor({ state: 'attached' });
  await until(page, facts.locator('summary'), 'how a fact is known');
  await page.keyboard.press('Enter');
  const proof = main(page).locator('details.known[open] .known-sentence button').first();
  await proof.waitFor();
  await until(page, proof, 'the sentence');
  await page.keyboard.press('Enter');
  await focused(page, '.proof');
  // The browser's own key for Back is not a page's to press. The sentence is a place of its own.
  await page.goBack();
  await page.locator('.proof').first().waitFor({ state: 'detached' });
  await page.goBack();
  await results.first().waitFor();
});

journey('by keys: results one after another', { size: DESK }, async ({ page, open }) => {
  await open('#/tim?q=d%C3%A2n%20v%E1%BA%ADn');
  const results = main(page).locator('.result-title a');
  await results.nth(2).waitFor();
  const at = (number) => page.waitForFunction((n) => [...document.querySelectorAll('main .result-title a')].indexOf(document.activeElement) === n, number);
  await page.locator('main h1').evaluate((h1) => h1.focus());
  await page.keyboard.press('j');
  await at(0);
  await page.keyboard.press('j');
  await at(1);
  await seen(page);
  await page.keyboard.press('k');
  await at(0);
  await page.keyboard.press('Enter');
  await heading(page).first().waitFor();
  // In the article: from one place found to the next.
  const count = main(page).locator('.find-count');
  await count.filter({ hasText: /\d/ }).waitFor();
  await page.keyboard.press('n');
  await count.filter({ hasText: /^1\// }).waitFor();
  await page.keyboard.press('n');
  await count.filter({ hasText: /^2\// }).waitFor();
  await page.keyboard.press('p');
  await count.filter({ hasText: /^1\// }).waitFor();
});

journey('by keys: the list of keys opens, keeps the focus, and gives it back', { size: DESK }, async ({ page, open }) => {
  await open('#/');
  const link = main(page).getByRole('link').first();
  await until(page, link, 'a link');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Phím tắt' });
  await dialog.waitFor();
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab');
    const isOut = await page.evaluate(() => document.activeElement !== document.body && !document.activeElement.closest('dialog'));
    assert.equal(isOut, false, `the focus left the dialog for ${await stop(page)}`);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.ok(await link.evaluate((node) => node === document.activeElement), `the focus is on ${await stop(page)}`);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await heading(page, 'Dòng thời gian').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.waitForFunction(() => location.hash === '#/');
});

journey('by keys: the timeline, its decades and its entries', { size: DESK }, async ({ page, open }) => {
  await open('#/dong-thoi-gian');
  const entry = main(page).getByRole('link', { name: title });
  await entry.first().waitFor();
  await until(page, entry, 'an entry');
  await page.keyboard.press('Enter');
  await heading(page, title).waitFor();
});

journey('by keys: a unit and what became of it', { size: DESK }, async ({ page, open }) => {
  const [unit] = (await units()).filter((one) => one.successors?.length);
  await open(`#/don-vi/${unit.id}`);
  const next = main(page).locator(`a[href="#/don-vi/${unit.successors[0].unit}"]`);
  await until(page, next, 'what became of the unit');
  await page.keyboard.press('Enter');
  await page.waitForFunction((hash) => location.hash === hash, `#/don-vi/${unit.successors[0].unit}`);
  await focused(page, 'main h1');
});

journey('by keys: settings', { size: DESK }, async ({ page, open }) => {
  await open('#/cai-dat');
  const theme = main(page).getByRole('group', { name: 'Giao diện' }).getByRole('radio');
  await until(page, theme, 'the themes');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  const size = main(page).getByRole('group', { name: 'Cỡ chữ' }).getByRole('radio');
  await until(page, size, 'the sizes');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.documentElement.className.includes('text-125'));
});

journey('by keys: other keys, a key twice, and none at all', { size: DESK }, async ({ page, open }) => {
  await open('#/cai-dat');
  const fold = main(page).locator('summary').filter({ hasText: 'Đổi phím' });
  await until(page, fold, 'the fields for keys');
  await page.keyboard.press('Enter');
  const next = main(page).getByLabel('Mục sau trong danh sách');
  await until(page, next, 'the key for the next of a list');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('k');
  await page.keyboard.press('Tab');
  await main(page).getByText('Phím k đang dùng cho').waitFor();
  assert.equal(await next.getAttribute('aria-invalid'), 'true');
  await until(page, next, 'the same field again', 'Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('x');
  await page.keyboard.press('Tab');
  await open('#/moi');
  await page.reload();
  await open('#/tim?q=d%C3%A2n%20v%E1%BA%ADn');
  await main(page).locator('.result-title a').first().waitFor();
  await page.locator('main h1').evaluate((h1) => h1.focus());
  await page.keyboard.press('x');
  await focused(page, '.result-title a');
  // Off: not even the search box's.
  await open('#/cai-dat');
  const toggle = main(page).getByLabel('Dùng phím tắt');
  await until(page, toggle, 'the switch');
  await page.keyboard.press('Space');
  await page.locator('main h1').evaluate((h1) => h1.focus());
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await page.waitForTimeout(300);
  assert.equal(await page.getByRole('dialog').count(), 0);
  await focused(page, 'main h1');
});

journey('by keys: a mark, the list of marks, away and back', { size: DESK }, async ({ page, open }) => {
  await open(`#/bai/${id}`);
  const mark = main(page).getByRole('button', { name: 'Đánh dấu bài' });
  await mark.waitFor();
  await until(page, mark, 'the mark');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-pressed') === 'true');
  const all = main(page).getByRole('status').getByRole('link', { name: 'Các bài đã đánh dấu' });
  await until(page, all, 'the list of marks');
  await page.keyboard.press('Enter');
  await heading(page, 'Các bài đã đánh dấu').waitFor();
  const away = main(page).getByRole('button', { name: /^Bỏ/ }).first();
  await until(page, away, 'the button that takes it away');
  await page.keyboard.press('Enter');
  await main(page).getByText('Chưa đánh dấu bài nào').waitFor();
  await focused(page, '#hoan-tac');
  await seen(page);
  await page.keyboard.press('Enter');
  await main(page).getByRole('link', { name: title }).waitFor();
  await page.reload();
  await main(page).getByRole('link', { name: title }).waitFor();
});

journey('by keys: read aloud, pause, on, faster, stop', { size: DESK, init: aVoice }, async ({ page, open }) => {
  await open(`#/bai/${id}`);
  const listen = main(page).getByRole('button', { name: 'Nghe đọc' });
  await listen.waitFor();
  await until(page, listen, 'the button that reads aloud');
  await page.keyboard.press('Enter');
  await focused(page, '#doc-tam-dung');
  await seen(page);
  await page.waitForFunction(() => window.said.length > 1);
  const [first] = await page.evaluate(() => window.said);
  assert.ok(title.startsWith(first.text.slice(0, 10)), `begins with the title, not “${first.text}”`);
  assert.equal(first.voice, 'vi_VN');
  // Where it is read, the words are marked.
  assert.ok((await page.locator('[data-read]').count()) === 1);
  const marked = await page.evaluate(() => [...(CSS.highlights?.get('bien-nien-read') ?? [])].map(String));
  const { text } = (await page.evaluate(() => window.said)).at(-1);
  assert.equal(marked.length, 1);
  assert.equal(marked[0].split(/\s+/)[0], text.split(/\s+/)[0]);
  await page.keyboard.press('Space');
  const before = await page.evaluate(() => window.said.length);
  await page.waitForTimeout(900);
  assert.equal(await page.evaluate(() => window.said.length), before, 'it waits');
  await page.keyboard.press('Space');
  await page.waitForFunction((before) => window.said.length > before, before);
  const rate = page.getByRole('region', { name: 'Đọc thành tiếng' }).getByRole('combobox');
  await until(page, rate, 'the speed');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => window.said.at(-1).rate === 1.25);
  const end = page.getByRole('button', { name: 'Thôi đọc' });
  await until(page, end, 'the end');
  await page.keyboard.press('Enter');
  await focused(page, '#nghe-doc');
  assert.equal(await page.locator('[data-read]').count(), 0);
  const words = (await page.evaluate(() => window.said)).map(({ text }) => text).join(' ');
  assert.doesNotMatch(words, /\bUBND\b|\bHĐND\b/);
});

journey('without a voice nothing offers to read aloud', { size: DESK, init: () => Object.defineProperty(window, 'speechSynthesis', { value: undefined }) }, async ({ page, open }) => {
  await open(`#/bai/${id}`);
  await main(page).getByRole('button', { name: 'Đánh dấu bài' }).waitFor();
  assert.equal(await main(page).getByRole('button', { name: 'Nghe đọc' }).count(), 0);
});

journey('by keys: the code of the address, and paper', { size: DESK, init: () => { window.print = () => { window.printed = document.documentElement.dataset.print; window.dispatchEvent(new Event('afterprint')); }; } }, async ({ page, open }) => {
  await open(`#/bai/${id}`);
  const more = main(page).locator('.actions-more > summary');
  await more.waitFor();
  await until(page, more, 'the other deeds');
  await page.keyboard.press('Enter');
  const code = main(page).getByRole('button', { name: 'Mã QR' });
  await until(page, code, 'the code');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('img', { name: 'Mã QR của bài' }).waitFor();
  await dialog.getByText(`bai/${id}`).waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await code.evaluate((node) => node === document.activeElement), `the focus is on ${await stop(page)}`);
  const paper = main(page).getByRole('button', { name: 'In bài' });
  await until(page, paper, 'paper', 'Shift+Tab');
  await page.keyboard.press('Enter');
  const facts = dialog.getByLabel('Kèm những điều đã biết về bài');
  await facts.waitFor();
  await until(page, facts, 'the choice', 'Tab', 20);
  await page.keyboard.press('Space');
  await until(page, dialog.getByRole('button', { name: 'In', exact: true }), 'the button that prints', 'Tab', 20);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.printed === 'facts');
  await page.waitForFunction(() => !document.documentElement.hasAttribute('data-print'));
  assert.ok(await paper.evaluate((node) => node === document.activeElement), `the focus is on ${await stop(page)}`);
});

journey('by keys: the desk', { size: DESK }, async ({ page, open }) => {
  await open('#/ban-lam-viec');
  await main(page).getByRole('heading', { level: 1 }).waitFor();
  await until(page, main(page).locator('input[type="file"], button'), 'what takes files');
  // No trap: from the last stop of the page the focus leaves it.
  await until(page, page.locator('footer a'), 'the footer', 'Tab', 60);
});

journey('by keys: what the device keeps', { size: DESK }, async ({ page, open }) => {
  await open('#/luu');
  await heading(page).first().waitFor();
  await until(page, page.getByRole('contentinfo').getByRole('link').last(), 'the end of the page', 'Tab', 80);
});

for (const [name, place] of [['home', '#/'], ['search', '#/tim?q=huyen%20uy'], ['an article', `#/bai/${id}`], ['the calendar', '#/lich'], ['units', '#/don-vi']]) {
  journey(`by keys: no trap on ${name}; every stop is seen`, { size: DESK, timeout: 240_000 }, async ({ page, open }) => {
    await open(place);
    if (place.includes('/tim')) await main(page).locator('.result-title a').first().waitFor();
    if (name === 'an article') await main(page).getByRole('button', { name: 'Đánh dấu bài' }).waitFor();
    const { title: archive } = await manifest();
    assert.ok(archive);
    const last = page.getByRole('contentinfo').getByRole('link').last();
    await until(page, last, 'the end of the page', 'Tab', 400);
    await until(page, page.locator('a.skip'), 'its beginning', 'Shift+Tab', 400);
  });
}
