//! The articles that are measured: read from a file of one JSON object a line, or made up.

use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::generate;
use crate::jsonl;

/// Articles made up when nothing is said.
const GENERATED: usize = 2000;

/// An article as far as measuring goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Article {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) section: Option<String>,
    /// `2020-10-15`.
    pub(crate) day: Option<String>,
}

/// The articles, each known by its number.
pub(crate) struct Corpus {
    /// For the table.
    pub(crate) name: String,
    pub(crate) articles: Vec<Article>,
}

impl Corpus {
    /// Reads a file, or makes articles up; at most so many, evenly from the whole file.
    pub(crate) fn new(file: Option<&Path>, most: Option<usize>) -> Result<Self> {
        ensure!(most != Some(0), "--articles 0 leaves nothing to measure");
        let Some(path) = file else {
            let articles = generate::articles(most.unwrap_or(GENERATED));
            return Ok(Self { name: "generated".to_owned(), articles });
        };
        let lines: Vec<(String, Value)> = jsonl::lines(path)?.collect::<Result<_>>()?;
        let most = most.unwrap_or(lines.len()).min(lines.len());
        let chosen = (0..most).map(|number| &lines[number * lines.len() / most]);
        let articles: Vec<Article> =
            chosen.map(|(at, line)| read(at, line)).collect::<Result<_>>()?;
        ensure!(!articles.is_empty(), "{}: no articles", path.display());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.split('.').next().unwrap_or_default().to_owned();
        Ok(Self { name, articles })
    }

    /// Bytes of all titles and texts.
    pub(crate) fn bytes(&self) -> u64 {
        self.articles.iter().map(|article| (article.title.len() + article.text.len()) as u64).sum()
    }

    /// The numbers of all but the newest so many: the archive before these were added.
    pub(crate) fn without_newest(&self, newest: usize) -> Vec<usize> {
        let mut numbers: Vec<usize> = (0..self.articles.len()).collect();
        numbers.sort_by(|&a, &b| self.articles[a].day.cmp(&self.articles[b].day).then(a.cmp(&b)));
        numbers.truncate(self.articles.len().saturating_sub(newest));
        numbers.sort_unstable();
        numbers
    }

    /// These articles as a hand-written `archive.json`.
    pub(crate) fn as_set(&self, numbers: impl Iterator<Item = usize>) -> Value {
        let entry = |number: usize| {
            let Article { title, text, section, day } = &self.articles[number];
            let mut entry = json!({ "id": id(number), "title": title, "text": text });
            for (field, value) in [("section", section), ("published", day)] {
                if let Some(value) = value {
                    entry[field] = json!(value);
                }
            }
            entry
        };
        let articles: Vec<Value> = numbers.map(entry).collect();
        json!({ "schema": 1, "title": "Kho đo tốc độ", "articles": articles })
    }

    /// All articles for other engines: a plain list.
    pub(crate) fn as_documents(&self) -> Value {
        let entry = |(number, article): (usize, &Article)| {
            json!({
                "id": number,
                "title": article.title,
                "text": article.text,
                "section": article.section.as_deref().unwrap_or_default(),
                "year": article.year().unwrap_or_default(),
            })
        };
        self.articles.iter().enumerate().map(entry).collect()
    }
}

impl Article {
    /// The year it is from.
    pub(crate) fn year(&self) -> Option<&str> {
        self.day.as_deref()?.get(..4)
    }
}

/// What an article is called in the bundle.
pub(crate) fn id(number: usize) -> String {
    format!("a{number}")
}

/// The number of an article by what it is called.
pub(crate) fn number(id: &str) -> Option<usize> {
    id.strip_prefix('a')?.parse().ok()
}

fn read(at: &str, line: &Value) -> Result<Article> {
    let field = |name: &str| line[name].as_str().map(str::trim).filter(|text| !text.is_empty());
    let text = field("text");
    ensure!(text.is_some(), "{at}: no “text”");
    let text = text.unwrap_or_default().to_owned();
    let first = || text.split_whitespace().take(12).collect::<Vec<_>>().join(" ");
    Ok(Article {
        title: field("title").map_or_else(first, str::to_owned),
        section: field("section").map(str::to_owned),
        day: field("date").or(field("date_est")).and_then(day),
        text,
    })
}

/// The day at the beginning of a date.
fn day(text: &str) -> Option<String> {
    let day = text.get(..10)?;
    let fits =
        |(at, c): (usize, char)| if at == 4 || at == 7 { c == '-' } else { c.is_ascii_digit() };
    day.char_indices().all(fits).then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus(lines: &str, most: Option<usize>) -> Result<Corpus> {
        let name = format!("bench-{}-{:?}.jsonl", std::process::id(), std::thread::current().id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, lines).expect("written");
        let read = Corpus::new(Some(&path), most);
        std::fs::remove_file(path).expect("removed");
        read
    }

    #[test]
    fn lines_become_articles() {
        let lines = "{\"title\":\"Một\",\"text\":\"a\",\"date\":\"2020-10-15T08:00\"}\n\
                     {\"text\":\"Hai ba bốn\",\"date_est\":\"2021-01-02\",\"section\":\"Tin\"}\n\
                     {\"title\":\"Ba\",\"text\":\"c\",\"date\":\"15/10/2020\"}\n";
        let all = corpus(lines, None).expect("a corpus");
        let days: Vec<_> = all.articles.iter().map(|article| article.day.as_deref()).collect();
        assert_eq!(days, [Some("2020-10-15"), Some("2021-01-02"), None]);
        assert_eq!(all.articles[1].title, "Hai ba bốn");
        assert_eq!(all.articles[1].year(), Some("2021"));
        assert_eq!(all.without_newest(1), [0, 2]);
        assert_eq!(all.as_set([1].into_iter())["articles"][0]["section"], "Tin");
        assert_eq!(number(&id(17)), Some(17));
    }

    #[test]
    fn a_sample_is_spread_over_the_file() {
        let lines: String = (0..10).map(|n| format!("{{\"text\":\"{n}\"}}\n")).collect();
        let texts = |most| -> Vec<String> {
            let all = corpus(&lines, Some(most)).expect("a corpus");
            all.articles.into_iter().map(|article| article.text).collect()
        };
        assert_eq!(texts(2), ["0", "5"]);
        assert_eq!(texts(99).len(), 10);
        assert!(corpus(&lines, Some(0)).is_err());
    }

    #[test]
    fn what_has_no_text_is_named() {
        let error = corpus("{\"text\":\"a\"}\n{\"title\":\"b\"}\n", None).err();
        let error = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(error.ends_with(":2: no “text”"), "{error}");
    }
}
