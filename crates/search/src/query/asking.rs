//! Reading a query one way after another until one finds something: as typed, as keystrokes, with
//! typing errors.

use tally::Key;

use super::evaluate::{Answer, Answers, Evaluation, Tier};
use super::filter::{Allowed, Value, Wish};
use super::parse::{self, Item, Note, Parsed};
use super::plan::{self, Plan, Slot, Synonym, WHO};
use super::terms::{self, Level};
use super::{Request, Results};
use crate::index::Index;
use crate::term;

/// With fewer firm hits than this, documents that have most words are looked for too.
const ENOUGH: usize = 10;
/// In a query of more words only those that occur nowhere are taken for typing errors.
const SHORT_QUERY: usize = 5;

/// A query of fewer words than this is no title with wrong marks.
const TITLE_WORDS: usize = 4;

/// One way of reading a query, answered.
pub(crate) struct Reading {
    pub(crate) plans: Vec<Plan>,
    /// For each plan, what each slot before the next says.
    pub(crate) pairs: Vec<Vec<f32>>,
    /// Branch and answer, one for each document.
    pub(crate) answers: Vec<(usize, Answer)>,
    /// Places of documents that would answer if it were not for one of the chosen filters, and its bit.
    pub(crate) beside: Vec<(u32, u8)>,
    pub(crate) notes: Vec<Note>,
    pub(crate) suggestion: Option<String>,
}

/// Answers a request, as far as the index is here.
pub(crate) fn answer(index: &Index, request: &Request) -> Results {
    // A letter with marks taken apart is still a letter of a field's name, or the end of a word.
    let request = &Request { text: viet::nfc(&request.text), ..request.clone() };
    let parsed = parse::parse(&request.text);
    let asking = Asking { index, request, synonyms: plan::synonyms() };
    let reading = asking.read_phrases(parsed);
    asking.results(reading)
}

/// A request being answered.
pub(crate) struct Asking<'a> {
    pub(crate) index: &'a Index,
    pub(crate) request: &'a Request,
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
            let knows_more = decoded.unknown() < plain.unknown() && !decoded.answers.is_empty();
            if decoded.firm() > 0 || knows_more {
                decoded.notes.push(Note::Keystrokes(text));
                return decoded;
            }
        }
        self.corrected(plain, parsed)
    }

    fn plain(&self, parsed: &Parsed) -> Reading {
        let typing = self.request.typing
            && self.request.text.chars().next_back().is_some_and(viet::is_letter);
        let plans: Vec<Plan> = parsed
            .branches
            .iter()
            .map(|items| plan::plan(self.index, self.synonyms, items, typing))
            .collect();
        let sentence = plans.iter().any(Plan::is_sentence);
        let mut reading = Reading {
            answers: Vec::new(),
            beside: Vec::new(),
            pairs: Vec::new(),
            plans,
            notes: parsed.notes.clone(),
            suggestion: None,
        };
        // Words first, then what they are found in: asked for too early, either may be for nothing.
        if self.index.waits() {
            return reading;
        }
        let allowed = self.allowed(parsed);
        let evaluations = self.evaluate(&mut reading);
        self.judge(&mut reading, &evaluations, &allowed, parsed, sentence);
        if self.index.waits() {
            return reading;
        }
        if !sentence && reading.answers.len() < ENOUGH {
            self.judge(&mut reading, &evaluations, &allowed, parsed, true);
        }
        for branch in 0..parsed.branches.len() {
            self.add_titles(&mut reading, &allowed, parsed, branch);
        }
        reading
    }

    /// Adds documents that have the query in one run but for its marks, in their titles above all:
    /// whoever copies a title by ear, or slips on a tone in it, means that title.
    fn add_titles(
        &self,
        reading: &mut Reading,
        allowed: &[Allowed],
        parsed: &Parsed,
        branch: usize,
    ) {
        let plan = &reading.plans[branch];
        let found = |(of, answer): &(usize, Answer)| *of == branch && answer.tier == Tier::Near;
        let other = |slot: &Slot| slot.quoted || slot.asks && slot.typed != WHO;
        let asks = plan.slots.iter().any(other);
        let long = plan.slots.len() >= TITLE_WORDS;
        if !plan.marked || asks || !long || reading.answers.iter().any(found) {
            return;
        }
        let bare: Vec<Item> = parsed.branches[branch].iter().map(Item::bare).collect();
        let mut plan = plan::plan(self.index, self.synonyms, &bare, false);
        plan.also.clear();
        let branch = reading.plans.len();
        let evaluation = Evaluation::new(self.index, &plan);
        for title in evaluation.answers(self.index, &plan, allowed, false).met {
            if title.tier == Tier::Near {
                reading.answers.retain(|(_, a)| a.document != title.document);
                let other = Answer { tier: Tier::Typo, class: Level::Typo, ..title };
                reading.answers.push((branch, other));
            }
        }
        reading.plans.push(plan);
        reading.pairs.push(evaluation.pairs);
    }

    /// Adds near misses to words that may be typing errors.
    fn corrected(&self, mut reading: Reading, parsed: &Parsed) -> Reading {
        let mut doubtful: Vec<&mut Slot> = Vec::new();
        for plan in &mut reading.plans {
            // Where a word occurs nowhere, that is the error: one slip explains the query.
            let unknown = |slot: &Slot| !slot.quoted && slot.found.is_empty();
            let any = plan.slots.len() <= SHORT_QUERY && !plan.slots.iter().any(unknown);
            for slot in &mut plan.slots {
                if any && !slot.quoted || unknown(slot) {
                    doubtful.push(slot);
                }
            }
        }
        let changed = terms::correct(self.index, &mut doubtful);
        if changed && !self.index.waits() {
            // How rare an unknown word is, is now known from what it may have been.
            reading.plans.iter_mut().for_each(|plan| plan.weigh(self.index));
            let evaluations = self.evaluate(&mut reading);
            self.judge(&mut reading, &evaluations, &self.allowed(parsed), parsed, true);
            reading.suggestion = self.suggest(&reading);
        }
        reading
    }

    /// The typed words with the likeliest correction of one of them.
    fn suggest(&self, reading: &Reading) -> Option<String> {
        let best = reading.answers.iter().filter(|(_, a)| a.class == Level::Typo);
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
        Some(term::joined(&words))
    }

    /// Whether a document has a term.
    fn holds(&self, found: &terms::Found, document: u32) -> bool {
        let segment = &self.index.segments[found.segment];
        let (Some(at), Some(word)) = (segment.at(document), self.index.word(found)) else {
            return false;
        };
        word.entries.binary_search_by_key(&at, |entry| tally::document(*entry)).is_ok()
    }

    /// Reads what the index says of each plan.
    fn evaluate(&self, reading: &mut Reading) -> Vec<Evaluation> {
        let mut all = Vec::new();
        reading.pairs.clear();
        for plan in &reading.plans {
            let evaluation = Evaluation::new(self.index, plan);
            reading.pairs.push(evaluation.pairs.clone());
            all.push(evaluation);
        }
        all
    }

    /// Finds all documents that answer any branch, each once by its best.
    fn judge(
        &self,
        reading: &mut Reading,
        evaluations: &[Evaluation],
        allowed: &[Allowed],
        parsed: &Parsed,
        most: bool,
    ) {
        let mut all: Vec<(usize, Answer)> = Vec::new();
        reading.beside.clear();
        for (branch, (plan, evaluation)) in reading.plans.iter().zip(evaluations).enumerate() {
            let Answers { met, mut beside } = evaluation.answers(self.index, plan, allowed, most);
            all.extend(met.into_iter().map(|answer| (branch, answer)));
            reading.beside.append(&mut beside);
        }
        if reading.plans.is_empty() && self.only_filters(parsed) {
            for (segment, allowed) in allowed.iter().enumerate() {
                self.add_everything(reading, segment, allowed, &mut all);
            }
        }
        if reading.plans.len() > 1 {
            // Each document once, by its best.
            let mut keys: Vec<Key> = Vec::new();
            for (at, (_, answer)) in (0..).zip(&all) {
                let (high, low) = (u64::from(answer.document), answer.key(0).high);
                keys.push(Key { high, low, at });
            }
            in_order(&mut keys);
            let mut sorted: Vec<(usize, Answer)> = Vec::new();
            for key in &keys {
                if sorted.last().is_none_or(|(_, last)| u64::from(last.document) != key.high) {
                    sorted.push(all[key.at as usize].clone());
                }
            }
            all = sorted;
            keys.clear();
            for &(document, unmet) in &reading.beside {
                keys.push(Key { high: u64::from(document), low: u64::from(unmet), at: 0 });
            }
            in_order(&mut keys);
            reading.beside.clear();
            for Key { high, low, .. } in keys {
                let of = (high as u32, low as u8);
                if reading.beside.last() != Some(&of) {
                    reading.beside.push(of);
                }
            }
        }
        reading.answers = all;
    }

    /// A query of filters alone finds whatever meets them.
    fn only_filters(&self, parsed: &Parsed) -> bool {
        !parsed.filters.is_empty() || !parsed.without.is_empty() || !self.request.filters.is_empty()
    }

    fn add_everything(
        &self,
        reading: &mut Reading,
        segment: usize,
        allowed: &Allowed,
        all: &mut Vec<(usize, Answer)>,
    ) {
        let first = self.index.segments[segment].first;
        for at in allowed.documents() {
            let (document, unmet) = (first + at as u32, allowed.unmet(at as u32));
            if unmet == 0 {
                all.push((0, Answer::unasked(document)));
            } else if unmet.is_power_of_two() {
                reading.beside.push((document, unmet));
            }
        }
    }

    /// Which documents of each segment may answer.
    fn allowed(&self, parsed: &Parsed) -> Vec<Allowed> {
        let (mut chosen, mut typed) = (Vec::new(), Vec::new());
        for (field, values) in &self.request.filters {
            chosen.push(Wish { field, value: Value::Any(values) });
        }
        for (field, value) in &parsed.filters {
            typed.push(Wish { field, value: Value::Typed(value) });
        }
        let mut all = Vec::new();
        for segment in 0..self.index.segments.len() {
            all.push(Allowed::new(self.index, segment, &typed, &chosen, &parsed.without));
        }
        all
    }
}

fn in_order(keys: &mut [Key]) {
    tally::first(keys, keys.len());
}

impl Reading {
    /// Documents that have every word but for those that ask, or are titles with other marks.
    fn firm(&self) -> usize {
        let firm = |(branch, answer): &&(usize, Answer)| {
            let asks = self.plans.get(*branch).map_or(0, Plan::asks);
            let all = answer.lacks & !asks == 0;
            answer.tier <= Tier::Typo || all && answer.class < Level::Typo
        };
        self.answers.iter().filter(firm).count()
    }

    /// Words that occur nowhere, in the branch with the fewest.
    fn unknown(&self) -> usize {
        self.plans.iter().map(Plan::unknown).min().unwrap_or(0)
    }
}
