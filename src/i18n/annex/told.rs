//! What the pages of what the articles tell say: days of every year, congresses, awards, quotations,
//! figures, and the days of reference beside them.

use calendar::AnnualDay;
use model::telling::{FigureKind, QuotationKind};

use crate::i18n::dates::{self, decimal, join};
use crate::route::ToldKind;

/// What the pages of what the articles tell say.
pub struct Told {
    /// A kind, as a title and a link.
    pub kind: fn(ToldKind) -> &'static str,
    /// What a kind's page holds.
    pub lead: fn(ToldKind) -> &'static str,
    /// When the archive has nothing of a kind.
    pub nothing: fn(ToldKind) -> &'static str,
    /// When a kind has no entry of the address's id.
    pub unknown: &'static str,
    /// Name of the links to the kinds.
    pub kinds: &'static str,
    /// A number of articles.
    pub articles: fn(usize) -> String,
    /// A number of entries.
    pub entries: fn(usize) -> String,
    /// Name of the links that choose.
    pub choose: &'static str,
    /// The choice of everything.
    pub every: &'static str,
    /// Whose words a quotation holds.
    pub quotation: fn(QuotationKind) -> &'static str,
    /// Who said it.
    pub speaker: fn(&str) -> String,
    /// What a figure measures.
    pub figure: fn(FigureKind) -> &'static str,
    /// A term of a congress.
    pub term: fn(i32, i32) -> String,
    /// A day of every year.
    pub yearly: fn(AnnualDay) -> String,
    /// How many of the newest articles a list is of, so far.
    pub so_far: fn(u32) -> String,
    /// Button: also of older articles.
    pub older: &'static str,
    /// Heading: days that articles name, on a day or in a month.
    pub days: &'static str,
    /// The days of reference.
    pub reference: Reference,
}

/// What is said of the days of reference.
pub struct Reference {
    /// Heading.
    pub title: &'static str,
    /// What they are.
    pub note: &'static str,
    /// Button: hides them.
    pub hide: &'static str,
    /// Button: shows them.
    pub show: &'static str,
    /// When none falls there.
    pub nothing: &'static str,
    /// A number of them, read out in the calendar.
    pub count: fn(usize) -> String,
    /// What it is counted from, where the source tells.
    pub since: &'static str,
    /// In the settings: shown.
    pub shown: &'static str,
    /// In the settings: hidden.
    pub hidden: &'static str,
}

/// Tiếng Việt.
pub const VI: Told = Told {
    kind: |kind| match kind {
        ToldKind::All => "Điều bài viết nêu",
        ToldKind::Anniversaries => "Ngày kỷ niệm",
        ToldKind::Officials => "Người có chức danh",
        ToldKind::Programmes => "Chương trình, phong trào",
        ToldKind::Directives => "Văn bản được dẫn",
        ToldKind::Days => "Ngày trong năm",
        ToldKind::Congresses => "Đại hội, nhiệm kỳ",
        ToldKind::Awards => "Khen thưởng",
        ToldKind::Quotations => "Lời trích",
        ToldKind::Figures => "Số liệu",
    },
    lead: |kind| match kind {
        ToldKind::All => {
            "Mọi điều ở đây lấy từ chính các bài trong kho, và mỗi điều mở ra đúng câu đã nêu nó."
        }
        ToldKind::Anniversaries => "Những ngày có năm bắt đầu, nên đếm được số năm.",
        ToldKind::Officials => "Chỉ gồm người được bài viết nêu tên cùng chức danh công khai.",
        ToldKind::Programmes => "Chương trình, phong trào, cuộc vận động mà bài viết gọi tên.",
        ToldKind::Directives => "Chỉ thị, nghị quyết, kết luận, đề án mà bài viết dẫn.",
        ToldKind::Days => {
            "Ngày hằng năm mà bài viết gọi tên kèm ngày tháng nhưng không kèm năm bắt đầu."
        }
        ToldKind::Congresses => {
            "Đại hội của Đảng và các tổ chức, với nhiệm kỳ nếu bài viết có ghi."
        }
        ToldKind::Awards => "Huân chương, bằng khen, danh hiệu mà bài viết gọi đủ tên.",
        ToldKind::Quotations => {
            "Lời trong ngoặc kép của người có chức danh, của văn bản, và khẩu hiệu. Tên riêng trong \
             ngoặc kép không tính."
        }
        ToldKind::Figures => {
            "Con số cùng điều nó đếm, nguyên văn trong câu của bài. Không gồm năm, số hiệu văn bản \
             và lượt xem của trang."
        }
    },
    nothing: |kind| match kind {
        ToldKind::All => "Kho chưa có điều nào",
        ToldKind::Anniversaries => "Kho chưa có ngày kỷ niệm nào",
        ToldKind::Officials => "Kho không lập danh sách người có chức danh",
        ToldKind::Programmes => "Không bài nào nêu tên chương trình, phong trào",
        ToldKind::Directives => "Không bài nào dẫn văn bản",
        ToldKind::Days => "Không bài nào nêu ngày như vậy",
        ToldKind::Congresses => "Không bài nào nêu đại hội",
        ToldKind::Awards => "Không bài nào nêu tên khen thưởng",
        ToldKind::Quotations => "Không có lời trích nào như vậy",
        ToldKind::Figures => "Không có số liệu nào như vậy",
    },
    unknown: "Không có điều này trong kho",
    kinds: "Các loại điều bài viết nêu",
    articles: |count| join(&[&decimal(count as i64), " bài"]),
    entries: |count| join(&[&decimal(count as i64), " mục"]),
    choose: "Chọn loại",
    every: "Tất cả",
    quotation: |kind| match kind {
        QuotationKind::Speech => "Lời người nói",
        QuotationKind::Document => "Lời văn bản",
        QuotationKind::Slogan => "Khẩu hiệu, phương châm",
    },
    speaker: |name| join(&["Lời ", name]),
    figure: |kind| match kind {
        FigureKind::Share => "Tỷ lệ",
        FigureKind::Part => "Phần trên tổng",
        FigureKind::Money => "Số tiền",
        FigureKind::Measure => "Đo lường",
        FigureKind::Count => "Số lượng",
    },
    term: |from, to| join(&["nhiệm kỳ ", &decimal(from), "–", &decimal(to)]),
    yearly: |day| {
        let (month, number) = day.month_day();
        let lunar = if day.is_lunar() { " âm lịch" } else { "" };
        join(&[&decimal(number), "/", &decimal(month), lunar, " hằng năm"])
    },
    so_far: |articles| {
        join(&["Đã xem trong ", &(dates::VI.number)(articles.into()), " bài mới nhất."])
    },
    older: "Xem cả các bài cũ hơn",
    days: "Ngày bài viết có nêu",
    reference: Reference {
        title: "Ngày tham chiếu",
        note: "Không phải điều bài viết nêu: theo luật hoặc văn bản ghi ở từng ngày.",
        hide: "Ẩn ngày tham chiếu",
        show: "Hiện ngày tham chiếu",
        nothing: "Không có ngày tham chiếu nào.",
        count: |count| join(&[&decimal(count as i64), " ngày tham chiếu"]),
        since: "Tính từ",
        shown: "Hiện, tách riêng khỏi điều bài viết nêu",
        hidden: "Ẩn",
    },
};

/// English.
pub const EN: Told = Told {
    kind: |kind| match kind {
        ToldKind::All => "What the articles tell",
        ToldKind::Anniversaries => "Anniversaries",
        ToldKind::Officials => "People in office",
        ToldKind::Programmes => "Programmes and movements",
        ToldKind::Directives => "Documents cited",
        ToldKind::Days => "Days of the year",
        ToldKind::Congresses => "Congresses and terms",
        ToldKind::Awards => "Awards",
        ToldKind::Quotations => "Quotations",
        ToldKind::Figures => "Figures",
    },
    lead: |kind| match kind {
        ToldKind::All => {
            "All of this is from the archive’s own articles, and leads to the very sentence that says it."
        }
        ToldKind::Anniversaries => "Days whose first year is known, so that years can be counted.",
        ToldKind::Officials => "Only people whom an article names with a public role.",
        ToldKind::Programmes => "Programmes, movements and campaigns that articles name.",
        ToldKind::Directives => {
            "Directives, resolutions, conclusions and schemes that articles cite."
        }
        ToldKind::Days => {
            "Yearly days that articles name with day and month but without the year they began."
        }
        ToldKind::Congresses => {
            "Congresses of the Party and other bodies, with their term where an article tells it."
        }
        ToldKind::Awards => "Orders, certificates and titles that articles name in full.",
        ToldKind::Quotations => {
            "Words in quotation marks of people in office, of documents, and watchwords. Names in \
             quotation marks do not count."
        }
        ToldKind::Figures => {
            "Numbers with what they count, in the articles’ own sentences. No years, no numbers of \
             documents, no counts of views."
        }
    },
    nothing: |kind| match kind {
        ToldKind::All => "Nothing yet",
        ToldKind::Anniversaries => "The archive has no anniversary yet",
        ToldKind::Officials => "The archive lists no people in office",
        ToldKind::Programmes => "No article names a programme",
        ToldKind::Directives => "No article cites a document",
        ToldKind::Days => "No article names such a day",
        ToldKind::Congresses => "No article names a congress",
        ToldKind::Awards => "No article names an award",
        ToldKind::Quotations => "There is no such quotation",
        ToldKind::Figures => "There is no such figure",
    },
    unknown: "The archive has no such entry",
    kinds: "Kinds of what the articles tell",
    articles: |count| {
        join(&[&decimal(count as i64), if count == 1 { " article" } else { " articles" }])
    },
    entries: |count| {
        join(&[&decimal(count as i64), if count == 1 { " entry" } else { " entries" }])
    },
    choose: "Choose a kind",
    every: "All",
    quotation: |kind| match kind {
        QuotationKind::Speech => "Spoken",
        QuotationKind::Document => "From documents",
        QuotationKind::Slogan => "Watchwords",
    },
    speaker: |name| join(&["Words of ", name]),
    figure: |kind| match kind {
        FigureKind::Share => "Shares",
        FigureKind::Part => "Parts of a whole",
        FigureKind::Money => "Money",
        FigureKind::Measure => "Measures",
        FigureKind::Count => "Counts",
    },
    term: |from, to| join(&["term ", &decimal(from), "–", &decimal(to)]),
    yearly: |day| {
        let (month, number) = day.month_day();
        if day.is_lunar() {
            join(&["day ", &decimal(number), " of lunar month ", &decimal(month), ", every year"])
        } else {
            join(&[&decimal(number), " ", (dates::EN.month)(month).as_str(), ", every year"])
        }
    },
    so_far: |articles| {
        join(&["Of the ", &(dates::EN.number)(articles.into()), " newest articles so far."])
    },
    older: "Older articles too",
    days: "Days that articles name",
    reference: Reference {
        title: "Days of reference",
        note: "Not from the articles: set by the law or decision named with each.",
        hide: "Hide days of reference",
        show: "Show days of reference",
        nothing: "No day of reference.",
        count: |count| {
            join(&[
                &decimal(count as i64),
                if count == 1 { " day of reference" } else { " days of reference" },
            ])
        },
        since: "Counted from",
        shown: "Shown, apart from what the articles tell",
        hidden: "Hidden",
    },
};
