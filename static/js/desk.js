// What the clerk's desk needs of the browser: files as they are dropped or chosen, a store for them
// that outlives the tab, the wire to the indexer, and zips to hand over. Loaded when the desk is
// opened; archive-file.js stands before it in one file. Nothing here sends anything anywhere.
(() => {
  'use strict';
  /** Archives of one host, each in a folder of its own, have desks of their own. */
  const NAME = `bien-nien-desk ${new URL('./', location.href).pathname}`;
  /** Files are put away so many bytes at a time: fewer, larger transactions. */
  const BATCH = 4 << 20;
  /** What an unpacked file of somebody's work may have. */
  const MOST = 64 << 20;

  const fault = (word) => Object.assign(new Error(word), { word });
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const wordOf = (error) => (error?.name === 'QuotaExceededError' ? 'quota' : 'storage');

  /** The store: `names` tells of every file, `bytes` holds those that are read, `work` the rest. */
  let base = null;
  /** Where nothing can be stored: the same, for as long as the page stands. */
  const here = { names: new Map(), bytes: new Map(), work: new Map() };

  const openBase = () => new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const store of ['names', 'bytes', 'work']) request.result.createObjectStore(store);
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(fault('storage'));
  });

  /** Does something in one transaction; it is kept when this is done. */
  const write = (stores, deed) => new Promise((resolve, reject) => {
    const transaction = base.transaction(stores, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(fault(wordOf(transaction.error)));
    transaction.onerror = () => {};
    try {
      deed(...stores.map((store) => transaction.objectStore(store)));
    } catch (error) {
      reject(fault(wordOf(error)));
      transaction.abort();
    }
  });
  const read = (store, deed) => settled(deed(base.transaction(store).objectStore(store)))
    .catch((error) => { throw fault(wordOf(error)); });

  /** One tab works at a desk; the lock goes with the tab. */
  const lock = () => new Promise((resolve) => {
    if (!navigator.locks) resolve(true);
    else navigator.locks.request(NAME, { ifAvailable: true }, (held) => {
      resolve(Boolean(held));
      return held ? new Promise(() => {}) : null;
    }).catch(() => resolve(true));
  });
  let locked = false;

  /** What is there from before: names and lengths, and what was noted. */
  async function open() {
    locked ||= await lock();
    if (!locked) return { elsewhere: true };
    try {
      base ??= await openBase();
    } catch {
      base = null;
    }
    return { kept: Boolean(base), ...(await list()), work: await notes() };
  }
  async function list() {
    const [paths, sizes] = base
      ? await Promise.all([read('names', (all) => all.getAllKeys()), read('names', (all) => all.getAll())])
      : [[...here.names.keys()], [...here.names.values()]];
    return { paths, sizes };
  }
  async function notes() {
    if (!base) return Object.fromEntries(here.work);
    const [keys, values] = await Promise.all([read('work', (all) => all.getAllKeys()), read('work', (all) => all.getAll())]);
    return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
  }
  async function note(key, value) {
    here.work.set(key, value);
    if (base) await write(['work'], (work) => work.put(value, key));
  }
  async function remove(path) {
    here.names.delete(path);
    here.bytes.delete(path);
    if (base) await write(['names', 'bytes'], (names, bytes) => { names.delete(path); bytes.delete(path); });
  }
  async function clear() {
    for (const store of Object.values(here)) store.clear();
    if (base) await write(['names', 'bytes', 'work'], (...stores) => stores.forEach((store) => store.clear()));
  }

  /** Files that were dropped or chosen and are not put away yet: their paths, and what reads them. */
  let incoming = new Map();
  const isHidden = (path) => path.split('/').some((step) => step.startsWith('.') || step === '__MACOSX');
  const offer = (path, file) => {
    const plain = path.replace(/^\/+/, '');
    if (!isHidden(plain)) incoming.set(plain, file);
  };

  async function walk(entry, path) {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
      offer(path, file ?? { size: 0, arrayBuffer: () => Promise.reject(fault('lost')) });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      // A reader gives a hundred entries at a time.
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []);
      if (!some.length) return;
      for (const inner of some) await walk(inner, `${path}/${inner.name}`);
    }
  }

  /** From a drop (its event) or an input (its event). */
  async function gather(event) {
    incoming = new Map();
    const { dataTransfer, target } = event;
    if (dataTransfer) {
      // What was dropped is only to be had while the event is being handled.
      const items = [...(dataTransfer.items ?? [])].filter(({ kind }) => kind === 'file');
      const entries = items.map((item) => item.webkitGetAsEntry?.());
      const files = [...dataTransfer.files];
      if (entries.length && entries.every(Boolean)) for (const entry of entries) await walk(entry, entry.name);
      else for (const file of files) offer(file.name, file);
    } else {
      for (const file of target.files) offer(file.webkitRelativePath || file.name, file);
      // Left there, the same could not be chosen again.
      target.value = '';
    }
    return offered([...incoming.keys()]);
  }
  const offered = (paths) => ({ paths, sizes: paths.map((path) => incoming.get(path).size) });

  const bytesOf = async (path) => {
    const file = incoming.get(path);
    return file ? new Uint8Array(await file.arrayBuffer()) : null;
  };
  const text = async (path) => new TextDecoder().decode(await bytesOf(path));

  /** The entries of an incoming zip take its place, under its folder. */
  async function unzip(path) {
    const zip = await self.archiveFile.open(incoming.get(path));
    const names = [...zip.entries.keys()].filter((name) => !name.endsWith('/') && !name.split('/').includes('..'));
    incoming.delete(path);
    for (const name of names) {
      offer(name, { size: zip.entries.get(name).bytes, arrayBuffer: () => self.archiveFile.read(zip, name, MOST) });
    }
    return offered(names.filter((name) => incoming.has(name)));
  }
  const names = async (path) => {
    const zip = await self.archiveFile.open(incoming.get(path)).catch(() => null);
    return zip ? [...zip.entries.keys()] : [];
  };

  /**
   * Puts files away: from their incoming paths to those they have on the desk; `wanted` tells which
   * come with their bytes. `told` hears how many are done. Answers those that could not be read, and
   * those that were there already, the same byte for byte.
   */
  async function keep(from, to, wanted, told) {
    const [lost, same] = [[], []];
    let batch = [];
    let weight = 0;
    const flush = async () => {
      const some = batch;
      batch = [];
      weight = 0;
      for (const [path, size, bytes] of some) {
        here.names.set(path, size);
        if (!base && bytes) here.bytes.set(path, bytes);
      }
      if (base && some.length) {
        await write(['names', 'bytes'], (names, store) => {
          for (const [path, size, bytes] of some) {
            names.put(size, path);
            if (bytes) store.put(bytes, path);
            else store.delete(path);
          }
        });
      }
    };
    for (const [at, path] of from.entries()) {
      const { size } = incoming.get(path);
      const bytes = wanted[at] ? await bytesOf(path).catch(() => null) : null;
      if (wanted[at] && !bytes) lost.push(to[at]);
      else {
        if (bytes && (await isSame(to[at], bytes))) same.push(to[at]);
        batch.push([to[at], bytes ? bytes.length : size, bytes]);
        weight += bytes ? bytes.length : 0;
      }
      if (weight > BATCH || batch.length > 200) await flush();
      if (at % 20 === 0) told(at);
    }
    await flush();
    incoming = new Map();
    return { lost, same };
  }
  async function isSame(path, bytes) {
    const known = await stored(path);
    return Boolean(known) && known.length === bytes.length && known.every((byte, at) => byte === bytes[at]);
  }
  const stored = (path) => (base ? read('bytes', (all) => all.get(path)) : Promise.resolve(here.bytes.get(path)));

  /** The indexer. Every message of it is a list: words, and files beside them. */
  let worker = null;
  let sending = Promise.resolve();
  function start(url, hear, died) {
    worker?.terminate();
    worker = new Worker(url);
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      died();
    };
  }
  /** Sends words, and files by their paths on the desk or by their bytes, in the order of the calls. */
  function send(words, files) {
    const sent = sending.then(async () => {
      const parcel = [words];
      for (const file of files) {
        // A file that cannot be read is sent without its bytes, in its turn: the indexer says so.
        const bytes = typeof file === 'string' ? await stored(file).catch(() => null) : file;
        // What is handed over is gone from here: only what came out of the store is a copy already.
        if (bytes) parcel.push(base && typeof file === 'string' ? bytes : bytes.slice());
      }
      worker.postMessage(parcel, parcel.map(({ buffer }) => buffer));
    });
    sending = sent.catch(() => {});
    return sent;
  }
  const stop = () => {
    worker?.terminate();
    worker = null;
  };

  /** A file of this site, checked when it should be. */
  async function fetched(path, sha256) {
    const response = await fetch(`./${path}`).catch(() => null);
    if (!response?.ok) throw fault(`missing ${path}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (sha256 && crypto.subtle) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const digits = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      if (digits !== sha256) throw fault(`damaged ${path}`);
    }
    return bytes;
  }
  /** The viewer's own files, from where this one came: the service worker has the list of them. */
  async function viewer() {
    const worker = new TextDecoder().decode(await fetched('sw.js'));
    const line = /^const SITE = (\{.*\});$/m.exec(worker);
    const { files } = line ? JSON.parse(line[1]) : { files: [] };
    if (!files.length) throw fault('missing sw.js');
    const own = ['sw.js', 'archive-file.js', 'saving.js'];
    const all = [...files.map(({ path, sha256 }) => [path, sha256]), ...own.map((path) => [path])];
    const arrays = [];
    for (const [path, sha256] of all) arrays.push(await fetched(path, sha256));
    return { paths: all.map(([path]) => path), arrays };
  }

  /** What a preview shows for the pictures of its articles: path → a file on the desk, or bytes. */
  let shown = new Map();
  let watching = null;
  function pictures(paths, files) {
    shown = new Map(paths.map((path, at) => [path, files[at]]));
    watching ??= new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) node.querySelectorAll?.('img[src^="parts/"]').forEach(place);
      }
    });
    watching.disconnect();
    if (shown.size) watching.observe(document, { childList: true, subtree: true });
  }
  /** The archive in a preview lies nowhere that its pictures could be fetched from. */
  async function place(img) {
    const file = shown.get(img.getAttribute('src'));
    if (!file) return;
    img.removeAttribute('src');
    const bytes = typeof file === 'string' ? await stored(file) : file;
    img.addEventListener('load', () => URL.revokeObjectURL(img.src), { once: true });
    img.src = URL.createObjectURL(new Blob(bytes ? [bytes] : []));
  }

  /** Hands a zip over. An entry is a path and its bytes, or the path of a file on the desk. */
  async function save(name, paths, files) {
    async function* entries() {
      for (const [at, path] of paths.entries()) {
        const file = files[at];
        const bytes = typeof file === 'string' ? await stored(file) : file;
        if (bytes) yield [path, bytes];
      }
    }
    const blob = await new Response(self.archiveFile.write(entries())).blob();
    const address = URL.createObjectURL(new Blob([blob], { type: 'application/zip' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return blob.size;
  }

  // Dropped beside its place, a file would be opened instead of this page.
  const atDesk = () => location.hash.startsWith('#/ban-lam-viec');
  for (const kind of ['dragover', 'drop']) addEventListener(kind, (event) => atDesk() && event.preventDefault());

  window.bienNienDesk = { open, note, remove, clear, gather, text, names, unzip, keep, start, send, stop, viewer, pictures, save };
})();
