// A hall's screen after a power cut, with no network: it opens, and types.

import assert from 'node:assert/strict';
import { DAY, SITE } from './harness.mjs';
import { installed, journey } from './lib/visit.mjs';

journey('a hall\'s screen that was switched off starts again without a network', async (hall) => {
  await hall.online(SITE);
  const first = await hall.start();
  await first.page.goto(`${first.url}?kiosk=1&ngay=${DAY}#/`);
  await first.page.locator('.kiosk-bar').waitFor();
  await installed(first.page);
  await hall.stop();
  await hall.offline();
  const again = await hall.start();
  await again.page.goto(`${again.url}?kiosk=1&ngay=${DAY}#/`);
  await again.page.locator('.kiosk-bar').waitFor();
  await again.page.locator('.tabbar a', { hasText: 'Tìm' }).click();
  await again.page.locator('.keyboard').waitFor();
  for (const key of 'daan') await again.page.locator('.keyboard').getByRole('button', { name: key, exact: true }).first().click();
  await again.page.locator('.results > li').first().waitFor();
  assert.equal(await again.page.locator('#search-page-box').inputValue(), 'dân');
  assert.deepEqual(again.seen.failed, []);
});
