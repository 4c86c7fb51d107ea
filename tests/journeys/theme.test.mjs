// A publisher's own colours and logo: the sample packed with a `[theme]`, looked at in every dress. Contrast is
// asked of axe, high contrast and paper keep the design's own colours.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { accessible, begin, fits, useBrowser, DESK, PHONE, SITE } from './harness.mjs';
import { article } from './archive.mjs';
import { themes } from './lib/tokens.mjs';

const browser = useBrowser();
const PACKER = process.env.BIEN_NIEN_PACKER ?? join(process.env.BIEN_NIEN_OUT ?? '', 'debug', 'bien-nien');
const ARCHIVE = fileURLToPath(new URL('../../archive', import.meta.url));
const OWN = {
  light: { red: '#00529b', indigo: '#7a1f5c', bronze: '#8a4b00' },
  dark: { red: '#9fc8ff', indigo: '#f0a8d8', bronze: '#f2b36b' },
};
const THEME = `
[theme]
accent = "${OWN.light.red}"
accent_dark = "${OWN.dark.red}"
link = "${OWN.light.indigo}"
link_dark = "${OWN.dark.indigo}"
anniversary = "${OWN.light.bronze}"
anniversary_dark = "${OWN.dark.bronze}"
logo = "logo.svg"
`;
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><rect width="120" height="80" fill="#00529b"/></svg>';

let home;
let themed;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'bien-nien-theme-'));
  const source = join(home, 'archive');
  themed = join(home, 'site');
  await cp(ARCHIVE, source, { recursive: true });
  await appendFile(join(source, 'archive.toml'), THEME);
  await writeFile(join(source, 'logo.svg'), LOGO);
  await promisify(execFile)(PACKER, ['build', source, '-o', themed, '--viewer', SITE]);
});
after(() => rm(home, { recursive: true, force: true }));

const colours = (page) => page.evaluate(() => {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(['red', 'indigo', 'bronze'].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
});
const design = (name) => {
  const [, map] = themes().find(([theme]) => theme === name);
  return { red: map.get('red'), indigo: map.get('indigo'), bronze: map.get('bronze') };
};
// A frame's first, empty page has no store.
const kept = (text) => ({ content: `try { localStorage.setItem('bien-nien:settings', '${text}'); } catch {}` });

const DRESSES = [
  ['light', {}, OWN.light],
  ['dark', { dark: true }, OWN.dark],
  ['light, chosen on a dark device', { dark: true, init: kept('light 100 vi') }, OWN.light],
  ['high contrast', { init: kept('light 100 vi more') }, design('light, high contrast')],
];
for (const [name, options, expected] of DRESSES) {
  for (const size of [PHONE, DESK]) {
    test(`a publisher's colours and logo: ${name}, ${size.width} px`, { timeout: 120_000 }, async () => {
      const { id } = await article('000');
      const visit = await begin(browser(), { folder: themed, size, touch: size === PHONE, ...options });
      try {
        for (const place of ['#/', `#/bai/${id}`, '#/tim?q=d%C3%A2n%20v%E1%BA%ADn', '#/cai-dat', '#/dong-thoi-gian']) {
          await visit.open(place);
          const where = `${place} in ${name}, ${size.width} px`;
          assert.deepEqual(await colours(visit.page), expected, where);
          const logo = visit.page.locator('.topbar-home:visible');
          assert.match(await logo.evaluate((node) => getComputedStyle(node, '::before').backgroundImage), /logo-[0-9a-f]+\.svg/);
          assert.ok(!(await logo.locator('.mark').isVisible()), 'one mark, the publisher’s');
          await fits(visit.page, where);
          await accessible(visit.page, where);
        }
        await visit.page.emulateMedia({ media: 'print' });
        assert.equal((await colours(visit.page)).red, '#000', 'paper is black on white');
        await visit.check();
      } finally {
        await visit.end();
      }
    });
  }
}

test('an article’s own page takes the colours as the device’s dress goes', { timeout: 120_000 }, async () => {
  const { id } = await article('000');
  const visit = await begin(browser(), { folder: themed, size: PHONE });
  try {
    const shown = async (media) => {
      await visit.page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', media: 'screen', ...media });
      const { red, indigo } = await colours(visit.page);
      return [red, indigo];
    };
    const of = ({ red, indigo }) => [red, indigo];
    await visit.page.goto(`${visit.site.url}bai/${id}/index.html`);
    assert.deepEqual(await shown({}), of(OWN.light));
    await accessible(visit.page, 'an article’s page');
    assert.deepEqual(await shown({ colorScheme: 'dark' }), of(OWN.dark));
    await accessible(visit.page, 'an article’s page, dark');
    assert.deepEqual(await shown({ contrast: 'more' }), of(design('light')), 'more contrast: as designed');
    assert.deepEqual(await shown({ media: 'print' }), of(design('light')), 'on paper: as designed');
  } finally {
    await visit.end();
  }
});
