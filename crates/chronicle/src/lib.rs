//! Facts from article text.
mod anniversary;
mod date;
mod passage;
mod phrase;
mod sentence;
mod spelling;
mod token;
mod vocabulary;

pub use anniversary::{FoundAnniversary, Founding};
use model::article::Article;

/// Facts
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Anniversaries
    pub anniversaries: Vec<FoundAnniversary>,
}

/// Extract
pub fn extract(article: &Article) -> Facts {
    let passages = passage::passages(article);
    Facts { anniversaries: anniversary::find(article, &passages) }
}
