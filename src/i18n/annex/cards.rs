//! What the small pages for other sites say.

/// What the small pages for other sites say.
pub struct Cards {
    /// Title: days that come next.
    pub coming: &'static str,
    /// Title: what is new.
    pub latest: &'static str,
}

/// Tiếng Việt.
pub const VI: Cards =
    Cards { coming: "Ngày kỷ niệm sắp tới", latest: "Bài mới trong kho" };

/// English.
pub const EN: Cards = Cards { coming: "Coming anniversaries", latest: "New in the archive" };
