// What the built site holds, read from its own bundle, so that journeys name no hashed id.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SITE } from './harness.mjs';

const json = async (path) => JSON.parse(await readFile(join(SITE, path), 'utf8'));

/** The manifest. */
export const manifest = () => json('archive.json');

/** The parts of one kind, in order. */
export async function parts(kind) {
  const { parts } = await manifest();
  const shelf = parts.find((shelf) => shelf.kind === kind);
  if (!shelf) return [];
  const lists = shelf.listed ? await Promise.all(paths('list', shelf.names).map(json)) : [shelf];
  return lists.flatMap(({ names }) => paths(kind, names)).map((path) => ({ kind, path }));
}

/** Where the pages of these names lie. */
function paths(kind, names) {
  const end = kind === 'index' ? 'bin' : 'json';
  return (names.match(/.{16}/g) ?? []).map((name) => `parts/${kind}-${name}.${end}`);
}

async function all(kind) {
  return Promise.all((await parts(kind)).map(({ path }) => json(path)));
}

/** Every article, with its file's number in the sample: `000` to `004`. */
export async function articles() {
  const chunks = await all('articles');
  return chunks
    .flatMap(({ articles }) => articles)
    .map((article) => ({ ...article, number: article.source.file.match(/(\d{3})_/)[1] }));
}

/** The article of a sample file. */
export async function article(number) {
  return (await articles()).find((article) => article.number === number);
}

/** Anniversaries, officials, programmes, directives: in so small an archive all are “recent”. */
export async function chronicle() {
  const told = { anniversaries: [], officials: [], programmes: [], directives: [] };
  return Object.assign(told, ...(await all('recent')));
}

/** Units and bodies. */
export async function units() {
  return (await all('units')).flat();
}

/** One address of every kind of page, with a name for messages and pictures. */
export async function places() {
  const { anniversaries, officials, programmes, directives } = await chronicle();
  const list = await articles();
  const places = [
    ['home', '#/'],
    ['search', '#/tim'],
    ['results', '#/tim?q=huyen%20uy'],
    ['nothing-found', '#/tim?q=zzzqqq'],
    ['today', '#/hom-nay'],
    ['quiet-day', '#/hom-nay?ngay=2026-03-03'],
    ['timeline', '#/dong-thoi-gian'],
    ['calendar', '#/lich'],
    ['calendar-year', '#/lich?nam=2026'],
    ['told', '#/dieu-neu'],
    ['figures', '#/so-lieu'],
    ['quotations', '#/loi-trich'],
    ['awards', '#/khen-thuong'],
    ['congresses', '#/dai-hoi'],
    ['days', '#/ngay-trong-nam'],
    ['day-of-reference', '#/ngay-trong-nam/am-03-10-gio-to-hung-vuong'],
    ['people', '#/nguoi'],
    ['units', '#/don-vi'],
    ['keep', '#/luu'],
    ['settings', '#/cai-dat'],
    ['about', '#/gioi-thieu'],
    ['unknown', '#/khong-co/trang-nay'],
  ];
  for (const { id, number } of list) places.push([`article-${number}`, `#/bai/${id}`]);
  places.push(['cite', `#/trich-dan/${list[0].id}`]);
  places.push(['original', `#/bai/${list[0].id}/nguyen-ban`]);
  places.push(['paragraph', `#/bai/${list[0].id}/d/2`]);
  for (const [kind, at, entries] of [
    ['anniversary', 'ky-niem', anniversaries],
    ['unit', 'don-vi', await units()],
    ['official', 'nguoi', officials],
    ['programme', 'chuong-trinh', programmes],
    ['directive', 'van-ban', directives],
  ]) {
    const few = kind === 'anniversary' || kind === 'unit' ? entries : entries.slice(0, 2);
    for (const { id } of few) places.push([`${kind}-${id}`, `#/${at}/${id}`]);
  }
  return places;
}
