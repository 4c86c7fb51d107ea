// Opens the archive without a network: starts the service worker, offers a new version of the site,
// and passes questions of the viewer on to it. Everything here may be missing (an old browser, a
// frame in another site, private windows, blocked storage): the viewer then works as it does online.
(() => {
  'use strict';
  /** Why nothing can be kept here: '' when it can. */
  const absence = () => {
    if (!/^https?:$/.test(location.protocol) || window.bienNienSingle) return 'file';
    if (!window.isSecureContext) return 'insecure';
    try {
      // Another site's frame has a store of its own, small and soon lost; nothing is kept there.
      if (top !== window && top.location.origin !== location.origin) return 'frame';
    } catch {
      return 'frame';
    }
    try {
      return navigator.serviceWorker && window.caches ? '' : 'absent';
    } catch {
      return 'blocked';
    }
  };
  const offline = { why: absence(), trouble: null, registration: null };
  window.bienNienOffline = offline;
  const changed = () => window.dispatchEvent(new Event('bien-nien-offline'));
  let begun;
  const beginning = new Promise((resolve) => (begun = resolve));

  /** Asks the service worker; the answer is an object, with `error` when it could not be done. */
  offline.ask = async (message) => {
    if (!offline.why) await beginning;
    const worker = offline.registration?.active;
    if (!worker) return { error: offline.why || offline.trouble?.why || 'starting' };
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    worker.postMessage(message, [port2]);
    return answer.finally(() => port1.close());
  };
  if (offline.why) return;

  const workers = navigator.serviceWorker;
  const root = document.documentElement;

  // A page runs one version from its beginning to its end: when another takes over, all pages load
  // anew. The first to come takes over nothing.
  let controlled = Boolean(workers.controller);
  workers.addEventListener('controllerchange', () => {
    if (controlled) location.reload();
    controlled = true;
  });
  workers.addEventListener('message', ({ data }) => {
    if (data?.type !== 'not-installed') return;
    offline.trouble = data;
    begun();
    changed();
  });

  const take = () => offline.registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
  const offer = () => {
    if (!offline.registration.waiting || !workers.controller) return;
    // Nobody stands at a kiosk that has just begun.
    if (new URLSearchParams(location.search).has('kiosk')) take();
    else root.setAttribute('data-update', '');
    changed();
  };
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-update-now]')) take();
  });

  const start = async () => {
    const registration = await workers.register('./sw.js', { updateViaCache: 'none' });
    offline.registration = registration;
    offer();
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming.addEventListener('statechange', () => coming.state === 'installed' && offer());
    });
    // Never, when the first installation fails: then the worker says why.
    await workers.ready;
    begun();
    changed();
    const base = new URL('./', location.href).href;
    const paths = performance.getEntriesByType('resource')
      .filter(({ name }) => name.startsWith(base))
      .map(({ name }) => name.slice(base.length));
    const { saveData, effectiveType } = navigator.connection ?? {};
    await offline.ask({ type: 'adopt', paths, frugal: Boolean(saveData) || /2g/.test(effectiveType) });
    changed();
  };
  // After the page itself: what it needs comes first.
  const begin = () => setTimeout(() => start().catch(() => {
    offline.why = 'blocked';
    begun();
    changed();
  }), 1000);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin);
})();
