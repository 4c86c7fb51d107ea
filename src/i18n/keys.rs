//! What keys do, in words. Reached only from the wing of keys and from the settings.

use super::dates::join;
use crate::hooks::Language;
use crate::keys::keymap::Deed;

/// What keys do, in words.
pub struct Keys {
    /// Heading.
    pub title: &'static str,
    /// Button that shuts the list.
    pub close: &'static str,
    /// Heading of the keys that open pages.
    pub pages: &'static str,
    /// Between the two keys that open a page.
    pub then: &'static str,
    /// What a key does.
    pub deed: fn(Deed) -> &'static str,
    /// Before the link to the settings.
    pub change: &'static str,
    /// That link.
    pub settings: &'static str,
    /// Switch.
    pub switch: &'static str,
    /// What they are, under the switch.
    pub note: &'static str,
    /// Opens the fields.
    pub choose: &'static str,
    /// A field is empty: the deed has no key.
    pub choose_note: &'static str,
    /// A key is another deed's.
    pub taken: fn(char, &str) -> String,
    /// Button: as designed.
    pub reset: &'static str,
    /// They are as designed again.
    pub is_reset: &'static str,
}

/// Tiếng Việt.
static VI: Keys = Keys {
    title: "Phím tắt",
    close: "Đóng",
    pages: "Mở trang",
    then: " rồi ",
    deed: |deed| match deed {
        Deed::Search => "Đến ô tìm",
        Deed::Help => "Xem các phím tắt",
        Deed::Next => "Mục sau trong danh sách",
        Deed::Previous => "Mục trước trong danh sách",
        Deed::NextMark => "Chỗ tìm thấy sau, trong bài",
        Deed::PreviousMark => "Chỗ tìm thấy trước, trong bài",
        Deed::Earlier => "Bài trước",
        Deed::Later => "Bài sau",
        Deed::Bookmark => "Đánh dấu bài, hay bỏ đánh dấu",
        Deed::Listen => "Nghe đọc bài, hay thôi",
        Deed::Go => "Mở trang: phím đầu",
        Deed::GoHome => "Trang chủ",
        Deed::GoTimeline => "Dòng thời gian",
        Deed::GoUnits => "Đơn vị",
        Deed::GoToday => "Hôm nay",
        Deed::GoCalendar => "Lịch",
        Deed::GoTold => "Điều các bài nêu",
        Deed::GoBookmarks => "Các bài đã đánh dấu",
        Deed::GoSettings => "Cài đặt",
    },
    change: "Đổi phím, hay tắt tất cả:",
    settings: "Cài đặt",
    switch: "Dùng phím tắt",
    note: "Chỉ khi con trỏ không ở trong ô gõ chữ. Bấm ? ở trang nào cũng xem được danh sách phím.",
    choose: "Đổi phím",
    choose_note: "Mỗi ô một phím; để trống thì việc ấy không có phím tắt.",
    taken: |key, deed| {
        join(&["Phím ", &key.to_string(), " đang dùng cho “", deed, "”. Hãy chọn phím khác."])
    },
    reset: "Lấy lại các phím ban đầu",
    is_reset: "Các phím đã như ban đầu.",
};

/// English.
static EN: Keys = Keys {
    title: "Keyboard shortcuts",
    close: "Close",
    pages: "Open a page",
    then: " then ",
    deed: |deed| match deed {
        Deed::Search => "Go to the search box",
        Deed::Help => "Show the shortcuts",
        Deed::Next => "Next in a list",
        Deed::Previous => "Previous in a list",
        Deed::NextMark => "Next place found, in an article",
        Deed::PreviousMark => "Previous place found, in an article",
        Deed::Earlier => "Previous article",
        Deed::Later => "Next article",
        Deed::Bookmark => "Bookmark the article, or remove the bookmark",
        Deed::Listen => "Listen to the article, or stop",
        Deed::Go => "Open a page: the first key",
        Deed::GoHome => "Home",
        Deed::GoTimeline => "Timeline",
        Deed::GoUnits => "Units",
        Deed::GoToday => "Today",
        Deed::GoCalendar => "Calendar",
        Deed::GoTold => "What the articles tell",
        Deed::GoBookmarks => "Bookmarked articles",
        Deed::GoSettings => "Settings",
    },
    change: "Change the keys, or switch them off:",
    settings: "Settings",
    switch: "Use keyboard shortcuts",
    note: "Only while no text is being typed. The key ? shows them on every page.",
    choose: "Change the keys",
    choose_note: "One key in each field; without one, there is no shortcut.",
    taken: |key, deed| {
        join(&["The key ", &key.to_string(), " is used for “", deed, "”. Choose another."])
    },
    reset: "As they were at first",
    is_reset: "The keys are as they were at first.",
};

/// What keys do, in a language.
pub fn keys(language: Language) -> &'static Keys {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
