//! What the page of a day of the year says.

/// What the page of a day of the year says.
pub struct Today {
    /// The page's title.
    pub title: &'static str,
}

/// Tiếng Việt.
pub const VI: Today = Today { title: "Ngày này năm xưa" };

/// English.
pub const EN: Today = Today { title: "On this day" };
