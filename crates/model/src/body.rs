//! What articles tell of the bodies in a unit: committees, councils, offices, cells.
//!
//! A body that the publisher names is a [`Unit`](crate::Unit) of its own. Articles name many more;
//! those are told here, under the unit that the text gives them to.

use calendar::PartialDate;
use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
use crate::known::{Evidence, Status};
use crate::span::Span;
use crate::unit::UnitId;

/// One place where an article names a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyMention {
    /// The unit it belongs to.
    pub unit: UnitId,
    /// The publisher's own entry, if there is one.
    pub body: Option<UnitId>,
    /// Its full name.
    pub name: String,
    /// Stated where the text names it in full, inferred where its place is understood.
    pub status: Status,
    /// The article.
    pub article: ArticleId,
    /// The words.
    pub at: Span,
    /// The sentence (or line) they stand in.
    pub sentence: Span,
}

/// The bodies that articles name in one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitBodies {
    /// The unit.
    pub unit: UnitId,
    /// Its bodies, those that most articles name first.
    pub bodies: Vec<ToldBody>,
}

/// A body as articles name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldBody {
    /// Its full name ("Hội đồng nhân dân huyện Sông Lô").
    pub name: String,
    /// The publisher's own entry, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<UnitId>,
    /// Other names of it, as printed ("HĐND huyện Sông Lô").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Stated where an article names it in full; inferred where all leave its place to be understood.
    pub status: Status,
    /// How many articles name it.
    pub articles: u32,
    /// Where it is named first.
    pub first: Sighting,
    /// Where it is named last; absent when that is the same article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Sighting>,
}

/// Where something is named, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sighting {
    /// The article's day: that of its event, else of its publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// The words and their sentence.
    pub source: Evidence,
}

impl ToldBody {
    /// The last place it is named at.
    pub fn last(&self) -> &Sighting {
        self.last.as_ref().unwrap_or(&self.first)
    }

    /// Whether two entries are of one body, told by different articles.
    pub fn is(&self, other: &Self) -> bool {
        (&self.body, &self.name) == (&other.body, &other.name)
    }

    /// Takes over what other articles tell of the same body.
    pub fn join(&mut self, other: Self) {
        self.articles = self.articles.saturating_add(other.articles);
        if other.status == Status::Stated {
            self.status = Status::Stated;
        }
        for name in other.names {
            if self.names.len() < MOST_NAMES
                && !self.names.iter().any(|known| same_name(known, &name))
            {
                self.names.push(name);
            }
        }
        let last = other.last.unwrap_or_else(|| other.first.clone());
        let latest = self.last.take().unwrap_or_else(|| self.first.clone());
        // A day that is not known is neither first nor last where another is.
        let earlier = |a: &Sighting, b: &Sighting| match (a.on, b.on) {
            (Some(a), Some(b)) => a < b,
            (a, b) => a.is_some() && b.is_none(),
        };
        let later = |a: &Sighting, b: &Sighting| match (a.on, b.on) {
            (Some(a), Some(b)) => a >= b,
            (a, _) => a.is_some(),
        };
        if earlier(&other.first, &self.first) {
            self.first = other.first;
        }
        let latest = if later(&last, &latest) { last } else { latest };
        self.last = Some(latest).filter(|latest| latest.source != self.first.source);
    }
}

/// Whether two names are one, written with its tone marks or capitals elsewhere: "Huyện uỷ".
pub fn same_name(a: &str, b: &str) -> bool {
    let words = |text| viet::tokens(text).map(|token| viet::canonical(token.text));
    words(a).eq(words(b))
}

/// So many names as printed are kept of a body.
pub const MOST_NAMES: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn told(on: Option<&str>, article: &str) -> ToldBody {
        let source = Evidence::Text {
            article: article.parse().unwrap(),
            at: Span::new(0..4),
            quote: "UBND".to_owned(),
        };
        ToldBody {
            name: "Ủy ban nhân dân huyện Sông Lô".to_owned(),
            body: None,
            names: vec![article.to_owned()],
            status: Status::Inferred,
            articles: 1,
            first: Sighting { on: on.map(|on| on.parse().unwrap()), source },
            last: None,
        }
    }

    #[test]
    fn what_several_articles_tell_is_one_life() {
        let mut body = told(None, "a");
        body.join(told(Some("2020"), "b"));
        body.join(ToldBody { status: Status::Stated, ..told(Some("2018-05-01"), "c") });
        body.join(told(Some("2021-01-02"), "d"));
        body.join(told(None, "e"));
        body.join(ToldBody { articles: 0, names: vec!["E".to_owned()], ..told(None, "e") });
        assert_eq!((body.articles, body.status), (5, Status::Stated));
        let days = [&body.first, body.last()].map(|seen| seen.on.map(|on| on.to_string()));
        assert_eq!(days, [Some("2018-05-01".to_owned()), Some("2021-01-02".to_owned())]);
        assert_eq!(body.names, ["a", "b", "c", "d", "e"]);
    }

    #[test]
    fn a_body_of_one_article_has_no_other_end() {
        let mut body = told(Some("2020"), "a");
        assert_eq!(body.last(), &body.first);
        body.join(told(None, "b"));
        assert_eq!(body.last().on, body.first.on);
    }
}
