// Times and bytes of the built sample in headless Chromium: `cargo xtask bench`.
//
// Bytes are bodies as sent, compressed where the site holds a compressed file. A query is timed
// from the message that asks the worker to the message that answers, on the page's own clock.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { begin, DESK } from './harness.mjs';
import { launch } from './lib/browser.mjs';

const out = join(process.env.BIEN_NIEN_OUT ?? '../../target', 'bench.json');
const COLD_VISITS = 5;
const ROUNDS = 20;
const QUERIES = ['huyen uy', 'dân vận khéo', 'MTTQ', '15/10/1930', '"chức mừng"', 'nông thôn mới', 'Chỉ thị 05', 'đảng'];

/** Notes when each numbered request leaves for a worker and when its answer is back. */
function timeWorkers() {
  window.journeyTimes = [];
  const number = (bytes) => {
    let value = 0;
    for (let at = 0, shift = 0; ; at += 1, shift += 7) {
      value |= (bytes[at] & 127) << shift;
      if (bytes[at] < 128) return value;
    }
  };
  const Real = window.Worker;
  window.Worker = class extends Real {
    constructor(...rest) {
      super(...rest);
      this.asked = new Map();
      this.addEventListener('message', ({ data }) => {
        const key = number(data);
        if (this.asked.has(key)) window.journeyTimes.push(performance.now() - this.asked.get(key));
      });
    }

    postMessage(data, ...rest) {
      this.asked.set(number(data), performance.now());
      super.postMessage(data, ...rest);
    }
  };
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const total = (sent) => sent.reduce((sum, { bytes }) => sum + bytes, 0);

/** A first visit: until the page is painted, and until the first results stand. */
async function cold(browser) {
  const visit = await begin(browser, { size: DESK, init: timeWorkers });
  const { page, site } = visit;
  const start = Date.now();
  await visit.open('#/');
  const shown = Date.now() - start;
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  const home = total(site.sent);
  await ask(page, QUERIES[0]);
  const result = { paint, shown, home, results: total(site.sent) };
  await visit.end();
  return result;
}

/** Fills the box in the bar and waits for the answer. */
async function ask(page, query) {
  const before = await page.evaluate(() => window.journeyTimes.length);
  await page.getByRole('searchbox').first().fill(query);
  await page.waitForFunction((before) => window.journeyTimes.length > before, before);
}

/** Queries on a page that has answered each once. */
async function warm(browser) {
  const visit = await begin(browser, { size: DESK, init: timeWorkers });
  await visit.open('#/tim');
  for (const query of QUERIES) await ask(visit.page, query);
  await visit.page.evaluate(() => window.journeyTimes.splice(0));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of QUERIES) await ask(visit.page, query);
  }
  const times = await visit.page.evaluate(() => window.journeyTimes);
  await visit.end();
  return times;
}

const browser = await launch();
const visits = [];
for (let count = 0; count < COLD_VISITS; count += 1) visits.push(await cold(browser));
const times = await warm(browser);
await browser.close();

const median = (key) => at(visits.map((visit) => visit[key]), 0.5);
const report = {
  firstPaintMs: median('paint'),
  homeShownMs: median('shown'),
  homeBytes: median('home'),
  firstResultsBytes: median('results'),
  queryBytes: median('results') - median('home'),
  warmQueries: times.length,
  warmQueryP50Ms: at(times, 0.5),
  warmQueryP99Ms: at(times, 0.99),
};
for (const [name, value] of Object.entries(report)) {
  console.log(`${name.padEnd(20)}${(Math.round(value * 100) / 100).toString().padStart(12)}`);
}
await writeFile(out, `${JSON.stringify(report, null, 2)}\n`);
