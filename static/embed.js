// One line for any site: <script src="…/embed.js" async></script><bien-nien view="hom-nay"></bien-nien>
//
// Draws one view of an archive in a frame that is as high as what it shows. Loaded by other people's
// pages: it touches nothing outside its own element, keeps nothing, and believes no message that does
// not come from the frame it made, from the archive's own origin, in the form it knows.
// The other end is embed-frame.js; docs/embed.md tells what may be set.
(() => {
  'use strict';
  if (!window.customElements || customElements.get('bien-nien')) return;

  /** The archive that this file belongs to. */
  const home = document.currentScript && new URL('./', document.currentScript.src).href;

  /** Views by their names, Vietnamese and English, and what stands behind the `#` for each. */
  const VIEWS = {
    'trang-chu': '/', home: '/',
    'hom-nay': '/hom-nay', today: '/hom-nay',
    'sap-toi': '/sap-toi', coming: '/sap-toi',
    'dong-thoi-gian': '/dong-thoi-gian', timeline: '/dong-thoi-gian',
    'tim': '/tim', search: '/tim',
    'moi': '/moi', latest: '/moi',
    'don-vi': '/don-vi', unit: '/don-vi',
    'bai': '/bai', article: '/bai',
  };
  const OF_UNIT = ['/tim', '/moi'];

  /** A place of the archive: what may stand behind the `#`. */
  const isRoute = (text) => typeof text === 'string' && text.length <= 2000 && /^\/[^\s<>"'`\\]*$/.test(text);

  const LEAST = 60;
  const MOST = 20000;
  /** Milliseconds after which a frame that says nothing is taken for lost. */
  const PATIENCE = 20000;

  let made = 0;

  class BienNien extends HTMLElement {
    static get observedAttributes() {
      return ['src', 'view', 'unit', 'article', 'height', 'theme', 'lang', 'mirror'];
    }

    connectedCallback() {
      if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
      this.onMessage = (event) => this.hear(event);
      this.onPop = () => this.follow();
      addEventListener('message', this.onMessage);
      addEventListener('popstate', this.onPop);
      this.draw();
    }

    disconnectedCallback() {
      removeEventListener('message', this.onMessage);
      removeEventListener('popstate', this.onPop);
      clearTimeout(this.waiting);
      this.shadowRoot.replaceChildren();
      this.frame = null;
    }

    attributeChangedCallback(name, old, now) {
      if (old !== now && this.frame) this.draw();
    }

    /** The place to show, from the attributes. */
    place() {
      const view = this.getAttribute('view') || 'home';
      if (isRoute(view.replace(/^#/, ''))) return view.replace(/^#/, '');
      const unit = this.getAttribute('unit');
      const path = VIEWS[view] || '/';
      const id = path === '/don-vi' ? unit : path === '/bai' ? this.getAttribute('article') : null;
      if (id) return `${path}/${encodeURIComponent(id)}`;
      if (path === '/bai') return '/moi';
      return unit && OF_UNIT.includes(path) ? `${path}?dv=${encodeURIComponent(unit)}` : path;
    }

    /** `auto`, `480` or `300-900`: the least and the most that the frame may measure. */
    bounds() {
      const [, least, most] = /^(\d+)(?:-(\d+))?$/.exec(this.getAttribute('height') || '') || [];
      if (!least) return [LEAST, MOST];
      return [Math.max(+least, LEAST), Math.max(+(most || least), LEAST)];
    }

    draw() {
      let url;
      try {
        url = new URL(this.getAttribute('src') || home || '', location.href);
      } catch {
        url = null;
      }
      if (!url || !/^https?:$/.test(url.protocol)) return this.giveUp();
      // The folder, whatever page of it was named.
      url = new URL('./', url);
      this.origin = url.origin;
      made += 1;
      this.name = `${made}-${Math.random().toString(36).slice(2, 10)}`;
      this.key = this.getAttribute('mirror');
      this.start = this.place();
      this.route = this.wanted() || this.start;
      const { theme, lang } = { theme: this.getAttribute('theme'), lang: this.getAttribute('lang') };
      url.searchParams.set('nhung', '1');
      const likes = [/^(light|dark)$/.test(theme) ? theme : 'auto', '100', lang === 'en' ? 'en' : 'vi'];
      url.searchParams.set('kieu', likes.join(' '));
      url.hash = this.route;

      const frame = document.createElement('iframe');
      frame.loading = 'lazy';
      frame.referrerPolicy = 'no-referrer';
      frame.allow = 'clipboard-write; web-share; fullscreen';
      frame.title = this.getAttribute('title') || this.textContent.trim() || url.host;
      // On the page's own origin a sandbox with scripts and the origin could be taken off by what is
      // inside: it would protect nothing.
      if (this.origin !== location.origin) {
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads');
      }
      const [least, most] = this.bounds();
      const look = { display: 'block', width: '100%', border: '0', colorScheme: 'normal', height: `${Math.min(Math.max(least, 320), most)}px` };
      // One by one: a strict policy of the page's forbids style attributes, but not this.
      for (const name of Object.keys(look)) frame.style[name] = look[name];
      frame.addEventListener('load', () => this.greet());
      frame.src = url.href;
      this.style.display = this.style.display || 'block';
      this.frame = frame;
      this.high = 0;
      this.shadowRoot.replaceChildren(frame);
    }

    /** Shows what the page's author put inside: a link to the archive. */
    giveUp() {
      clearTimeout(this.waiting);
      if (!this.shadowRoot.querySelector('slot')) this.shadowRoot.append(document.createElement('slot'));
    }

    /** Tells the frame who asks. Sent to the archive's origin only; whoever else sits there hears nothing. */
    greet() {
      const [least, most] = this.bounds();
      this.tell({ t: 'init', least, most, mirror: Boolean(this.key) });
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.giveUp(), PATIENCE);
    }

    tell(message) {
      const to = this.frame && this.frame.contentWindow;
      if (to) to.postMessage({ v: 1, id: this.name, ...message }, this.origin);
    }

    hear({ source, origin, data }) {
      if (!this.frame || source !== this.frame.contentWindow || origin !== this.origin) return;
      if (!data || typeof data !== 'object' || data.v !== 1 || data.id !== this.name) return;
      if (data.t === 'height' && Number.isFinite(data.h) && data.h >= 0) this.fit(data.h);
      else if (data.t === 'route' && isRoute(data.r)) this.moved(data.r);
      else if (data.t === 'seek' && Number.isFinite(data.y)) this.seek(data.y);
    }

    fit(height) {
      clearTimeout(this.waiting);
      const [least, most] = this.bounds();
      const high = Math.round(Math.min(Math.max(height, least), most));
      if (Math.abs(high - this.high) < 2) return;
      this.high = high;
      this.frame.style.height = `${high}px`;
      this.dispatchEvent(new CustomEvent('bien-nien-height', { detail: high }));
    }

    /** Scrolls the page when what was moved to in the frame is out of sight. */
    seek(y) {
      const at = this.frame.getBoundingClientRect().top + Math.min(Math.max(y, 0), this.high);
      if (at < 0 || at > innerHeight - 48) scrollBy(0, at - 48);
    }

    /** The place that the page's own address asks for. */
    wanted() {
      if (!this.key) return null;
      const route = new URL(location.href).searchParams.get(this.key);
      return isRoute(route) ? route : null;
    }

    moved(route) {
      this.route = route;
      this.dispatchEvent(new CustomEvent('bien-nien-route', { detail: route }));
      if (!this.key) return;
      const url = new URL(location.href);
      if (route === this.start) url.searchParams.delete(this.key);
      else url.searchParams.set(this.key, route);
      // In place: the frame's own steps are in the history already, so Back goes through them.
      if (url.href !== location.href) history.replaceState(history.state, '', url);
    }

    /** The page's own Back or Forward led to an address with another place in it. */
    follow() {
      if (!this.key) return;
      const route = this.wanted() || this.start;
      if (route !== this.route) this.tell({ t: 'go', r: route });
    }
  }

  customElements.define('bien-nien', BienNien);
})();
