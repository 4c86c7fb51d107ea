//! Facts from article text, each with the words that say it: dates, anniversaries, officials,
//! programmes, directives; and the reference calendar, which is not from them.
//!
//! ```text
//! article ─extract→ Facts (mentions of one article) ┐
//! article ─extract→ Facts                           ┴gather→ Chronicle (entries of the archive)
//!                                                          + each article's mentions and doubts
//! ```
//!
//! * [`extract`] reads one article and knows nothing of others: articles can be read in parallel,
//!   and only changed ones again.
//! * [`gather()`] resolves the mentions of all articles: one entry for each anniversary, person,
//!   programme or instrument, with every wording kept.
//!
//! Rules are written from the language, over tokens, with their vocabularies in `data/`.
//! They never guess: a count of years gives a year and never a day, a name alone is no official,
//! and what does not fit is told as a doubt beside the text, which stays as it is.
//!
//! ```
//! # use model::article::{Article, Block, BlockKind};
//! # let text = "Kỷ niệm 90 năm công tác dân vận của Đảng (15/10/1930-15/10/2020)";
//! # let json = serde_json::json!({
//! #     "id": "mau", "title": "", "text": text, "source": { "bytes": 0, "sha256": "" },
//! #     "blocks": [{ "kind": "paragraph", "span": [0, text.len()] }],
//! # });
//! # let article: Article = serde_json::from_value(json)?;
//! let facts = chronicle::extract(&article);
//! let mut articles = [article];
//! let chronicle = chronicle::gather(&mut articles, &[facts], &chronicle::Options::default());
//! let anniversary = &chronicle.anniversaries[0];
//! assert_eq!(anniversary.id, "1930-10-15-dan-van");
//! assert_eq!(anniversary.name, "công tác dân vận của Đảng");
//! assert_eq!(anniversary.mentions[0].claimed_years, Some(90));
//! # Ok::<(), serde_json::Error>(())
//! ```

mod anniversary;
mod congress;
mod date;
mod directive;
mod figure;
mod gather;
mod official;
mod passage;
mod phrase;
mod programme;
mod quotation;
mod reference;
mod sentence;
mod telling;
mod token;
mod vocabulary;
mod yearly;

use model::article::Article;

pub use anniversary::{FoundAnniversary, Founding};
pub use date::{DateValue, DayMonth, TextDate};
pub use directive::{Citation, FoundDirective, Number};
pub use figure::FoundFigure;
pub use gather::{Options, Statement, gather, tell};
pub use official::FoundOfficial;
pub use programme::FoundProgramme;
pub use quotation::FoundQuotation;
pub use reference::{day_id, reference_days};
pub use telling::{FoundAward, FoundCongress};
pub use yearly::FoundDay;

/// What one article tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Every date in its title and body, in order of place within each block.
    pub dates: Vec<TextDate>,
    /// Mentions of anniversaries, in order of place within each block.
    pub anniversaries: Vec<FoundAnniversary>,
    /// People named with a public role, in order of place within each block.
    pub officials: Vec<FoundOfficial>,
    /// Programmes and movements, in order of place within each block.
    pub programmes: Vec<FoundProgramme>,
    /// Instruments cited, in order of place within each block.
    pub directives: Vec<FoundDirective>,
    /// Days of every year, named without one, in order of place within each block.
    pub days: Vec<FoundDay>,
    /// Congresses, in order of place within each block.
    pub congresses: Vec<FoundCongress>,
    /// Awards, in order of place within each block.
    pub awards: Vec<FoundAward>,
    /// Quotations, in order of place within each block.
    pub quotations: Vec<FoundQuotation>,
    /// Figures with what they count, in order of place within each block.
    pub figures: Vec<FoundFigure>,
}

/// Reads the title and body of an article.
pub fn extract(article: &Article) -> Facts {
    let passages = passage::passages(article);
    let anniversaries = anniversary::find(article, &passages);
    let officials = official::find(&passages);
    let directives: Vec<FoundDirective> = passages.iter().flat_map(directive::find).collect();
    let quoted = |passage| quotation::quotations(passage, &officials, &directives);
    let quotations = passages.iter().flat_map(quoted).collect();
    let told: Vec<model::Span> = anniversaries.iter().map(|found| found.at).collect();
    Facts {
        dates: passages.iter().flat_map(passage::Passage::text_dates).collect(),
        days: passages.iter().flat_map(|passage| yearly::find(passage, &told)).collect(),
        anniversaries,
        congresses: passages.iter().flat_map(telling::congresses).collect(),
        awards: passages.iter().flat_map(telling::awards).collect(),
        quotations,
        figures: passages.iter().flat_map(figure::figures).collect(),
        officials,
        programmes: passages.iter().flat_map(programme::find).collect(),
        directives,
    }
}
