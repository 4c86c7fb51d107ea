// Anniversaries handed to the reader's own calendar, read there by two programs.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { journey, useBrowser, DAY, PHONE } from './harness.mjs';

useBrowser();

const DAY_OF_MOBILISATION = '#/ky-niem/1930-10-15-dan-van';

/** The file that a press of a button saves. */
async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** What each of two programs makes of a file: UID, day and summary of each event, by day. */
function read(text) {
  const one = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, day: event.startDate.toString(), summary: event.summary };
  });
  const two = Object.values(nodeIcal.sync.parseICS(text)).filter((event) => event.type === 'VEVENT').map((event) => {
    const [y, m, d] = [event.start.getFullYear(), event.start.getMonth() + 1, event.start.getDate()];
    const day = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
    return { uid: event.uid, day, summary: event.summary };
  });
  const byDay = (a, b) => (a.day + a.uid < b.day + b.uid ? -1 : 1);
  assert.deepEqual(one.sort(byDay), two.sort(byDay), 'two programs read the same');
  return one;
}

journey('the next ten years of an anniversary, by keyboard', {}, async ({ page, open }) => {
  await open(DAY_OF_MOBILISATION);
  const button = page.getByRole('button', { name: 'Thêm mười năm tới vào lịch' });
  await button.focus();
  const { name, text } = await saved(page, () => page.keyboard.press('Enter'));
  assert.equal(name, '1930-10-15-dan-van.ics');
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const events = read(text);
  assert.equal(events.length, 10);
  assert.deepEqual(events[0].day, '2026-10-15');
  const round = events.find((event) => event.day === '2030-10-15');
  assert.match(round.summary, /dân vận của Đảng: 100 năm \(năm tròn\)$/i);
  assert.equal(new Set(events.map((event) => event.uid)).size, 10);
  const again = await saved(page, () => button.click());
  assert.deepEqual(read(again.text), events, 'a second file names the same events');
});

journey('all anniversaries of the archive; years without a day are no dates', { size: PHONE, touch: true }, async ({ page, open }) => {
  await open('#/hom-nay');
  const { name, text } = await saved(page, () =>
    page.getByRole('button', { name: 'Thêm mọi ngày kỷ niệm vào lịch' }).tap());
  assert.equal(name, 'ky-niem.ics');
  const events = read(text);
  assert.equal(events.length % 10, 0);
  assert.ok(events.length >= 30, 'three days of the sample return every year');
  assert.ok(events.every((event) => !/tuyên giáo/i.test(event.summary)), 'known by its year alone');
  await open('#/ky-niem/1930-tuyen-giao');
  await page.getByRole('heading', { level: 1, name: /tuyên giáo/i }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Thêm mười năm tới vào lịch' }).count(), 0);
});

journey('on the page of another day the file still begins today', {}, async ({ page, open }) => {
  await open('#/hom-nay?ngay=2026-03-03');
  await page.getByRole('heading', { level: 1, name: /3 tháng 3 năm 2026/ }).waitFor();
  const { text } = await saved(page, () => page.getByRole('button', { name: 'Thêm mọi ngày kỷ niệm vào lịch' }).click());
  const days = read(text).map((event) => event.day);
  assert.equal(days[0], DAY, 'what returns today is the first');
  assert.ok(days.every((day) => day >= DAY));
});
