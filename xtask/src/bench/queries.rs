//! What is asked: stretches of the articles themselves, as readers would type them. The same seed
//! gives the same queries.

use protocol::{Ask, Filter, Request};
use viet::Token;

use super::corpus::{Article, Corpus};
use crate::dice::Dice;
use crate::quality::variants::Variant;

/// Hits of a page, as the viewer asks for them.
pub(crate) const HITS: u32 = 10;
/// Numbers of requests begin here, above those of the viewer's own first messages.
const FIRST_REQUEST: u32 = 1000;
/// Articles tried until one has a stretch that is long enough.
const TRIES: usize = 200;

/// Kinds of queries, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Two to four neighbouring words, as printed.
    Words,
    /// The same without any mark.
    Unaccented,
    /// The same while the last word is still being typed.
    Prefix,
    /// Three to six words in quotation marks.
    Phrase,
    /// Words with one typing error.
    Typo,
    /// Words within a year or a section.
    Filter,
    /// Eight to twelve words, as in a question.
    Sentence,
}

impl Kind {
    pub(crate) const ALL: [Self; 7] = [
        Self::Words,
        Self::Unaccented,
        Self::Prefix,
        Self::Phrase,
        Self::Typo,
        Self::Filter,
        Self::Sentence,
    ];

    /// Its name in the table and in JSON.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Unaccented => "unaccented",
            Self::Prefix => "prefix",
            Self::Phrase => "phrase",
            Self::Typo => "typo",
            Self::Filter => "filter",
            Self::Sentence => "sentence",
        }
    }

    /// How many words it is made of.
    const fn words(self) -> (usize, usize) {
        match self {
            Self::Phrase => (3, 6),
            Self::Sentence => (8, 12),
            _ => (2, 4),
        }
    }
}

/// A query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) kind: Kind,
    /// As typed; a phrase stands in its quotation marks.
    pub(crate) text: String,
    /// Field and value that the hits must have.
    pub(crate) filter: Option<(&'static str, String)>,
    /// The number of the article that it was taken from.
    pub(crate) source: usize,
}

impl Query {
    /// The message to the search worker that asks it, as the viewer would, for so many hits.
    pub(crate) fn request(&self, number: usize, count: u32) -> Vec<u8> {
        let filters = self.filter.iter().map(|(field, value)| Filter {
            field: (*field).to_owned(),
            values: vec![value.clone()],
        });
        let query = protocol::Query {
            text: self.text.clone(),
            filters: filters.collect(),
            count,
            typing: self.kind == Kind::Prefix,
            ..protocol::Query::default()
        };
        let number = FIRST_REQUEST + u32::try_from(number).unwrap_or(u32::MAX - FIRST_REQUEST);
        protocol::encode(&Request { number, ask: Ask::Search(query) })
    }
}

/// So many of each kind. A corpus with nothing to ask of one kind has none of it.
pub(crate) fn sample(corpus: &Corpus, each: usize, seed: u64) -> Vec<Query> {
    let mut dice = Dice::new(seed);
    let mut all = Vec::with_capacity(each * Kind::ALL.len());
    for kind in Kind::ALL {
        all.extend((0..each).filter_map(|_| one(corpus, kind, &mut dice)));
    }
    all
}

fn one(corpus: &Corpus, kind: Kind, dice: &mut Dice) -> Option<Query> {
    for _ in 0..TRIES {
        let source = dice.below(corpus.articles.len());
        let article = &corpus.articles[source];
        let filter = if kind == Kind::Filter { Some(filter(article, dice)?) } else { None };
        if let Some(words) = stretch(article, kind.words(), dice) {
            return Some(Query { kind, text: typed(kind, &words, dice), filter, source });
        }
    }
    None
}

/// Neighbouring words with single spaces between them, half the time of the title.
fn stretch(article: &Article, (fewest, most): (usize, usize), dice: &mut Dice) -> Option<String> {
    let wanted = fewest + dice.below(most - fewest + 1);
    let title = dice.chance(0.5);
    let lines: Vec<&str> = article.text.lines().filter(|line| !line.starts_with('[')).collect();
    let line = if title { article.title.as_str() } else { dice.one_of(&lines) };
    let tokens: Vec<Token<'_>> = viet::tokens(line).collect();
    let start = dice.below((tokens.len() + 1).saturating_sub(wanted));
    let run = tokens.get(start..start + wanted)?;
    let joined = run.windows(2).all(|two| &line[two[0].span.end..two[1].span.start] == " ");
    let letters = run.iter().filter(|token| token.text.chars().any(char::is_alphabetic)).count();
    let text = &line[run.first()?.span.start..run.last()?.span.end];
    (joined && letters >= fewest).then(|| text.to_owned())
}

/// A value that the article has.
fn filter(article: &Article, dice: &mut Dice) -> Option<(&'static str, String)> {
    let year = article.year().map(|year| ("year", year.to_owned()));
    let section = article.section.clone().map(|section| ("section", section));
    if dice.chance(0.5) { year.or(section) } else { section.or(year) }
}

/// The words as this kind of reader types them: in small letters, but for the phrase.
fn typed(kind: Kind, words: &str, dice: &mut Dice) -> String {
    let small = words.to_lowercase();
    match kind {
        Kind::Words | Kind::Filter | Kind::Sentence => small,
        Kind::Unaccented => Variant::Unmarked.of(&small, 0),
        Kind::Typo => Variant::Typo.of(&small, dice.below(1 << 30) as u64),
        Kind::Phrase => format!("\"{words}\""),
        Kind::Prefix => {
            let last = small.rfind(' ').map_or(0, |at| at + 1);
            let letters = 1 + dice.below(2);
            let end =
                small[last..].char_indices().nth(letters).map_or(small.len(), |(at, _)| last + at);
            small[..end].to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::generate;
    use super::*;

    fn corpus() -> Corpus {
        Corpus { name: "generated".to_owned(), articles: generate::articles(60) }
    }

    #[test]
    fn the_same_seed_asks_the_same() {
        let corpus = corpus();
        assert_eq!(sample(&corpus, 20, 1), sample(&corpus, 20, 1));
        assert_ne!(sample(&corpus, 20, 1), sample(&corpus, 20, 2));
    }

    #[test]
    fn each_kind_is_of_its_kind() {
        let corpus = corpus();
        let all = sample(&corpus, 30, 7);
        assert_eq!(all.len(), 30 * Kind::ALL.len());
        for query in &all {
            let article = &corpus.articles[query.source];
            let printed = format!("{}\n{}", article.title, article.text);
            let small = printed.to_lowercase();
            let words = viet::tokens(&query.text).count();
            let (fewest, most) = query.kind.words();
            assert!((fewest..=most).contains(&words), "{query:?}");
            let stands = match query.kind {
                Kind::Words | Kind::Sentence | Kind::Prefix => small.contains(&query.text),
                Kind::Filter => small.contains(&query.text) && query.filter.is_some(),
                Kind::Phrase => printed.contains(query.text.trim_matches('"')),
                Kind::Unaccented => {
                    query.text.chars().all(|c| viet::fold(&c.to_string()) == c.to_string())
                }
                Kind::Typo => !query.text.is_empty(),
            };
            assert!(stands, "{query:?}");
        }
    }

    #[test]
    fn a_request_says_what_is_asked() {
        let query = Query {
            kind: Kind::Prefix,
            text: "nông th".to_owned(),
            filter: Some(("year", "2020".to_owned())),
            source: 0,
        };
        let request: Request = protocol::decode(&query.request(5, HITS)).expect("a request");
        assert_eq!(request.number, 1005);
        let Ask::Search(asked) = request.ask else { panic!("{request:?}") };
        assert!(asked.typing && asked.count == HITS && asked.text == "nông th");
        assert_eq!(asked.filters[0].values, ["2020"]);
    }
}
