// A device that is switched off and on again: a browser profile on the disk, and a site that comes
// and goes under one address.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLAGS, chromium, executable, watch } from './browser.mjs';
import { serve } from './site.mjs';

export async function device() {
  const profile = await mkdtemp(join(tmpdir(), 'bien-nien-device-'));
  let site = null;
  let port = 0;
  let context = null;
  return {
    /** The site is reachable, in this state of its files. */
    async online(folder, changes = []) {
      await site?.close();
      site = await serve(folder, changes, port);
      port = site.port;
      return site;
    },
    /** The server is stopped: nothing is reachable. */
    async offline() {
      await site?.close();
      site = null;
    },
    /** Starts the browser and opens a page. */
    async start(init) {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: executable(),
        args: FLAGS,
        headless: true,
        viewport: { width: 360, height: 800 },
        reducedMotion: 'reduce',
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
      });
      context.setDefaultTimeout(15_000);
      const url = `http://127.0.0.1:${port}/thu/muc-con/`;
      const seen = await watch(context, { url });
      seen.failed = [];
      // What the worker itself tries in vain is its own affair, and so is what a page no longer
      // waits for when it is left; what a page asks for must be answered.
      const fails = (request) => request.serviceWorker() || seen.failed.push(request.url());
      context.on('requestfailed', (request) => request.failure()?.errorText === 'net::ERR_ABORTED' || fails(request));
      context.on('response', (response) => response.status() < 400 || fails(response.request()));
      if (init) await context.addInitScript(init);
      const page = context.pages()[0] ?? (await context.newPage());
      return { context, page, seen, url };
    },
    /** Ends the browser as if the device were switched off. */
    async stop() {
      await context?.close();
      context = null;
    },
    async end() {
      await context?.close();
      await site?.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
