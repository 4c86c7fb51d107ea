//! Markdown (CommonMark) with or without front matter in YAML, TOML or JSON.

use model::article::BlockKind;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use toml::de::{DeTable, DeValue};
use yaml_rust2::{Yaml, YamlLoader};

use super::fields::{self, Field, Fields};
use super::html;
use super::{Failure, Format, Found, line};
use crate::page::Page;
use crate::problem::ProblemKind;

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Found, Failure> {
    let mut found = Found::default();
    let (front, body) = front_matter(text);
    let mut entry = Fields::default();
    if let Some((kind, front)) = front {
        match kind.read(front) {
            Ok(values) => values.iter().for_each(|(field, value)| entry.add(*field, value)),
            Err(why) => {
                let kind = ProblemKind::BrokenFile { format: Format::Markdown, why };
                found.problems.push((line(1), kind));
            }
        }
    }
    found.problems.extend(entry.misread().map(|kind| (line(1), kind)));
    let mut page = entry.page().unwrap_or_default();
    write(body, &mut page);
    if page.is_empty() {
        return Err((None, ProblemKind::EmptyEntry));
    }
    found.pages.push(page);
    Ok(found)
}

/// Why front matter says nothing.
const NO_TABLE: &str = "no table of names and values";

/// Languages of front matter.
#[derive(Clone, Copy)]
enum Front {
    Yaml,
    Toml,
    Json,
}

/// The front matter, if there is one, and the rest.
fn front_matter(text: &str) -> (Option<(Front, &str)>, &str) {
    for (mark, kind) in [("---", Front::Yaml), ("+++", Front::Toml)] {
        let Some(inside) = text.strip_prefix(mark).and_then(after_line_end) else { continue };
        let mut at = 0;
        for line in inside.split_inclusive('\n') {
            if line.trim_end() == mark {
                return (Some((kind, &inside[..at])), &inside[at + line.len()..]);
            }
            at += line.len();
        }
    }
    if text.starts_with('{') {
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
        if let Some(Ok(Value::Object(_))) = values.next() {
            let end = values.byte_offset();
            return (Some((Front::Json, &text[..end])), &text[end..]);
        }
    }
    (None, text)
}

fn after_line_end(text: &str) -> Option<&str> {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix('\n'))
}

impl Front {
    fn read(self, text: &str) -> Result<Vec<(Field, String)>, String> {
        match self {
            Self::Yaml => yaml(text),
            Self::Toml => table(text),
            Self::Json => members(&serde_json::from_str(text).map_err(|error| error.to_string())?),
        }
    }
}

fn members(value: &Value) -> Result<Vec<(Field, String)>, String> {
    let members = value.as_object().ok_or(NO_TABLE)?;
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => Some(values.first()?.as_str()?.to_owned()),
        Value::Object(_) | Value::Null | Value::Bool(_) => None,
    };
    let named =
        members.iter().filter_map(|(name, value)| Some((fields::field(name)?, text(value)?)));
    Ok(named.collect())
}

fn table(text: &str) -> Result<Vec<(Field, String)>, String> {
    let table = DeTable::parse(text).map_err(|error| error.to_string())?;
    let text = |value: &DeValue<'_>| match value {
        DeValue::String(text) => Some(text.clone().into_owned()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Array(values) => Some(values.first()?.get_ref().as_str()?.to_owned()),
        DeValue::Table(_) | DeValue::Boolean(_) => None,
    };
    let named = table
        .get_ref()
        .iter()
        .filter_map(|(name, value)| Some((fields::field(name.get_ref())?, text(value.get_ref())?)));
    Ok(named.collect())
}

fn yaml(text: &str) -> Result<Vec<(Field, String)>, String> {
    let documents = YamlLoader::load_from_str(text).map_err(|error| error.to_string())?;
    let members = documents.first().and_then(Yaml::as_hash).ok_or(NO_TABLE)?;
    let text = |value: &Yaml| match value {
        Yaml::String(text) | Yaml::Real(text) => Some(text.clone()),
        Yaml::Integer(number) => Some(number.to_string()),
        Yaml::Array(values) => Some(values.first()?.as_str()?.to_owned()),
        _ => None,
    };
    let named = members
        .iter()
        .filter_map(|(name, value)| Some((fields::field(name.as_str()?)?, text(value)?)));
    Ok(named.collect())
}

fn write(body: &str, page: &mut Page) {
    let mut now = String::new();
    let mut cells = 0;
    for event in Parser::new_ext(body, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                page.plain(&std::mem::take(&mut now));
                page.picture(&dest_url, None);
            }
            Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
            Event::Start(Tag::TableCell) => {
                if cells > 0 {
                    now.push_str(" | ");
                }
                cells += 1;
            }
            Event::Text(text) | Event::Code(text) => now.push_str(&text),
            Event::SoftBreak => now.push(' '),
            Event::HardBreak => page.plain(&std::mem::take(&mut now)),
            Event::Html(tags) | Event::InlineHtml(tags) => now.push_str(&html::words(&tags)),
            Event::End(end) => match end {
                TagEnd::Heading(_) if page.marked.title.is_none() => {
                    page.title(&std::mem::take(&mut now));
                }
                // Front matter said it before.
                TagEnd::Heading(_) if page.text == now => now.clear(),
                TagEnd::Heading(_) => page.of_kind(&std::mem::take(&mut now), BlockKind::Heading),
                TagEnd::Image => page.of_kind(&std::mem::take(&mut now), BlockKind::Caption),
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
                | TagEnd::TableHead
                | TagEnd::TableRow => {
                    page.plain(&std::mem::take(&mut now));
                }
                _ => {}
            },
            _ => {}
        }
    }
    page.plain(&now);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_says_the_same_in_each_language() {
        let expected = [
            (Field::Published, "2020-10-12"),
            (Field::Id, "41"),
            (Field::Section, "Tin xã"),
            (Field::Title, "Cầu mới"),
            (Field::Language, "en"),
        ];
        for front in [
            "---\ntitle: Cầu mới\ndate: 2020-10-12\ncategory: [Tin xã, Khác]\nid: 41\nlang: en\ndraft: false\n---\nx",
            "+++\ntitle = \"Cầu mới\"\ndate = 2020-10-12\ncategory = [\"Tin xã\", \"Khác\"]\nid = 41\nlang = \"en\"\ndraft = false\n+++\nx",
            "{\"title\":\"Cầu mới\",\"date\":\"2020-10-12\",\"category\":[\"Tin xã\",\"Khác\"],\"id\":41,\"lang\":\"en\",\"draft\":false}\nx",
        ] {
            let (Some((kind, text)), body) = front_matter(front) else { panic!("{front}") };
            let read = kind.read(text).unwrap();
            for (field, value) in expected {
                assert!(read.contains(&(field, value.to_owned())), "{field:?} in {read:?}");
            }
            assert_eq!((read.len(), body.trim()), (5, "x"));
        }
        assert!(Front::Toml.read("title = ").is_err());
    }
}
