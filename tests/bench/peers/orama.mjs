// Orama: words folded by us through its tokenizer; all words wanted (threshold 0); titles count
// three times; one wrong letter allowed for typing errors. No phrases.

import { create, insertMultiple, load, save, search } from '@orama/orama';
import { words } from './fold.mjs';

const empty = () =>
  create({
    schema: { id: 'string', title: 'string', text: 'string', year: 'enum', section: 'enum' },
    components: {
      tokenizer: {
        language: 'english',
        normalizationCache: new Map(),
        tokenize: (text) => [...new Set(words(String(text)))],
      },
    },
  });

/** Builds: the files of its index. Texts are not kept for showing, as the others keep none. */
export async function build(documents) {
  const index = empty();
  await insertMultiple(index, documents.map((document) => ({ ...document, id: String(document.id) })));
  const saved = save(index);
  for (const document of Object.values(saved.docs.docs)) delete document.text;
  return { 'index.json': JSON.stringify(saved) };
}

/** Opens an index: a function from a query to the numbers of the best articles. */
export async function open(base) {
  const index = empty();
  load(index, await (await fetch(`${base}index.json`)).json());
  return async ({ kind, text, filter }, hits) => {
    if (kind === 'phrase') return null;
    const found = await search(index, {
      term: text,
      properties: ['title', 'text'],
      boost: { title: 3 },
      threshold: 0,
      limit: hits,
      exact: false,
      ...(kind === 'typo' ? { tolerance: 1 } : {}),
      ...(filter ? { where: { [filter.field]: { eq: filter.value } } } : {}),
    });
    return found.hits.map(({ id }) => Number(id));
  };
}
