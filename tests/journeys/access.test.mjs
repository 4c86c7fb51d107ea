// Accessible in every state that a page can be in, in every dress: axe-core with no rule switched off.
// Every address in light and dark is the business of pages.test.mjs; here are what opens over pages,
// what goes wrong, large text, narrow screens and a reader's own spacing.

import assert from 'node:assert/strict';
import { accessible, drawn, fits, flip, journey, useBrowser, DAY, DESK, PHONE } from './harness.mjs';
import { article, parts, places } from './archive.mjs';

useBrowser();

/** How a page may be dressed. */
const DRESSES = [
  ['light', {}],
  ['dark', { dark: true }],
  ['more contrast', { contrast: 'more' }],
  ['more contrast, dark', { contrast: 'more', dark: true }],
  ['high contrast chosen', { init: () => location.protocol === 'http:' && localStorage.setItem('bien-nien:settings', 'light 100 vi more') }],
  ['high contrast chosen, dark', { init: () => location.protocol === 'http:' && localStorage.setItem('bien-nien:settings', 'dark 100 vi more') }],
  ['forced colours', { forced: true }],
];

const { id, title } = await article('000');
const [chunk] = await parts('articles');

const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name, exact: true });

/** A voice, where the browser of the tests has none: it says a sentence in no time at all. */
function aVoice() {
  const voice = { lang: 'vi-VN', name: 'Thử', localService: true, default: true, voiceURI: 'thu' };
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  const synthesis = {
    speaking: false,
    paused: false,
    getVoices: () => [voice],
    speak: () => { synthesis.speaking = true; },
    cancel: () => { synthesis.speaking = false; },
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
}

/** Every state but the plain pages: its name, its address, and what brings it about. */
const STATES = [
  ['results', '#/tim?q=d%C3%A2n%20v%E1%BA%ADn', (page) => main(page).getByRole('heading', { level: 3 }).first().waitFor()],
  ['filters', '#/tim?q=d%C3%A2n%20v%E1%BA%ADn', async (page) => {
    const fold = main(page).locator('details.fold > summary').first();
    await fold.click();
  }],
  ['completions', '#/tim', async (page) => {
    const box = page.locator('[role="combobox"]:visible').first();
    await box.focus();
    // Names are fetched when somebody means to type.
    await box.pressSequentially('sông lô', { delay: 150 });
    await page.getByRole('listbox').waitFor();
  }],
  ['nothing found', '#/tim?q=zzzqqq%20xxyyz', (page) => main(page).getByText(/Không tìm thấy|Không có bài/).first().waitFor()],
  ['a question that cannot be read', '#/tim?q=%22d%C3%A2n', () => {}],
  ['words found in an article', `#/bai/${id}?q=d%C3%A2n%20v%E1%BA%ADn`, (page) => main(page).getByRole('search').waitFor()],
  ['the other deeds', `#/bai/${id}`, (page) => main(page).locator('.actions-more > summary').click()],
  ['a mark on the article', `#/bai/${id}`, async (page) => {
    await button(page, 'Đánh dấu bài').click();
    await main(page).getByText('Đã đánh dấu bài').waitFor();
  }],
  ['bookmarks', '#/danh-dau', (page) => main(page).getByRole('link', { name: title }).waitFor()],
  ['a bookmark taken away', '#/danh-dau', async (page) => {
    await main(page).getByRole('button', { name: /^Bỏ/ }).first().click();
    await main(page).getByRole('button', { name: 'Hoàn tác' }).waitFor();
  }],
  ['the code of an address', `#/bai/${id}`, async (page) => {
    await main(page).locator('.actions-more > summary').click();
    await button(page, 'Mã QR').click();
    await page.getByRole('dialog').waitFor();
  }],
  ['choices for paper', `#/bai/${id}`, async (page) => {
    await button(page, 'In bài').click();
    await page.getByRole('dialog').waitFor();
  }],
  ['read aloud', `#/bai/${id}`, async (page) => {
    await button(page, 'Nghe đọc').click();
    await page.getByRole('region', { name: 'Đọc thành tiếng' }).waitFor();
  }],
  ['the list of keys', '#/', async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  }],
  ['fields for keys', '#/cai-dat', async (page) => {
    await main(page).getByText('Đổi phím', { exact: true }).click();
  }],
  ['a sentence behind a fact', `#/bai/${id}`, async (page) => {
    await main(page).locator('details.known > summary').first().click();
  }],
];

/** Opens each state in turn, each in a page of its own. */
async function each(visit, look) {
  const troubles = [];
  for (const [name, place, act] of STATES) {
    await visit.page.goto('about:blank');
    await visit.open(place);
    await act(visit.page);
    await look(visit.page, name).catch((error) => troubles.push(error.message));
  }
  assert.deepEqual(troubles, []);
}

for (const [name, dress] of DRESSES) {
  for (const [screen, size] of [['phone', { size: PHONE, touch: true }], ['desk', { size: DESK }]]) {
    if (screen === 'phone' && name.includes('contrast')) continue;
    const options = { ...size, ...dress, init: both(dress.init, aVoice), timeout: 300_000 };
    journey(`axe-core finds nothing in any state, ${name}, ${screen}`, options, (visit) =>
      each(visit, (page, state) => accessible(page, `${state} (${name}, ${screen})`)));
  }
  if (name === 'light' || name === 'dark') continue;
  journey(`axe-core finds nothing on any page, ${name}`, { size: DESK, ...dress, timeout: 300_000 }, async ({ page, site, open }) => {
    await open('#/');
    for (const [where, place] of await some()) {
      await page.goto(`${site.url}?ngay=${DAY}${place}`);
      await drawn(page);
      await accessible(page, `${where} (${name})`);
    }
  });
}

/** One page of every kind. */
async function some() {
  const seen = new Set();
  return (await places()).filter(([name]) => {
    const kind = name.replace(/-.*/, '');
    return !seen.has(kind) && seen.add(kind);
  });
}

/** Both of two scripts that run before a page's own. */
function both(one, other) {
  return one ? `(${one})(); (${other})();` : other;
}

const NOT_FOUND = /Failed to load resource.*404/;
const EMPTY = JSON.stringify({ schema: 1, title: 'Kho chưa có bài', language: 'vi', articles: [] });

for (const dark of [false, true]) {
  const dress = dark ? 'dark' : 'light';
  journey(`an empty archive is accessible, ${dress}`, { dark, changes: [['archive.json', { body: EMPTY }]] }, async ({ page, site, open }) => {
    for (const place of ['#/', '#/tim', '#/dong-thoi-gian', '#/don-vi', '#/dieu-neu', '#/danh-dau', '#/lich']) {
      await open('#/');
      await page.goto(`${site.url}?ngay=${DAY}${place}`);
      await drawn(page);
      await accessible(page, `${place} of an empty archive (${dress})`);
    }
  });
  journey(`an archive that is not there is accessible, ${dress}`, { dark, changes: [['archive.json', { missing: true }]], expects: [NOT_FOUND] }, async ({ page, open }) => {
    await open('#/');
    await page.getByRole('alert').waitFor();
    await accessible(page, `no archive (${dress})`);
  });
  journey(`a damaged part is accessible, ${dress}`, { dark, changes: [[(path) => path === chunk.path, { edit: flip }]] }, async ({ page, open }) => {
    await open(`#/bai/${id}`);
    await page.getByRole('alert').first().waitFor();
    await accessible(page, `a damaged article (${dress})`);
  });
  journey(`what stands beside an article does not come, ${dress}`, { dark, changes: [[(path) => /^beside-.*\.wasm$/.test(path), { missing: true }]], expects: [NOT_FOUND] }, async ({ page, open }) => {
    await open(`#/bai/${id}`);
    await main(page).getByText('dân vận').first().waitFor();
    await accessible(page, `an article alone (${dress})`);
  });
}

const TWICE = () => location.protocol === 'http:' && localStorage.setItem('bien-nien:settings', 'auto 200 vi');

journey('text of twice the size: every state is accessible and nothing is cut off', { size: PHONE, touch: true, init: both(TWICE, aVoice), timeout: 300_000 }, (visit) =>
  each(visit, async (page, state) => {
    await accessible(page, `${state} (200 %)`);
    await fits(page, `${state} (200 %)`);
  }));

journey('320 px wide: every state fits', { size: { width: 320, height: 640 }, touch: true, init: aVoice, timeout: 300_000 }, (visit) =>
  each(visit, async (page, state) => {
    await fits(page, `${state} (320 px)`);
    await reached(page, `${state} (320 px)`);
  }));

/** Targets for fingers are 44 px, those within a sentence excepted, and what the home page says in small of an article. */
async function reached(page, where) {
  const small = await page.evaluate(() => {
    const shown = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && node.getClientRects().length > 0;
    const isInText = (node) => getComputedStyle(node).display === 'inline' && node.closest('p, li, dd, dt, td, figcaption, h1, h2, h3');
    const targets = [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden], [type=checkbox], [type=radio]), label:has(input)')];
    return targets
      .filter((node) => shown(node) && !isInText(node) && !node.closest('.unseen, .skip, .home .entry-meta'))
      .map((node) => [node.getBoundingClientRect(), node])
      .filter(([{ width, height }]) => height < 43.5 || width < 24)
      .map(([{ width, height }, node]) => `${Math.round(width)} × ${Math.round(height)}: ${node.outerHTML.slice(0, 140)}`);
  });
  assert.deepEqual(small, [], `too small for a finger on ${where}`);
}

/** A reader's own spacing, as WCAG 1.4.12 lets them have it. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`;

journey('with a reader’s own spacing nothing is cut off', { size: PHONE, touch: true, init: aVoice, timeout: 300_000 }, async (visit) => {
  const look = async (page, where) => {
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, SPACED);
    await fits(page, `${where} (spaced)`);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main *, header *, nav *, footer *, dialog *')]
        .filter((node) => {
          const style = getComputedStyle(node);
          const isCut = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
          // Lists that are scrolled, words for ears only, and texts that end in an ellipsis on purpose.
          if (!isCut || node.closest('.unseen') || style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis') return false;
          return node.innerText && (node.scrollHeight > node.clientHeight + 2 || node.scrollWidth > node.clientWidth + 2);
        })
        .map((node) => node.outerHTML.slice(0, 140)));
    assert.deepEqual(cut, [], `cut off on ${where}`);
  };
  await each(visit, look);
  for (const [name, place] of await some()) {
    await visit.open(place);
    await look(visit.page, name);
  }
});

journey('how many were found is said to ears', { size: DESK }, async ({ page, open }) => {
  await open('#/tim');
  const status = main(page).locator('.search-status[role="status"]');
  assert.equal(await status.count(), 1, 'the region is there before there is anything to say');
  await page.locator('[role="combobox"]:visible').first().fill('dân vận');
  await status.filter({ hasText: /\d/ }).waitFor();
  await main(page).locator('details.fold > summary').first().click();
  const facet = main(page).getByRole('group', { name: 'Đơn vị' }).getByRole('checkbox').first();
  assert.equal(await facet.isChecked(), false);
  const before = await status.innerText();
  await facet.focus();
  await page.keyboard.press('Space');
  await page.waitForFunction((before) => document.querySelector('main .search-status').innerText !== before, before);
  assert.equal(await main(page).getByRole('group', { name: 'Đơn vị' }).getByRole('checkbox').first().isChecked(), true);
});

journey('the timeline is a list to ears', { size: DESK }, async ({ page, open }) => {
  await open('#/dong-thoi-gian');
  const lists = main(page).getByRole('list');
  assert.ok((await lists.count()) > 0);
  assert.ok((await main(page).getByRole('listitem').getByRole('link', { name: title }).count()) > 0, 'articles stand in it as items');
  const heads = await main(page).getByRole('heading').evaluateAll((all) => all.map((node) => Number(node.tagName[1])));
  heads.reduce((before, level) => (assert.ok(level <= before + 1, `a heading of level ${level} under ${before}`), level), 0);
});
