// Saving the whole archive, carrying it in a file, and what of it is here. The service worker (`sw.js`) loads
// this beside itself and does what a page asks: its stores, digests and notes are used here.
//
// A page drives it, step by step, so that it can be paused and outlives the worker's sleep: all
// that is known between two steps lies in the data store.
'use strict';

const LIST = `${self.registration.scope}offline.json`;
// Further notes beside the parts.
const SAVED_LIST = `${LIST}?saved`;
const TARGET_LIST = `${LIST}?saving`;
const TARGET_MANIFEST = `${self.registration.scope}archive.json?saving`;

/** An archive up to so many bytes is saved whole with the first visit. */
const SMALL = 3_000_000;

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
