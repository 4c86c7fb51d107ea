//! What the page about the archive says.

/// What the page about the archive says.
pub struct About {
    /// The page's title.
    pub title: &'static str,
    /// What an archive of this kind is, when the publisher describes it no further.
    pub what: &'static str,
    /// Heading.
    pub how_known: &'static str,
    /// Under it.
    pub how_known_note: &'static str,
    /// Heading.
    pub numbers: &'static str,
    /// Label.
    pub articles: &'static str,
    /// Label.
    pub units: &'static str,
    /// Label.
    pub anniversaries: &'static str,
    /// Label.
    pub text: &'static str,
    /// Label.
    pub publisher: &'static str,
    /// Label.
    pub contact: &'static str,
    /// Label.
    pub address: &'static str,
    /// Heading.
    pub provenance: &'static str,
    /// How texts and facts got here.
    pub provenance_note: &'static str,
    /// Label.
    pub digest: &'static str,
    /// Link to the clerk's desk.
    pub desk: &'static str,
    /// With the link.
    pub desk_note: &'static str,
    /// What a digest shows and what it does not.
    pub digest_note: &'static str,
    /// Label.
    pub parts: &'static str,
    /// The files are as the manifest says.
    pub sound: &'static str,
    /// Heading.
    pub privacy: &'static str,
    /// What the viewer sends and keeps.
    pub privacy_note: &'static str,
}

/// Tiếng Việt.
pub const VI: About = About {
    title: "Giới thiệu",
    what: "Kho bài viết của địa phương, giữ nguyên văn như đã thu thập, đọc và tìm được ngay trên máy của bạn.",
    how_known: "Một điều được biết bằng cách nào",
    how_known_note: "Mỗi ngày tháng, đơn vị, con số trong kho đều kèm một dấu cho biết nguồn. Chạm vào dấu để xem câu văn làm căn cứ.",
    numbers: "Trong kho có",
    articles: "Bài viết",
    units: "Đơn vị, cơ quan",
    anniversaries: "Ngày kỷ niệm",
    text: "Nguyên văn",
    publisher: "Cơ quan xuất bản",
    contact: "Góp ý, báo sai sót",
    address: "Địa chỉ kho",
    provenance: "Nguồn gốc",
    provenance_note: "Mỗi bài giữ nguyên từng byte của bản thu thập, kể cả lỗi in; xem ở mục “Nguyên bản” của bài. Ngày tháng, tên người, đơn vị được đọc từ chính bài viết và không sửa lại bài.",
    desk: "Bàn làm việc",
    desk_note: "Cho cán bộ xã, phường: làm một kho như thế này từ thư mục bài cũ, ngay trong trình duyệt.",
    digest: "Dấu kiểm của kho",
    digest_note: "Dấu kiểm cho biết tệp có bị hỏng hay không; nó không chứng minh ai là người viết.",
    parts: "Số tệp",
    sound: "Mọi tệp đã mở đều khớp dấu kiểm.",
    privacy: "Riêng tư",
    privacy_note: "Trình xem không gửi đi đâu điều bạn đọc hay tìm, không dùng cookie, không gọi đến trang nào khác.",
};

/// English.
pub const EN: About = About {
    title: "About",
    what: "A commune’s articles, kept word for word as they were collected, to be read and searched on your own device.",
    how_known: "How a fact is known",
    how_known_note: "Every date, unit and count in the archive carries a sign that tells where it comes from. Tap it to see the sentence behind it.",
    numbers: "The archive holds",
    articles: "Articles",
    units: "Units and bodies",
    anniversaries: "Anniversaries",
    text: "Source text",
    publisher: "Publisher",
    contact: "Corrections",
    address: "Address",
    provenance: "Provenance",
    provenance_note: "Every article keeps the collected copy byte for byte, misprints included: see “Original” on its page. Dates, names and units are read from the articles and never change them.",
    desk: "The clerk’s desk",
    desk_note: "For commune clerks: make an archive like this from a folder of old articles, in the browser.",
    digest: "Digest of the archive",
    digest_note: "A digest shows whether a file is damaged; it does not prove who wrote it.",
    parts: "Files",
    sound: "Every file opened fits its digest.",
    privacy: "Privacy",
    privacy_note: "What you read or search is sent nowhere. No cookies, no calls to other sites.",
};
