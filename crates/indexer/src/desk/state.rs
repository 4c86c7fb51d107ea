//! What a clerk states, as it is written into archive.toml.

use bindery::ArchiveConfig;
use bindery::config::edit::{self, Entry, NotWritten};
use bindery::config::{Statement, Told};
use bindery::set;
use calendar::{Date, PartialDate};
use protocol::desk::{Key, Stated};

/// The key of archive.toml.
fn key(of: Key) -> &'static str {
    match of {
        Key::Title => "title",
        Key::Section => "section",
        Key::Published => "published",
        Key::Event => "event",
        Key::Bylines => "bylines",
        Key::Unit => "unit",
        Key::Encoding => "encoding",
        Key::Note => "note",
        Key::LeftOut => "left_out",
        Key::DistinctFrom => "distinct_from",
    }
}

/// archive.toml after some statements on an article.
pub(super) fn written(
    settings: &str,
    name: &str,
    changes: &[(Key, String)],
    by: &str,
    at: &str,
) -> Result<String, NotWritten> {
    let by = by.trim();
    let told = Told { by: (!by.is_empty()).then(|| by.to_owned()), at: at.parse().ok() };
    let entry = |(of, value): &(Key, String)| Ok((key(*of), entry(*of, value.trim())?));
    let changes: Result<Vec<_>, NotWritten> = changes.iter().map(entry).collect();
    edit::state(settings, name, &changes?, &told)
}

/// A text, or nothing when it is blank.
pub(super) fn text(value: &str) -> Entry {
    match value.trim() {
        "" => Entry::Nothing,
        value => Entry::Text(value.to_owned()),
    }
}

fn entry(of: Key, value: &str) -> Result<Entry, NotWritten> {
    Ok(match of {
        Key::Title | Key::Section | Key::Unit | Key::Encoding | Key::Note => text(value),
        Key::Published | Key::Event if value.is_empty() => Entry::Nothing,
        Key::Published | Key::Event => {
            Entry::Date(date(value).ok_or_else(|| NotWritten::NoDate(value.to_owned()))?)
        }
        Key::Bylines | Key::DistinctFrom => {
            let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
            Entry::Texts(lines.map(str::to_owned).collect())
        }
        Key::LeftOut => Entry::Flag(value == "true"),
    })
}

/// A date as archives write it or as people do: 2026-10-14, 14/10/2026, 10/2026, 2026.
fn date(typed: &str) -> Option<PartialDate> {
    if let Ok(date) = typed.parse() {
        return Some(date);
    }
    let parts: Option<Vec<u32>> =
        typed.split(['/', '-', '.']).map(|part| part.trim().parse().ok()).collect();
    match *parts? {
        [day, month, year] => {
            let date = Date::new(i32::try_from(year).ok()?, month, day).ok()?;
            date.to_string().parse().ok()
        }
        [month, year] => format!("{year:04}-{month:02}").parse().ok(),
        _ => None,
    }
}

/// archive.toml with another unit, called so.
pub(super) fn with_unit(
    settings: &str,
    config: &ArchiveConfig,
    name: &str,
) -> Result<String, NotWritten> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut id = viet::fold_slug(&name);
    id.truncate(60);
    let id = id.trim_matches('-');
    let is_taken = |unit: &model::Unit| unit.id.as_str() == id;
    if id.parse::<model::UnitId>().is_err() || config.units.iter().any(|(_, unit)| is_taken(unit)) {
        return Err(NotWritten::NoUnit(name));
    }
    edit::add_unit(settings, id, set::kind_of(&name), &name)
}

/// The statements on an article, as they would be asked for.
pub(super) fn stated(statement: &Statement) -> Vec<Stated> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let date = |value: Option<PartialDate>| value.map(|date| date.to_string()).unwrap_or_default();
    let values = [
        (Key::Title, text(&statement.title)),
        (Key::Section, text(&statement.section)),
        (Key::Published, date(statement.published)),
        (Key::Event, date(statement.event)),
        (Key::Bylines, statement.bylines.join("\n")),
        (Key::Unit, statement.unit.as_ref().map(ToString::to_string).unwrap_or_default()),
        (Key::Encoding, statement.encoding.map(|it| it.code().to_owned()).unwrap_or_default()),
        (Key::Note, statement.note.clone()),
        (Key::LeftOut, if statement.left_out { "true".to_owned() } else { String::new() }),
        (Key::DistinctFrom, statement.distinct_from.join("\n")),
    ];
    let told = |(of, value): (Key, String)| {
        let told = statement.told.get(key(of)).cloned().unwrap_or_default();
        let at = told.at.map(|at| at.to_string()).unwrap_or_default();
        Stated { key: of, value, by: told.by.unwrap_or_default(), at }
    };
    values.into_iter().filter(|(_, value)| !value.is_empty()).map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (typed, date_) in [
            ("2026-10-14", "2026-10-14"),
            ("14/10/2026", "2026-10-14"),
            ("4/3/2026", "2026-03-04"),
            ("14-10-2026", "2026-10-14"),
            ("10/2026", "2026-10"),
            ("2026", "2026"),
        ] {
            assert_eq!(date(typed).map(|date| date.to_string()).as_deref(), Some(date_), "{typed}");
        }
        for typed in ["31/2/2026", "hôm qua", "14/10", "", "1/2/3/4", "13/2026"] {
            assert_eq!(date(typed), None, "{typed}");
        }
    }
}
