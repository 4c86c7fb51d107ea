// Measures a packed site in headless Chromium: `cargo xtask bench` writes the job, starts this, and
// makes percentiles and the table of what this writes. `node run.mjs JOB RESULT`.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from '../journeys/lib/browser.mjs';
import * as engine from './engine.mjs';
import * as peers from './peers.mjs';
import { routes } from './routes.mjs';
import * as scroll from './scroll.mjs';
import { serve } from './server.mjs';
import * as visit from './visit.mjs';

const HOME_VISITS = 3;
const SEARCH_VISITS = 15;
const TYPED = 6;

const [jobFile, resultFile] = process.argv.slice(2);
const job = JSON.parse(await readFile(jobFile, 'utf8'));
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const say = (what) => console.error(`  ${what}`);

const site = await serve({
  '/': job.site,
  '/bench-engine.html': here('pages/engine.html'),
  '/bench/': here('pages/'),
  '/peers/': here('peers/'),
  '/npm/': here('peers/node_modules/'),
  '/indexes/': job.indexes,
});
const browser = await launch();
const result = { browser: browser.version() };
const words = job.queries.filter(({ kind }) => kind === 'words');

/** One part of the work; what is measured by then is kept, whatever becomes of the rest. */
async function part(name, what, work) {
  say(what);
  result[name] = await work();
  await writeFile(resultFile, JSON.stringify(result));
}

/** The other engines: one that fails is said to have, and the rest go on. */
async function peer(name) {
  say(`${name}, at full speed and slowed down`);
  try {
    result.peers[name] = await peers.measure(browser, site, name, job);
  } catch (error) {
    say(`${name} failed: ${error.message}`);
    result.peers[name] = {};
  }
  await writeFile(resultFile, JSON.stringify(result));
}

try {
  const { queries, throttle } = job;
  await part('home', 'first visits to the home page', () => visit.home(browser, site, HOME_VISITS));
  await part('search', 'first visits by links to searches', () => visit.search(browser, site, words.slice(0, SEARCH_VISITS)));
  await part('titled', 'the same over a slow line', () => visit.titled(browser, site, words.slice(0, SEARCH_VISITS)));
  await part('typing', `typing, slowed down ${throttle} times`, () => visit.typing(browser, site, words.slice(-TYPED), throttle));
  await part('timeline', `the timeline under a finger, slowed down ${throttle} times`, () => scroll.timeline(browser, site, throttle));
  await part('routes', `from page to page, slowed down ${throttle} times`, () => routes(browser, site, words[0].text, throttle));
  const start = await engine.overhear(browser, site);
  await part('engine', 'the engine in a page, at full speed and slowed down', () => engine.inPage(browser, site, start, queries, throttle));
  await part('worker', 'the engine in its worker', () => engine.inWorker(browser, site, start, queries));
  await part('cold', 'first queries of workers that know nothing yet', () => engine.cold(browser, site, start, queries));
  result.peers = {};
  for (const name of job.peers) await peer(name);
} finally {
  await browser.close();
  await site.close();
}
