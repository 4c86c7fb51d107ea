// How long the clerk's desk takes over a folder, whether the page stays responsive meanwhile, and how
// much memory it takes: `cargo xtask bench --desk 2000`. The folder is made up: text, saved web
// pages, Word files, Markdown and letters from before Unicode, some 3 KB of words each.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../journeys/lib/browser.mjs';
import { mixed, write } from '../journeys/lib/folder.mjs';
import { serve } from '../journeys/lib/site.mjs';

const count = Number(process.argv[2] ?? 2000);
/** What must be reached. */
const [SECONDS, MEGABYTES, TASK_MS] = [60, 400, 200];

const root = await mkdtemp(join(tmpdir(), 'bien-nien-desk-bench-'));
const place = join(root, 'Bài');
await write(place, mixed(count));
const site = await serve(process.env.BIEN_NIEN_SITE);
const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, serviceWorkers: 'block', locale: 'vi-VN' });
  context.setDefaultTimeout(600_000);
  await context.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.tasks.push(duration))).observe({ type: 'longtask' });
    // The longest wait for a frame is what a person notices.
    window.gap = 0;
    let last = performance.now();
    const beat = (now) => {
      window.gap = Math.max(window.gap, now - last);
      last = now;
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  });
  const page = await context.newPage();
  await page.goto(`${site.url}#/ban-lam-viec`);
  await page.getByText('Thả thư mục bài vào đây').waitFor();
  const pid = await renderer(browser, page);
  const before = await memory(pid);
  await page.locator('#desk-folder').setInputFiles(place);
  // From here on the page has the files.
  await page.waitForFunction(() => /Đang cất tệp|Đang đọc bài|Đã đọc được gì/.test(document.body.textContent));
  const start = Date.now();
  await page.evaluate(() => {
    window.tasks.length = 0;
    window.gap = 0;
  });
  const marks = {};
  for (const [name, words] of [['put away', 'Đang đọc bài'], ['read', 'Đang ghép kho'], ['reported', 'Đã đọc được gì']]) {
    await page.waitForFunction((words) => document.body.textContent.includes(words) || document.body.textContent.includes('Đã đọc được gì'), words);
    marks[name] = (Date.now() - start) / 1000;
  }
  const articles = await page.locator('.desk-summary').innerText();
  const { longest, gap } = await page.evaluate(() => ({ longest: Math.max(0, ...window.tasks), gap: window.gap }));
  const after = await memory(pid);
  const figures = {
    files: count,
    seconds: marks,
    longestTaskMs: Math.round(longest),
    longestFrameMs: Math.round(gap),
    memoryMB: { before: before.now, peak: after.peak },
  };
  console.log(`\n${articles}`);
  console.log(`${count} files: put away in ${marks['put away'].toFixed(1)} s, read by ${marks.read.toFixed(1)} s, reported after ${marks.reported.toFixed(1)} s (at most ${SECONDS})`);
  console.log(`longest task of the page ${figures.longestTaskMs} ms (at most ${TASK_MS}), longest wait for a frame ${figures.longestFrameMs} ms`);
  console.log(`memory of the page with its workers: ${before.now} MB before, ${after.peak} MB at most (at most ${MEGABYTES})`);
  console.log(JSON.stringify(figures));
  if (marks.reported > SECONDS || after.peak > MEGABYTES || longest > TASK_MS) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
  await rm(root, { recursive: true, force: true });
}

/** The process that draws a page; its workers are threads of it. */
async function renderer(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const all = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(all.map(async ({ id }) => [(await memory(id)).now, id]));
  return sizes.sort(([a], [b]) => b - a)[0][1];
}

/** What a process takes now and took at most, in MB; counted by Linux. */
async function memory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000);
  return { now: of('VmRSS'), peak: of('VmHWM') };
}
