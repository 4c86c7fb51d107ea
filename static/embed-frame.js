// The archive inside another site's page (?nhung=1): tells the page around it how high it is and where
// in the archive the reader is. Started by early.js, before anything is drawn. The other end is
// embed.js; a plain frame without it works too, at the height it was given.
//
// Nothing is said before the page around has introduced itself, and then to its origin only. Which
// origins may: embed.hosts of archive.json, or all where it names none.
(() => {
  'use strict';
  const root = document.documentElement;
  root.dataset.mode = 'embed';
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = './embed.css';
  document.head.append(sheet);
  if (parent === window) return;

  // What a frame may not do is not offered.
  const may = (what) => !document.featurePolicy || document.featurePolicy.allowsFeature(what);
  if (!may('web-share') && !may('clipboard-write')) root.dataset.noShare = '';
  let isForeign = true;
  try {
    isForeign = parent.location.origin !== location.origin;
  } catch { /* Another site's. */ }
  // Printing needs a permission that a sandbox does not give, and cannot be asked about.
  if (isForeign) root.dataset.noPrint = '';

  const isRoute = (text) => typeof text === 'string' && text.length <= 2000 && /^\/[^\s<>"'`\\]*$/.test(text);
  const isSize = (number) => Number.isFinite(number) && number >= 0 && number <= 100000;
  const here = () => location.hash.slice(1) || '/';

  let host = null;
  let name = '';
  let most = 0;
  let said = 0;
  let route = here();
  let isMirrored = false;

  const say = (message) => host && parent.postMessage({ v: 1, id: name, ...message }, host);

  let hosts;
  /** Whether the archive lets pages of this origin talk to it. */
  const isWelcome = async (origin) => {
    if (origin === location.origin) return true;
    hosts ??= (async () => {
      const meta = document.querySelector('meta[name="bien-nien-archive"]');
      const answer = await fetch(meta?.content || './archive.json');
      const listed = (await answer.json()).embed?.hosts;
      return Array.isArray(listed) ? listed : null;
    })();
    const list = await hosts.catch(() => []);
    return !list || list.includes(origin);
  };

  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== parent || !data || typeof data !== 'object' || data.v !== 1) return;
    if (typeof data.id !== 'string' || data.id.length > 64) return;
    if (data.t === 'init' && /^https?:\/\//.test(origin) && isSize(data.least) && isSize(data.most)) {
      if ((host && host !== origin) || !(await isWelcome(origin))) return;
      host = origin;
      name = data.id;
      most = data.most;
      isMirrored = data.mirror === true;
      said = 0;
      root.dataset.fitted = '';
      later();
    } else if (data.t === 'go' && origin === host && data.id === name && isRoute(data.r)) {
      if (data.r !== here()) location.replace(`#${data.r}`);
    }
  });

  /** How high everything is: the page, and lists that hang below its end. */
  const height = () => {
    const app = document.getElementById('app');
    if (!app) return 0;
    let low = app.getBoundingClientRect().bottom;
    for (const list of app.querySelectorAll('.completions')) low = Math.max(low, list.getBoundingClientRect().bottom + 8);
    return Math.ceil(low + scrollY);
  };

  let isDue = false;
  let isTouched = true;
  let wide = 0;
  let echoes = 0;
  const later = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(tell);
  };
  const tell = () => {
    isDue = false;
    if (!host) return;
    const high = height();
    root.toggleAttribute('data-scrolls', high > most);
    // A height that changes although nothing was drawn and the width stayed is an echo of the last
    // one we asked for: some are settled by fonts, more would go on for ever.
    echoes = isTouched || wide !== innerWidth ? 0 : echoes + 1;
    isTouched = false;
    wide = innerWidth;
    if (Math.abs(high - said) >= 2 && echoes < 8) {
      said = high;
      say({ t: 'height', h: high });
    }
    if (here() !== route) {
      route = here();
      if (isMirrored && isRoute(route)) say({ t: 'route', r: route });
    }
  };

  // What a reader is moved to may lie out of the sight of the page around.
  const seen = new IntersectionObserver(([{ target, isIntersecting }]) => {
    seen.disconnect();
    if (!isIntersecting) say({ t: 'seek', y: target.getBoundingClientRect().top + scrollY });
  });
  addEventListener('focusin', ({ target }) => {
    seen.disconnect();
    if (target instanceof Element && !target.matches('input')) seen.observe(target);
  });

  const begin = () => {
    const app = document.getElementById('app');
    new ResizeObserver(later).observe(app);
    new MutationObserver(() => {
      isTouched = true;
      later();
    }).observe(app, { subtree: true, childList: true, characterData: true, attributes: true });
    addEventListener('resize', later);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
})();
