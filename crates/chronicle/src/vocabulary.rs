//! The vocabularies of the anniversaries, read once from their data files.

use std::sync::LazyLock;

use model::chronicle::AnniversaryKind;

use crate::phrase::{PhraseBook, lines};

/// What the rules of anniversaries know of the language.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// National days and sectors; an entry is an index into [`days`](Self::days).
    pub(crate) day_names: PhraseBook,
    days: Vec<Day>,
    /// What is remembered ("ngày truyền thống"); an entry is an index into the kinds.
    pub(crate) kind_words: PhraseBook,
    kinds: Vec<(AnniversaryKind, bool)>,
    /// Words before a name that say nothing of whose it is ("ngành").
    pub(crate) lead: PhraseBook,
    /// Words before it that are not printed with it ("các ngành").
    pub(crate) unprinted: PhraseBook,
    /// Words after it ("của Đảng").
    pub(crate) tail: PhraseBook,
    /// Several bodies at once ("các ban đảng").
    pub(crate) collective: PhraseBook,
    /// A body that only the article's unit can tell ("tỉnh").
    pub(crate) own: PhraseBook,
    /// Kinds of units ("huyện").
    pub(crate) unit: PhraseBook,
    /// Where an unknown name ends.
    pub(crate) boundary: PhraseBook,
    /// What announces an anniversary of anything ("kỷ niệm").
    pub(crate) announce: PhraseBook,
    /// What may stand between those words and the count ("lần thứ").
    pub(crate) filler: PhraseBook,
    /// What may stand between a year and the words that announce ("nhân dịp").
    pub(crate) leading: PhraseBook,
    /// What leads on to a future occasion ("đến dịp").
    pub(crate) future: PhraseBook,
    /// What people celebrate among themselves ("ngày cưới").
    pub(crate) private: PhraseBook,
    /// What makes "N năm" a length of time.
    pub(crate) length: PhraseBook,
}

#[derive(Debug)]
struct Day {
    kind: AnniversaryKind,
    slug: String,
}

impl Vocabulary {
    /// The built-in vocabulary.
    pub(crate) fn get() -> &'static Self {
        static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::read);
        &VOCABULARY
    }

    fn read() -> Self {
        let (mut day_names, mut days) = (PhraseBook::default(), Vec::new());
        for (heading, phrases) in headed(include_str!("../data/days.txt")) {
            let Some(kind) = kind(heading) else { continue };
            let plain = phrases.split('|').next().unwrap_or_default();
            for phrase in phrases.split('|') {
                day_names.add(phrase, days.len());
            }
            days.push(Day { kind, slug: viet::fold_slug(plain) });
        }
        let (mut kind_words, mut kinds) = (PhraseBook::default(), Vec::new());
        for (heading, phrases) in headed(include_str!("../data/kinds.txt")) {
            let named = heading.ends_with('+');
            let Some(kind) = kind(heading.trim_end_matches('+').trim()) else { continue };
            for phrase in phrases.split('|') {
                kind_words.add(phrase, kinds.len());
            }
            kinds.push((kind, named));
        }
        let generic = |wanted: &str| book(include_str!("../data/generic.txt"), wanted);
        Self {
            day_names,
            days,
            kind_words,
            kinds,
            lead: generic("lead"),
            unprinted: generic("unprinted"),
            tail: generic("tail"),
            collective: generic("collective"),
            own: generic("own"),
            unit: generic("unit"),
            boundary: generic("boundary"),
            announce: generic("announce"),
            filler: generic("filler"),
            leading: generic("leading"),
            future: generic("future"),
            private: generic("private"),
            length: generic("length"),
        }
    }

    /// The kind of a national day.
    pub(crate) fn day_kind(&self, day: usize) -> AnniversaryKind {
        self.days[day].kind
    }

    /// The plain name of a national day, for identifiers.
    pub(crate) fn day_slug(&self, day: usize) -> &str {
        &self.days[day].slug
    }

    /// The kind told by kind words, and whether they belong to the name.
    pub(crate) fn kind(&self, entry: usize) -> (AnniversaryKind, bool) {
        self.kinds[entry]
    }
}

/// The phrases under one heading of a vocabulary.
pub(crate) fn book(source: &str, wanted: &str) -> PhraseBook {
    let mut book = PhraseBook::default();
    for (_, phrases) in headed(source).filter(|(heading, _)| *heading == wanted) {
        phrases.split('|').for_each(|phrase| book.add(phrase, 0));
    }
    book
}

/// The lines `heading : phrases` of a vocabulary.
pub(crate) fn headed(source: &str) -> impl Iterator<Item = (&str, &str)> {
    lines(source)
        .filter_map(|line| line.split_once(':'))
        .map(|(heading, phrases)| (heading.trim(), phrases.trim()))
}

/// The kind that a heading names.
pub(crate) fn kind(heading: &str) -> Option<AnniversaryKind> {
    Some(match heading {
        "truyền thống" => AnniversaryKind::Tradition,
        "thành lập" => AnniversaryKind::Founding,
        "sự kiện" => AnniversaryKind::Event,
        "sinh" => AnniversaryKind::Birth,
        "mất" => AnniversaryKind::Death,
        "hưởng ứng" => AnniversaryKind::Observance,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_files_is_read() {
        for source in [
            include_str!("../data/days.txt"),
            include_str!("../data/kinds.txt"),
            include_str!("../data/generic.txt"),
        ] {
            for line in lines(source) {
                assert!(line.contains(':'), "no heading: {line}");
            }
        }
        for source in [include_str!("../data/days.txt"), include_str!("../data/kinds.txt")] {
            for (heading, _) in headed(source) {
                let heading = heading.trim_end_matches('+').trim();
                assert!(kind(heading).is_some(), "unknown kind: {heading}");
            }
        }
    }

    #[test]
    fn every_list_of_words_is_there() {
        let vocabulary = Vocabulary::get();
        for (name, book) in [
            ("lead", &vocabulary.lead),
            ("unprinted", &vocabulary.unprinted),
            ("tail", &vocabulary.tail),
            ("collective", &vocabulary.collective),
            ("own", &vocabulary.own),
            ("unit", &vocabulary.unit),
            ("boundary", &vocabulary.boundary),
            ("announce", &vocabulary.announce),
            ("filler", &vocabulary.filler),
            ("leading", &vocabulary.leading),
            ("future", &vocabulary.future),
            ("private", &vocabulary.private),
            ("length", &vocabulary.length),
        ] {
            assert!(!book.is_empty(), "{name}");
        }
    }

    #[test]
    fn no_two_national_days_share_an_identifier() {
        let vocabulary = Vocabulary::get();
        let mut slugs: Vec<&str> = vocabulary.days.iter().map(|day| &*day.slug).collect();
        slugs.sort_unstable();
        let all = slugs.len();
        slugs.dedup();
        assert_eq!(slugs.len(), all);
    }
}
