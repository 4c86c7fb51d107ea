// The search worker's own files, run by a page: a page can be slowed down, a worker cannot. What
// the worker would post to the viewer comes to `reply`; what the viewer would post to it is
// dispatched as the message that it listens for. Bytes in, bytes out.

(() => {
  let reply = () => {};
  let memory = null;

  // To the worker's wasm this page is its scope.
  window.postMessage = (data) => reply(data);

  const keep = (made) => {
    memory = (made.instance ?? made).exports.memory ?? memory;
    return made;
  };
  for (const way of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[way];
    WebAssembly[way] = (...rest) => real.apply(WebAssembly, rest).then(keep);
  }

  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const text = (bytes) => {
    let all = '';
    for (let at = 0; at < bytes.length; at += 8192) all += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(all);
  };

  // A new task that no timer began: timers that begin timers are slowed down by the browser.
  const task = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(port1.close());
      port2.postMessage(0);
    });

  const PATIENCE = 60_000;

  const within = (way) =>
    new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error('no answer within a minute')), PATIENCE);
      way((data) => done((clearTimeout(late), data)));
    });

  /** Whether the answer is still to come: behind the number of the question (of seven bits a byte)
      stand 4, which is “found”, and 1, for without passages; or 7 or 8, which tell of what is loading. */
  const isEarly = (data) => {
    let at = 0;
    while (data[at] & 0x80) at += 1;
    return (data[at + 1] === 4 && data[at + 2] === 1) || data[at + 1] === 7 || data[at + 1] === 8;
  };

  /** One message to the wasm in this page, and the time until its answer. */
  async function ask(message) {
    await task();
    let start;
    let ms;
    const data = await within((done) => {
      reply = (data) => {
        if (isEarly(data)) return;
        ms = performance.now() - start;
        done(data);
      };
      start = performance.now();
      self.dispatchEvent(new MessageEvent('message', { data: message }));
    });
    return { ms, reply: data };
  }

  /** The same by a real worker. */
  async function post(worker, message) {
    let start;
    let ms;
    const data = await within((done) => {
      worker.onmessage = ({ data }) => {
        if (isEarly(data)) return;
        ms = performance.now() - start;
        done(data);
      };
      start = performance.now();
      worker.postMessage(message);
    });
    return { ms, reply: data };
  }

  /** The machine may be busy with something else: the least of so many times. */
  async function best(times, ask) {
    let least = Infinity;
    for (let time = 0; time < times; time += 1) least = Math.min(least, (await ask()).ms);
    return least;
  }

  /** Starts the wasm in this page and has it open the archive. */
  async function start(script, setup) {
    await new Promise((done, failed) => {
      const element = document.createElement('script');
      Object.assign(element, { src: script, onload: done, onerror: failed });
      document.head.append(element);
    });
    for (const message of setup) await ask(bytes(message));
  }

  /** Starts a worker and has it open the archive. */
  async function hire(script, setup) {
    const worker = new Worker(script);
    for (const message of setup) await post(worker, bytes(message));
    return worker;
  }

  let hired = null;

  window.bench = {
    start,
    memory: () => memory.buffer.byteLength,
    /** Each query once, so that everything is at hand, then some times more: the best of these, and the first. */
    async inPage(requests, times) {
      const out = [];
      for (const request of requests) {
        const { ms: first, reply } = await ask(bytes(request));
        out.push({ first, ms: await best(times, () => ask(bytes(request))), reply: text(reply) });
      }
      return out;
    },
    async hire(script, setup) {
      hired?.terminate();
      hired = await hire(script, setup);
    },
    /** Once for the bytes that it fetches, then some times more: the best of these. */
    async inWorker(request, times) {
      await post(hired, bytes(request));
      return times > 0 ? best(times, () => post(hired, bytes(request))) : null;
    },
  };
})();
