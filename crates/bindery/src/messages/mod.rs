//! Everything that is said to a clerk, in Vietnamese and in English. One function for each kind of
//! thing; nothing else in this workspace's native half writes sentences.

mod en;
mod vi;

use calendar::PartialDate;
use model::Status;

use crate::config::edit::NotWritten;
use crate::problem::{Problem, Severity, What};
use crate::report::{Field, Report};

/// A language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

/// A problem as one line: severity, place, sentence.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let severity = severity(problem.severity, lang);
    format!("{severity}: {}: {}", place(problem), sentence(problem, lang))
}

/// A problem's file and line: `archive.toml:12`.
pub fn place(problem: &Problem) -> String {
    match problem.line {
        Some(line) => format!("{}:{line}", problem.file),
        None => problem.file.clone(),
    }
}

/// What is wrong and what to do, without the place.
pub fn sentence(problem: &Problem, lang: Lang) -> String {
    what(&problem.what, lang)
}

/// The same, of a problem that has no file.
pub fn what(what: &What, lang: Lang) -> String {
    match lang {
        Lang::Vi => vi::what(what),
        Lang::En => en::what(what),
    }
}

/// The whole report.
pub fn report(report: &Report, lang: Lang) -> String {
    match lang {
        Lang::Vi => vi::report(report),
        Lang::En => en::report(report),
    }
}

/// What a field of an article is called.
pub fn field(field: Field, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => vi::field(field),
        Lang::En => en::field(field),
    }
}

/// What it is called how a fact is known.
pub fn status(status: Status, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => vi::status(status),
        Lang::En => en::status(status),
    }
}

/// How bad a problem is, in a word.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::Vi) => "lỗi",
        (Severity::Warning, Lang::Vi) => "lưu ý",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::En) => "warning",
    }
}

/// A date as it is written in Vietnam: 14/10/2020, 10/2020, 2020.
pub fn date(date: PartialDate) -> String {
    let two = |n: u8| format!("{n:02}");
    let time = date.time().map(|time| format!(" {}:{}", two(time.hour), two(time.minute)));
    let day = date.day().map(|day| format!("{}/", two(day.day())));
    let month = date.month().map(|month| format!("{}/", two(month)));
    let [day, month, time] = [day, month, time].map(Option::unwrap_or_default);
    format!("{day}{month}{}{time}", date.year())
}

/// Why `archive.json` cannot be read, and what to do.
pub fn manifest(error: &model::bundle::ManifestError, lang: Lang) -> String {
    match lang {
        Lang::Vi => vi::manifest(error),
        Lang::En => error.to_string(),
    }
}

/// Why what a clerk stated could not be written into archive.toml, and what to do.
pub fn not_written(why: &NotWritten, lang: Lang) -> String {
    match lang {
        Lang::Vi => vi::not_written(why),
        Lang::En => en::not_written(why),
    }
}

/// A file that was there is no longer to be had.
pub fn lost_file(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => vi::LOST_FILE,
        Lang::En => en::LOST_FILE,
    }
}

/// A number of bytes for people: 812 B, 3,2 kB, 51 MB.
pub fn size(bytes: u64, lang: Lang) -> String {
    let comma = if lang == Lang::Vi { ',' } else { '.' };
    const UNITS: [&str; 3] = ["kB", "MB", "GB"];
    if bytes < 1000 {
        return format!("{bytes} B");
    }
    // Tenths of the unit, rounded.
    let mut tenths = bytes.saturating_add(50) / 100;
    let mut unit = 0;
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths = (tenths + 500) / 1000;
        unit += 1;
    }
    let (whole, tenth) = (tenths / 10, tenths % 10);
    match tenth {
        0 => format!("{whole} {}", UNITS[unit]),
        _ => format!("{whole}{comma}{tenth} {}", UNITS[unit]),
    }
}

/// Hundredths as people write them: 1,43; 4,5; 7.
fn hundredth(hundredths: u16, comma: char) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}{comma}{}", rest / 10),
        _ => format!("{whole}{comma}{rest:02}"),
    }
}

/// Whether a colour, `#rrggbb`, is nearer to white than to black.
fn is_light(colour: &str) -> bool {
    // The first figure of green, which counts most.
    colour.as_bytes().get(3).is_some_and(|figure| !matches!(figure, b'0'..=b'7'))
}

/// `report.rs` keeps dates in their written form; shown as people write them.
pub fn shown(value: &str) -> String {
    value.parse().map_or_else(|_| value.to_owned(), date)
}

#[cfg(test)]
mod tests;
