//! The words of the report as a page, besides those of the report itself.

use bindery::messages::Lang;

/// The words of a language.
pub(crate) struct Words {
    pub(crate) code: &'static str,
    pub(crate) title: &'static str,
    pub(crate) articles: &'static str,
    pub(crate) units: &'static str,
    pub(crate) anniversaries: &'static str,
    pub(crate) errors: &'static str,
    pub(crate) warnings: &'static str,
    pub(crate) general: &'static str,
    pub(crate) missing: &'static str,
    pub(crate) cut_off: &'static str,
    pub(crate) line: &'static str,
}

const VI: Words = Words {
    code: "vi",
    title: "Kết quả kiểm tra kho bài",
    articles: "bài",
    units: "đơn vị",
    anniversaries: "ngày kỷ niệm",
    errors: "lỗi",
    warnings: "lưu ý",
    general: "Thiết lập và các tệp bị bỏ ra",
    missing: "thiếu",
    cut_off: "Bài trong tệp bị cắt dở ở cuối.",
    line: "dòng",
};

const EN: Words = Words {
    code: "en",
    title: "Check of the archive",
    articles: "articles",
    units: "units",
    anniversaries: "anniversaries",
    errors: "errors",
    warnings: "warnings",
    general: "Settings, and files that were left out",
    missing: "missing",
    cut_off: "The article in the file breaks off at its end.",
    line: "line",
};

/// The words of a language.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}
