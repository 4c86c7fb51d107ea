//! Places by name.

use model::unit::UnitKind;

use super::{Gazetteer, Name, PlaceId};
use crate::names::{canonical_words, split_kind};

/// How a place's name agrees with what was asked, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The name, marks and all.
    Exact,
    /// The name, marks aside.
    Folded,
    /// It begins so.
    Begins,
    /// A later word of it begins so.
    Within,
    /// A letter apart.
    Near,
}

/// A place that a question may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The place.
    pub place: PlaceId,
    /// How its name agrees.
    pub agreement: Agreement,
}

/// A name as it is asked for.
struct Asked {
    kind: Option<UnitKind>,
    /// Canonical syllables of the proper name.
    proper: String,
    folded: String,
}

impl Asked {
    fn new(text: &str) -> Self {
        let (kind, proper) = split_kind_of_question(text);
        let proper = canonical_words(proper).join(" ");
        Self { kind, folded: viet::fold(&proper), proper }
    }
}

/// A question's kind word may lack its marks ("phuong viet hung").
fn split_kind_of_question(text: &str) -> (Option<UnitKind>, &str) {
    const UNMARKED: &[(&str, UnitKind)] = &[
        ("thanh pho ", UnitKind::City),
        ("thi tran ", UnitKind::Township),
        ("thi xa ", UnitKind::Town),
        ("dac khu ", UnitKind::SpecialZone),
        ("tinh ", UnitKind::Province),
        ("quan ", UnitKind::UrbanDistrict),
        ("huyen ", UnitKind::RuralDistrict),
        ("phuong ", UnitKind::Ward),
        ("xa ", UnitKind::Commune),
    ];
    if let (Some(kind), proper) = split_kind(text) {
        return (Some(kind), proper);
    }
    let text = text.trim_start();
    UNMARKED
        .iter()
        .find(|(head, _)| {
            text.is_char_boundary(head.len().min(text.len()))
                && text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head))
        })
        .map_or((None, text), |(head, kind)| (Some(*kind), &text[head.len()..]))
}

impl Gazetteer {
    /// Places that are called so, kind and marks as given: a kind that is not named may be any, and
    /// marks that are typed must be right. In order of the gazetteer.
    pub fn called(&self, text: &str) -> Vec<PlaceId> {
        let asked = Asked::new(text);
        let unmarked = asked.proper == asked.folded;
        let mut called: Vec<PlaceId> = self
            .folded_as(&asked.folded)
            .iter()
            .filter(|name| unmarked || name.proper == asked.proper)
            .map(|name| name.place)
            .filter(|id| asked.kind.is_none_or(|kind| kind == self.place(*id).kind))
            .collect();
        called.sort_unstable();
        called.dedup();
        called
    }

    /// The names that are this one, marks aside.
    pub(super) fn folded_as(&self, folded: &str) -> &[Name] {
        let start = self.by_name.partition_point(|name| name.folded.as_str() < folded);
        let after = &self.by_name[start..];
        &after[..after.iter().take_while(|name| name.folded == folded).count()]
    }

    /// Up to `most` places that a reader may mean while typing, best first: names that agree, those
    /// that begin so, those with a later word that begins so; where there is none, names a letter
    /// apart.
    pub fn find(&self, text: &str, most: usize) -> Vec<Hit> {
        let asked = Asked::new(text);
        if asked.folded.is_empty() {
            return Vec::new();
        }
        let mut hits = self.hits(&asked, |name| agreement(&asked.folded, name));
        if hits.is_empty() {
            hits =
                self.hits(&asked, |name| is_near(&asked.folded, name).then_some(Agreement::Near));
        }
        hits.truncate(most);
        hits
    }

    fn hits(&self, asked: &Asked, agree: impl Fn(&str) -> Option<Agreement>) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for name in &self.by_name {
            let Some(mut agreement) = agree(&name.folded) else { continue };
            if asked.kind.is_some_and(|kind| kind != self.place(name.place).kind) {
                continue;
            }
            if agreement == Agreement::Folded && asked.proper == name.proper {
                agreement = Agreement::Exact;
            }
            hits.push(Hit { place: name.place, agreement });
        }
        // Of places that agree alike, higher ones first, and those that are there today.
        hits.sort_by_key(|hit| {
            let tier = self.place(hit.place).tier.min(super::Tier::Commune);
            (hit.agreement, tier, !self.lives(hit.place), hit.place)
        });
        hits.dedup_by_key(|hit| hit.place);
        hits
    }
}

fn agreement(asked: &str, name: &str) -> Option<Agreement> {
    if asked == name {
        return Some(Agreement::Folded);
    }
    if name.starts_with(asked) {
        return Some(Agreement::Begins);
    }
    let within = || name.match_indices(asked).any(|(at, _)| name[..at].ends_with(' '));
    within().then_some(Agreement::Within)
}

/// Shorter names have too many neighbours.
const SHORTEST_NEAR: usize = 4;

/// Whether two names are one letter apart: one more, one less, another, or two in the other order.
fn is_near(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < SHORTEST_NEAR || long.len() - short.len() > 1 {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[head..], &long[head..]);
    match short.len().cmp(&long.len()) {
        std::cmp::Ordering::Less => short == &long[1..],
        _ if short.is_empty() => true,
        _ => {
            short[1..] == long[1..]
                || short.len() > 1
                    && short[0] == long[1]
                    && short[1] == long[0]
                    && short[2..] == long[2..]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names() {
        for (a, b) in [("song lo", "song l0"), ("song lo", "sng lo"), ("song lo", "sogn lo")] {
            assert!(is_near(a, b) && is_near(b, a), "{a} {b}");
        }
        for (a, b) in [("song lo", "song lam"), ("lo", "la"), ("song lo", "sgno lo")] {
            assert!(!is_near(a, b), "{a} {b}");
        }
    }

    #[test]
    fn agreements() {
        assert_eq!(agreement("song", "song lo"), Some(Agreement::Begins));
        assert_eq!(agreement("lo", "song lo"), Some(Agreement::Within));
        assert_eq!(agreement("ong", "song lo"), None);
    }
}
