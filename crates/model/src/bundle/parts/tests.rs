use std::fmt::Debug;

use serde::Serialize;

use super::*;
use crate::article::{BlockKind, Doubt, DoubtKind};
use crate::body::{Sighting, ToldBody, UnitBodies};
use crate::bundle::{
    AnniversaryHead, Facts, Name, Order, Overview, Pages, PartKind, Person, Shelf, Term, UnitFacts,
    UnitFigures, UnitProgramme,
};
use crate::chronicle::{
    AnniversaryKind, AnniversaryMention, Chronicle, DirectiveKind, Mention, ProgrammeMention,
    RoleMention, Scope, SubjectRef,
};
use crate::unit::{Share, UnitKind};

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

fn evidence() -> Evidence {
    let Mention { article, at, quote, .. } = mention();
    Evidence::Text { article, at, quote }
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
            article: mention().article, at: mention().at, quote: "“…”".to_owned()
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

#[test]
fn what_lists_show_is_read() {
    let day = || ("1930-10-15".parse().unwrap(), Status::Stated);
    check([Order {
        dates: vec![(None, 2), (Some(day()), 31)],
        units: vec![(Some(unit()), 1), (None, 32)],
    }]);
    check([Overview {
        latest: vec![4, 0],
        units: vec![(unit(), 7)],
        anniversaries: vec![AnniversaryHead {
            id: "a".to_owned(),
            kind: AnniversaryKind::Tradition,
            name: "Dân vận".to_owned(),
            founding: day(),
            scope: Scope::Unit(unit()),
            valid_to: "2025-07-01".parse().ok(),
        }],
    }]);
    let name = |others: &[&str]| Name {
        of: SubjectRef::Official("b".to_owned()),
        name: "Bê".to_owned(),
        others: others.iter().map(|other| (*other).to_owned()).collect(),
    };
    check([name(&[]), name(&["Bé", "B"])]);
    let person = |role: Option<&str>| Person {
        id: "b".to_owned(),
        name: "Bê".to_owned(),
        role: role.map(str::to_owned),
        on: role.and_then(|_| "2020-10".parse().ok()),
        before: role
            .map(|role| Term { role: role.to_owned(), from: None, to: "2019".parse().ok() })
            .into_iter()
            .collect(),
        since: role.and_then(|_| "2020".parse().ok()),
    };
    check([UnitFacts {
        unit: unit(),
        anniversaries: vec!["a".to_owned()],
        people: vec![person(None), person(Some("Bí thư"))],
        programmes: vec![UnitProgramme {
            id: "dan-van-kheo".to_owned(),
            name: "Dân vận khéo".to_owned(),
            articles: 3,
            years: Some((2017, 2020)),
        }],
        figures: vec![UnitFigures {
            article: mention().article,
            at: Span::new(3..9),
            quote: "Đạt 94,2%.".to_owned(),
            figures: vec!["94,2%".to_owned()],
            on: "2020".parse().ok(),
        }],
    }]);
    let body = |names: &[&str]| ToldBody {
        name: "Ủy ban nhân dân huyện Sông Lô".to_owned(),
        body: names.first().map(|_| unit()),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        status: Status::Inferred,
        articles: 3,
        first: Sighting { on: None, source: evidence() },
        last: names.first().map(|_| Sighting { on: "2020-10".parse().ok(), source: evidence() }),
    };
    check([UnitBodies {
        unit: unit(), bodies: vec![body(&[]), body(&["UBND huyện Sông Lô"])]
    }]);
    check([Facts { articles: vec![(mention().article, 9)], chronicle: Chronicle::default() }]);
    let mut pages = Pages::default();
    check([pages.clone()]);
    pages.push("0123456789abcdef", Some(3));
    let mut unknown = serde_json::Map::new();
    for later in [false, true] {
        check([Shelf {
            kind: PartKind::Catalogue,
            bytes: 5,
            pages: pages.clone(),
            listed: later,
            unknown: unknown.clone(),
        }]);
        unknown.insert("later".to_owned(), Value::Bool(later));
    }
}
