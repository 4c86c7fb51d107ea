//! What the page of bookmarks says.

use crate::i18n::dates::join;

/// What the page of bookmarks says.
pub struct Bookmarks {
    /// The page's title.
    pub title: &'static str,
    /// Where they are kept.
    pub note: &'static str,
    /// There are none.
    pub none: &'static str,
    /// How to make one.
    pub none_help: &'static str,
    /// Nothing can be kept here.
    pub closed: &'static str,
    /// The archive has no such article any more.
    pub lost: &'static str,
    /// Button: takes one away; its title follows for who does not see it.
    pub remove: &'static str,
    /// Button: takes all away.
    pub remove_all: &'static str,
    /// What was taken away: one, by its title, or so many.
    pub removed: fn(&str) -> String,
    /// The same of all.
    pub removed_all: fn(&str) -> String,
    /// Button: brings it back.
    pub undo: &'static str,
    /// It is back.
    pub undone: &'static str,
}

/// Tiếng Việt.
pub const VI: Bookmarks = Bookmarks {
    title: "Các bài đã đánh dấu",
    note: "Chỉ lưu trên thiết bị này, không gửi đi đâu.",
    none: "Chưa đánh dấu bài nào",
    none_help: "Cuối mỗi bài có nút “Đánh dấu bài”; bài đã đánh dấu sẽ nằm ở đây.",
    closed: "Ở đây trình duyệt không cho lưu đánh dấu.",
    lost: "Kho này không còn bài ấy.",
    remove: "Bỏ",
    remove_all: "Bỏ tất cả",
    removed: |title| join(&["Đã bỏ đánh dấu “", title, "”."]),
    removed_all: |count| join(&["Đã bỏ ", count, " đánh dấu."]),
    undo: "Hoàn tác",
    undone: "Đã đánh dấu lại.",
};

/// English.
pub const EN: Bookmarks = Bookmarks {
    title: "Bookmarked articles",
    note: "Kept on this device only and sent nowhere.",
    none: "No article is bookmarked",
    none_help: "At the end of each article there is a button “Bookmark”; such articles stand here.",
    closed: "The browser does not allow bookmarks to be kept here.",
    lost: "The archive no longer has this article.",
    remove: "Remove",
    remove_all: "Remove all",
    removed: |title| join(&["The bookmark of “", title, "” is removed."]),
    removed_all: |count| join(&["Removed ", count, " bookmarks."]),
    undo: "Undo",
    undone: "Bookmarked again.",
};
