// Lighthouse over a served site: `node run.mjs ADDRESS RUNS FILE`. Every run in a browser of its own, on
// a phone simulated on slow 4G (Lighthouse's own default for mobile). Writes medians of all runs as
// JSON, and what cost points in the run that was the median of performance.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [address, runs, file] = process.argv.slice(2);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FIGURES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index', 'total-byte-weight'];
const ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const FLAGS = [...ROOT, '--headless=new', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-proxy-server', '--lang=vi'];

/** The article that the site's own list names first. */
async function someArticle() {
  const manifest = JSON.parse(await readFile(join(process.env.BIEN_NIEN_SITE, 'archive.json'), 'utf8'));
  const { names } = manifest.parts.find(({ kind }) => kind === 'articles');
  const chunk = await readFile(join(process.env.BIEN_NIEN_SITE, `parts/articles-${names.slice(0, 16)}.json`), 'utf8');
  return JSON.parse(chunk).articles[0].id;
}

const id = await someArticle();
const PAGES = [
  ['home', ''],
  ['article, its own page', `bai/${id}/`],
  ['article, in the viewer', `#/bai/${id}`],
];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

async function once(url) {
  const browser = await launch({ chromePath: process.env.BIEN_NIEN_CHROMIUM, chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(url, { port: browser.port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES, locale: 'en' });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await browser.kill();
  }
}

const pages = [];
let version;
for (const [name, path] of PAGES) {
  const reports = [];
  for (let run = 0; run < Number(runs); run += 1) reports.push(await once(address + path));
  version = reports[0].lighthouseVersion;
  const score = (report, category) => Math.round(report.categories[category].score * 100);
  const scores = Object.fromEntries(CATEGORIES.map((category) => [category, median(reports.map((report) => score(report, category)))]));
  const figures = Object.fromEntries(FIGURES.map((figure) => [figure, median(reports.map((report) => report.audits[figure].numericValue))]));
  const typical = reports.find((report) => score(report, 'performance') === scores.performance);
  const lost = CATEGORIES.flatMap((category) =>
    typical.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && typical.audits[id].score !== null && typical.audits[id].score < 0.9)
      .map(({ id }) => `${category}: ${typical.audits[id].title}`));
  pages.push({ name, scores, figures, lost });
  console.log(name, JSON.stringify(scores), JSON.stringify(figures), lost.join(' · '));
}
await writeFile(file, `${JSON.stringify({ version, runs: Number(runs), pages }, null, 2)}\n`);
