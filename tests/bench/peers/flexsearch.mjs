// FlexSearch: words folded by us; `forward`, so that words can be found while they are typed; year
// and section as tags. No phrases, no typing errors.

import { Document } from 'flexsearch';
import { words } from './fold.mjs';

const settings = () => ({
  tokenize: 'forward',
  encode: words,
  document: {
    id: 'id',
    index: ['title', 'text'],
    tag: ['year', 'section'],
    store: ['title'],
  },
});

/** Builds: the files of its index. */
export async function build(documents) {
  const index = new Document(settings());
  for (const document of documents) index.add(document);
  const parts = {};
  await index.export((key, data) => {
    if (data) parts[key] = data;
  });
  return { 'index.json': JSON.stringify(parts) };
}

/** Opens an index: a function from a query to the numbers of the best articles. */
export async function open(base) {
  const index = new Document(settings());
  const parts = await (await fetch(`${base}index.json`)).json();
  for (const [key, data] of Object.entries(parts)) index.import(key, data);
  return async ({ kind, text, filter }, hits) => {
    if (kind === 'phrase' || kind === 'typo') return null;
    const tag = filter ? { tag: { [filter.field]: filter.value } } : {};
    const fields = index.search(text, { limit: hits, ...tag });
    const title = fields.find(({ field }) => field === 'title')?.result ?? [];
    const body = fields.find(({ field }) => field === 'text')?.result ?? [];
    return [...new Set([...title, ...body])].slice(0, hits);
  };
}
