//! Whatever the text: no panic, every span lies in the text at character borders and inside its
//! sentence, and the same input gives the same output.

mod archive;

use archive::{gathered, imported, paragraph};
use model::article::Article;
use model::{Evidence, Span};
use proptest::prelude::*;

/// Words and signs that the rules look for, in any order.
const PARTS: [&str; 53] = [
    "kỷ niệm ",
    "90 năm ",
    "ngày truyền thống ",
    "thành lập ",
    "ngành ",
    "Dân vận",
    ", ",
    " và ",
    "(15/10/1930-15/10/2020)",
    "(",
    ")",
    " - ",
    "–",
    "15/10/1930",
    "năm 2020",
    "3/2",
    "“",
    "”",
    "đồng chí ",
    "Nguyễn Văn An",
    "Lê ",
    "Bí thư ",
    "Phó ",
    "Chủ tịch UBND huyện ",
    "TP.HCM ",
    "UV.BTV",
    "Chỉ thị số 05-CT/TW",
    "Nghị quyết TW4 khóa XI, XII",
    "khóa ",
    "của Bộ Chính trị ",
    "phong trào ",
    "giai đoạn 2017-2020",
    ". ",
    "…",
    "\n",
    "\n\n",
    "\u{a0}",
    "u\u{309}",
    "từ thị trấn",
    "các ban đảng",
    "lần thứ ",
    "năm ",
    "73/2014/QĐ-UBND",
    "1.000",
    "0",
    "/",
    "4/6 nhiệm vụ",
    "94,2",
    "%",
    " tỷ đồng",
    " người ",
    "là ",
    "tỉnh ",
];

fn text() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(prop::sample::select(&PARTS[..]), 0..40)
        .prop_map(|parts| parts.concat());
    prop_oneof![parts, "\\PC{0,200}", "[\\PC\\n\u{300}-\u{36f}0-9/.,–-]{0,120}"]
}

fn holds(article: &Article, at: Span) {
    let words = at.of(&article.text).expect("at character borders, inside the text");
    assert_eq!(words.trim(), words, "no white space at the ends");
    assert!(!words.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text(texts in prop::collection::vec(text(), 1..4), dated in any::<bool>()) {
        let date = dated.then_some("2021-05-10");
        let articles: Vec<Article> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| paragraph(&format!("a{at}"), &format!("Đầu đề\n\n{text}."), date))
            .collect();
        let (told, chronicle) = gathered(articles.clone());
        let article = |id: &model::ArticleId| told.iter().find(|a| a.id == *id).unwrap();
        for found in &told {
            for mention in &found.mentions {
                holds(found, mention.at);
                holds(found, mention.sentence);
                prop_assert!(mention.sentence.contains(mention.at));
            }
            for doubt in &found.doubts {
                holds(found, doubt.at);
            }
        }
        for anniversary in &chronicle.anniversaries {
            prop_assert!(!anniversary.name.is_empty() && !anniversary.mentions.is_empty());
            if let Some(Evidence::Text { article: id, at, .. }) = &anniversary.founding.source {
                holds(article(id), *at);
            }
        }
        let mut ids: Vec<&str> = chronicle.anniversaries.iter().map(|a| &*a.id).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), chronicle.anniversaries.len());
        prop_assert_eq!(gathered(articles), (told, chronicle));
    }

    #[test]
    fn dates_lie_in_the_text(text in text()) {
        let article = paragraph("a", &format!("Đầu đề\n\n{text}."), None);
        let facts = chronicle::extract(&article);
        for date in facts.dates {
            holds(&article, date.at);
        }
        for figure in facts.figures {
            holds(&article, figure.at);
            prop_assert!(figure.sentence.contains(figure.at));
        }
    }
}

/// Time must grow with the text, not with its square.
#[test]
fn a_long_crafted_text_takes_no_ages() {
    for part in [
        "kỷ niệm 90 năm ",
        "Bí thư ",
        "Nguyễn Lê ",
        "(15/10/1930-15/10/2020) ",
        "“phong trào ",
        "Chỉ thị 05, ",
        "ngày 12/10/2020 đạt hơn 4/6 nhiệm vụ ",
    ] {
        let text = format!("Đầu đề\n\n{}", part.repeat(1_000));
        let article = imported("a", text.as_bytes());
        let start = std::time::Instant::now();
        let article = Article {
            blocks: vec![model::article::Block {
                kind: model::article::BlockKind::Paragraph,
                span: Span::new(0..text.trim_end().len()),
            }],
            ..article
        };
        gathered(vec![article]);
        let seconds = start.elapsed().as_secs();
        assert!(seconds < 20, "{part}: {seconds} s");
    }
}
