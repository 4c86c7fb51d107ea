//! The lines of a text, with what lies between them: where pictures were, crawlers leave wider
//! gaps.

use std::ops::Range;

use crate::words::{is_space, trim};

/// A line that prints something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line<'t> {
    /// Without white space at its ends.
    pub(crate) text: &'t str,
    /// Where [`text`](Self::text) lies.
    pub(crate) span: Range<usize>,
    /// Lines before it that print nothing.
    pub(crate) gap: Gap,
}

/// Empty lines in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Gap {
    /// All of them.
    pub(crate) lines: usize,
    /// Those that hold a space of some kind (the NBSP of an emptied paragraph).
    pub(crate) spaced: usize,
}

/// The lines that print something.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut gap = Gap::default();
    for range in split(text) {
        let raw = &text[range.clone()];
        let line = trim(raw);
        if line.is_empty() {
            gap.lines += 1;
            gap.spaced += usize::from(raw.chars().any(|c| !matches!(c, ' ' | '\t')));
            continue;
        }
        let start = range.start + raw.len() - raw.trim_start_matches(is_space).len();
        let span = start..start + line.len();
        found.push(Line { text: line, span, gap });
        gap = Gap::default();
    }
    found
}

/// Number of line ends in `bytes`: LF, CR LF, or a lone CR.
pub(crate) fn breaks(bytes: &[u8]) -> usize {
    let lf = bytes.iter().filter(|&&b| b == b'\n').count();
    let lone = (0..bytes.len()).filter(|&i| bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
    lf + lone.count()
}

fn split(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut ranges, mut start, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let width = match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
            b'\r' | b'\n' => 1,
            _ => 0,
        };
        if width > 0 {
            ranges.push(start..at);
            start = at + width;
        }
        at += width.max(1);
    }
    ranges.push(start..bytes.len());
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers_and_gaps() {
        let text = "một\r\n\r\n\u{a0}\n \u{a0}hai \rba\n";
        let found = lines(text);
        let seen: Vec<_> = found
            .iter()
            .map(|l| (l.text, breaks(&text.as_bytes()[..l.span.start]), l.gap.lines, l.gap.spaced))
            .collect();
        assert_eq!(seen, [("một", 0, 0, 0), ("hai", 3, 2, 1), ("ba", 4, 0, 0)]);
        for line in &found {
            assert_eq!(&text[line.span.clone()], line.text);
        }
        assert!(lines(" \n\n").is_empty());
    }
}
