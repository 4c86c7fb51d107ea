//! What the article page says.

use super::dates::{decimal, join};

/// What the article page says.
pub struct Article {
    /// When there is no article of the address's id.
    pub unknown: &'static str,
    /// Label of a date.
    pub published: &'static str,
    /// Label of a date.
    pub event: &'static str,
    /// Label of a date.
    pub crawled: &'static str,
    /// Label of a unit.
    pub unit: &'static str,
    /// Label of a publisher.
    pub publisher: &'static str,
    /// Label of the bylines.
    pub bylines: &'static str,
    /// Label of the view count.
    pub views: &'static str,
    /// Label of the source address or file.
    pub source: &'static str,
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
    /// Heading of the facts beside the text.
    pub facts: &'static str,
    /// Facts of one kind.
    pub anniversaries: &'static str,
    /// Facts of one kind.
    pub officials: &'static str,
    /// Facts of one kind.
    pub programmes: &'static str,
    /// Facts of one kind.
    pub directives: &'static str,
    /// Facts of one kind.
    pub units: &'static str,
    /// A doubt about the text.
    pub doubt: &'static str,
    /// Link to the article before.
    pub previous: &'static str,
    /// Link to the article after.
    pub next: &'static str,
    /// Name of the links to neighbours.
    pub neighbours: &'static str,
    /// Link to the original.
    pub original: &'static str,
    /// Link back from the original.
    pub reading: &'static str,
    /// What the original view shows.
    pub original_help: &'static str,
    /// Above the original text, when it was read from a file that is not this text byte for byte;
    /// the file's encoding or format.
    pub original_read: fn(&str) -> String,
    /// The digest matches.
    pub digest_matches: &'static str,
    /// The digest does not match.
    pub digest_differs: &'static str,
    /// The digest is being computed.
    pub digest_waiting: &'static str,
    /// Label of the digest.
    pub digest: &'static str,
    /// Button: copy or share the link of a paragraph.
    pub share_paragraph: fn(usize) -> String,
    /// Button: copy or share the link of the article.
    pub share: &'static str,
    /// The link is on the clipboard.
    pub copied: &'static str,
    /// Link to how the article is cited.
    pub cite: &'static str,
    /// The link cannot be copied here; it follows.
    pub copy_by_hand: &'static str,
    /// Button that opens the bar for it, and the bar's name.
    pub find: &'static str,
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
    /// Name of the margin with all that is known about the article.
    pub about: &'static str,
    /// Button: show the paragraph that mentions a fact.
    pub show_paragraph: fn(usize) -> String,
    /// Show the sentence that says so.
    pub show_sentence: &'static str,
    /// The same, when it is not part of the text that is read.
    pub show_original: &'static str,
}

/// Tiếng Việt.
pub const VI: Article = Article {
    unknown: "Không có bài này trong kho",
    published: "Ngày đăng",
    event: "Ngày sự kiện",
    crawled: "Ngày thu thập",
    unit: "Đơn vị",
    publisher: "Nơi đăng",
    bylines: "Người viết",
    views: "Lượt xem khi lưu trữ",
    source: "Nguồn",
    reading_time: |minutes| join(&["đọc khoảng ", &decimal(minutes), " phút"]),
    words: |count| join(&[count, " tiếng"]),
    picture_missing: "Ảnh không có trong kho; chỉ còn lời chú thích.",
    picture_lost: "Chưa tải được ảnh này.",
    cut_off: "Văn bản gốc dừng ở đây, chưa hết câu. Kho giữ đúng như khi thu thập.",
    facts: "Dữ kiện trong bài",
    anniversaries: "Ngày kỷ niệm",
    officials: "Người được nêu chức vụ",
    programmes: "Chương trình, phong trào",
    directives: "Văn bản được dẫn",
    units: "Đơn vị được nhắc",
    doubt: "Cần lưu ý",
    previous: "Bài trước",
    next: "Bài sau",
    neighbours: "Bài liền trước và liền sau theo thời gian",
    original: "Nguyên bản",
    reading: "Trở lại bản đọc",
    original_help: "Toàn bộ văn bản như khi thu thập, đúng từng byte.",
    original_read: |from| {
        join(&[
            "Toàn bộ văn bản, đọc từ tệp gốc ghi theo ",
            from,
            "; tệp gốc có mã kiểm tra riêng.",
        ])
    },
    digest_matches: "Mã kiểm tra khớp: văn bản còn nguyên như lúc đóng gói.",
    digest_differs: "Mã kiểm tra không khớp: văn bản đã hỏng trên đường truyền hoặc khi lưu.",
    digest_waiting: "Đang tính mã kiểm tra…",
    digest: "Mã SHA-256",
    share_paragraph: |number| join(&["Liên kết đến đoạn ", &decimal(number as i64)]),
    share: "Chia sẻ bài này",
    copied: "Đã chép liên kết.",
    cite: "Trích dẫn",
    copy_by_hand: "Trình duyệt không cho chép; liên kết là:",
    find: "Tìm trong bài",
    found_none: "không thấy",
    found_places: " chỗ",
    previous_mark: "Chỗ trước",
    next_mark: "Chỗ sau",
    unmark: "Thôi tìm trong bài",
    about: "Thông tin về bài",
    show_paragraph: |number| join(&["Xem đoạn ", &decimal(number as i64)]),
    show_sentence: "Xem câu trong bài",
    show_original: "Xem trong nguyên bản",
};

/// English.
pub const EN: Article = Article {
    unknown: "The archive has no such article",
    published: "Published",
    event: "Event",
    crawled: "Collected",
    unit: "Unit",
    publisher: "Publisher",
    bylines: "By",
    views: "Views when archived",
    source: "Source",
    reading_time: |minutes| join(&["about ", &decimal(minutes), " min to read"]),
    words: |count| join(&[count, " words"]),
    picture_missing: "The picture is not in the archive; only its caption remains.",
    picture_lost: "This picture could not be loaded.",
    cut_off: "The source text breaks off here. The archive keeps it as it was collected.",
    facts: "Facts in this article",
    anniversaries: "Anniversaries",
    officials: "People named with an office",
    programmes: "Programmes and movements",
    directives: "Documents cited",
    units: "Units mentioned",
    doubt: "Note",
    previous: "Earlier article",
    next: "Later article",
    neighbours: "The articles just before and after in time",
    original: "Original",
    reading: "Back to the reading view",
    original_help: "The whole text as it was collected, byte for byte.",
    original_read: |from| {
        join(&["The whole text, read from an original in ", from, ", which has its own checksum."])
    },
    digest_matches: "The checksum matches: the text is as it was packed.",
    digest_differs: "The checksum does not match: the text was damaged on the way or in storage.",
    digest_waiting: "Computing the checksum…",
    digest: "SHA-256",
    share_paragraph: |number| join(&["Link to paragraph ", &decimal(number as i64)]),
    share: "Share this article",
    copied: "Link copied.",
    cite: "Cite",
    copy_by_hand: "The browser does not allow copying; the link is:",
    find: "Find in the article",
    found_none: "not found",
    found_places: " found",
    previous_mark: "Previous place",
    next_mark: "Next place",
    unmark: "Stop finding",
    about: "About this article",
    show_paragraph: |number| join(&["Show paragraph ", &decimal(number as i64)]),
    show_sentence: "Show the sentence in the article",
    show_original: "Show the original",
};
