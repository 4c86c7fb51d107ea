//! The search table that must hold over the five sample articles: each row's documents are the
//! first tier, and marks cover the words as printed.

#![allow(clippy::unwrap_used, reason = "a helper of tests may stop the test")]

use std::collections::BTreeSet;
use std::ops::Range;

use search::{Builder, Document, Hit, Index, Order, Outcome, Request, Results, Text, Tier, Zone};

/// A sample article: every line that is not its title is a zone.
struct Article {
    text: String,
    title: Range<usize>,
    zones: Vec<(Zone, Range<usize>)>,
}

/// First words of each title, in the order of the files.
const TITLES: [&str; 5] = [
    "Huyện ủy Sông Lô tổ chức",
    "Đảng ủy phường Đức Giang tổ chức",
    "Ngành tổ chức xây dựng Đảng",
    "Đảng ủy Khối các cơ quan tỉnh sơ kết",
    "Tổng kết phong trào thi đua",
];

fn articles() -> Vec<Article> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../archive/articles");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 5);
    files
        .iter()
        .zip(TITLES)
        .map(|(file, title)| {
            let text = std::fs::read_to_string(file).unwrap();
            let start = text.find(title).unwrap();
            let title = start..start + text[start..].find('\n').unwrap();
            let mut at = 0;
            let lines: Vec<Range<usize>> = text
                .split_inclusive('\n')
                .map(|line| {
                    at += line.len();
                    at - line.len()..at
                })
                .collect();
            let zones = lines
                .into_iter()
                .filter(|line| line.start != title.start && !text[line.clone()].trim().is_empty())
                .map(|line| (Zone::Body, line))
                .collect();
            Article { text, title, zones }
        })
        .collect()
}

fn index() -> (Index, Vec<Article>) {
    let articles = articles();
    let mut builder = Builder::new();
    for (at, article) in articles.iter().enumerate() {
        builder.add(&Document {
            title: &article.text[article.title.clone()],
            text: &article.text,
            zones: &article.zones,
            facets: &[
                ("unit", if at == 1 { "Đảng ủy phường Đức Giang" } else { "Huyện ủy" }),
                ("year", "2020"),
            ],
            day: Some(18_500 + [9, 16, 13, 12, 14][at]),
        });
    }
    (Index::of_pieces(&builder.finish()), articles)
}

fn ask(index: &Index, text: &str) -> Results {
    let request = Request { text: text.to_owned(), count: 10, ..Request::default() };
    match index.search(&request) {
        Outcome::Done(results) => results,
        Outcome::Needs(files) => panic!("everything was given, yet {files:?} are wanted"),
    }
}

fn first_tier(results: &Results) -> Vec<u32> {
    let near = results.hits.iter().filter(|hit| hit.tier == Tier::Near);
    near.map(|hit| hit.document).collect::<BTreeSet<_>>().into_iter().collect()
}

fn hit(results: &Results, document: u32) -> &Hit {
    results.hits.iter().find(|hit| hit.document == document).unwrap()
}

#[test]
fn rows() {
    let (index, _) = index();
    let rows: &[(&[&str], &[u32])] = &[
        (&["Huyện uỷ", "Huyện ủy", "huyen uy", "HUYEN UY"], &[0, 2, 4]),
        (&["dân vận khéo"], &[1, 3, 4]),
        (&["dan van"], &[0, 1, 2, 3, 4]),
        (&["tuyên giáo"], &[1, 3]),
        (&["Văn phòng cấp uỷ"], &[0, 1]),
        (&["Chỉ thị 05"], &[2, 3]),
        (&["MTTQ", "Mặt trận Tổ quốc"], &[0, 1, 4]),
        (&["BTV", "Ban Thường vụ"], &[0, 1, 2, 3]),
        (&["15/10/1930", "15-10-1930"], &[0, 4]),
        (&["nông thôn mới"], &[0, 1, 3]),
        (&["\"chức mừng\""], &[0]),
        (&["\"chuc mung\""], &[0, 2]),
    ];
    for (queries, documents) in rows {
        for query in *queries {
            assert_eq!(first_tier(&ask(&index, query)), *documents, "{query}");
        }
    }
}

#[test]
fn looser_tiers_follow() {
    let (index, _) = index();
    let results = ask(&index, "tuyên giáo");
    assert_eq!(hit(&results, 4).tier, Tier::All);
    assert!(results.hits.last().unwrap().tier == Tier::All);
    assert_eq!(ask(&index, "Văn phòng cấp uỷ").hits.len(), 5);
}

#[test]
fn tone_placement_is_exact_and_missing_marks_are_not() {
    let (index, _) = index();
    for query in ["Huyện uỷ", "Huyện ủy", "HUYỆN ỦY", "Huye\u{323}\u{302}n u\u{309}y"] {
        assert!(ask(&index, query).hits.iter().all(|hit| hit.exact), "{query}");
    }
    assert!(ask(&index, "huyen uy").hits.iter().all(|hit| !hit.exact));
}

#[test]
fn other_forms_are_marked_as_such() {
    let (index, _) = index();
    let results = ask(&index, "MTTQ");
    assert!(hit(&results, 0).expanded && !hit(&results, 0).exact);
    assert!(hit(&results, 1).exact && hit(&results, 4).exact);
    assert_eq!(results.notes, [search::Note::AlsoSearched(vec!["mặt trận tổ quốc".into()])]);
    let results = ask(&index, "Mặt trận Tổ quốc");
    assert!(hit(&results, 0).exact && hit(&results, 4).expanded);
    assert_eq!(results.notes, [search::Note::AlsoSearched(vec!["MTTQ".into()])]);
}

#[test]
fn both_forms_of_a_notion_find_the_same() {
    let (index, _) = index();
    for (short, long) in [
        ("UBND", "ủy ban nhân dân"),
        ("HĐND", "Hội đồng nhân dân"),
        ("MTTQ", "Mặt trận Tổ quốc"),
        ("BTV", "ban thường vụ"),
        ("QCDC", "quy chế dân chủ"),
        ("UBND huyện", "Uỷ ban nhân dân huyện"),
    ] {
        let found = |query: &str| -> BTreeSet<(u32, Tier)> {
            ask(&index, query).hits.iter().map(|hit| (hit.document, hit.tier)).collect()
        };
        assert_eq!(found(short), found(long), "{short}");
    }
}

#[test]
fn marks_cover_the_words_as_printed() {
    let (index, articles) = index();
    let check = |query: &str, document: usize, expected: &[&str]| {
        let results = ask(&index, query);
        let article = &articles[document];
        let text = Text { title: "", text: &article.text, zones: &article.zones };
        let sight = results.highlighter.look(&text);
        let snippet = sight.snippet(&article.text, &article.zones).unwrap();
        let passage = &article.text[snippet.range.clone()];
        let marked: BTreeSet<&str> = snippet.marks.iter().map(|m| &passage[m.clone()]).collect();
        assert_eq!(marked, expected.iter().copied().collect(), "{query} in {document}");
        assert!(passage.chars().count() <= 280, "{passage}");
    };
    check("huyen uy", 4, &["Huyện ủy"]);
    check("dan van kheo", 3, &["Dân vận khéo"]);
    check("mặt trận tổ quốc", 4, &["MTTQ"]);
    check("15-10-1930", 4, &["15/10/1930"]);
    check("chỉ thị 05", 2, &["Chỉ thị", "05"]);
    check("\"chức mừng\"", 0, &["chức mừng"]);
    check("tuyên giáo", 1, &["Tuyên giáo"]);
    let results = ask(&index, "dan van");
    let title = &articles[3].text[articles[3].title.clone()];
    let sight = results.highlighter.look(&Text { title, text: "", zones: &[] });
    let marks: Vec<&str> = sight.title_marks(title).into_iter().map(|m| &title[m]).collect();
    assert_eq!(marks, ["Dân vận"]);
}

#[test]
fn filters_exclusions_and_or() {
    let (index, _) = index();
    let found = |query: &str| -> Vec<u32> {
        let mut all: Vec<u32> = ask(&index, query)
            .hits
            .iter()
            .filter(|hit| hit.tier <= Tier::All)
            .map(|hit| hit.document)
            .collect();
        all.sort_unstable();
        all
    };
    assert_eq!(found("dân vận đv:\"duc giang\""), [1]);
    assert_eq!(found("dân vận năm:2019"), [0u32; 0]);
    assert_eq!(found("dân vận năm:2015-2020 -khéo"), [0, 2]);
    assert_eq!(found("dân vận -\"dân vận khéo\""), [0, 2]);
    assert_eq!(found("\"chức mừng\" OR \"kho bạc\""), [0, 3]);
    assert_eq!(found("đv:huyện"), [0, 2, 3, 4]);
    assert_eq!(found("zzz -dân"), [0u32; 0]);
}

#[test]
fn keystrokes_and_typing_errors() {
    let (index, _) = index();
    for (query, read_as) in [
        ("huyeenj uyr", "huyện ủy"),
        ("huye65n uy3", "huyện ủy"),
        ("huyeenj uyr ddangr -khéo", "huyện ủy đảng -khéo"),
    ] {
        let results = ask(&index, query);
        assert_eq!(results.notes, [search::Note::Keystrokes(read_as.into())], "{query}");
    }
    assert_eq!(first_tier(&ask(&index, "huyeenj uyr")), [0, 2, 4]);
    // Taken for keystrokes "khongcogica xyz" would be "khongcogica xy", and nothing all the same.
    let results = ask(&index, "khongcogica xyz");
    assert!(results.hits.is_empty() && results.notes.is_empty(), "{:?}", results.notes);
    for (query, suggestion) in
        [("nông thôm mới", "nông thôn mới"), ("nông thnô mới", "nông thôn mới")]
    {
        let results = ask(&index, query);
        let typo: BTreeSet<u32> =
            results.hits.iter().filter(|h| h.tier == Tier::Typo).map(|h| h.document).collect();
        assert_eq!(typo, [0, 1, 3].into(), "{query}");
        assert_eq!(results.suggestion.as_deref(), Some(suggestion));
    }
}

#[test]
fn the_last_word_while_typing() {
    let (index, _) = index();
    let ask = |text: &str| {
        let request = Request { text: text.into(), count: 10, typing: true, ..Request::default() };
        let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
        first_tier(&results)
    };
    assert_eq!(ask("dân vận kh"), [1, 3, 4]);
    assert_eq!(ask("huyen u"), [0, 2, 4]);
    assert_eq!(ask("Chỉ thị 0"), [2, 3]);
}

#[test]
fn order_by_date_and_pages() {
    let (index, _) = index();
    let ask = |order, from, count| {
        let request =
            Request { text: "dân vận".into(), order, from, count, ..Request::default() };
        let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
        results.hits.iter().map(|hit| hit.document).collect::<Vec<_>>()
    };
    assert_eq!(ask(Order::Newest, 0, 10), [1, 4, 2, 3, 0]);
    assert_eq!(ask(Order::Oldest, 0, 10), [0, 3, 2, 4, 1]);
    assert_eq!(ask(Order::Oldest, 1, 2), [3, 2]);
    let all = ask(Order::Relevance, 0, 10);
    assert_eq!(ask(Order::Relevance, 2, 2), all[2..4]);
}

#[test]
fn questions_find_their_article() {
    let (index, _) = index();
    let best = |query: &str| ask(&index, query).hits[0].document;
    assert_eq!(best("mấy đảng viên mới được kết nạp trong 9 tháng ở Khối các cơ quan tỉnh?"), 3);
    assert_eq!(best("phường Đức Giang thành lập từ thị trấn bao nhiêu năm"), 1);
}
