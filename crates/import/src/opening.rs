//! When a report says its event took place: "Sáng ngày 09/10/2020, …", "Chiều nay (12/10), …".
//!
//! A day counts as the event's when a part of the day or "ngày" leads it, at the start of a
//! sentence or clause. Days inside brackets that pair a founding with its anniversary, days that
//! name a holiday ("mừng ngày 8/3"), and ends of periods do not.

use std::ops::Range;

use crate::dates::{Printed, dates};
use crate::words::{fold, is_space, word_at};

/// Characters of a paragraph in which an opening may stand: reports come to the point, and a
/// crafted line of a million dates must not take minutes.
const LOOK: usize = 1000;

/// When the event took place, as the opening says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The day, when printed; "sáng nay" alone has none.
    pub(crate) date: Option<Printed>,
    /// "nay": the report was written on that day.
    pub(crate) today: bool,
    /// The words, e.g. "Sáng ngày 09/10/2020".
    pub(crate) at: Range<usize>,
}

/// Parts of the day, folded.
const DAY_PARTS: &[&str] = &["sang", "chieu", "toi", "trua", "dem", "rang", "khuya"];

/// Words before a day that make it a holiday, a limit or a founding, folded.
const NOT_EVENTS: &[&str] = &[
    "mung", "niem", "thong", "nhan", "lap", "tu", "den", "truoc", "sau", "ke", "het", "qua", "dip",
    "hanh", "so", "ung", "sinh", "mat", "ky", "hieu", "tinh",
];

/// Words of clauses that lead back in time, folded: "Trước đó, …", "Theo cáo trạng, …".
const EARLIER: &[&str] = &["truoc", "trang", "so", "quyet", "von", "dau"];
/// Words of a clause that are looked at.
const CLAUSE: usize = 3;

/// Words that may stand between the start of a clause and the day.
const LEADS: &[&str] = &[
    "trong", "vao", "luc", "hoi", "cung", "moi", "day", "theo", "do", "khoang", "gan", "hai", "ba",
    "bon", "2", "3", "4", "5",
];

/// All days that could be the event's, in order.
pub(crate) fn openings(paragraph: &str) -> Vec<Opening> {
    let head = head(paragraph);
    let found = dates(head);
    let mut openings: Vec<Opening> = (0..found.len())
        .filter(|&index| !is_paired(head, &found, index))
        .filter_map(|index| opening(head, &found[index]))
        .collect();
    if let Some(today) = bare_today(head)
        && openings.first().is_none_or(|first| today.end <= first.at.start)
    {
        openings.insert(0, Opening { date: None, today: true, at: today });
    }
    openings
}

/// The part of a paragraph that is looked at.
fn head(paragraph: &str) -> &str {
    let end = paragraph.char_indices().nth(LOOK).map_or(paragraph.len(), |(at, _)| at);
    &paragraph[..end]
}

/// "Sáng nay, …" at the very beginning, with no day.
fn bare_today(paragraph: &str) -> Option<Range<usize>> {
    let mut words = words(paragraph);
    let (first, second) = (words.next()?, words.next()?);
    let folded = |range: &Range<usize>| fold(&paragraph[range.clone()]);
    let part = folded(&first);
    let nay = folded(&second);
    let led = DAY_PARTS.contains(&part.as_str()) || part == "hom";
    let after = dates(paragraph).first().is_some_and(|date| date.at.start < second.end + 8);
    (led && nay.trim_end_matches(',') == "nay" && !after).then(|| {
        first.start..first.start + paragraph[first.start..second.end].trim_end_matches(',').len()
    })
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = Range<usize>> + '_ {
    text.split(is_space).filter(|word| !word.is_empty()).map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

/// "(15/10/1930-15/10/2020)": one of two days with years joined by a dash or slash.
fn is_paired(text: &str, found: &[Printed], index: usize) -> bool {
    let joined = |a: &Printed, b: &Printed| {
        let between = text.get(a.at.end..b.at.start).unwrap_or("x");
        !between.is_empty()
            && between.chars().all(|c| is_space(c) || matches!(c, '-' | '–' | '—' | '/'))
            && a.year.is_some()
            && b.year.is_some()
    };
    let before = index.checked_sub(1).is_some_and(|at| joined(&found[at], &found[index]));
    before || found.get(index + 1).is_some_and(|next| joined(&found[index], next))
}

fn opening(paragraph: &str, date: &Printed) -> Option<Opening> {
    let plain = |range: &Range<usize>| {
        let folded = fold(&paragraph[range.clone()]);
        folded.trim_matches(['(', '“', '"', '–', '-']).to_owned()
    };
    // Brackets and dashes that stand alone are no words.
    let (before, folded): (Vec<Range<usize>>, Vec<String>) = words(&paragraph[..date.at.start])
        .map(|range| (range.clone(), plain(&range)))
        .filter(|(_, word)| !word.is_empty())
        .unzip();
    let mut reader = Reader { paragraph, before: &before, folded: &folded, left: before.len() };
    let first_day = reader.first_of_several();
    let mut named = reader.take(&["ngay"]);
    let mut today = false;
    let mut relative = false;
    if reader.take(&["nay"]) {
        (today, relative) = (true, true);
    } else {
        relative |= reader.take(&["qua", "mai"]);
    }
    let part = reader.take(&["toi"]).then(|| reader.take(&["chieu"])).is_some()
        || reader.take(DAY_PARTS)
        || (relative && reader.take(&["hom"]));
    if part {
        reader.take(&["rang", "luc"]);
    }
    named |= part && reader.take(&["ngay"]);
    let from = reader.left;
    if !part && (relative || !named) {
        return None;
    }
    let ranged = first_day.is_some();
    let clause = reader.at_clause(part, ranged || continues_as_range(paragraph, date));
    if !clause {
        return None;
    }
    let start = before.get(from).map_or(date.at.start, |range| range.start);
    let start = start + paragraph[start..].find(char::is_alphanumeric).unwrap_or(0);
    let end = date.at.end
        + usize::from(
            paragraph[date.at.end..].starts_with(')')
                && paragraph[start..date.at.end].contains('('),
        );
    let date = Printed { day: first_day.unwrap_or(date.day), ..date.clone() };
    Some(Opening { date: Some(date), today, at: start..end })
}

/// "từ ngày 28/9 đến ngày 2/10": the day begins a period.
fn continues_as_range(paragraph: &str, date: &Printed) -> bool {
    let next = paragraph[date.at.end..].trim_start_matches(is_space);
    word_at(next, 0).is_some_and(|(word, _)| word == "den") || next.starts_with(['-', '–'])
}

/// Words before a date, taken from the last one backwards.
struct Reader<'a> {
    paragraph: &'a str,
    before: &'a [Range<usize>],
    folded: &'a [String],
    left: usize,
}

impl Reader<'_> {
    fn peek(&self, back: usize) -> Option<&str> {
        Some(self.folded.get(self.left.checked_sub(back)?)?.trim_end_matches([',', '(']))
    }

    fn take(&mut self, words: &[&str]) -> bool {
        let taken = self.peek(1).is_some_and(|word| words.contains(&word));
        self.left -= usize::from(taken);
        taken
    }

    /// The "5" of "ngày 5 và 6/3", "ngày 28 đến 30/9", "ngày 5, 6/3".
    fn first_of_several(&mut self) -> Option<u32> {
        let joint = matches!(self.peek(1), Some("va" | "den"));
        let back = if joint { 2 } else { 1 };
        let word = self.folded.get(self.left.checked_sub(back)?)?;
        let listed = joint || word.ends_with(',');
        let day: u32 =
            word.trim_end_matches(',').parse().ok().filter(|day| (1..=31).contains(day))?;
        if !listed {
            return None;
        }
        self.left -= back;
        Some(day)
    }

    /// Whether what is left ends where a clause ends: nothing, a full stop, a comma.
    fn at_clause(&mut self, part: bool, ranged: bool) -> bool {
        if ranged {
            self.take(&["tu"]);
        }
        while self.peek(1).is_some_and(|word| LEADS.contains(&word) || is_hour(word)) {
            // "…, trong 2 ngày": a comma before ends the clause.
            if self.ends_clause() {
                return true;
            }
            self.left -= 1;
        }
        if self.left == 0 || self.ends_clause() {
            return true;
        }
        part && self.peek(1).is_some_and(|word| !NOT_EVENTS.contains(&word))
    }

    fn ends_clause(&self) -> bool {
        let Some(range) = self.left.checked_sub(1).and_then(|at| self.before.get(at)) else {
            return true;
        };
        let word = &self.paragraph[range.clone()];
        // "Trước đó, ngày …", "Theo cáo trạng, …", "Quyết định số 1694/QĐ-TTg, ngày …"
        let clause =
            self.folded[..self.left].iter().rev().take(CLAUSE).map(|w| w.trim_matches(','));
        if word.ends_with(',')
            && (word.contains('/') || clause.clone().any(|w| EARLIER.contains(&w)))
        {
            return false;
        }
        word.ends_with(['.', ',', '!', '?', '…', ':', ';', ')', '-', '–', '”', '"'])
    }
}

/// "8h", "8h30", "08:00".
fn is_hour(word: &str) -> bool {
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    digits && word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'h' | ':' | 'g'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words, the date in them, and whether they say "today".
    type Expected<'a> = (&'a str, Option<(u32, u32, Option<i32>)>, bool);

    fn check(paragraph: &str, expected: &[Expected<'_>]) {
        let found = openings(paragraph);
        let seen: Vec<_> = found
            .iter()
            .map(|o| {
                let date = o.date.as_ref().map(|d| (d.day, d.month, d.year));
                (&paragraph[o.at.clone()], date, o.today)
            })
            .collect();
        assert_eq!(seen, expected, "{paragraph}");
    }

    #[test]
    fn openings_of_reports() {
        let day = |d, m, y| Some((d, m, Some(y)));
        let part = |d, m| Some((d, m, None));
        check(
            "Sáng ngày 09/10/2020, Huyện ủy",
            &[("Sáng ngày 09/10/2020", day(9, 10, 2020), false)],
        );
        check("Chiều ngày 8/10/2020, Ban", &[("Chiều ngày 8/10/2020", day(8, 10, 2020), false)]);
        check("Chiều nay (12/10), Ban", &[("Chiều nay (12/10)", part(12, 10), true)]);
        check("Hôm nay, 12-10, Ban", &[("Hôm nay, 12-10", part(12, 10), true)]);
        check("Sáng nay, 1.7, Cục", &[("Sáng nay, 1.7", part(1, 7), true)]);
        check("Ngày 5/3, huyện", &[("Ngày 5/3", part(5, 3), false)]);
        check(
            "Trong hai ngày 5 và 6/3/2020, xã",
            &[("ngày 5 và 6/3/2020", day(5, 3, 2020), false)],
        );
        check("Trong 2 ngày 5-6/3/2020, xã", &[("ngày 5-6/3/2020", day(5, 3, 2020), false)]);
        check(
            "Từ ngày 15 đến 17/10/2020, xã",
            &[("ngày 15 đến 17/10/2020", day(15, 10, 2020), false)],
        );
        check("Lúc 8h ngày 9-5, tại xã", &[("ngày 9-5", part(9, 5), false)]);
        check("9h sáng nay 30-8, tại", &[("sáng nay 30-8", part(30, 8), true)]);
        check(
            "Nhân kỷ niệm 50 năm (30.4.1975 - 30.4.2025), sáng 22.4, Ban",
            &[("sáng 22.4", part(22, 4), false)],
        );
        check("Mở đầu. Chiều 19-12, Thành ủy", &[("Chiều 19-12", part(19, 12), false)]);
        check("Sáng nay, xã tổ chức", &[("Sáng nay", None, true)]);
        check("Lúc 19 giờ tối 19/5 tại", &[("tối 19/5", part(19, 5), false)]);
        check(
            "ngày 8 tháng 10 năm 2020, xã",
            &[("ngày 8 tháng 10 năm 2020", day(8, 10, 2020), false)],
        );
    }

    #[test]
    fn other_days() {
        for paragraph in [
            "Nhân ngày 8/3, xã tặng hoa",
            "Chào mừng ngày 20/11 các trường",
            "kỷ niệm 90 năm ngày truyền thống (15/10/1930-15/10/2020)",
            "Trước đó, ngày 14/9/2016, tỉnh",
            "theo Quyết định số 1694/QĐ-TTg, ngày 22/9/2014",
            "Đến ngày 30/9/2020, toàn huyện",
            "Từ ngày 1/1/2021, cán bộ xã",
            "Việc học tập và làm theo",
            "hoàn thành 4/6 nhiệm vụ",
            "theo Quyết định số 12 ngày 5/3/2019 của",
            "",
        ] {
            check(paragraph, &[]);
        }
    }
}
