//! From typed syllables to terms of the lexicon.

use viet::Agreement;

use super::plan::Slot;
use crate::index::Index;
use crate::lexicon::{Entry, Wanted};
use crate::slips;
use crate::sort::ranked;
use crate::term::{self, joined};

/// How a term answers what was typed, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Level {
    /// The same word.
    Exact,
    /// With marks that were not typed.
    Compatible,
    /// In another accepted spelling.
    Equivalent,
    /// As an abbreviation or its long form.
    Expansion,
    /// With one typing error.
    Typo,
}

/// A term found, in one segment.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) segment: usize,
    pub(crate) name: String,
    pub(crate) level: Level,
    pub(crate) documents: u32,
    pub(crate) postings: (u32, u32),
    pub(crate) positions: (u32, u32),
}

impl Found {
    fn of(segment: usize, entry: &Entry<'_>, level: Level) -> Self {
        Self {
            segment,
            name: entry.name.to_owned(),
            level,
            documents: entry.documents,
            postings: entry.postings,
            positions: entry.positions,
        }
    }
}

/// A beginning of a word is completed to so many words of the lexicon at most, commonest first.
const MAX_COMPLETIONS: usize = 40;
/// So many near misses of a word are tried, likeliest first.
const MAX_CORRECTIONS: usize = 24;

/// How typed syllables agree with a term of as many syllables.
pub(crate) fn agree(typed: &[&str], name: &str) -> Option<Level> {
    let mut worst = Level::Exact;
    let mut left = typed.iter();
    for syllable in viet::parts(name, b' ') {
        worst = worst.max(agree_one(left.next()?, syllable)?);
    }
    left.next().is_none().then_some(worst)
}

fn agree_one(typed: &str, found: &str) -> Option<Level> {
    Some(match viet::agreement(typed, found) {
        Agreement::Exact => Level::Exact,
        Agreement::Compatible => Level::Compatible,
        Agreement::Equivalent => Level::Equivalent,
        Agreement::Contrary => return None,
        // 05 and 5, ü and u: one folded key, but not by Vietnamese marks.
        Agreement::None if term::fold(typed) == term::fold(found) && typed.is_ascii() => {
            Level::Compatible
        }
        Agreement::None => return None,
    })
}

/// All terms that agree with the typed syllables.
pub(crate) fn lookup(index: &Index, typed: &[&str]) -> Vec<Found> {
    let mut found = Vec::new();
    for folded in foldings(typed) {
        for segment in 0..index.segments.len() {
            index.entries(segment, Wanted::From(&folded), false, &mut |entry| {
                if entry.folded != folded {
                    return false;
                }
                if let Some(level) = agree(typed, entry.name) {
                    found.push(Found::of(segment, entry, level));
                }
                true
            });
        }
    }
    found
}

/// The folded keys under which equivalent spellings lie: ky and ki.
fn foldings(typed: &[&str]) -> Vec<String> {
    let mut all = vec![term::fold(&joined(typed))];
    // In longer terms, which are chosen phrases, the usual spelling is enough.
    if let [one] = typed {
        all.extend(other_i(&term::fold(one)));
    }
    all
}

/// `ky` for `ki` and `ki` for `ky`, in open syllables.
fn other_i(folded: &str) -> Option<String> {
    let (onset, other) = match folded.strip_suffix('i') {
        Some(onset) => (onset, 'y'),
        None => (folded.strip_suffix('y')?, 'i'),
    };
    let open = match onset.as_bytes() {
        [] => false,
        [.., b'q', b'u'] => true,
        bytes => bytes.iter().all(|b| b.is_ascii_lowercase() && !b"aeiouy".contains(b)),
    };
    open.then(|| {
        let mut spelled = onset.to_owned();
        spelled.push(other);
        spelled
    })
}

/// All words that begin with what is typed, commonest first; the typed word itself among them.
pub(crate) fn complete(index: &Index, typed: &str) -> Vec<Found> {
    let mut found = lookup(index, &[typed]);
    let whole = found.len();
    let folded = term::fold(typed);
    if typed == "0" {
        // 05 lies with 5.
        for digit in '0'..='9' {
            let mut small = lookup(index, &[&String::from_iter(['0', digit])]);
            small.retain(|found| found.name.starts_with('0'));
            found.append(&mut small);
        }
    }
    // Completions that others leave no place for need not be looked at.
    let (mut longer, mut least) = (Vec::new(), 0);
    found.drain(whole..).for_each(|found| longer.push(ranked_by(0, found)));
    for segment in 0..index.segments.len() {
        index.entries(segment, Wanted::From(&folded), true, &mut |entry| {
            if !entry.folded.starts_with(&folded) {
                return false;
            }
            if entry.documents >= least
                && entry.folded != folded
                && !entry.name.as_bytes().contains(&b' ')
                && viet::prefix_agreement(typed, entry.name) <= Agreement::Compatible
            {
                longer.push(ranked_by(0, Found::of(segment, entry, Level::Compatible)));
                if longer.len() >= 4 * MAX_COMPLETIONS {
                    take_first(&mut longer, MAX_COMPLETIONS);
                    least = longer.last().map_or(0, |(_, found)| found.documents);
                }
            }
            true
        });
    }
    take_first(&mut longer, MAX_COMPLETIONS);
    longer.into_iter().for_each(|(_, completion)| found.push(completion));
    found
}

/// A word with its rank: by what it costs, then by how common it is.
fn ranked_by(cost: u8, found: Found) -> (u64, Found) {
    (u64::from(cost) << 32 | u64::from(!found.documents), found)
}

/// The first of some words, by rank and name.
fn take_first(all: &mut Vec<(u64, Found)>, first: usize) {
    let numbers = ranked(all.len(), first, &|at| (all[at].0, &all[at].1.name));
    let mut taken = Vec::with_capacity(numbers.len());
    numbers.into_iter().for_each(|at| taken.push(all[at].clone()));
    *all = taken;
}

/// Adds to each slot the words that one typing error away from it: another mark, or one letter left
/// out, added, changed or exchanged with its neighbour; the likeliest ones. One look at the lexicon does
/// for all slots. Answers whether there are any.
pub(crate) fn correct(index: &Index, slots: &mut [&mut Slot]) -> bool {
    let mut slips: Vec<Vec<(u64, Found)>> = Vec::new();
    let mut folded: Vec<String> = Vec::new();
    for slot in &*slots {
        slips.push(Vec::new());
        folded.push(correctable(&slot.typed));
    }
    for segment in 0..index.segments.len() {
        index.entries(segment, Wanted::Near(&folded), true, &mut |entry| {
            for ((slot, folded), found) in slots.iter().zip(&folded).zip(&mut slips) {
                if let Some(cost) = cost(&slot.typed, folded, entry) {
                    found.push(ranked_by(cost, Found::of(segment, entry, Level::Typo)));
                }
            }
            true
        });
    }
    let mut any = false;
    for (slot, mut found) in slots.iter_mut().zip(slips) {
        take_first(&mut found, MAX_CORRECTIONS);
        any |= !found.is_empty();
        found.into_iter().for_each(|(_, found)| slot.found.push(found));
    }
    any
}

/// The folded key of a word, or nothing, which nothing is near to: numbers are not corrected.
fn correctable(typed: &str) -> String {
    let folded = term::fold(typed);
    if folded.bytes().any(|b| b.is_ascii_digit()) { String::new() } else { folded }
}

/// How far a term is from what was typed, when it is one error.
fn cost(typed: &str, folded: &str, entry: &Entry<'_>) -> Option<u8> {
    let cost = if entry.folded == folded {
        (viet::agreement(typed, entry.name) == Agreement::Contrary).then_some(0)?
    } else {
        typing_error(folded.as_bytes(), entry.folded.as_bytes())?
    };
    Some(cost * 2 + u8::from(!shares_marks(typed, entry.name)))
}

/// Whether a correction keeps the marks that were typed: `thông` for `thôgn`, not `thong`. One letter
/// more, less or other changes the sum of all.
fn shares_marks(typed: &str, found: &str) -> bool {
    let marks = |text: &str| -> u32 {
        text.chars().filter(|c| !c.is_ascii()).fold(0, |sum, c| sum.wrapping_add(c as u32))
    };
    let typed = marks(typed);
    typed == 0 || typed == marks(found)
}

/// The cost of the one error between two words, if it is one: the first letter is seldom wrong.
fn typing_error(typed: &[u8], found: &[u8]) -> Option<u8> {
    if typed.len() < 3 || found.contains(&b' ') || !slips::is(typed, found) {
        return None;
    }
    Some(if typed.first() == found.first() { 1 } else { 2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors() {
        let check = |typed: &str, found: &str, expected: bool| {
            let is = typing_error(typed.as_bytes(), found.as_bytes()).is_some();
            assert_eq!(is, expected, "{typed} {found}");
        };
        check("thogn", "thong", true);
        check("thon", "thong", true);
        check("thongg", "thong", true);
        check("thomg", "thong", true);
        check("thong", "thong x", false);
        check("thong", "trang", false);
        check("ab", "abc", false);
    }

    #[test]
    fn other_spellings_of_i() {
        assert_eq!(other_i("ky").as_deref(), Some("ki"));
        assert_eq!(other_i("qui").as_deref(), Some("quy"));
        assert_eq!(other_i("thuy"), None);
        assert_eq!(other_i("i"), None);
        assert_eq!(other_i(""), None);
    }

    #[test]
    fn phrases_agree_syllable_by_syllable() {
        assert_eq!(agree(&["da", "nang"], "đà nẵng"), Some(Level::Compatible));
        assert_eq!(agree(&["đà", "nẵng"], "đà nẵng"), Some(Level::Exact));
        assert_eq!(agree(&["đà"], "đà nẵng"), None);
        assert_eq!(agree(&["chức"], "chúc"), None);
        assert_eq!(agree(&["05"], "5"), Some(Level::Compatible));
    }
}
