//! RSS 2.0, Atom (RFC 4287) and WordPress' export, which is RSS with more.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::fields::{Field, Fields};
use super::{Failure, Format, Found, line};
use crate::problem::ProblemKind;

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Found, Failure> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut found = Found::default();
    let mut entry: Option<Entry> = None;
    let mut is_feed = false;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or_default();
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let problem =
                    ProblemKind::BrokenFile { format: Format::Feed, why: error.to_string() };
                let failure = (line(line_of(text, at)), problem);
                if found.pages.is_empty() {
                    return Err(failure);
                }
                found.problems.push(failure);
                break;
            }
        };
        match event {
            Event::Start(tag) => {
                let name = local(&tag);
                match &mut entry {
                    _ if matches!(&*name, "item" | "entry") => {
                        entry = Some(Entry { line: line_of(text, at), ..Entry::default() });
                    }
                    Some(entry) => entry.open(&tag, name),
                    None => is_feed |= matches!(&*name, "rss" | "feed" | "RDF" | "channel"),
                }
            }
            Event::Empty(tag) => {
                if let Some(entry) = &mut entry {
                    entry.link(&tag);
                }
            }
            Event::Text(words) => {
                if let Some(entry) = &mut entry {
                    entry.value.push_str(&words);
                }
            }
            Event::CData(words) => {
                if let Some(entry) = &mut entry {
                    entry.value.push_str(&words);
                }
            }
            Event::GeneralRef(name) => {
                if let Some(entry) = &mut entry {
                    entry.value.push_str(&resolved(&name));
                }
            }
            Event::End(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                if matches!(&*name, "item" | "entry") {
                    if let Some(entry) = entry.take().filter(Entry::is_article) {
                        found.add(&entry.fields, Some(entry.line));
                    }
                } else if let Some(entry) = &mut entry {
                    entry.close(&name);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if !is_feed {
        return Err((None, ProblemKind::NoColumns { names: String::from("XML") }));
    }
    Ok(found)
}

/// One item while it is read.
#[derive(Debug, Default)]
struct Entry {
    fields: Fields,
    line: usize,
    /// Open elements in it, the innermost last.
    open: Vec<String>,
    value: String,
    /// WordPress: "post", "page", "attachment", …; and whether it was published.
    kind: Option<String>,
    state: Option<String>,
}

impl Entry {
    fn open(&mut self, tag: &BytesStart<'_>, name: String) {
        self.link(tag);
        self.open.push(name);
        self.value.clear();
    }

    /// Atom gives addresses as attributes.
    fn link(&mut self, tag: &BytesStart<'_>) {
        if local(tag) != "link" {
            return;
        }
        let attribute = |wanted: &str| {
            tag.attributes()
                .flatten()
                .find(|a| a.key.as_ref() == wanted)
                .map(|a| a.value.into_owned())
        };
        let other = attribute("rel").is_some_and(|rel| rel != "alternate");
        if let Some(href) = attribute("href").filter(|_| !other) {
            self.fields.add(Field::Url, &href);
        }
    }

    fn close(&mut self, name: &str) {
        let value = std::mem::take(&mut self.value);
        while self.open.pop().is_some_and(|open| open != name) {}
        let inside_author = self.open.last().is_some_and(|open| open == "author");
        let field = match name {
            "title" => Field::Title,
            "encoded" | "content" => Field::Text,
            "description" | "summary" | "excerpt" => Field::Summary,
            "pubDate" | "published" | "date" | "updated" => Field::Published,
            "link" => Field::Url,
            "guid" | "id" => Field::Id,
            "category" => Field::Section,
            "creator" | "author" => Field::Author,
            "name" if inside_author => Field::Author,
            "post_type" => return self.kind = Some(value),
            "status" => return self.state = Some(value),
            _ => return,
        };
        self.fields.add(field, &value);
    }

    /// Of an export only what readers saw: no drafts, menus or pictures.
    fn is_article(&self) -> bool {
        let is = |stated: &Option<String>, wanted: &[&str]| {
            stated.as_deref().is_none_or(|stated| wanted.contains(&stated.trim()))
        };
        is(&self.kind, &["post", "page"]) && is(&self.state, &["publish"])
    }
}

fn local(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

/// The five entities of XML, and characters by number; others stay as HTML will read them.
pub(super) fn resolved(name: &str) -> String {
    let number = name.strip_prefix('#').and_then(|number| {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code)
    });
    match (number, name) {
        (Some(c), _) => c.to_string(),
        (None, "lt") => "<".to_owned(),
        (None, "gt") => ">".to_owned(),
        (None, "amp") => "&".to_owned(),
        (None, "quot") => "\"".to_owned(),
        (None, "apos") => "'".to_owned(),
        (None, other) => format!("&{other};"),
    }
}

fn line_of(text: &str, at: usize) -> usize {
    1 + crate::lines::breaks(&text.as_bytes()[..at.min(text.len())])
}
