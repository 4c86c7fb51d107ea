//! What is said in the original.

use crate::i18n::dates::join;

/// What is said in the original.
pub struct Original {
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
    /// Label of the source address or file.
    pub source: &'static str,
}

/// Tiếng Việt.
pub const VI: Original = Original {
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
    source: "Nguồn",
};

/// English.
pub const EN: Original = Original {
    reading: "Back to the reading view",
    original_help: "The whole text as it was collected, byte for byte.",
    original_read: |from| {
        join(&["The whole text, read from an original in ", from, ", which has its own checksum."])
    },
    digest_matches: "The checksum matches: the text is as it was packed.",
    digest_differs: "The checksum does not match: the text was damaged on the way or in storage.",
    digest_waiting: "Computing the checksum…",
    digest: "SHA-256",
    source: "Source",
};
