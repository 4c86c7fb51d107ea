//! The three dates of a page, never mixed, and its count of views.
//!
//! Telling the site's clock from the line that says when the page was published:
//! * "Ngày đăng …", "Cập nhật …" say it themselves, wherever they stand.
//! * "Hôm nay: …" above the title is the clock.
//! * A line with a weekday above the title is the clock, and tells when the page was collected;
//!   unless it has a time with its zone ("08:30 (GMT+7)") or stands below the section's name with
//!   a time, as sites print it beside an article.
//! * Any other date line above the title, and one below the text, is the page's own; unless the
//!   text was written long before, by what it says of itself: then it is a clock too.
//! * A date line under the title is the page's own.
//! * A clock never dates an article. When only a clock is known, published stays unknown.

use std::ops::Range;

use calendar::{Date, PartialDate};
use model::article::BlockKind;
use model::known::Dated;
use model::{ArticleId, Evidence, Known, Rule, Span, Status};

use crate::dates::dates;
use crate::layout::{Layout, Place, PlacedData};
use crate::opening::{Opening, openings};
use crate::problem::ProblemKind;
use crate::sitedata::Stamp;
use crate::words::squeeze;
use crate::years;

/// The dates and counts of a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct When {
    pub(crate) published: Option<Dated>,
    pub(crate) event: Option<Dated>,
    pub(crate) crawled: Option<Dated>,
    pub(crate) views: Option<Known<u64>>,
    /// With the byte they are at.
    pub(crate) problems: Vec<(usize, ProblemKind)>,
}

/// Paragraphs from the top in which the event's day is looked for.
const OPENING_PARAGRAPHS: usize = 3;
/// Of these, paragraphs in which it may stand anywhere: the lead and, under a summary, the next.
const ANYWHERE: usize = 2;
/// In the others it begins the paragraph, within this many bytes.
const AT_HEAD: usize = 24;
/// Days by which a report may follow its event and still be its report: longer, and the day
/// belongs to history.
const LONGEST_DELAY: i32 = 400;

/// Reads the dates of a page. A day of publication that the file states beside the text outranks
/// what the text says.
pub(crate) fn when(id: &ArticleId, text: &str, layout: &Layout, stated: Option<Dated>) -> When {
    let mut reader = Reader { id, text, layout, written_until: None };
    reader.written_until = reader.written_until();
    let mut found = When::default();
    for line in &layout.data {
        check_line(line, text, &mut found.problems);
    }
    found.crawled = reader.crawled();
    found.published = stated.or_else(|| reader.stated_publication(&mut found.problems));
    found.views = reader.views();
    reader.event(&mut found);
    found
}

struct Reader<'a> {
    id: &'a ArticleId,
    text: &'a str,
    layout: &'a Layout,
    /// The last day on which the text can have been published, by what it says of itself.
    written_until: Option<Date>,
}

/// Whether a line above the title has the form of a site's clock.
fn is_clock_form(line: &PlacedData) -> bool {
    let timed = line.data.stamps.iter().any(|stamp| stamp.time.is_some());
    let own = line.data.zone || (timed && line.place == Place::AboveTitle);
    let above = line.place <= Place::AboveTitle;
    above && (line.data.now || (line.data.weekday.is_some() && !own))
}

fn moment(stamp: &Stamp) -> Option<PartialDate> {
    let date = stamp.date.date()?;
    Some(stamp.time.map_or(PartialDate::Day(date), |time| PartialDate::Moment(date, time)))
}

/// Days that do not exist, weekdays that do not fit.
fn check_line(line: &PlacedData, text: &str, problems: &mut Vec<(usize, ProblemKind)>) {
    for stamp in &line.data.stamps {
        let at = line.span.start + stamp.date.at.start;
        match (stamp.date.date(), line.data.weekday) {
            (None, _) => {
                let printed = &text[at..line.span.start + stamp.date.at.end];
                problems.push((at, ProblemKind::NoSuchDay { text: printed.to_owned() }));
            }
            (Some(date), Some(printed)) if date.weekday() != printed => {
                problems.push((at, ProblemKind::WrongWeekday { date, printed }));
            }
            _ => {}
        }
    }
}

impl Reader<'_> {
    fn evidence(&self, at: Range<usize>, around: Range<usize>) -> Option<Evidence> {
        let quote = squeeze(&self.text[around]);
        Some(Evidence::Text { article: self.id.clone(), at: Span::new(at), quote })
    }

    /// Some time after the day that the report opens with, or after the year it speaks of.
    fn written_until(&self) -> Option<Date> {
        let day = |(opening, ..): (Opening, usize, Range<usize>)| opening.date?.date();
        let opened = self.openings().into_iter().find_map(day);
        let opened = opened.filter(|day| day.year() >= years::FIRST);
        match (opened, years::context(self.text, &self.layout.blocks, None)) {
            (Some(day), _) | (None, Some(years::Context::Near(day))) => {
                day.plus_days(LONGEST_DELAY)
            }
            (None, Some(years::Context::Year(year))) => Date::new(year + 1, 12, 31).ok(),
            (None, Some(years::Context::Hints(_)) | None) => None,
        }
    }

    /// Whether a line is the site's clock.
    fn is_clock(&self, line: &PlacedData) -> bool {
        let mut stamps = line.data.stamps.iter();
        if stamps.clone().any(|stamp| stamp.says_published || stamp.says_updated) {
            return false;
        }
        let edge = line.place <= Place::AboveTitle || line.place == Place::Foot;
        let late = |date: Date| self.written_until.is_some_and(|until| date > until);
        is_clock_form(line) || (edge && stamps.any(|stamp| stamp.date.date().is_some_and(late)))
    }

    fn crawled(&self) -> Option<Dated> {
        let mut lines = self.layout.data.iter();
        let line = lines.find(|line| self.is_clock(line) && !line.data.stamps.is_empty())?;
        let stamp = line.data.stamps.first()?;
        Some(Known {
            value: moment(stamp)?,
            status: Status::Inferred,
            rule: Some(Rule::SiteClock),
            source: self.evidence(stamp_span(line, stamp), line.span.clone()),
        })
    }

    /// The publication day that the page prints: labelled before bare, published before updated.
    fn stated_publication(&self, problems: &mut Vec<(usize, ProblemKind)>) -> Option<Dated> {
        let stamps = || {
            self.layout
                .data
                .iter()
                .filter(|line| !self.is_clock(line))
                .flat_map(|line| line.data.stamps.iter().map(move |stamp| (line, stamp)))
                .filter_map(|(line, stamp)| Some((line, stamp, moment(stamp)?)))
        };
        let bare = |line: &PlacedData| {
            matches!(line.place, Place::Top | Place::AboveTitle | Place::UnderTitle | Place::Foot)
        };
        let (line, stamp, value) = stamps()
            .find(|(_, stamp, _)| stamp.says_published)
            .or_else(|| {
                stamps()
                    .find(|(line, stamp, _)| !stamp.says_updated && line.place == Place::UnderTitle)
            })
            .or_else(|| stamps().find(|(line, stamp, _)| !stamp.says_updated && bare(line)))
            .or_else(|| stamps().find(|(_, stamp, _)| stamp.says_updated))?;
        let others = stamps().filter(|(_, other, _)| other.says_published);
        for (other_line, other, second) in others {
            if stamp.says_published && second.day() != value.day() {
                let at = stamp_span(other_line, other).start;
                problems.push((at, ProblemKind::TwoPublished { taken: value, other: second }));
            }
        }
        let labelled = stamp.says_published || stamp.says_updated;
        let whole = if labelled { line.span.clone() } else { stamp_span(line, stamp) };
        Some(Known {
            value,
            status: Status::Stated,
            rule: Some(if labelled { Rule::LabelledLine } else { Rule::BareLine }),
            source: self.evidence(stamp_span(line, stamp), whole),
        })
    }

    fn views(&self) -> Option<Known<u64>> {
        let labelled = self.layout.data.iter().find_map(|line| {
            let (value, at) = line.data.views.clone()?;
            let at = line.span.start + at.start..line.span.start + at.end;
            Some((value, Status::Stated, Rule::LabelledLine, at, line.span.clone()))
        });
        // A year alone on a line would be no count.
        let bare = || {
            let line = self.layout.data.iter().find(|line| {
                line.place == Place::UnderTitle
                    && line.data.bare.is_some_and(|n| !(1900..=2100).contains(&n))
            })?;
            let value = line.data.bare?;
            Some((value, Status::Inferred, Rule::BareLine, line.span.clone(), line.span.clone()))
        };
        let (value, status, rule, at, around) = labelled.or_else(bare)?;
        Some(Known { value, status, rule: Some(rule), source: self.evidence(at, around) })
    }

    /// The event's day, and the publication day that a same-day report implies.
    fn event(&self, found: &mut When) {
        let published = found.published.as_ref().and_then(|dated| dated.value.day());
        let crawled = found.crawled.as_ref().and_then(|dated| dated.value.day());
        let context = years::context(self.text, &self.layout.blocks, published);
        for (opening, start, paragraph) in self.openings() {
            let at = start + opening.at.start..start + opening.at.end;
            let source =
                self.evidence(at, sentence(self.text, &paragraph, start + opening.at.start));
            let dated = resolve(&opening, published, crawled, context.as_ref());
            let Some((date, inferred)) = dated else { continue };
            let status = if inferred.is_some() { Status::Inferred } else { Status::Stated };
            let rule = inferred.unwrap_or(Rule::OpeningDate);
            let known = Known { value: PartialDate::Day(date), status, rule: Some(rule), source };
            if opening.today && found.published.is_none() {
                found.published = Some(Known {
                    status: Status::Inferred,
                    rule: Some(Rule::SameDayReport),
                    ..known.clone()
                });
            }
            found.event = Some(known);
            return;
        }
    }

    /// Openings of the first paragraphs. A day with its year, printed later than in a paragraph's
    /// first sentence, is more often history than news.
    fn openings(&self) -> Vec<(Opening, usize, Range<usize>)> {
        let is_prose = |kind: BlockKind| matches!(kind, BlockKind::Lead | BlockKind::Paragraph);
        let prose = self.layout.blocks.iter().filter(|block| is_prose(block.kind));
        let mut found = Vec::new();
        for (index, block) in prose.take(OPENING_PARAGRAPHS).enumerate() {
            let range = block.span.range();
            for opening in openings(&self.text[range.clone()]) {
                let full = opening.date.as_ref().is_some_and(|date| date.year.is_some());
                let sentence = sentence(self.text, &range, range.start + opening.at.start);
                let first = sentence.start == range.start;
                if opening.at.start < AT_HEAD || (index < ANYWHERE && (first || !full)) {
                    found.push((opening, range.start, range.clone()));
                }
            }
        }
        found
    }
}

/// The day, and the rule when a step was needed.
fn resolve(
    opening: &Opening,
    published: Option<Date>,
    crawled: Option<Date>,
    context: Option<&years::Context>,
) -> Option<(Date, Option<Rule>)> {
    let Some(printed) = &opening.date else {
        return Some((published.filter(|_| opening.today)?, Some(Rule::SameDayReport)));
    };
    let recent = |date: &Date| {
        let delay = |other: Date| other.days_since_epoch() - date.days_since_epoch();
        published.is_none_or(|published| delay(published).abs() <= LONGEST_DELAY)
            && crawled.is_none_or(|crawled| delay(crawled) >= 0)
    };
    if printed.year.is_some() {
        let date = printed.date()?;
        return (recent(&date) && date.year() >= years::FIRST).then_some((date, None));
    }
    let year = context?.year_of(printed.day, printed.month)?;
    let date = printed.in_year(year)?;
    recent(&date).then_some((date, Some(Rule::YearFromContext { year })))
}

fn stamp_span(line: &PlacedData, stamp: &Stamp) -> Range<usize> {
    line.span.start + stamp.at.start..line.span.start + stamp.at.end
}

/// The sentence of a paragraph that byte `at` stands in.
fn sentence(text: &str, paragraph: &Range<usize>, at: usize) -> Range<usize> {
    let is_end = |index: usize| {
        let rest = &text[index..paragraph.end];
        let mut letters = rest.chars();
        let stop = matches!(letters.next(), Some('.' | '!' | '?' | '…'));
        stop && letters.next().is_none_or(char::is_whitespace)
    };
    let stops = text[paragraph.clone()]
        .char_indices()
        .map(|(offset, c)| (paragraph.start + offset, c.len_utf8()));
    let (mut start, mut end) = (paragraph.start, paragraph.end);
    for (index, width) in stops {
        if is_end(index) {
            if index < at {
                start = index + width;
            } else {
                end = index + width;
                break;
            }
        }
    }
    let blank = text[start..end].len() - text[start..end].trim_start().len();
    start + blank..end
}

/// Days printed with their year anywhere in the text, for [`years`].
pub(crate) fn full_dates(text: &str) -> impl Iterator<Item = (Date, Range<usize>)> {
    dates(text).into_iter().filter_map(|date| Some((date.date()?, date.at)))
}
