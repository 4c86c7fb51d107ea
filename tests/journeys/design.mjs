// The pictures of docs/design-system.md, taken from a built site, and its table of contrasts:
//
//   BIEN_NIEN_SITE=dist node tests/journeys/design.mjs

import { mkdir, writeFile } from 'node:fs/promises';
import { begin, drawn, DAY, DESK, PHONE } from './harness.mjs';
import { articles } from './archive.mjs';
import { launch } from './lib/browser.mjs';
import { contrast, PAIRS, themes } from './lib/tokens.mjs';

const out = new URL('../../docs/design/', import.meta.url);
await mkdir(out, { recursive: true });
const list = await articles();
const long = list.reduce((a, b) => (a.words > b.words ? a : b));

/** Name, place, size of the window, what to show of it (all in sight when absent), settings. */
const SHOTS = [
  ['home-phone', '#/', PHONE],
  ['article-desk', `#/bai/${long.id}`, { width: 1180, height: 720 }],
  ['article-dark', `#/bai/${long.id}`, { width: 720, height: 520 }, undefined, 'dark 100 vi auto lines-1'],
  ['article-contrast', `#/bai/${long.id}`, { width: 720, height: 520 }, undefined, 'light 100 vi more lines-1'],
  ['settings-phone', '#/cai-dat', PHONE],
  ['timeline-phone', '#/dong-thoi-gian', PHONE],
  ['notes', `#/bai/${long.id}`, { width: 1280, height: 1600 }, '.notes'],
  ['buttons', `#/bai/${long.id}`, DESK, '.article-tools'],
  ['related', `#/bai/${long.id}`, DESK, '.related'],
];

const browser = await launch();
for (const [name, place, size, part, kept] of SHOTS) {
  const init = kept && `localStorage.setItem('bien-nien:settings', '${kept}')`;
  const visit = await begin(browser, { size, touch: size === PHONE, init });
  await visit.page.goto(`${visit.site.url}?ngay=${DAY}${place}`);
  await drawn(visit.page);
  if (place.includes('/bai/')) await visit.page.locator('.article-tools').waitFor();
  await visit.page.waitForTimeout(400);
  if (part) await visit.page.locator(part).first().scrollIntoViewIfNeeded();
  const box = part ? await visit.page.locator(part).first().boundingBox() : { x: 0, y: 0, ...size };
  const chromium = await visit.context.newCDPSession(visit.page);
  const top = await visit.page.evaluate(() => scrollY);
  const clip = { ...box, y: box.y + top, height: Math.min(box.height, part ? 420 : 720), scale: 1 };
  const shot = await chromium.send('Page.captureScreenshot', { format: 'webp', quality: 70, clip });
  const bytes = Buffer.from(shot.data, 'base64');
  await writeFile(new URL(`${name}.webp`, out), bytes);
  await visit.end();
  console.log(`${name}.webp ${Math.round(bytes.length / 1000)} KB${bytes.length > 60_000 ? ': too large for the docs' : ''}`);
}
await browser.close();

console.log(`| pair | ${themes().map(([name]) => name).join(' | ')} |`);
for (const [over, under] of PAIRS) {
  console.log(`| ${over} on ${under} | ${themes().map(([, map]) => contrast(map.get(over), map.get(under)).toFixed(1)).join(' | ')} |`);
}
