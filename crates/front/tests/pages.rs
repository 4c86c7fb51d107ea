//! What is written, read again by parsers that are not ours.

#![allow(clippy::unwrap_used, reason = "a failing helper fails its test")]

use front::text::Text;
use model::Span;
use model::article::{Article, Block, BlockKind, Byline, Picture, Source};
use model::bundle::write::File;
use model::bundle::{About, Contents};
use model::chronicle::{Anniversary, AnniversaryKind, Chronicle, Scope};
use model::known::{Dated, Known, Status};
use model::unit::{Unit, UnitKind};
use proptest::prelude::*;
use scraper::{Html, Selector};

fn known<T>(value: T, status: Status) -> Known<T> {
    Known { value, status, rule: None, source: None }
}

fn dated(date: &str) -> Dated {
    known(date.parse().unwrap(), Status::Stated)
}

fn article(id: &str, title: &str, body: &str, published: &str) -> Article {
    let text = format!("{title}\n\n{body}\n\nanh/a.png\n\nQuang cảnh");
    let at = |words: &str| {
        let start = text.rfind(words).unwrap_or_default();
        Span::new(start..start + words.len())
    };
    let block = |kind, span| Block { kind, span };
    let blocks = vec![
        block(BlockKind::Title, Span::new(0..title.len())),
        block(BlockKind::Lead, Span::new(title.len() + 2..title.len() + 2 + body.len())),
        block(BlockKind::Image, at("anh/a.png")),
        block(BlockKind::Caption, at("Quang cảnh")),
    ];
    let picture = Picture {
        at: at("anh/a.png"),
        file: "png-0123456789abcdef.png".to_owned(),
        width: 800,
        height: 600,
        alt: Some("Bà con".to_owned()),
    };
    Article {
        id: id.parse().unwrap(),
        title: title.to_owned(),
        section: Some("Tin tức".to_owned()),
        language: None,
        blocks,
        bylines: vec![Byline { name: "Mỹ Nhiên".to_owned(), at: None }],
        published: Some(dated(published)),
        event: None,
        crawled: None,
        views: None,
        unit: Some(known("xa-tam-son".parse().unwrap(), Status::Inferred)),
        publisher: None,
        source: Source {
            file: None,
            url: Some("javascript:alert(1)".to_owned()),
            bytes: 1,
            sha256: String::new(),
            reading: None,
        },
        cut_off: false,
        mentions: Vec::new(),
        doubts: Vec::new(),
        pictures: vec![picture],
        extra: serde_json::Map::new(),
        text,
    }
}

fn unit(id: &str, name: &str, kind: UnitKind, parent: Option<&str>) -> Unit {
    Unit {
        id: id.parse().unwrap(),
        kind,
        name: name.to_owned(),
        aliases: Vec::new(),
        short_names: Vec::new(),
        parent: parent.map(|id| id.parse().unwrap()),
        valid_from: None,
        valid_to: None,
        predecessors: Vec::new(),
        successors: Vec::new(),
        note: None,
        source: None,
    }
}

fn founding(id: &str, day: &str, scope: Scope) -> Anniversary {
    Anniversary {
        id: id.to_owned(),
        kind: AnniversaryKind::Founding,
        name: "Ngày thành lập".to_owned(),
        names: Vec::new(),
        founding: dated(day),
        scope,
        valid_to: None,
        notes: Vec::new(),
        mentions: Vec::new(),
    }
}

fn contents(title: &str, body: &str, base: Option<&str>) -> Contents {
    Contents {
        about: About {
            title: title.to_owned(),
            publisher: Some("UBND xã".to_owned()),
            description: Some("Tin bài".to_owned()),
            language: "vi".to_owned(),
            base_url: base.map(str::to_owned),
            ..About::default()
        },
        articles: vec![
            article("cu", "Bài cũ", "Đoạn mở đầu của bài cũ.", "2019-05"),
            article("moi", title, body, "2020-10-12"),
        ],
        units: vec![
            unit("xa-tam-son", "Xã Tam Sơn", UnitKind::Commune, Some("tinh-phu-tho")),
            unit("tinh-phu-tho", "Tỉnh Phú Thọ", UnitKind::Province, None),
        ],
        chronicle: Chronicle {
            anniversaries: vec![
                founding("1930-10-15-dan-van", "1930-10-15", Scope::National),
                founding("1945", "1945", Scope::Unknown),
                founding("1976-02-29-xa", "1976-02-29", Scope::Unit("xa-tam-son".parse().unwrap())),
            ],
            ..Chronicle::default()
        },
        ..Contents::default()
    }
}

fn files(contents: &Contents) -> Vec<File> {
    front::files(contents, &mut |_, _| ())
}

fn text(files: &[File], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("{path} is not in {files:?}"));
    String::from_utf8(file.bytes.clone()).unwrap()
}

const BASE: Option<&str> = Some("https://xa.example/tin");

#[test]
fn a_page_is_readable_and_says_what_it_is() {
    let all = files(&contents("Tin xã", "Sáng 12/10, xã họp.", BASE));
    let page = text(&all, "bai/moi/index.html");
    let html = Html::parse_document(&page);
    let one = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        let found: Vec<_> = html.select(&selector).collect();
        assert_eq!(found.len(), 1, "{page}");
        found[0]
    };
    let attribute =
        |selector: &str, name: &str| one(selector).value().attr(name).unwrap().to_owned();
    let words = |selector: &str| one(selector).text().collect::<String>();
    assert_eq!(attribute("link[rel=canonical]", "href"), "https://xa.example/tin/bai/moi/");
    assert_eq!(attribute("meta[property='og:url']", "content"), "https://xa.example/tin/bai/moi/");
    let picture = "parts/png-0123456789abcdef.png";
    assert_eq!(
        attribute("meta[property='og:image']", "content"),
        format!("https://xa.example/tin/{picture}")
    );
    assert_eq!(attribute("article img", "src"), format!("../../{picture}"));
    assert_eq!(attribute("article img", "width"), "800");
    assert_eq!(attribute(".open a", "href"), "../../#/bai/moi");
    assert_eq!(words("h1"), "Tin xã");
    assert_eq!(words("p.lead"), "Sáng 12/10, xã họp.");
    assert_eq!(words("p.caption"), "Quang cảnh", "its picture is there");
    assert!(!page.contains("javascript:"), "only addresses of the web are links");
    let linked: serde_json::Value = serde_json::from_str(&words("script")).unwrap();
    assert_eq!(
        (&linked["@type"], &linked["datePublished"]),
        (&"NewsArticle".into(), &"2020-10-12".into())
    );
    assert_eq!(linked["author"][0]["name"], "Mỹ Nhiên");
    let oembed: serde_json::Value =
        serde_json::from_str(&text(&all, "bai/moi/oembed.json")).unwrap();
    assert_eq!((&oembed["version"], &oembed["type"]), (&"1.0".into(), &"link".into()));
    assert!(
        text(&all, "sitemap.xml")
            .contains("<loc>https://xa.example/tin/bai/moi/</loc><lastmod>2020-10-12<")
    );
}

#[test]
fn an_article_in_another_language_says_so() {
    let mut contents = contents("News", "The commune met.", BASE);
    contents.articles[1].language = Some("en".to_owned());
    let all = files(&contents);
    let page = text(&all, "bai/moi/index.html");
    assert!(
        page.contains("<html lang=\"vi\">") && page.contains("<article lang=\"en\">"),
        "{page}"
    );
    assert!(page.contains("\"inLanguage\":\"en\""), "{page}");
    let other = text(&all, "bai/cu/index.html");
    assert!(other.contains("<article>") && other.contains("\"inLanguage\":\"vi\""), "{other}");
}

#[test]
fn without_an_address_nothing_is_absolute() {
    let all = files(&contents("Tin xã", "Sáng 12/10, xã họp.", None));
    for path in ["sitemap.xml", "robots.txt", "bai/moi/oembed.json"] {
        assert!(all.iter().all(|file| file.path != path), "{path}");
    }
    let page = text(&all, "bai/moi/index.html");
    assert!(!page.contains("og:url") && !page.contains("canonical"), "{page}");
    assert!(all.iter().all(|file| front::is_ours(&file.path)));
    // As far as a date is known, and no further.
    let page = text(&all, "bai/cu/index.html");
    assert!(page.contains("<time datetime=\"2019-05\">05/2019</time>"), "{page}");
}

#[test]
fn feeds_hold_the_newest_first_and_every_unit_its_own() {
    let all = files(&contents("Tin xã", "Sáng 12/10, xã họp.", BASE));
    let feeds = ["moi-nhat", "don-vi/xa-tam-son", "don-vi/tinh-phu-tho", "ky-niem"];
    for path in feeds.map(|name| format!("nguon/{name}")) {
        let atom = text(&all, &format!("{path}.atom"));
        let mut reader = quick_xml::Reader::from_str(&atom);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
        let feed: serde_json::Value =
            serde_json::from_str(&text(&all, &format!("{path}.json"))).unwrap();
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        let items = feed["items"].as_array().unwrap();
        assert!(!items.is_empty() && items.iter().all(|item| item["id"].is_string()), "{path}");
        let ics = text(&all, &format!("{path}.ics"));
        assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
        assert!(ics.lines().all(|line| line.len() <= 75), "{path}");
    }
    let feed: serde_json::Value = serde_json::from_str(&text(&all, "nguon/moi-nhat.json")).unwrap();
    assert_eq!(
        (&feed["items"][0]["title"], &feed["items"][1]["title"]),
        (&"Tin xã".into(), &"Bài cũ".into())
    );
    // Of a month, no day is made.
    assert_eq!(feed["items"][0]["date_published"], "2020-10-12T12:00:00+07:00");
    assert!(feed["items"][1]["date_published"].is_null(), "{feed}");
    let days = text(&all, "nguon/ky-niem.ics");
    // Ten years from the newest article on, a 29 February too; a year alone has no day.
    assert_eq!(days.matches("BEGIN:VEVENT").count(), 11 + 10, "{days}");
    assert!(days.contains("DTSTART;VALUE=DATE:20201015") && days.contains("20210228"), "{days}");
    assert!(!days.contains("UID:1945"), "{days}");
}

#[test]
fn the_same_contents_give_the_same_bytes() {
    let contents = contents("Tin xã", "Sáng 12/10, xã họp.", BASE);
    assert!(files(&contents) == files(&contents));
}

const INDEX: &str = "<html><head><title>Biên Niên</title><meta content=y name=y><meta content=\"x\" name=description></head>\
    <body><h1>Biên Niên</h1><div id=shell-latest></div></body></html>";

#[test]
fn the_home_page_names_the_archive_and_its_latest() {
    let contents = contents("Tin <xã>", "Sáng 12/10, xã họp.", BASE);
    let page = front::home(INDEX, &contents).unwrap();
    assert!(page.contains("<title>Tin &lt;xã&gt;</title>"), "{page}");
    assert!(page.contains("<h1>Tin &lt;xã&gt;</h1>"), "{page}");
    let newest = page.find("bai/moi/").unwrap();
    assert!(newest < page.find("bai/cu/").unwrap(), "{page}");
    assert_eq!(front::home("<html>", &contents), None);
}

/// The elements of an article's page, and how many entries the feed has.
fn shape(contents: &Contents) -> (Vec<String>, usize) {
    let files = files(contents);
    let html = Html::parse_document(&text(&files, "bai/moi/index.html"));
    let elements = html.tree.values().filter_map(|node| Some(node.as_element()?.name().to_owned()));
    (elements.collect(), text(&files, "nguon/moi-nhat.atom").matches("<entry>").count())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever an article says, it stays text: the page has the same elements, in the same order.
    #[test]
    fn texts_never_become_markup(
        title in "[<>&\"' a-zđ/!=\\-\\\\]{1,30}",
        body in "[<>&\"' a-zđ/!=\\-\\\\]{1,60}|</script><script>alert\\(1\\)|\\]\\]>|<!--",
    ) {
        prop_assert_eq!(shape(&contents(&title, &body, BASE)), shape(&contents("Tin", "Đoạn", BASE)));
        let page = front::home(INDEX, &contents(&title, &body, BASE)).unwrap();
        prop_assert!(!page.contains("<script"));
    }

    #[test]
    fn escaping_is_undone_by_readers(text in "[^\\p{C}]{0,40}") {
        let html = Html::parse_fragment(&format!("<p title=\"{0}\">{0}</p>", Text(&text)));
        let p = Selector::parse("p").unwrap();
        let p = html.select(&p).next().unwrap();
        prop_assert_eq!(p.text().collect::<String>(), text.clone());
        prop_assert_eq!(p.value().attr("title"), Some(text.as_str()));
    }
}
