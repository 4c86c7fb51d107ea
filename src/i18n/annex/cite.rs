//! What the page on citing an article says.

/// What the page on citing an article says.
pub struct Cite {
    /// The page's title.
    pub title: &'static str,
    /// Heading of the citation for a text.
    pub in_words: &'static str,
    /// Button: copy.
    pub copy: &'static str,
    /// Button: save as a file.
    pub save: &'static str,
    /// After copying.
    pub copied: &'static str,
    /// When the browser does not let copy.
    pub refused: &'static str,
    /// Before how a date is known.
    pub date_is: &'static str,
    /// In place of a date.
    pub no_date: &'static str,
    /// Before the day of reading.
    pub read: &'static str,
}

/// Tiếng Việt.
pub const VI: Cite = Cite {
    title: "Trích dẫn bài này",
    in_words: "Để ghi trong bài viết",
    copy: "Chép",
    save: "Tải tệp",
    copied: "Đã chép.",
    refused: "Trình duyệt không cho chép. Hãy chọn đoạn chữ rồi chép bằng tay.",
    date_is: "ngày đăng: ",
    no_date: "không rõ ngày đăng",
    read: "đọc ngày ",
};

/// English.
pub const EN: Cite = Cite {
    title: "Cite this article",
    in_words: "For a text",
    copy: "Copy",
    save: "Save as a file",
    copied: "Copied.",
    refused: "The browser does not allow copying. Select the text and copy it by hand.",
    date_is: "date of publication: ",
    no_date: "no date of publication",
    read: "read on ",
};
