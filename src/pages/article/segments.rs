//! Cuts a paragraph where marks, links and notes begin and end. Pure: the text goes in whole and
//! comes out whole, in pieces.

use std::ops::Range;

use model::Span;

/// What lies over an article's text. All ranges are of the whole text; any may overlap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layers<'a> {
    /// Words that link to a fact. Where two overlap, the earlier and longer wins.
    pub links: &'a [Span],
    /// Words found by search.
    pub marks: &'a [Range<usize>],
    /// The sentence shown as the proof of a fact.
    pub proof: Option<Span>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// Its bytes in the whole text.
    pub range: Range<usize>,
    /// Index of its link.
    pub link: Option<usize>,
    /// Index of its mark.
    pub mark: Option<usize>,
    /// Whether it is part of the proof.
    pub proof: bool,
}

/// Cuts `block` of `text`. Ends that do not lie at character borders (a damaged bundle) cut
/// nothing.
pub(super) fn segments(text: &str, block: Span, layers: Layers<'_>) -> Vec<Segment> {
    let block = block.range();
    let links = disjoint(layers.links, &block);
    let proof = layers.proof.map(Span::range);
    let mut cuts = vec![block.start, block.end];
    let ranges = links.iter().map(|(_, range)| range).chain(layers.marks).chain(&proof);
    for range in ranges {
        cuts.extend([range.start, range.end]);
    }
    cuts.retain(|at| (block.start..=block.end).contains(at) && text.is_char_boundary(*at));
    cuts.sort_unstable();
    cuts.dedup();
    let over = |range: &Range<usize>, at: usize| range.contains(&at);
    let pieces = cuts.windows(2).map(|pair| {
        let at = pair[0];
        Segment {
            range: at..pair[1],
            link: links.iter().find(|(_, range)| over(range, at)).map(|(index, _)| *index),
            mark: layers.marks.iter().position(|range| over(range, at)),
            proof: proof.as_ref().is_some_and(|range| over(range, at)),
        }
    });
    pieces.collect()
}

/// The links inside a block that do not overlap one chosen before, with their indices.
fn disjoint(links: &[Span], block: &Range<usize>) -> Vec<(usize, Range<usize>)> {
    let inside = |range: &Range<usize>| block.start <= range.start && range.end <= block.end;
    let mut sorted: Vec<(usize, Range<usize>)> =
        links.iter().map(|span| span.range()).enumerate().filter(|(_, r)| inside(r)).collect();
    sorted.sort_by_key(|(index, range)| (range.start, usize::MAX - range.end, *index));
    let mut end = 0;
    sorted.retain(|(_, range)| {
        let free = range.start >= end && !range.is_empty();
        if free {
            end = range.end;
        }
        free
    });
    sorted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(range: Range<usize>) -> Span {
        Span::new(range)
    }

    /// Writes the pieces as `[linked]`, `*marked*`, `_proof_`.
    fn check(
        text: &str,
        links: &[(usize, usize)],
        marks: &[(usize, usize)],
        proof: Option<(usize, usize)>,
        expected: &str,
    ) {
        let links: Vec<Span> = links.iter().map(|&(a, b)| span(a..b)).collect();
        let marks: Vec<Range<usize>> = marks.iter().map(|&(a, b)| a..b).collect();
        let proof = proof.map(|(a, b)| span(a..b));
        let layers = Layers { links: &links, marks: &marks, proof };
        let mut drawn = String::new();
        for piece in segments(text, span(0..text.len()), layers) {
            let mut word = text[piece.range].to_owned();
            if piece.mark.is_some() {
                word = format!("*{word}*");
            }
            if let Some(link) = piece.link {
                word = format!("[{link}:{word}]");
            }
            if piece.proof {
                word = format!("_{word}_");
            }
            drawn.push_str(&word);
        }
        assert_eq!(drawn, expected);
    }

    #[test]
    fn layers_cut_where_they_begin_and_end() {
        check("abcdef", &[], &[], None, "abcdef");
        check("abcdef", &[(1, 3)], &[], None, "a[0:bc]def");
        check("abcdef", &[(1, 4)], &[(2, 3)], None, "a[0:b][0:*c*][0:d]ef");
        check("abcdef", &[], &[(0, 2)], Some((1, 6)), "*a*_*b*__cdef_");
        check("abcdef", &[(2, 4), (1, 5)], &[], None, "a[1:bcde]f");
        check("abcdef", &[(4, 99)], &[], None, "abcdef");
    }

    proptest! {
        #[test]
        fn nothing_is_lost(
            text in "\\PC{0,40}",
            links in proptest::collection::vec((0..60usize, 0..60usize), 0..5),
            marks in proptest::collection::vec((0..60usize, 0..60usize), 0..5),
        ) {
            let links: Vec<Span> = links.into_iter().map(|(a, b)| span(a..b)).collect();
            let marks: Vec<Range<usize>> = marks.into_iter().map(|(a, b)| a..a.max(b)).collect();
            let layers = Layers { links: &links, marks: &marks, proof: links.first().copied() };
            let pieces = segments(&text, span(0..text.len()), layers);
            let whole: String = pieces.iter().map(|piece| &text[piece.range.clone()]).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
