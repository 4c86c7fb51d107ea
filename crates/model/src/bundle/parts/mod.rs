//! How each type of a part is read from JSON: the mirror of what `derive(Serialize)` writes.
//!
//! | module | reads |
//! |---|---|
//! | here | what everything is made of: identifiers, dates, spans, evidence |
//! | `article` | whole articles |
//! | `unit` | units and bodies |
//! | `chronicle` | anniversaries, officials, programmes, directives |
//! | `telling` | days of every year, congresses, awards, quotations |
//! | `lists` | the manifest, and what lists show |

use calendar::{AnnualDay, PartialDate};
use serde_json::Value;

use super::json::{Read, Reader};
use crate::article::ArticleId;
use crate::known::{Evidence, Known, Rule, Status};
use crate::span::Span;
use crate::unit::UnitId;

/// A type read from an object, field by field, by the given expressions over its members.
macro_rules! object {
    ($type:ty, $m:ident, $r:ident => $value:expr) => {
        impl $crate::bundle::json::Read for $type {
            fn read(value: &serde_json::Value, $r: &mut $crate::bundle::json::Reader) -> Self {
                let $m = $r.object(value);
                $value
            }
        }
    };
}

/// A type read from one of some words.
macro_rules! words {
    ($type:ident: $($word:literal => $variant:ident),+ $(,)?) => {
        impl $crate::bundle::json::Read for $type {
            fn read(
                value: &serde_json::Value,
                reader: &mut $crate::bundle::json::Reader,
            ) -> Self {
                reader.choice(value, &[$(($word, Self::$variant)),+])
            }
        }
    };
}

mod article;
mod chronicle;
mod lists;
mod telling;
#[cfg(test)]
mod tests;
mod unit;

impl Read for ArticleId {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        reader.text(value).parse().unwrap_or_else(|_| {
            reader.misfit("an article's identifier");
            Self::placeholder()
        })
    }
}

impl Read for UnitId {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        reader.text(value).parse().unwrap_or_else(|_| {
            reader.misfit("a unit's identifier");
            Self::placeholder()
        })
    }
}

impl Read for PartialDate {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        reader.text(value).parse().unwrap_or_else(|_| {
            reader.misfit("a date such as 1930, 1930-10 or 1930-10-15");
            Self::Year(1)
        })
    }
}

impl Read for AnnualDay {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        reader.text(value).parse().unwrap_or_else(|_| {
            reader.misfit("a day such as 03-08 or am-03-10");
            Self::Solar { month: 1, day: 1 }
        })
    }
}

impl Read for Span {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        Self::from(<(u32, u32)>::read(value, reader))
    }
}

words!(Status: "stated" => Stated, "inferred" => Inferred, "derived" => Derived, "reference" => Reference);

object!(Evidence, m, r => match m.get(r, "kind").as_str() {
    Some("text") => Self::Text {
        article: m.must(r, "article"),
        at: m.must(r, "at"),
        quote: m.must(r, "quote"),
    },
    Some("publisher") => Self::Publisher { note: m.must(r, "note") },
    Some("citation") => Self::Citation { text: m.must(r, "text"), url: m.may(r, "url") },
    _ => {
        r.misfit("text, publisher or citation");
        Self::Publisher { note: String::new() }
    }
});

object!(Rule, m, r => match m.get(r, "rule").as_str() {
    Some("labelled-line") => Self::LabelledLine,
    Some("bare-line") => Self::BareLine,
    Some("opening-date") => Self::OpeningDate,
    Some("year-from-context") => Self::YearFromContext { year: m.must(r, "year") },
    Some("same-day-report") => Self::SameDayReport,
    Some("site-clock") => Self::SiteClock,
    Some("founding-pair") => Self::FoundingPair,
    Some("founding-statement") => Self::FoundingStatement,
    Some("years-subtracted") => {
        Self::YearsSubtracted { year: m.must(r, "year"), years: m.must(r, "years") }
    }
    Some("agency-code") => Self::AgencyCode { code: m.must(r, "code") },
    Some("named-in-title") => Self::NamedInTitle,
    Some("named-in-lead") => Self::NamedInLead,
    Some("named-in-body") => Self::NamedInBody,
    Some("publisher-statement") => Self::PublisherStatement,
    Some("given-in-set") => Self::GivenInSet,
    _ => {
        r.misfit("a known rule");
        Self::BareLine
    }
});

impl<T: Read> Read for Known<T> {
    fn read(value: &Value, r: &mut Reader) -> Self {
        let m = r.object(value);
        Self {
            value: m.must(r, "value"),
            status: m.must(r, "status"),
            rule: m.may(r, "rule"),
            source: m.may(r, "source"),
        }
    }
}
