//! The seeds as articles, made by hand as far as the tests need them.

use chronicle::{Options, extract, gather};
use model::Span;
use model::article::{Article, Block, BlockKind, Source};
use model::chronicle::Chronicle;
use model::known::{Known, Status};

/// What is known of a seed besides its text.
struct Seed {
    id: &'static str,
    text: &'static str,
    title: &'static str,
    published: &'static str,
    event: Option<&'static str>,
}

macro_rules! text {
    ($name:literal) => {
        include_str!(concat!("../../../../archive/articles/", $name, ".txt"))
    };
}

const SEEDS: [Seed; 5] = [
    Seed {
        id: "000",
        text: text!("000_f9a2a21d1e89dd35"),
        title: "Huyện ủy Sông Lô tổ chức gặp mặt",
        published: "2020-10-09",
        event: Some("2020-10-09"),
    },
    Seed {
        id: "001",
        text: text!("001_76ad82c605c0653d"),
        title: "Đảng ủy phường Đức Giang tổ chức",
        published: "2020-10-16T15:34",
        event: Some("2020-10-15"),
    },
    Seed {
        id: "002",
        text: text!("002_b866992cb7e5a012"),
        title: "Ngành tổ chức xây dựng Đảng huyện",
        published: "2020-10-13",
        event: None,
    },
    Seed {
        id: "003",
        text: text!("003_935c444eb72e4165"),
        title: "Đảng ủy Khối các cơ quan tỉnh",
        published: "2020-10-12",
        event: Some("2020-10-12"),
    },
    Seed {
        id: "004",
        text: text!("004_fbc40ca82c7a5395"),
        title: "Tổng kết phong trào thi đua",
        published: "2020-10-14",
        event: Some("2020-10-08"),
    },
];

/// The five seeds: from the title on, each stretch between blank lines a paragraph.
pub(crate) fn seeds() -> Vec<Article> {
    SEEDS.iter().map(seed).collect()
}

fn seed(seed: &Seed) -> Article {
    let dated = |iso: &str| Known {
        value: iso.parse().expect("an ISO date"),
        status: Status::Stated,
        rule: None,
        source: None,
    };
    Article {
        published: Some(dated(seed.published)),
        event: seed.event.map(dated),
        ..article(seed.id, seed.title, seed.text)
    }
}

/// A text as an article; what stands before the title is not read.
pub(crate) fn article(id: &str, title: &str, text: &str) -> Article {
    let start = text.find(title).expect("the title is in the text");
    Article {
        id: id.parse().expect("an identifier"),
        title: title.to_owned(),
        section: None,
        text: text.to_owned(),
        blocks: blocks(text, start),
        bylines: Vec::new(),
        published: None,
        event: None,
        crawled: None,
        views: None,
        unit: None,
        publisher: None,
        source: Source { file: None, url: None, bytes: text.len() as u64, sha256: String::new() },
        cut_off: false,
        mentions: Vec::new(),
        doubts: Vec::new(),
        extra: Default::default(),
    }
}

fn blocks(text: &str, start: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let from = at + (line.len() - line.trim_start().len());
        let to = at + line.trim_end().len();
        at += line.len();
        if from < to {
            let kind = if blocks.is_empty() { BlockKind::Title } else { BlockKind::Paragraph };
            blocks.push(Block { kind, span: Span::new(from..to) });
        }
    }
    blocks
}

/// The articles with what was found in them, and their chronicle.
pub(crate) fn gathered(mut articles: Vec<Article>) -> (Vec<Article>, Chronicle) {
    let facts: Vec<_> = articles.iter().map(extract).collect();
    let chronicle = gather(&mut articles, &facts, &Options::default());
    (articles, chronicle)
}
