// The viewer as a reader meets it: first visits with an empty browser, and typing on a slow phone.

import { since } from './server.mjs';
import { tasks } from './tasks.mjs';

const PHONE = { width: 360, height: 800 };
const PATIENCE = 120_000;
/** Between two keys: someone who types quickly on a phone. */
const KEYS_MS = 130;
/** The browser tells of no event whose frame came sooner. */
const SHORTEST_MS = 16;

async function fresh(browser, init) {
  // What is fetched after the page, to keep it, is not what a reader waits for.
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true, locale: 'vi-VN', serviceWorkers: 'block' });
  context.setDefaultTimeout(PATIENCE);
  if (init) await context.addInitScript(init);
  return { context, page: await context.newPage() };
}

/** The home page, by an empty browser: what is sent, and until the first paint and the list. */
export async function home(browser, site, times) {
  const visits = [];
  for (let count = 0; count < times; count += 1) {
    const { context, page } = await fresh(browser);
    const mark = site.sent.length;
    const start = Date.now();
    await page.goto(`${site.origin}/#/`);
    await page.getByRole('banner').waitFor();
    await page.waitForFunction(() => !document.querySelector('.state-loading'));
    const shown = Date.now() - start;
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    await site.quiet();
    visits.push({ shown, paint, fetched: since(site.sent, mark) });
    await context.close();
  }
  return visits;
}

/** A link to a search, opened by an empty browser: what is sent until its results stand. */
export async function search(browser, site, queries) {
  const visits = [];
  for (const { text } of queries) {
    const { context, page } = await fresh(browser);
    const mark = site.sent.length;
    const start = Date.now();
    await page.goto(`${site.origin}/#/tim?q=${encodeURIComponent(text)}`);
    await page.locator('main .result-title').first().waitFor();
    const shown = Date.now() - start;
    await site.quiet();
    visits.push({ shown, titles: await page.locator('main .result-title').count(), fetched: since(site.sent, mark) });
    await context.close();
  }
  return visits;
}

/** A poor connection of a phone: 1.6 Mbit a second, and 150 ms until an answer begins. */
const POOR = { bytes: 200_000, milliseconds: 150 };

/** The same over a slow line: what had been sent when ten titles (or all there are) stood. */
export async function titled(browser, site, queries) {
  site.over(POOR);
  const visits = [];
  for (const { text } of queries) {
    const { context, page } = await fresh(browser);
    const mark = site.sent.length;
    const start = Date.now();
    await page.goto(`${site.origin}/#/tim?q=${encodeURIComponent(text)}`);
    // A title that is still to come has no link.
    await page.waitForFunction(() => {
      const all = document.querySelectorAll('main .result-title');
      return all.length > 0 && [...all].every((title) => title.querySelector('a'));
    });
    visits.push({ shown: Date.now() - start, fetched: since(site.sent, mark) });
    await context.close();
    await site.quiet();
  }
  site.over(null);
  return visits;
}

/**
 * Times each key until the frame that shows what it typed is presented, as the browser itself says (Event
 * Timing, in steps of eight milliseconds), and long tasks.
 */
function watchTyping() {
  window.typed = { keys: [], frames: [], tasks: [] };
  let down = null;
  document.addEventListener('keydown', (event) => (down = event.timeStamp), true);
  document.addEventListener(
    'input',
    ({ timeStamp }) => {
      // Letters that no key has come without one.
      window.typed.keys.push({ start: down ?? timeStamp, input: timeStamp });
      down = null;
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'input') window.typed.frames.push([startTime, startTime + duration]);
    }
  }).observe({ type: 'event', durationThreshold: SHORTEST_MS });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.typed.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** How long each key waited for its frame. */
function paints({ keys, frames }) {
  const shown = new Map(frames);
  return keys.map(({ start, input }) => (shown.get(input) ?? input + SHORTEST_MS) - start);
}

/**
 * Types queries letter by letter, the results following: into a page that is slowed down, by the clock, and
 * at full speed, by the processor's time.
 */
export async function typing(browser, site, queries, throttle) {
  const { context, page } = await fresh(browser, `const SHORTEST_MS = ${SHORTEST_MS}; (${watchTyping})();`);
  await page.goto(`${site.origin}/#/tim`);
  await page.getByRole('banner').waitFor();
  await page.waitForFunction(() => !document.querySelector('.state-loading'));
  const box = page.getByRole('main').getByRole('combobox').first();
  // Everything that a first search starts is at work before the clock runs.
  await box.fill(queries[0].text);
  await page.locator('main .result-title').first().waitFor();
  await site.quiet();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.evaluate(() => Object.values(window.typed).forEach((list) => list.splice(0)));
  const type = async () => {
    for (const { text } of queries) {
      await box.fill('');
      await box.pressSequentially(text, { delay: KEYS_MS });
      await page.waitForTimeout(600);
    }
    await site.quiet();
  };
  await type();
  const typed = await page.evaluate(() => window.typed);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const used = await tasks(browser, page, type);
  await context.close();
  return { paints: paints(typed), tasks: typed.tasks, used: used.map((ms) => ms * throttle) };
}
