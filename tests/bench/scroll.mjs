// The timeline of an archive under the finger of a reader with a slow phone: how long the longest
// task is while it scrolls and while decades and years open, and of how many elements it is made.
// By itself: `node scroll.mjs SITE` prints what it saw.

import { fileURLToPath } from 'node:url';
import { launch } from '../journeys/lib/browser.mjs';
import { serve } from './server.mjs';
import { tasks } from './tasks.mjs';

const PHONE = { width: 360, height: 800 };
const PATIENCE = 120_000;
/** How often the whole page is scrolled down and up again. */
const TIMES = 3;
/** Decades and years that are opened, and scrolled through. */
const OPENED = 12;

/** The browser tells of tasks of 50 ms and longer only. */
function watchTasks() {
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** Long tasks since the last time one asked. */
const told = (page) => page.evaluate(() => window.tasks.splice(0));
const elements = (page) => page.evaluate(() => document.querySelectorAll('main *').length);

/** Scrolls to the end and back by wheel, in steps as a finger's, a frame apart. */
async function through(page) {
  for (const step of [240, -240]) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let way = 0; way < height; way += Math.abs(step)) {
      await page.mouse.wheel(0, step);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}

/** The timeline, slowed down: long tasks while scrolling and while opening, and its elements. */
export async function timeline(browser, site, throttle) {
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN', serviceWorkers: 'block' });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(watchTasks);
  const page = await context.newPage();
  await page.goto(`${site.origin}/#/dong-thoi-gian`);
  await page.locator('.decade').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.state-loading, .skeleton-line'));
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.mouse.move(180, 400);
  await told(page);
  const seen = { scrolling: [], opening: [], elements: await elements(page) };
  for (let time = 0; time < TIMES; time += 1) await through(page);
  seen.scrolling.push(...(await told(page)));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  seen.used = (await tasks(browser, page, () => through(page))).map((ms) => ms * throttle);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await told(page);
  for (let count = 0; count < OPENED; count += 1) {
    const closed = page.locator('.timeline-list button[aria-expanded="false"]');
    if ((await closed.count()) === 0) break;
    await closed.nth(count % (await closed.count())).click();
    await page.waitForFunction(() => !document.querySelector('.state-loading, .skeleton-line'));
    seen.opening.push(...(await told(page)));
    seen.elements = Math.max(seen.elements, await elements(page));
    await page.mouse.move(180, 400);
    await through(page);
    seen.scrolling.push(...(await told(page)));
  }
  await context.close();
  return seen;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const site = await serve({ '/': process.argv[2] });
  const browser = await launch();
  try {
    for (const throttle of [1, 6]) {
      const { used, ...seen } = await timeline(browser, site, throttle);
      console.log(`slowed down ${throttle} times`, JSON.stringify({ ...seen, used: Math.max(...used) }));
    }
  } finally {
    await browser.close();
    await site.close();
  }
}
