// The viewer in a hall (?kiosk=1, or archive.toml): one reader after another, on a screen that leads
// nowhere else. Started by early.js before anything is drawn, or by the annex; src/platform/kiosk.rs
// is its other end. What a page cannot hold (the browser's own keys and menus) is the host's:
// docs/kiosk.md.
(() => {
  'use strict';
  if (window.bienNienKiosk) return;
  const root = document.documentElement;
  root.dataset.mode = 'kiosk';
  if (!document.querySelector('link[href="./kiosk.css"]')) {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.setAttribute('href', './kiosk.css');
    document.head.append(sheet);
  }

  /** What the device keeps for its keeper begins so; all else goes with each reader. */
  const KEEPERS = 'bien-nien:kiosk:';
  /** Places that are the keeper's: what the device saves, and the desk. */
  const CLOSED = /^#\/(luu|ban-lam-viec)\b/;

  let isKeepers = false;
  const tell = (name, detail) => window.dispatchEvent(new CustomEvent(name, { detail }));
  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const hold = (target, names, hear) => {
    for (const name of names) target.addEventListener(name, hear, { capture: true, passive: false });
  };

  // ── One entry of the browser's history, whatever is opened; the way back is kept here. ──────────
  const replaceState = history.replaceState.bind(history);
  let trail = [];
  if (CLOSED.test(location.hash)) replaceState(null, '', '#/');
  const arrive = () => window.dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  const step = (state, title, url) => {
    trail.push({ state: history.state, hash: location.hash });
    replaceState(state, title, url);
    tell('bien-nien-trail', trail.length);
  };
  history.pushState = step;
  history.back = () => {
    const { state, hash } = trail.pop() ?? { state: null, hash: '#/' };
    replaceState(state, '', hash || '#/');
    arrive();
    tell('bien-nien-trail', trail.length);
  };
  history.forward = history.go = () => {};

  // ── No way out ──────────────────────────────────────────────────────────────────────────────────
  const nothing = () => null;
  window.open = nothing;
  window.print = nothing;
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (isKeepers) click.call(this);
  };
  for (const name of ['share', 'canShare']) {
    try {
      Object.defineProperty(navigator, name, { value: undefined, configurable: true });
    } catch { /* Not there, or not to be changed: the button is hidden as well. */ }
  }

  // What goes at the first touch must not let the touch through to what lies under it.
  let woken = -1e9;
  hold(document, ['pointerdown'], ({ target, timeStamp }) => {
    if (target.closest?.('.attract, .kiosk-ask') && !target.closest('.attract-pause')) woken = timeStamp;
  });
  hold(document, ['click', 'auxclick'], (event) => {
    if (event.timeStamp - woken < 700) {
      stop(event);
      return;
    }
    const link = event.target.closest?.('a[href], area[href]');
    if (!link) return;
    const address = link.getAttribute('href');
    if (address.startsWith('#') && !address.startsWith('#/')) return;
    event.preventDefault();
    if (address.startsWith('#/')) {
      if (event.button === 0 && (isKeepers || !CLOSED.test(address))) {
        step(null, '', address);
        arrive();
      }
      return;
    }
    event.stopImmediatePropagation();
    if (!isKeepers || !link.download) tell('bien-nien-outside', link.href);
  });
  // Menus, selections and their menus, things dragged out or dropped in, the clipboard.
  hold(document, ['contextmenu', 'selectstart', 'dragstart', 'dragover', 'drop', 'copy', 'cut', 'paste'], stop);
  hold(document, ['submit'], (event) => event.preventDefault());
  // Zoom by two fingers, by wheel, by Safari's own events.
  hold(document, ['touchstart', 'touchmove'], (event) => event.touches.length > 1 && stop(event));
  hold(document, ['wheel'], (event) => event.ctrlKey && stop(event));
  hold(document, ['gesturestart', 'gesturechange'], stop);
  // Keys of the browser's own, as far as it lets a page have them.
  const AWAY = /^(F\d+|ContextMenu|PrintScreen|Browser\w+|Launch\w+|Escape)$/;
  hold(window, ['keydown'], (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (AWAY.test(event.key) && event.key !== 'Escape')) stop(event);
  });
  hold(window, ['click'], (event) => {
    const file = event.target.closest?.('input[type="file"], [data-picks-file]');
    if (file && !isKeepers) stop(event);
  });

  // ── Someone is there ────────────────────────────────────────────────────────────────────────────
  for (const name of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input']) {
    window.addEventListener(name, ({ isTrusted, target }) => {
      // Stopping the attract loop is no visit, and what our own keyboard writes is told by its keys.
      if (isTrusted && !target.closest?.('.attract-pause')) tell('bien-nien-touch');
    }, { capture: true, passive: true });
  }

  // ── The device's own keyboard never opens: ours is drawn. ───────────────────────────────────────
  const TYPED = 'input:not([type]), input[type="text"], input[type="search"], input[type="number"], input[type="password"], textarea';
  const quieten = (node) => {
    if (node.nodeType !== 1) return;
    const fields = node.matches(TYPED) ? [node] : node.querySelectorAll(TYPED);
    for (const field of fields) field.setAttribute('inputmode', 'none');
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(quieten);
  }).observe(root, { subtree: true, childList: true });
  quieten(root);
  const field = () => (document.activeElement?.matches(TYPED) ? document.activeElement : null);
  // Two quick touches choose a word in a field whatever `selectstart` hears; a choice brings the device's menu.
  document.addEventListener('selectionchange', () => {
    const at = field();
    if (at && at.selectionStart !== at.selectionEnd) at.setSelectionRange(at.selectionEnd, at.selectionEnd);
  });
  window.addEventListener('focusin', () => tell('bien-nien-field', Boolean(field())));
  window.addEventListener('focusout', () => setTimeout(() => tell('bien-nien-field', Boolean(field())), 0));

  window.bienNienKiosk = {
    back: () => history.back(),
    /** How many places lie behind. */
    behind: () => trail.length,
    /** What stands before the caret of the field with the focus. */
    before: () => field()?.value.slice(0, field().selectionStart ?? undefined) ?? '',
    /** All that stands in it. */
    whole: () => field()?.value ?? '',
    /** Puts text in the place of some UTF-16 units before the caret. */
    type: (taken, text) => {
      const to = field();
      if (!to) return;
      const end = to.selectionEnd ?? to.value.length;
      const start = Math.max((to.selectionStart ?? end) - taken, 0);
      to.setRangeText(text, start, end, 'end');
      to.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    /** As the Enter key. */
    enter: () => field()?.form?.requestSubmit(),
    leave: () => document.activeElement?.blur?.(),
    /** Whether something is being read aloud. */
    reads: () => Boolean(window.speechSynthesis?.speaking && !window.speechSynthesis.paused),
    /** The keeper is here (or gone): files may be picked and saved. */
    keeper: (is) => {
      isKeepers = is === true;
      root.toggleAttribute('data-keeper', isKeepers);
    },
    /** Values that the device keeps for its keeper. */
    kept: (name) => {
      try {
        return localStorage.getItem(KEEPERS + name);
      } catch {
        return null;
      }
    },
    keep: (name, value) => {
      try {
        localStorage.setItem(KEEPERS + name, value);
      } catch { /* Counts are lost then, and a PIN lasts as long as the page. */ }
    },
    /** Nothing is left of the reader who was here; home. */
    reset: () => {
      try {
        for (const name of Object.keys(localStorage)) if (!name.startsWith(KEEPERS)) localStorage.removeItem(name);
        sessionStorage.clear();
      } catch { /* No storage, nothing in it. */ }
      window.speechSynthesis?.cancel();
      document.activeElement?.blur?.();
      getSelection()?.removeAllRanges();
      for (const name of ['data-reach', 'data-contrast']) root.removeAttribute(name);
      trail = [];
      replaceState(null, '', '#/');
      arrive();
      scrollTo(0, 0);
      tell('bien-nien-trail', 0);
    },
  };
  setTimeout(() => tell('bien-nien-field', Boolean(field())), 0);
  // What an earlier visit in the ordinary mode left.
  try {
    for (const name of Object.keys(localStorage)) if (!name.startsWith(KEEPERS)) localStorage.removeItem(name);
    sessionStorage.clear();
  } catch { /* As above. */ }
})();
