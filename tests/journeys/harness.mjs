// What every journey shares: a site, a browser, a page, and what must hold at the end of each.
//
//   journey('reads an article', { touch: true }, async ({ page, open }) => { … });
//
// After every journey: no violation of the page's policy, no console error, no error thrown, no
// request outside the site's own folder. A journey that breaks something on purpose lists the
// console errors the browser itself then prints in `expects`.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch, watch } from './lib/browser.mjs';
import { serve } from './lib/site.mjs';

export { flip, UNDER } from './lib/site.mjs';

/** The built site. */
export const SITE = process.env.BIEN_NIEN_SITE ?? fileURLToPath(new URL('../../dist', import.meta.url));
/** A day on which the sample has something to say. */
export const DAY = '2026-10-14';

export const PHONE = { width: 360, height: 800 };
export const DESK = { width: 1280, height: 800 };
export const KIOSK = { width: 1080, height: 1920 };

/** Patience for one step; the machine may be busy. */
const PATIENCE = 15_000;

let browser;

/** Starts and stops the browser of a test file; called once at its top. */
export function useBrowser() {
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  return () => browser;
}

/** One journey: a test with a site, a context and a page of its own. */
export function journey(name, options, walk) {
  test(name, { timeout: options.timeout ?? 120_000 }, async () => {
    const visit = await begin(browser, options);
    try {
      await walk(visit);
      await visit.check(options.expects);
    } finally {
      await visit.end();
    }
  });
}

/** Opens a site in a fresh context. */
export async function begin(browser, options = {}) {
  const { size = DESK, touch = false, dark = false, contrast = 'no-preference', forced = false, scripts = true, changes = [], init, folder = SITE } = options;
  const site = await serve(folder, changes);
  const context = await browser.newContext({
    viewport: size,
    hasTouch: touch,
    isMobile: touch,
    javaScriptEnabled: scripts,
    colorScheme: dark ? 'dark' : 'light',
    contrast,
    forcedColors: forced ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // What a visit keeps for the next is the business of offline.test.mjs.
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(PATIENCE);
  const seen = await watch(context, site);
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  return {
    site,
    context,
    page,
    seen,
    open: (place = '#/', day = DAY) => open(page, site, place, day),
    check: (expects = []) => check(page, seen, expects),
    end: async () => {
      await context.close();
      await site.close();
    },
  };
}

/** Opens a place on a pinned day and waits until the viewer has drawn it. */
async function open(page, site, place, day) {
  const query = day ? `?ngay=${day}` : '';
  await page.goto(`${site.url}${query}${place}`);
  await drawn(page);
}

/** Waits until the viewer has taken the place of the static shell and nothing is loading. */
export async function drawn(page) {
  await page.getByRole('banner').waitFor();
  // Nothing keeps the place of what is on its way.
  await page.waitForFunction(() => !document.querySelector('.state-loading, .skeleton-line'));
  // What is below the first screen comes a frame later.
  await page.evaluate(async () => {
    for (const _ of [1, 2]) await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown, 10)));
  });
}

/** Presses Tab until an element has the focus, as a reader without a mouse does. */
export async function tabTo(page, target, most = 120) {
  const there = () => target.evaluate((node) => node === document.activeElement);
  await target.waitFor();
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${target} is not reached by ${most} presses of Tab`);
}

/** What must hold at the end of every journey. */
async function check(page, seen, expects) {
  const console = seen.console.filter((line) => !expects.some((pattern) => pattern.test(line)));
  assert.deepEqual(seen.violations, [], 'the policy was violated');
  assert.deepEqual(console, [], 'console errors');
  assert.deepEqual(seen.crashes, [], 'errors thrown in the page');
  assert.deepEqual(seen.outside, [], 'requests outside the site');
  assert.ok(seen.requests.length > 0, 'the request log is alive');
}

/** Fails with a readable list when axe finds anything, with every rule on. */
export async function accessible(page, where) {
  const found = await axe(page);
  const lines = found.map(
    ({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join('\n    ')}`,
  );
  assert.deepEqual(lines, [], `axe-core on ${where}:\n${lines.join('\n')}`);
}

let axeSource;

async function axe(page) {
  axeSource ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations;
}

/** Nothing is wider than the screen. */
export async function fits(page, where) {
  const { wide, wider } = await page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const boxes = [...document.body.querySelectorAll('*')].filter(
      (box) => box.getBoundingClientRect().right > wide + 1,
    );
    return {
      wide: document.documentElement.scrollWidth - wide,
      wider: boxes.slice(0, 3).map((box) => box.outerHTML.slice(0, 120)),
    };
  });
  assert.ok(wide <= 0, `${where} scrolls sideways by ${wide} px: ${wider.join(' … ')}`);
}
