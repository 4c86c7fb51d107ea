//! Names of places that stay open: they may mean several places, or are on no list. The clerk reads
//! each once, with where it stands first and how often it stands at all.

use std::collections::{BTreeMap, BTreeSet};

use model::{Article, Span};

use crate::bind;
use crate::problem::{Problem, What};
use crate::report::line;

/// Names of a kind that are told one by one.
const MOST: usize = 30;

/// A name that stays open at one place of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OpenName {
    /// As printed.
    words: String,
    /// What each may be, with what it was in; empty for a name that is on no list.
    places: Vec<String>,
    file: String,
    line: usize,
}

impl OpenName {
    /// The name at some place of an article.
    pub(crate) fn at(article: &Article, at: Span, places: Vec<String>) -> Option<Self> {
        let words = at.of(&article.text)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = line(&article.text, at.range().start);
        Some(Self { words, places, file: bind::name(article), line })
    }
}

/// Where a name stands.
#[derive(Default)]
struct Standing {
    words: String,
    mentions: usize,
    files: BTreeSet<String>,
    first: Option<(String, usize)>,
}

/// The problems: one for each name, those that stand most often first.
pub(crate) fn problems(names: Vec<OpenName>) -> Vec<Problem> {
    let mut all: BTreeMap<(Vec<String>, Vec<String>), Standing> = BTreeMap::new();
    for OpenName { words, places, file, line } in names {
        let key = viet::abbreviations::syllables(&words);
        let standing = all.entry((places, key)).or_default();
        standing.mentions += 1;
        let first = (file.clone(), line);
        if standing.first.as_ref().is_none_or(|known| first < *known) {
            (standing.words, standing.first) = (words, Some(first));
        }
        standing.files.insert(file);
    }
    let (unknown, ambiguous): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|((places, _), _)| places.is_empty());
    let mut problems = Vec::new();
    for mut kind in [ambiguous, unknown] {
        kind.sort_by_key(|(_, standing)| std::cmp::Reverse(standing.mentions));
        let more = kind.len().saturating_sub(MOST);
        kind.truncate(MOST);
        let more_is = kind.first().map(|((places, _), _)| places.is_empty());
        for ((places, _), Standing { words, mentions, files, first }) in kind {
            let (file, line) = first.unwrap_or_default();
            let articles = files.len();
            let what = if places.is_empty() {
                What::UnknownPlace { words, mentions, articles }
            } else {
                What::AmbiguousPlace { words, places, mentions, articles }
            };
            problems.push(Problem::warning(&file, Some(line), what));
        }
        if let Some(unknown) = more_is.filter(|_| more > 0) {
            let what = What::MorePlaces { names: more, unknown };
            problems.push(Problem::warning("articles/", None, what));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(words: &str, places: &[&str], file: &str, line: usize) -> OpenName {
        let places = places.iter().map(|place| (*place).to_owned()).collect();
        OpenName { words: words.to_owned(), places, file: file.to_owned(), line }
    }

    #[test]
    fn a_name_is_told_once_with_its_first_place() {
        let two = ["Xã Tân Lập, Huyện A", "Xã Tân Lập, Huyện B"];
        let told = problems(vec![
            name("xã Hoa Ban", &[], "articles/c", 3),
            name("Xã Tân Lập", &two, "articles/b", 9),
            name("xã Tân Lập", &two, "articles/a", 7),
            name("xã Tân lập", &two, "articles/a", 5),
        ]);
        let told: Vec<_> =
            told.into_iter().map(|problem| (problem.file, problem.line, problem.what)).collect();
        assert_eq!(
            told,
            [
                (
                    "articles/a".to_owned(),
                    Some(5),
                    What::AmbiguousPlace {
                        words: "xã Tân lập".to_owned(),
                        places: two.iter().map(|place| (*place).to_owned()).collect(),
                        mentions: 3,
                        articles: 2,
                    },
                ),
                (
                    "articles/c".to_owned(),
                    Some(3),
                    What::UnknownPlace {
                        words: "xã Hoa Ban".to_owned(), mentions: 1, articles: 1
                    },
                ),
            ]
        );
    }

    #[test]
    fn of_many_names_the_most_frequent_are_told() {
        let mut names: Vec<OpenName> = (0..MOST + 5)
            .map(|at| name(&format!("xã Số {at}"), &[], "articles/a", at + 1))
            .collect();
        names.push(name("xã Số 34", &[], "articles/b", 1));
        let told = problems(names);
        assert_eq!(told.len(), MOST + 1);
        assert!(
            matches!(&told[0].what, What::UnknownPlace { words, mentions: 2, .. } if words == "xã Số 34")
        );
        assert_eq!(told[MOST].what, What::MorePlaces { names: 5, unknown: true });
    }
}
