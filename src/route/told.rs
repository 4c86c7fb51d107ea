//! The kinds of what the articles tell, by the words of their addresses.

/// A kind of what the articles tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldKind {
    /// All kinds, with how much there is of each.
    All,
    /// Anniversaries; an entry is [`Route::Anniversary`](super::Route::Anniversary).
    Anniversaries,
    /// Officials; an entry is [`Route::Official`](super::Route::Official).
    Officials,
    /// Programmes; an entry is [`Route::Programme`](super::Route::Programme).
    Programmes,
    /// Directives; an entry is [`Route::Directive`](super::Route::Directive).
    Directives,
    /// Days of every year, those of reference among them.
    Days,
    /// Congresses and their terms.
    Congresses,
    /// Awards.
    Awards,
    /// Quotations; what is chosen is whose words they are.
    Quotations,
    /// Figures; what is chosen is what they measure.
    Figures,
}

/// The kinds, each with its word, and whether entries of it have addresses under that word.
const WORDS: [(ToldKind, &str, bool); 10] = [
    (ToldKind::All, "dieu-neu", false),
    (ToldKind::Anniversaries, "ky-niem", false),
    (ToldKind::Officials, "nguoi", false),
    (ToldKind::Programmes, "chuong-trinh", false),
    (ToldKind::Directives, "van-ban", false),
    (ToldKind::Days, "ngay-trong-nam", true),
    (ToldKind::Congresses, "dai-hoi", true),
    (ToldKind::Awards, "khen-thuong", true),
    (ToldKind::Quotations, "loi-trich", true),
    (ToldKind::Figures, "so-lieu", true),
];

impl ToldKind {
    /// All kinds, in the order they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        WORDS.into_iter().map(|(kind, ..)| kind)
    }

    /// The word of its addresses.
    pub(super) fn word(self) -> &'static str {
        WORDS[self as usize].1
    }

    /// The kind of a word; only some have entries under it.
    pub(super) fn of(word: &str, is_list: bool) -> Option<Self> {
        let found =
            WORDS.iter().find(|(_, known, entries)| *known == word && (is_list || *entries));
        found.map(|(kind, ..)| *kind)
    }
}
