//! Text as it is said: abbreviations in full, dates in words. Where a short form may mean several
//! things it is said as it stands.

use std::ops::Range;

use calendar::Date;
use viet::abbreviations::groups;

use crate::i18n::beside::actions::{spoken_date, spoken_day, spoken_month};

/// What is said in the place of printed short forms.
pub(super) struct Speaker {
    /// Short forms and their usual long ones, the longest first: `UBMTTQ` before `UB`.
    forms: Vec<(&'static str, &'static str)>,
}

impl Speaker {
    /// With the abbreviations of public life.
    pub(super) fn new() -> Self {
        let mut forms: Vec<_> = groups()
            .filter(|group| !group.contextual)
            .filter_map(|group| Some((group.short, *group.long.first()?)))
            .collect();
        forms.sort_by_key(|(short, _)| std::cmp::Reverse(short.len()));
        Self { forms }
    }

    /// A text as it is said.
    pub(super) fn say(&self, text: &str) -> String {
        let tokens: Vec<viet::Token<'_>> = viet::tokens(text).collect();
        let (mut said, mut done, mut at) = (String::with_capacity(text.len()), 0, 0);
        while at < tokens.len() {
            let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
            let start = tokens[at].span.start;
            let found = date(text, &tokens[at..], before).or_else(|| self.form(text, start));
            if let Some((span, words)) = found {
                said.push_str(&text[done..span.start]);
                said.push_str(&words);
                done = span.end;
                at +=
                    tokens[at..].iter().take_while(|token| token.span.start < done).count().max(1);
            } else {
                at += 1;
            }
        }
        said.push_str(&text[done..]);
        said
    }

    /// The abbreviation that begins at a place, printed just so.
    fn form(&self, text: &str, start: usize) -> Option<(Range<usize>, String)> {
        let rest = &text[start..];
        let is_whole = |short: &str| {
            rest.strip_prefix(short)
                .is_some_and(|behind| !behind.starts_with(|c: char| c.is_alphanumeric()))
        };
        let (short, long) = self.forms.iter().find(|(short, _)| is_whole(short))?;
        Some((start..start + short.len(), (*long).to_owned()))
    }
}

/// A date that begins with these tokens: `15/10/1930`; `15/10` behind "ngày", `10/1930` behind
/// "tháng", since a fraction looks alike.
fn date(text: &str, tokens: &[viet::Token<'_>], before: &str) -> Option<(Range<usize>, String)> {
    let number = |at: usize| {
        let token = tokens.get(at)?;
        let is_number = token.text.len() <= 4 && token.text.bytes().all(|b| b.is_ascii_digit());
        token.text.parse::<u32>().ok().filter(|_| is_number)
    };
    // One separator between two tokens: `/`, `-` or `.`.
    let mark = |at: usize| {
        let (here, next) = (tokens.get(at)?, tokens.get(at + 1)?);
        Some(&text[here.span.end..next.span.start]).filter(|mark| ["/", "-", "."].contains(mark))
    };
    let (first, second) = (number(0)?, number(1)?);
    let separator = mark(0)?;
    let (start, before) = (tokens[0].span.start, viet::fold(before));
    if let Some(year) = number(2)
        && mark(1) == Some(separator)
        && tokens[2].text.len() == 4
        && Date::new(i32::try_from(year).ok()?, second, first).is_ok()
    {
        return Some((start..tokens[2].span.end, spoken_date(first, second, year)));
    }
    let span = start..tokens[1].span.end;
    if separator != "/" {
        return None;
    }
    if before == "ngay" && tokens[1].text.len() <= 2 && Date::new(2000, second, first).is_ok() {
        return Some((span, spoken_day(first, second)));
    }
    let is_month = (1..=12).contains(&first) && tokens[1].text.len() == 4;
    (before == "thang" && is_month).then(|| (span, spoken_month(first, second)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(Speaker::new().say(text), expected);
    }

    #[test]
    fn abbreviations_are_said_in_full() {
        check("Chủ tịch UBND huyện", "Chủ tịch ủy ban nhân dân huyện");
        check("HĐND, MTTQ.", "hội đồng nhân dân, mặt trận tổ quốc.");
        check("UBMTTQVN xã", "ủy ban mặt trận tổ quốc việt nam xã");
        check("Huyện uỷ", "Huyện uỷ");
        check("ubnd, UBNDX, XUBND", "ubnd, UBNDX, XUBND");
    }

    #[test]
    fn what_may_mean_several_things_is_said_as_it_stands() {
        let contextual = groups().find(|group| group.contextual).expect("some are").short;
        check(contextual, contextual);
    }

    #[test]
    fn dates_are_said_in_words() {
        check("(15/10/1930-15/10/2020)", "(15 tháng 10 năm 1930-15 tháng 10 năm 2020)");
        check("ngày 8/3", "ngày 8 tháng 3");
        check("Ngày 09-10-2020", "Ngày 9 tháng 10 năm 2020");
        check("tháng 10/2020", "tháng 10 năm 2020");
        check("đạt 4/6 nhiệm vụ", "đạt 4/6 nhiệm vụ");
        check("ngày 31/2/2020", "ngày 31/2/2020");
        check("số 05-NQ/TW, 94,2%", &["số 05-NQ/", "trung ương, 94,2%"].concat());
    }

    proptest! {
        #[test]
        fn nothing_breaks_it(text in "\\PC{0,80}") {
            Speaker::new().say(&text);
        }
    }
}
