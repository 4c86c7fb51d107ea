// Pagefind: its own program builds, with language vi; its own script searches, without its worker,
// as the page is what can be slowed down. Words, marks and beginnings are its own business; phrases
// in quotation marks; no typing errors. Ten results are fetched with their titles and excerpts.

/** Builds its folder. */
export async function build(documents, folder) {
  const { createIndex, close } = await import('pagefind');
  const { index } = await createIndex({ forceLanguage: 'vi' });
  for (const { id, title, text, section, year } of documents) {
    const filters = { ...(section ? { section: [section] } : {}), ...(year ? { year: [year] } : {}) };
    const { errors } = await index.addCustomRecord({
      url: `/${id}/`,
      content: `${title}\n${text}`,
      language: 'vi',
      meta: { title },
      filters,
    });
    if (errors.length > 0) throw new Error(errors.join('; '));
  }
  await index.writeFiles({ outputPath: folder });
  await close();
  return {};
}

/** Opens the folder: a function from a query to the numbers of the best articles. */
export async function open(base) {
  const engine = await import(`${base}pagefind.js`);
  await engine.options({ noWorker: true, basePath: base });
  await engine.init();
  return async ({ kind, text, filter }, hits) => {
    if (kind === 'typo') return null;
    const { results } = await engine.search(text, filter ? { filters: { [filter.field]: filter.value } } : {});
    const shown = await Promise.all(results.slice(0, hits).map((result) => result.data()));
    return shown.map(({ url }) => Number(url.match(/(\d+)\/$/)[1]));
  };
}
