// The service worker: what makes the archive open without a network.
//
// Two stores, each with a version of its own:
//   the shell, one cache per version of the viewer: filled whole or not at all, each file checked
//     against its digest; a new version waits until the reader takes it;
//   the data, one cache for all versions: parts of the archive are named by their content, so what
//     was read or saved stays good under any archive that still names it.
//
// It knows nothing of what parts hold. `bien-nien build` writes two lists last of all: SITE below,
// and offline.json, every file of the archive with its length and SHA-256.
'use strict';

const SITE = { version: '', files: [] };

importScripts('archive-file.js', 'saving.js');

const HERE = self.registration.scope;
const SHELLS = `bien-nien-shell ${HERE} `;
const SHELL = SHELLS + SITE.version;
const DATA = `bien-nien-data ${HERE}`;

const MANIFEST = `${HERE}archive.json`;
// Notes kept beside the parts: no file of a site has such an address.
const SAVED_MANIFEST = `${HERE}archive.json?saved`;
const NOTES = `${HERE}?notes`;
/** Under this address a page gets what is saved as one file. */
const FILE = `${HERE}?archive-file`;

/** A part: its name ends in the first 16 digits of its SHA-256. */
const PART = /^parts\/[\w-]+-([0-9a-f]{16})\.(json|bin|jpg|png|webp|gif)$/;
/** A kept manifest is shown when a newer one does not come for so long, milliseconds. */
const PATIENCE = 4000;
/** Downloads at a time. */
const AT_ONCE = 4;

// --- bytes ---------------------------------------------------------------------------------------

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A response to keep: as it came, but unpacked, and no trace of a redirect. */
function kept(bytes, from) {
  const headers = new Headers(from?.headers);
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
  return new Response(bytes, { headers });
}

/** Fetches a file that must have this digest; a stale copy in the browser's own cache is passed over. */
async function fetchChecked({ path, sha256 }) {
  const failed = (why) => Object.assign(new Error(`${path}: ${why}`), { path, why });
  let why = '';
  for (const cache of ['default', 'reload']) {
    const response = await fetch(HERE + path, { cache }).catch(() => null);
    if (!response) throw failed('network');
    why = 'missing';
    if (!response.ok) continue;
    const bytes = await response.arrayBuffer().catch(() => null);
    if (!bytes) throw failed('network');
    if ((await digest(bytes)) === sha256) return kept(bytes, response);
    why = 'digest';
  }
  throw failed(why);
}

/** Does something with each item, a few at a time; the first failure ends it. */
async function each(items, action) {
  const rest = items[Symbol.iterator]();
  const walk = async () => {
    for (const item of rest) await action(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
}

const readJson = async (cache, url) => (await cache.match(url))?.json().catch(() => null) ?? null;

const json = (value) => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

async function note(change) {
  const data = await caches.open(DATA);
  const notes = { ...(await readJson(data, NOTES)), ...change };
  // A full disk loses the note and nothing else.
  await data.put(NOTES, json(notes)).catch(() => {});
  return notes;
}

async function tell(message) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) page.postMessage(message);
}

// --- the shell -----------------------------------------------------------------------------------

async function install() {
  if (!SITE.version) throw new Error('this site was not finished by `bien-nien build`');
  const shell = await caches.open(SHELL);
  const older = (await caches.keys()).filter((name) => name.startsWith(SHELLS) && name !== SHELL);
  try {
    await each(SITE.files.filter((file) => !file.optional), async (file) => {
      const url = HERE + file.path;
      await shell.put(url, (await unchanged(older, file)) ?? (await fetchChecked(file)));
    });
  } catch (error) {
    await caches.delete(SHELL);
    const trouble = { path: error.path ?? '', why: error.why ?? 'storage' };
    await note({ trouble });
    await tell({ type: 'not-installed', ...trouble });
    throw error;
  }
  await note({ trouble: null });
}

/** A file as an older version holds it, when it is the same. */
async function unchanged(older, file) {
  for (const name of older) {
    const found = await (await caches.open(name)).match(HERE + file.path);
    if (!found) continue;
    const bytes = await found.arrayBuffer();
    if ((await digest(bytes)) === file.sha256) return kept(bytes, found);
  }
  return null;
}

/** Takes over. The version before stays for pages that still run it. */
async function activate() {
  const { version } = (await readJson(await caches.open(DATA), NOTES)) ?? {};
  const stay = [SHELL, SHELLS + version];
  for (const name of await caches.keys()) {
    if (name.startsWith(SHELLS) && !stay.includes(name)) await caches.delete(name);
  }
  await note({ version: SITE.version });
  await self.clients.claim();
}

/** A file of the viewer: of this version, else of the one before, else from the network. */
async function file(request, path) {
  const url = HERE + path;
  const own = await (await caches.open(SHELL)).match(url);
  if (own) return own;
  const other = await caches.match(url);
  if (other && !SITE.files.some((file) => file.path === path)) return other;
  const listed = SITE.files.find((file) => file.path === path);
  if (!listed) return fetch(request);
  try {
    const fresh = await fetchChecked(listed);
    await (await caches.open(SHELL)).put(url, fresh.clone()).catch(() => {});
    return fresh;
  } catch {
    return fetch(request);
  }
}

/** A page: the viewer's own whatever the query (as it is without the archive's latest articles); any other from the network, else the viewer. */
async function page(request, path) {
  if (path === '' || path === 'index.html') return file(request, 'app.html');
  return fetch(request).catch(() => Response.redirect(HERE));
}

// --- the archive ---------------------------------------------------------------------------------

/** The newest manifest that comes in time; else the one whose parts are all here; else the last seen. */
async function manifest(event) {
  const data = await caches.open(DATA);
  const local = (await data.match(SAVED_MANIFEST)) ?? (await data.match(MANIFEST));
  const fresh = newManifest(data);
  if (!local) return fresh.then(({ response }) => response);
  const good = fresh.then(({ response, good }) => (good ? response : null)).catch(() => null);
  event.waitUntil(good);
  const late = new Promise((over) => setTimeout(over, PATIENCE, null));
  return (await Promise.race([good, late])) ?? local;
}

/** Asks for the manifest and keeps it. Some hosts, and the login pages of some networks, answer
 * anything with a page of theirs: that is not kept. */
async function newManifest(data) {
  const response = await fetch(MANIFEST, { cache: 'no-cache' });
  if (!response.ok) return { response, good: false };
  const bytes = await response.arrayBuffer();
  const good = isJson(bytes);
  if (good) await data.put(MANIFEST, kept(bytes, response)).catch(() => {});
  return { response: kept(bytes, response), good };
}

function isJson(bytes) {
  try {
    return Boolean(JSON.parse(new TextDecoder().decode(bytes)).schema);
  } catch {
    return false;
  }
}

/** A part: as kept if it is sound, else from the network, and kept if it is sound. */
async function part(event, path) {
  const data = await caches.open(DATA);
  const url = HERE + path;
  const found = await data.match(url);
  const bytes = await found?.arrayBuffer();
  if (found && (await isSound(path, bytes))) return kept(bytes, found);
  // What is damaged here is shown only when nothing better comes: the viewer then names the damage.
  const damaged = found && kept(bytes, found);
  const response = await fetch(event.request).catch((error) => {
    if (damaged) return damaged;
    throw error;
  });
  if (response === damaged) return response;
  if (!response.ok) return damaged || response;
  event.waitUntil(keep(data, url, path, response.clone()));
  return response;
}

async function isSound(path, bytes) {
  return (await digest(bytes)).startsWith(PART.exec(path)[1]);
}

async function keep(data, url, path, response) {
  // A cut connection or a full disk: it is fetched again the next time.
  const bytes = await response.arrayBuffer().catch(() => null);
  if (bytes && (await isSound(path, bytes))) await data.put(url, kept(bytes, response)).catch(() => {});
}

// --- events --------------------------------------------------------------------------------------

const TASKS = { save, state, verify, forget, adopt };

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('message', (event) => {
  const { type } = event.data ?? {};
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (!Object.hasOwn(TASKS, type)) return;
  const answer = (value) => event.ports[0]?.postMessage(value);
  const failed = ({ name, message, path }) => answer({ error: name === 'QuotaExceededError' ? 'storage' : message, path });
  event.waitUntil(TASKS[type](event.data).then(answer, failed));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(HERE)) return;
  const path = request.url.slice(HERE.length).split(/[?#]/, 1)[0];
  // The check of a published site asks the server itself.
  if (path === 'sw.js' || path === 'offline.json' || request.url.endsWith('?kiem-tra')) return;
  if (request.url === FILE) {
    event.respondWith(exported());
    return;
  }
  if (request.mode === 'navigate') event.respondWith(page(request, path));
  else if (path === 'archive.json') event.respondWith(manifest(event));
  else if (PART.test(path)) event.respondWith(part(event, path));
  else event.respondWith(file(request, path));
});
