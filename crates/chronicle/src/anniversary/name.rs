//! Where names begin and end: one name, or the names of a list.

use std::ops::Range;

use super::subject::{known_name, without_lead};
use crate::token::{Gap, Token};
use crate::vocabulary::Vocabulary;

/// The longest name without anything that ends it, in tokens.
pub(super) const LONGEST_OPEN_NAME: usize = 16;

/// The names of a list, or the one name. With `closed`, the range ends where the last name does;
/// else the name ends at the first word or sign that ends it.
pub(super) fn split(tokens: &[Token], range: Range<usize>, closed: bool) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut from = range.start;
    loop {
        let rest = &tokens[from..range.end];
        let known = known_name(rest).map(|(taken, _)| from + taken).filter(|&end| {
            ends(tokens, end, range.end) && (!names.is_empty() || is_name(&tokens[from..end]))
        });
        let last = closed && known.is_none();
        let end = match known {
            Some(end) => end,
            None if last => range.end,
            None => open_end(tokens, from..range.end),
        };
        names.push(from..end);
        let more = continued(tokens, end, range.end).filter(|_| !last);
        match more {
            Some(next) => from = next,
            None if closed && end < range.end => {
                // Not a list after all: everything up to the pair is one name.
                let start = names.pop().map_or(from, |name| name.start);
                names.push(start..range.end);
                return names;
            }
            None => return names,
        }
    }
}

/// "tổ chức" in small letters, with nothing before it, is a verb.
fn is_name(name: &[Token]) -> bool {
    name.len() > 2 || name.iter().any(Token::is_capital) || without_lead(name).len() < name.len()
}

/// Whether a known name is complete at `end`: a sign, a word that ends names, or the end follows.
fn ends(tokens: &[Token], end: usize, limit: usize) -> bool {
    end >= limit
        || !tokens[end].is_word()
        || tokens[end].gap == Gap::Block
        || Vocabulary::get().boundary.begins(&tokens[end..limit])
}

/// Where a list goes on after a name: the index of the next name. It must be one that the
/// vocabulary knows, or be led by a word such as "ngành".
fn continued(tokens: &[Token], end: usize, limit: usize) -> Option<usize> {
    let mut next = end;
    while next < limit && tokens[next].is_any(&[",", "và", ";"]) && next - end < 2 {
        next += 1;
    }
    if next == end || next >= limit {
        return None;
    }
    let rest = &tokens[next..limit];
    let known = known_name(rest).is_some_and(|(taken, _)| ends(tokens, next + taken, limit));
    (known || rest[0].is("ngành")).then_some(next)
}

/// The end of a name that no vocabulary knows.
fn open_end(tokens: &[Token], range: Range<usize>) -> usize {
    if tokens.get(range.start).is_some_and(|t| t.is("từ")) {
        return unit_end(tokens, range.start + 1..range.end);
    }
    let vocabulary = Vocabulary::get();
    // "Ngày sinh của ông như …": a word for the writer's own is all of the name where small words
    // follow it.
    let bare = range.end - without_lead(&tokens[range.clone()]).len();
    if let Some((taken, _)) = vocabulary.own.longest(&tokens[bare..range.end])
        && !tokens[bare].is_capital()
        && tokens.get(bare + taken).is_some_and(|t| t.is_word() && !t.is_capital() && !t.is("của"))
    {
        return bare + taken;
    }
    let limit = range.end.min(range.start + LONGEST_OPEN_NAME);
    let mut at = range.start;
    while at < limit {
        let token = &tokens[at];
        let skipped = short_form(&tokens[at..limit]);
        let dash = token.is_dash() && token.gap == Gap::None;
        let dot = token.is(".") && token.gap == Gap::None;
        let quote = token.is("\"") && at == range.start;
        let sign = !token.is_word() && !token.is_number() && !dash && !dot && !quote;
        let figure = token.is_number()
            && tokens.get(at + 1).is_some_and(|t| t.is_any(&["/", "-", "."]))
            && tokens.get(at + 2).is_some_and(Token::is_number);
        let ended = token.gap == Gap::Block
            || (sign && skipped == 0)
            || figure
            || (!token.is_capital()
                && vocabulary.boundary.begins(&tokens[at..range.end])
                && !is_second_half(tokens, at, range.start));
        if ended {
            return at;
        }
        at += skipped.max(1);
    }
    // Nothing ended it: keep what is surely a name.
    match limit < range.end {
        true => soft_end(&tokens[range.start..limit]).map_or(range.start, |end| range.start + end),
        false => at,
    }
}

/// "thực hiện Nghị quyết 15 của Quốc hội | về điều chỉnh địa giới …": where too long a name may end.
fn soft_end(name: &[Token]) -> Option<usize> {
    const SHORTEST: usize = 4;
    (SHORTEST..name.len()).find(|&at| name[at].is_any(&["về"]))
}

/// "hiện" of "xuất hiện": the second half of a word ends no name.
fn is_second_half(tokens: &[Token], at: usize, start: usize) -> bool {
    at > start
        && tokens[at].is("hiện")
        && tokens[at - 1].is_any(&["xuất", "thực", "thể", "phát", "tái"])
}

/// "(ATK)" within a name: its length.
fn short_form(tokens: &[Token]) -> usize {
    match tokens {
        [open, word, close, ..] if open.is("(") && close.is(")") && word.is_capital() => 3,
        _ => 0,
    }
}

/// The end of "thị trấn Lập Thạch" or "thị trấn lạc hậu": the kind of unit and its capitals.
fn unit_end(tokens: &[Token], range: Range<usize>) -> usize {
    let unit = Vocabulary::get().unit.longest(&tokens[range.clone()]);
    let mut end = range.start + unit.map_or(0, |(taken, _)| taken);
    while end < range.end && tokens[end].is_capital() && tokens[end].gap < Gap::Block {
        end += 1;
    }
    end
}

/// The name without words such as "các ngành", which are of the whole list.
pub(super) fn printed(tokens: &[Token], mut name: Range<usize>) -> Range<usize> {
    let unprinted = &Vocabulary::get().unprinted;
    while let Some((taken, _)) = unprinted.longest(&tokens[name.clone()])
        && taken < name.len()
    {
        name.start += taken;
    }
    name
}

/// The beginning of the words before a pair that may be its name.
pub(super) fn name_before(tokens: &[Token], earliest: usize, end: usize) -> usize {
    let vocabulary = Vocabulary::get();
    let mut at = end;
    while at > earliest.max(end.saturating_sub(LONGEST_OPEN_NAME)) {
        let token = &tokens[at - 1];
        let ended = !token.is_word() || vocabulary.announce.begins(&tokens[at - 1..end]);
        if ended || token.is_any(&["niệm", "mừng", "và", "là"]) {
            break;
        }
        at -= 1;
    }
    at
}
