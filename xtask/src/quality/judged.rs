//! Documents and judged queries, as `docs/quality.md` describes them: one JSON object a line.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use search::{Builder, Document, Piece, Zone};
use serde_json::Value;

use crate::jsonl::lines;

/// The documents, indexed.
pub(crate) struct Corpus {
    /// The names of documents, by their number in the index.
    pub(crate) ids: Vec<String>,
    /// Their titles and texts.
    pub(crate) texts: Vec<(String, String)>,
    /// The index.
    pub(crate) pieces: Vec<Piece>,
    /// Bytes of all titles and texts.
    pub(crate) bytes: usize,
}

/// A query and the documents that answer it.
pub(crate) struct Judged {
    /// Its name.
    pub(crate) id: String,
    /// What it counts for besides all: its kind or its source.
    pub(crate) set: String,
    /// As typed.
    pub(crate) query: String,
    /// Names of documents.
    pub(crate) relevant: Vec<String>,
}

/// Reads and indexes the documents.
pub(crate) fn corpus(path: &Path) -> Result<Corpus> {
    let mut builder = Builder::new();
    let (mut ids, mut texts, mut bytes) = (Vec::new(), Vec::new(), 0);
    for line in lines(path)? {
        let (at, value) = line?;
        let field = |name: &str| value[name].as_str().unwrap_or_default();
        let id = value["id"].as_str().with_context(|| format!("{at}: no “id”"))?;
        ensure!(value["text"].is_string(), "{at}: no “text”");
        let (title, text) = (field("title"), field("text"));
        let zones = paragraphs(text);
        builder.add(&Document { title, text, zones: &zones, facets: &[], day: None });
        ids.push(id.to_owned());
        bytes += title.len() + text.len();
        texts.push((title.to_owned(), text.to_owned()));
    }
    ensure!(!ids.is_empty(), "{}: no documents", path.display());
    Ok(Corpus { ids, texts, pieces: builder.finish(), bytes })
}

/// Each line of a text is a paragraph.
pub(crate) fn paragraphs(text: &str) -> Vec<(Zone, std::ops::Range<usize>)> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let range = start..start + line.len();
            start = range.end;
            (Zone::Body, range)
        })
        .collect()
}

/// Reads the judged queries.
pub(crate) fn queries(path: &Path) -> Result<Vec<Judged>> {
    let read = |line: Result<(String, Value)>| {
        let (at, value) = line?;
        let text = |name: &str| value[name].as_str().map(str::to_owned);
        let relevant = value["relevant"].as_array().into_iter().flatten();
        let relevant: Vec<String> =
            relevant.filter_map(|id| id.as_str().map(str::to_owned)).collect();
        ensure!(!relevant.is_empty(), "{at}: “relevant” names no document");
        Ok(Judged {
            id: text("qid").unwrap_or_else(|| at.clone()),
            set: text("type").or_else(|| text("source")).unwrap_or_else(|| "other".to_owned()),
            query: text("query").with_context(|| format!("{at}: no “query”"))?,
            relevant,
        })
    };
    let queries: Vec<Judged> = lines(path)?.map(read).collect::<Result<_>>()?;
    ensure!(!queries.is_empty(), "{}: no queries", path.display());
    Ok(queries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_cover_the_text() {
        for text in ["", "một", "một\nhai\n\nba", "\n"] {
            let zones = paragraphs(text);
            let joined: String = zones.iter().map(|(_, range)| &text[range.clone()]).collect();
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn files_are_read_or_named() {
        let folder = std::env::temp_dir().join(format!("judged-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a scratch folder");
        let write = |name: &str, text: &str| {
            let path = folder.join(name);
            std::fs::write(&path, text).expect("written");
            path
        };
        let docs = write("docs.jsonl", "{\"id\":\"a\",\"title\":\"t\",\"text\":\"chợ\"}\n\n");
        let corpus = corpus(&docs).expect("a corpus");
        assert_eq!((corpus.ids, corpus.bytes), (vec!["a".to_owned()], 6));
        let good = "{\"query\":\"q\",\"relevant\":[\"a\"],\"type\":\"title\"}";
        let read = queries(&write("q.jsonl", good)).expect("a query");
        assert_eq!((read[0].set.as_str(), read[0].query.as_str()), ("title", "q"));
        let broken =
            write("broken.jsonl", &format!("{good}\n{{\"query\":1,\"relevant\":[\"a\"]}}"));
        let error = queries(&broken).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains("broken.jsonl:2: no “query”"), "{error}");
        std::fs::remove_dir_all(&folder).expect("cleared away");
    }
}
