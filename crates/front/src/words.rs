//! What these pages say themselves: the catalogue of everything here, Vietnamese first.

use calendar::PartialDate;
use model::known::Status;

/// The words of a language.
pub(crate) struct Words {
    /// BCP 47.
    pub(crate) code: &'static str,
    /// Open Graph's name for it.
    pub(crate) locale: &'static str,
    pub(crate) latest: &'static str,
    pub(crate) all_articles: &'static str,
    /// Before the day of publication, and before that of the event.
    pub(crate) published: &'static str,
    pub(crate) event: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) signed: &'static str,
    pub(crate) publisher: &'static str,
    pub(crate) source: &'static str,
    pub(crate) open: &'static str,
    pub(crate) cut_off: &'static str,
    pub(crate) picture_missing: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) feed_latest: &'static str,
    pub(crate) feed_days: &'static str,
    pub(crate) feed_unit: fn(&str) -> String,
    pub(crate) years: fn(&str, u16) -> String,
    pub(crate) founded: fn(PartialDate) -> String,
    pub(crate) known: fn(Status) -> &'static str,
    /// A date as the viewer writes it over an article, with the hour where one is known.
    pub(crate) day: fn(PartialDate) -> String,
    /// How long an article takes.
    pub(crate) minutes: fn(u32) -> String,
}

impl Words {
    /// The words of an archive in that language: English for English ones, else Vietnamese.
    pub(crate) fn of(language: &str) -> &'static Self {
        if language == "en" || language.starts_with("en-") { &EN } else { &VI }
    }
}

const VI: Words = Words {
    code: "vi",
    locale: "vi_VN",
    latest: "Bài mới nhất",
    all_articles: "Trang chủ của kho bài",
    published: "Đăng ngày",
    event: "Sự việc ngày",
    unit: "Đơn vị",
    signed: "Người viết",
    publisher: "Nơi đăng",
    source: "Trang gốc",
    open: "Mở trong kho: tìm kiếm, ngày kỷ niệm, bài liên quan",
    cut_off: "Văn bản gốc dừng ở đây, chưa hết câu. Kho giữ đúng như khi thu thập.",
    picture_missing: "Ảnh không có trong kho; chỉ còn lời chú thích.",
    kept: "Bản lưu giữ nguyên văn bài đã đăng.",
    feed_latest: "bài mới nhất",
    feed_days: "ngày kỷ niệm",
    feed_unit: |name| name.to_owned(),
    years: |name, years| format!("{name}: {years} năm"),
    founded: |day| format!("Từ {}", date(day)),
    known: |status| match status {
        Status::Stated => "nêu rõ",
        Status::Inferred => "suy ra",
        Status::Derived => "tính ra",
        Status::Reference => "tham chiếu",
    },
    day: |day| match day {
        PartialDate::Month(year, month) => format!("tháng {month}/{year}"),
        PartialDate::Moment(_, time) => {
            format!("{}, {:02}:{:02}", date(day), time.hour, time.minute)
        }
        _ => date(day),
    },
    minutes: |minutes| format!("đọc khoảng {minutes} phút"),
};

const EN: Words = Words {
    code: "en",
    locale: "en_US",
    latest: "Latest articles",
    all_articles: "The archive’s home page",
    published: "Published",
    event: "Of",
    unit: "Unit",
    signed: "Written by",
    publisher: "Published by",
    source: "Original page",
    open: "Open in the archive: search, anniversaries, related articles",
    cut_off: "The source text breaks off here. The archive keeps it as it was collected.",
    picture_missing: "The picture is not in the archive; only its caption remains.",
    kept: "An archived copy, word for word as published.",
    feed_latest: "latest articles",
    feed_days: "anniversaries",
    feed_unit: |name| name.to_owned(),
    years: |name, years| format!("{name}: {years} years"),
    founded: |day| format!("Since {}", date(day)),
    known: |status| match status {
        Status::Stated => "stated",
        Status::Inferred => "inferred",
        Status::Derived => "derived",
        Status::Reference => "reference",
    },
    day: VI.day,
    minutes: |minutes| format!("about {minutes} min to read"),
};

/// A date as it is written in Vietnam: 14/10/2020, 10/2020, 2020.
pub(crate) fn date(date: PartialDate) -> String {
    match (date.day(), date.month()) {
        (Some(day), _) => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        (None, Some(month)) => format!("{month:02}/{}", date.year()),
        (None, None) => date.year().to_string(),
    }
}
