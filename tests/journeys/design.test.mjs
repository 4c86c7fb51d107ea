// The design's colours can be read: every pair that is written or drawn, in every theme.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { contrast, PAIRS, themes } from './lib/tokens.mjs';

test('contrast is that of the standard', () => {
  assert.equal(contrast('#000', '#fff'), 21);
  assert.ok(Math.abs(contrast('#777777', '#ffffff') - 4.48) < 0.005);
});

for (const [name, colours] of themes()) {
  test(`every pair of colours can be read: ${name}`, () => {
    for (const [over, under, needed] of PAIRS) {
      const [a, b] = [colours.get(over), colours.get(under)];
      assert.ok(a && b, `${over} or ${under} is not in the theme`);
      const least = name.includes('high') ? Math.max(needed, 7) : needed;
      const found = contrast(a, b);
      assert.ok(found >= least, `${over} ${a} on ${under} ${b}: ${found.toFixed(2)}, needs ${least}`);
    }
  });
}

test('the page on the design tells the contrast that there is', async () => {
  const page = await readFile(new URL('../../docs/design-system.md', import.meta.url), 'utf8');
  for (const [over, under] of PAIRS) {
    const row = `| ${over} on ${under} | ${themes()
      .map(([, colours]) => contrast(colours.get(over), colours.get(under)).toFixed(1))
      .join(' | ')} |`;
    assert.ok(page.includes(row), `docs/design-system.md lacks: ${row}`);
  }
});
