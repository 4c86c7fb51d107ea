//! Where the words of a search stand in an article.

use std::ops::Range;

use viet::{Agreement, agreement, prefix_agreement};

use crate::wording::wanted;

/// The places of `text` to mark for a query: runs of its words where there are such runs, else each
/// word alone; where there is none, words that begin like its last, which may be half typed. Words
/// are compared as search compares them; what a query excludes is not marked.
pub(super) fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let words = wanted(query);
    let is_like =
        |found: &str| words.iter().any(|word| agreement(word, found) < Agreement::Contrary);
    let marks = runs(text, words.len(), &is_like);
    let Some((last, _)) = words.split_last().filter(|_| marks.is_empty()) else { return marks };
    runs(text, 1, &|found| prefix_agreement(last, found) < Agreement::Contrary)
}

/// Runs of wanted words; each alone where no two stand together.
fn runs(text: &str, words: usize, is_wanted: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
    let tokens: Vec<(Range<usize>, bool)> = viet::tokens(text)
        .map(|token| {
            let wanted = is_wanted(token.text);
            (token.span, wanted)
        })
        .collect();
    let runs: Vec<Range<usize>> = tokens
        .chunk_by(|a, b| a.1 && b.1 && is_gap(&text[a.0.end..b.0.start]))
        .filter(|run| run[0].1 && (run.len() > 1 || words == 1))
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
        check(text, "-\"dân vận\" năm:2020", &[]);
        check(text, "khe", &["khéo"]);
        check(text, "vận động nhâ", &["vận động"]);
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
