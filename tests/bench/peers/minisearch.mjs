// MiniSearch: words folded by us; all words wanted; titles count three times; the last word as a
// prefix while typing; typing errors as its documentation advises (fuzzy .2). No phrases.

import MiniSearch from 'minisearch';
import { words } from './fold.mjs';

const SETTINGS = {
  fields: ['title', 'text'],
  storeFields: ['title', 'section', 'year'],
  tokenize: words,
  processTerm: (term) => term,
};

/** Builds: the files of its index. */
export function build(documents) {
  const index = new MiniSearch(SETTINGS);
  index.addAll(documents);
  return { 'index.json': JSON.stringify(index) };
}

/** Opens an index: a function from a query to the numbers of the best articles. */
export async function open(base) {
  const response = await fetch(`${base}index.json`);
  const index = MiniSearch.loadJSON(await response.text(), SETTINGS);
  return async ({ kind, text, filter }, hits) => {
    if (kind === 'phrase') return null;
    const found = index.search(text, {
      combineWith: 'AND',
      boost: { title: 3 },
      prefix: kind === 'prefix' ? (term, at, terms) => at === terms.length - 1 : false,
      fuzzy: kind === 'typo' ? 0.2 : false,
      ...(filter ? { filter: (hit) => hit[filter.field] === filter.value } : {}),
    });
    return found.slice(0, hits).map(({ id }) => id);
  };
}
