//! The manifest, and what lists show.

use serde_json::Value;

use super::super::facts::{Facts, Name, Person, Term, UnitFacts, UnitFigures, UnitProgramme};
use super::super::json::{Read, Reader};
use super::super::{
    AnniversaryHead, Catalogue, Counts, Manifest, Order, Overview, Pages, PartKind, Shelf, Summary,
};
use crate::article::ArticleId;
use crate::chronicle::Chronicle;

object!(Summary, m, r => Self {
    id: m.must(r, "id"),
    title: m.must(r, "title"),
    section: m.may(r, "section"),
    unit: m.may(r, "unit"),
    published: m.may(r, "published"),
    event: m.may(r, "event"),
    words: m.must(r, "words"),
});
object!(Catalogue, m, r => {
    let articles = m.get(r, "articles");
    Self { articles: r.items("articles", articles) }
});
object!(Order, m, r => Self { dates: m.must(r, "dates"), units: m.must(r, "units") });
object!(Overview, m, r => Self {
    latest: m.must(r, "latest"),
    units: m.must(r, "units"),
    anniversaries: m.must(r, "anniversaries"),
});
object!(AnniversaryHead, m, r => Self {
    id: m.must(r, "id"),
    kind: m.must(r, "kind"),
    name: m.must(r, "name"),
    founding: m.must(r, "founding"),
    scope: m.must(r, "scope"),
    valid_to: m.may(r, "valid_to"),
});
object!(Name, m, r => Self {
    of: m.must(r, "of"),
    name: m.must(r, "name"),
    others: m.list(r, "others"),
});
object!(Person, m, r => Self {
    id: m.must(r, "id"),
    name: m.must(r, "name"),
    role: m.may(r, "role"),
    on: m.may(r, "on"),
    before: m.list(r, "before"),
    since: m.may(r, "since"),
});
object!(Term, m, r => Self { role: m.must(r, "role"), from: m.may(r, "from"), to: m.may(r, "to") });
object!(UnitFigures, m, r => Self {
    article: m.must(r, "article"),
    at: m.must(r, "at"),
    quote: m.must(r, "quote"),
    figures: m.must(r, "figures"),
    on: m.may(r, "on"),
});
object!(UnitProgramme, m, r => Self {
    id: m.must(r, "id"),
    name: m.must(r, "name"),
    articles: m.must(r, "articles"),
    years: m.may(r, "years"),
});
object!(UnitFacts, m, r => Self {
    unit: m.must(r, "unit"),
    anniversaries: m.list(r, "anniversaries"),
    people: m.list(r, "people"),
    programmes: m.list(r, "programmes"),
    figures: m.list(r, "figures"),
});

impl Read for Facts {
    fn read(value: &Value, r: &mut Reader) -> Self {
        let chronicle = Chronicle::read(value, r);
        let m = r.object(value);
        Self { articles: m.must(r, "articles"), chronicle }
    }
}

impl Read for PartKind {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        Self::of(reader.text(value))
    }
}

object!(Counts, m, r => Self {
    articles: m.must(r, "articles"),
    units: m.must(r, "units"),
    anniversaries: m.must(r, "anniversaries"),
    text_bytes: m.must(r, "text_bytes"),
});
object!(Pages, m, r => Self { names: m.must(r, "names"), counts: m.list(r, "counts") });

impl Read for Shelf {
    fn read(value: &Value, r: &mut Reader) -> Self {
        let pages = Pages::read(value, r);
        let m = r.object(value);
        Self {
            kind: m.must(r, "kind"),
            bytes: m.must(r, "bytes"),
            pages,
            listed: m.may(r, "listed").unwrap_or_default(),
            unknown: m.others(&["kind", "bytes", "names", "counts", "listed"]),
        }
    }
}

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
