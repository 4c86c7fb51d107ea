//! Texts cut into syllables once: the next question looks at the same articles again, for other words.

use std::ops::Range;

use crate::sight::Text;
use crate::term;

/// Cuts texts. It learns letters on the way: keep it for the next text.
#[derive(Clone, Debug, Default)]
pub struct Cutter(viet::Scanner);

/// Where the syllables of a text are: six bytes for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// The low bits of the numbers of all syllables (see [`viet::number`]), the title's first, then
    /// those of each zone.
    numbers: Vec<u16>,
    /// Where each begins in its title or zone.
    starts: Vec<u32>,
    /// Where title and zones end in these lists.
    ends: Vec<usize>,
}

impl Cutter {
    /// Cuts an article's title and zones.
    pub fn cut(&mut self, text: &Text<'_>) -> Cut {
        let mut cut = Cut::default();
        self.add(&mut cut, text.title);
        for (_, range) in text.zones {
            self.add(&mut cut, text.text.get(range.clone()).unwrap_or_default());
        }
        cut
    }

    fn add(&mut self, cut: &mut Cut, part: &str) {
        let mut add = |start: usize, number: u32| {
            cut.starts.push(start as u32);
            cut.numbers.push(number as u16);
        };
        self.0.scan(part, &mut |span, number| {
            let text = &part[span.clone()];
            let mut digits = text.bytes().map(|byte| byte.is_ascii_digit());
            // An abbreviation may have to be parted from the number behind it.
            if digits.next() == Some(false) && digits.any(|is| is) {
                for (key, of) in term::keys(text) {
                    add(span.start + of.start, viet::number(&key));
                }
            } else {
                add(span.start, number);
            }
        });
        cut.ends.push(cut.starts.len());
    }
}

impl Cut {
    /// The title (0) or a zone (from 1 on), of which this is the text.
    pub(crate) fn part<'a>(&'a self, at: usize, text: &'a str) -> Part<'a> {
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).map_or(0, |end| *end) };
        let of = start..self.ends.get(at).map_or(start, |end| *end);
        Part { text, numbers: &self.numbers[of.clone()], starts: &self.starts[of] }
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        6 * self.starts.len()
    }
}

/// A title or zone, cut.
pub(crate) struct Part<'a> {
    pub(crate) text: &'a str,
    /// Low bits of the numbers of its syllables.
    pub(crate) numbers: &'a [u16],
    starts: &'a [u32],
}

impl<'a> Part<'a> {
    /// The bytes of a syllable.
    pub(crate) fn span(&self, at: usize) -> Range<usize> {
        let start = self.starts[at] as usize;
        let token = self.text.get(start..).and_then(|rest| viet::tokens(rest).next());
        let end = start + token.map_or(0, |token| token.span.end);
        // The next one begins before the token's end where a number was parted from its word.
        let next = self.starts.get(at + 1).map_or(end, |next| *next as usize);
        start..end.min(next)
    }

    /// A syllable as it stands there.
    pub(crate) fn syllable(&self, at: usize) -> &'a str {
        self.text.get(self.span(at)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Zone;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn syllables_are_the_terms_of_the_text(
            title in "\\PC{0,30}",
            zone in "((tw|NQ|QĐ|nđ|covid|Hội|đ)?[0-9]{0,3}( |/|, |\u{ad}|e\u{302}|ở)?){0,12}",
        ) {
            let all = format!("x{zone}");
            let zones = [(Zone::Body, 1..all.len()), (Zone::Body, 5_000..5_001)];
            let cut = Cutter::default().cut(&Text { title: &title, text: &all, zones: &zones });
            for (at, text) in [title.as_str(), zone.as_str(), ""].into_iter().enumerate() {
                let part = cut.part(at, text);
                let spans: Vec<_> = (0..part.numbers.len()).map(|at| part.span(at)).collect();
                let expected: Vec<_> = term::keys(text).into_iter().map(|(_, span)| span).collect();
                prop_assert_eq!(spans, expected);
                for (at, &number) in part.numbers.iter().enumerate() {
                    // What is longer has a shortened key.
                    let syllable = part.syllable(at);
                    prop_assert!(syllable.len() > 48 || viet::number(syllable) as u16 == number);
                }
            }
        }
    }
}
