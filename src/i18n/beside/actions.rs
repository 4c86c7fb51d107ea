//! What is said of what can be done with an article.

/// What is said of what can be done with an article.
pub struct Actions {
    /// Button: copy or share the link of the article.
    pub share: &'static str,
    /// The link is on the clipboard.
    pub copied: &'static str,
    /// The link cannot be copied here; it follows.
    pub copy_by_hand: &'static str,
    /// Link to how the article is cited.
    pub cite: &'static str,
}

/// Tiếng Việt.
pub const VI: Actions = Actions {
    share: "Chia sẻ bài này",
    copied: "Đã chép liên kết.",
    copy_by_hand: "Trình duyệt không cho chép; liên kết là:",
    cite: "Trích dẫn",
};

/// English.
pub const EN: Actions = Actions {
    share: "Share this article",
    copied: "The link is copied.",
    copy_by_hand: "The browser does not allow copying; the link is:",
    cite: "Cite",
};
