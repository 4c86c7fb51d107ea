//! Word 2007 and later (ECMA-376): paragraphs and tables of the main document.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use model::article::BlockKind;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::{Failure, Format, Found};
use crate::page::Page;
use crate::problem::ProblemKind;

/// Bytes of the unpacked document at most: a yearbook has a hundredth of it, a bomb more.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// How the files of Word before 2007 begin, and those with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Found, Failure> {
    if bytes.is_empty() {
        return Err((None, ProblemKind::Empty));
    }
    if bytes.starts_with(COMPOUND) {
        return Err((None, ProblemKind::ProtectedOrOldWord));
    }
    let broken = |why: String| (None, ProblemKind::BrokenFile { format: Format::Docx, why });
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    let document = part(&mut archive, "word/document.xml").map_err(broken)?;
    // A document without pictures may have no relations; without them its words are still there.
    let relations = part(&mut archive, "word/_rels/document.xml.rels").unwrap_or_default();
    let page = paragraphs(&document, &targets(&relations)).map_err(broken)?;
    if page.is_empty() {
        return Err((None, ProblemKind::Blank { bytes: bytes.len() as u64 }));
    }
    // Most documents state no author but the machine they were first typed on: only the text counts.
    Ok(Found { pages: vec![page], problems: Vec::new() })
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, String> {
    let file = archive.by_name(name).map_err(|error| match error {
        ZipError::FileNotFound => format!("{name} is missing"),
        other => other.to_string(),
    })?;
    let mut text = String::new();
    let read =
        file.take(MOST_BYTES + 1).read_to_string(&mut text).map_err(|error| error.to_string())?;
    if read as u64 > MOST_BYTES {
        return Err(format!("{name} has more than {MOST_BYTES} bytes"));
    }
    Ok(text)
}

/// What the identifiers of relations stand for: parts of the document, relative to `word/`.
fn targets(relations: &str) -> HashMap<String, String> {
    let mut targets = HashMap::new();
    let mut reader = Reader::from_str(relations);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag)
                if tag.local_name().as_ref() == "Relationship" =>
            {
                let outside = attribute(&tag, "TargetMode").is_some_and(|mode| mode == "External");
                if let (Some(id), Some(target), false) =
                    (attribute(&tag, "Id"), attribute(&tag, "Target"), outside)
                {
                    targets.insert(id, target);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    targets
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

/// The document's paragraphs; a row of a table is one, its cells set apart.
fn paragraphs(document: &str, targets: &HashMap<String, String>) -> Result<Page, String> {
    let mut reader = Reader::from_str(document);
    let (mut page, mut now) = (Page::default(), Paragraph::default());
    let mut rows = 0_usize;
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Start(tag) | Event::Empty(tag)
                if now.mark(&tag) || now.picture(&tag, targets) => {}
            Event::Start(tag) if tag.local_name().as_ref() == "tr" => rows += 1,
            Event::Text(text) if now.is_text => {
                now.text.push_str(&text);
            }
            Event::GeneralRef(name) if now.is_text => {
                now.text.push_str(&super::feed::resolved(&name));
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => now.is_text = false,
                "del" | "txbxContent" => now.hidden = now.hidden.saturating_sub(1),
                "tc" if rows > 0 => now.text.push_str(" | "),
                "tr" => {
                    rows = rows.saturating_sub(1);
                    now.end_row(&mut page);
                }
                // In a cell, paragraphs go on in the row's line.
                "p" if rows > 0 => now.text.push(' '),
                "p" => now.end(&mut page),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    now.end(&mut page);
    Ok(page)
}

/// A paragraph while it is read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    is_text: bool,
    /// Within so many elements whose words nobody sees.
    hidden: usize,
    /// Pictures in it: files in the document, and what they show.
    pictures: Vec<(String, Option<String>)>,
    /// What the picture shows that comes next.
    shown: Option<String>,
}

impl Paragraph {
    /// Takes what a tag says of the paragraph; whether it said anything.
    fn mark(&mut self, tag: &BytesStart<'_>) -> bool {
        match tag.local_name().as_ref() {
            "t" => self.is_text = self.hidden == 0,
            "tab" => self.text.push(' '),
            "br" | "cr" => self.text.push('\n'),
            "noBreakHyphen" => self.text.push('-'),
            // Deleted words, and text boxes, which stand in the file twice.
            "del" | "txbxContent" => self.hidden += 1,
            "pStyle" => {
                let value = attribute(tag, "val").unwrap_or_default();
                self.style = value.to_ascii_lowercase();
            }
            _ => return false,
        }
        true
    }

    /// Takes a picture, or what it shows; whether the tag told of one.
    fn picture(&mut self, tag: &BytesStart<'_>, targets: &HashMap<String, String>) -> bool {
        let relation = match tag.local_name().as_ref() {
            "docPr" => {
                self.shown = attribute(tag, "descr");
                return true;
            }
            "blip" => attribute(tag, "embed"),
            // As Word before 2010 wrote them.
            "imagedata" => attribute(tag, "id"),
            _ => return false,
        };
        let shown = self.shown.take();
        if let Some(target) = relation.and_then(|id| targets.get(&id)).filter(|_| self.hidden == 0)
        {
            let file = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => ["word/", target].concat(),
            };
            self.pictures.push((file, shown));
        }
        true
    }

    fn end(&mut self, page: &mut Page) {
        let (text, style) = (std::mem::take(&mut self.text), std::mem::take(&mut self.style));
        for line in text.lines() {
            if style == "title" && page.marked.title.is_none() {
                page.title(line);
            } else if style.starts_with("heading") && !page.is_empty() {
                page.of_kind(line, BlockKind::Heading);
            } else if style == "caption" {
                page.of_kind(line, BlockKind::Caption);
            } else {
                page.plain(line);
            }
        }
        self.end_pictures(page);
    }

    fn end_pictures(&mut self, page: &mut Page) {
        for (file, shown) in self.pictures.drain(..) {
            page.picture(&file, shown.as_deref());
        }
    }

    fn end_row(&mut self, page: &mut Page) {
        let text = std::mem::take(&mut self.text);
        let cells: Vec<&str> =
            text.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect();
        page.of_kind(&cells.join(" | "), BlockKind::Paragraph);
        self.end_pictures(page);
    }
}
