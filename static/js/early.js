// Runs before anything else, in every browser: says why when the viewer cannot start.
// Old syntax on purpose: a browser below the floor must be able to read it.
(function () {
  'use strict';
  function tell(id) {
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
  // A script or stylesheet that did not arrive.
  window.addEventListener('error', function (event) {
    var from = event.target;
    if (from && from !== window && from.tagName === 'SCRIPT') window.bienNienCannotStart();
  }, true);
  if (location.protocol === 'file:') {
    whenRead(function () { tell('shell-file'); });
  } else if (!('noModule' in HTMLScriptElement.prototype) || typeof WebAssembly !== 'object') {
    whenRead(function () { tell('shell-old'); });
  }
})();
