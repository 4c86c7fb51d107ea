// A hundred damaged copies of the archive, each opened in the browser: never a blank page, never an
// error thrown; what is damaged is named, and the rest can be read.

import assert from 'node:assert/strict';
import { journey, drawn, DAY, useBrowser } from './harness.mjs';
import { articles } from './archive.mjs';

useBrowser();

/** Damage is drawn from a fixed seed: the same hundred copies each time. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const KINDS = [
  (bytes, roll) => ((bytes[roll(bytes.length)] ^= 1 << roll(8)), bytes),
  (bytes, roll) => bytes.subarray(0, roll(bytes.length)),
  (bytes, roll) => Buffer.concat([bytes, Buffer.alloc(1 + roll(1000), 0x20)]),
  (bytes, roll) => bytes.fill(0, roll(bytes.length)),
  () => Buffer.alloc(0),
  () => Buffer.from('<!doctype html><script>document.title = "hacked"</script>'),
];

const PLACES = ['#/', '#/tim?q=huyen%20uy', '#/dong-thoi-gian', '#/don-vi'];

for (let ten = 0; ten < 10; ten += 1) {
  let damage = () => null;
  const spoilt = (path) => path.startsWith('parts/') && !/\.(br|gz)$/.test(path) && damage(path);
  journey(`ten damaged copies of the archive (${ten + 1} of 10)`, { changes: [[spoilt, { edit: (bytes) => damage.apply(bytes) }]] }, async ({ page, site }) => {
    const list = await articles();
    for (let one = 0; one < 10; one += 1) {
      const roll = dice(ten * 10 + one + 1);
      const kinds = ['articles', 'index', 'catalogue', 'units', 'overview', 'recent', ''];
      const kind = kinds[roll(kinds.length)];
      const hit = [];
      damage = (path) => path.includes(`/${kind}`) && (hit.push(path), true);
      const how = KINDS[roll(KINDS.length)];
      damage.apply = (bytes) => how(Buffer.from(bytes), roll);
      const place = one % 2 ? PLACES[roll(PLACES.length)] : `#/bai/${list[roll(list.length)].id}`;
      await page.goto(`${site.url}?ngay=${DAY}&lan=${one}${place}`);
      await drawn(page);
      const shown = await page.getByRole('main').innerText();
      assert.ok(shown.trim().length > 10, `blank: ${kind} at ${place}`);
      assert.notEqual(await page.title(), 'hacked');
      // A damaged index shows where it is used: trouble.test.mjs has that.
      if (hit.some((path) => !path.includes('/index-'))) {
        await page.getByText(/mã kiểm tra|không khớp|Chưa đọc được|không dùng được|chưa đọc được/i).first().waitFor();
      }
    }
  });
}
