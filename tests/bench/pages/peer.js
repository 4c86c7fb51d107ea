// One of the other engines, asked in this page. Every engine's module says how it is opened and
// asked; here is only the clock.

let search;

const task = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(port1.close());
    port2.postMessage(0);
  });

window.peer = {
  /** Loads an engine and its index; the milliseconds it took. */
  async open(name) {
    const start = performance.now();
    const engine = await import(`/peers/${name}.mjs`);
    search = await engine.open(`/indexes/${name}/`);
    return performance.now() - start;
  },

  /**
   * Each query once, so that everything is at hand, then some times more, of which the best counts;
   * all for at most so many milliseconds. Its place, the time, the numbers of the articles found.
   * What an engine cannot do is left out.
   */
  async ask(queries, { most, hits, times }) {
    const out = [];
    const end = performance.now() + most;
    for (const query of queries) {
      if (performance.now() > end) break;
      const found = await search(query, hits);
      if (found === null) break;
      let ms = Infinity;
      for (let time = 0; time < times; time += 1) {
        await task();
        const start = performance.now();
        await search(query, hits);
        ms = Math.min(ms, performance.now() - start);
      }
      out.push({ at: query.at, ms, found });
    }
    return out;
  },

  /** What the page holds, in bytes; wasm memory included. */
  async memory() {
    const measured = await performance.measureUserAgentSpecificMemory?.().catch(() => null);
    return measured?.bytes ?? performance.memory?.usedJSHeapSize ?? null;
  },
};
