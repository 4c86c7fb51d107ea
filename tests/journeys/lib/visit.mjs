// Visits of a device: what the journeys about keeping share.

import { test } from 'node:test';
import { DAY, SITE, drawn } from '../harness.mjs';
import { device } from './device.mjs';

/** One journey with a device of its own. */
export function journey(name, walk) {
  test(name, { timeout: 180_000 }, async () => {
    const phone = await device();
    try {
      await walk(phone);
    } finally {
      await phone.end();
    }
  });
}

let visits = 0;
/** Opens a place and waits until it is drawn. */
export const open = async (page, url, place = '#/', query = `?ngay=${DAY}`) => {
  // Another address each time: the same one with another hash would not be loaded anew.
  visits += 1;
  await page.goto(`${url}${query}${query ? '&' : '?'}lan=${visits}${place}`);
  await drawn(page);
};

/** Asks the service worker as the viewer does. */
export const ask = (page, message) => page.evaluate((message) => window.bienNienOffline.ask(message), message);

/** Waits for something to be true in the page, and answers it. */
export async function until(page, what) {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((later) => setTimeout(later, 200))) {
    const value = await page.evaluate(what).catch(() => null);
    if (value) return value;
  }
  throw new Error(`never: ${what}`);
}

/** The file that could not be installed. */
export const trouble = (page) => until(page, () => window.bienNienOffline.trouble);

/** Waits until the first visit has been kept. */
export const installed = (page) => until(page, async () => {
  if (!navigator.serviceWorker.controller) return false;
  return (await window.bienNienOffline.ask({ type: 'state', ask: false })).whole;
});

/** A first visit, with all of it kept. */
export async function firstVisit(phone, site = SITE) {
  await phone.online(site);
  const visit = await phone.start();
  await open(visit.page, visit.url);
  await installed(visit.page);
  return visit;
}
