//! What is said in the bar for finding words.

/// What is said in the bar for finding words.
pub struct Find {
    /// None of the words is found.
    pub found_none: &'static str,
    /// Behind the number of places.
    pub found_places: &'static str,
    /// Button: the marked place before.
    pub previous_mark: &'static str,
    /// Button: the next marked place.
    pub next_mark: &'static str,
    /// Button: no more marks.
    pub unmark: &'static str,
}

/// Tiếng Việt.
pub const VI: Find = Find {
    found_none: "không thấy",
    found_places: " chỗ",
    previous_mark: "Chỗ trước",
    next_mark: "Chỗ sau",
    unmark: "Thôi tìm trong bài",
};

/// English.
pub const EN: Find = Find {
    found_none: "not found",
    found_places: " found",
    previous_mark: "Previous place",
    next_mark: "Next place",
    unmark: "Stop finding",
};
