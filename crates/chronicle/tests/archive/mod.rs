//! The seeds as the importer reads them, and articles of one paragraph.

#![allow(dead_code, reason = "each test file uses its part")]

use chronicle::{Options, extract, gather};
use model::Span;
use model::article::{Article, Block, BlockKind};
use model::chronicle::Chronicle;
use model::known::{Known, Status};

macro_rules! seeds {
    ($($id:literal $name:literal,)*) => {
        [$(($id, include_bytes!(concat!("../../../../archive/articles/", $name)).as_slice()),)*]
    };
}

const SEEDS: [(&str, &[u8]); 5] = seeds! {
    "000" "000_f9a2a21d1e89dd35.txt",
    "001" "001_76ad82c605c0653d.txt",
    "002" "002_b866992cb7e5a012.txt",
    "003" "003_935c444eb72e4165.txt",
    "004" "004_fbc40ca82c7a5395.txt",
};

/// The five seeds.
pub(crate) fn seeds() -> Vec<Article> {
    SEEDS.iter().map(|(id, bytes)| imported(id, bytes)).collect()
}

/// A text file as an article.
pub(crate) fn imported(id: &str, bytes: &[u8]) -> Article {
    let context = import::Context { id: id.parse().ok(), ..import::Context::default() };
    import::read(&format!("{id}.txt"), bytes, &context).expect("a readable text").article
}

/// A paragraph as an article, published on a day that is stated.
pub(crate) fn paragraph(id: &str, text: &str, published: Option<&str>) -> Article {
    let mut article = imported(id, text.as_bytes());
    article.blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0..text.len()) }];
    article.event = None;
    article.published = published.map(|iso| Known {
        value: iso.parse().expect("an ISO date"),
        status: Status::Stated,
        rule: None,
        source: None,
    });
    article
}

/// The articles with what was found in them, and their chronicle.
pub(crate) fn gathered(mut articles: Vec<Article>) -> (Vec<Article>, Chronicle) {
    let facts: Vec<_> = articles.iter().map(extract).collect();
    let chronicle = gather(&mut articles, &facts, &Options::default());
    (articles, chronicle)
}
