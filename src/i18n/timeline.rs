//! What the timeline says.

/// What the timeline says.
pub struct Timeline {
    /// The page's title.
    pub title: &'static str,
}

/// Tiếng Việt.
pub const VI: Timeline = Timeline { title: "Dòng thời gian" };

/// English.
pub const EN: Timeline = Timeline { title: "Timeline" };
