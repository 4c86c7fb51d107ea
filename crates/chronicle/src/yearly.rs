//! Days of every year that an article names with their day but no year: "Ngày Quốc tế Phụ nữ 8/3",
//! "Giỗ Tổ Hùng Vương (10/3 âm lịch)".
//!
//! Only names that the vocabulary knows are read, after the word "ngày" or as they stand for days
//! that are called so by themselves: any other day in figures beside a name may be anything.

use std::ops::Range;

use calendar::AnnualDay;
use model::Span;
use model::chronicle::AnniversaryKind;

use crate::anniversary::known_name;
use crate::date::{DateValue, DayMonth, day_month_in_figures};
use crate::passage::Passage;
use crate::token::{Token, span};
use crate::vocabulary::Vocabulary;

/// A day of every year named in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDay {
    /// Which national day, an index of the vocabulary.
    pub(crate) subject: usize,
    /// What is remembered.
    pub kind: AnniversaryKind,
    /// The day.
    pub day: AnnualDay,
    /// The name, as printed.
    pub name: Span,
    /// Name and day.
    pub at: Span,
    /// The sentence around them.
    pub sentence: Span,
}

/// The days named in a block, in order of place. What is told within `taken` (mentions of
/// anniversaries) is not told again.
pub(crate) fn find(passage: &Passage, taken: &[Span]) -> Vec<FoundDay> {
    let mut found = Vec::new();
    for sentence in &passage.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            match named(passage, sentence, at) {
                Some((day, end)) => {
                    let told = taken.iter().any(|span| span.contains(day.name));
                    found.extend(Some(day).filter(|_| !told));
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn named(passage: &Passage, sentence: &Range<usize>, at: usize) -> Option<(FoundDay, usize)> {
    let vocabulary = Vocabulary::get();
    let tokens = &passage.tokens[..sentence.end];
    if !tokens[at].is_word() {
        return None;
    }
    let kind_words = vocabulary.kind_words.longest(&tokens[at..]);
    let plain = usize::from(tokens[at].is("ngày"));
    let lead = kind_words.map_or(plain, |(taken, _)| taken.max(plain));
    let (taken, subject) = known_name(tokens.get(at + lead..)?)?;
    let by_itself = vocabulary.day_kind(subject) == AnniversaryKind::Event;
    // "Quốc khánh 2/9" is a name by itself, and its end is the day.
    let mut end = at + lead + taken;
    if end >= at + lead + 3 && day_month_in_figures(tokens, end - 3).is_some_and(|(_, e)| e == end)
    {
        end -= 3;
    }
    // "tổ chức" and "văn phòng" name a day only where the text calls it one.
    if !(tokens[at].is("ngày") || by_itself) {
        return None;
    }
    let (day, after) = day_after(passage, tokens, end)?;
    let kind =
        kind_words.map_or(vocabulary.day_kind(subject), |(_, entry)| vocabulary.kind(entry).0);
    let found = FoundDay {
        subject,
        kind,
        day,
        // "Ngày Nhà giáo Việt Nam", but "thành lập Đoàn" of "ngày thành lập Đoàn".
        name: span(&tokens[at + usize::from(plain > 0 && !tokens[at].is_capital())..end])?,
        at: span(&tokens[at..after])?,
        sentence: span(&passage.tokens[sentence.clone()])?,
    };
    Some((found, after))
}

/// "8/3", "(20/11)", "10/3 âm lịch" right after a name, and the index after it; a day with its year
/// is none of every year.
fn day_after(passage: &Passage, tokens: &[Token], end: usize) -> Option<(AnnualDay, usize)> {
    const BETWEEN: [&str; 5] = ["(", ",", "ngày", "-", "mùng"];
    let mut at = end;
    while tokens.get(at).is_some_and(|t| t.is_any(&BETWEEN)) && at - end < 2 {
        at += 1;
    }
    let dated = passage.dates_in(at.saturating_sub(1)..at + 1).last();
    let (day, lunar, after) = match dated.map(|found| (found.value, found)) {
        Some((DateValue::DayMonth(day), found)) => (day, found.lunar, found.tokens.end),
        Some(_) => return None,
        None => {
            let (day, after) = day_month_in_figures(tokens, at)?;
            (day, crate::date::is_lunar(&tokens[after..]), after)
        }
    };
    Some((annual(day, lunar)?, after))
}

fn annual(day: DayMonth, lunar: bool) -> Option<AnnualDay> {
    if lunar { AnnualDay::lunar(day.month, day.day) } else { AnnualDay::solar(day.month, day.day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let passage = Passage::read(text, 0..text.len());
        let found: Vec<String> = find(&passage, &[])
            .iter()
            .map(|found| format!("{} {}", found.day, found.name.of(text).unwrap()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn days_without_a_year() {
        check("chào mừng Ngày Quốc tế Phụ nữ 8/3, xã", &["03-08 Ngày Quốc tế Phụ nữ"]);
        check("nhân Ngày Nhà giáo Việt Nam (20-11) trường", &["11-20 Ngày Nhà giáo Việt Nam"]);
        check(
            "nhân ngày thành lập Đoàn TNCS Hồ Chí Minh 26/3",
            &["03-26 thành lập Đoàn TNCS Hồ Chí Minh"],
        );
        check("mừng Quốc khánh 2/9", &["09-02 Quốc khánh"]);
        check("mừng ngày Quốc khánh (2/9)", &["09-02 Quốc khánh"]);
    }

    #[test]
    fn lunar_days() {
        for text in [
            "lễ Giỗ Tổ Hùng Vương (10/3 âm lịch)",
            "ngày Giỗ Tổ Hùng Vương 10/3 âm lịch",
            "Giỗ Tổ Hùng Vương, mùng 10 tháng 3 âm lịch",
            "Giỗ Tổ Hùng Vương (mùng 10/3 âm lịch)",
        ] {
            check(text, &["am-03-10 Giỗ Tổ Hùng Vương"]);
        }
    }

    #[test]
    fn what_is_no_day_of_every_year() {
        check("họp tại Văn phòng (12/10)", &[]);
        check("ngày 8/3, Hội Phụ nữ xã họp", &[]);
        check("ngày thành lập Đảng 3/2/1930", &[]);
        check("Ngày Nhà giáo Việt Nam năm nay", &[]);
        check("tổ chức 20/11 lớp", &[]);
    }
}
