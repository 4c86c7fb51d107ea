//! What is written reads back; what is damaged is noticed; nothing panics.

#![allow(clippy::unwrap_used)]

use model::bundle::read::{parse_catalogue, parse_chronicle, parse_chunk, parse_units};
use model::bundle::set::ArticleSet;
use model::bundle::write::{File, write};
use model::bundle::{About, Contents, Form, Manifest, PartKind, Summary, in_order};
use model::{Article, article, known::Dated};
use proptest::prelude::*;

fn article(id: String, title: String, text: String, published: Option<i32>) -> Article {
    let end = text.len();
    Article {
        id: id.parse().unwrap(),
        title,
        section: None,
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

/// Reads a bundle as a viewer does.
fn read(files: &[File]) -> Contents {
    let manifest = Manifest::parse(&files[0].bytes).unwrap();
    let mut contents = Contents::default();
    let mut catalogue = Vec::new();
    for part in &manifest.parts {
        let bytes = &files.iter().find(|file| file.path == part.path).unwrap().bytes;
        part.verify(bytes).unwrap();
        match &part.kind {
            PartKind::Catalogue => catalogue = parse_catalogue(bytes).unwrap().articles,
            PartKind::Articles => {
                let chunk = parse_chunk(bytes).unwrap().articles;
                assert_eq!(part.first, Some(contents.articles.len() as u32));
                assert_eq!(part.count, Some(chunk.len() as u32));
                contents.articles.extend(chunk);
            }
            PartKind::Units => contents.units = parse_units(bytes).unwrap(),
            PartKind::Chronicle => contents.chronicle = parse_chronicle(bytes).unwrap(),
            PartKind::Index => contents.index.push(bytes.clone()),
            PartKind::Unknown(name) => panic!("unknown part {name}"),
        }
    }
    assert_eq!(catalogue, contents.articles.iter().map(Summary::of).collect::<Vec<_>>());
    assert_eq!(manifest.counts.articles as usize, contents.articles.len());
    contents.about = About {
        title: manifest.title,
        language: manifest.language,
        extra: manifest.unknown,
        ..About::default()
    };
    contents
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
        for part in manifest.parts.iter().filter(|part| part.bytes > 0) {
            let mut bytes = files.iter().find(|file| file.path == part.path).unwrap().bytes.clone();
            let at = at.index(bytes.len());
            bytes[at] ^= 1;
            prop_assert!(part.verify(&bytes).is_err());
            bytes.pop();
            prop_assert!(part.verify(&bytes).is_err());
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in any::<Vec<u8>>()) {
        let _ = Form::of(&bytes);
        let _ = ArticleSet::parse(&bytes);
        let _ = parse_catalogue(&bytes);
        let _ = parse_chunk(&bytes);
        let _ = parse_units(&bytes);
        let _ = parse_chronicle(&bytes);
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
