//! Reads the files of cases.

use viet::{Letter, Shape, Tone};

/// A set of documents and what is asked of it.
#[derive(Default)]
pub(crate) struct Set {
    pub(crate) pages: Vec<Page>,
    pub(crate) cases: Vec<Case>,
}

pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) fields: Vec<(String, String)>,
}

pub(crate) struct Case {
    /// Line of the file, from 1.
    pub(crate) line: usize,
    pub(crate) query: String,
    pub(crate) typing: bool,
    pub(crate) expected: String,
}

impl Set {
    pub(crate) fn name(&self, document: u32) -> &str {
        &self.pages[document as usize].name
    }
}

/// Reads a file; a line that is none of what the README lists stops the test.
pub(crate) fn read(text: &str) -> Vec<Set> {
    let mut sets: Vec<Set> = Vec::new();
    let mut queries = false;
    for (number, line) in (1..).zip(text.lines()) {
        match line {
            "" => {}
            _ if line.starts_with('#') => {}
            "[documents]" => {
                sets.push(Set::default());
                queries = false;
            }
            "[queries]" => queries = true,
            _ => {
                let set = sets.last_mut().expect("[documents] comes first");
                match queries {
                    true => set.cases.push(case(number, line)),
                    false => set.pages.push(page(line)),
                }
            }
        }
    }
    sets
}

fn case(line: usize, text: &str) -> Case {
    let (query, expected) = text.split_once('→').unwrap_or_else(|| panic!("no → in {text}"));
    let query = query.strip_suffix(' ').unwrap_or(query);
    let typing = query.ends_with('▌');
    let query = unescaped(query.trim_end_matches('▌'));
    Case { line, query, typing, expected: expected.trim().to_owned() }
}

fn page(line: &str) -> Page {
    let (name, rest) = line.split_once(": ").unwrap_or_else(|| panic!("no name in {line}"));
    let mut parts = rest.split(" | ");
    let mut part = || unescaped(parts.next().unwrap_or_default());
    let (title, text, fields) = (part(), part(), part());
    let field = |field: &str| {
        let (name, value) = field.split_once('=').unwrap_or_else(|| panic!("no = in {line}"));
        (name.trim().to_owned(), value.trim().to_owned())
    };
    let fields = fields.split(';').filter(|f| !f.trim().is_empty()).map(field).collect();
    Page { name: name.to_owned(), title, text, fields }
}

/// `\u{…}` as the character it stands for.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap_or_else(|| panic!("no }} in {text}"));
        let code = u32::from_str_radix(code, 16).unwrap();
        out.push(char::from_u32(code).unwrap());
        out += rest;
    }
    out
}

/// Vietnamese letters taken apart into base and combining marks, in Unicode's order.
pub(crate) fn nfd(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let letter = Letter::of(lower);
        if letter == Letter::plain(lower) || letter.shape == Shape::Stroke {
            out.push(c);
            continue;
        }
        match c.is_uppercase() {
            true => out.extend(letter.base.to_uppercase()),
            false => out.push(letter.base),
        }
        let shape = ["", "\u{306}", "\u{302}", "\u{31b}", ""][letter.shape as usize];
        let tone =
            ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"][letter.tone as usize];
        let tone_first = letter.tone == Tone::Dot && letter.shape != Shape::Horn;
        out += if tone_first { tone } else { shape };
        out += if tone_first { shape } else { tone };
    }
    out
}
