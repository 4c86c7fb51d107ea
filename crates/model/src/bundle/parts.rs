//! How each type of a part is read from JSON: the mirror of what `derive(Serialize)` writes.

use calendar::PartialDate;
use serde_json::Value;

use super::json::{Members, Read, Reader};
use super::{Catalogue, Chunk, Counts, Manifest, PartKind, PartRef, Summary};
use crate::article::{
    Article, ArticleId, Block, BlockKind, Byline, Doubt, DoubtKind, FactMention, Reading, Source,
};
use crate::chronicle::{
    Anniversary, AnniversaryKind, AnniversaryMention, Chronicle, Directive, DirectiveKind, Mention,
    Note, Official, Programme, ProgrammeMention, RoleMention, Scope, SubjectRef,
};
use crate::known::{Evidence, Known, Rule, Status};
use crate::span::Span;
use crate::unit::{Heritage, Share, Unit, UnitId, UnitKind};

/// A type read from an object, field by field, by the given expressions over its members.
macro_rules! object {
    ($type:ty, $m:ident, $r:ident => $value:expr) => {
        impl Read for $type {
            fn read(value: &Value, $r: &mut Reader) -> Self {
                let $m = $r.object(value);
                $value
            }
        }
    };
}

/// A type read from one of some words.
macro_rules! words {
    ($type:ident: $($word:literal => $variant:ident),+ $(,)?) => {
        impl Read for $type {
            fn read(value: &Value, reader: &mut Reader) -> Self {
                reader.choice(value, &[$(($word, Self::$variant)),+])
            }
        }
    };
}

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

words!(BlockKind:
    "section" => Section, "title" => Title, "lead" => Lead, "heading" => Heading,
    "paragraph" => Paragraph, "caption" => Caption, "byline" => Byline, "agency" => Agency,
    "site-data" => SiteData, "image" => Image, "furniture" => Furniture,
);

object!(Block, m, r => Self { kind: m.must(r, "kind"), span: m.must(r, "span") });
object!(Byline, m, r => Self { name: m.must(r, "name"), at: m.may(r, "at") });
object!(Source, m, r => Self {
    file: m.may(r, "file"),
    url: m.may(r, "url"),
    bytes: m.must(r, "bytes"),
    sha256: m.must(r, "sha256"),
    reading: m.may(r, "reading"),
});
object!(Reading, m, r => Self { from: m.must(r, "from"), sha256: m.must(r, "sha256") });
object!(FactMention, m, r => Self {
    of: m.must(r, "of"),
    at: m.must(r, "at"),
    sentence: m.must(r, "sentence"),
});
object!(Doubt, m, r => Self { kind: doubt(m, r), at: m.must(r, "at") });

fn doubt(m: Members<'_>, r: &mut Reader) -> DoubtKind {
    match m.get(r, "doubt").as_str() {
        Some("term-before-congress") => DoubtKind::TermBeforeCongress {
            term: m.must(r, "term"),
            article_date: m.must(r, "article_date"),
            congress: m.must(r, "congress"),
        },
        Some("years-disagree") => DoubtKind::YearsDisagree {
            claimed: m.must(r, "claimed"),
            computed: m.must(r, "computed"),
        },
        _ => {
            r.misfit("a known doubt");
            DoubtKind::YearsDisagree { claimed: 0, computed: 0 }
        }
    }
}

object!(Article, m, r => Self {
    id: m.must(r, "id"),
    title: m.must(r, "title"),
    section: m.may(r, "section"),
    text: m.must(r, "text"),
    blocks: m.must(r, "blocks"),
    bylines: m.list(r, "bylines"),
    published: m.may(r, "published"),
    event: m.may(r, "event"),
    crawled: m.may(r, "crawled"),
    views: m.may(r, "views"),
    unit: m.may(r, "unit"),
    publisher: m.may(r, "publisher"),
    source: m.must(r, "source"),
    cut_off: m.may(r, "cut_off").unwrap_or_default(),
    mentions: m.list(r, "mentions"),
    doubts: m.list(r, "doubts"),
    extra: m.get(r, "extra").as_object().cloned().unwrap_or_default(),
});

words!(UnitKind:
    "province" => Province, "city" => City, "urban-district" => UrbanDistrict,
    "rural-district" => RuralDistrict, "town" => Town, "ward" => Ward, "commune" => Commune,
    "township" => Township, "special-zone" => SpecialZone, "body" => Body,
);
words!(Share: "whole" => Whole, "part" => Part);
object!(Heritage, m, r => Self { unit: m.must(r, "unit"), share: m.must(r, "share") });
object!(Unit, m, r => Self {
    id: m.must(r, "id"),
    kind: m.must(r, "kind"),
    name: m.must(r, "name"),
    aliases: m.list(r, "aliases"),
    short_names: m.list(r, "short_names"),
    parent: m.may(r, "parent"),
    valid_from: m.may(r, "valid_from"),
    valid_to: m.may(r, "valid_to"),
    predecessors: m.list(r, "predecessors"),
    successors: m.list(r, "successors"),
    note: m.may(r, "note"),
    source: m.may(r, "source"),
});

object!(SubjectRef, m, r => {
    for (key, of) in [
        ("anniversary", Self::Anniversary as fn(String) -> Self),
        ("official", Self::Official),
        ("programme", Self::Programme),
        ("directive", Self::Directive),
    ] {
        if let Some(id) = m.may(r, key) {
            return of(id);
        }
    }
    Self::Unit(m.must(r, "unit"))
});

impl Read for Scope {
    fn read(value: &Value, r: &mut Reader) -> Self {
        match value.as_str() {
            Some("national") => Self::National,
            Some("unknown") => Self::Unknown,
            _ => {
                let m = r.object(value);
                Self::Unit(m.must(r, "unit"))
            }
        }
    }
}

object!(Mention, m, r => Self {
    article: m.must(r, "article"),
    at: m.must(r, "at"),
    wording: m.must(r, "wording"),
    sentence: m.must(r, "sentence"),
    quote: m.must(r, "quote"),
});

/// The mention whose members stand among its owner's.
fn flat(value: &Value, r: &mut Reader) -> Mention {
    Mention::read(value, r)
}

impl Read for AnniversaryMention {
    fn read(value: &Value, r: &mut Reader) -> Self {
        let m = r.object(value);
        Self {
            mention: flat(value, r),
            claimed_years: m.may(r, "claimed_years"),
            occasion_year: m.may(r, "occasion_year"),
        }
    }
}

impl Read for RoleMention {
    fn read(value: &Value, r: &mut Reader) -> Self {
        let m = r.object(value);
        Self { mention: flat(value, r), role: m.may(r, "role"), on: m.may(r, "on") }
    }
}

impl Read for ProgrammeMention {
    fn read(value: &Value, r: &mut Reader) -> Self {
        let m = r.object(value);
        Self { mention: flat(value, r), period: m.may(r, "period") }
    }
}

words!(AnniversaryKind:
    "founding" => Founding, "tradition" => Tradition, "event" => Event, "birth" => Birth,
    "death" => Death, "observance" => Observance,
);
object!(Note, m, r => Self { text: m.must(r, "text"), source: m.must(r, "source") });
object!(Anniversary, m, r => Self {
    id: m.must(r, "id"),
    kind: m.must(r, "kind"),
    name: m.must(r, "name"),
    names: m.must(r, "names"),
    founding: m.must(r, "founding"),
    scope: m.must(r, "scope"),
    valid_to: m.may(r, "valid_to"),
    notes: m.list(r, "notes"),
    mentions: m.must(r, "mentions"),
});
object!(Official, m, r => Self {
    id: m.must(r, "id"),
    name: m.must(r, "name"),
    roles: m.must(r, "roles"),
});
object!(Programme, m, r => Self {
    id: m.must(r, "id"),
    name: m.must(r, "name"),
    mentions: m.must(r, "mentions"),
});
words!(DirectiveKind:
    "directive" => Directive, "resolution" => Resolution, "conclusion" => Conclusion,
    "scheme" => Scheme, "other" => Other,
);
object!(Directive, m, r => Self {
    id: m.must(r, "id"),
    kind: m.must(r, "kind"),
    name: m.must(r, "name"),
    issuer: m.may(r, "issuer"),
    mentions: m.must(r, "mentions"),
});
object!(Chronicle, m, r => Self {
    anniversaries: m.list(r, "anniversaries"),
    officials: m.list(r, "officials"),
    programmes: m.list(r, "programmes"),
    directives: m.list(r, "directives"),
});

object!(Summary, m, r => Self {
    id: m.must(r, "id"),
    title: m.must(r, "title"),
    lead: m.may(r, "lead").unwrap_or_default(),
    section: m.may(r, "section"),
    unit: m.may(r, "unit"),
    published: m.may(r, "published"),
    event: m.may(r, "event"),
    words: m.must(r, "words"),
});

/// The list of a part that is an object with `articles`.
fn articles<T: Read>(value: &Value, r: &mut Reader) -> Vec<T> {
    let m = r.object(value);
    let articles = m.get(r, "articles");
    r.items("articles", articles)
}

impl Read for Catalogue {
    fn read(value: &Value, r: &mut Reader) -> Self {
        Self { articles: articles(value, r) }
    }
}

impl Read for Chunk {
    fn read(value: &Value, r: &mut Reader) -> Self {
        Self { articles: articles(value, r) }
    }
}

impl Read for PartKind {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        match reader.text(value) {
            "catalogue" => Self::Catalogue,
            "articles" => Self::Articles,
            "units" => Self::Units,
            "chronicle" => Self::Chronicle,
            "index" => Self::Index,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

object!(Counts, m, r => Self {
    articles: m.must(r, "articles"),
    units: m.must(r, "units"),
    anniversaries: m.must(r, "anniversaries"),
    text_bytes: m.must(r, "text_bytes"),
});
object!(PartRef, m, r => Self {
    kind: m.must(r, "kind"),
    path: m.must(r, "path"),
    bytes: m.must(r, "bytes"),
    sha256: m.must(r, "sha256"),
    first: m.may(r, "first"),
    count: m.may(r, "count"),
    unknown: m.others(&["kind", "path", "bytes", "sha256", "first", "count"]),
});
object!(Manifest, m, r => Self {
    schema: m.must(r, "schema"),
    title: m.must(r, "title"),
    publisher: m.may(r, "publisher"),
    description: m.may(r, "description"),
    language: m.must(r, "language"),
    base_url: m.may(r, "base_url"),
    contact: m.may(r, "contact"),
    digest: m.must(r, "digest"),
    counts: m.must(r, "counts"),
    aliases: m
        .get(r, "aliases")
        .as_object()
        .into_iter()
        .flatten()
        .map(|(old, new)| (ArticleId::read(&Value::String(old.clone()), r), Read::read(new, r)))
        .collect(),
    parts: m.must(r, "parts"),
    unknown: m.others(&[
        "schema", "title", "publisher", "description", "language", "base_url", "contact",
        "digest", "counts", "aliases", "parts",
    ]),
});

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use serde::Serialize;

    use super::*;

    /// What `derive(Serialize)` writes of each value is read as that value.
    fn check<T: Read + Serialize + PartialEq + Debug>(values: impl IntoIterator<Item = T>) {
        for value in values {
            let json = serde_json::to_value(&value).unwrap();
            let mut reader = Reader::default();
            let read = T::read(&json, &mut reader);
            assert_eq!(reader.finish(read), Ok(value), "{json}");
        }
    }

    fn unit() -> UnitId {
        "xa-song-lo".parse().unwrap()
    }

    fn mention() -> Mention {
        Mention {
            article: "bai_1".parse().unwrap(),
            at: Span::new(3..9),
            wording: "dân vận".to_owned(),
            sentence: Span::new(0..20),
            quote: "Ngày dân vận.".to_owned(),
        }
    }

    #[test]
    fn words_are_read() {
        use AnniversaryKind as Kind;
        check([Status::Stated, Status::Inferred, Status::Derived, Status::Reference]);
        check([Share::Whole, Share::Part]);
        check([Kind::Founding, Kind::Tradition, Kind::Event]);
        check([Kind::Birth, Kind::Death, Kind::Observance]);
        check([DirectiveKind::Directive, DirectiveKind::Resolution, DirectiveKind::Conclusion]);
        check([DirectiveKind::Scheme, DirectiveKind::Other]);
        check([UnitKind::Province, UnitKind::City, UnitKind::UrbanDistrict]);
        check([UnitKind::RuralDistrict, UnitKind::Town, UnitKind::Ward, UnitKind::Commune]);
        check([UnitKind::Township, UnitKind::SpecialZone, UnitKind::Body]);
        check([BlockKind::Section, BlockKind::Title, BlockKind::Lead, BlockKind::Heading]);
        check([BlockKind::Paragraph, BlockKind::Caption, BlockKind::Byline, BlockKind::Agency]);
        check([BlockKind::SiteData, BlockKind::Image, BlockKind::Furniture]);
    }

    #[test]
    fn choices_with_values_are_read() {
        check([
            Rule::LabelledLine,
            Rule::BareLine,
            Rule::OpeningDate,
            Rule::YearFromContext { year: 2020 },
            Rule::SameDayReport,
            Rule::SiteClock,
            Rule::FoundingPair,
            Rule::FoundingStatement,
            Rule::YearsSubtracted { year: 2020, years: 72 },
            Rule::AgencyCode { code: "LSO".to_owned() },
            Rule::NamedInTitle,
            Rule::NamedInLead,
            Rule::NamedInBody,
            Rule::PublisherStatement,
            Rule::GivenInSet,
        ]);
        check([
            Evidence::Text {
                article: mention().article,
                at: mention().at,
                quote: "“…”".to_owned(),
            },
            Evidence::Publisher { note: String::new() },
            Evidence::Citation { text: "Danh mục".to_owned(), url: None },
        ]);
        check([Scope::National, Scope::Unit(unit()), Scope::Unknown]);
        check([
            SubjectRef::Anniversary("a".to_owned()),
            SubjectRef::Official("b".to_owned()),
            SubjectRef::Programme("c".to_owned()),
            SubjectRef::Directive("d".to_owned()),
            SubjectRef::Unit(unit()),
        ]);
        let term = DoubtKind::TermBeforeCongress {
            term: "XIII".to_owned(),
            article_date: "2020-10-13".parse().unwrap(),
            congress: "2021-01".parse().unwrap(),
        };
        let years = DoubtKind::YearsDisagree { claimed: 90, computed: 91 };
        check([term, years].map(|kind| Doubt { kind, at: Span::new(1..2) }));
    }

    #[test]
    fn mentions_stand_among_their_owners_members() {
        check([AnniversaryMention {
            mention: mention(),
            claimed_years: Some(90),
            occasion_year: Some(-1),
        }]);
        check([RoleMention { mention: mention(), role: None, on: "2020".parse().ok() }]);
        check([ProgrammeMention { mention: mention(), period: Some((2017, 2020)) }]);
    }
}
