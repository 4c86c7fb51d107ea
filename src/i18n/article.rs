//! What the article page says.

use super::dates::{decimal, join};

/// What the article page says.
pub struct Article {
    /// When there is no article of the address's id.
    pub unknown: &'static str,
    /// Reading time in minutes.
    pub reading_time: fn(u32) -> String,
    /// Words of the source.
    pub words: fn(&str) -> String,
    /// Beside a caption: the picture is not in the archive.
    pub picture_missing: &'static str,
    /// Stands where a picture should be that does not come.
    pub picture_lost: &'static str,
    /// The source text breaks off.
    pub cut_off: &'static str,
    /// A doubt about the text.
    pub doubt: &'static str,
    /// Link to the original.
    pub original: &'static str,
    /// Button: copy or share the link of a paragraph.
    pub share_paragraph: fn(usize) -> String,
    /// Button that opens the bar for it, and the bar's name.
    pub find: &'static str,
    /// Name of the margin with all that is known about the article.
    pub about: &'static str,
    /// Show the sentence that says so.
    pub show_sentence: &'static str,
    /// The same, when it is not part of the text that is read.
    pub show_original: &'static str,
}

/// Tiếng Việt.
pub const VI: Article = Article {
    unknown: "Không có bài này trong kho",
    reading_time: |minutes| join(&["đọc khoảng ", &decimal(minutes), " phút"]),
    words: |count| join(&[count, " tiếng"]),
    picture_missing: "Ảnh không có trong kho; chỉ còn lời chú thích.",
    picture_lost: "Chưa tải được ảnh này.",
    cut_off: "Văn bản gốc dừng ở đây, chưa hết câu. Kho giữ đúng như khi thu thập.",
    doubt: "Cần lưu ý",
    original: "Nguyên bản",
    share_paragraph: |number| join(&["Liên kết đến đoạn ", &decimal(number as i64)]),
    find: "Tìm trong bài",
    about: "Thông tin về bài",
    show_sentence: "Xem câu trong bài",
    show_original: "Xem trong nguyên bản",
};

/// English.
pub const EN: Article = Article {
    unknown: "The archive has no such article",
    reading_time: |minutes| join(&["about ", &decimal(minutes), " min to read"]),
    words: |count| join(&[count, " words"]),
    picture_missing: "The picture is not in the archive; only its caption remains.",
    picture_lost: "This picture could not be loaded.",
    cut_off: "The source text breaks off here. The archive keeps it as it was collected.",
    doubt: "Note",
    original: "Original",
    share_paragraph: |number| join(&["Link to paragraph ", &decimal(number as i64)]),
    find: "Find in the article",
    about: "About this article",
    show_sentence: "Show the sentence in the article",
    show_original: "Show the original",
};
