//! The one year that an article speaks of, for days printed without theirs.
//!
//! Strong signs name the year the report was written in: "9 tháng đầu năm 2020", "quý IV/2020", the
//! second day of "(15/10/1930-15/10/2020)". Weak signs are other years of the web's lifetime. One
//! strong year decides; without any, one weak year does. Two of a kind decide nothing. Periods
//! ("2017-2020"), numbers of documents ("08/2016/NĐ-CP") and the site's own lines are no signs.

use calendar::Date;
use model::article::{Block, BlockKind};

use crate::when::full_dates;
use crate::words::fold;

/// Vietnam went online on 19 November 1997: no page is older.
pub(crate) const FIRST: i32 = 1997;
/// No report is written later than any clock a builder's machine can show.
const LAST: i32 = 2199;

/// The year, from the publication day or from the text.
pub(crate) fn context(text: &str, blocks: &[Block], published: Option<Date>) -> Option<i32> {
    if let Some(published) = published {
        return Some(published.year());
    }
    let mut strong = Vec::new();
    let mut weak = Vec::new();
    let read = |kind: BlockKind| kind.is_body() || kind == BlockKind::Title;
    for block in blocks.iter().filter(|block| read(block.kind)) {
        if let Some(text) = block.span.of(text) {
            signs(text, &mut strong, &mut weak);
        }
    }
    single(&strong).or_else(|| if strong.is_empty() { single(&weak) } else { None })
}

fn single(years: &[i32]) -> Option<i32> {
    let first = *years.first()?;
    years.iter().all(|&year| year == first).then_some(first)
}

fn signs(text: &str, strong: &mut Vec<i32>, weak: &mut Vec<i32>) {
    let full: Vec<_> = full_dates(text).collect();
    for pair in full.windows(2) {
        let between = text.get(pair[0].1.end..pair[1].1.start).unwrap_or("?");
        let joined = between.trim().trim_matches(['-', '–', '—', '/']).trim().is_empty();
        if joined && (FIRST..=LAST).contains(&pair[1].0) {
            strong.push(pair[1].0);
        }
    }
    let in_pair = |at: usize| {
        let next = full.partition_point(|(_, range)| range.end <= at);
        full.get(next).is_some_and(|(_, range)| range.start <= at)
    };
    for (at, year) in years(text).filter(|(at, _)| !in_pair(*at)) {
        let before: String =
            text[..at].chars().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect();
        if is_strong(&fold(&before), text[..at].ends_with('/')) {
            strong.push(year);
        } else if !text[..at].ends_with('/') {
            weak.push(year);
        }
    }
    weak.extend(full.iter().map(|(year, _)| *year).filter(|year| (FIRST..=LAST).contains(year)));
}

/// "… tháng đầu năm 2020", "quý IV/2020", "còn lại của năm 2020", "tháng 10/2020".
fn is_strong(before: &str, slash: bool) -> bool {
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

    fn check(text: &str, expected: Option<i32>) {
        let block = Block { kind: BlockKind::Paragraph, span: model::Span::new(0..text.len()) };
        assert_eq!(context(text, &[block], None), expected, "{text}");
    }

    #[test]
    fn the_year_spoken_of() {
        check("Trong 9 tháng đầu năm 2020; nhiệm kỳ 2020-2025; giai đoạn 2017 – 2020", Some(2020));
        check("nhiệm vụ trọng tâm quý IV/2020 và các năm 2018, 2019", Some(2020));
        check("kỷ niệm 87 năm (15-10-1930-15-10-2017)", Some(2017));
        check("tổng kết công tác năm 2019", Some(2019));
    }

    #[test]
    fn no_year_or_several() {
        check("tổng kết năm 2019, nhiệm vụ năm 2020", None);
        check("6 tháng đầu năm 2019 so với 6 tháng đầu năm 2018", None);
        check("Nghị định 08/2016/NĐ-CP", None);
        check("thành lập năm 1930", None);
        check("nhiệm kỳ 2015-2020", None);
        check("12.020 đồng, 2020.500 tấn", None);
        check("", None);
    }
}
