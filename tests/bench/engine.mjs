// The engine: its wasm in a page that is slowed down, then the real worker at full speed, then
// workers that have never seen the archive, for the bytes of a first query.

import { since } from './server.mjs';

/** Queries of each kind that are asked of a worker of its own. */
const COLD = 40;
/** Each query is timed so often, and the best time counts. */
export const TIMES = 2;

/** The worker's script and what the viewer tells it first, taken down in a visit. */
export async function overhear(browser, site) {
  const context = await browser.newContext({ locale: 'vi-VN', serviceWorkers: 'block' });
  await context.addInitScript(() => {
    window.overheard = { script: null, messages: [] };
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(script, ...rest) {
        super(script, ...rest);
        window.overheard.script = String(script);
      }

      postMessage(data, ...rest) {
        window.overheard.messages.push([...data]);
        super.postMessage(data, ...rest);
      }
    };
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/#/tim?q=x`);
  // Hello, Open, and the query, which is left out.
  await page.waitForFunction(() => window.overheard.messages.length > 2, null, { timeout: 120_000 });
  const { script, messages } = await page.evaluate(() => window.overheard);
  await context.close();
  return { script, setup: messages.slice(0, -1).map((bytes) => Buffer.from(bytes).toString('base64')) };
}

async function open(browser, site) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.origin}/bench-engine.html`);
  return { context, page };
}

/** All queries by the wasm in a page, at full speed and slowed down. */
export async function inPage(browser, site, { script, setup }, queries, throttle) {
  const { context, page } = await open(browser, site);
  await page.evaluate(([script, setup]) => window.bench.start(script, setup), [script, setup]);
  const before = await page.evaluate(() => window.bench.memory());
  const ask = (requests) => page.evaluate(([requests, times]) => window.bench.inPage(requests, times), [requests, TIMES]);
  const requests = queries.map(({ request }) => request);
  const plain = await ask(requests);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const slow = await ask(requests);
  const bare = await ask(queries.map(({ kind, bare }) => (kind === 'words' ? bare : null)).filter(Boolean));
  const after = await page.evaluate(() => window.bench.memory());
  await context.close();
  const times = (answers) => answers.map(({ ms }) => ms);
  return {
    plain: times(plain),
    // Nothing was known of most of these before.
    first: plain.map(({ first }) => first),
    slow: times(slow),
    bare: times(bare),
    replies: slow.map(({ reply }) => reply),
    memory: { opened: before, after },
  };
}

/** All queries by the real worker at full speed, with the bytes that each made it fetch. */
export async function inWorker(browser, site, { script, setup }, queries) {
  const { context, page } = await open(browser, site);
  await page.evaluate(([script, setup]) => window.bench.hire(script, setup), [script, setup]);
  const times = [];
  const fetched = [];
  for (const { request } of queries) {
    const mark = site.sent.length;
    const ask = ([request, times]) => window.bench.inWorker(request, times);
    times.push(await page.evaluate(ask, [request, TIMES]));
    fetched.push(since(site.sent, mark));
  }
  await context.close();
  return { times, fetched };
}

/** Some queries of each kind, each by a worker of its own with nothing kept: the bytes fetched. */
export async function cold(browser, site, { script, setup }, queries) {
  const kinds = byKind(queries);
  const { context, page } = await open(browser, site);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const out = [];
  for (const [kind, all] of kinds) {
    for (const { request } of all.slice(0, COLD)) {
      await session.send('Network.clearBrowserCache');
      const mark = site.sent.length;
      await page.evaluate(([script, setup]) => window.bench.hire(script, setup), [script, setup]);
      await page.evaluate((request) => window.bench.inWorker(request, 0), request);
      out.push({ kind, fetched: since(site.sent, mark) });
    }
  }
  await context.close();
  return out;
}

/** Queries by their kind, in order. */
export function byKind(queries) {
  const kinds = new Map();
  for (const query of queries) {
    if (!kinds.has(query.kind)) kinds.set(query.kind, []);
    kinds.get(query.kind).push(query);
  }
  return kinds;
}
