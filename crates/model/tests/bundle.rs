//! What is written reads back; what is damaged is noticed; nothing panics.

#![allow(clippy::unwrap_used)]

use model::bundle::manifest::verify;
use model::bundle::read::{
    parse_catalogue, parse_chunk, parse_facts, parse_ids, parse_leads, parse_names, parse_order,
    parse_overview, parse_pages, parse_unit_facts, parse_units,
};
use model::bundle::set::ArticleSet;
use model::bundle::whole::Whole;
use model::bundle::write::{File, SETTLED, write};
use model::bundle::{About, Contents, Form, Manifest, PartKind, Summary, in_order, lists};
use model::chronicle::{AnniversaryKind, Chronicle, Mention, Official, RoleMention, SubjectRef};
use model::days::{ReferenceDay, ToldDay};
use model::known::Evidence;
use model::telling::{
    Award, Congress, FigureKind, Figures, Quantity, Quotation, QuotationKind, Tellings,
};
use model::{Article, Span, article, known::Dated};
use proptest::prelude::*;

fn article(id: String, title: String, text: String, published: Option<i32>) -> Article {
    let end = text.len();
    Article {
        id: id.parse().unwrap(),
        title,
        section: None,
        language: None,
        blocks: vec![article::Block {
            kind: article::BlockKind::Paragraph,
            span: model::Span::new(0..end),
        }],
        bylines: Vec::new(),
        published: published.map(|year| Dated {
            value: calendar::PartialDate::Year(year),
            status: model::Status::Stated,
            rule: None,
            source: None,
        }),
        event: None,
        crawled: None,
        views: None,
        unit: None,
        publisher: None,
        source: article::Source {
            file: None,
            url: None,
            bytes: end as u64,
            sha256: model::bundle::digest::sha256_hex(text.as_bytes()),
            reading: None,
        },
        text,
        cut_off: false,
        mentions: Vec::new(),
        doubts: Vec::new(),
        pictures: Vec::new(),
        extra: serde_json::Map::new(),
    }
}

fn contents() -> impl Strategy<Value = Contents> {
    let articles = prop::collection::btree_map(
        "[a-z0-9_]{1,8}",
        (".{0,20}", "(.{0,60}\n){0,400}", prop::option::of(1900i32..2100)),
        0..40,
    );
    (articles, prop::collection::vec(any::<Vec<u8>>(), 0..3), ".{0,20}").prop_map(
        |(articles, index, title)| {
            let mut articles: Vec<Article> = articles
                .into_iter()
                .map(|(id, (title, text, year))| article(id, title, text, year))
                .collect();
            articles.sort_by(in_order);
            let about = About { title, language: "vi".to_owned(), ..About::default() };
            Contents { about, articles, index, ..Contents::default() }
        },
    )
}

fn file(files: &[File], path: &str) -> Option<Vec<u8>> {
    files.iter().find(|file| file.path == path).map(|file| file.bytes.clone())
}

/// Reads a bundle with all its pages.
fn read(files: &[File]) -> Contents {
    let manifest = Manifest::parse(&files[0].bytes).unwrap();
    let whole = Whole { manifest: &manifest, file: &|path| file(files, path) };
    let mut paths = whole.paths().unwrap();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len() + 1, files.len(), "every file is named");
    let articles = whole.articles().unwrap();
    assert_eq!(whole.summaries().unwrap(), articles.iter().map(Summary::of).collect::<Vec<_>>());
    assert_eq!(manifest.counts.articles as usize, articles.len());
    for kind in [PartKind::Catalogue, PartKind::Leads, PartKind::Articles] {
        let items = manifest.shelf(&kind).map_or(0, |shelf| shelf.pages.items());
        assert_eq!(items as usize, articles.len(), "{kind:?}");
    }
    let leads = whole.pages(&PartKind::Leads, parse_leads).unwrap().concat();
    assert_eq!(leads, articles.iter().map(lists::lead).collect::<Vec<_>>());
    let order = whole.pages(&PartKind::Order, parse_order).unwrap().remove(0);
    let dates = order.dates.iter().flat_map(|(date, run)| vec![*date; *run as usize]);
    assert!(dates.eq(articles.iter().map(|article| Summary::of(article).listed())));
    let index = whole.pages(&PartKind::Index, |bytes| Ok(bytes.to_vec())).unwrap();
    let (units, chronicle) = (whole.units().unwrap(), whole.chronicle().unwrap());
    let tellings = whole.tellings().unwrap();
    let about = About {
        title: manifest.title,
        language: manifest.language,
        extra: manifest.unknown,
        ..About::default()
    };
    Contents { about, articles, units, chronicle, tellings, index, ..Contents::default() }
}

/// So many articles, each naming the one official, and another.
fn with_officials(count: usize) -> Contents {
    let name = |article: usize, name: &str| RoleMention {
        mention: Mention {
            article: format!("a{article:05}").parse().unwrap(),
            at: Span::new(0..2),
            wording: name.to_owned(),
            sentence: Span::new(0..4),
            quote: format!("{name} {article}"),
        },
        role: Some("Bí thư".to_owned()),
        on: None,
    };
    let official = |id: String, roles| Official { name: id.clone(), id, roles };
    let mut officials: Vec<Official> =
        (0..count).map(|at| official(format!("o{at:05}"), vec![name(at, "o")])).collect();
    officials.push(official("zz".to_owned(), (0..count).map(|at| name(at, "zz")).collect()));
    officials.push(official("never".to_owned(), Vec::new()));
    let article = |at| article(format!("a{at:05}"), format!("Bài {at}"), format!("Chữ {at}"), None);
    Contents {
        articles: (0..count).map(article).collect(),
        chronicle: Chronicle { officials, ..Chronicle::default() },
        ..Contents::default()
    }
}

/// So many articles: each tells the one day and an award of its own, and quotes.
fn with_tellings(count: usize) -> Contents {
    let contents = with_officials(count);
    let mentions = || contents.chronicle.officials.iter().flat_map(|official| &official.roles);
    let mention = |at: usize| mentions().nth(at).unwrap().mention.clone();
    let all: Vec<Mention> = mentions().take(count).map(|role| role.mention.clone()).collect();
    let award = |(at, mention): (usize, &Mention)| Award {
        id: format!("huan-chuong-{at:05}"),
        name: format!("Huân chương {at}"),
        mentions: vec![mention.clone()],
    };
    let quotation = |mention: &Mention| Quotation {
        id: format!("{}-0", mention.article),
        name: "Dễ trăm lần".to_owned(),
        kind: QuotationKind::Speech,
        speaker: Some("Bí thư".to_owned()),
        article: mention.article.clone(),
        at: mention.at,
    };
    let figures = |mention: &Mention| Figures {
        article: mention.article.clone(),
        sentence: mention.sentence,
        quantities: vec![Quantity { kind: FigureKind::Share, wording: "94,2%".to_owned() }],
    };
    let tellings = Tellings {
        days: vec![ToldDay {
            id: "am-03-10-gio-to".to_owned(),
            kind: AnniversaryKind::Death,
            name: "Giỗ Tổ".to_owned(),
            names: vec!["Giỗ Tổ".to_owned()],
            day: "am-03-10".parse().unwrap(),
            mentions: all.clone(),
        }],
        reference: vec![ReferenceDay {
            id: "03-08-phu-nu".to_owned(),
            kind: AnniversaryKind::Observance,
            name: "Ngày Quốc tế Phụ nữ".to_owned(),
            day: "03-08".parse().unwrap(),
            founding: None,
            source: Evidence::Citation { text: "Luật".to_owned(), url: None },
        }],
        congresses: vec![Congress {
            id: "dai-hoi-21".to_owned(),
            name: "Đại hội lần thứ XXI".to_owned(),
            number: 21,
            term: Some((2020, 2025)),
            mentions: vec![mention(0), mention(count - 1)],
        }],
        awards: all.iter().enumerate().map(award).collect(),
        quotations: all.iter().map(quotation).collect(),
        figures: all.iter().map(figures).collect(),
    };
    Contents { tellings, ..contents }
}

#[test]
fn tellings_stand_on_pages_by_runs_of_articles() {
    for count in [3, SETTLED, SETTLED + 100] {
        let contents = with_tellings(count);
        assert_eq!(read(&write(&contents)).tellings, contents.tellings, "{count}");
    }
    let names = |count| {
        let files = write(&with_tellings(count));
        let told = ["days", "reference", "congresses", "awards", "quotations", "figures"];
        let is_told = |path: &str| told.iter().any(|kind| path.contains(&format!("/{kind}-")));
        files.into_iter().map(|file| file.path).filter(|path| is_told(path)).collect::<Vec<_>>()
    };
    let (before, after) = (names(SETTLED + 100), names(SETTLED + 110));
    let new = after.iter().filter(|path| !before.contains(path)).count();
    assert_eq!((before.len(), new), (17, 5), "{before:#?}");
}

fn sorted(mut chronicle: Chronicle) -> Chronicle {
    chronicle.officials.sort_by(|a, b| a.id.cmp(&b.id));
    chronicle
}

#[test]
fn facts_stand_on_pages_and_are_joined_again() {
    for count in [3, SETTLED - 1, SETTLED, SETTLED + 100] {
        let contents = with_officials(count);
        let files = write(&contents);
        let back = read(&files);
        assert_eq!(sorted(back.chronicle), sorted(contents.chronicle), "{count}");
        let manifest = Manifest::parse(&files[0].bytes).unwrap();
        let whole = Whole { manifest: &manifest, file: &|path| file(&files, path) };
        let recent = manifest.shelf(&PartKind::Recent).map_or(0, |shelf| shelf.pages.items());
        assert_eq!(recent as usize, count % SETTLED);
        // The place of an entry among the names of its kind is its place on the pages of the kind.
        let names = whole.all_names().unwrap();
        let pages = whole.pages(&PartKind::Officials, parse_facts).unwrap();
        let on_pages = pages.iter().flat_map(|page| &page.chronicle.officials);
        for (name, entry) in names.iter().zip(on_pages) {
            assert_eq!(name.of, SubjectRef::Official(entry.id.clone()));
        }
        for page in pages {
            for (id, ordinal) in page.articles {
                assert_eq!(contents.articles[ordinal as usize].id, id);
            }
        }
    }
}

#[test]
fn articles_are_found_by_their_ids() {
    for count in [129, SETTLED, 3 * SETTLED + 7] {
        let contents = with_officials(count);
        let files = write(&contents);
        let manifest = Manifest::parse(&files[0].bytes).unwrap();
        let whole = Whole { manifest: &manifest, file: &|path| file(&files, path) };
        let mut pages = whole.pages(&PartKind::Ids, parse_ids).unwrap();
        let newest = pages.pop().unwrap();
        for (ordinal, article) in (0..).zip(&contents.articles) {
            let page = &pages[lists::bucket(&article.id, pages.len())];
            let entry = (article.id.clone(), ordinal);
            assert!(page.contains(&entry) != newest.contains(&entry), "{}", article.id);
        }
    }
}

#[test]
fn articles_that_are_added_change_few_pages() {
    let before = with_officials(2 * SETTLED + 20);
    let after = with_officials(2 * SETTLED + 70);
    let (before, after) = (write(&before), write(&after));
    let new = |kind: &str| {
        let of_kind = after.iter().filter(|file| file.path.starts_with(&format!("parts/{kind}-")));
        of_kind.filter(|file| before.iter().all(|old| old.path != file.path)).count()
    };
    assert_eq!(new("catalogue"), 3);
    assert_eq!(new("leads"), 3);
    assert_eq!(new("officials"), 0);
    assert_eq!(new("recent"), 2);
    assert_eq!(new("ids"), 1);
    assert_eq!(new("names"), 1);
    assert!(new("articles") <= 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_written_reads_back(contents in contents()) {
        let files = write(&contents);
        prop_assert_eq!(&files, &write(&contents), "the same contents give the same bytes");
        prop_assert_eq!(read(&files), contents);
    }

    #[test]
    fn a_flipped_byte_is_noticed(contents in contents(), at in any::<prop::sample::Index>()) {
        let files = write(&contents);
        let manifest = Manifest::parse(&files[0].bytes).unwrap();
        let whole = Whole { manifest: &manifest, file: &|path| file(&files, path) };
        for shelf in &manifest.parts {
            for name in whole.names(&shelf.kind).unwrap() {
                let mut bytes = whole.page(&shelf.kind, &name).unwrap();
                if bytes.is_empty() {
                    continue;
                }
                let at = at.index(bytes.len());
                bytes[at] ^= 1;
                prop_assert!(verify(&name, &bytes).is_err());
                bytes.pop();
                prop_assert!(verify(&name, &bytes).is_err());
            }
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in any::<Vec<u8>>()) {
        let _ = Form::of(&bytes);
        let _ = ArticleSet::parse(&bytes);
        let _ = parse_catalogue(&bytes);
        let _ = parse_chunk(&bytes);
        let _ = parse_units(&bytes);
        let _ = parse_facts(&bytes);
        let _ = parse_ids(&bytes);
        let _ = parse_leads(&bytes);
        let _ = parse_names(&bytes);
        let _ = parse_order(&bytes);
        let _ = parse_overview(&bytes);
        let _ = parse_pages(&bytes);
        let _ = parse_unit_facts(&bytes);
    }

    #[test]
    fn a_damaged_manifest_never_panics(
        contents in contents(), at in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let mut bytes = write(&contents).swap_remove(0).bytes;
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = Manifest::parse(&bytes);
        let _ = ArticleSet::parse(&bytes);
    }
}
