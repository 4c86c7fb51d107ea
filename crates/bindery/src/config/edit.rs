//! Writes what a clerk states into archive.toml. Everything else in the file stays as it stands:
//! order, spelling and comments.
//!
//! ```
//! use bindery::config::edit::{self, Entry};
//! use bindery::config::Told;
//!
//! let settings = "title = \"Tin xã\" # tên kho\n";
//! let told = Told { by: Some("Lan".to_owned()), at: "2026-10-14".parse().ok() };
//! let changed = edit::state(settings, "a.txt", &[("section", Entry::Text("Tin tức".into()))], &told)?;
//! assert_eq!(
//!     changed,
//!     "title = \"Tin xã\" # tên kho\n\n[articles.\"a.txt\"]\nsection = \"Tin tức\"\n\
//!      stated.section = { by = \"Lan\", at = 2026-10-14 }\n"
//! );
//! # Ok::<(), edit::NotWritten>(())
//! ```

use calendar::PartialDate;
use model::unit::UnitKind;
use toml_edit::{Array, ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, Value};

use super::Told;
use super::units::KINDS;

/// What is written under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Nothing: the key goes away.
    Nothing,
    /// A text.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// A day, month or year.
    Date(PartialDate),
    /// `true`, or nothing.
    Flag(bool),
}

/// Why something cannot be written; the file is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// The file is no TOML, in the parser's words.
    #[error("not TOML: {0}")]
    NotToml(String),
    /// Under this key stands something that is neither a table nor a list of tables.
    #[error("`{0}` is something else")]
    Other(String),
    /// What was given is no day, month or year.
    #[error("`{0}` is no date")]
    NoDate(String),
    /// What was given cannot be the name of a unit: nothing in it is a letter or a figure, or a unit
    /// is called so already.
    #[error("`{0}` cannot be a unit's name, or is one already")]
    NoUnit(String),
}

/// A key and what is written under it.
pub type Change<'k> = (&'k str, Entry);

/// States something about an article, by its file (and number), and who said so. What is taken back
/// leaves nothing behind.
///
/// # Errors
/// The file cannot be changed.
pub fn state(
    settings: &str,
    article: &str,
    changes: &[Change<'_>],
    told: &Told,
) -> Result<String, NotWritten> {
    let mut document = parse(settings)?;
    let articles = table(document.as_table_mut(), "articles")?;
    articles.set_implicit(true);
    let entry = table(articles, article)?;
    entry.set_implicit(false);
    for (key, value) in changes {
        put(entry, key, value);
    }
    remember(entry, changes, told)?;
    if entry.is_empty() {
        articles.remove(article);
    }
    Ok(document.to_string())
}

/// States something about the archive itself.
///
/// # Errors
/// The file cannot be changed.
pub fn about(settings: &str, changes: &[Change<'_>]) -> Result<String, NotWritten> {
    let mut document = parse(settings)?;
    for (key, value) in changes {
        put(document.as_table_mut(), key, value);
    }
    Ok(document.to_string())
}

/// Adds a unit.
///
/// # Errors
/// The file cannot be changed.
pub fn add_unit(
    settings: &str,
    id: &str,
    kind: UnitKind,
    name: &str,
) -> Result<String, NotWritten> {
    let mut document = parse(settings)?;
    let units = document.entry("units").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let units = units.as_array_of_tables_mut().ok_or_else(|| other("units"))?;
    let kind = KINDS.iter().find(|(_, known)| *known == kind).map_or("", |(word, _)| word);
    let mut unit = Table::new();
    for (key, value) in [("id", id), ("kind", kind), ("name", name)] {
        unit.insert(key, Item::Value(value.into()));
    }
    units.push(unit);
    Ok(document.to_string())
}

/// Takes a unit away.
///
/// # Errors
/// The file cannot be changed.
pub fn remove_unit(settings: &str, id: &str) -> Result<String, NotWritten> {
    let mut document = parse(settings)?;
    if let Some(units) = document.get_mut("units") {
        let units = units.as_array_of_tables_mut().ok_or_else(|| other("units"))?;
        let is_other = |unit: &Table| unit.get("id").and_then(Item::as_str) != Some(id);
        units.retain(is_other);
    }
    Ok(document.to_string())
}

fn parse(settings: &str) -> Result<DocumentMut, NotWritten> {
    let settings = settings.strip_prefix('\u{feff}').unwrap_or(settings);
    settings
        .parse()
        .map_err(|error: toml_edit::TomlError| NotWritten::NotToml(error.message().to_owned()))
}

fn other(key: &str) -> NotWritten {
    NotWritten::Other(key.to_owned())
}

/// The table under a key, made if need be; one that stands in a line is laid out.
fn table<'t>(of: &'t mut Table, key: &str) -> Result<&'t mut Table, NotWritten> {
    let item = of.entry(key).or_insert_with(|| Item::Table(Table::new()));
    if let Item::Value(Value::InlineTable(line)) = item {
        *item = Item::Table(std::mem::take(line).into_table());
    }
    item.as_table_mut().ok_or_else(|| other(key))
}

/// Writes a value where one stood, with what stands round it; or at the end.
fn put(table: &mut Table, key: &str, entry: &Entry) {
    let Some(mut value) = value(entry) else {
        table.remove(key);
        return;
    };
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

fn value(entry: &Entry) -> Option<Value> {
    Some(match entry {
        Entry::Nothing | Entry::Flag(false) => return None,
        Entry::Flag(true) => true.into(),
        Entry::Text(text) => text.as_str().into(),
        Entry::Texts(texts) if texts.is_empty() => return None,
        Entry::Texts(texts) => Value::Array(texts.iter().collect::<Array>()),
        Entry::Date(date) => dated(*date),
    })
}

/// A whole day is one of TOML's own; what TOML has no words for stands as text.
fn dated(date: PartialDate) -> Value {
    let text = date.to_string();
    match text.parse::<Datetime>() {
        Ok(day) => day.into(),
        Err(_) => text.into(),
    }
}

/// Notes who stated what; nothing is noted of what was taken back.
fn remember(entry: &mut Table, changes: &[Change<'_>], told: &Told) -> Result<(), NotWritten> {
    const KEY: &str = "stated";
    let stated = table(entry, KEY)?;
    stated.set_dotted(true);
    for (key, change) in changes {
        let mut line = InlineTable::new();
        if let Some(by) = &told.by {
            line.insert("by", by.as_str().into());
        }
        if let Some(at) = told.at {
            line.insert("at", dated(at));
        }
        if value(change).is_none() || line.is_empty() {
            stated.remove(key);
        } else {
            stated.insert(key, Item::Value(Value::InlineTable(line)));
        }
    }
    if stated.is_empty() {
        entry.remove(KEY);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ArchiveConfig;

    const SETTINGS: &str = "# Kho của xã\ntitle = \"Tin xã\"  # tên\n\n[articles.\"b.txt\"]\n\
        # vì sao\nunit = \"xa-a\"   # xã\nnote = \"ghi\"\n\n[people]\nindex = true\n";

    fn told(by: &str) -> Told {
        Told { by: Some(by.to_owned()), at: "2026-10-14".parse().ok() }
    }

    fn text(text: &str) -> Entry {
        Entry::Text(text.to_owned())
    }

    #[test]
    fn what_is_stated_is_read_back_and_the_rest_stays() {
        let changes = [
            ("title", text("Tựa \"mới\"")),
            ("published", Entry::Date("2020-10-15".parse().unwrap())),
            ("event", Entry::Date("2020-10".parse().unwrap())),
            ("bylines", Entry::Texts(vec!["Lan".to_owned(), "Hoa".to_owned()])),
            ("left_out", Entry::Flag(true)),
        ];
        let changed = state(SETTINGS, "a/tệp 1.txt", &changes, &told("Mai")).unwrap();
        for line in SETTINGS.lines() {
            assert!(changed.contains(line), "{line} in\n{changed}");
        }
        let (config, problems) = ArchiveConfig::parse(changed.as_bytes());
        assert_eq!(problems, []);
        let statement = &config.articles["a/tệp 1.txt"];
        assert_eq!(statement.title.as_deref(), Some("Tựa \"mới\""));
        assert_eq!(statement.published.unwrap().to_string(), "2020-10-15");
        assert_eq!(statement.event.unwrap().to_string(), "2020-10");
        assert_eq!(statement.bylines, ["Lan", "Hoa"]);
        assert!(statement.left_out);
        assert_eq!(statement.told["title"], told("Mai"));
    }

    #[test]
    fn a_value_is_changed_where_it_stands() {
        let changed = state(SETTINGS, "b.txt", &[("unit", text("xa-b"))], &told("Mai")).unwrap();
        assert!(changed.contains("# vì sao\nunit = \"xa-b\"   # xã\nnote"), "{changed}");
        let again = state(&changed, "b.txt", &[("unit", text("xa-c"))], &told("Hoa")).unwrap();
        let (config, problems) = ArchiveConfig::parse(again.as_bytes());
        assert_eq!(problems, []);
        assert_eq!(config.articles["b.txt"].unit.as_ref().unwrap().as_str(), "xa-c");
        assert_eq!(config.articles["b.txt"].told["unit"], told("Hoa"));
    }

    #[test]
    fn what_is_taken_back_leaves_nothing() {
        let changed = state(SETTINGS, "a.txt", &[("title", text("T"))], &told("Mai")).unwrap();
        let back = state(&changed, "a.txt", &[("title", Entry::Nothing)], &told("Mai")).unwrap();
        assert_eq!(
            ArchiveConfig::parse(back.as_bytes()),
            ArchiveConfig::parse(SETTINGS.as_bytes())
        );
        assert!(!back.contains("a.txt"), "{back}");
    }

    #[test]
    fn the_archive_and_its_units() {
        let changed =
            about(SETTINGS, &[("title", text("Tin phường")), ("contact", text("a@b.vn"))]);
        let changed = changed.unwrap();
        assert!(changed.contains("title = \"Tin phường\"  # tên"), "{changed}");
        let added = add_unit(&changed, "xa-a", UnitKind::Commune, "Xã A").unwrap();
        let (config, problems) = ArchiveConfig::parse(added.as_bytes());
        assert_eq!(problems, []);
        assert_eq!(config.about.contact.as_deref(), Some("a@b.vn"));
        assert_eq!((config.units.len(), config.units[0].1.kind), (1, UnitKind::Commune));
        let removed = remove_unit(&added, "xa-a").unwrap();
        assert_eq!(ArchiveConfig::parse(removed.as_bytes()).0.units, []);
    }

    #[test]
    fn what_cannot_be_written_is_refused() {
        let refused = state("title = ", "a.txt", &[("title", text("T"))], &told("Mai"));
        assert!(matches!(refused, Err(NotWritten::NotToml(_))), "{refused:?}");
        let refused = state("articles = 5", "a.txt", &[("title", text("T"))], &told("Mai"));
        assert_eq!(refused, Err(NotWritten::Other("articles".to_owned())));
        let refused = add_unit("units = []", "xa-a", UnitKind::Commune, "Xã A");
        assert_eq!(refused, Err(NotWritten::Other("units".to_owned())));
    }
}
