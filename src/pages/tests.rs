//! The pages, drawn natively from a small archive.

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use model::Article;
use model::bundle::write::write;
use model::bundle::{About, Contents};
use model::chronicle::Chronicle;
use model::telling::Tellings;
use serde_json::json;
use yew::prelude::*;

use crate::app::page;
use crate::hooks::{ArchiveRef, Files, open_memory};
use crate::i18n;
use crate::route::Route;

/// One article, one anniversary, a district divided in two, a person, a programme, a directive.
fn sample() -> ArchiveRef {
    let mention = json!({
        "article": "a1", "at": [0, 16], "wording": "công tác dân vận", "sentence": [0, 40],
        "quote": "90 năm công tác dân vận của Đảng", "claimed_years": 90, "occasion_year": 2020,
        "role": "Phó Bí thư", "on": "2020-10-14", "period": [2015, 2020],
    });
    let chronicle: Chronicle = serde_json::from_value(json!({
        "anniversaries": [{
            "id": "1930-10-15-dan-van", "kind": "tradition", "name": "công tác dân vận của Đảng",
            "names": ["công tác dân vận của Đảng", "Dân vận"],
            "founding": {"value": "1930-10-15", "status": "stated", "rule": {"rule": "founding-pair"}},
            "scope": "national", "mentions": [mention],
        }],
        "officials": [{"id": "le-dang-tam", "name": "Lê Đăng Tâm", "roles": [mention]}],
        "programmes": [{"id": "dan-van-kheo", "name": "Dân vận khéo", "mentions": [mention]}],
        "directives": [{"id": "chi-thi-05", "kind": "directive", "name": "Chỉ thị 05",
            "issuer": "Bộ Chính trị", "mentions": [mention]}],
    }))
    .unwrap();
    let units = serde_json::from_value(json!([
        {"id": "huyen-song-lo", "kind": "rural-district", "name": "Huyện Sông Lô",
            "valid_from": "2008-12-23", "valid_to": "2025-07-01",
            "successors": [{"unit": "xa-hai-luu", "share": "part"}, {"unit": "xa-song-lo", "share": "part"}],
            "source": {"kind": "citation", "text": "Nghị quyết 202/2025/QH15"}},
        {"id": "huyen-uy", "kind": "body", "name": "Huyện ủy Sông Lô", "parent": "huyen-song-lo"},
        {"id": "xa-hai-luu", "kind": "commune", "name": "Xã Hải Lựu", "valid_from": "2025-07-01",
            "predecessors": [{"unit": "huyen-song-lo", "share": "part"}]},
        {"id": "xa-song-lo", "kind": "commune", "name": "Xã Sông Lô", "valid_from": "2025-07-01"},
    ]))
    .unwrap();
    let known = |value: &str| json!({"value": value, "status": "stated"});
    let text = "Chiều ngày 8/10/2020 ".repeat(650 / 3);
    let article = serde_json::from_value(json!({
        "id": "a1", "title": "Tổng kết <script> phong trào", "text": text,
        "blocks": [{"kind": "paragraph", "span": [0, text.len()]}],
        "unit": known("huyen-uy"), "published": known("2020-10-14"),
        "source": {"bytes": 0, "sha256": "00"},
    }));
    archive_with(vec![article.unwrap()], units, chronicle, tellings())
}

/// A day of every year, one of reference on the same day, a congress, an award, a quotation, figures.
fn tellings() -> Tellings {
    let mention = json!({
        "article": "a1", "at": [0, 16], "wording": "Ngày Phụ nữ 8/3", "sentence": [0, 40],
        "quote": "nhân Ngày Phụ nữ 8/3 năm nay",
    });
    let cited = |text: &str| json!({"kind": "citation", "text": text});
    serde_json::from_value(json!({
        "days": [{"id": "03-08-phu-nu", "kind": "observance", "name": "Ngày Quốc tế Phụ nữ",
            "names": ["Ngày Quốc tế Phụ nữ"], "day": "03-08", "mentions": [mention]}],
        "reference": [
            {"id": "03-08-phu-nu", "kind": "observance", "name": "Ngày Phụ nữ theo luật",
                "day": "03-08", "source": cited("Luật số 1, Điều 2")},
            {"id": "am-03-10-gio-to", "kind": "event", "name": "Giỗ Tổ Hùng Vương",
                "day": "am-03-10", "source": cited("Bộ luật Lao động, Điều 112")},
        ],
        "congresses": [{"id": "dai-hoi-21", "name": "Đại hội Đảng bộ huyện lần thứ XXI",
            "number": 21, "term": [2020, 2025], "mentions": [mention]}],
        "awards": [{"id": "bang-khen", "name": "Bằng khen của Tỉnh", "mentions": [mention]}],
        "quotations": [{"id": "a1-0", "name": "Gần dân, hiểu dân", "kind": "speech",
            "speaker": "Lê Đăng Tâm", "article": "a1", "at": [8, 23]}],
        "figures": [{"article": "a1", "sentence": [0, 23],
            "quantities": [{"kind": "share", "wording": "8/10/2020"}]}],
    }))
    .unwrap()
}

fn archive(articles: Vec<Article>, units: Vec<model::Unit>, chronicle: Chronicle) -> ArchiveRef {
    archive_with(articles, units, chronicle, Tellings::default())
}

fn archive_with(
    articles: Vec<Article>,
    units: Vec<model::Unit>,
    chronicle: Chronicle,
    tellings: Tellings,
) -> ArchiveRef {
    let about = About { title: "Kho thử".into(), language: "vi".into(), ..About::default() };
    let contents = Contents { about, articles, units, chronicle, tellings, ..Contents::default() };
    let files = write(&contents).into_iter().map(|file| (file.path, file.bytes)).collect();
    let files = Files::Memory(Rc::new(files));
    finish(open_memory(files, Vec::new(), &|_| ())).unwrap()
}

#[derive(Properties, PartialEq)]
struct Drawn {
    archive: ArchiveRef,
    hash: AttrValue,
    today: AttrValue,
    english: bool,
}

#[component]
fn Draw(props: &Drawn) -> Html {
    let messages = if props.english { &i18n::EN } else { &i18n::VI };
    let today = props.today.parse().unwrap();
    page(messages, &Route::parse(&props.hash), &props.archive, today)
}

/// Drawing waits for nothing: polling until it is done is enough.
fn finish<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// The text and tags of a page, without yew's marks.
fn draw(archive: &ArchiveRef, hash: &str, today: &str, english: bool) -> String {
    let (hash, today) = (hash.to_owned(), today.to_owned());
    let props = Drawn { archive: archive.clone(), hash: hash.into(), today: today.into(), english };
    let drawing = yew::LocalServerRenderer::<Draw>::with_props(props).hydratable(false).render();
    finish(drawing)
}

fn check(hash: &str, today: &str, holds: &[&str]) {
    let html = draw(&sample(), hash, today, false);
    for words in holds {
        assert!(html.contains(words), "{hash} on {today} lacks {words}:\n{html}");
    }
    assert!(!html.contains(" style="), "{hash}: the policy blocks style attributes");
    assert!(!html.contains("<script"), "{hash}: text of an article became markup");
    assert_eq!(html.matches("<h1").count(), 1, "{hash}: one h1, to which the focus moves");
}

#[test]
fn home_tells_the_day_whatever_the_day() {
    check(
        "#/",
        "2026-10-14",
        &["Thứ Tư, 14 tháng 10 năm 2026", "ngày mai", ">96</span>", "năm khác"],
    );
    check(
        "#/",
        "2030-10-15",
        &["hôm nay", "day-today", ">100</span>", "năm tròn", "class=\"star\""],
    );
    check(
        "#/",
        "2026-11-22",
        &["Ba mươi ngày tới không có", "15/10/2027", "còn 327 ngày", ">97</span>"],
    );
    check(
        "#/",
        "2026-11-22",
        &["Tổng kết &lt;script&gt; phong trào", "Xã Hải Lựu", "Tất cả 4 đơn vị"],
    );
}

#[test]
fn the_day_and_what_the_archive_holds_of_it() {
    check(
        "#/hom-nay?ngay=2026-10-14",
        "2026-11-22",
        &["13/10", "ngày mai", "Tổng kết", ">2020</time>"],
    );
    check("#/hom-nay", "2026-11-22", &["Không có ngày kỷ niệm nào vào ngày này", "21/11", "23/11"]);
}

#[test]
fn the_timeline_by_decades_and_within_limits() {
    let all =
        ["2020–2029", "1930–1939", "60 năm không có mục nào", "Ra đời 2 đơn vị", "mốc kỷ niệm"];
    check("#/dong-thoi-gian", "2026-11-22", &all);
    check("#/dong-thoi-gian?tu=1930&den=1931", "2026-11-22", &["1 mục, năm 1930", "Xem tất cả"]);
    check("#/dong-thoi-gian?tu=1700&den=1701", "2026-11-22", &["Không có mục nào trong khoảng"]);
}

#[test]
fn an_anniversary_counts_years_and_quotes() {
    let holds = [
        "15/10/1930",
        "nêu rõ",
        "bài nêu 90 năm",
        "<mark>công tác dân vận</mark>",
        "Thứ Năm, 15/10/2026",
    ];
    check("#/ky-niem/1930-10-15-dan-van", "2026-10-14", &holds);
    check("#/ky-niem/1930-10-15-dan-van?nam=2025", "2026-10-14", &["năm 2025", "năm lẻ 5"]);
    check("#/ky-niem/khong-co", "2026-10-14", &["Không có ngày kỷ niệm này"]);
}

#[test]
fn a_unit_says_what_became_of_it() {
    let told = "không còn từ 01/07/2025; địa bàn nay thuộc xã Hải Lựu và xã Sông Lô.";
    check(
        "#/don-vi/huyen-song-lo",
        "2026-11-22",
        &[told, "<svg", "Huyện ủy Sông Lô", "Lê Đăng Tâm", "tham chiếu"],
    );
    check("#/don-vi/xa-hai-luu", "2026-11-22", &["Chưa có bài nào"]);
    check("#/don-vi", "2026-11-22", &["1 bài", "entries tree", "Huyện ủy Sông Lô", "So sánh hai"]);
    check("#/don-vi?q=song lo", "2026-11-22", &["Trong kho này", "Huyện Sông Lô", "Xã Sông Lô"]);
    check("#/don-vi?q=hai luu", "2026-11-22", &["Bài của tiền thân: ", "Huyện Sông Lô", " · "]);
    check("#/don-vi?q=khong co", "2026-11-22", &["chưa có đơn vị nào tên như vậy"]);
    check(
        "#/don-vi/huyen-song-lo/ho-so",
        "2026-11-22",
        &["In hồ sơ", "Lưu JSON-LD", "Lê Đăng Tâm", "Tổng kết", "Lấy từ “Kho thử”"],
    );
    check("#/don-vi/xa-nao/ho-so", "2026-11-22", &["Không có đơn vị này"]);
    check("#/so-sanh", "2026-11-22", &["Chọn đơn vị"]);
    check(
        "#/so-sanh?a=huyen-song-lo&b=huyen-uy",
        "2026-11-22",
        &["class=\"compare\"", "công tác dân vận của Đảng", "1 bài", "chưa rõ"],
    );
    check("#/don-vi/xa-nao", "2026-11-22", &["Không có đơn vị này", "class=\"drum\""]);
}

#[test]
fn people_programmes_directives_about() {
    check("#/nguoi/le-dang-tam", "2026-11-22", &["Phó Bí thư", "14/10/2020"]);
    check("#/chuong-trinh/dan-van-kheo", "2026-11-22", &["“Dân vận khéo”", "2015–2020"]);
    check("#/van-ban/chi-thi-05", "2026-11-22", &["Chỉ thị 05", "Bộ Chính trị"]);
    check("#/gioi-thieu", "2026-11-22", &["∑", "Dấu kiểm của kho", "5,2 KB"]);
    check("#/duong/la", "2026-11-22", &["duong la"]);
}

#[test]
fn what_the_articles_tell_by_kind() {
    let check = |hash: &str, holds: &[&str]| check(hash, "2026-03-01", holds);
    check("#/dieu-neu", &["Số liệu", "Khen thưởng", "#/so-lieu", "1 mục"]);
    check("#/nguoi", &["Lê Đăng Tâm", "#/nguoi/le-dang-tam"]);
    check("#/ky-niem", &["công tác dân vận của Đảng"]);
    check("#/dai-hoi", &["Đại hội Đảng bộ huyện lần thứ XXI", "nhiệm kỳ 2020–2025", "1 bài"]);
    check(
        "#/dai-hoi/dai-hoi-21",
        &["nhiệm kỳ 2020–2025", "<mark>Ngày Phụ nữ 8/3</mark>", "/c/0-40"],
    );
    check("#/khen-thuong/bang-khen", &["Bằng khen của Tỉnh", "Tổng kết"]);
    check("#/khen-thuong/khong", &["Không có điều này trong kho"]);
    check("#/loi-trich", &["“ngày 8/10/2020”", "Lời Lê Đăng Tâm", "/c/8-23"]);
    check("#/loi-trich/khau-hieu", &["Không có lời trích nào như vậy"]);
    check("#/so-lieu", &["Chiều ngày <mark>8/10/2020</mark>", "/c/0-23", "Tổng kết"]);
    check("#/so-lieu/ty-le", &["<mark>8/10/2020</mark>", "aria-current=\"true\""]);
    check("#/so-lieu/so-tien", &["Không có số liệu nào như vậy"]);
}

#[test]
fn days_of_reference_stand_apart() {
    let check = |hash: &str, holds: &[&str]| check(hash, "2026-03-01", holds);
    let apart = ["Ngày Phụ nữ theo luật", "Luật số 1, Điều 2", "tham chiếu", "Ẩn ngày tham chiếu"];
    check("#/hom-nay", &apart);
    check("#/hom-nay", &["Ngày bài viết có nêu", "Ngày Quốc tế Phụ nữ", "còn 7 ngày"]);
    check("#/lich?thang=2026-03", &apart);
    check("#/lich?thang=2026-04", &["grid-cited", "Giỗ Tổ Hùng Vương", "1 ngày tham chiếu"]);
    check("#/lich?nam=2026", &["grid-cited", "grid-kept", "Ẩn ngày tham chiếu"]);
    check("#/ngay-trong-nam", &["8/3 hằng năm", "10/3 âm lịch hằng năm", "Bộ luật Lao động"]);
    check(
        "#/ngay-trong-nam/03-08-phu-nu",
        &["Ngày Quốc tế Phụ nữ", "Ngày Phụ nữ theo luật", "/c/0-40"],
    );
    check("#/ngay-trong-nam/am-03-10-gio-to", &["Giỗ Tổ Hùng Vương", "Chủ Nhật, 26/04/2026"]);
    check("#/cai-dat", &["Ngày tham chiếu", "name=\"reference\""]);
    // An archive that wants none shows none, and no switch for it.
    let without = archive(Vec::new(), Vec::new(), Chronicle::default());
    for hash in ["#/hom-nay", "#/lich", "#/ngay-trong-nam", "#/cai-dat"] {
        let html = draw(&without, hash, "2026-03-01", false);
        assert!(!html.contains("tham chiếu"), "{hash}: {html}");
    }
}

#[test]
fn an_empty_archive_says_so_on_every_page() {
    let empty = archive(Vec::new(), Vec::new(), Chronicle::default());
    for (hash, holds) in [
        ("#/", "Kho này chưa có bài viết nào"),
        ("#/dong-thoi-gian", "chưa có mục nào"),
        ("#/don-vi", "chưa khai đơn vị nào"),
        ("#/hom-nay", "Không có ngày kỷ niệm nào"),
        ("#/so-lieu", "Không có số liệu nào"),
        ("#/khen-thuong", "Không bài nào nêu tên khen thưởng"),
        ("#/nguoi", "không lập danh sách"),
    ] {
        let html = draw(&empty, hash, "2026-11-22", false);
        assert!(html.contains(holds), "{hash}: {html}");
    }
}

#[test]
fn english_is_english() {
    for hash in ["#/", "#/hom-nay", "#/don-vi/huyen-song-lo", "#/gioi-thieu"] {
        let html = draw(&sample(), hash, "2026-10-14", true);
        assert!(!html.contains("ngày mai") && !html.contains("Đơn vị"), "{hash}: {html}");
    }
}

/// Articles of days in these years, and units that all began on one day.
fn annals(articles: u32, first: u64, years: u64, units: u32) -> ArchiveRef {
    // A generator of numbers with a fixed beginning.
    let mut state = 7_u64;
    let mut below = |most: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % most
    };
    let article = |n: u32| -> Article {
        let (year, month, day) = (first + below(years), 1 + below(12), 1 + below(28));
        let published =
            json!({"value": format!("{year:04}-{month:02}-{day:02}"), "status": "stated"});
        serde_json::from_value(json!({
            "id": format!("a{n}"), "title": format!("Tin số {n}"), "text": "Tin.",
            "blocks": [{"kind": "paragraph", "span": [0, 4]}], "published": published,
            "source": {"bytes": 4, "sha256": "00"},
        }))
        .unwrap()
    };
    let articles = (0..articles).map(article).collect();
    let unit = |n: u32| {
        let (id, name) = (format!("xa-{n}"), format!("Xã {n}"));
        json!({"id": id, "kind": "commune", "name": name, "valid_from": "2026-12-29"})
    };
    let units = (0..units).map(|n| serde_json::from_value(unit(n)).unwrap()).collect();
    archive(articles, units, Chronicle::default())
}

/// How many elements are drawn.
fn elements(html: &str) -> usize {
    html.matches('<').count() - html.matches("</").count()
}

#[test]
fn a_timeline_is_three_hundred_elements_at_most() {
    for (articles, first, years, units) in [
        (20_000, 1930, 97, 0),
        (20_000, 1930, 97, 300),
        (3_000, 1010, 1017, 300),
        (24, 1900, 127, 0),
        (60, 1000, 1027, 1),
    ] {
        let archive = annals(articles, first, years, units);
        let html = draw(&archive, "#/dong-thoi-gian", "2026-11-22", false);
        let drawn = elements(&html);
        let is_part = articles / years as u32 > 10;
        assert_eq!(html.contains("aria-setsize"), is_part, "an entry says which of how many it is");
        assert!(drawn <= 300, "{drawn} elements of {articles} since {first}");
        assert!(
            html.contains(&articles.saturating_add(units.min(1)).to_string()),
            "all are counted"
        );
    }
}

#[test]
fn what_lies_before_twelve_decades_is_a_timeline_of_its_own() {
    let archive = annals(3_000, 1010, 1017, 0);
    let html = draw(&archive, "#/dong-thoi-gian", "2026-11-22", false);
    assert_eq!(html.matches("Trước 1910").count(), 3, "in the list, and twice on the band");
    assert!(html.contains("href=\"#/dong-thoi-gian?den=1909\""), "{html}");
    let html = draw(&archive, "#/dong-thoi-gian?den=1909", "2026-11-22", false);
    assert!(html.contains("Trước 1790") && html.contains("den=1789"), "{html}");
    let html = draw(&archive, "#/dong-thoi-gian?tu=1300&den=1400", "2026-11-22", false);
    assert!(!html.contains("Trước 1"), "eleven decades need no other timeline");
}
