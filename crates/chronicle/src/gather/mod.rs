//! From the mentions of each article to the entries of an archive.
//!
//! One anniversary, person, programme or instrument under many wordings becomes one entry, with
//! every mention kept as printed. Articles get their own list of mentions and of doubts.

mod anniversary;
mod directive;
mod mention;
mod official;
mod programme;
mod telling;

use calendar::PartialDate;
use model::article::Article;
use model::chronicle::{Chronicle, Note};
use model::telling::Tellings;

use crate::Facts;

/// What a publisher decides about the chronicle.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether people are listed at all.
    pub people: bool,
    /// Names that are not listed, in any letter case.
    pub removed_names: Vec<String>,
    /// What the publisher states about anniversaries.
    pub statements: Vec<Statement>,
}

impl Default for Options {
    fn default() -> Self {
        Self { people: true, removed_names: Vec::new(), statements: Vec::new() }
    }
}

/// A publisher's statement about one anniversary: bodies merge, and their days with them.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Any of its names, or its identifier.
    pub name: String,
    /// When it ceased to be observed as such.
    pub valid_to: Option<PartialDate>,
    /// What a reader should know besides.
    pub note: Option<Note>,
}

/// The chronicle of an archive from the facts of its articles, in the articles' order; fills each
/// article's mentions and doubts.
///
/// `facts` holds what [`extract`](crate::extract) found in each article.
pub fn gather(articles: &mut [Article], facts: &[Facts], options: &Options) -> Chronicle {
    let chronicle = Chronicle {
        anniversaries: anniversary::gather(articles, facts, options),
        officials: official::gather(articles, facts, options),
        programmes: programme::gather(articles, facts),
        directives: directive::gather(articles, facts),
    };
    for article in articles {
        article.mentions.sort_by(|a, b| (a.at, &a.of).cmp(&(b.at, &b.of)));
        article.mentions.dedup();
        article.doubts.sort_by_key(|doubt| doubt.at);
        article.doubts.dedup();
    }
    chronicle
}

/// What the articles tell besides: days of every year, congresses, awards, quotations, figures; the
/// articles and facts as for [`gather()`]. The reference calendar is left empty: it is not from articles.
pub fn tell(articles: &[Article], facts: &[Facts], options: &Options) -> Tellings {
    Tellings {
        days: telling::days(articles, facts),
        reference: Vec::new(),
        congresses: telling::congresses(articles, facts),
        awards: telling::awards(articles, facts),
        quotations: telling::quotations(articles, facts, options),
        figures: telling::figures(articles, facts),
    }
}
