//! The vocabularies of roles and names, read once from their data files.

use std::sync::LazyLock;

use crate::phrase::{PhraseBook, lines};
use crate::token::Token;
use crate::vocabulary::headed;

/// What the rules of officials know of the language.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// What a role begins with ("phó bí thư").
    pub(super) head: PhraseBook,
    /// What may stand before a head ("nguyên").
    pub(super) prefix: PhraseBook,
    /// What a person is addressed by ("đồng chí").
    pub(super) honorific: PhraseBook,
    /// Names of bodies with "và" or a comma inside.
    pub(super) body: PhraseBook,
    /// Small words that go on with a role.
    pub(super) word: PhraseBook,
    /// What a proper name follows that is no person's ("trường").
    pub(super) marker: PhraseBook,
    /// Kinds of units ("huyện").
    pub(super) unit: PhraseBook,
    /// Names of places.
    pub(super) place: PhraseBook,
    /// Family names.
    pub(super) surname: PhraseBook,
    /// Historical figures.
    pub(super) historical: PhraseBook,
}

impl Lexicon {
    pub(super) fn get() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);
        &LEXICON
    }

    fn read() -> Self {
        let roles = |wanted: &str| {
            let mut book = PhraseBook::default();
            for (heading, phrases) in headed(include_str!("../../data/roles.txt")) {
                if heading == wanted {
                    phrases.split('|').for_each(|phrase| book.add(phrase, 0));
                }
            }
            book
        };
        let generic = headed(include_str!("../../data/generic.txt"));
        let unit = generic.filter(|(heading, _)| *heading == "unit").map(|(_, phrases)| phrases);
        let mut surname = PhraseBook::default();
        for name in lines(include_str!("../../data/surnames.txt")).flat_map(|line| line.split('|'))
        {
            surname.add(name, 0);
        }
        Self {
            head: roles("head"),
            prefix: roles("prefix"),
            honorific: roles("honorific"),
            body: roles("body"),
            word: roles("word"),
            marker: roles("marker"),
            unit: PhraseBook::read(unit.collect::<Vec<_>>().join("|").as_str()),
            place: PhraseBook::read(include_str!("../../data/places.txt")),
            surname,
            historical: PhraseBook::read(include_str!("../../data/historical.txt")),
        }
    }

    /// The tokens of the honorifics that begin at the first of `tokens`.
    pub(super) fn honorifics(&self, tokens: &[Token]) -> usize {
        let mut taken = 0;
        while let Some((more, _)) = self.honorific.longest(&tokens[taken..]) {
            taken += more;
            let dot = tokens.get(taken).is_some_and(|t| t.is("."));
            taken += usize::from(dot);
        }
        taken
    }
}
