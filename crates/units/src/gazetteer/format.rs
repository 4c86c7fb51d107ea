//! The gazetteer's file: one line a place, written and read here.
//!
//! ```text
//! #gazetteer 1
//! #source …                                    where it is from; any number of lines
//! #days 2016-12-27 2019-09-11 … 2025-07-01     days of the official lists; the last is the reform
//! 101⇥Thành phố Hà Nội⇥0-21                    tier 1, code 01, seen on the lists 0 to 21
//! 2004⇥Quận Long Biên                          tier 2, code 004
//! 300124⇥Phường Đức Giang⇥⇥00118~ 00127+       tier 3; became parts of two
//! 400127⇥Phường Việt Hưng                      tier 4: a commune since the reform
//! ```
//!
//! Columns: tier and code; name; tenures `parent@first-last`, apart by commas; heirs, apart by
//! spaces; other spellings, apart by semicolons. Empty columns at the end are left out. A tenure
//! without parent is under the line of the tier above that stands before; without tenures, a place
//! lived through all lists of its tier. An heir is a code of tier 4 (for a province, of tier 1), or
//! `>`, the place that has the code next; `~` after it says a part, `+` the main part.

use calendar::Date;

use super::{Part, Tenure, Tier};

/// First line.
const HEAD: &str = "#gazetteer 1";

/// What the file holds, before it is checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Where it is from.
    pub sources: Vec<String>,
    /// Days of the official lists, in order; the last is the reform's.
    pub days: Vec<Date>,
    /// Places, each below the place it is in.
    pub rows: Vec<Row>,
}

/// A place as the file tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its tier.
    pub tier: Tier,
    /// Its official code: codes are reused, and name nothing by themselves.
    pub code: u32,
    /// Its name, kind included.
    pub name: String,
    /// Where it was, when; empty means under the row above it for all lists of its tier.
    pub tenures: Vec<Tenure>,
    /// What became of it.
    pub heirs: Vec<HeirRow>,
    /// Other official spellings.
    pub spellings: Vec<String>,
}

/// What became of a place, as the file tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeirRow {
    /// The heir's code; `None` means the next place of the same code and tier.
    pub code: Option<u32>,
    /// How much.
    pub part: Part,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the gazetteer: expected {expected}")]
pub struct GazetteerError {
    /// From 1.
    pub line: usize,
    /// What should stand there.
    pub expected: &'static str,
}

/// Writes a table.
pub fn write(table: &Table) -> String {
    let mut out = format!("{HEAD}\n");
    for source in &table.sources {
        out.push_str(&format!("#source {source}\n"));
    }
    let days: Vec<String> = table.days.iter().map(Date::to_string).collect();
    out.push_str(&format!("#days {}\n", days.join(" ")));
    for row in &table.rows {
        let tenures: Vec<String> = row.tenures.iter().map(|t| tenure_text(row.tier, t)).collect();
        let heirs: Vec<String> = row.heirs.iter().map(|heir| heir_text(row.tier, *heir)).collect();
        let columns = [
            format!("{}{}", row.tier.digit(), code_text(row.tier, row.code)),
            row.name.clone(),
            tenures.join(","),
            heirs.join(" "),
            row.spellings.join(";"),
        ];
        out.push_str(columns.join("\t").trim_end_matches('\t'));
        out.push('\n');
    }
    out
}

fn code_text(tier: Tier, code: u32) -> String {
    match tier {
        Tier::Province => format!("{code:02}"),
        Tier::District => format!("{code:03}"),
        Tier::Commune | Tier::NewCommune => format!("{code:05}"),
    }
}

fn tenure_text(tier: Tier, tenure: &Tenure) -> String {
    let above = tier.above().zip(tenure.parent);
    let parent = above.map(|(tier, code)| format!("{}@", code_text(tier, code)));
    format!("{}{}-{}", parent.unwrap_or_default(), tenure.first, tenure.last)
}

fn heir_text(tier: Tier, heir: HeirRow) -> String {
    let name = heir.code.map_or_else(|| ">".to_owned(), |code| code_text(tier.heirs(), code));
    let mark = match heir.part {
        Part::Whole => "",
        Part::Main => "+",
        Part::Some => "~",
    };
    format!("{name}{mark}")
}

/// Reads a table.
///
/// # Errors
/// The first line that is not as described.
pub fn read(text: &str) -> Result<Table, GazetteerError> {
    let mut table = Table::default();
    for (line, content) in (1..).zip(text.lines()) {
        let wrong = |expected| GazetteerError { line, expected };
        if line == 1 {
            (content == HEAD).then_some(()).ok_or(wrong(HEAD))?;
        } else if let Some(source) = content.strip_prefix("#source ") {
            table.sources.push(source.to_owned());
        } else if let Some(days) = content.strip_prefix("#days ") {
            let days: Result<_, _> = days.split(' ').map(str::parse).collect();
            table.days = days.map_err(|_| wrong("days as YYYY-MM-DD"))?;
            if table.days.len() < 2 || !table.days.is_sorted() {
                return Err(wrong("at least two days, in order"));
            }
        } else {
            table.rows.push(row(content, table.days.len()).map_err(wrong)?);
        }
    }
    if table.days.is_empty() {
        return Err(GazetteerError { line: 1, expected: HEAD });
    }
    Ok(table)
}

fn row(line: &str, days: usize) -> Result<Row, &'static str> {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or_default();
    let (head, name, tenures, heirs, spellings) = (next(), next(), next(), next(), next());
    let digit = head.get(..1).unwrap_or_default();
    let tier = Tier::of_digit(digit).ok_or("a tier from 1 to 4")?;
    let code = head[1..].parse().map_err(|_| "a code after the tier")?;
    if name.is_empty() {
        return Err("a name");
    }
    let split = |text: &str, separator: char| -> Vec<String> {
        text.split(separator).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    Ok(Row {
        tier,
        code,
        name: name.to_owned(),
        tenures: split(tenures, ',').iter().map(|t| tenure(t, days)).collect::<Result<_, _>>()?,
        heirs: split(heirs, ' ').iter().map(|heir| heir_of(heir)).collect::<Result<_, _>>()?,
        spellings: split(spellings, ';'),
    })
}

fn tenure(text: &str, days: usize) -> Result<Tenure, &'static str> {
    const EXPECTED: &str = "a tenure as parent@first-last, within the days";
    let (parent, lists) = match text.split_once('@') {
        Some((parent, lists)) => (Some(parent.parse().map_err(|_| EXPECTED)?), lists),
        None => (None, text),
    };
    let (first, last) = lists.split_once('-').ok_or(EXPECTED)?;
    let (first, last): (u8, u8) = first.parse().ok().zip(last.parse().ok()).ok_or(EXPECTED)?;
    if first > last || usize::from(last) >= days {
        return Err(EXPECTED);
    }
    Ok(Tenure { parent, first, last })
}

fn heir_of(text: &str) -> Result<HeirRow, &'static str> {
    let (name, part) = match text.as_bytes().last() {
        Some(b'~') => (&text[..text.len() - 1], Part::Some),
        Some(b'+') => (&text[..text.len() - 1], Part::Main),
        _ => (text, Part::Whole),
    };
    let code = match name {
        ">" => None,
        code => Some(code.parse().map_err(|_| "a code, or >, as heir")?),
    };
    Ok(HeirRow { code, part })
}
