//! What a count counts: the names after it, one or a list, with the dates printed beside them.

use std::ops::Range;

use calendar::PartialDate;
use model::Span;
use model::chronicle::AnniversaryKind;

use super::count::{Count, counts};
use super::name::{LONGEST_OPEN_NAME, name_before, printed, split};
use super::subject::{Subject, known_name, trimmed};
use super::{Dates, Lead, Raw};
use crate::date::{DateValue, DayMonth, Found, day_month_in_figures};
use crate::passage::Passage;
use crate::token::{Token, span};
use crate::vocabulary::Vocabulary;

/// The longest name, in tokens: past it a sentence is no name.
const LONGEST_NAME: usize = 60;
/// Two dates alone, without words that announce an anniversary, are one from this many years on.
const LONG_AGO: i32 = 5;

/// The anniversaries that a block tells of, in order of place.
pub(super) fn read(passage: &Passage) -> Vec<Raw> {
    let mut found = Vec::new();
    for sentence in &passage.sentences {
        Reader { passage, sentence: sentence.clone(), found: &mut found }.read();
    }
    found.sort_by_key(|raw| raw.at);
    found
}

/// Reads one sentence.
struct Reader<'a> {
    passage: &'a Passage,
    sentence: Range<usize>,
    found: &'a mut Vec<Raw>,
}

/// What a run of names has in common.
#[derive(Clone, Copy)]
struct Head {
    /// Where the mention begins.
    start: usize,
    /// Where the words that tell the kind begin.
    words: usize,
    kind: Option<AnniversaryKind>,
    claimed: Option<u16>,
    led_by: Lead,
}

impl Reader<'_> {
    fn tokens(&self) -> &[Token] {
        // Rules look ahead no further than the sentence.
        &self.passage.tokens[..self.sentence.end]
    }

    fn read(&mut self) {
        let counts = counts(self.passage, &self.sentence);
        let mut used = Vec::new();
        for (nth, count) in counts.iter().enumerate() {
            let limit = counts.get(nth + 1).map_or(self.sentence.end, |next| next.start);
            self.read_count(*count, limit, &mut used);
        }
        for pair in self.pairs(self.sentence.clone(), None) {
            if !used.contains(&pair.tokens.start) {
                self.read_lone_pair(&pair, &mut used);
            }
        }
    }

    /// The founding pairs within a range of tokens. With a count, two years are such a pair too.
    fn pairs(&self, range: Range<usize>, years: Option<u16>) -> Vec<Found> {
        let dates = self.passage.dates_in(range).iter();
        let bracketed = |date: &&Found| {
            let at = date.tokens.start;
            has_days(date) || (at > 0 && self.passage.tokens[at - 1].is("("))
        };
        let pairs = dates.filter(|date| founding_pair(date, years).is_some());
        pairs.filter(bracketed).cloned().collect()
    }

    fn read_count(&mut self, count: Count, limit: usize, used: &mut Vec<usize>) {
        let vocabulary = Vocabulary::get();
        let pair = self
            .pairs(count.end..limit.min(count.end + LONGEST_NAME), Some(count.years))
            .into_iter()
            .next();
        let after = &self.tokens()[count.end..limit];
        let kind = vocabulary.kind_words.longest(after);
        let is_day =
            after.first().is_some_and(|t| t.is("ngày")) && after.get(1).is_some_and(Token::is_word);
        // "kỷ niệm 10 năm thực hiện Nghị quyết …" is kept; "10 năm thực hiện" only lasts.
        let is_length = vocabulary.length.begins(after)
            && kind.is_none()
            && !(count.announced && after[0].is("thực"));
        let months = after.first().is_some_and(Token::is_number)
            && after.get(1).is_some_and(|t| t.is("tháng"));
        if months || vocabulary.private.begins(after) {
            return;
        }
        // "16 năm hình thành và phát triển (2001-2017), Tạp chí …": the bracket says which years.
        let bare = kind.is_some_and(|(taken, _)| {
            let dated = pair.as_ref().map(|pair| bracket_before(self.tokens(), pair.tokens.start));
            dated == Some(count.end + taken)
        });
        let told = is_day
            || bare
            || (count.announced && (!is_length || pair.is_some()))
            || kind.is_some_and(|(taken, _)| tells_alone(&after[..taken]))
            || pair
                .as_ref()
                .is_some_and(|pair| (has_days(pair) && !is_length) || known_name(after).is_some());
        if !told {
            return;
        }
        let (name, head) = self.open(count.start, count.end, limit, Some(count.years));
        let head = Head { led_by: count.led_by, ..head };
        match pair {
            Some(pair) => {
                self.read_names_before_pair(head, name, &pair, used);
                self.read_list_of_pairs(head, pair.tokens.end, limit, used);
            }
            None => self.read_names(head, name..limit),
        }
    }

    /// Reads the words that tell the kind: where the name begins, and the head of the names.
    fn open(&self, start: usize, from: usize, limit: usize, claimed: Option<u16>) -> (usize, Head) {
        let vocabulary = Vocabulary::get();
        match vocabulary.kind_words.longest(&self.tokens()[from..limit]) {
            Some((taken, entry)) => {
                let (kind, named) = vocabulary.kind(entry);
                let name = if named { from } else { from + taken };
                (name, Head { start, words: from, kind: Some(kind), claimed, led_by: Lead::Now })
            }
            None => (from, Head { start, words: from, kind: None, claimed, led_by: Lead::Now }),
        }
    }

    /// Names up to a pair: the last has the pair, those before it only the count.
    fn read_names_before_pair(
        &mut self,
        head: Head,
        from: usize,
        pair: &Found,
        used: &mut Vec<usize>,
    ) {
        used.push(pair.tokens.start);
        let Some((founding, occasion)) = founding_pair(pair, head.claimed) else { return };
        let end = bracket_before(self.tokens(), pair.tokens.start);
        let mut names = split(self.tokens(), from..end.max(from), true);
        if names.iter().all(Range::is_empty)
            && let Some(name) = self.name_after(pair.tokens.end)
        {
            names = vec![name];
        }
        let (last, before) = match names.split_last() {
            Some((last, before)) => (last.clone(), before),
            None => (from..from, &[][..]),
        };
        for (nth, name) in before.iter().enumerate() {
            self.push(head, nth == 0, name.clone(), name.end, Dates::None);
        }
        let (last, dates) = without_day(self.tokens(), last, (founding, occasion));
        let end = bracket_after(self.tokens(), pair.tokens.end);
        self.push(head, before.is_empty(), last, end, dates);
    }

    /// "(2001-2017), Tạp chí Mặt trận đã …": the name that follows the bracket of a count without one.
    fn name_after(&self, pair_end: usize) -> Option<Range<usize>> {
        let close = bracket_after(self.tokens(), pair_end);
        let comma = self.tokens().get(close).filter(|token| close > pair_end && token.is(","))?;
        let limit = self.sentence.end.min(close + 1 + LONGEST_OPEN_NAME);
        let name = split(self.tokens(), close + 1..limit, false).into_iter().next()?;
        (comma.is(",") && self.tokens()[name.start].is_capital()).then_some(name)
    }

    /// ", Công tác dân vận của Đảng (15/10/1930-15/10/2020), …": further names count only with a
    /// pair of their own.
    fn read_list_of_pairs(&mut self, head: Head, from: usize, limit: usize, used: &mut Vec<usize>) {
        let mut end = bracket_after(self.tokens(), from);
        while let Some(name) = after_separator(self.tokens(), end, limit) {
            let reach = name..limit.min(name + LONGEST_OPEN_NAME);
            let Some(pair) = self.pairs(reach, head.claimed).into_iter().next() else { return };
            let (name, own) = self.open(name, name, limit, head.claimed);
            let head = Head {
                kind: own.kind.or(head.kind),
                claimed: head.claimed,
                led_by: head.led_by,
                ..own
            };
            self.read_names_before_pair(head, name, &pair, used);
            end = bracket_after(self.tokens(), pair.tokens.end);
        }
    }

    /// Names without a pair.
    fn read_names(&mut self, head: Head, range: Range<usize>) {
        for (nth, name) in split(self.tokens(), range, false).into_iter().enumerate() {
            let (mut dates, end) = dates_after(self.passage, name.end, self.sentence.end);
            let mut head = head;
            if dates == Dates::None {
                dates = own_year(&self.tokens()[name.clone()]).map_or(Dates::None, Dates::Own);
                if let Some(year) = year_after_place(self.passage, name.end, self.sentence.end) {
                    head.led_by = Lead::Year(year);
                }
            }
            self.push(head, nth == 0, name, end, dates);
        }
    }

    /// A pair that no count leads to: its name is before it.
    fn read_lone_pair(&mut self, pair: &Found, used: &mut Vec<usize>) {
        let Some((founding, occasion)) = founding_pair(pair, None) else { return };
        let tokens = self.tokens();
        let end = bracket_before(tokens, pair.tokens.start);
        let earliest = end.saturating_sub(LONGEST_NAME).max(self.sentence.start);
        let vocabulary = Vocabulary::get();
        let kind = (earliest..end)
            .rev()
            .find(|&at| vocabulary.kind_words.longest(&tokens[at..end]).is_some())
            // "ngày truyền thống" begins one word before "truyền thống".
            .map(|at| if at > earliest && tokens[at - 1].is("ngày") { at - 1 } else { at });
        let open = |at: usize| !tokens[at..end].iter().any(|t| t.is_any(&[";", ")"]));
        let (name, head) = match kind.filter(|&at| open(at)) {
            Some(at) => self.open(at, at, end, None),
            None if occasion.year() - founding.year() < LONG_AGO => return,
            None => {
                let name = name_before(tokens, earliest, end);
                (
                    name,
                    Head { start: name, words: name, kind: None, claimed: None, led_by: Lead::Now },
                )
            }
        };
        used.push(pair.tokens.start);
        if name == end && kind.is_none() {
            return;
        }
        let close = bracket_after(tokens, pair.tokens.end);
        self.push(head, true, name..end, close, Dates::Pair(founding, occasion));
    }

    /// The words to call it by: a mention without a name of its own is called by the words that
    /// tell its kind.
    fn name(&self, head: Head, start: usize, name: Range<usize>) -> Range<usize> {
        let tokens = self.tokens();
        if name.is_empty() {
            let kind = Vocabulary::get().kind_words.longest(&tokens[head.words..]);
            return head.words.max(start)..head.words + kind.map_or(1, |(taken, _)| taken);
        }
        let from = if tokens[name.start].is("từ") { head.words } else { name.start };
        from..name.end
    }

    fn push(&mut self, head: Head, first: bool, name: Range<usize>, end: usize, dates: Dates) {
        let all = &self.passage.tokens;
        let name = trimmed(all, name);
        if name.is_empty() && head.kind.is_none() {
            return;
        }
        let Some(subject) = subject(&all[name.clone()]) else { return };
        let start = if first { head.start } else { name.start };
        let end = end.max(name.end).clamp(start + 1, all.len());
        let words = self.name(head, start, printed(all, name));
        let (Some(at), Some(name)) = (span(&all[start..end]), span(&all[words])) else { return };
        let Some(sentence) = span(&all[self.sentence.clone()]) else { return };
        let kind = head.kind.or(subject.kind()).unwrap_or_else(|| default_kind(all, at));
        self.found.push(Raw {
            subject,
            kind,
            name,
            at,
            sentence,
            claimed: head.claimed,
            led_by: head.led_by,
            dates,
        });
    }
}

/// "Nhà giáo Việt Nam 20/11 (1982-2024)": the day printed after a name is none of its words, and
/// it is the day of both years.
fn without_day(
    tokens: &[Token],
    name: Range<usize>,
    (from, to): (PartialDate, PartialDate),
) -> (Range<usize>, Dates) {
    let pair = Dates::Pair(from, to);
    let Some(start) = name.end.checked_sub(3).filter(|start| *start > name.start) else {
        return (name, pair);
    };
    let Some((day, end)) = day_month_in_figures(tokens, start) else { return (name, pair) };
    if end != name.end {
        return (name, pair);
    }
    let days = (day.in_year(from.year()), day.in_year(to.year()));
    let dates = match (from, days) {
        (PartialDate::Year(_), (Some(from), Some(to))) => Dates::Pair(from.into(), to.into()),
        _ => pair,
    };
    (name.start..start, dates)
}

/// A name that begins with "từ" tells what the writer's own unit was made from.
fn subject(name: &[Token]) -> Option<Subject> {
    match name.first() {
        Some(first) if first.is("từ") => Some(Subject::Own(crate::token::words_key(name))),
        _ => Subject::of(name),
    }
}

/// Without words that tell it: a sector has a day of tradition, anything else is an event.
fn default_kind(tokens: &[Token], at: Span) -> AnniversaryKind {
    let inside = tokens.iter().filter(|t| at.range().contains(&t.start));
    if inside.take(6).any(|t| t.is_any(&["ngành", "công tác", "lực lượng"])) {
        AnniversaryKind::Tradition
    } else {
        AnniversaryKind::Event
    }
}

/// Whether words that tell a kind announce an anniversary by themselves; "90 năm xây dựng và
/// trưởng thành" and "90 năm phát triển" only tell how long.
fn tells_alone(words: &[Token]) -> bool {
    words.iter().any(|t| t.is_any(&["ngày", "lập", "thống", "giỗ", "mất"]))
        && !words.first().is_some_and(|t| t.is_any(&["xây", "hình"]))
}

/// Two days, and not two years, which may be any period.
fn has_days(date: &Found) -> bool {
    matches!(date.value, DateValue::Pair { .. })
}

/// Founding date and its return, when a date found is such a pair.
fn founding_pair(date: &Found, years: Option<u16>) -> Option<(PartialDate, PartialDate)> {
    let fits = |from: i32, to: i32| years.is_some_and(|n| to - from == i32::from(n));
    match date.value {
        DateValue::Pair { from, to } => {
            let same_day = match (from.day(), to.day()) {
                (Some(a), Some(b)) => (a.month(), a.day()) == (b.month(), b.day()),
                _ => from.month() == to.month() && years.is_some(),
            };
            let returns = to.year() > from.year() && (same_day || fits(from.year(), to.year()));
            (returns && !date.lunar).then_some((from, to))
        }
        DateValue::Period { from, to } if fits(from, to) => {
            Some((PartialDate::Year(from), PartialDate::Year(to)))
        }
        _ => None,
    }
}

/// The index where the bracket around a date opens, or of the date itself.
fn bracket_before(tokens: &[Token], mut at: usize) -> usize {
    while at > 0 && tokens[at - 1].is_any(&["(", ",", "[", ":", "ngày", "từ", "-"]) {
        at -= 1;
    }
    at
}

/// The index after the bracket around a date closes.
fn bracket_after(tokens: &[Token], at: usize) -> usize {
    at + usize::from(tokens.get(at).is_some_and(|t| t.is_any(&[")", "]"])))
}

/// The index of the name after "," or "và".
fn after_separator(tokens: &[Token], at: usize, limit: usize) -> Option<usize> {
    let mut next = at;
    while next < limit && tokens[next].is_any(&[",", ";", "và", "kỷ", "niệm", "mừng", "chào"])
    {
        next += 1;
    }
    (next > at && next < limit).then_some(next)
}

/// The dates printed right after a name without a pair: "3/2", "(20/11)", "(19/5/1890)", "(năm
/// 2018)"; and the index after them.
fn dates_after(passage: &Passage, name_end: usize, limit: usize) -> (Dates, usize) {
    let tokens = &passage.tokens[..limit];
    let mut at = name_end;
    while at < limit && tokens[at].is_any(&["(", ",", "ngày", "-", "vào"]) && at - name_end < 2 {
        at += 1;
    }
    if let [open, year, close, ..] = &tokens[name_end.min(limit)..]
        && open.is("(")
        && close.is(")")
        && let Some(year) = year.number().filter(|year| (1000..=2200).contains(year))
    {
        return (Dates::One(PartialDate::Year(year as i32)), name_end + 3);
    }
    let dated = passage.dates_in(at.saturating_sub(1)..at + 1).last();
    if let Some(date) = dated.filter(|date| !date.lunar) {
        let end = bracket_after(tokens, date.tokens.end);
        match date.value {
            DateValue::Date(date) => return (Dates::One(date), end),
            DateValue::DayMonth(day) => return with_year(passage, day, end),
            _ => {}
        }
    }
    match day_month_in_figures(tokens, at) {
        Some((day, end)) => with_year(passage, day, bracket_after(tokens, end)),
        None => (Dates::None, name_end),
    }
}

/// "mùa xuân năm 1968", "Cách mạng Tháng Tám 1945": the year that a name ends with.
fn own_year(name: &[Token]) -> Option<i32> {
    let (last, before) = name.split_last()?;
    let year = last.number().filter(|year| last.digits() == 4 && (1000..=2200).contains(year))?;
    before.last().is_some_and(Token::is_word).then_some(year as i32)
}

/// "… tại quân cảng Cam Ranh, Khánh Hòa năm 2015.": the year at the end of a sentence, when nothing
/// but the place stands between it and the name.
fn year_after_place(passage: &Passage, name_end: usize, limit: usize) -> Option<i32> {
    const REACH: usize = 20;
    let tokens = &passage.tokens[..limit];
    if !tokens.get(name_end)?.is_any(&["tại", "ở"]) {
        return None;
    }
    let date = passage.dates_in(name_end..limit.min(name_end + REACH)).first()?;
    let DateValue::Date(PartialDate::Year(year)) = date.value else { return None };
    let place = &tokens[name_end..date.tokens.start];
    let only_place = place.iter().all(|t| t.is_word() || t.is(","));
    let ends = tokens[date.tokens.end..].iter().all(|t| !t.is_word() && !t.is_number());
    (only_place && ends).then_some(year)
}

/// "3/2 (năm 2018)": the day of the occasion, with its year where it is printed.
fn with_year(passage: &Passage, day: DayMonth, end: usize) -> (Dates, usize) {
    let next = passage.dates_in(end..end + 2).first();
    if let Some(date) = next
        && let DateValue::Date(PartialDate::Year(year)) = date.value
        && let Some(day) = day.in_year(year)
    {
        return (Dates::One(day.into()), bracket_after(&passage.tokens, date.tokens.end));
    }
    (Dates::DayMonth(day), end)
}
