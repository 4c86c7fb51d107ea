//! What each line of a page is.
//!
//! The order of the rules:
//! 1. Lines that tell by themselves: picture paths, furniture, site data ([`Class`]).
//! 2. The head: text lines before the first paragraph. A short one above another is the section,
//!    the next the title; a date line right under a line confirms it as the title.
//! 3. The body: lines broken inside a sentence are joined; the first paragraph is the lead; short
//!    lines without a sentence end are captions where a picture was, else headings.
//! 4. The foot: names after the last paragraph are the byline; what follows a heading such as "Tin
//!    liên quan" belongs to other articles.

use std::ops::Range;

use model::Span;
use model::article::{Block, BlockKind};

use crate::agency::{Agency, agency};
use crate::byline::{self, Signed};
use crate::furniture::{Furniture, furniture};
use crate::lines::{Gap, Line};
use crate::opening::openings;
use crate::sitedata::{SiteData, site_data};
use crate::words::{count, ends_sentence, fold, is_capitals};

/// A line longer than this (in characters) is a paragraph even without a sentence end: titles of
/// real pages stay below it.
const LONGEST_TITLE: usize = 180;
/// A sentence of at least this many characters is a paragraph and not a title with a full stop.
const SHORTEST_PARAGRAPH: usize = 60;
/// Words of a section's name at most.
const LONGEST_SECTION: usize = 7;
/// Characters of a caption or heading at most.
const LONGEST_CAPTION: usize = 320;
/// Words of a heading at most.
const LONGEST_HEADING: usize = 25;

/// Names under one article at most: a longer list is something else, a roll of honour.
const MOST_SIGNED: usize = 20;

/// What a line tells by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Class {
    Image,
    Furniture(Furniture),
    Data(SiteData),
    Text,
}

/// A line of site data and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct PlacedData {
    pub(crate) data: SiteData,
    pub(crate) span: Range<usize>,
    pub(crate) place: Place,
}

/// Where on the page a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Above any text of the page.
    Top,
    /// Below the section, above the title.
    AboveTitle,
    /// Between the title and the first paragraph.
    UnderTitle,
    /// Among the paragraphs.
    Body,
    /// Below the last paragraph.
    Foot,
}

/// What a page consists of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    /// In order, never overlapping; outside them is only white space.
    pub(crate) blocks: Vec<Block>,
    /// Names in order, with places in the whole text.
    pub(crate) signed: Vec<Signed>,
    /// Lines of site data.
    pub(crate) data: Vec<PlacedData>,
    /// The agency's code, with its place in the whole text.
    pub(crate) agency: Option<Agency>,
}

/// Lays out the lines of `text`.
pub(crate) fn layout(text: &str, lines: &[Line<'_>]) -> Layout {
    let classes = classes(lines);
    let head = head(lines, &classes);
    let page = Page { text, lines, classes: &classes, head, usual_gap: usual_gap(lines) };
    page.layout()
}

fn classes(lines: &[Line<'_>]) -> Vec<Class> {
    let mut classes: Vec<Class> = lines.iter().map(|line| classify(line.text)).collect();
    // A list of other articles: everything after its heading that is not a paragraph again.
    let mut paragraphs = 0;
    let mut related = false;
    for (index, class) in classes.iter_mut().enumerate() {
        let long = is_paragraph(lines[index].text);
        if *class == Class::Furniture(Furniture::Related) {
            related = paragraphs > 0;
        } else if *class == Class::Text && long {
            related = false;
            paragraphs += 1;
        } else if related {
            *class = Class::Furniture(Furniture::Line);
        }
    }
    classes
}

fn classify(line: &str) -> Class {
    if is_image(line) {
        return Class::Image;
    }
    // "Cập nhật", "Xem" alone are site data and buttons alike: data needs a value, so it goes first.
    match site_data(line) {
        Some(data) if !data.stamps.is_empty() || data.weekday.is_some() || data.views.is_some() => {
            Class::Data(data)
        }
        other => match (furniture(line), other) {
            (Some(kind), _) => Class::Furniture(kind),
            (None, Some(data)) => Class::Data(data),
            (None, None) => Class::Text,
        },
    }
}

/// "0/637382914550614577446.png", "[img]", "https://…/a.jpg".
fn is_image(line: &str) -> bool {
    const ENDINGS: [&str; 8] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".jfif", ".svg"];
    let folded = line.to_lowercase();
    let path = folded.split(['?', '#']).next().unwrap_or_default();
    let one_word = !line.chars().any(crate::words::is_space);
    let marked = matches!(folded.as_str(), "[img]" | "[image]" | "[ảnh]" | "[hình]" | "<img>");
    let markdown = folded.starts_with("![") && folded.ends_with(')');
    marked || markdown || (one_word && ENDINGS.iter().any(|ending| path.ends_with(ending)))
}

/// A line that can only be a paragraph: a long one, or a sentence.
pub(crate) fn is_paragraph(line: &str) -> bool {
    let letters = line.chars().count();
    let opens =
        || agency(line).is_some() || openings(line).first().is_some_and(|o| o.at.start < 24);
    letters > LONGEST_TITLE || (letters >= SHORTEST_PARAGRAPH && (ends_sentence(line) || opens()))
}

/// Lines of the head.
#[derive(Clone, Copy, Debug, Default)]
struct Head {
    section: Option<usize>,
    title: Option<usize>,
}

fn head(lines: &[Line<'_>], classes: &[Class]) -> Head {
    let texts: Vec<usize> = (0..lines.len()).filter(|&at| classes[at] == Class::Text).collect();
    let before = texts.iter().take_while(|&&at| !is_paragraph(lines[at].text)).count();
    let candidates = &texts[..before];
    let dated = |at: usize| matches!(classes.get(at + 1), Some(Class::Data(data)) if !data.stamps.is_empty());
    match candidates {
        [] => Head { section: None, title: punctuated_title(lines, &texts) },
        [only] => Head { section: None, title: Some(*only) },
        [first, second, ..] => {
            let (upper, lower) = (lines[*first].text, lines[*second].text);
            let section = is_section(upper, lower, dated(*first));
            if section {
                Head { section: Some(*first), title: Some(*second) }
            } else {
                Head { section: None, title: Some(*first) }
            }
        }
    }
}

/// A title that ends like a sentence: the first of at least two texts, and not a long one.
fn punctuated_title(lines: &[Line<'_>], texts: &[usize]) -> Option<usize> {
    let (&first, rest) = texts.split_first()?;
    let line = lines[first].text;
    let fits = line.chars().count() <= LONGEST_TITLE
        && openings(line).is_empty()
        && agency(line).is_none();
    (fits && !rest.is_empty()).then_some(first)
}

/// Names of sections on Vietnamese portals, folded; the beginning of a line is compared.
const SECTIONS: &[&str] = &[
    "thoi su",
    "tin tuc",
    "tin trong",
    "tin hoat dong",
    "tin noi bat",
    "tin dia phuong",
    "tin co so",
    "chinh tri",
    "kinh te",
    "van hoa",
    "xa hoi",
    "cong tac",
    "xay dung dang",
    "hoat dong",
    "su kien",
    "trang chu",
    "an ninh",
    "quoc phong",
    "giao duc",
    "y te",
    "doan the",
    "phap luat",
    "ban doc",
    "nong nghiep",
    "nong thon moi",
    "cai cach hanh chinh",
    "thong tin",
    "thong bao",
    "hoc tap va lam theo",
    "dan van",
    "to chuc",
    "tuyen giao",
    "kiem tra",
    "mat tran",
    "khoa hoc",
    "doi song",
    "the thao",
    "du lich",
    "quan ly nha nuoc",
    "hdnd",
    "ubnd",
    "chuyen doi so",
];

/// Whether `upper` names the section of the title `lower`. A date right under a line speaks for a
/// title, unless the line is known or printed as a section.
fn is_section(upper: &str, lower: &str, dated: bool) -> bool {
    let words = count(upper);
    if words > 2 * LONGEST_SECTION
        || upper.ends_with(['?', '!', '…', '.'])
        || !could_be_title(lower)
    {
        return false;
    }
    let folded = fold(upper);
    let known = SECTIONS.iter().any(|name| folded.starts_with(name));
    let crumbs = upper.contains(['›', '»', '>', '|']) || folded.starts_with("chuyen muc");
    let capitals = is_capitals(upper) && !is_capitals(lower);
    let shorter = !dated && 2 * words <= count(lower);
    crumbs || (words <= LONGEST_SECTION && (known || capitals || shorter))
}

fn could_be_title(line: &str) -> bool {
    let names = byline::by_place(line).is_some();
    !names && !is_captioned(line) && count(line) >= 3
}

/// The most common gap between neighbouring paragraphs, in lines.
fn usual_gap(lines: &[Line<'_>]) -> Gap {
    let mut gaps: Vec<(Gap, usize)> = Vec::new();
    for pair in lines.windows(2) {
        if is_paragraph(pair[0].text) && is_paragraph(pair[1].text) {
            match gaps.iter_mut().find(|(gap, _)| *gap == pair[1].gap) {
                Some((_, times)) => *times += 1,
                None => gaps.push((pair[1].gap, 1)),
            }
        }
    }
    let default = Gap { lines: 1, spaced: 0 };
    gaps.into_iter()
        .max_by_key(|(gap, times)| (*times, std::cmp::Reverse(gap.lines)))
        .map_or(default, |(gap, _)| gap)
}

struct Page<'a> {
    text: &'a str,
    lines: &'a [Line<'a>],
    classes: &'a [Class],
    head: Head,
    usual_gap: Gap,
}

/// Lines that make one block.
#[derive(Clone, Debug)]
struct Unit {
    lines: Range<usize>,
    span: Range<usize>,
}

impl Page<'_> {
    fn layout(&self) -> Layout {
        let units = self.units();
        let is_text = |unit: &Unit| self.classes[unit.lines.start] == Class::Text;
        let below_title =
            |unit: &Unit| self.head.title.is_none_or(|title| unit.lines.start > title);
        let reads =
            |unit: &Unit| is_text(unit) && below_title(unit) && is_paragraph(self.printed(unit));
        let first = units.iter().position(reads);
        let last = units.iter().rposition(reads);
        let mut layout = Layout::default();
        for (index, unit) in units.iter().enumerate() {
            let place = self.place(unit, index, first, last);
            match &self.classes[unit.lines.start] {
                Class::Image => layout.push(BlockKind::Image, unit),
                Class::Furniture(_) => layout.push(BlockKind::Furniture, unit),
                Class::Data(data) => {
                    layout.push(BlockKind::SiteData, unit);
                    let line = &self.lines[unit.lines.start];
                    let placed = PlacedData { data: data.clone(), span: line.span.clone(), place };
                    layout.data.push(placed);
                }
                Class::Text => self.text_unit(&mut layout, &units, index, place, first),
            }
        }
        layout
    }

    fn place(&self, unit: &Unit, index: usize, first: Option<usize>, last: Option<usize>) -> Place {
        let above = |at: Option<usize>| at.is_some_and(|at| unit.lines.start < at);
        if above(self.head.section) || (self.head.section.is_none() && above(self.head.title)) {
            Place::Top
        } else if above(self.head.title) {
            Place::AboveTitle
        } else if first.is_none_or(|first| index < first) {
            Place::UnderTitle
        } else if last.is_some_and(|last| index > last) {
            Place::Foot
        } else {
            Place::Body
        }
    }

    fn text_unit(
        &self,
        layout: &mut Layout,
        units: &[Unit],
        index: usize,
        place: Place,
        first: Option<usize>,
    ) {
        let unit = &units[index];
        let line = self.printed(unit);
        let at = unit.lines.start;
        if self.head.section == Some(at) {
            return layout.push(BlockKind::Section, unit);
        }
        if self.head.title == Some(at) {
            return layout.push(BlockKind::Title, unit);
        }
        if matches!(place, Place::Top | Place::AboveTitle) {
            return layout.push(BlockKind::Section, unit);
        }
        let signed = if matches!(place, Place::Foot | Place::UnderTitle) {
            byline::by_place(line)
        } else {
            byline::labelled(line)
        };
        if let Some(signed) = signed {
            return layout.sign(unit, signed);
        }
        let kind = self.body_kind(units, index);
        let leads = kind == BlockKind::Paragraph
            && first.is_none_or(|first| index <= first)
            && !layout
                .blocks
                .iter()
                .any(|block| matches!(block.kind, BlockKind::Lead | BlockKind::Paragraph));
        if !leads {
            return layout.push(kind, unit);
        }
        let start = match agency(line) {
            Some(found) => layout.push_agency(found, unit.span.start),
            None => unit.span.start,
        };
        layout.push_span(BlockKind::Lead, start..unit.span.end);
    }

    /// Paragraph, caption or heading.
    fn body_kind(&self, units: &[Unit], index: usize) -> BlockKind {
        let line = self.printed(&units[index]);
        if is_captioned(line) {
            return BlockKind::Caption;
        }
        let letters = line.chars().count();
        let next = units.get(index + 1);
        let previous = index.checked_sub(1).map(|at| &units[at]);
        let is = |unit: Option<&Unit>, class: &Class| {
            unit.is_some_and(|unit| &self.classes[unit.lines.start] == class)
        };
        if ends_sentence(line) || letters > LONGEST_CAPTION || is_item(line) {
            // "Ông A." over "Ảnh: B": the picture's two lines.
            let credited = next.is_some_and(|next| is_credit(self.printed(next)));
            let short = letters <= SHORTEST_PARAGRAPH && credited && !line.ends_with(':');
            return if short { BlockKind::Caption } else { BlockKind::Paragraph };
        }
        if is(previous, &Class::Image) || self.is_picture_gap(index, units) || shows_scene(line) {
            return BlockKind::Caption;
        }
        let follows =
            units[index + 1..].iter().any(|unit| self.classes[unit.lines.start] == Class::Text);
        if count(line) <= LONGEST_HEADING && follows {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        }
    }

    /// A gap before or after that is wider than between paragraphs: a picture stood there.
    fn is_picture_gap(&self, index: usize, units: &[Unit]) -> bool {
        let wide = |unit: &Unit| {
            let gap = self.lines[unit.lines.start].gap;
            (gap.lines >= 2 && gap.lines > self.usual_gap.lines)
                || gap.spaced > self.usual_gap.spaced
        };
        wide(&units[index]) || units.get(index + 1).is_some_and(wide)
    }

    fn printed(&self, unit: &Unit) -> &str {
        &self.text[unit.span.clone()]
    }

    /// Joins lines that one sentence or caption was broken into.
    fn units(&self) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            match units.last_mut() {
                Some(unit) if self.continues(unit, index) => {
                    unit.lines.end = index + 1;
                    unit.span.end = line.span.end;
                }
                _ => units.push(Unit { lines: index..index + 1, span: line.span.clone() }),
            }
        }
        units
    }

    fn continues(&self, unit: &Unit, index: usize) -> bool {
        let (before, line) = (&self.lines[index - 1], &self.lines[index]);
        let texts = self.classes[index - 1] == Class::Text && self.classes[index] == Class::Text;
        let heads = [self.head.section, self.head.title];
        if !texts
            || line.gap.lines > 0
            || ends_sentence(before.text)
            || heads.contains(&Some(index))
        {
            return false;
        }
        let starts_low = line.text.chars().next().is_some_and(char::is_lowercase);
        let in_section = self.head.section == Some(index - 1);
        if starts_low {
            return !in_section && !is_item(line.text);
        }
        // Short lines that stand together where paragraphs stand apart.
        let body = self.head.title.is_none_or(|title| unit.lines.start > title);
        let short = before.text.chars().count() <= LONGEST_TITLE
            && line.text.chars().count() <= LONGEST_TITLE;
        let apart = self.usual_gap.lines > 0;
        body && apart
            && short
            && !is_paragraph(line.text)
            && !is_item(line.text)
            && !is_item(before.text)
            && !ends_sentence(line.text)
            && !is_captioned(line.text)
            && byline::by_place(line.text).is_none()
            && byline::by_place(before.text).is_none()
    }
}

/// "- …", "+ …", "1. …", "a) …".
fn is_item(line: &str) -> bool {
    let mark = line.starts_with(['-', '+', '–', '•', '*']);
    let head: String = line.chars().take_while(|c| !c.is_whitespace()).collect();
    mark || (head.len() <= 5
        && head.ends_with([')', '.', '/'])
        && head.chars().all(|c| c.is_alphanumeric() || ").-/".contains(c)))
}

/// A line that says it is a picture's: "Ảnh: …", "(Ảnh minh họa)", "… Ảnh: Thu Hà".
fn is_captioned(line: &str) -> bool {
    const STARTS: [&str; 12] = [
        "anh:",
        "anh minh hoa",
        "anh tu lieu",
        "trong anh:",
        "hinh:",
        "hinh anh:",
        "hinh minh hoa",
        "anh 1",
        "anh 2",
        "anh 3",
        "chu thich anh",
        "video:",
    ];
    if line.chars().count() > LONGEST_CAPTION {
        return false;
    }
    let folded = fold(line);
    let folded = folded.trim_start_matches(['(', '[', '*', '-', ' ']);
    let printed = STARTS.iter().any(|start| folded.starts_with(start));
    // A credit at the end of a paragraph does not make the paragraph a caption.
    let credit = folded.rfind("anh:").filter(|at| *at > 0 && folded.len() - at < 50);
    let before = credit.map(|at| &folded[..at]);
    printed || before.is_some_and(|text| text.ends_with([' ', '(', '.']) && count(text) <= 45)
}

/// "Ảnh: Thu Hà" and nothing else.
fn is_credit(line: &str) -> bool {
    let folded = fold(line);
    folded.trim_start_matches(['(', '[']).starts_with("anh:") && count(line) <= 8
}

/// Wording of captions: who is seen, doing what, where.
fn shows_scene(line: &str) -> bool {
    const STARTS: [&str; 9] = [
        "quang canh",
        "toan canh",
        "cac dai bieu",
        "dai bieu",
        "hinh anh",
        "canh ",
        "cac dong chi",
        "chup anh",
        "mot goc",
    ];
    const SCENES: [&str; 12] = [
        " phat bieu",
        " tang hoa",
        " trao ",
        " chup anh",
        " tai hoi nghi",
        " tai buoi ",
        " tai le ",
        " tham quan",
        " du hoi nghi",
        " dang huong",
        " trao doi voi",
        " chu tri ",
    ];
    let folded = fold(line);
    let person =
        ["dong chi ", "cac dong chi", "ong ", "ba ", "lanh dao ", "pho ", "bi thu ", "chu tich "];
    STARTS.iter().any(|start| folded.starts_with(start))
        || (person.iter().any(|start| folded.starts_with(start))
            && SCENES.iter().any(|scene| folded.contains(scene)))
}

impl Layout {
    fn push(&mut self, kind: BlockKind, unit: &Unit) {
        self.push_span(kind, unit.span.clone());
    }

    fn push_span(&mut self, kind: BlockKind, span: Range<usize>) {
        if !span.is_empty() {
            self.blocks.push(Block { kind, span: Span::new(span) });
        }
    }

    fn sign(&mut self, unit: &Unit, signed: Vec<Signed>) {
        if self.signed.len() + signed.len() > MOST_SIGNED {
            return self.push(BlockKind::Paragraph, unit);
        }
        self.push(BlockKind::Byline, unit);
        let offset = unit.span.start;
        let shift = |s: Signed| Signed { at: s.at.start + offset..s.at.end + offset, ..s };
        self.signed.extend(signed.into_iter().map(shift));
    }

    /// Where the paragraph goes on after the code.
    fn push_agency(&mut self, found: Agency, start: usize) -> usize {
        let at = start + found.at.start..start + found.at.end;
        let after = at.end;
        self.push_span(BlockKind::Agency, at.clone());
        self.agency = Some(Agency { at, ..found });
        after
    }
}
