// A hall's screen: one reader after another, no way out, nothing left behind.

import assert from 'node:assert/strict';
import { DAY, KIOSK, accessible, fits, journey, useBrowser } from './harness.mjs';

useBrowser();

const NOON = new Date('2026-10-14T12:00:00+07:00');
const HALL = { size: KIOSK };
/** Steps of the crawler; `BIEN_NIEN_STEPS=2000` for a long walk. */
const STEPS = Number(process.env.BIEN_NIEN_STEPS ?? 150);

/** Opens the hall's screen and wakes it. */
async function enter({ page, site }, place = '#/', query = '') {
  await page.goto(`${site.url}?kiosk=1&ngay=${DAY}${query}${place}`);
  await page.locator('.kiosk-bar').waitFor();
  await page.waitForFunction(() => !document.querySelector('.state-loading, .skeleton-line'));
}

/**
 * A clock that the test moves. Its timers have numbers too large for the viewer, which takes them for
 * the 32 bits that browsers use; so they get small ones.
 */
async function clock(page) {
  await page.clock.install({ time: NOON });
  await page.addInitScript(() => {
    for (const [set, clear] of [['setTimeout', 'clearTimeout'], ['requestAnimationFrame', 'cancelAnimationFrame']]) {
      const [begin, end, numbers] = [window[set], window[clear], []];
      window[set] = (...all) => numbers.push(begin.apply(window, all));
      window[clear] = (number) => end.call(window, numbers[number - 1]);
    }
  });
}

/** Presses keys of the drawn keyboard. */
async function press(page, keys) {
  for (const key of keys) {
    const name = key === ' ' ? 'Dấu cách' : key;
    await page.locator('.keyboard').getByRole('button', { name, exact: true }).first().click();
  }
}

const field = (page) => page.locator('#search-page-box');
const attract = (page) => page.locator('.attract');
const asking = (page) => page.getByRole('alertdialog');

/** All that a browser keeps of a page, and all that the page shows of its reader. */
const traces = (page) => page.evaluate(async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  cookies: document.cookie,
  databases: ((await indexedDB.databases?.()) ?? []).map(({ name }) => name),
  hash: location.hash,
  search: location.search,
  state: history.state,
  entries: history.length,
  name: window.name,
  root: Object.fromEntries([...document.documentElement.attributes].map(({ name, value }) => [name, value])),
  values: [...document.querySelectorAll('input, textarea, select')].map(({ value }) => value).filter(Boolean),
  selected: String(getSelection()),
  scrolled: scrollY,
  behind: window.bienNienKiosk.behind(),
  title: document.title,
}));

journey('what a reader leaves is gone after a minute and twenty seconds, from every store, the address and the history', HALL, async (visit) => {
  const { page, context } = visit;
  await clock(page);
  await enter(visit);
  const first = await traces(page);
  assert.equal(first.root['data-mode'], 'kiosk');
  // A reader: searches, reads, scrolls, changes language and size.
  await page.locator('.tabbar a', { hasText: 'Tìm' }).click();
  await page.locator('.keyboard').waitFor();
  await press(page, 'huyeenj uyr');
  assert.equal(await field(page).inputValue(), 'huyện ủy');
  await page.locator('.keyboard').getByRole('button', { name: 'Tìm' }).click();
  await page.locator('main a[href^="#/bai/"]').first().click();
  await page.locator('article, .article').first().waitFor();
  await page.getByRole('button', { name: 'Chữ to hơn' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.mouse.wheel(0, 900);
  await page.waitForFunction(() => scrollY > 0);
  const during = await traces(page);
  assert.ok(during.behind >= 2 && during.hash.startsWith('#/bai/') && /\btext-125\b/.test(during.root.class) && during.root.lang === 'en');
  assert.equal(during.entries, first.entries, 'one entry of the browser\'s history');
  // The question; any touch extends.
  await page.clock.fastForward(59_000);
  assert.equal(await asking(page).count(), 0);
  await page.clock.runFor(2_000);
  await asking(page).waitFor();
  await page.mouse.click(540, 500);
  await asking(page).waitFor({ state: 'detached' });
  assert.equal((await traces(page)).hash, during.hash, 'still reading');
  await page.clock.fastForward(62_000);
  await page.clock.runFor(1_000);
  await asking(page).waitFor();
  await page.clock.fastForward(19_000);
  await page.clock.runFor(1_500);
  await attract(page).waitFor();
  const after = await traces(page);
  assert.deepEqual(Object.keys(after.local), ['bien-nien:kiosk:counts']);
  assert.match(after.local['bien-nien:kiosk:counts'], /^[0-9 ]+$/, 'numbers, no words');
  const { local: _, state: __, ...rest } = after;
  const { local: ___, state: ____, ...begun } = first;
  assert.deepEqual(rest, { ...begun, hash: '#/' });
  assert.deepEqual(await context.cookies(), []);
  // Nothing to go back to, in the page or in the browser.
  await page.evaluate(() => history.back());
  assert.equal(await page.evaluate(() => location.hash), '#/');
  await page.mouse.click(540, 900);
  await attract(page).waitFor({ state: 'detached' });
  await page.clock.runFor(1_000);
  await page.locator('.tabbar a', { hasText: 'Tìm' }).click();
  assert.equal(await field(page).inputValue(), '');
  assert.ok(!(await page.content()).includes('huyện ủy</'), 'no latest searches');
});

journey('the attract loop shows the days, can be stopped, and is gone at a touch', { ...HALL, init: () => {
  // Motion is wanted, whatever the harness says.
  const media = window.matchMedia;
  window.matchMedia = (query) => (query.includes('reduced-motion') ? { matches: false, addEventListener() {}, removeEventListener() {} } : media.call(window, query));
} }, async (visit) => {
  const { page } = visit;
  await clock(page);
  await enter(visit);
  await page.clock.fastForward(61_000);
  await page.clock.runFor(1_000);
  await attract(page).waitFor();
  const told = () => attract(page).innerText();
  const pictures = new Set([await told()]);
  assert.match([...pictures][0], /Hôm nay/);
  for (let at = 0; at < 6; at += 1) {
    await page.clock.runFor(9_100);
    pictures.add(await told());
  }
  assert.ok(pictures.size >= 3, [...pictures].join('\n—\n'));
  assert.ok([...pictures].some((text) => text.includes('bài viết')), 'the numbers of the archive');
  await page.getByRole('button', { name: 'Dừng chuyển hình' }).click();
  const still = await told();
  await page.clock.runFor(30_000);
  assert.equal(await told(), still);
  assert.ok(await attract(page).isVisible(), 'stopping it is no visit');
  await accessible(page, 'the attract loop');
  // Gone at a touch, which goes no further.
  const hash = await page.evaluate(() => location.hash);
  await page.mouse.click(540, 1880);
  await attract(page).waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => location.hash), hash);
});

journey('a screen that nobody moves stands still where motion is not wanted', HALL, async (visit) => {
  const { page } = visit;
  await clock(page);
  await enter(visit);
  await page.clock.fastForward(61_000);
  await page.clock.runFor(1_000);
  await attract(page).waitFor();
  const told = await attract(page).innerText();
  await page.clock.runFor(60_000);
  assert.equal(await attract(page).innerText(), told);
  // Gone before the next picture but one: no timer, no motion stands between a touch and the page.
  await page.clock.resume();
  const isThere = await page.evaluate(async () => {
    window.dispatchEvent(new CustomEvent('bien-nien-touch'));
    for (let picture = 0; picture < 2; picture += 1) await new Promise(requestAnimationFrame);
    return document.querySelector('.attract') !== null;
  });
  assert.equal(isThere, false);
});

journey('reading aloud holds the clock', { ...HALL, init: () => {
  window.speaks = false;
  Object.defineProperty(window, 'speechSynthesis', { value: { get speaking() { return window.speaks; }, paused: false, cancel() { window.speaks = false; }, getVoices: () => [], addEventListener() {} } });
} }, async (visit) => {
  const { page } = visit;
  await clock(page);
  await enter(visit);
  await page.locator('.tabbar a').nth(2).click();
  await page.evaluate(() => (window.speaks = true));
  await page.clock.runFor(300_000);
  assert.equal(await asking(page).count(), 0);
  await page.evaluate(() => (window.speaks = false));
  await page.clock.runFor(61_000);
  await asking(page).waitFor();
});

journey('words are typed by Telex, VNI and without marks, and the device\'s keyboard stays shut', HALL, async (visit) => {
  const { page } = visit;
  await enter(visit, '#/tim');
  const keyboard = page.locator('.keyboard');
  await keyboard.waitFor();
  assert.equal(await field(page).getAttribute('inputmode'), 'none');
  const clear = async () => {
    while ((await field(page).inputValue()) !== '') await keyboard.getByRole('button', { name: 'Xóa', exact: true }).click();
  };
  for (const [keys, text] of [['dduwowngf', 'đường'], ['thuowng', 'thương'], ['quys', 'quý'], ['hoaf', 'hòa'], ['www', 'ww'], ['aaa', 'aa'], ['tw 4', 'tư 4']]) {
    await press(page, keys);
    assert.equal(await field(page).inputValue(), text, keys);
    await clear();
  }
  await keyboard.getByRole('button', { name: 'Chữ hoa' }).click();
  await press(page, 'D');
  await press(page, 'dangr');
  assert.equal(await field(page).inputValue(), 'Đảng');
  await clear();
  // A change in the middle goes on with the word that stands there.
  await press(page, 'van');
  await press(page, 'aj');
  assert.equal(await field(page).inputValue(), 'vận');
  await clear();
  await keyboard.getByRole('button', { name: 'Đổi kiểu gõ' }).click();
  await press(page, 'd9u7o7ng2 uy3');
  assert.equal(await field(page).inputValue(), 'đường ủy');
  await clear();
  await keyboard.getByRole('button', { name: 'Đổi kiểu gõ' }).click();
  await press(page, 'huyeenj');
  assert.equal(await field(page).inputValue(), 'huyeenj');
  await clear();
  // Suggested words come from the archive.
  await press(page, 'huye');
  await page.locator('.keyboard-word', { hasText: 'Huyện' }).first().click();
  assert.match(await field(page).inputValue(), /^Huyện.* $/);
  await accessible(page, 'the keyboard');
});

journey('all that is touched is large, near, and never smaller than can be read', HALL, async (visit) => {
  const { page } = visit;
  for (const place of ['#/', '#/tim', '#/dong-thoi-gian', '#/don-vi', '#/hom-nay']) {
    await enter(visit, place);
    await fits(page, place);
    const small = await page.evaluate(() => {
      const seen = (box) => box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walk.nextNode()) {
        const of = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || of.closest('.unseen, [hidden], option') || !of.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        if (seen(range.getBoundingClientRect()) && parseFloat(getComputedStyle(of).fontSize) < 20) found.push(`${getComputedStyle(of).fontSize} ${of.className}: ${walk.currentNode.data.slice(0, 30)}`);
      }
      return found;
    });
    assert.deepEqual(small, [], `text on ${place}`);
    const controls = await page.evaluate(() => [...document.querySelectorAll('.kiosk-bar button, .tabbar a, .keyboard button, .keyboard-word')].map((of) => {
      const { width, height, top } = of.getBoundingClientRect();
      return { what: of.textContent, width, height, top };
    }));
    for (const { what, width, height, top } of controls) {
      assert.ok(width >= 48 && height >= 48, `${what} on ${place}: ${width} × ${height}`);
      assert.ok(top >= KIOSK.height / 2, `${what} on ${place} begins at ${top}`);
    }
    await accessible(page, `${place} in a hall`);
  }
  // The page itself can be brought down.
  await enter(visit, '#/');
  await page.getByRole('button', { name: 'Hạ trang' }).click();
  assert.ok((await page.locator('main h1').boundingBox()).y > 900);
});

journey('there is no way out: links, menus, keys, printing, files', HALL, async (visit) => {
  const { page, context, site } = visit;
  const left = [];
  context.on('page', () => left.push('a new page'));
  page.on('download', () => left.push('a download'));
  page.on('filechooser', () => left.push('a choice of files'));
  page.on('dialog', (dialog) => left.push(dialog.type()) && dialog.dismiss());
  await enter(visit);
  const address = page.url();
  await page.evaluate(() => {
    document.querySelector('main').insertAdjacentHTML('beforeend', `
      <p id="thu"><a id="ra" href="https://vi.example/tin/">ra</a> <a id="mail" href="mailto:a@b.example">thư</a>
      <a id="tai" href="./archive.json" download>tải</a> <a id="moi" href="#/don-vi" target="_blank">mới</a></p>`);
  });
  for (const id of ['ra', 'mail', 'tai']) {
    await page.locator(`#${id}`).evaluate((link) => link.scrollIntoView({ block: 'center' }));
    await page.locator(`#${id}`).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    assert.ok(await dialog.getByRole('img', { name: 'Mã QR của địa chỉ' }).isVisible());
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    assert.equal(page.url(), address);
  }
  await page.locator('#ra').click({ button: 'middle' });
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await page.locator('#ra').click({ modifiers: ['Control'] });
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  const held = await page.evaluate(() => {
    const stopped = (name, init) => !document.querySelector('main').dispatchEvent(new (init?.make ?? Event)(name, { bubbles: true, cancelable: true, ...init }));
    const kinds = ['contextmenu', 'selectstart', 'dragstart', 'copy', 'cut', 'paste', 'drop'].map((name) => [name, stopped(name)]);
    const keys = [['p', true], ['s', true], ['F5', false], ['F11', false], ['F12', false]].map(([key, ctrlKey]) => [key, stopped('keydown', { make: KeyboardEvent, key, ctrlKey })]);
    return [...kinds, ...keys, ['zoom', stopped('wheel', { make: WheelEvent, ctrlKey: true })], ['open', window.open('https://vi.example/') === null], ['print', window.print() === null]];
  });
  assert.deepEqual(held.filter(([, is]) => !is), []);
  // The keeper's places, where files are picked, are closed to others.
  for (const closed of ['#/luu', '#/ban-lam-viec']) {
    await page.evaluate((closed) => {
      const link = document.querySelector('main').appendChild(document.createElement('a'));
      link.href = closed;
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }, closed);
    assert.equal(page.url(), address);
    await page.goto('about:blank');
    await enter(visit, closed);
    assert.equal(page.url(), address);
  }
  // What another place of the viewer offers to save or to share is not there.
  await page.goto('about:blank');
  await enter(visit, '#/hom-nay');
  assert.equal(await page.locator('.can-save:visible, .can-share:visible, .can-print:visible, .can-copy:visible').count(), 0);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  });
  assert.deepEqual(left, []);
  assert.ok(page.url().startsWith(site.url));
});

journey('a walk that presses whatever there is never leaves', { ...HALL, timeout: 120_000 + STEPS * 500 }, async (visit) => {
  const { page, context, site } = visit;
  const left = [];
  context.on('page', () => left.push('a new page'));
  page.on('download', () => left.push('a download'));
  page.on('filechooser', () => left.push('a choice of files'));
  page.on('dialog', (dialog) => left.push(dialog.type()) && dialog.dismiss());
  await enter(visit);
  const entries = await page.evaluate(() => history.length);
  let random = 20261014;
  const next = (below) => (random = (random * 1103515245 + 12345) % 2147483648) % below;
  const trail = [];
  for (let step = 0; step < STEPS; step += 1) {
    const spots = await page.evaluate(() => {
      const found = [];
      for (const of of document.querySelectorAll('a[href], button, summary, input, select, label, [role="option"], [tabindex="0"], .kiosk-mark')) {
        const box = of.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        if (box.width > 2 && x > 0 && y > 0 && x < innerWidth && y < innerHeight && of.checkVisibility()) found.push([x, y, (of.textContent || of.id || of.tagName).trim().slice(0, 30)]);
      }
      return found;
    });
    const [x, y, what] = spots.length ? spots[next(spots.length)] : [540, 960, 'nothing'];
    const how = next(12);
    trail.push(`${how} ${what}`);
    if (how < 7) await page.mouse.click(x, y);
    else if (how === 7) await page.mouse.click(x, y, { button: next(2) ? 'right' : 'middle' });
    else if (how === 8) await page.mouse.click(x, y, { clickCount: 2, delay: 20 });
    else if (how === 9) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(next(1080), next(1920), { steps: 3 });
      await page.mouse.up();
    } else if (how === 10) await page.mouse.wheel(0, next(2000) - 800);
    else await page.keyboard.press(['Tab', 'Enter', 'Escape', 'Alt+ArrowLeft', 'Control+p', 'F5', 'Backspace', 'Control+s', 'Shift+F10'][next(9)]);
    const now = await page.evaluate(() => ({ url: location.href, entries: history.length, selected: String(getSelection()) }));
    assert.ok(now.url.startsWith(site.url) && !now.url.includes('archive.json'), `${now.url} after ${trail.slice(-5).join(' | ')}`);
    assert.equal(now.entries, entries, `history grew after ${trail.slice(-5).join(' | ')}`);
    assert.equal(now.selected, '', `a selection after ${trail.slice(-5).join(' | ')}`);
    assert.deepEqual(left, [], `after ${trail.slice(-5).join(' | ')}`);
  }
});

journey('the keeper comes in by a gesture and a PIN that is set on the device', HALL, async (visit) => {
  const { page } = visit;
  await enter(visit);
  const knock = async () => {
    for (let touch = 0; touch < 5; touch += 1) await page.locator('.kiosk-mark').click();
  };
  await page.locator('.kiosk-mark').click();
  assert.equal(await page.getByRole('dialog').count(), 0, 'one touch is nothing');
  await page.waitForTimeout(1_600);
  await knock();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const type = async (pin) => {
    for (const figure of pin) await dialog.getByRole('button', { name: figure, exact: true }).click();
    await dialog.getByRole('button', { name: 'Vào' }).click();
  };
  await type('12');
  await dialog.getByText('Mã gồm 4 đến 8 chữ số.', { exact: true }).waitFor();
  await type('2580');
  await type('2580');
  await page.getByRole('heading', { name: 'Dành cho người quản lý' }).waitFor();
  await dialog.getByText('Lượt người xem').waitFor();
  await accessible(page, 'the keeper\'s page');
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  assert.equal(await page.getByRole('dialog').count(), 0);
  // The next time it is asked for, and what is kept of it is not the PIN.
  await knock();
  await type('1111');
  await dialog.getByText('Sai mã.').waitFor();
  await type('2580');
  await dialog.getByText('Lượt người xem').waitFor();
  assert.ok(!(await page.evaluate(() => localStorage['bien-nien:kiosk:pin'])).includes('2580'));
});

journey('archive.toml alone makes a hall\'s screen, and the address can say otherwise', {
  ...HALL,
  changes: [['archive.json', { edit: (bytes) => JSON.stringify({ ...JSON.parse(bytes), kiosk: { on: true, idle: 30, keyboard: 'vni', tones: 'new' } }) }]],
}, async ({ page, site }) => {
  await clock(page);
  await page.goto(`${site.url}?ngay=${DAY}#/tim`);
  await page.locator('.keyboard').waitFor();
  await press(page, 'uy3');
  assert.equal(await field(page).inputValue(), 'uỷ');
  await page.clock.fastForward(31_000);
  await page.clock.runFor(1_000);
  await asking(page).waitFor();
  await page.goto(`${site.url}?kiosk=0&ngay=${DAY}#/`);
  await page.locator('main h1').waitFor();
  assert.equal(await page.locator('.kiosk-bar').count(), 0);
});
