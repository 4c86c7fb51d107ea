// Every kind of page: accessible in light and dark, and never wider than the screen.

import { drawn, accessible, fits, journey, useBrowser, DESK, DAY, PHONE } from './harness.mjs';
import { places } from './archive.mjs';

useBrowser();

/** Walks through all pages in one visit, as fast as a reader could tap. */
async function each(visit, look) {
  await visit.open('#/');
  for (const [name, place] of await places()) {
    await visit.page.goto(`${visit.site.url}?ngay=${DAY}${place}`);
    await drawn(visit.page);
    await look(visit.page, name);
  }
}

for (const dark of [false, true]) {
  const theme = dark ? 'dark' : 'light';
  journey(`axe-core finds nothing on any page, ${theme}, on a phone`, { dark, size: PHONE, touch: true }, (visit) =>
    each(visit, (page, name) => accessible(page, `${name} (${theme}, phone)`)));
  journey(`axe-core finds nothing on any page, ${theme}, on a desk`, { dark, size: DESK }, (visit) =>
    each(visit, (page, name) => accessible(page, `${name} (${theme}, desk)`)));
}

for (const width of [320, 360]) {
  journey(`no page scrolls sideways at ${width} px`, { size: { width, height: 640 }, touch: true }, (visit) =>
    each(visit, (page, name) => fits(page, name)));
}
