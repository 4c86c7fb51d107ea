//! Asking: a request in, a page of hits out.
//!
//! parse → plan (what to look up) → evaluate (who answers, how well) → order → page. Where a piece
//! of the index is not here yet, the answer is a list of files to bring, and the question is asked
//! again.

mod dates;
mod evaluate;
mod evidence;
mod filter;
mod follow;
mod near;
mod parse;
pub(crate) mod plan;
pub(crate) mod terms;
mod values;

use std::cmp::Ordering;

use crate::directory::DROPPED;
use crate::index::{Index, Segment};
use crate::snippet::Highlighter;
use crate::sort;
use crate::verify::Phrases;
use evaluate::{Answer, by_relevance};
use filter::{Value, Wish};
use parse::{Item, Parsed};
use plan::{Plan, Synonym};
use terms::Level;

pub use evaluate::Tier;
pub use parse::Note;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// As typed.
    pub text: String,
    /// Chosen values by field: every field must hold, any value of a field.
    pub filters: Vec<(String, Vec<String>)>,
    /// Order.
    pub order: Order,
    /// Hits to skip.
    pub from: usize,
    /// Hits to return.
    pub count: usize,
    /// The last word may be the beginning of one.
    pub typing: bool,
}

/// Order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By tier, then best first.
    #[default]
    Relevance,
    /// By date over all tiers, undated last.
    Newest,
    /// By date over all tiers, undated last.
    Oldest,
}

/// What comes of a question.
#[derive(Debug)]
pub enum Outcome {
    /// Bring these files and ask again.
    Needs(Vec<usize>),
    /// The answer.
    Done(Results),
}

/// What was found.
#[derive(Debug, Default)]
pub struct Results {
    /// Hits in each tier that has any, firmest first.
    pub tiers: Vec<(Tier, u32)>,
    /// The page asked for.
    pub hits: Vec<Hit>,
    /// For each field its values and how many hits have them, most first.
    pub facets: Vec<(String, Vec<(String, u32)>)>,
    /// How the query was read.
    pub notes: Vec<Note>,
    /// A spelling that finds more.
    pub suggestion: Option<String>,
    /// Marks and snippets for these hits.
    pub highlighter: Highlighter,
    /// What the hits' texts must still decide.
    pub phrases: Phrases,
}

/// A document found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its number.
    pub document: u32,
    /// How well it answers.
    pub tier: Tier,
    /// With the very words of the query, diacritics and all.
    pub exact: bool,
    /// Through another form of a word.
    pub expanded: bool,
    /// The words it lacks, as typed.
    pub lacks: Vec<String>,
    /// Comparable within one answer only.
    pub score: f32,
}

/// With fewer firm hits than this, documents that have most words are looked for too.
const ENOUGH: usize = 10;
/// In a query of more words only those that occur nowhere are taken for typing errors.
const SHORT_QUERY: usize = 5;

/// A query of fewer words than this is no title with wrong marks.
const TITLE_WORDS: usize = 4;

/// One way of reading a query, answered.
struct Reading {
    plans: Vec<Plan>,
    /// Branch and answer, one for each document.
    answers: Vec<(usize, Answer)>,
    notes: Vec<Note>,
    suggestion: Option<String>,
}

impl Index {
    /// Answers a request, or says which files it needs for that.
    ///
    /// ```
    /// use search::{Builder, Document, Index, Outcome, Request, Zone};
    /// let text = "Huyện uỷ tổng kết phong trào";
    /// let mut builder = Builder::new();
    /// let zones = [(Zone::Body, 0..text.len())];
    /// builder.add(&Document { title: "", text, zones: &zones, facets: &[], day: None });
    /// let index = Index::of_pieces(&builder.finish());
    /// let request = Request { text: "huyen uy".into(), count: 10, ..Request::default() };
    /// let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
    /// assert_eq!(results.hits[0].document, 0);
    /// ```
    pub fn search(&self, request: &Request) -> Outcome {
        self.take_wanted();
        let heads = self.lacking_heads();
        if !heads.is_empty() {
            return Outcome::Needs(heads);
        }
        let results = answer(self, request);
        let wanted = self.take_wanted();
        match wanted.is_empty() {
            true => Outcome::Done(results),
            false => Outcome::Needs(wanted),
        }
    }
}

fn answer(index: &Index, request: &Request) -> Results {
    // A letter with marks taken apart is still a letter of a field's name, or the end of a word.
    let request = &Request { text: viet::nfc(&request.text), ..request.clone() };
    let parsed = parse::parse(&request.text);
    let asking = Asking { index, request, synonyms: plan::synonyms() };
    let reading = asking.read_phrases(parsed);
    asking.results(reading)
}

/// A request being answered.
struct Asking<'a> {
    index: &'a Index,
    request: &'a Request,
    synonyms: &'a [Synonym],
}

impl Asking<'_> {
    /// Reads the query as typed; its phrases as words when nobody has them.
    fn read_phrases(&self, mut parsed: Parsed) -> Reading {
        let reading = self.read(&parsed);
        if reading.firm() > 0 || self.index.waits() || !parsed.unquote() {
            return reading;
        }
        let mut words = self.read(&parsed);
        if words.answers.is_empty() {
            return reading;
        }
        words.notes.push(Note::PhraseAsWords);
        words
    }

    /// Reads the query plainly; as keystrokes when that finds nothing firm; with typing errors
    /// when that finds nothing either.
    fn read(&self, parsed: &Parsed) -> Reading {
        let plain = self.plain(parsed);
        if plain.firm() > 0 || parsed.branches.is_empty() || self.index.waits() {
            return plain;
        }
        if let Some(text) = viet::keystrokes::decode(&self.request.text) {
            let mut decoded = self.plain(&parse::parse(&text));
            if self.index.waits() {
                return plain;
            }
            if decoded.firm() > 0 || decoded.unknown() < plain.unknown() {
                decoded.notes.push(Note::Keystrokes(text));
                return decoded;
            }
        }
        self.corrected(plain, parsed)
    }

    fn plain(&self, parsed: &Parsed) -> Reading {
        let typing = self.request.typing
            && self.request.text.chars().next_back().is_some_and(char::is_alphanumeric);
        let plans: Vec<Plan> = parsed
            .branches
            .iter()
            .map(|items| plan::plan(self.index, self.synonyms, items, typing))
            .collect();
        let sentence = plans.iter().any(Plan::is_sentence);
        let mut reading =
            Reading { answers: Vec::new(), plans, notes: parsed.notes.clone(), suggestion: None };
        // Words first, then what they are found in: asked for too early, either may be for nothing.
        if self.index.waits() {
            return reading;
        }
        reading.answers = self.evaluate(&reading.plans, parsed, sentence);
        if self.index.waits() {
            return reading;
        }
        if !sentence && reading.answers.len() < ENOUGH {
            reading.answers = self.evaluate(&reading.plans, parsed, true);
        }
        for branch in 0..parsed.branches.len() {
            self.add_titles(&mut reading, parsed, branch);
        }
        reading
    }

    /// Adds documents that have the query in one run but for its marks, in their titles above all:
    /// whoever copies a title by ear, or slips on a tone in it, means that title.
    fn add_titles(&self, reading: &mut Reading, parsed: &Parsed, branch: usize) {
        let plan = &reading.plans[branch];
        let found = |(of, answer): &(usize, Answer)| *of == branch && answer.tier == Tier::Near;
        let asks = plan.slots.iter().any(|slot| slot.asks || slot.quoted);
        let long = plan.slots.len() >= TITLE_WORDS;
        if !plan.marked || asks || !long || reading.answers.iter().any(found) {
            return;
        }
        let bare: Vec<Item> = parsed.branches[branch].iter().map(Item::bare).collect();
        let mut plan = plan::plan(self.index, self.synonyms, &bare, false);
        plan.also.clear();
        let branch = reading.plans.len();
        for title in evaluate::evaluate(self.index, &plan, &self.all_allowed(parsed), false) {
            if title.tier == Tier::Near {
                reading.answers.retain(|(_, a)| a.document != title.document);
                let other = Answer { tier: Tier::Typo, class: Level::Typo, ..title };
                reading.answers.push((branch, other));
            }
        }
        reading.plans.push(plan);
    }

    /// Adds near misses to words that may be typing errors.
    fn corrected(&self, mut reading: Reading, parsed: &Parsed) -> Reading {
        let mut changed = false;
        for plan in &mut reading.plans {
            let short = plan.slots.len() <= SHORT_QUERY;
            for slot in plan.slots.iter_mut().filter(|slot| !slot.quoted) {
                if short || slot.found.is_empty() {
                    let near = terms::correct(self.index, &slot.typed);
                    changed |= !near.is_empty();
                    slot.found.extend(near);
                }
            }
        }
        if changed && !self.index.waits() {
            reading.answers = self.evaluate(&reading.plans, parsed, true);
            reading.suggestion = self.suggest(&reading);
        }
        reading
    }

    /// The typed words with the likeliest correction of one of them.
    fn suggest(&self, reading: &Reading) -> Option<String> {
        let best = reading.answers.iter().filter(|(_, a)| a.tier == Tier::Typo);
        let (branch, answer) = best.max_by(|a, b| a.1.score.total_cmp(&b.1.score))?;
        let plan = &reading.plans[*branch];
        let words: Vec<&str> = plan
            .slots
            .iter()
            .map(|slot| {
                let here = |found: &&terms::Found| self.holds(found, answer.document);
                let found = slot.found.iter().find(here);
                match found {
                    Some(found) if found.level == Level::Typo => found.name.as_str(),
                    _ => slot.typed.as_str(),
                }
            })
            .collect();
        Some(words.join(" "))
    }

    /// Whether a document has a term.
    fn holds(&self, found: &terms::Found, document: u32) -> bool {
        let segment = &self.index.segments[found.segment];
        let mut holds = false;
        values::each_posting(self.index, found, segment.head.documents, |at, _| {
            holds |= segment.first + at == document;
        });
        holds
    }

    /// All documents that answer any branch, each once by its best.
    fn evaluate(&self, plans: &[Plan], parsed: &Parsed, most: bool) -> Vec<(usize, Answer)> {
        let allowed = self.all_allowed(parsed);
        let mut all: Vec<(usize, Answer)> = Vec::new();
        for (branch, plan) in plans.iter().enumerate() {
            let answers = evaluate::evaluate(self.index, plan, &allowed, most);
            all.extend(answers.into_iter().map(|answer| (branch, answer)));
        }
        if plans.is_empty() && self.only_filters(parsed) {
            for (segment, allowed) in allowed.iter().enumerate() {
                all.extend(self.everything(segment, allowed));
            }
        }
        if plans.len() > 1 {
            sort::sort(&mut all, |(_, a), (_, b)| {
                a.document.cmp(&b.document).then(by_relevance(a, b)).is_lt()
            });
            all.dedup_by_key(|(_, answer)| answer.document);
        }
        all
    }

    /// A query of filters alone finds whatever meets them.
    fn only_filters(&self, parsed: &Parsed) -> bool {
        !parsed.filters.is_empty() || !parsed.without.is_empty() || !self.request.filters.is_empty()
    }

    fn everything(&self, segment: usize, allowed: &[bool]) -> Vec<(usize, Answer)> {
        let first = self.index.segments[segment].first;
        let found = (first..).zip(allowed).filter(|(_, allowed)| **allowed);
        found
            .map(|(document, _)| {
                let (tier, class) = (Tier::Near, Level::Exact);
                (
                    0,
                    Answer {
                        document,
                        tier,
                        class,
                        expanded: false,
                        score: 0.0,
                        loose: false,
                        lacks: 0,
                    },
                )
            })
            .collect()
    }

    fn all_allowed(&self, parsed: &Parsed) -> Vec<Vec<bool>> {
        (0..self.index.segments.len()).map(|segment| self.allowed(segment, parsed)).collect()
    }

    fn allowed(&self, segment: usize, parsed: &Parsed) -> Vec<bool> {
        let chosen = self
            .request
            .filters
            .iter()
            .map(|(field, values)| Wish { field, value: Value::Any(values) });
        let typed =
            parsed.filters.iter().map(|(field, value)| Wish { field, value: Value::Typed(value) });
        let wishes: Vec<Wish<'_>> = chosen.chain(typed).collect();
        let mut allowed = filter::allowed(self.index, segment, &wishes);
        let numbers = &self.index.segments[segment].numbers;
        for (allowed, number) in allowed.iter_mut().zip(numbers) {
            *allowed &= *number != DROPPED;
        }
        filter::exclude(self.index, segment, &parsed.without, &mut allowed);
        allowed
    }

    /// Counts, orders, and cuts out the page.
    fn results(&self, mut reading: Reading) -> Results {
        let mut tiers: Vec<(Tier, u32)> = Vec::new();
        for tier in [Tier::Near, Tier::All, Tier::Typo, Tier::Most] {
            let hits = reading.answers.iter().filter(|(_, answer)| answer.tier == tier).count();
            if hits > 0 {
                tiers.push((tier, hits as u32));
            }
        }
        let facets = self.facets(&reading);
        self.sort(&mut reading.answers);
        let page = reading.answers.iter().skip(self.request.from).take(self.request.count);
        let hits =
            page.map(|(branch, answer)| self.hit(reading.plans.get(*branch), answer)).collect();
        let mut also: Vec<String> = Vec::new();
        for form in reading.plans.iter().flat_map(|plan| &plan.also) {
            if !also.contains(form) {
                also.push(form.clone());
            }
        }
        let mut notes = reading.notes;
        if !also.is_empty() {
            notes.push(Note::AlsoSearched(also));
        }
        let highlighter = Highlighter::new(&reading.plans);
        let decided = self.index.segments.iter().all(|segment| segment.head.positions);
        let phrases = if decided { Phrases::default() } else { Phrases::of(&reading.plans) };
        let suggestion = reading.suggestion;
        Results { tiers, hits, facets, notes, suggestion, highlighter, phrases }
    }

    /// Puts the page asked for in order; what lies behind it need not be.
    fn sort(&self, answers: &mut [(usize, Answer)]) {
        let day = |document: u32| {
            self.index.segments.iter().enumerate().find_map(|(number, segment)| {
                let at = segment.at(document)?;
                self.index.columns(number)?.days.get(at as usize).copied().flatten()
            })
        };
        let end = self.request.from.saturating_add(self.request.count);
        sort::sort_first(answers, end, |(_, a), (_, b)| {
            let order = match self.request.order {
                Order::Relevance => by_relevance(a, b),
                Order::Newest => day(b.document).cmp(&day(a.document)),
                Order::Oldest => undated_last(day(a.document), day(b.document)),
            };
            order.then(a.document.cmp(&b.document)).is_lt()
        });
    }

    fn hit(&self, plan: Option<&Plan>, answer: &Answer) -> Hit {
        let mut lacks: Vec<String> = Vec::new();
        for (at, slot) in plan.iter().flat_map(|plan| plan.slots.iter().enumerate()) {
            if answer.lacks >> at & 1 == 1 && lacks.last() != Some(&slot.shown) {
                lacks.push(slot.shown.clone());
            }
        }
        Hit {
            document: self.number(answer.document),
            tier: answer.tier,
            exact: answer.class == Level::Exact && lacks.is_empty(),
            expanded: answer.expanded,
            lacks,
            score: answer.score,
        }
    }

    /// The number of the document at a place in the index.
    fn number(&self, place: u32) -> u32 {
        let number = |segment: &Segment| segment.numbers.get(segment.at(place)? as usize).copied();
        self.index.segments.iter().find_map(number).unwrap_or(DROPPED)
    }

    fn facets(&self, reading: &Reading) -> Vec<(String, Vec<(String, u32)>)> {
        let mut fields: Vec<(String, Vec<(String, u32)>)> = Vec::new();
        for (number, segment) in self.index.segments.iter().enumerate() {
            for column in self.index.columns(number).into_iter().flat_map(|all| &all.fields) {
                let mut counts = vec![0u32; column.values.len()];
                for (_, answer) in &reading.answers {
                    let at = segment.at(answer.document);
                    for &value in at.map(|at| column.of(at)).unwrap_or_default() {
                        counts[value as usize] += 1;
                    }
                }
                add_counts(&mut fields, column, &counts);
            }
        }
        for (_, values) in &mut fields {
            sort::sort(values, |a, b| (b.1, &a.0) < (a.1, &b.0));
        }
        fields.retain(|(_, values)| !values.is_empty());
        fields
    }
}

fn add_counts(
    fields: &mut Vec<(String, Vec<(String, u32)>)>,
    column: &crate::columns::Column,
    counts: &[u32],
) {
    let at = match fields.iter().position(|(name, _)| *name == column.name) {
        Some(at) => at,
        None => {
            fields.push((column.name.clone(), Vec::new()));
            fields.len() - 1
        }
    };
    let values = &mut fields[at].1;
    for (value, &count) in column.values.iter().zip(counts).filter(|(_, count)| **count > 0) {
        match values.iter_mut().find(|(known, _)| known == value) {
            Some((_, sum)) => *sum += count,
            None => values.push((value.clone(), count)),
        }
    }
}

impl Reading {
    /// Documents that have every word, or are titles with other marks.
    fn firm(&self) -> usize {
        let firm = |answer: &Answer| {
            answer.tier <= Tier::Typo || answer.lacks == 0 && answer.class < Level::Typo
        };
        self.answers.iter().filter(|(_, answer)| firm(answer)).count()
    }

    /// Words that occur nowhere, in the branch with the fewest.
    fn unknown(&self) -> usize {
        self.plans.iter().map(Plan::unknown).min().unwrap_or(0)
    }
}

/// Earlier first; undated last.
fn undated_last(a: Option<i32>, b: Option<i32>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
}
