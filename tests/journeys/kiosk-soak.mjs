// A hall's screen for a week: 500 visitors, one after another, in one page that is never loaded anew.
// `cargo xtask soak --kiosk` runs it. What stands after the 500th is compared with what stood after
// the 100th, after garbage collection: nodes and listeners equal, JS heap and wasm pages within 5 %.

import assert from 'node:assert/strict';
import { launch } from './lib/browser.mjs';
import { DAY, KIOSK, SITE } from './harness.mjs';
import { serve } from './lib/site.mjs';

const VISITORS = Number(process.env.BIEN_NIEN_VISITORS ?? 500);
const FIRST = Math.min(100, Math.floor(VISITORS / 5));
// Five, so that the visitors who are compared did the same.
const WORDS = ['huyeenj uyr', 'daan vaanj', 'ddangr booj', 'phuwowngf', 'kyr nieemj'];

/** Keeps hold of the memory of each wasm that starts; runs in the page, and before the search worker's script. */
const hold = () => {
  self.memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await real.apply(WebAssembly, all);
      const { memory } = (made.instance ?? made).exports;
      if (memory) self.memories.push(memory);
      return made;
    };
  }
};
const held = () => self.memories.reduce((sum, memory) => sum + memory.buffer.byteLength / 65536, 0);
const isWorker = (path) => /^search-worker-[0-9a-f]+\.js$/.test(path);

const browser = await launch();
const site = await serve(SITE, [[isWorker, { edit: (bytes) => `(${hold})();\n${bytes}` }]]);
const context = await browser.newContext({ viewport: KIOSK, reducedMotion: 'reduce', locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', serviceWorkers: 'block' });
await context.addInitScript(hold);
const page = await context.newPage();
const errors = [];
context.on('weberror', (error) => errors.push(String(error.error())));
const tools = await context.newCDPSession(page);
await tools.send('Performance.enable');
await page.goto(`${site.url}?kiosk=1&ngay=${DAY}#/`);
await page.locator('.kiosk-bar').waitFor();

/** One visitor: types, reads, looks about, leaves. */
async function visit(number) {
  await page.evaluate(async ([number, words]) => {
    const later = (time) => new Promise((done) => setTimeout(done, time));
    const until = async (what) => {
      for (const end = Date.now() + 10_000; Date.now() < end; await later(5)) {
        const found = what();
        if (found) return found;
      }
      throw new Error(`visitor ${number} waits for ${what}`);
    };
    // Links of this page have no click() of their own.
    const tap = (of) => of.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    const one = (selector) => document.querySelector(selector);
    const settled = () => until(() => one('main h1') && !one('.state-loading, .skeleton-line'));
    window.dispatchEvent(new CustomEvent('bien-nien-touch'));
    await until(() => !one('.attract'));
    tap(one('.tabbar a[href^="#/tim"]'));
    await until(() => one('.keyboard'));
    for (const letter of words) {
      const key = [...document.querySelectorAll('.keyboard-key')].find((of) => (letter === ' ' ? of.matches('.keyboard-space') : of.firstChild?.data === letter));
      key.click();
      await later(2);
    }
    one('.keyboard-enter').click();
    const hit = await until(() => one('main a[href^="#/bai/"]'));
    tap(hit);
    await until(() => location.hash.startsWith('#/bai/'));
    await settled();
    for (const tab of document.querySelectorAll('.tabbar a')) {
      tap(tab);
      await settled();
    }
    one('.kiosk-bar button:nth-of-type(3)').click();
    one('.kiosk-back').click();
    await settled();
    one('.kiosk-done').click();
    await until(() => one('.attract'));
  }, [number, WORDS[number % WORDS.length]]);
}

async function measure() {
  for (let round = 0; round < 3; round += 1) {
    await tools.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(200);
  }
  const { metrics } = await tools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  const workers = await Promise.all(page.workers().map((worker) => worker.evaluate(held)));
  return {
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    heap: of('JSHeapUsedSize'),
    pages: await page.evaluate(held),
    workers: workers.length,
    searching: workers.reduce((sum, pages) => sum + pages, 0),
  };
}

try {
  let before;
  for (let number = 1; number <= VISITORS; number += 1) {
    await visit(number);
    if (number === FIRST) before = await measure();
    if (number % 50 === 0) console.log(`${number} visitors`);
  }
  const after = await measure();
  console.log(`${''.padEnd(12)}${String(FIRST).padStart(12)}${String(VISITORS).padStart(12)}`);
  for (const name of Object.keys(after)) console.log(`${name.padEnd(12)}${String(before[name]).padStart(12)}${String(after[name]).padStart(12)}`);
  assert.deepEqual(errors, []);
  assert.equal(after.nodes, before.nodes, 'nodes');
  assert.equal(after.listeners, before.listeners, 'listeners');
  assert.ok(after.heap <= before.heap * 1.05, 'JS heap');
  assert.ok(after.pages > 0 && after.pages <= before.pages * 1.05, 'wasm pages');
  assert.equal(after.workers, before.workers, 'workers');
  assert.ok(after.searching > 0 && after.searching <= before.searching * 1.05, 'wasm pages of the search worker');
} finally {
  await browser.close();
  await site.close();
}
