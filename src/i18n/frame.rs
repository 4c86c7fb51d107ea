//! What the frame round all pages says.

use super::dates::join;

/// What the frame round all pages says.
pub struct Frame {
    /// The product's name.
    pub product: &'static str,
    /// Link past the bars.
    pub skip: &'static str,
    /// Name of the main navigation.
    pub navigation: &'static str,
    /// Tab.
    pub home: &'static str,
    /// Tab.
    pub search: &'static str,
    /// Tab.
    pub timeline: &'static str,
    /// Tab.
    pub units: &'static str,
    /// Label of the search box in the bar.
    pub search_label: &'static str,
    /// What stands in the empty search box.
    pub search_hint: &'static str,
    /// Button of the search box.
    pub search_go: &'static str,
    /// Link to the settings.
    pub settings: &'static str,
    /// Link to what the device keeps.
    pub keep: &'static str,
    /// Link to the bookmarks.
    pub bookmarks: &'static str,
    /// Link to the clerk's desk, where there is no archive to read.
    pub desk: &'static str,
    /// Link to the page about the archive.
    pub about: &'static str,
    /// Button: the theme after this one.
    pub theme: &'static str,
    /// A new version of the site waits.
    pub update: &'static str,
    /// Button: takes it.
    pub update_now: &'static str,
    /// Link from another site's page to the archive in a tab of its own.
    pub whole: &'static str,
    /// The state of the archive, by the first digits of its digest.
    pub digest: fn(&str) -> String,
    /// A document title: page, then archive.
    pub title: fn(&str, &str) -> String,
}

/// Tiếng Việt.
pub const VI: Frame = Frame {
    product: "Biên Niên",
    skip: "Đến nội dung chính",
    navigation: "Điều hướng chính",
    home: "Trang chủ",
    search: "Tìm",
    timeline: "Dòng thời gian",
    units: "Đơn vị",
    search_label: "Tìm trong kho bài",
    search_hint: "Tìm bài, người, đơn vị…",
    search_go: "Tìm",
    settings: "Cài đặt",
    keep: "Lưu về máy",
    bookmarks: "Bài đã đánh dấu",
    desk: "Bàn làm việc",
    about: "Giới thiệu",
    theme: "Đổi giao diện sáng, tối",
    update: "Có bản mới của trang này.",
    update_now: "Cập nhật",
    whole: "Mở toàn bộ kho bài",
    digest: |digest| join(&["Bản kho ", digest]),
    title: |page, archive| join(&[page, " · ", archive]),
};

/// English.
pub const EN: Frame = Frame {
    product: "Biên Niên",
    skip: "Skip to the content",
    navigation: "Main navigation",
    home: "Home",
    search: "Search",
    timeline: "Timeline",
    units: "Units",
    search_label: "Search the archive",
    search_hint: "Articles, people, units…",
    search_go: "Search",
    settings: "Settings",
    keep: "Save offline",
    bookmarks: "Bookmarks",
    desk: "The clerk’s desk",
    about: "About",
    theme: "Switch between light and dark",
    update: "There is a new version of this site.",
    update_now: "Update",
    whole: "Open the whole archive",
    digest: |digest| join(&["Archive state ", digest]),
    title: |page, archive| join(&[page, " · ", archive]),
};
