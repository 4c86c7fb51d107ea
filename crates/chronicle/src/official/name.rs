//! Names of people: two to five capitalised words that begin with a family name.

use std::ops::Range;

use super::lexicon::Lexicon;
use crate::token::{Case, Gap, Kind, Token};

/// Words of a name at most: "Công Tằng Tôn Nữ Hà".
const LONGEST: usize = 5;
/// Words of nearly every name at most.
const LONG: usize = 4;

/// The name that begins at `at`. After an honorific any capitalised words will do; else the first
/// must be a family name.
pub(super) fn name_at(tokens: &[Token], at: usize, addressed: bool) -> Option<Range<usize>> {
    let lexicon = Lexicon::get();
    let mut run = run(tokens, at);
    // In "Đoàn Chủ tịch" the last capital begins another word; in "Chính - Ủy viên" it does not.
    let goes_on = |end: usize| tokens.get(end).is_some_and(Token::is_word);
    while run.len() > 1 && goes_on(run.end) && is_role(&tokens[run.end - 1..]) {
        run.end -= 1;
    }
    if run.end > at && is_initial(&tokens[run.end - 1]) {
        return None;
    }
    let length = run.len();
    let family = is_surname(tokens, at);
    if !(2..=LONGEST).contains(&length) || (length > LONG && !family) {
        return None;
    }
    if !(family || addressed) || is_role(&tokens[at..run.end]) {
        return None;
    }
    let words = &tokens[run.clone()];
    let place = lexicon.place.longest(words).is_some_and(|(taken, _)| taken == length);
    (!place && lexicon.historical.whole(words).is_none()).then_some(run)
}

/// What stands before capitalised words that go on from a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Words of the role: a name may begin at once.
    Role,
    /// The kind of a unit ("xã"): the first two words are rather its name.
    Unit,
    /// A word that no person's name follows ("trường").
    Thing,
}

/// Where a name begins within the capitalised words at `at`, which go on from a role: "Lê Thủy
/// Nguyễn Văn An" after "Huyện ủy" is a place and a name.
pub(super) fn name_within(tokens: &[Token], at: usize, before: Before) -> Option<usize> {
    let run = run(tokens, at);
    let fits = |start: &usize| {
        let left = run.end - start;
        is_surname(tokens, *start) && (2..=LONG).contains(&left)
    };
    let at_once = match before {
        Before::Role => run.len() <= LONG,
        Before::Unit => (3..=LONG).contains(&run.len()),
        Before::Thing => false,
    };
    if at_once && fits(&at) {
        return Some(at);
    }
    if before == Before::Role && run.len() <= LONG {
        return None;
    }
    // The name is the end of the run: the earliest family name that leaves a name's length.
    (at + 1..run.end).find(|start| fits(start) && (run.end - start >= 3 || *start > at + 1))
}

/// The capitalised words that go on without a sign from `at`.
pub(super) fn run(tokens: &[Token], at: usize) -> Range<usize> {
    let mut end = at;
    while end < tokens.len()
        && tokens[end].kind == Kind::Word(Case::Title)
        && (end == at || tokens[end].gap == Gap::Space || tokens[end].gap == Gap::Line)
    {
        end += 1;
    }
    at..end
}

fn is_surname(tokens: &[Token], at: usize) -> bool {
    // The names of the Central Highlands begin with H', K', Y'.
    let highland = tokens.get(at).is_some_and(|token| token.key.contains(['\'', '’']));
    highland || Lexicon::get().surname.begins(&tokens[at..])
}

/// "Th." for a name that the source keeps to itself.
fn is_initial(token: &Token) -> bool {
    !token.key.chars().any(|letter| viet::Letter::of(letter).is_vowel())
}

/// Capitalised role words ("Phó Bí Thư") are no name.
fn is_role(words: &[Token]) -> bool {
    let lexicon = Lexicon::get();
    let head = |taken: usize| taken > 1;
    lexicon.head.longest(words).is_some_and(|(taken, _)| head(taken))
        || lexicon.body.begins(words)
        || lexicon.honorific.longest(words).is_some_and(|(taken, _)| head(taken))
}
