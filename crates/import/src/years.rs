//! The one year that an article speaks of, for days printed without theirs.
//!
//! Two things tell it: the second day of a kept anniversary, "(15/10/1930-15/10/2020)", near which
//! the report lies; else the year of a running count, "9 tháng đầu năm 2020", "quý IV/2020". Years
//! that disagree tell nothing. A year that is merely mentioned is no sign: tried on 6,000 real
//! articles of known date, it was right in two of five. Periods ("2017-2020"), numbers of documents
//! ("08/2016/NĐ-CP") and the site's own lines are none either.

use calendar::Date;
use model::article::{Block, BlockKind};

use crate::when::full_dates;
use crate::words::{fold, is_space};

/// Vietnam went online on 19 November 1997: no page is older.
pub(crate) const FIRST: i32 = 1997;
/// No report is written later than any clock a builder's machine can show.
const LAST: i32 = 2199;

/// What a day's year is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Context {
    /// The day of publication, or of the anniversary being kept: the nearest such day is meant.
    Near(Date),
    /// The year the text reports on. In the first months of a year, reports are on the year before:
    /// days up to March stay without a year.
    Year(i32),
}

/// The last month in which a report on the past year is common.
const REPORTS_UNTIL: u32 = 3;

impl Context {
    /// The year of a day printed without one.
    pub(crate) fn year_of(self, day: u32, month: u32) -> Option<i32> {
        match self {
            Self::Near(date) => nearest_year(day, month, date),
            Self::Year(year) => (month > REPORTS_UNTIL).then_some(year),
        }
    }
}

/// The year in which a day lies nearest to another.
fn nearest_year(day: u32, month: u32, to: Date) -> Option<i32> {
    let distance = |date: &Date| (date.days_since_epoch() - to.days_since_epoch()).abs();
    (to.year() - 1..=to.year() + 1)
        .filter_map(|year| Date::new(year, month, day).ok())
        .min_by_key(distance)
        .map(Date::year)
}

/// Signs of the year a text is written in.
#[derive(Default)]
struct Signs {
    pairs: Vec<Date>,
    years: Vec<i32>,
}

/// The context, from the publication day or from the text.
pub(crate) fn context(text: &str, blocks: &[Block], published: Option<Date>) -> Option<Context> {
    if let Some(published) = published {
        return Some(Context::Near(published));
    }
    let mut signs = Signs::default();
    let read = |kind: BlockKind| kind.is_body() || kind == BlockKind::Title;
    for block in blocks.iter().filter(|block| read(block.kind)) {
        if let Some(text) = block.span.of(text) {
            signs.read(text);
        }
    }
    if let Some(first) = signs.pairs.first() {
        let years: Vec<i32> = signs.pairs.iter().map(|date| date.year()).collect();
        return single(&years).map(|_| Context::Near(*first));
    }
    single(&signs.years).map(Context::Year)
}

fn single(years: &[i32]) -> Option<i32> {
    let first = *years.first()?;
    years.iter().all(|&year| year == first).then_some(first)
}

impl Signs {
    fn read(&mut self, text: &str) {
        let full: Vec<_> = full_dates(text).collect();
        let online = |date: &Date| (FIRST..=LAST).contains(&date.year());
        for pair in full.windows(2) {
            let between = text.get(pair[0].1.end..pair[1].1.start).unwrap_or("?");
            let dash = |c: char| is_space(c) || matches!(c, '-' | '–' | '—' | '/');
            let kept = pair[0].0.month() == pair[1].0.month() && pair[0].0.day() == pair[1].0.day();
            if kept && between.chars().all(dash) && online(&pair[1].0) {
                self.pairs.push(pair[1].0);
            }
        }
        let in_date = |at: usize| {
            let next = full.partition_point(|(_, range)| range.end <= at);
            full.get(next).is_some_and(|(_, range)| range.start <= at)
        };
        for (at, year) in years(text).filter(|(at, _)| !in_date(*at)) {
            if is_sign(&fold(&tail(&text[..at])), text[..at].ends_with('/')) {
                self.years.push(year);
            }
        }
    }
}

/// The last characters before a year: enough for "6 tháng đầu năm".
fn tail(text: &str) -> String {
    const LOOK: usize = 30;
    let start = text.char_indices().rev().nth(LOOK).map_or(0, |(at, _)| at);
    text[start..].to_owned()
}

/// "… tháng đầu năm 2020", "quý IV/2020", "còn lại của năm 2020", "tháng 10/2020".
fn is_sign(before: &str, slash: bool) -> bool {
    let words: Vec<&str> = before.split(' ').rev().map(|w| w.trim_matches(['/', ','])).collect();
    let near = |word: &str, reach: usize| words.iter().take(reach).any(|w| *w == word);
    let quarter = if slash { near("quy", 2) } else { words[0] == "nam" && near("quy", 3) };
    let months = words[0] == "nam" && near("dau", 2) && near("thang", 4);
    quarter || months || before.ends_with("con lai cua nam")
}

/// Four-digit years that are not part of a period, a longer number or a document's number.
fn years(text: &str) -> impl Iterator<Item = (usize, i32)> + '_ {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).filter_map(move |at| {
        let starts = bytes[at].is_ascii_digit() && !digit(at.checked_sub(1));
        let year: i32 = starts.then(|| text.get(at..at + 4)?.parse().ok())??;
        let after = text[at + 4..].trim_start_matches([' ', '\u{a0}']);
        let before = text[..at].trim_end_matches([' ', '\u{a0}']);
        let period = after
            .strip_prefix(['-', '–', '—', '/'])
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_alphanumeric()))
            || (before.ends_with(['-', '–', '—'])
                && before
                    .trim_end_matches(['-', '–', '—', ' ', '\u{a0}'])
                    .ends_with(|c: char| c.is_ascii_digit()));
        let number =
            digit(Some(at + 4)) || text[at + 4..].starts_with(['.', ',']) && digit(Some(at + 5));
        let fits =
            !period && !number && !before.ends_with(['.', ',']) && (FIRST..=LAST).contains(&year);
        fits.then_some((at, year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, day: (u32, u32), expected: Option<i32>) {
        let block = Block { kind: BlockKind::Paragraph, span: model::Span::new(0..text.len()) };
        let year = context(text, &[block], None).and_then(|context| context.year_of(day.0, day.1));
        assert_eq!(year, expected, "{text}");
    }

    #[test]
    fn the_year_spoken_of() {
        let october = (12, 10);
        check("Trong 9 tháng đầu năm 2020; nhiệm kỳ 2020-2025; 2017 – 2020", october, Some(2020));
        check("nhiệm vụ trọng tâm quý IV/2020 và các năm 2018, 2019", october, Some(2020));
        check("kỷ niệm 87 năm (15-10-1930-15-10-2017)", october, Some(2017));
        check("kỷ niệm 20 năm (1/1/1997-1/1/2017)", (31, 12), Some(2016));
    }

    #[test]
    fn no_year_or_several() {
        let october = (12, 10);
        check("tổng kết năm 2019, nhiệm vụ năm 2020", october, None);
        check("tổng kết công tác năm 2019", october, None);
        check("so với quý IV/2019", (9, 1), None);
        check("6 tháng đầu năm 2019 so với 6 tháng đầu năm 2018", october, None);
        check("Nghị định 08/2016/NĐ-CP", october, None);
        check("thành lập năm 1930", october, None);
        check("nhiệm kỳ 2015-2020", october, None);
        check("giai đoạn 1/1/2016-31/12/2020", october, None);
        check("12.020 đồng, 2020.500 tấn", october, None);
        check("", october, None);
    }

    #[test]
    fn near_a_publication_day() {
        let published = Date::new(2020, 1, 2).unwrap();
        let year = |day, month| Context::Near(published).year_of(day, month);
        assert_eq!((year(31, 12), year(1, 1), year(5, 3)), (Some(2019), Some(2020), Some(2020)));
        assert_eq!(Context::Near(Date::new(2021, 3, 1).unwrap()).year_of(29, 2), Some(2020));
    }
}
