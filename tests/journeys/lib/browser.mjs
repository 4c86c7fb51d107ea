// One Chromium for a test file, and the watch kept over every page.

import { chromium } from 'playwright-core';

export { chromium };

// Chromium's sandbox refuses to run as root.
const ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export const FLAGS = [
  ...ROOT,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--no-proxy-server',
  '--lang=vi',
];

/** The browser that `cargo xtask` found. */
export const executable = () => process.env.BIEN_NIEN_CHROMIUM ?? '/usr/bin/chromium';

/** Starts it. */
export async function launch() {
  return chromium.launch({ executablePath: executable(), args: FLAGS, headless: true });
}

/**
 * Notes everything a page must not do: breaking its own policy, console errors, page errors,
 * requests that leave the site.
 */
export async function watch(context, site) {
  const seen = { violations: [], console: [], crashes: [], outside: [], requests: [] };
  await context.exposeBinding('journeyViolation', (_, what) => seen.violations.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.journeyViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') seen.console.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => seen.crashes.push(String(error.error().stack ?? error.error())));
  context.on('request', (request) => {
    const url = request.url();
    seen.requests.push(url);
    const local = url.startsWith('data:') || url.startsWith('blob:');
    if (!local && !url.startsWith(site.url)) seen.outside.push(url);
  });
  return seen;
}
