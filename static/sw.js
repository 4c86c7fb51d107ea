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

importScripts('archive-file.js');

const HERE = self.registration.scope;
const SHELLS = `bien-nien-shell ${HERE} `;
const SHELL = SHELLS + SITE.version;
const DATA = `bien-nien-data ${HERE}`;

const MANIFEST = `${HERE}archive.json`;
const LIST = `${HERE}offline.json`;
// Notes kept beside the parts: no file of a site has such an address.
const SAVED_MANIFEST = `${HERE}archive.json?saved`;
const SAVED_LIST = `${HERE}offline.json?saved`;
const TARGET_MANIFEST = `${HERE}archive.json?saving`;
const TARGET_LIST = `${HERE}offline.json?saving`;
const NOTES = `${HERE}?notes`;
/** Under this address a page gets what is saved as one file. */
const FILE = `${HERE}?archive-file`;

/** A part: its name ends in the first 16 digits of its SHA-256. */
const PART = /^parts\/[\w-]+-([0-9a-f]{16})\.(json|bin|jpg|png|webp|gif)$/;
/** A kept manifest is shown when a newer one does not come for so long, milliseconds. */
const PATIENCE = 4000;
/** An archive up to so many bytes is saved whole with the first visit. */
const SMALL = 3_000_000;
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

// --- saving the whole archive --------------------------------------------------------------------
//
// A page drives it, step by step, so that it can be paused and outlives this worker's sleep: all
// that is known between two steps lies in the data store.

/** The list of a site's archive, and that archive's manifest, if they belong together. */
async function target() {
  const get = async (url) => {
    const response = await fetch(url, { cache: 'no-cache' }).catch(() => null);
    if (!response) throw new Error('network');
    if (!response.ok) throw new Error('no-list');
    return response.arrayBuffer();
  };
  const [list, bytes] = [await get(LIST), await get(MANIFEST)];
  const parsed = parseList(list);
  if ((await digest(bytes)) !== parsed.manifest) throw new Error('changing');
  return { list: parsed, manifest: bytes };
}

function parseList(bytes) {
  try {
    const { schema, manifest, files } = JSON.parse(new TextDecoder().decode(bytes));
    const good = (file) => PART.test(file.path) && /^[0-9a-f]{64}$/.test(file.sha256);
    if (schema === 1 && files.every(good)) return { schema, manifest, files };
  } catch { /* as below */ }
  throw new Error('no-list');
}

async function presentPaths(data) {
  const requests = await data.keys();
  return new Set(requests.map(({ url }) => url.slice(HERE.length)));
}

function tally(list, present) {
  const here = list.files.filter((file) => present.has(file.path));
  const sum = (files) => files.reduce((all, file) => all + file.bytes, 0);
  return { done: here.length, total: list.files.length, doneBytes: sum(here), totalBytes: sum(list.files) };
}

/** Saving from the site: what to save, and a part of it. */
const FROM_SITE = { target, part: fetchChecked };

/** Saving from an archive file. It must be of the archive that is here, if one is. */
async function fromFile(data, file) {
  const zip = await archiveFile.open(file);
  const failed = (path, why) => Object.assign(new Error(why), { path, why });
  return {
    target: async () => {
      const list = parseList(await archiveFile.read(zip, 'offline.json'));
      const manifest = await archiveFile.read(zip, 'archive.json');
      if ((await digest(manifest)) !== list.manifest) throw failed('archive.json', 'digest');
      const known = await data.match(MANIFEST);
      const [here, there] = [await known?.arrayBuffer(), manifest].map((bytes) => bytes && identity(bytes));
      if (here && here !== there) throw failed(there, 'other-archive');
      return { list, manifest };
    },
    part: async ({ path, bytes: most, sha256 }) => {
      const bytes = await archiveFile.read(zip, path, most);
      if ((await digest(bytes)) !== sha256) throw failed(path, 'digest');
      return kept(bytes);
    },
  };
}

/** What tells archives apart: where one is published, else its title. */
function identity(manifest) {
  const { base_url: place, title } = JSON.parse(new TextDecoder().decode(manifest));
  return place ?? title;
}

/** One step of saving, from the site or from an archive file: at most so many more parts. */
async function save({ fresh = false, most = 8, file = null }) {
  const data = await caches.open(DATA);
  const from = file ? await fromFile(data, file) : FROM_SITE;
  if (fresh || !(await data.match(TARGET_LIST))) {
    const found = await from.target();
    await data.put(TARGET_LIST, json(found.list));
    await data.put(TARGET_MANIFEST, kept(found.manifest));
  }
  const list = await readJson(data, TARGET_LIST);
  const present = await presentPaths(data);
  const next = list.files.filter((file) => !present.has(file.path)).slice(0, most);
  let failed = null;
  await each(next, async (file) => {
    await data.put(HERE + file.path, await from.part(file));
    present.add(file.path);
  }).catch((error) => {
    failed = { path: error.path ?? '', why: error.why ?? 'storage' };
  });
  const counts = tally(list, present);
  const whole = counts.done === counts.total;
  if (whole) await settle(data, list);
  return { ...counts, whole, failed };
}

/** The saved archive as one file; a part that is damaged or gone breaks it off. */
async function exported() {
  const data = await caches.open(DATA);
  const list = await readJson(data, SAVED_LIST);
  if (!list) return new Response(null, { status: 404 });
  const entries = async function* () {
    yield ['offline.json', new TextEncoder().encode(JSON.stringify(list))];
    yield ['archive.json', new Uint8Array(await (await data.match(SAVED_MANIFEST)).arrayBuffer())];
    for (const { path, sha256 } of list.files) {
      const bytes = await (await data.match(HERE + path))?.arrayBuffer();
      if (!bytes || (await digest(bytes)) !== sha256) throw new Error(path);
      yield [path, new Uint8Array(bytes)];
    }
  };
  return new Response(archiveFile.write(entries()), { headers: { 'content-type': 'application/zip' } });
}

/** Everything is here: this is the saved archive now, and what only the one before named goes. */
async function settle(data, list) {
  await data.put(SAVED_LIST, json(list));
  await data.put(SAVED_MANIFEST, (await data.match(TARGET_MANIFEST)).clone());
  await data.put(MANIFEST, await data.match(TARGET_MANIFEST));
  await data.delete(TARGET_LIST);
  await data.delete(TARGET_MANIFEST);
  const named = new Set(list.files.map((file) => file.path));
  for (const path of await presentPaths(data)) {
    if (PART.test(path) && !named.has(path)) await data.delete(HERE + path);
  }
  await note({ savedAt: Date.now(), checkedAt: Date.now(), declined: false });
}

/** What stands in the store. Asks the network only whether there is something newer. */
async function state({ ask = true }) {
  const data = await caches.open(DATA);
  const notes = (await readJson(data, NOTES)) ?? {};
  const saved = await readJson(data, SAVED_LIST);
  const saving = await readJson(data, TARGET_LIST);
  let latest = null;
  let why = null;
  if (ask) latest = (await target().catch((error) => ((why = error.message), null)))?.list ?? null;
  const present = await presentPaths(data);
  const of = saving ?? saved ?? latest;
  const counts = of ? tally(of, present) : { done: 0, total: 0, doneBytes: 0, totalBytes: 0 };
  const missing = latest ? tally(latest, present) : null;
  return {
    ...counts,
    version: SITE.version,
    whole: Boolean(saved) && tally(saved, present).done === saved.files.length,
    partial: Boolean(saving) || (Boolean(saved) && tally(saved, present).done < saved.files.length),
    newer: Boolean(saved && latest && saved.manifest !== latest.manifest),
    toFetch: missing ? missing.totalBytes - missing.doneBytes : null,
    savedAt: notes.savedAt ?? null,
    checkedAt: notes.checkedAt ?? null,
    trouble: notes.trouble ?? null,
    why,
  };
}

/** Recomputes the digests of some saved parts; damaged ones are named and let go, to be saved again. */
async function verify({ from = 0, most = 32 }) {
  const data = await caches.open(DATA);
  const list = await readJson(data, SAVED_LIST);
  const files = list?.files ?? [];
  const bad = [];
  for (const file of files.slice(from, from + most)) {
    const found = await data.match(HERE + file.path);
    const sound = found && (await digest(await found.arrayBuffer())) === file.sha256;
    if (sound) continue;
    bad.push({ path: file.path, why: found ? 'digest' : 'missing' });
    await data.delete(HERE + file.path);
  }
  const checked = Math.min(from + most, files.length);
  if (checked === files.length) await note({ checkedAt: Date.now() });
  return { checked, total: files.length, bad };
}

/** Lets go of everything saved and read. */
async function forget() {
  await caches.delete(DATA);
  // And saves nothing unasked from now on.
  await note({ version: SITE.version, declined: true });
  return {};
}

/** After each visit: keeps what the page read before this worker was there, and all of a small archive. */
async function adopt({ paths = [], frugal = false }) {
  const data = await caches.open(DATA);
  const present = await presentPaths(data);
  if (!present.has('archive.json')) await newManifest(data).catch(() => {});
  const read = paths.filter((path) => PART.test(path) && !present.has(path));
  await each(read, async (path) => {
    const response = await fetch(HERE + path).catch(() => null);
    if (response?.ok) await keep(data, HERE + path, path, response);
  });
  const seen = await (await data.match(MANIFEST))?.arrayBuffer();
  const now = seen ? await digest(seen) : '';
  const saved = await readJson(data, SAVED_LIST);
  const { large, declined } = (await readJson(data, NOTES)) ?? {};
  if (frugal || declined || !seen || saved?.manifest === now || large === now) return {};
  // The list of a large archive is long: only its own words say that it is one.
  const { counts } = JSON.parse(new TextDecoder().decode(seen));
  if (counts?.text_bytes > SMALL) return note({ large: now });
  const found = await target().catch(() => null);
  if (!found) return {};
  if (tally(found.list, present).totalBytes > SMALL) return note({ large: now });
  return save({ fresh: true, most: found.list.files.length });
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
