//! What holds for any bytes at all.

use import::{Context, is_space, read};
use model::article::Article;
use proptest::prelude::*;

/// Pieces of pages: random text alone would hardly ever reach the rules.
const PIECES: &[&str] = &[
    "Thời sự tổng hợp",
    "Huyện ủy gặp mặt cán bộ qua các thời kỳ",
    "Ngày đăng 16/10/2020 | 15:34 | Lượt xem: 162",
    "Thứ ba,\u{a0} 18/01/2022",
    " 68",
    "14/10/2020",
    "31/02/2020",
    "0/6373.png",
    "LSO-Chiều nay (12/10), Ban Chấp hành họp sơ kết công tác 9 tháng đầu năm 2020.",
    "(TTXVN) – ",
    "Trong hai ngày 5 và 6/3/2020, xã tổ chức hội nghị tổng kết công tác mùa vụ năm qua.",
    "(15/10/1930-15/10/2020)",
    "Ảnh: Quang cảnh",
    "PHƯƠNG DUNG",
    "Bích Ngọc – Thu Hà (tổng hợp)",
    "Theo báo ",
    "Tin liên quan",
    "Tăng/Giảm cỡ chữ: + | -",
    "\u{a0}",
    "\u{200b}\u{feff}",
    "…",
    "\r",
    "\u{2028}",
    "nam\u{303} 2020 tha\u{301}ng 10",
    "8 tháng ",
    "ngày 28 đến",
    "(((",
    "»",
];

fn page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,40}",
        1 => "[0-9/.:, -]{0,24}",
    ];
    let joint = prop::sample::select(vec!["\n", "\n\n", " ", "", "\r\n", "\n\u{a0}\n"]);
    prop::collection::vec((piece, joint), 0..24).prop_map(|parts| {
        parts.into_iter().flat_map(|(piece, joint)| [piece, joint.to_owned()]).collect()
    })
}

/// Blocks in order, apart, at character borders, and nothing printed outside them.
fn check_blocks(article: &Article) -> Result<(), TestCaseError> {
    let mut end = 0;
    for block in &article.blocks {
        let range = block.span.range();
        prop_assert!(range.start >= end && range.end > range.start, "{range:?} after {end}");
        let between = article.text.get(end..range.start);
        prop_assert!(between.is_some_and(|text| text.chars().all(is_space)), "{between:?}");
        prop_assert!(block.span.of(&article.text).is_some(), "{range:?} not at borders");
        end = range.end;
    }
    prop_assert!(article.text[end..].chars().all(is_space), "{:?}", &article.text[end..]);
    Ok(())
}

/// Whatever points into the text can be shown.
fn check_facts(article: &Article) -> Result<(), TestCaseError> {
    let dates = [&article.published, &article.event, &article.crawled];
    for dated in dates.into_iter().flatten() {
        let Some(model::Evidence::Text { at, quote, .. }) = &dated.source else {
            return Err(TestCaseError::fail("a date without its place"));
        };
        let printed = at.of(&article.text).unwrap_or_default();
        prop_assert!(
            printed.contains(|c: char| c.is_ascii_digit()) || printed.ends_with("nay"),
            "{printed:?}"
        );
        prop_assert!(!quote.is_empty());
    }
    for byline in &article.bylines {
        prop_assert!(
            byline.at.and_then(|at| at.of(&article.text)).is_some_and(|name| !name.is_empty())
        );
    }
    prop_assert!(!article.title.is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_page_is_laid_out_whole(page in page()) {
        if let Ok(imported) = read("a.txt", page.as_bytes(), &Context::default()) {
            prop_assert_eq!(&imported.article.text, page.trim_start_matches('\u{feff}'));
            check_blocks(&imported.article)?;
            check_facts(&imported.article)?;
            let again = read("a.txt", page.as_bytes(), &Context::default());
            prop_assert_eq!(again, Ok(imported));
        }
    }

    #[test]
    fn any_bytes_give_an_article_or_a_problem(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        match read("a.txt", &bytes, &Context::default()) {
            Ok(imported) => check_blocks(&imported.article)?,
            Err(problem) => prop_assert!(problem.place.is_none_or(|place| place.byte < bytes.len())),
        }
    }
}

/// Crafted files that a careless loop would spend minutes on.
#[test]
fn crafted_files_take_no_time() {
    const BYTES: usize = 128 * 1024;
    for piece in [
        "1/1 ",
        "31/02/2020\n",
        "1-",
        "Thu Hà\n",
        "năm 2020, 5/3/2020 ",
        "a\n\n\u{a0}\n",
        "ngày 5, ",
        "(",
        "A-",
        "\r",
    ] {
        let page = format!("Tiêu đề của bài\n{}", piece.repeat(BYTES / piece.len()));
        let started = std::time::Instant::now();
        let imported = read("a.txt", page.as_bytes(), &Context::default());
        assert!(imported.is_ok(), "{piece:?}");
        let seconds = started.elapsed().as_secs();
        assert!(seconds < 20, "{piece:?} took {seconds} s");
    }
}
