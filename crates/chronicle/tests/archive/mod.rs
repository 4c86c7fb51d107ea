//! The seeds as the importer reads them, and their chronicle.

use chronicle::{Options, extract, gather};
use model::article::Article;
use model::chronicle::Chronicle;

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
    let context = import::Context { id: id.parse().ok(), url: None };
    import::read(&format!("{id}.txt"), bytes, &context).expect("a readable text").article
}

/// The articles with what was found in them, and their chronicle.
pub(crate) fn gathered(mut articles: Vec<Article>) -> (Vec<Article>, Chronicle) {
    let facts: Vec<_> = articles.iter().map(extract).collect();
    let chronicle = gather(&mut articles, &facts, &Options::default());
    (articles, chronicle)
}
