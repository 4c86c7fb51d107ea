//! What a page states for machines: schema.org in JSON-LD, Open Graph, `<time>`, `<link>`.

use scraper::{ElementRef, Html};
use serde_json::Value;

use super::super::fields;
use super::blocks::words;
use crate::page::Stated;
use crate::words::squeeze;

/// What was stated.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) stated: Stated,
}

/// Reads it, the more particular first.
pub(super) fn metadata(document: &Html) -> Metadata {
    let mut found = Metadata::default();
    let elements = || document.root_element().descendants().filter_map(ElementRef::wrap);
    for element in
        elements().filter(|element| element.value().attr("type") == Some("application/ld+json"))
    {
        let json: String = element.text().collect();
        if let Ok(value) = serde_json::from_str::<Value>(&json) {
            of_article(&value, &mut found);
        }
    }
    for element in elements() {
        let value = element.value();
        let attribute = |name| value.attr(name).map(squeeze).filter(|text| !text.is_empty());
        match value.name() {
            "meta" => {
                let name = attribute("property")
                    .or_else(|| attribute("name"))
                    .or_else(|| attribute("itemprop"));
                if let (Some(name), Some(content)) = (name, attribute("content")) {
                    found.property(&name.to_ascii_lowercase(), content);
                }
            }
            "link" if value.attr("rel") == Some("canonical") => {
                let href = attribute("href").filter(|href| href.starts_with("http"));
                found.stated.url = found.stated.url.take().or(href);
            }
            "time"
                if value.attr("pubdate").is_some()
                    || value.attr("itemprop") == Some("datePublished") =>
            {
                if let Some(printed) = attribute("datetime") {
                    found.published(&printed);
                }
            }
            "title" if found.title.is_none() => {
                found.title = Some(without_site(&words(element))).filter(|title| !title.is_empty());
            }
            _ => {}
        }
    }
    found.stated.id.clone_from(&found.stated.url);
    found
}

impl Metadata {
    fn property(&mut self, name: &str, content: String) {
        let stated = &mut self.stated;
        match name {
            "og:title" | "headline" => self.title = Some(without_site(&content)),
            "article:published_time"
            | "datepublished"
            | "pubdate"
            | "dc.date"
            | "dc.date.issued" => {
                self.published(&content);
            }
            "article:section" | "articlesection" => {
                stated.section = stated.section.take().or(Some(content));
            }
            "article:author" | "author" | "dc.creator" if !content.starts_with("http") => {
                stated.author = stated.author.take().or(Some(content));
            }
            "og:url" if content.starts_with("http") => {
                stated.url = stated.url.take().or(Some(content));
            }
            _ => {}
        }
    }

    fn published(&mut self, printed: &str) {
        if self.stated.published.is_none() {
            self.stated.published = fields::day(printed).map(|day| (day, printed.to_owned()));
        }
    }
}

/// The part of JSON-LD that is about an article, wherever it lies.
fn of_article(value: &Value, found: &mut Metadata) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| of_article(value, found)),
        Value::Object(members) => {
            if let Some(graph) = members.get("@graph") {
                of_article(graph, found);
            }
            let kind = members.get("@type").map(Value::to_string).unwrap_or_default();
            if !kind.contains("Article") && !kind.contains("Posting") {
                return;
            }
            let text = |name: &str| members.get(name).and_then(Value::as_str).map(squeeze);
            found.title = found.title.take().or(text("headline"));
            if let Some(printed) = text("datePublished") {
                found.published(&printed);
            }
            let stated = &mut found.stated;
            stated.section = stated.section.take().or(text("articleSection"));
            let author = members.get("author").and_then(|author| match author {
                Value::Array(authors) => authors.first()?.get("name")?.as_str(),
                author => author.get("name").and_then(Value::as_str).or(author.as_str()),
            });
            stated.author = stated.author.take().or(author.map(squeeze));
        }
        _ => {}
    }
}

/// A page's title without the site's name behind it.
fn without_site(title: &str) -> String {
    let cut = [" | ", " - ", " – ", " :: "]
        .iter()
        .filter_map(|mark| title.rfind(mark))
        .max()
        .filter(|at| title[..*at].chars().count() >= 20);
    title[..cut.unwrap_or(title.len())].trim().to_owned()
}
