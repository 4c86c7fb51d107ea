// Pictures of every page for people to look at: `cargo xtask shots` writes them to target/shots.

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { begin, drawn, DAY, DESK, KIOSK, PHONE } from './harness.mjs';
import { launch } from './lib/browser.mjs';
import { places } from './archive.mjs';

const SIZES = { phone: PHONE, desk: DESK, kiosk: KIOSK };
const out = join(process.env.BIEN_NIEN_OUT ?? '../../target', 'shots');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const browser = await launch();
const list = await places();
for (const [screen, size] of Object.entries(SIZES)) {
  for (const dark of [false, true]) {
    const visit = await begin(browser, { size, dark, touch: screen !== 'desk' });
    for (const [name, place] of list) {
      await visit.page.goto(`${visit.site.url}?ngay=${DAY}${place}`);
      await drawn(visit.page);
      await visit.page.waitForTimeout(150);
      const path = join(out, `${name}-${screen}-${dark ? 'dark' : 'light'}.png`);
      await visit.page.screenshot({ path });
    }
    await visit.end();
    console.log(`${screen} ${dark ? 'dark' : 'light'}: ${list.length} pages`);
  }
}
await browser.close();
