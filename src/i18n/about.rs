//! What the page about the archive says.

/// What the page about the archive says.
pub struct About {
    /// The page's title.
    pub title: &'static str,
}

/// Tiếng Việt.
pub const VI: About = About { title: "Giới thiệu" };

/// English.
pub const EN: About = About { title: "About" };
