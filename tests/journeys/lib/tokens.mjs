// The colours of static/css/tokens.css in each theme, and the contrast of two colours as WCAG 2.2 has it.

import { readFileSync } from 'node:fs';

const SHEET = readFileSync(new URL('../../../static/css/tokens.css', import.meta.url), 'utf8');

/** The theme's name and the selector of its block. */
const BLOCKS = [
  ['light', ':root {\n  color-scheme: light;'],
  ['dark', ':root[data-theme="dark"] {'],
  ['light, high contrast', ':root[data-contrast="more"] {'],
  ['dark, high contrast', ':root[data-contrast="more"][data-theme="dark"] {'],
];

/** Themes by name: each a map from the name of a colour to `#rrggbb`. */
export function themes() {
  return BLOCKS.map(([name, selector]) => {
    const start = SHEET.indexOf(selector);
    if (start < 0) throw new Error(`tokens.css has no ${selector}`);
    const block = SHEET.slice(start, SHEET.indexOf('}', start));
    const colours = [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{3}(?:[0-9a-f]{3})?);/g)];
    return [name, new Map(colours.map(([, key, value]) => [key, value]))];
  });
}

function luminance(colour) {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((d) => d + d).join('') : colour.slice(1);
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. */
export function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** What is written or drawn on what, and how much contrast it needs; more where more is asked for. */
export const PAIRS = [
  ['ink', 'paper', 7],
  ['ink', 'paper-sunk', 7],
  ['quiet', 'paper', 4.5],
  ['quiet', 'paper-sunk', 4.5],
  ['red', 'paper', 4.5],
  ['bronze', 'paper', 4.5],
  ['indigo', 'paper', 4.5],
  ['indigo', 'paper-sunk', 4.5],
  ['jade', 'paper', 4.5],
  ['ink', 'marked', 4.5],
  ['on-red', 'red', 4.5],
  ['edge', 'paper', 3],
];
