//! What the search page says.

use protocol::{Remark, Sort, Tier};

use super::dates::join;
use crate::annals::names::Kind;
use crate::route::Field;

/// Between alternatives of a query: what the viewer writes, then what it also reads.
pub const OR: [&str; 4] = ["OR", "HOẶC", "|", "||"];
/// Before the days of a query, in every language of the viewer.
pub const DAYS: &str = "ngày:";
/// What the search page says.
pub struct Search {
    /// The page's title.
    pub title: &'static str,
    /// A document title with what is looked for.
    pub title_for: fn(&str) -> String,
    /// Name of the list of names that complete what is typed.
    pub completions: &'static str,
    /// Heading of the names of a kind.
    pub kind: fn(Kind) -> &'static str,
    /// Heading of the latest searches.
    pub recent: &'static str,
    /// Button: forget one of them.
    pub forget: fn(&str) -> String,
    /// Button: forget all.
    pub forget_all: &'static str,
    /// Button: look for nothing.
    pub clear: &'static str,
    /// Before anything is typed: heading.
    pub start: &'static str,
    /// Before anything is typed: how to search.
    pub help: &'static [(&'static str, &'static str)],
    /// What opens a field for each part of the query language.
    pub precise: &'static str,
    /// Label and example of: all these words, this phrase, any of these, none of these, from this
    /// day, to this day.
    pub precise_fields: [(&'static str, &'static str); 6],
    /// Where units, sections and people are chosen.
    pub precise_help: &'static str,
    /// How many were found, a count already written out.
    pub found: fn(u64, &str) -> String,
    /// Nothing was found.
    pub nothing: &'static str,
    /// What to do then.
    pub nothing_help: &'static str,
    /// Ways out of it: the same as plain words, without marks, one word of them.
    pub instead: [&'static str; 3],
    /// The answer is on its way.
    pub waiting: &'static str,
    /// It waits for files: how many are here, and how many there are.
    pub loading: fn(&str, &str) -> String,
    /// Heading of a tier.
    pub tier: fn(Tier) -> &'static str,
    /// Badge: found through another form of a word.
    pub expanded: &'static str,
    /// What "đồng nghĩa" means.
    pub expanded_help: &'static str,
    /// The words a result lacks.
    pub lacks: fn(&str) -> String,
    /// No passage can be shown.
    pub no_snippet: &'static str,
    /// Name of the filters.
    pub filters: &'static str,
    /// What opens the filters and the order on a phone.
    pub filters_and_order: &'static str,
    /// A filter's name.
    pub field: fn(Field) -> &'static str,
    /// Button: more values of a filter.
    pub more_words: &'static str,
    /// The same for a screen reader, with the filter's name.
    pub more_values: fn(&str) -> String,
    /// Button: choose no filter.
    pub clear_filters: &'static str,
    /// Chosen units also stand for: what is in them, what was before and came after.
    pub also: [&'static str; 2],
    /// Label of the order.
    pub sort: &'static str,
    /// An order.
    pub sort_name: fn(Sort) -> &'static str,
    /// Before a better spelling.
    pub suggestion: &'static str,
    /// How the query was read.
    pub remark: fn(&Remark) -> String,
    /// Button: more results.
    pub more: fn(&str) -> String,
    /// The page's address is a link to this search.
    pub share: &'static str,
}

/// Tiếng Việt.
pub const VI: Search = Search {
    title: "Tìm kiếm",
    title_for: |text| join(&["Tìm: ", text]),
    completions: "Gợi ý",
    kind: |kind| match kind {
        Kind::Unit => "Đơn vị",
        Kind::Person => "Người",
        Kind::Programme => "Chương trình",
        Kind::Anniversary => "Ngày kỷ niệm",
        Kind::Article => "Bài viết",
        Kind::Word => "Từ trong kho",
    },
    recent: "Tìm gần đây",
    forget: |text| join(&["Bỏ “", text, "” khỏi danh sách"]),
    forget_all: "Xóa hết",
    clear: "Xóa ô tìm",
    start: "Gõ vài chữ để tìm trong toàn bộ kho",
    help: &[
        ("huyen uy", "không cần dấu; có dấu thì bài đúng dấu xếp trước"),
        ("\"dân vận khéo\"", "đúng cụm từ trong ngoặc kép"),
        ("nông thôn -đô thị", "bỏ bài có từ sau dấu trừ"),
        ("\"tuyên giáo\" OR \"dân vận\"", "một trong các từ, cụm từ"),
        ("đại hội ngày:10/2019..2021", "bài trong thời gian ấy; một năm thì năm:2020"),
        ("MTTQ", "chữ viết tắt tìm cả tên đầy đủ, và ngược lại"),
        ("15/10/1930", "ngày, viết cách nào cũng được"),
    ],
    precise: "Tìm chính xác hơn",
    precise_fields: [
        ("Có đủ các từ này", "tổng kết công tác"),
        ("Có đúng cụm từ này", "dân vận khéo"),
        ("Có một trong các từ, cụm từ này (cách nhau bằng dấu phẩy)", "đảng viên, đoàn viên"),
        ("Không có các từ này", "đô thị"),
        ("Từ ngày, tháng hoặc năm", "10/2015"),
        ("Đến ngày, tháng hoặc năm", "15/10/2020"),
    ],
    precise_help: "Đơn vị, chuyên mục, người…: chọn trong bộ lọc.",
    found: |_, written| join(&[written, " bài"]),
    nothing: "Không tìm thấy bài nào",
    nothing_help: "Kiểm tra lại chữ đã gõ, thử ít từ hơn, bỏ bớt bộ lọc, hoặc viết không dấu.",
    instead: ["như từ thường: ", "không dấu: ", "chỉ tìm: "],
    waiting: "Đang tìm…",
    loading: |here, of| join(&["Đang tải dữ liệu để tìm: ", here, "/", of, " tệp"]),
    tier: |tier| match tier {
        Tier::Near => "Đủ các từ, liền nhau",
        Tier::All => "Đủ các từ, ở những chỗ khác nhau",
        Tier::Most => "Có gần đủ các từ",
        Tier::Typo => "Gần giống, có thể gõ nhầm",
    },
    expanded: "đồng nghĩa",
    expanded_help: "Tìm thấy nhờ một cách viết khác, chẳng hạn chữ viết tắt.",
    lacks: |words| join(&["thiếu: ", words]),
    no_snippet: "Chưa có đoạn trích: tập bài này thiếu hoặc hỏng.",
    filters: "Bộ lọc",
    filters_and_order: "Sắp xếp và lọc",
    field: |field| match field {
        Field::Unit => "Đơn vị",
        Field::Year => "Năm",
        Field::Section => "Chuyên mục",
        Field::Person => "Người",
        Field::Programme => "Chương trình",
        Field::Directive => "Văn bản",
    },
    more_words: "Xem thêm",
    more_values: |field| join(&["Xem thêm: ", field]),
    clear_filters: "Bỏ bộ lọc",
    also: ["kể cả cơ quan, đơn vị bên trong", "kể cả tiền thân và nơi kế thừa"],
    sort: "Sắp xếp",
    sort_name: |sort| match sort {
        Sort::Relevance => "Sát nhất trước",
        Sort::Newest => "Mới nhất trước",
        Sort::Oldest => "Cũ nhất trước",
    },
    suggestion: "Có phải bạn tìm:",
    remark: |remark| match remark {
        Remark::Unclosed => "Dấu ngoặc chưa đóng; đã đọc như từ thường.".to_owned(),
        Remark::Keystrokes { read_as } => join(&["Đã hiểu cách gõ phím là “", read_as, "”."]),
        Remark::AlsoSearched(forms) => join(&["Cũng tìm: ", &forms.join(", "), "."]),
        Remark::UnknownField(field) => {
            join(&["Không có bộ lọc “", field, "”; đã đọc như từ thường."])
        }
        Remark::PhraseAsWords => {
            "Không bài nào có nguyên cụm từ trong ngoặc; đã tìm theo từng từ.".to_owned()
        }
    },
    more: |left| join(&["Xem thêm ", left, " bài"]),
    share: "Chia sẻ tìm kiếm này",
};

/// English.
pub const EN: Search = Search {
    title: "Search",
    title_for: |text| join(&["Search: ", text]),
    completions: "Suggestions",
    kind: |kind| match kind {
        Kind::Unit => "Units",
        Kind::Person => "People",
        Kind::Programme => "Programmes",
        Kind::Anniversary => "Anniversaries",
        Kind::Article => "Articles",
        Kind::Word => "Words in the archive",
    },
    recent: "Recent searches",
    forget: |text| join(&["Remove “", text, "” from the list"]),
    forget_all: "Clear all",
    clear: "Clear the search box",
    start: "Type a few words to search the whole archive",
    help: &[
        ("huyen uy", "marks may be left out; exact marks rank first"),
        ("\"dân vận khéo\"", "exact phrase in quotation marks"),
        ("nông thôn -đô thị", "leave out articles with the word after the minus"),
        ("\"tuyên giáo\" OR \"dân vận\"", "any of these words or phrases"),
        ("đại hội ngày:10/2019..2021", "articles of that time; of one year, năm:2020"),
        ("MTTQ", "abbreviations find the full name, and the other way round"),
        ("15/10/1930", "dates, however they are written"),
    ],
    precise: "Search more precisely",
    precise_fields: [
        ("All these words", "tổng kết công tác"),
        ("This exact phrase", "dân vận khéo"),
        ("Any of these words or phrases (separated by commas)", "đảng viên, đoàn viên"),
        ("None of these words", "đô thị"),
        ("From day, month or year", "10/2015"),
        ("To day, month or year", "15/10/2020"),
    ],
    precise_help: "Unit, section, person…: choose them in the filters.",
    found: |count, written| match count {
        1 => "1 article".to_owned(),
        _ => join(&[written, " articles"]),
    },
    nothing: "No article found",
    nothing_help: "Check the spelling, try fewer words, fewer filters, or leave out the marks.",
    instead: ["as plain words: ", "without marks: ", "only: "],
    waiting: "Searching…",
    loading: |here, of| join(&["Loading what the search needs: ", here, " of ", of, " files"]),
    tier: |tier| match tier {
        Tier::Near => "All words, close together",
        Tier::All => "All words, in different places",
        Tier::Most => "Most of the words",
        Tier::Typo => "Similar, perhaps mistyped",
    },
    expanded: "other form",
    expanded_help: "Found through another way of writing it, such as an abbreviation.",
    lacks: |words| join(&["lacks: ", words]),
    no_snippet: "No passage: this run of articles is missing or damaged.",
    filters: "Filters",
    filters_and_order: "Order and filters",
    field: |field| match field {
        Field::Unit => "Unit",
        Field::Year => "Year",
        Field::Section => "Section",
        Field::Person => "Person",
        Field::Programme => "Programme",
        Field::Directive => "Document",
    },
    more_words: "Show more",
    more_values: |field| join(&["Show more: ", field]),
    clear_filters: "Clear the filters",
    also: ["and what is in them", "and what was before or came after"],
    sort: "Order",
    sort_name: |sort| match sort {
        Sort::Relevance => "Best first",
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
    },
    suggestion: "Did you mean:",
    remark: |remark| match remark {
        Remark::Unclosed => "A quotation mark was left open; read as plain words.".to_owned(),
        Remark::Keystrokes { read_as } => join(&["Read the keystrokes as “", read_as, "”."]),
        Remark::AlsoSearched(forms) => join(&["Also searched: ", &forms.join(", "), "."]),
        Remark::UnknownField(field) => {
            join(&["There is no filter “", field, "”; read as plain words."])
        }
        Remark::PhraseAsWords => {
            "No article has the words in quotation marks as a phrase; searched for each of them."
                .to_owned()
        }
    },
    more: |left| join(&["Show ", left, " more"]),
    share: "Share this search",
};
