//! What the home page says.

/// What the home page says.
pub struct Home {
    /// The page's title.
    pub title: &'static str,
}

/// Tiếng Việt.
pub const VI: Home = Home { title: "Trang chủ" };

/// English.
pub const EN: Home = Home { title: "Home" };
