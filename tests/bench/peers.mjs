// Other engines over the same documents and queries, in a page of their own with the same throttle.

import { TIMES, byKind } from './engine.mjs';
import { since } from './server.mjs';

/** Queries of a kind are asked for so long at most; the table says how many that were. */
const PLAIN_MS = 3_000;
const SLOW_MS = 6_000;
const HITS = 10;
/** First queries by an empty browser, where an engine fetches its index in pieces. */
const COLD = 20;

async function open(browser, site, peer) {
  const context = await browser.newContext();
  context.setDefaultTimeout(600_000);
  const page = await context.newPage();
  await page.goto(`${site.origin}/bench/peer.html`);
  const mark = site.sent.length;
  const load = await page.evaluate(([peer]) => window.peer.open(peer), [peer]);
  return { context, page, load, mark };
}

/** One engine: what it fetches, how long it takes, what it finds, what it holds in memory. */
export async function measure(browser, site, peer, job) {
  const { context, page, load, mark } = await open(browser, site, peer);
  const opened = since(site.sent, mark);
  const session = await context.newCDPSession(page);
  const kinds = [...byKind(job.queries.map((query, at) => ({ ...query, at })))];
  const plain = await timed(page, kinds, PLAIN_MS);
  const memory = await page.evaluate(() => window.peer.memory());
  await session.send('Emulation.setCPUThrottlingRate', { rate: job.throttle });
  const slow = await timed(page, kinds, SLOW_MS);
  await context.close();
  return { load, opened, plain, slow, memory, cold: await cold(browser, site, peer, job) };
}

const ask = ([queries, how]) => window.peer.ask(queries, how);

async function timed(page, kinds, most) {
  const out = [];
  for (const [, queries] of kinds) {
    const asked = queries.map(({ kind, text, filter, at }) => ({ kind, text, filter, at }));
    out.push(...(await page.evaluate(ask, [asked, { most, hits: HITS, times: TIMES }])));
  }
  return out;
}

/** What an empty browser fetches until ten titles of a first query stand. */
async function cold(browser, site, peer, job) {
  const out = [];
  const words = job.queries.filter(({ kind }) => kind === 'words');
  // An engine that loads everything first loads the same for every query.
  const count = peer === 'pagefind' ? COLD : 1;
  for (const { kind, text, filter } of words.slice(0, count)) {
    const { context, page, mark } = await open(browser, site, peer);
    await page.evaluate(ask, [[{ kind, text, filter, at: 0 }], { most: PLAIN_MS, hits: HITS, times: 0 }]);
    await site.quiet();
    out.push(since(site.sent, mark));
    await context.close();
  }
  return out;
}
