//! Lines of the official tables, and the names in them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

/// A line of a table, by column.
pub(super) type Line = BTreeMap<String, String>;

pub(super) fn tsv(path: &Path) -> Result<Vec<Line>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut lines = text.lines().map(|line| line.split('\t'));
    let head: Vec<&str> = lines.next().context("an empty table")?.collect();
    Ok(lines
        .map(|cells| {
            head.iter().zip(cells).map(|(key, cell)| ((*key).to_owned(), cell.to_owned())).collect()
        })
        .collect())
}

pub(super) fn cell<'a>(line: &'a Line, key: &str) -> Result<&'a str> {
    line.get(key).map(String::as_str).with_context(|| format!("a line without {key}: {line:?}"))
}

pub(super) fn code(line: &Line, key: &str) -> Result<u32> {
    cell(line, key)?.parse().with_context(|| format!("{key} is no number: {line:?}"))
}

/// A name as it is kept: the kind's second word in lower case ("Thị trấn"), the first in upper.
pub(super) fn tidy(name: &str) -> String {
    let mut name = name.split_whitespace().collect::<Vec<_>>().join(" ").replace('’', "'");
    for (wrong, right) in [
        ("Thị Trấn ", "Thị trấn "),
        ("Thi trấn ", "Thị trấn "),
        ("Thị Xã ", "Thị xã "),
        ("Thành Phố ", "Thành phố "),
        ("xã ", "Xã "),
    ] {
        if let Some(rest) = name.strip_prefix(wrong) {
            name = format!("{right}{rest}");
        }
    }
    // One line of the lists lacks the word for its kind.
    let has_kind = KINDS.iter().any(|kind| key(&name).starts_with(kind));
    if has_kind { name } else { format!("Xã {name}") }
}

pub(super) const KINDS: &[&str] = &[
    "thành phố ",
    "thị trấn ",
    "thị xã ",
    "đặc khu ",
    "tỉnh ",
    "quận ",
    "huyện ",
    "phường ",
    "xã ",
];

/// A name as names are compared.
pub(super) fn key(name: &str) -> String {
    viet::tokens(name).map(|token| viet::canonical(token.text)).collect::<Vec<_>>().join(" ")
}

/// A name without the word for its kind.
pub(super) fn proper(name: &str) -> String {
    let words = key(name);
    KINDS.iter().find_map(|kind| words.strip_prefix(kind)).unwrap_or(&words).to_owned()
}
