//! What the pages of officials, programmes and directives say.

/// What the pages of officials, programmes and directives say.
pub struct Subjects {
    /// When there is no official of the address's id.
    pub no_official: &'static str,
    /// When there is no programme of the address's id.
    pub no_programme: &'static str,
    /// When there is no directive of the address's id.
    pub no_directive: &'static str,
}

/// Tiếng Việt.
pub const VI: Subjects = Subjects {
    no_official: "Không có người này trong kho",
    no_programme: "Không có chương trình này trong kho",
    no_directive: "Không có văn bản này trong kho",
};

/// English.
pub const EN: Subjects = Subjects {
    no_official: "The archive names no such person",
    no_programme: "The archive names no such programme",
    no_directive: "The archive cites no such document",
};
