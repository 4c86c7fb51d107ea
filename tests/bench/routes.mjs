// From page to page on a slow phone: from the tap (or Back) to the end of the frame that shows the next
// page whole, and what still moves after that. By itself: `node routes.mjs SITE WORDS`.

import { fileURLToPath } from 'node:url';
import { launch } from '../journeys/lib/browser.mjs';
import { serve } from './server.mjs';

const PHONE = { width: 360, height: 800 };
const PATIENCE = 120_000;
/** Rounds through the pages that count; one before them fetches what pages are made of. */
const ROUNDS = 3;
/** Something that moves moves within so long. */
const STILL_MS = 400;

/** Times every change of the page, and notes what moves once it is done. */
function watchRoutes() {
  window.routes = { times: [], shifts: [] };
  let shown = Infinity;
  let turn = 0;
  const isWhole = () => !document.querySelector('main .state-loading, main .skeleton-line');
  const begin = (start) => {
    const before = document.title;
    const mine = (turn += 1);
    shown = Infinity;
    const look = () => {
      if (mine !== turn) return;
      if (document.title === before || !isWhole()) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        shown = performance.now();
        window.routes.times.push({ to: location.hash, ms: shown - start });
      };
      port2.postMessage(0);
    };
    requestAnimationFrame(look);
  };
  addEventListener('click', (event) => event.target.closest?.('a[href^="#"]') && begin(event.timeStamp), true);
  window.goBack = () => {
    begin(performance.now());
    history.back();
  };
  new PerformanceObserver((list) => {
    for (const { startTime, value } of list.getEntries()) if (startTime > shown) window.routes.shifts.push(value);
  }).observe({ type: 'layout-shift' });
}

/** Changes of the page, slowed down: milliseconds of each with where it led, and what moved later. */
export async function routes(browser, site, words, throttle) {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true, locale: 'vi-VN', serviceWorkers: 'block' });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(watchRoutes);
  const page = await context.newPage();
  await page.goto(`${site.origin}/#/`);
  await page.locator('main a[href^="#/bai/"]').first().waitFor();
  const done = async (change) => {
    const before = await page.evaluate(() => window.routes.times.length);
    await change();
    await page.waitForFunction((before) => window.routes.times.length > before, before);
    await page.waitForTimeout(STILL_MS);
  };
  const tap = (selector) => done(() => page.locator(selector).first().tap());
  const back = () => done(() => page.evaluate(() => window.goBack()));
  const round = async () => {
    for (const tab of ['#/tim', '#/dong-thoi-gian', '#/don-vi', '#/']) await tap(`.tabbar a[href="${tab}"]`);
    await tap('main a[href^="#/bai/"]');
    await back();
    // Who comes by a link to a search: not measured here, its answer is a query's time.
    await page.evaluate((words) => (location.hash = `#/tim?q=${encodeURIComponent(words)}`), words);
    await page.locator('main .result-title a').first().waitFor();
    await page.waitForTimeout(STILL_MS);
    await tap('main .result-title a');
    await back();
    await tap('.tabbar a[href="#/"]');
  };
  await round();
  await site.quiet();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.evaluate(() => {
    window.routes.times.length = 0;
    window.routes.shifts.length = 0;
  });
  for (let count = 0; count < ROUNDS; count += 1) await round();
  const seen = await page.evaluate(() => window.routes);
  await context.close();
  return seen;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder, words = 'nông thôn mới'] = process.argv;
  const site = await serve({ '/': folder });
  const browser = await launch();
  try {
    for (const throttle of [1, 6]) {
      const { times, shifts } = await routes(browser, site, words, throttle);
      console.log(`slowed down ${throttle} times; what moved: ${JSON.stringify(shifts)}`);
      for (const { to, ms } of times) console.log(`  ${Math.round(ms)} ms ${decodeURIComponent(to)}`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}
