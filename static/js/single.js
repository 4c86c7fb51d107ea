// The archive in one file: what the viewer would fetch lies in this page as text, packed. Here is
// what stands in for a server: `fetch`, and workers that are made of text.
// A page opened from a disk may fetch nothing and start no worker from a file, only from itself.
(() => {
  'use strict';
  window.bienNienSingle = true;
  const base = new URL('./', location.href).href;
  const TYPES = { wasm: 'application/wasm', json: 'application/json' };

  /** The element that holds what this address would answer. */
  const held = (url) => {
    const path = new URL(url, base).href.slice(base.length).split(/[?#]/, 1)[0];
    return document.querySelector(`script[data-path="${CSS.escape(path)}"]`);
  };
  const unpacked = (element) => {
    const bytes = Uint8Array.from(atob(element.textContent.trim()), (letter) => letter.charCodeAt(0));
    return new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  };
  const answer = async (url) => {
    const element = held(url);
    if (!element) return new Response(null, { status: 404 });
    const type = TYPES[element.dataset.path.split('.').pop()] ?? 'application/octet-stream';
    return new Response(unpacked(element), { headers: { 'content-type': type } });
  };
  // A picture's address is taken away before the browser asks for it, and comes back as what lies here.
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ querySelectorAll }) => querySelectorAll);
    for (const img of added.flatMap((node) => [...node.querySelectorAll('img[src^="parts/"]')])) {
      const element = held(img.src);
      img.removeAttribute('src');
      img.addEventListener('load', () => URL.revokeObjectURL(img.src), { once: true });
      new Response(element && unpacked(element)).blob().then((blob) => (img.src = URL.createObjectURL(blob)));
    }
  }).observe(document, { childList: true, subtree: true });
  window.fetch = (what) => answer(what.url ?? what);

  /** Before a worker's script: its `fetch` asks this page, by the first message's port. */
  const before = () => {
    const waiting = new Map();
    let asked = 0;
    let open;
    const port = new Promise((resolve) => (open = resolve));
    self.addEventListener('message', (event) => {
      event.stopImmediatePropagation();
      const [given] = event.ports;
      given.onmessage = ({ data: { id, status, bytes } }) => {
        const type = 'application/wasm';
        waiting.get(id)(new Response(bytes, { status, headers: { 'content-type': type } }));
        waiting.delete(id);
      };
      open(given);
    }, { once: true });
    self.fetch = async (what) => {
      const id = (asked += 1);
      const answer = new Promise((resolve) => waiting.set(id, resolve));
      (await port).postMessage({ id, url: String(what.url ?? what) });
      return answer;
    };
  };

  const Native = window.Worker;
  window.Worker = function Worker(url) {
    const element = held(url);
    if (!element) throw new Error(`no ${url}`);
    // A worker made of text has no address that others could be relative to.
    const script = new TextDecoder().decode(Uint8Array.from(atob(element.textContent.trim()), (letter) => letter.charCodeAt(0)))
      .replaceAll('self.location.href', JSON.stringify(base));
    const address = URL.createObjectURL(new Blob([`(${before})();\n`, script], { type: 'text/javascript' }));
    const worker = new Native(address);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = async ({ data: { id, url: wanted } }) => {
      const response = await answer(wanted);
      const bytes = response.ok ? await response.arrayBuffer() : null;
      port1.postMessage({ id, status: response.status, bytes }, bytes ? [bytes] : []);
    };
    worker.postMessage(null, [port2]);
    return worker;
  };
})();
