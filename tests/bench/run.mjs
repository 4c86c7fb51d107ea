// Measures a packed site in headless Chromium: `cargo xtask bench` writes the job, starts this, and
// makes percentiles and the table of what this writes. `node run.mjs JOB RESULT`.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from '../journeys/lib/browser.mjs';
import * as engine from './engine.mjs';
import * as peers from './peers.mjs';
import { serve } from './server.mjs';
import * as visit from './visit.mjs';

const HOME_VISITS = 3;
const SEARCH_VISITS = 20;
const TYPED = 8;

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

try {
  say('first visits: the home page, then links to searches');
  result.home = await visit.home(browser, site, HOME_VISITS);
  result.search = await visit.search(browser, site, words.slice(0, SEARCH_VISITS));
  say(`typing, slowed down ${job.throttle} times`);
  result.typing = await visit.typing(browser, site, words.slice(-TYPED), job.throttle);
  const start = await engine.overhear(browser, site);
  say('the engine in a page, at full speed and slowed down');
  result.engine = await engine.inPage(browser, site, start, job.queries, job.throttle);
  say('the engine in its worker');
  result.worker = await engine.inWorker(browser, site, start, job.queries);
  say('first queries of workers that know nothing yet');
  result.cold = await engine.cold(browser, site, start, job.queries);
  result.peers = {};
  for (const peer of job.peers) {
    say(`${peer}, at full speed and slowed down`);
    result.peers[peer] = await peers.measure(browser, site, peer, job);
  }
} finally {
  await browser.close();
  await site.close();
}
await writeFile(resultFile, JSON.stringify(result));
