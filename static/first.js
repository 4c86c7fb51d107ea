// An article before the viewer has started: the words of its own page stand where the viewer will draw
// them, in the same sheets, until it has. `early.js` has sent for that page (`front::article`).
(() => {
  'use strict';
  const UP = '../../';
  /** The page's classes and the viewer's. */
  const CLASSES = {
    section: 'article-section', meta: 'article-meta', lead: 'article-lead', caption: 'picture-caption',
    'caption bare': 'article-caption', note: 'article-cut', text: 'article-text',
  };
  const root = document.documentElement;
  const make = (name, className, ...content) => {
    const node = document.createElement(name);
    node.className = className;
    node.append(...content);
    return node;
  };

  /** Turns the page's article into the viewer's, before it comes into this page: what it names lies elsewhere. */
  const adapt = (article) => {
    for (const name of ['href', 'src']) {
      for (const node of article.querySelectorAll(`[${name}^="${UP}"]`)) node.setAttribute(name, node.getAttribute(name).replace(UP, './'));
    }
    for (const [at, caption] of article.querySelectorAll('.bare').entries()) {
      caption.querySelector('i').className = at ? 'unseen' : 'caption-note';
      const words = make('span', '', ...caption.childNodes);
      caption.append(make('span', 'icon'), words);
    }
    article.querySelector('h1').className = 'article-title';
    for (const figure of article.querySelectorAll('figure')) figure.className = 'article-picture';
    for (const node of article.querySelectorAll('[class]')) node.className = CLASSES[node.className] ?? node.className;
    return article;
  };

  const show = (text) => {
    const app = document.getElementById('app');
    const page = new DOMParser().parseFromString(text, 'text/html');
    const found = page.querySelector('article');
    // The viewer may have been quicker.
    if (!found || !document.getElementById('shell')) return;
    const article = adapt(found);
    const head = make('div', 'article-head', ...article.querySelectorAll('.article-section, h1, .article-meta'));
    const columns = make('div', 'columns', make('div', 'column-main', article.querySelector('.article-text')));
    const reading = make('article', 'article is-bare', head, columns);
    reading.lang = found.lang || page.documentElement.lang;
    const home = make('a', 'topbar-home', make('span', 'mark'), make('span', 'topbar-name', page.querySelector('header').textContent));
    home.href = '#/';
    const bar = make('nav', 'topbar', make('div', 'topbar-in', home));
    const first = make('div', 'app', bar, make('main', 'page', reading));
    app.after(first);
    root.setAttribute('data-first', '');
    const end = () => {
      watch.disconnect();
      first.remove();
      root.removeAttribute('data-first');
    };
    // Drawn, or not to be drawn.
    const watch = new MutationObserver(() => {
      if (app.querySelector('.article-text, .state:not(.state-loading)')) end();
    });
    watch.observe(app, { childList: true, subtree: true });
    window.addEventListener('hashchange', end, { once: true });
  };

  window.bienNienFirst.then((response) => (response.ok ? response.text() : '')).then(show).catch(() => {});
})();
