//! Tiếng Việt: báo cáo.

use std::fmt::Write as _;

use model::Status;
use model::article::DoubtKind;

use super::super::{Lang, date, problem, shown, size};
use crate::report::{ArticleReport, Field, Report};

/// The whole report.
pub(in crate::messages) fn report(report: &Report) -> String {
    let mut out = format!("{}\n", report.title);
    for article in &report.articles {
        article_lines(&mut out, article);
    }
    if !report.problems.is_empty() {
        out.push_str("\nCần xem lại:\n");
        for problem in &report.problems {
            let _ = writeln!(out, "  {}", self::problem(problem, Lang::Vi));
        }
    }
    let totals = &report.totals;
    let counts = &totals.counts;
    let _ = write!(
        out,
        "\nTổng cộng: {} bài, {} đơn vị, {} ngày kỷ niệm, {} người, {} chương trình, {} văn bản; \
         {} lỗi, {} lưu ý.\nChữ gốc {}, kho đóng gói {}.\n",
        counts.articles,
        counts.units,
        counts.anniversaries,
        totals.officials,
        totals.programmes,
        totals.directives,
        report.errors(),
        report.warnings(),
        size(counts.text_bytes, Lang::Vi),
        size(totals.bundle_bytes as u64, Lang::Vi),
    );
    out
}

fn article_lines(out: &mut String, article: &ArticleReport) {
    let name = article.file.as_deref().unwrap_or(&article.id);
    let _ = writeln!(out, "\n{name}\n  {}", article.title);
    for found in &article.found {
        let _ = writeln!(
            out,
            "  có     {:<14} {} ({})",
            format!("{}:", field(found.field)),
            shown(&found.value),
            status(found.status)
        );
    }
    if !article.missing.is_empty() {
        let missing: Vec<_> = article.missing.iter().map(|missing| field(*missing)).collect();
        let _ = writeln!(out, "  thiếu  {}", missing.join(", "));
    }
    let m = &article.mentions;
    let _ = writeln!(
        out,
        "  nhắc   {} ngày kỷ niệm, {} người, {} chương trình, {} văn bản, {} đơn vị",
        m.anniversaries, m.officials, m.programmes, m.directives, m.units
    );
    if article.cut_off {
        out.push_str("  lưu ý  bài trong tệp bị cắt dở ở cuối\n");
    }
}

pub(in crate::messages) fn field(field: Field) -> &'static str {
    match field {
        Field::Section => "chuyên mục",
        Field::Published => "ngày đăng",
        Field::Event => "ngày sự kiện",
        Field::Crawled => "ngày thu thập",
        Field::Byline => "tác giả",
        Field::Unit => "đơn vị",
        Field::Publisher => "nơi đăng",
        Field::Views => "lượt xem",
    }
}

pub(in crate::messages) fn status(status: Status) -> &'static str {
    match status {
        Status::Stated => "nêu rõ",
        Status::Inferred => "suy ra",
        Status::Derived => "tính ra",
        Status::Reference => "tham chiếu",
    }
}

pub(super) fn doubt(kind: &DoubtKind) -> String {
    match kind {
        DoubtKind::TermBeforeCongress { term, article_date, congress } => format!(
            "nhắc “khóa {term}” khi Đại hội (họp từ {}) chưa họp, bài có ngày {}; nguyên văn được giữ",
            date(*congress),
            date(*article_date)
        ),
        DoubtKind::YearsDisagree { claimed, computed } => {
            format!(
                "bài ghi {claimed} năm, tính từ mốc thành lập là {computed} năm; nguyên văn được giữ"
            )
        }
    }
}

/// What a clerk can do about a doubt; the text itself is never corrected.
pub(super) fn doubt_fix(kind: &DoubtKind) -> &'static str {
    match kind {
        DoubtKind::TermBeforeCongress { .. } => {
            "hãy đối chiếu với trang gốc; nếu ngày của bài sai, ghi `published` trong archive.toml"
        }
        DoubtKind::YearsDisagree { .. } => {
            "hãy đối chiếu với trang gốc; nếu ngày của bài sai, ghi `published`; nếu bài in sai số năm \
             thì không cần sửa"
        }
    }
}
