//! "N năm": the counts of years that may announce an anniversary.

use std::ops::Range;

use calendar::PartialDate;

use super::Lead;
use crate::date::DateValue;
use crate::passage::Passage;
use crate::token::{Gap, Token};
use crate::vocabulary::Vocabulary;

/// A count of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// The index of its figure.
    pub(super) start: usize,
    /// The index after its last word.
    pub(super) end: usize,
    /// The years.
    pub(super) years: u16,
    /// Words before it announce an anniversary ("kỷ niệm").
    pub(super) announced: bool,
    /// What leads to it.
    pub(super) led_by: Lead,
}

/// The counts of a sentence, in order. Figures that belong to a date are none.
pub(super) fn counts(passage: &Passage, sentence: &Range<usize>) -> Vec<Count> {
    let in_date =
        |at: usize| passage.date_before(at + 1).is_some_and(|date| date.tokens.contains(&at));
    let tokens = &passage.tokens[..sentence.end];
    let mut counts: Vec<Count> = sentence
        .clone()
        .filter(|&at| tokens[at].is_number() && !in_date(at))
        .filter_map(|at| count_at(tokens, at, sentence.start))
        .collect();
    // "kỷ niệm 90 năm … và 72 năm …": what announces the first announces the next.
    for nth in 1..counts.len() {
        let joined = tokens[counts[nth].start - 1].is_any(&["và", ",", ";"]);
        counts[nth].announced |= joined && counts[nth - 1].announced;
    }
    for count in &mut counts {
        count.led_by = lead(passage, sentence, count);
    }
    counts
}

fn count_at(tokens: &[Token], start: usize, first: usize) -> Option<Count> {
    if start > first && is_joined(tokens, start) {
        return None;
    }
    let vocabulary = Vocabulary::get();
    let (years, after) = figure(tokens, start)?;
    let ordinal = start >= first + 2 && tokens[start - 1].is("thứ") && tokens[start - 2].is("lần");
    let says_years = tokens.get(after).is_some_and(|t| t.is("năm") && t.gap != Gap::Block);
    let announced = is_announced(tokens, if ordinal { start - 2 } else { start }, first);
    // "lần thứ 90 ngày thành lập" and "kỷ niệm 90 Ngày thành lập" count years without the word;
    // "lần thứ 2" of a meeting and "1000 ngày" do not.
    let day = tokens.get(after).filter(|t| t.is("ngày") && t.gap != Gap::Block);
    let named_day =
        day.is_some_and(|day| day.is_capital() || vocabulary.kind_words.begins(&tokens[after..]));
    let end = match (says_years, ordinal) {
        (true, _) => after + 1,
        (false, true) if announced && day.is_some() => after,
        (false, false) if announced && named_day => after,
        _ => return None,
    };
    Some(Count { start, end, years, announced, led_by: Lead::Now })
}

/// "90", "1.000"; the index after it.
fn figure(tokens: &[Token], start: usize) -> Option<(u16, usize)> {
    let mut value = tokens[start].number()?;
    let mut end = start + 1;
    if let [dot, thousands, ..] = &tokens[end..]
        && dot.is(".")
        && dot.gap == Gap::None
        && thousands.gap == Gap::None
        && thousands.digits() == 3
    {
        value = value.checked_mul(1000)?.checked_add(thousands.number()?)?;
        end += 2;
    }
    let years = u16::try_from(value).ok().filter(|years| (1..=5000).contains(years))?;
    Some((years, end))
}

/// The figure is the tail of another ("2,5 năm", "3-5 năm", "tháng 5 năm").
fn is_joined(tokens: &[Token], start: usize) -> bool {
    let before = &tokens[start - 1];
    let number_before = start >= 2 && tokens[start - 2].is_number();
    before.is("tháng")
        || (number_before
            && (before.is_dash() || before.is_any(&[".", ",", "/"]))
            && tokens[start].gap == Gap::None)
        || (number_before && before.is_any(&["-", "đến"]))
}

/// Whether "kỷ niệm" stands before, with nothing but words such as "lần thứ" between.
fn is_announced(tokens: &[Token], start: usize, first: usize) -> bool {
    const REACH: usize = 6;
    let vocabulary = Vocabulary::get();
    let from = start.saturating_sub(REACH).max(first);
    (from..start).any(|at| {
        vocabulary
            .announce
            .longest(&tokens[at..start])
            .is_some_and(|(taken, _)| is_filler(&tokens[at + taken..start]))
    })
}

/// What leads to a count: the date before it, with nothing but announcing words between; the year
/// that the clause begins with; or words that lead on to a future occasion.
fn lead(passage: &Passage, sentence: &Range<usize>, count: &Count) -> Lead {
    const REACH: usize = 10;
    let start = count.start;
    let between = |from: usize| &passage.tokens[from..start];
    let from = start.saturating_sub(REACH).max(sentence.start);
    if let Some(date) = passage.date_before(start)
        && (from..=start).contains(&date.tokens.end)
        && let DateValue::Date(date_value) = date.value
        && only_announces(between(date.tokens.end))
    {
        return Lead::Year(date_value.year());
    }
    let future = &Vocabulary::get().future;
    let leads_on = (from..start).any(|at| {
        // "hướng tới", "tiến tới" announce what is near.
        let near = at > 0 && passage.tokens[at - 1].is_any(&["hướng", "tiến"]);
        let taken = future.longest(between(at)).map_or(0, |(taken, _)| taken);
        taken > 0 && !near && only_announces(between(at + taken))
    });
    if leads_on {
        return Lead::Future;
    }
    let opening = || opening_year(passage, sentence, start).filter(|_| count.announced);
    opening().map_or(Lead::Now, Lead::Year)
}

/// "năm 2019, toàn Đảng, toàn dân ta kỷ niệm 50 năm …", "năm 2019 là năm … và kỷ niệm 50 năm …": the
/// year that the clause of an announced count begins with, when no other date stands between.
fn opening_year(passage: &Passage, sentence: &Range<usize>, start: usize) -> Option<i32> {
    const REACH: usize = 60;
    const BEFORE: [&str; 6] = ["rằng", "rõ", "biết", "mạnh", "là", "nhất"];
    let tokens = &passage.tokens;
    let date = passage.date_before(start).filter(|date| date.tokens.start >= sentence.start);
    let Some(date) = date else { return opening_season(&tokens[sentence.start..start]) };
    let DateValue::Date(PartialDate::Year(year)) = date.value else { return None };
    let Range { start: first, end } = date.tokens.clone();
    let opens = first == sentence.start
        || !tokens[first - 1].is_word() && !tokens[first - 1].is_number()
        || tokens[first - 1].is_any(&BEFORE);
    let leads = tokens.get(end).is_some_and(|t| t.is_any(&[",", "là"]));
    (start - end <= REACH && opens && leads && tokens[first].is("năm")).then_some(year)
}

/// "Xuân 1969, …", "Mùa thu 1945, …": the year of the season that a sentence begins with.
fn opening_season(tokens: &[Token]) -> Option<i32> {
    const REACH: usize = 60;
    let from = usize::from(tokens.first()?.is("mùa"));
    let [season, year, comma, ..] = tokens.get(from..)? else { return None };
    let is_season = season.is_any(&["xuân", "hè", "hạ", "thu", "đông"]) && tokens.len() <= REACH;
    let year = year.number().filter(|_| year.digits() == 4 && is_season && comma.is(","))?;
    i32::try_from(year).ok().filter(|year| (1000..=2200).contains(year))
}

/// Nothing but words such as "nhân dịp kỷ niệm lần thứ".
fn only_announces(mut tokens: &[Token]) -> bool {
    let vocabulary = Vocabulary::get();
    while let Some(first) = tokens.first() {
        let taken = [&vocabulary.announce, &vocabulary.filler, &vocabulary.leading]
            .iter()
            .filter_map(|book| book.longest(tokens))
            .map(|(taken, _)| taken)
            .max();
        let sign = first.is_any(&[",", ")", "-"]).then_some(1);
        let Some(taken) = taken.or(sign) else { return false };
        tokens = &tokens[taken..];
    }
    true
}

fn is_filler(mut tokens: &[Token]) -> bool {
    let filler = &Vocabulary::get().filler;
    while let Some((taken, _)) = filler.longest(tokens) {
        tokens = &tokens[taken..];
    }
    tokens.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(u16, bool)]) {
        let passage = Passage::read(text, 0..text.len());
        let found: Vec<(u16, bool)> = passage
            .sentences
            .iter()
            .flat_map(|sentence| counts(&passage, sentence))
            .map(|count| (count.years, count.announced))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn counts_of_years() {
        check("kỷ niệm 90 năm ngày truyền thống", &[(90, true)]);
        check("Kỉ niệm lần thứ 90 ngày thành lập", &[(90, true)]);
        check("hội nghị lần thứ 2", &[]);
        check("Sau 38 năm thành lập", &[(38, false)]);
        check("Nhân kỷ niệm 70 Ngày Thương binh", &[(70, true)]);
        check("tưởng niệm 50 năm vụ lũ", &[(50, true)]);
        check("kỷ niệm 1.000 năm Thăng Long", &[(1000, true)]);
        check("kỷ niệm 70 năm X và 65 năm Y", &[(70, true), (65, true)]);
        check("bao kỷ niệm sau 65 năm", &[(65, false)]);
        check("lễ kỷ niệm trọng thể 65 năm", &[(65, true)]);
    }

    #[test]
    fn a_year_may_lead_to_a_count() {
        for (text, expected) in [
            ("Năm 2010, nhân kỷ niệm 65 năm ngày thành lập", Lead::Year(2010)),
            ("ngày 8/6/2014, nhân dịp kỷ niệm 41 năm ngày mất", Lead::Year(2014)),
            ("đến năm 2030, kỷ niệm 100 năm thành lập Đảng", Lead::Year(2030)),
            ("đến năm 2045 - kỷ niệm 100 năm thành lập nước", Lead::Year(2045)),
            ("mục tiêu đến dịp kỷ niệm 100 năm thành lập nước", Lead::Future),
            ("hướng tới kỷ niệm 100 năm thành lập nước", Lead::Now),
            ("công trình của năm 2017 được khen dịp kỷ niệm 68 năm ngày truyền thống", Lead::Now),
            ("kỷ niệm 68 năm ngày truyền thống", Lead::Now),
            ("năm 2019, toàn Đảng, toàn dân, toàn quân ta kỷ niệm 50 năm ngày", Lead::Year(2019)),
            ("nhấn mạnh, năm 2019 là năm bứt phá và kỷ niệm 50 năm thực hiện", Lead::Year(2019)),
            ("trong năm 2017, trường khen em dịp kỷ niệm 68 năm ngày truyền thống", Lead::Now),
            ("năm 2017, nhân 3/2/2018, ta kỷ niệm 88 năm ngày thành lập", Lead::Year(2018)),
            ("đến năm 2020 chúng ta kỷ niệm 60 năm ngày", Lead::Year(2020)),
            ("lễ tưởng niệm 30 năm vụ lũ", Lead::Now),
            ("Xuân 1969, Bác đến dự kỷ niệm 10 năm Tết trồng cây", Lead::Year(1969)),
            ("Mùa thu 2015, xã dự lễ kỷ niệm 70 năm ngày", Lead::Year(2015)),
            ("Xuân 1969 nhân kỷ niệm 10 năm ngày", Lead::Now),
        ] {
            let passage = Passage::read(text, 0..text.len());
            let found = counts(&passage, &passage.sentences[0]);
            assert_eq!(found[0].led_by, expected, "{text}");
        }
    }

    #[test]
    fn figures_that_count_no_years() {
        check("ngày 14 tháng 10 năm 1930", &[]);
        check("tháng 10 năm 1930", &[]);
        check("từ 3-5 năm, 2,5 năm", &[]);
        check("90 đồng chí", &[]);
        check("kỷ niệm 1000 ngày tính từ ngày", &[]);
        check("0 năm", &[]);
        check("99999999999 năm", &[]);
    }
}
