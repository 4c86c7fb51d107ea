// The icons that devices want as PNG, drawn from the one SVG. Run by `cargo xtask icons` after
// that drawing changes; the PNGs are committed, so that a build needs no browser.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from './lib/browser.mjs';

const ICONS = new URL('../../static/icons/app/', import.meta.url);
/** 180: a phone's home screen where it reads no manifest; 192 and 512: the manifest's. */
const SIZES = [180, 192, 512];

const svg = await readFile(new URL('icon.svg', ICONS));
const browser = await launch();
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0"><img alt="" width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg.toString('base64')}">`,
  );
  await page.locator('img').evaluate((image) => image.decode());
  const path = fileURLToPath(new URL(`icon-${size}.png`, ICONS));
  await writeFile(path, await page.screenshot({ type: 'png' }));
  await page.close();
}
await browser.close();
