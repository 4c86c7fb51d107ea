//! Where the words of a search stand in an article.

use std::ops::Range;

use viet::{Agreement, agreement};

/// The places of `text` to mark for a query: runs of its words where there are such runs, else each
/// word alone. Words are compared as search compares them; what a query excludes is not marked.
pub(super) fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let words = words(query);
    if words.is_empty() {
        return Vec::new();
    }
    let tokens: Vec<(Range<usize>, bool)> = viet::tokens(text)
        .map(|token| {
            let wanted = words.iter().any(|word| agreement(word, token.text) < Agreement::Contrary);
            (token.span, wanted)
        })
        .collect();
    let runs: Vec<Range<usize>> = tokens
        .chunk_by(|a, b| a.1 && b.1 && is_gap(&text[a.0.end..b.0.start]))
        .filter(|run| run[0].1 && (run.len() > 1 || words.len() == 1))
        .map(|run| run[0].0.start..run[run.len() - 1].0.end)
        .collect();
    if runs.is_empty() {
        return tokens.into_iter().filter(|(_, wanted)| *wanted).map(|(span, _)| span).collect();
    }
    runs
}

/// Whether what stands between two words holds them together: spaces and hyphens do, commas and
/// full stops do not.
fn is_gap(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '/' | '\u{2010}'..='\u{2013}'))
}

/// The words that a query asks for: fields and excluded words aside.
fn words(query: &str) -> Vec<&str> {
    query
        .split_whitespace()
        .filter(|word| !word.starts_with('-') && !word.contains(':') && *word != "OR")
        .flat_map(|word| viet::tokens(word).map(|token| token.text).collect::<Vec<_>>())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, query: &str, expected: &[&str]) {
        let found: Vec<&str> = marks(text, query).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn runs_of_words_are_marked_whole() {
        let text = "Công tác dân vận: vận động nhân dân, “Dân vận khéo”. Huyện uỷ";
        check(text, "dan van", &["dân vận", "Dân vận"]);
        check(text, "\"dân vận khéo\"", &["dân vận", "Dân vận khéo"]);
        check(text, "huyện ủy", &["Huyện uỷ"]);
        check(text, "tác", &["tác"]);
        check(text, "khéo công", &["Công", "khéo"]);
        check(text, "-dân năm:2020", &[]);
        check(text, "  ", &[]);
    }

    proptest! {
        #[test]
        fn marks_lie_in_the_text(text in "\\PC{0,60}", query in "\\PC{0,20}") {
            for range in marks(&text, &query) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
