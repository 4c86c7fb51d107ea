//! How facts are known, what is doubted, what a stretch of text is.

use calendar::{PartialDate, RoundYear};
use model::article::{BlockKind, DoubtKind};
use model::{Rule, Status};

use super::dates::{self, decimal, join};

/// How facts are known, what is doubted, what a stretch of text is.
pub struct Facts {
    /// How a fact is known, in one or two words.
    pub status: fn(Status) -> &'static str,
    /// The same, as a sentence.
    pub status_means: fn(Status) -> &'static str,
    /// The step that led to a fact, as a sentence.
    pub rule: fn(&Rule) -> String,
    /// A doubt, as a sentence.
    pub doubt: fn(&DoubtKind) -> String,
    /// What a stretch of text is.
    pub block: fn(BlockKind) -> &'static str,
    /// The class of a number of years.
    pub round: fn(RoundYear) -> &'static str,
    /// Before the publisher's own note.
    pub publisher_says: &'static str,
    /// Before a citation.
    pub citation: &'static str,
    /// A fact that nobody states.
    pub unknown: &'static str,
}

/// The sign that stands for a status in every language.
pub fn glyph(status: Status) -> &'static str {
    match status {
        Status::Stated => "●",
        Status::Inferred => "◐",
        Status::Derived => "∑",
        Status::Reference => "§",
    }
}

/// Tiếng Việt.
pub const VI: Facts = Facts {
    status: |status| match status {
        Status::Stated => "nêu rõ",
        Status::Inferred => "suy ra",
        Status::Derived => "tính ra",
        Status::Reference => "tham chiếu",
    },
    status_means: |status| match status {
        Status::Stated => "Nguồn nói rõ điều này.",
        Status::Inferred => "Suy ra từ nguồn, qua một bước xét đoán.",
        Status::Derived => "Tính ra từ điều nguồn nêu rõ.",
        Status::Reference => "Lấy từ một tài liệu được dẫn, ngoài kho này.",
    },
    rule: vi_rule,
    doubt: vi_doubt,
    block: |kind| match kind {
        BlockKind::Section => "chuyên mục",
        BlockKind::Title => "tiêu đề",
        BlockKind::Lead => "sa pô",
        BlockKind::Heading => "đề mục",
        BlockKind::Paragraph => "đoạn văn",
        BlockKind::Caption => "chú thích ảnh",
        BlockKind::Byline => "tên người viết",
        BlockKind::Agency => "mã cơ quan báo chí",
        BlockKind::SiteData => "dòng số liệu của trang",
        BlockKind::Image => "đường dẫn ảnh",
        BlockKind::Furniture => "phần phụ của trang",
    },
    round: |round| match round {
        RoundYear::Decade => "năm tròn",
        RoundYear::HalfDecade => "năm lẻ 5",
        RoundYear::Other => "năm khác",
    },
    publisher_says: "Cơ quan xuất bản cho biết",
    citation: "Nguồn dẫn",
    unknown: "chưa rõ",
};

/// English.
pub const EN: Facts = Facts {
    status: |status| match status {
        Status::Stated => "stated",
        Status::Inferred => "inferred",
        Status::Derived => "computed",
        Status::Reference => "reference",
    },
    status_means: |status| match status {
        Status::Stated => "The source says so.",
        Status::Inferred => "Read from the source, with a step of judgement.",
        Status::Derived => "Computed from what the source states.",
        Status::Reference => "Taken from a cited work outside this archive.",
    },
    rule: en_rule,
    doubt: en_doubt,
    block: |kind| match kind {
        BlockKind::Section => "section",
        BlockKind::Title => "title",
        BlockKind::Lead => "lead",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Caption => "caption",
        BlockKind::Byline => "byline",
        BlockKind::Agency => "agency code",
        BlockKind::SiteData => "the site's own dates and counts",
        BlockKind::Image => "path of a picture",
        BlockKind::Furniture => "the site's furniture",
    },
    round: |round| match round {
        RoundYear::Decade => "round year",
        RoundYear::HalfDecade => "half-decade year",
        RoundYear::Other => "other year",
    },
    publisher_says: "The publisher states",
    citation: "Cited from",
    unknown: "unknown",
};

fn vi_rule(rule: &Rule) -> String {
    let fixed = match rule {
        Rule::YearFromContext { year } => {
            return join(&[
                "Bài chỉ in ngày và tháng; năm ",
                &decimal(*year),
                " lấy theo ngữ cảnh của bài.",
            ]);
        }
        Rule::YearsSubtracted { year, years } => {
            let founding = *year - i32::from(*years);
            return join(&[
                "Bài viết nêu ",
                &decimal(*years),
                " năm tính đến ",
                &decimal(*year),
                ": ",
                &decimal(*year),
                " − ",
                &decimal(*years),
                " = ",
                &decimal(founding),
                ". Phép tính này chỉ cho biết năm, không cho biết ngày.",
            ]);
        }
        Rule::AgencyCode { code } => {
            return join(&["Mã “", code, "” mở đầu bài là của cơ quan báo chí này."]);
        }
        Rule::LabelledLine => "Trang in thành một dòng có nhãn.",
        Rule::BareLine => "Trang in riêng một dòng không nhãn; hiểu theo vị trí trên trang.",
        Rule::OpeningDate => "Câu mở đầu nói rõ thời điểm.",
        Rule::SameDayReport => "Tin viết “sáng nay”, “chiều nay” được đăng trong ngày.",
        Rule::SiteClock => "Đồng hồ của trang lúc thu thập, không phải ngày đăng.",
        Rule::FoundingStatement => "Bài nói rõ ngày ra đời.",
        Rule::FoundingPair => "Bài in thành cặp: ngày ra đời và ngày kỷ niệm.",
        Rule::NamedInTitle => "Tiêu đề nêu tên.",
        Rule::NamedInLead => "Đoạn mở đầu nêu tên.",
        Rule::NamedInBody => "Thân bài nêu tên, và chỉ một tên như vậy.",
        Rule::PublisherStatement => "Cơ quan xuất bản khai trong kho.",
        Rule::GivenInSet => "Ghi sẵn trong bộ bài.",
    };
    fixed.to_owned()
}

fn en_rule(rule: &Rule) -> String {
    let fixed = match rule {
        Rule::YearFromContext { year } => {
            return join(&[
                "Only day and month are printed; the year ",
                &decimal(*year),
                " is the one the article speaks of.",
            ]);
        }
        Rule::YearsSubtracted { year, years } => {
            let founding = *year - i32::from(*years);
            return join(&[
                "The article counts ",
                &decimal(*years),
                " years in ",
                &decimal(*year),
                ": ",
                &decimal(*year),
                " − ",
                &decimal(*years),
                " = ",
                &decimal(founding),
                ". That gives a year, never a day.",
            ]);
        }
        Rule::AgencyCode { code } => {
            return join(&["The dateline begins with this agency’s code, “", code, "”."]);
        }
        Rule::LabelledLine => "The site prints it on a labelled line.",
        Rule::BareLine => {
            "The site prints it alone on a line; its place on the page tells what it is."
        }
        Rule::OpeningDate => "The opening sentence says when.",
        Rule::SameDayReport => {
            "A report of “this morning” or “this afternoon” is published that day."
        }
        Rule::SiteClock => {
            "The site’s clock when the page was collected, not a date of publication."
        }
        Rule::FoundingStatement => "The article states the founding day.",
        Rule::FoundingPair => "The article prints the pair: founding day and anniversary.",
        Rule::NamedInTitle => "The title names it.",
        Rule::NamedInLead => "The opening paragraph names it.",
        Rule::NamedInBody => "The body names it, and nothing else of its kind.",
        Rule::PublisherStatement => "The publisher states it in the archive.",
        Rule::GivenInSet => "Written in the set of articles.",
    };
    fixed.to_owned()
}

fn vi_doubt(kind: &DoubtKind) -> String {
    let date = |date: &PartialDate| (dates::VI.partial)(*date);
    match kind {
        DoubtKind::TermBeforeCongress { term, article_date, congress } => join(&[
            "Bài viết (",
            &date(article_date),
            ") nhắc đến khóa ",
            term,
            ", nhưng Đại hội ấy họp từ ",
            &date(congress),
            ". Nguyên văn được giữ như in.",
        ]),
        DoubtKind::YearsDisagree { claimed, computed } => join(&[
            "Bài viết nêu ",
            &decimal(*claimed),
            " năm; tính từ ngày thành lập thì là ",
            &decimal(*computed),
            " năm. Nguyên văn được giữ như in.",
        ]),
    }
}

fn en_doubt(kind: &DoubtKind) -> String {
    let date = |date: &PartialDate| (dates::EN.partial)(*date);
    match kind {
        DoubtKind::TermBeforeCongress { term, article_date, congress } => join(&[
            "The article (",
            &date(article_date),
            ") cites term ",
            term,
            ", yet that congress first met on ",
            &date(congress),
            ". The text is kept as printed.",
        ]),
        DoubtKind::YearsDisagree { claimed, computed } => join(&[
            "The article counts ",
            &decimal(*claimed),
            " years; from the founding date it is ",
            &decimal(*computed),
            ". The text is kept as printed.",
        ]),
    }
}
