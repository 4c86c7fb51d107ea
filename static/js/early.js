// Runs before anything else, in every browser: how the reader likes to read, so that the first
// paint has them already, and a sentence that says why when the viewer cannot start.
// Old syntax on purpose: a browser below the floor must be able to read it.
(function () {
  'use strict';
  function tell(id) {
    document.documentElement.removeAttribute('data-first');
    var trouble = document.getElementById(id);
    var state = document.getElementById('shell-state');
    if (!trouble) return; // The viewer has started and drawn over the shell.
    trouble.hidden = false;
    if (state) state.hidden = true;
  }
  function whenRead(action) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', action);
    else action();
  }
  window.bienNienCannotStart = function () {
    whenRead(function () { tell('shell-lost'); });
  };
  // A script that did not arrive, or a picture of an article.
  window.addEventListener('error', function (event) {
    var from = event.target;
    if (from && from.tagName === 'SCRIPT') window.bienNienCannotStart();
    if (from && from.tagName === 'IMG') from.parentNode.className += ' is-lost';
  }, true);
  // As src/route/mode.rs reads the address: inside another site, in a hall.
  function load(path) {
    var script = document.createElement('script');
    script.src = path;
    document.head.appendChild(script);
  }
  var told = /[?&](nhung|kiosk)=(?!0)/.exec(location.search);
  if (told) load(told[1] === 'nhung' ? './embed-frame.js' : './kiosk.js');
  // On a first visit to an article its own page comes before the viewer: its words are shown until then.
  var article = /^#\/bai\/([0-9a-z_]+)(-[^/?]*)?$/.exec(location.hash);
  if (article && !told && window.fetch && document.querySelector('meta[name=bien-nien-pages]') && !(navigator.serviceWorker || 0).controller) {
    window.bienNienFirst = fetch('bai/' + article[1] + '/index.html');
    load('./first.js');
  }
  // Without scripts nothing is being opened, and the page does not say so.
  document.documentElement.setAttribute('data-opening', '');
  // The list of the latest articles is for whoever comes to the first page.
  if (/^#\/./.test(location.hash)) document.documentElement.setAttribute('data-elsewhere', '');
  // As src/hooks/settings.rs keeps them: “theme percent language contrast lines”.
  try {
    var kept = ((told ? (/[?&]kieu=([^&]*)/.exec(location.search) || [])[1] : localStorage.getItem('bien-nien:settings')) || '').split(/ |%20|\+/);
    if (kept[0] === 'light' || kept[0] === 'dark') {
      document.documentElement.setAttribute('data-theme', kept[0]);
    }
    if (kept[3] === 'more') document.documentElement.setAttribute('data-contrast', 'more');
    if (/^[0-9]{3}$/.test(kept[1])) document.documentElement.className = 'text-' + kept[1] + ' ' + kept[4];
  } catch (e) { /* No storage here: the device's own choice stands. */ }
  if (location.protocol === 'file:' && !window.bienNienSingle) {
    whenRead(function () { tell('shell-file'); });
  } else if (!('noModule' in HTMLScriptElement.prototype) || typeof WebAssembly !== 'object') {
    whenRead(function () { tell('shell-old'); });
  }
})();
