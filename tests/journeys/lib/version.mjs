// The next version of a site: a copy with some files changed, finished again as `bien-nien build`
// finishes it (the lists in sw.js and offline.json).

import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Copies a site and hands the copy to `edit`; `end` removes it. */
export async function nextVersion(folder, edit) {
  const copy = await mkdtemp(join(tmpdir(), 'bien-nien-site-'));
  await cp(folder, copy, { recursive: true });
  const site = {
    folder: copy,
    text: (path) => readFile(join(copy, path), 'utf8'),
    write: (path, content) => put(copy, path, content),
    replacePart: (path, content) => replacePart(copy, path, content),
    end: () => rm(copy, { recursive: true, force: true }),
  };
  await edit(site);
  await finish(copy);
  return site;
}

async function put(folder, path, content) {
  await writeFile(join(folder, path), content);
  // The server sends packed forms first; these are of the old content.
  for (const packed of ['br', 'gz']) await rm(join(folder, `${path}.${packed}`), { force: true });
}

/** Gives a part another content, hence another name, wherever it is named. */
async function replacePart(folder, path, content) {
  const old = digest(await readFile(join(folder, path)));
  const now = digest(content);
  const next = path.replace(old.slice(0, 16), now.slice(0, 16));
  await rm(join(folder, path));
  await put(folder, path, '').then(() => rm(join(folder, path)));
  await put(folder, next, content);
  const names = (await readdir(join(folder, 'parts'))).filter((name) => name.endsWith('.json'));
  for (const holder of ['archive.json', ...names.map((name) => `parts/${name}`)]) {
    if (holder === next) continue;
    const text = await readFile(join(folder, holder), 'utf8');
    if (!text.includes(old.slice(0, 16))) continue;
    const changed = text.replaceAll(old, now).replaceAll(old.slice(0, 16), now.slice(0, 16));
    if (holder === 'archive.json') await put(folder, holder, changed);
    else await replacePart(folder, holder, changed);
  }
  return next;
}

async function finish(folder) {
  const listed = JSON.parse(await readFile(join(folder, 'offline.json'), 'utf8'));
  const names = (await readdir(join(folder, 'parts'))).filter((name) => !/\.(br|gz)$/.test(name));
  const files = await Promise.all(names.map(async (name) => entry(folder, `parts/${name}`)));
  const manifest = digest(await readFile(join(folder, 'archive.json')));
  await put(folder, 'offline.json', JSON.stringify({ ...listed, manifest, files }));
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  const line = /^const SITE = (.*);$/m;
  const site = JSON.parse(line.exec(worker)[1]);
  site.files = await Promise.all(site.files.map(async (file) => ({ ...file, ...(await entry(folder, file.path)) })));
  site.version = digest(JSON.stringify(site.files)).slice(0, 16);
  await put(folder, 'sw.js', worker.replace(line, () => `const SITE = ${JSON.stringify(site)};`));
}

async function entry(folder, path) {
  const bytes = await readFile(join(folder, path));
  return { path, bytes: bytes.length, sha256: digest(bytes) };
}
