//! An article as other programs take a source: BibTeX, RIS, CSL-JSON.
//!
//! A date is written as far as it is known. One that the article does not state itself is told in a
//! note, as these formats have no word for how a date is known.

use calendar::{Date, PartialDate};

/// What is cited.
pub(super) struct Work {
    /// The article's id.
    pub id: String,
    /// Its title, on one line.
    pub title: String,
    /// Who signed it, in order.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The archive that keeps it.
    pub archive: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// What must be said besides.
    pub note: Option<String>,
    /// Its address in the archive.
    pub url: String,
    /// The day it was read.
    pub read: Date,
}

impl Work {
    /// `@misc` of BibTeX: names and title are in braces of their own, as Vietnamese names are not to
    /// be turned round nor titles put into small letters.
    pub(super) fn bibtex(&self) -> String {
        let mut fields = Vec::new();
        let mut add = |name: &str, value: String| {
            fields.push(["  ", name, " = {", &value, "}"].concat());
        };
        if !self.authors.is_empty() {
            let names = self.authors.iter().map(|name| ["{", &tex(name), "}"].concat());
            add("author", names.collect::<Vec<_>>().join(" and "));
        }
        add("title", ["{", &tex(&self.title), "}"].concat());
        if let Some(date) = self.published {
            let iso = iso(date);
            add("year", date.year().to_string());
            add("date", iso);
        }
        if let Some(publisher) = &self.publisher {
            add("publisher", tex(publisher));
        }
        add("howpublished", tex(&self.archive));
        add("url", self.url.replace(['{', '}', '\\'], ""));
        add("urldate", self.read.to_string());
        add("langid", "vietnamese".to_owned());
        if let Some(note) = &self.note {
            add("note", tex(note));
        }
        ["@misc{", &self.id, ",\n", &fields.join(",\n"), "\n}\n"].concat()
    }

    /// A newspaper article of RIS.
    pub(super) fn ris(&self) -> String {
        let mut out = String::new();
        let mut add = |tag: &str, value: &str| {
            out.push_str(&[tag, "  - ", &one_line(value), "\r\n"].concat());
        };
        add("TY", "NEWS");
        for name in &self.authors {
            add("AU", name);
        }
        add("TI", &self.title);
        if let Some(date) = self.published {
            add("PY", &date.year().to_string());
            add("DA", &[&iso(date).replace('-', "/"), "/"].concat());
        }
        if let Some(publisher) = &self.publisher {
            add("PB", publisher);
        }
        add("DB", &self.archive);
        add("LA", "vi");
        add("UR", &self.url);
        add("Y2", &self.read.to_string().replace('-', "/"));
        add("ID", &self.id);
        if let Some(note) = &self.note {
            add("N1", note);
        }
        add("ER", "");
        out
    }

    /// A list of one item of CSL-JSON.
    pub(super) fn csl(&self) -> String {
        let mut members = Vec::new();
        let mut add = |name: &str, value: String| {
            members.push(["    ", &json(name), ": ", &value].concat());
        };
        add("id", json(&self.id));
        add("type", json("article-newspaper"));
        add("title", json(&self.title));
        if !self.authors.is_empty() {
            let names =
                self.authors.iter().map(|name| ["{\"literal\": ", &json(name), "}"].concat());
            add("author", ["[", &names.collect::<Vec<_>>().join(", "), "]"].concat());
        }
        if let Some(date) = self.published {
            add("issued", date_parts(&iso(date)));
        }
        if let Some(publisher) = &self.publisher {
            add("publisher", json(publisher));
        }
        add("archive", json(&self.archive));
        add("URL", json(&self.url));
        add("accessed", date_parts(&self.read.to_string()));
        add("language", json("vi"));
        if let Some(note) = &self.note {
            add("note", json(note));
        }
        ["[\n  {\n", &members.join(",\n"), "\n  }\n]\n"].concat()
    }
}

/// The date without its time of day: `2020-10-09`, `2020-10`, `2020`.
fn iso(date: PartialDate) -> String {
    date.day().map_or_else(|| date.to_string(), |day| day.to_string())
}

/// `{"date-parts": [[2020, 10, 9]]}`.
fn date_parts(iso: &str) -> String {
    let numbers = iso.split('-').map(|number| number.trim_start_matches('0'));
    ["{\"date-parts\": [[", &numbers.collect::<Vec<_>>().join(", "), "]]}"].concat()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text within braces: TeX's own signs escaped.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(c),
        }
    }
    out
}

/// A JSON string.
fn json(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn work() -> Work {
        Work {
            id: "f9a2".to_owned(),
            title: "Sơ kết 9 tháng, “Dân vận khéo” & 94,2% {x}".to_owned(),
            authors: vec!["Bích Ngọc".to_owned(), "Thu Hà".to_owned()],
            publisher: None,
            archive: "Kho tin bài Sông Lô".to_owned(),
            published: "2020-10-09T15:34".parse().ok(),
            note: None,
            url: "https://vd.example/#/bai/f9a2".to_owned(),
            read: "2026-10-14".parse().unwrap(),
        }
    }

    #[test]
    fn bibtex_keeps_names_and_titles_as_printed() {
        let expected = "@misc{f9a2,\n  author = {{Bích Ngọc} and {Thu Hà}},\n  \
            title = {{Sơ kết 9 tháng, “Dân vận khéo” \\& 94,2\\% \\{x\\}}},\n  year = {2020},\n  \
            date = {2020-10-09},\n  howpublished = {Kho tin bài Sông Lô},\n  \
            url = {https://vd.example/#/bai/f9a2},\n  urldate = {2026-10-14},\n  \
            langid = {vietnamese}\n}\n";
        assert_eq!(work().bibtex(), expected);
    }

    #[test]
    fn ris_has_one_value_a_line() {
        let work = Work { note: Some("ngày\nsuy ra".to_owned()), ..work() };
        let lines: Vec<String> = work.ris().split("\r\n").map(str::to_owned).collect();
        assert_eq!(lines[0], "TY  - NEWS");
        assert!(lines.contains(&"DA  - 2020/10/09/".to_owned()));
        assert!(lines.contains(&"N1  - ngày suy ra".to_owned()));
        assert_eq!(lines[lines.len() - 2..], ["ER  - ", ""]);
    }

    #[test]
    fn dates_are_written_as_far_as_they_are_known() {
        for (date, parts) in [
            ("2020", "{\"date-parts\": [[2020]]}"),
            ("2020-10", "{\"date-parts\": [[2020, 10]]}"),
            ("2020-03-09", "{\"date-parts\": [[2020, 3, 9]]}"),
        ] {
            assert_eq!(date_parts(&iso(date.parse().unwrap())), parts);
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_a_format(title in "\\PC{0,40}|[{}\\\\\"\n\r&%~^]{0,9}", name in "\\PC{1,20}") {
            let work = Work { title, authors: vec![name], ..work() };
            let read: serde_json::Value = serde_json::from_str(&work.csl()).unwrap();
            prop_assert_eq!(read[0]["type"].as_str(), Some("article-newspaper"));
            prop_assert!(work.ris().split("\r\n").filter(|line| !line.is_empty()).all(|line| line.get(2..6) == Some("  - ")));
            let plain = work.bibtex().replace("\\{", "").replace("\\}", "");
            prop_assert_eq!(plain.matches('{').count(), plain.matches('}').count());
            prop_assert_eq!(plain.lines().count(), 10);
        }
    }
}
