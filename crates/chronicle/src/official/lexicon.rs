//! The vocabularies of roles and names, read once from their data files.

use std::sync::LazyLock;

use crate::phrase::{PhraseBook, lines};
use crate::token::Token;
use crate::vocabulary::book;

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
    /// What begins a new thought after a role ("phát biểu").
    pub(super) verb: PhraseBook,
    /// What a proper name follows that is no person's ("trường").
    pub(super) marker: PhraseBook,
    /// Kinds of units ("huyện").
    pub(super) unit: PhraseBook,
    /// Kinds of units never called after a person ("tỉnh").
    pub(super) province: PhraseBook,
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
        let roles = |wanted: &str| book(include_str!("../../data/roles.txt"), wanted);
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
            verb: roles("verb"),
            marker: roles("marker"),
            province: roles("province"),
            unit: book(include_str!("../../data/generic.txt"), "unit"),
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
