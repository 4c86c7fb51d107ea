//! A unit with its articles and facts as files for other programs.

use model::body::ToldBody;
use model::bundle::UnitFigures;
use model::unit::{Heritage, Share, Unit, UnitKind};

use super::json::{Object, quoted};
use model::{Evidence, Status};

/// An article as an export tells it.
pub(super) struct Row {
    /// Stable name.
    pub(super) id: String,
    /// Title.
    pub(super) title: String,
    /// The date it is listed under, ISO 8601, and how that is known.
    pub(super) date: Option<(String, Status)>,
    /// The unit it is about.
    pub(super) unit: Option<String>,
}

/// All that an export tells.
pub(super) struct Told<'a> {
    /// The unit.
    pub(super) unit: &'a Unit,
    /// The name of what it is in.
    pub(super) parent: Option<String>,
    /// Articles, newest first.
    pub(super) articles: Vec<Row>,
    /// Anniversaries: id, name, founding.
    pub(super) days: Vec<(String, String, String)>,
    /// People: id, name, role as printed, date.
    pub(super) people: Vec<(String, String, String, String)>,
    /// Programmes: id, name, number of articles.
    pub(super) programmes: Vec<(String, String, u32)>,
    /// The bodies that articles name.
    pub(super) bodies: Vec<ToldBody>,
    /// Sentences with figures.
    pub(super) figures: Vec<UnitFigures>,
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Stated => "stated",
        Status::Inferred => "inferred",
        Status::Derived => "derived",
        Status::Reference => "reference",
    }
}

/// One table of everything, a line each, as RFC 4180 has it. The first characters say that it is
/// UTF-8, without which spreadsheet programs show broken Vietnamese.
pub(super) fn csv(told: &Told<'_>) -> String {
    let mut out = String::from("\u{feff}");
    let mut line = |cells: [&str; 6]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell_text(cell)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    };
    line(["type", "id", "name", "date", "known", "note"]);
    let date =
        |date: Option<calendar::PartialDate>| date.map(|d| d.to_string()).unwrap_or_default();
    let unit = told.unit;
    let parent = told.parent.as_deref().unwrap_or_default();
    line(["unit", unit.id.as_str(), &unit.name, &date(unit.valid_from), "", parent]);
    for (kind, lines) in [("predecessor", &unit.predecessors), ("successor", &unit.successors)] {
        for heritage in lines {
            line([kind, heritage.unit.as_str(), "", "", "", share(heritage)]);
        }
    }
    for row in &told.articles {
        let (date, known) =
            row.date.as_ref().map_or(("", ""), |(date, known)| (date.as_str(), status(*known)));
        line([
            "article",
            &row.id,
            &row.title,
            date,
            known,
            row.unit.as_deref().unwrap_or_default(),
        ]);
    }
    for (id, name, founding) in &told.days {
        line(["anniversary", id, name, founding, "", ""]);
    }
    for (id, name, role, on) in &told.people {
        line(["official", id, name, on, "", role]);
    }
    for body in &told.bodies {
        let id = body.body.as_ref().map(ToString::to_string).unwrap_or_default();
        let count = body.articles.to_string();
        line(["body", &id, &body.name, &date(body.first.on), status(body.status), &count]);
    }
    for (id, name, articles) in &told.programmes {
        line(["programme", id, name, "", "", &articles.to_string()]);
    }
    for figures in &told.figures {
        let words = figures.figures.join("; ");
        line([
            "figures",
            figures.article.as_str(),
            &words,
            &date(figures.on),
            "stated",
            &figures.quote,
        ]);
    }
    out
}

fn share(heritage: &Heritage) -> &'static str {
    match heritage.share {
        Share::Whole => "whole",
        Share::Part => "part",
    }
}

/// A cell; one that a spreadsheet would take for a formula is given as text.
fn cell_text(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if risky { ["'", text].concat() } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text
    }
}

/// The same as a JSON object.
pub(super) fn json(told: &Told<'_>) -> String {
    let unit = told.unit;
    let mut out = Object::new();
    out.text("id", unit.id.as_str());
    out.text("name", &unit.name);
    out.list("aliases", unit.aliases.iter().map(|alias| quoted(alias)));
    out.maybe("parent", told.parent.as_deref());
    out.maybe("valid_from", unit.valid_from.map(|date| date.to_string()).as_deref());
    out.maybe("valid_to", unit.valid_to.map(|date| date.to_string()).as_deref());
    for (key, lines) in [("predecessors", &unit.predecessors), ("successors", &unit.successors)] {
        out.list(
            key,
            lines.iter().map(|line| {
                let mut entry = Object::new();
                entry.text("unit", line.unit.as_str());
                entry.text("share", share(line));
                entry.end()
            }),
        );
    }
    out.list(
        "articles",
        told.articles.iter().map(|row| {
            let mut entry = Object::new();
            entry.text("id", &row.id);
            entry.text("title", &row.title);
            if let Some((date, known)) = &row.date {
                entry.text("date", date);
                entry.text("status", status(*known));
            }
            entry.maybe("unit", row.unit.as_deref());
            entry.end()
        }),
    );
    out.list(
        "anniversaries",
        told.days.iter().map(|(id, name, founding)| {
            let mut entry = Object::new();
            entry.text("id", id);
            entry.text("name", name);
            entry.text("founding", founding);
            entry.end()
        }),
    );
    out.list(
        "officials",
        told.people.iter().map(|(id, name, role, on)| {
            let mut entry = Object::new();
            entry.text("id", id);
            entry.text("name", name);
            entry.text("role", role);
            entry.text("on", on);
            entry.end()
        }),
    );
    out.list("bodies", told.bodies.iter().map(body));
    out.list(
        "programmes",
        told.programmes.iter().map(|(id, name, articles)| {
            let mut entry = Object::new();
            entry.text("id", id);
            entry.text("name", name);
            entry.raw("articles", &articles.to_string());
            entry.end()
        }),
    );
    out.list(
        "figures",
        told.figures.iter().map(|told| {
            let mut entry = Object::new();
            entry.text("article", told.article.as_str());
            entry.maybe("on", told.on.map(|on| on.to_string()).as_deref());
            entry.list("figures", told.figures.iter().map(|words| quoted(words)));
            entry.text("sentence", &told.quote);
            entry.end()
        }),
    );
    out.end()
}

/// A body with its first and last appearance.
fn body(told: &ToldBody) -> String {
    let mut entry = Object::new();
    entry.maybe("id", told.body.as_ref().map(model::UnitId::as_str));
    entry.text("name", &told.name);
    entry.list("names", told.names.iter().map(|name| quoted(name)));
    entry.text("status", status(told.status));
    entry.raw("articles", &told.articles.to_string());
    for (key, seen) in [("first", &told.first), ("last", told.last())] {
        let mut sighting = Object::new();
        sighting.maybe("on", seen.on.map(|on| on.to_string()).as_deref());
        if let Evidence::Text { article, quote, .. } = &seen.source {
            sighting.text("article", article.as_str());
            sighting.text("sentence", quote);
        }
        entry.raw(key, &sighting.end());
    }
    entry.end()
}

/// The unit in the words of schema.org and Dublin Core, for catalogues; `name_of` gives a unit's name.
pub(super) fn json_ld(told: &Told<'_>, name_of: &dyn Fn(&str) -> Option<String>) -> String {
    let unit = told.unit;
    let mut out = Object::new();
    let mut context = Object::new();
    context.text("@vocab", "https://schema.org/");
    context.text("dct", "http://purl.org/dc/terms/");
    out.raw("@context", &context.end());
    if unit.kind == UnitKind::Body {
        out.text("@type", "GovernmentOrganization");
    } else {
        out.text("@type", "AdministrativeArea");
    }
    out.text("identifier", unit.id.as_str());
    out.text("name", &unit.name);
    if !unit.aliases.is_empty() {
        out.list("alternateName", unit.aliases.iter().map(|alias| quoted(alias)));
    }
    if let Some(parent) = &told.parent {
        let (key, kind) = if unit.kind == UnitKind::Body {
            ("parentOrganization", "Organization")
        } else {
            ("containedInPlace", "AdministrativeArea")
        };
        let mut above = Object::new();
        above.text("@type", kind);
        above.text("name", parent);
        out.raw(key, &above.end());
    }
    if unit.kind == UnitKind::Body {
        out.maybe("foundingDate", unit.valid_from.map(|date| date.to_string()).as_deref());
        out.maybe("dissolutionDate", unit.valid_to.map(|date| date.to_string()).as_deref());
    } else if unit.valid_from.is_some() || unit.valid_to.is_some() {
        let text = |date: Option<calendar::PartialDate>| {
            date.map_or_else(|| "..".to_owned(), |date| date.to_string())
        };
        out.text("dct:valid", &[text(unit.valid_from), text(unit.valid_to)].join("/"));
    }
    for (key, lines) in
        [("dct:replaces", &unit.predecessors), ("dct:isReplacedBy", &unit.successors)]
    {
        if !lines.is_empty() {
            out.list(
                key,
                lines.iter().map(|line| {
                    let mut kin = Object::new();
                    kin.text("@type", "AdministrativeArea");
                    kin.text("identifier", line.unit.as_str());
                    kin.maybe("name", name_of(line.unit.as_str()).as_deref());
                    kin.end()
                }),
            );
        }
    }
    if unit.kind != UnitKind::Body && !told.bodies.is_empty() {
        // Schema.org has no word for the bodies of a place; Dublin Core's is wide enough.
        out.list(
            "dct:relation",
            told.bodies.iter().map(|body| {
                let mut entry = Object::new();
                entry.text("@type", "GovernmentOrganization");
                entry.maybe("identifier", body.body.as_ref().map(model::UnitId::as_str));
                entry.text("name", &body.name);
                if !body.names.is_empty() {
                    entry.list("alternateName", body.names.iter().map(|name| quoted(name)));
                }
                entry.end()
            }),
        );
    }
    out.list(
        "subjectOf",
        told.articles.iter().map(|row| {
            let mut entry = Object::new();
            entry.text("@type", "NewsArticle");
            entry.text("identifier", &row.id);
            entry.text("headline", &row.title);
            if let Some((date, Status::Stated)) = &row.date {
                entry.text("datePublished", date);
            }
            entry.end()
        }),
    );
    out.end()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn unit() -> Unit {
        serde_json::from_value(json!({
            "id": "phuong-duc-giang", "kind": "ward", "name": "Phường Đức Giang",
            "aliases": ["Đức \"Giang\""], "valid_to": "2025-07-01",
            "successors": [{"unit": "phuong-viet-hung", "share": "part"}],
        }))
        .unwrap()
    }

    fn told(unit: &Unit) -> Told<'_> {
        Told {
            unit,
            parent: Some("Quận Long Biên".to_owned()),
            articles: vec![Row {
                id: "a1".to_owned(),
                title: "=Họp, \"bàn\"\u{1}\nviệc".to_owned(),
                date: Some(("2020-10-16".to_owned(), Status::Stated)),
                unit: None,
            }],
            days: vec![("d".to_owned(), "Dân vận".to_owned(), "1930-10-15".to_owned())],
            people: Vec::new(),
            programmes: vec![("dvk".to_owned(), "Dân vận khéo".to_owned(), 3)],
            bodies: vec![
                serde_json::from_value(json!({
                    "name": "Hội đồng nhân dân phường Đức Giang", "names": ["HĐND phường"],
                    "status": "stated", "articles": 2,
                    "first": {"on": "2020-10-16", "source": {
                        "kind": "text", "article": "a1", "at": [0, 4], "quote": "HĐND phường họp."
                    }},
                }))
                .unwrap(),
            ],
            figures: Vec::new(),
        }
    }

    #[test]
    fn a_table_that_spreadsheets_read_as_text() {
        let unit = unit();
        let csv = csv(&told(&unit));
        assert!(csv.starts_with("\u{feff}type,id,name,date,known,note\r\n"));
        assert!(
            csv.contains("article,a1,\"'=Họp, \"\"bàn\"\"\u{1}\nviệc\",2020-10-16,stated,\r\n"),
            "{csv}"
        );
        assert!(csv.contains("body,,Hội đồng nhân dân phường Đức Giang,2020-10-16,stated,2\r\n"));
        assert!(csv.contains("successor,phuong-viet-hung,,,,part\r\n"));
    }

    #[test]
    fn json_that_any_reader_reads() {
        let unit = unit();
        let value: Value = serde_json::from_str(&json(&told(&unit))).unwrap();
        assert_eq!(value["articles"][0]["title"], "=Họp, \"bàn\"\u{1}\nviệc");
        assert_eq!(value["successors"][0], json!({"unit": "phuong-viet-hung", "share": "part"}));
        assert_eq!(value["valid_from"], Value::Null);
        assert_eq!(value["bodies"][0]["last"]["sentence"], "HĐND phường họp.");
        assert_eq!(value["programmes"][0]["articles"], 3);
    }

    #[test]
    fn a_place_in_the_words_of_catalogues() {
        let unit = unit();
        let text = json_ld(&told(&unit), &|_| Some("Phường Việt Hưng".to_owned()));
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["@type"], "AdministrativeArea");
        assert_eq!(value["dct:relation"][0]["@type"], "GovernmentOrganization");
        assert_eq!(value["dct:valid"], "../2025-07-01");
        assert_eq!(value["dct:isReplacedBy"][0]["name"], "Phường Việt Hưng");
        assert_eq!(value["subjectOf"][0]["datePublished"], "2020-10-16");
    }
}
