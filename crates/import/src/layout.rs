//! What each line of a page is.
//!
//! The order of the rules:
//! 1. Lines that tell by themselves: picture paths, furniture, site data ([`Class`]).
//! 2. The head: section and title, among the text lines before the first paragraph ([`head`]).
//! 3. The body: lines broken inside a sentence are joined; the first paragraph is the lead; short
//!    lines without a sentence end are captions where a picture was, else headings.
//! 4. The foot: names after the last paragraph are the byline; what follows a heading such as "Tin
//!    liên quan" belongs to other articles.

use std::ops::Range;

use model::Span;
use model::article::{Block, BlockKind};

use crate::agency::{Agency, agency};
use crate::byline::{self, Signed};
use crate::caption::{LONGEST_CAPTION, is_captioned, is_credit, shows_scene};
use crate::class::{
    Class, LONGEST_TITLE, SHORTEST_PARAGRAPH, classes, is_bullet, is_item, is_paragraph,
    opens_report,
};
use crate::head::{Head, head};
use crate::lines::{Gap, Line};
use crate::sitedata::SiteData;
use crate::words::{count, ends_sentence};

/// Words of a heading at most.
const LONGEST_HEADING: usize = 25;

/// Names under one article at most: a longer list is something else, a roll of honour.
const MOST_SIGNED: usize = 20;

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
    /// The section's line.
    pub(crate) section: Option<Range<usize>>,
    /// The agency's code, with its place in the whole text.
    pub(crate) agency: Option<Agency>,
}

/// What a file's own structure says of its text: places of the text, which are whole lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marked {
    /// The title.
    pub(crate) title: Option<Range<usize>>,
    /// Others that are surely of a kind.
    pub(crate) kinds: Vec<(Range<usize>, BlockKind)>,
    /// Lines that name a picture's file, and what the picture shows.
    pub(crate) pictures: Vec<(Range<usize>, Option<String>)>,
}

/// Lays out the lines of `text`. What is marked outranks what a line looks like.
pub(crate) fn layout(text: &str, lines: &[Line<'_>], marked: &Marked) -> Layout {
    let mut classes = classes(lines);
    for (within, _) in &marked.pictures {
        let at = lines.partition_point(|line| line.span.start < within.start);
        if let Some(class) = classes.get_mut(at) {
            *class = Class::Image;
        }
    }
    let title = marked.title.as_ref().and_then(|title| {
        lines.iter().position(|line| line.span.start >= title.start && line.span.end <= title.end)
    });
    let head = match title {
        Some(title) => {
            classes[title] = Class::Text;
            Head { section: None, title: Some(title) }
        }
        None => head(lines, &classes),
    };
    let page = Page { text, lines, classes: &classes, head, usual_gap: usual_gap(lines) };
    let mut layout = page.layout();
    for (within, kind) in &marked.kinds {
        let inside = |block: &&mut Block| {
            let span = block.span.range();
            span.start >= within.start && span.end <= within.end && block.kind.is_body()
        };
        layout.blocks.iter_mut().filter(inside).for_each(|block| block.kind = *kind);
    }
    layout
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
                    let few = layout.signed.len() < MOST_SIGNED;
                    if let Some(at) = data.author.clone().filter(|_| few) {
                        let names = byline::names(&line.text[at.clone()]).unwrap_or_default();
                        layout.signed.extend(byline::shifted(names, line.span.start + at.start));
                    }
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
        let nothing_read = self.head.title.is_none()
            && self.classes[..unit.lines.start].iter().all(|class| *class != Class::Text);
        if nothing_read
            || above(self.head.section)
            || (self.head.section.is_none() && above(self.head.title))
        {
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
            layout.section = Some(unit.span.clone());
            return layout.push(BlockKind::Section, unit);
        }
        if self.head.title == Some(at) {
            return layout.push(BlockKind::Title, unit);
        }
        let titled = self.head.title.is_some();
        if titled && matches!(place, Place::Top | Place::AboveTitle) {
            return layout.push(BlockKind::Section, unit);
        }
        // A name right under a picture is its caption.
        let above = index.checked_sub(1).map(|at| &self.classes[units[at].lines.start]);
        let at_place = matches!(place, Place::Foot | Place::UnderTitle);
        let signed = if at_place && above != Some(&Class::Image) {
            byline::by_place(line)
        } else {
            byline::labelled(line)
        };
        if let Some(signed) = signed {
            return layout.sign(unit, signed);
        }
        let kind = match self.body_kind(units, index) {
            // Nothing follows that it could head.
            BlockKind::Heading if place == Place::Foot => BlockKind::Paragraph,
            kind => kind,
        };
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
        if opens_report(line) {
            return BlockKind::Paragraph;
        }
        let letters = line.chars().count();
        if ends_sentence(line) || letters > LONGEST_CAPTION {
            // "Ông A." over "Ảnh: B": the picture's two lines.
            let next = units.get(index + 1);
            let credited = next.is_some_and(|next| is_credit(self.printed(next)));
            let short = letters <= SHORTEST_PARAGRAPH && credited && !line.ends_with(':');
            return if short { BlockKind::Caption } else { BlockKind::Paragraph };
        }
        let above = index.checked_sub(1).map(|at| &self.classes[units[at].lines.start]);
        let pictured = above == Some(&Class::Image) || self.is_picture_gap(index, units);
        if !is_item(line) && (pictured || shows_scene(line)) {
            return BlockKind::Caption;
        }
        let text = |unit: &Unit| self.classes[unit.lines.start] == Class::Text;
        let heads = count(line) <= LONGEST_HEADING && units[index + 1..].iter().any(text);
        if heads && !is_bullet(line) { BlockKind::Heading } else { BlockKind::Paragraph }
    }

    /// A gap before or after that is wider than between paragraphs: a picture stood there.
    fn is_picture_gap(&self, index: usize, units: &[Unit]) -> bool {
        let wide = |unit: &Unit| {
            let gap = self.lines[unit.lines.start].gap;
            (gap.lines >= 2 && gap.lines > self.usual_gap.lines)
                || gap.spaced > self.usual_gap.spaced
        };
        // Below a long line a picture says less: paragraphs stand above pictures too.
        let long = self.printed(&units[index]).chars().count() > LONGEST_TITLE;
        wide(&units[index]) || (!long && units.get(index + 1).is_some_and(wide))
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
        if starts_low || before.text.ends_with(',') {
            return !in_section && !is_item(line.text);
        }
        // The page is wrapped at some width: this block already runs over lines.
        let apart = self.usual_gap.lines > 0;
        let wrapped = apart && unit.lines.len() > 1 && self.head.title != Some(unit.lines.start);
        if wrapped && !is_item(line.text) && !is_captioned(line.text) {
            return byline::by_place(line.text).is_none();
        }
        // Short lines that stand together where paragraphs stand apart.
        let body = self.head.title.is_none_or(|title| unit.lines.start > title);
        let short = before.text.chars().count() <= LONGEST_TITLE
            && line.text.chars().count() <= LONGEST_TITLE;
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
        self.signed.extend(byline::shifted(signed, unit.span.start));
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
