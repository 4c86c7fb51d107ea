//! Every syllable that Vietnamese can form, in an order of their own: names of people and places.

use viet::{Letter, Shape, Tone, is_syllable};

use crate::dice::Dice;

const ONSETS: [&str; 27] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v",
];
const VOWELS: [&str; 33] = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ia", "iê", "ua", "uô", "ưa", "ươ",
    "oa", "oă", "oe", "uê", "uy", "uơ", "uâ", "yê", "uyê", "ai", "ao", "âu", "ơi", "iêu", "ươi",
];
const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
const TONES: [Tone; 6] =
    [Tone::Level, Tone::Grave, Tone::Hook, Tone::Tilde, Tone::Acute, Tone::Dot];

/// The syllables, frequent ones first.
pub(super) struct Syllables(Vec<String>);

impl Syllables {
    pub(super) fn new() -> Self {
        let mut all: Vec<String> = all().filter(|syllable| is_syllable(syllable)).collect();
        all.sort();
        all.dedup();
        // Which are frequent is left to chance, always the same.
        let mut dice = Dice::new(1930);
        for end in (1..all.len()).rev() {
            all.swap(end, dice.below(end + 1));
        }
        Self(all)
    }

    /// One of them, early ones far more often.
    pub(super) fn draw(&self, dice: &mut Dice) -> &str {
        self.0.get(dice.early_place(self.0.len())).map_or("", String::as_str)
    }
}

/// Every onset, vowel, end and tone, put together; many are no syllables.
fn all() -> impl Iterator<Item = String> {
    ONSETS.into_iter().flat_map(|onset| {
        VOWELS.into_iter().flat_map(move |vowel| {
            CODAS.into_iter().flat_map(move |coda| {
                TONES.into_iter().map(move |tone| [onset, &toned(vowel, coda, tone), coda].concat())
            })
        })
    })
}

/// The vowel with its tone: on a letter with a hat or horn, else on the last before an end and on
/// the first of an open group.
fn toned(vowel: &str, coda: &str, tone: Tone) -> String {
    let mut letters: Vec<Letter> = vowel.chars().map(Letter::of).collect();
    let shaped = letters.iter().rposition(|letter| letter.shape != Shape::Plain);
    let last = letters.len() - 1;
    let at = shaped.unwrap_or(if coda.is_empty() { 0 } else { last });
    letters[at].tone = tone;
    letters.into_iter().map(Letter::to_char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_the_language_are_there_and_others_are_not() {
        let Syllables(all) = Syllables::new();
        assert!((10_000..25_000).contains(&all.len()), "{}", all.len());
        for there in ["đường", "nguyễn", "tam", "sơn", "quế", "hòa", "thủy", "khuyến"]
        {
            let known = all.iter().any(|one| viet::canonical(one) == viet::canonical(there));
            assert!(known, "{there}");
        }
        assert!(all.iter().all(|syllable| is_syllable(syllable)));
    }

    #[test]
    fn early_ones_are_frequent() {
        let syllables = Syllables::new();
        let mut dice = Dice::new(1);
        let first = (0..1000).filter(|_| syllables.draw(&mut dice) == syllables.0[0]).count();
        assert!(first > 30, "{first}");
    }
}
