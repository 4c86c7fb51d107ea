//! From a parsed query to what must be looked up: a *slot* for each word, *overlays* for other
//! forms that stand for several slots at once (UBND for ủy ban nhân dân).

use std::ops::Range;
use std::sync::OnceLock;

use super::parse::Item;
use super::terms::{self, Found, Level};
use crate::index::Index;
use crate::term::joined;

/// Words of a query beyond this many are not looked for; nobody types so many. What a document
/// lacks must fit the bits of a `u64`, the longest long form included.
const MAX_SLOTS: usize = 48;

/// With more words than this a query is a sentence: that a document has them all somewhere says
/// little, the more so when they were typed without marks.
const LONG_QUERY: usize = 6;

/// Words that ask, or ask politely, and seldom stand in the text that answers.
const QUESTIONS: &str = "gì|nào|đâu|ai|là gì|cái gì|những gì|là ai|ai là|bao nhiêu|bao lâu|bao giờ|bao xa|\
    khi nào|lúc nào|thế nào|như thế nào|ở đâu|vì sao|tại sao|làm sao|ra sao|hay không|phải không|\
    được không|cho em hỏi|cho tôi hỏi|cho mình hỏi|xin hỏi|muốn hỏi|ạ|nhỉ";

/// One of these asks in a long query only, and not in capitals: it may be artificial intelligence.
pub(crate) const WHO: &str = "ai";
/// A query of so many words is long enough for that.
const WHO_ASKS: usize = 5;

/// These ask without their marks too, in a long query that has no marks at all: hardly another word is
/// written so (the brain, `não`, is). What `dau` and `sao` may be are words like others.
const ASK_BARE: [&str; 2] = ["gì", "nào"];

/// What such words count, against others as rare.
pub(crate) const ASKING: f32 = 0.15;

/// One word looked for.
pub(crate) struct Slot {
    /// Its key as typed; for the words of a long form, as listed.
    pub(crate) typed: String,
    pub(crate) found: Vec<Found>,
    /// Inside quotation marks.
    pub(crate) quoted: bool,
    /// Typed in capitals.
    pub(crate) capitals: bool,
    /// What it tells: the rarer, the more.
    pub(crate) idf: f32,
    /// It belongs to the question, not to what is asked about: bao nhiêu, khi nào.
    pub(crate) asks: bool,
    /// The word as the reader typed it, for "lacks": an abbreviation covers several slots.
    pub(crate) shown: String,
}

/// Another form for a run of slots.
pub(crate) struct Overlay {
    pub(crate) slots: Range<usize>,
    pub(crate) found: Vec<Found>,
}

/// What one branch of a query looks for.
#[derive(Default)]
pub(crate) struct Plan {
    pub(crate) slots: Vec<Slot>,
    pub(crate) overlays: Vec<Overlay>,
    /// Slots in quotation marks that must stand together.
    pub(crate) phrases: Vec<Range<usize>>,
    /// Slots that are one notion: a document has all of them or lacks it.
    pub(crate) units: Vec<Range<usize>>,
    /// Some word was typed with marks.
    pub(crate) marked: bool,
    /// Other forms looked for, as shown to the reader.
    pub(crate) also: Vec<String>,
}

/// An abbreviation's group with its forms as syllables, made once.
pub(crate) struct Synonym {
    short: &'static str,
    contextual: bool,
    short_keys: Vec<String>,
    long: Vec<Vec<String>>,
    also: Vec<Vec<String>>,
    /// The numbers of the first syllables of all forms, the short one first: see [`viet::number`].
    /// Most forms are passed over by them alone.
    firsts: Vec<u32>,
}

/// The abbreviations, read at the first query.
pub(crate) fn synonyms() -> &'static [Synonym] {
    static SYNONYMS: OnceLock<Vec<Synonym>> = OnceLock::new();
    SYNONYMS.get_or_init(read_synonyms)
}

fn read_synonyms() -> Vec<Synonym> {
    let all = |forms: &[&str]| forms.iter().map(|f| viet::abbreviations::syllables(f)).collect();
    let read = |group: viet::abbreviations::Group| {
        let short_keys = group.short_syllables();
        let (long, also): (Vec<Vec<String>>, Vec<Vec<String>>) =
            (all(&group.long), all(&group.also));
        let forms = std::iter::once(&short_keys).chain(&long).chain(&also);
        let firsts =
            forms.map(|form| form.first().map_or(0, |first| viet::number(first))).collect();
        let (short, contextual) = (group.short, group.contextual);
        Synonym { short, contextual, short_keys, long, also, firsts }
    };
    viet::abbreviations::groups().map(read).collect()
}

/// Plans one branch. `typing`: the last word may be the beginning of one.
pub(crate) fn plan(index: &Index, synonyms: &[Synonym], items: &[Item], typing: bool) -> Plan {
    let mut plan = Plan::default();
    let mut at = 0;
    while at < items.len() && plan.slots.len() < MAX_SLOTS {
        match &items[at] {
            Item::Phrase(keys) => {
                let start = plan.slots.len();
                let keys = keys.iter().take(MAX_SLOTS - start);
                plan.slots.extend(keys.map(|key| slot(index, key, true, false)));
                plan.phrases.push(start..plan.slots.len());
                at += 1;
            }
            Item::Word { key, capitals } => {
                let last = at + 1 == items.len();
                match abbreviation(synonyms, &items[at..]) {
                    Some((synonym, len))
                        if !(typing
                            && at + len == items.len()
                            && len == 1
                            && !is_whole(index, key)) =>
                    {
                        plan.push_abbreviation(index, synonyms, synonym);
                        at += len;
                    }
                    _ => {
                        let slot = slot(index, key, false, typing && last);
                        plan.slots.push(Slot { capitals: *capitals, ..slot });
                        at += 1;
                    }
                }
            }
        }
    }
    plan.push_long_forms(index, synonyms);
    plan.mark_questions();
    plan.weigh(index);
    plan
}

/// Whether a word occurs as it is typed.
fn is_whole(index: &Index, key: &str) -> bool {
    !terms::lookup(index, &[key]).is_empty()
}

fn slot(index: &Index, key: &str, quoted: bool, beginning: bool) -> Slot {
    let mut found =
        if beginning { terms::complete(index, key) } else { terms::lookup(index, &[key]) };
    if quoted {
        found.retain(|found| found.level <= Level::Compatible);
    }
    let (typed, shown) = (key.to_owned(), key.to_owned());
    Slot { typed, found, quoted, capitals: false, idf: 0.0, asks: false, shown }
}

/// The longest abbreviation that the words begin with.
fn abbreviation<'s>(synonyms: &'s [Synonym], items: &[Item]) -> Option<(&'s Synonym, usize)> {
    let Some(Item::Word { key, .. }) = items.first() else { return None };
    let first = viet::number(key);
    let fits = |synonym: &&Synonym| {
        synonym.firsts.first() == Some(&first)
            && synonym.short_keys.len() <= items.len()
            && synonym.short_keys.iter().zip(items).all(|(key, item)| match item {
                Item::Word { key: typed, capitals } => {
                    terms::agree(&[typed], key).is_some_and(|level| level <= Level::Compatible)
                        && (*capitals || !synonym.contextual)
                }
                Item::Phrase(_) => false,
            })
    };
    let exact = |synonym: &&Synonym| {
        synonym
            .short_keys
            .iter()
            .zip(items)
            .all(|(key, item)| matches!(item, Item::Word { key: typed, .. } if typed == key))
    };
    let best = synonyms.iter().filter(fits).max_by_key(|s| (s.short_keys.len(), exact(s)))?;
    Some((best, best.short_keys.len()))
}

impl Plan {
    /// A typed abbreviation becomes the words of its long form, and itself an overlay of them: so
    /// both forms, typed, look for the same.
    fn push_abbreviation(&mut self, index: &Index, synonyms: &[Synonym], synonym: &Synonym) {
        let start = self.slots.len();
        let Some(long) = synonym.long.first() else { return };
        for key in long {
            let mut slot = slot(index, key, false, false);
            slot.found.retain(|found| found.level == Level::Exact);
            slot.found.iter_mut().for_each(|found| found.level = Level::Expansion);
            synonym.short.clone_into(&mut slot.shown);
            self.slots.push(slot);
        }
        let slots = start..self.slots.len();
        self.units.push(slots.clone());
        let typed: Vec<&str> = synonym.short_keys.iter().map(String::as_str).collect();
        self.overlays.push(Overlay { slots: slots.clone(), found: terms::lookup(index, &typed) });
        self.note(&terms::lookup(index, &strs(long)), &joined(&strs(long)));
        for other in &synonym.long[1..] {
            self.overlay(index, slots.clone(), other, &joined(&strs(other)));
        }
        let same = |other: &&Synonym| {
            other.short_keys != synonym.short_keys
                && !other.contextual
                && (other.long.contains(long) || other.also.contains(long))
        };
        for other in synonyms.iter().filter(same) {
            self.overlay(index, slots.clone(), &other.short_keys, other.short);
        }
    }

    /// Typed words that are the long form of abbreviations.
    fn push_long_forms(&mut self, index: &Index, synonyms: &[Synonym]) {
        let typed: Vec<(String, bool)> =
            self.slots.iter().map(|slot| (slot.typed.clone(), slot.quoted)).collect();
        let covered: Vec<Range<usize>> =
            self.overlays.iter().map(|overlay| overlay.slots.clone()).collect();
        let free = |span: &Range<usize>| {
            !covered.iter().any(|c| c.start < span.end && span.start < c.end)
                && typed[span.clone()].iter().all(|(_, quoted)| !quoted)
        };
        let numbers: Vec<u32> = typed.iter().map(|(typed, _)| viet::number(typed)).collect();
        for synonym in synonyms.iter().filter(|synonym| !synonym.contextual) {
            let forms = synonym.long.iter().chain(&synonym.also).zip(&synonym.firsts[1..]);
            for (form, first) in forms.filter(|(_, first)| numbers.contains(first)) {
                let last = (typed.len() + 1).saturating_sub(form.len());
                for (start, _) in numbers[..last].iter().enumerate().filter(|(_, n)| *n == first) {
                    let span = start..start + form.len();
                    let fits = typed[span.clone()]
                        .iter()
                        .zip(form)
                        .all(|((typed, _), key)| terms::agree(&[typed], key).is_some());
                    if fits && free(&span) {
                        if synonym.long.contains(form) && !self.units.contains(&span) {
                            self.units.push(span.clone());
                        }
                        self.overlay(index, span.clone(), &synonym.short_keys, synonym.short);
                        for other in synonym
                            .long
                            .iter()
                            .filter(|other| *other != form && synonym.long.contains(form))
                        {
                            self.overlay(index, span.clone(), other, &joined(&strs(other)));
                        }
                    }
                }
            }
        }
    }

    /// Lays another form over some slots.
    fn overlay(&mut self, index: &Index, slots: Range<usize>, keys: &[String], shown: &str) {
        let mut found = terms::lookup(index, &strs(keys));
        found.retain(|found| found.level == Level::Exact);
        found.iter_mut().for_each(|found| found.level = Level::Expansion);
        self.note(&found, shown);
        if !found.is_empty() {
            self.overlays.push(Overlay { slots, found });
        }
    }

    fn note(&mut self, found: &[Found], shown: &str) {
        if !found.is_empty() && !self.also.iter().any(|form| form == shown) {
            self.also.push(shown.to_owned());
        }
    }

    /// Gives each slot its weight.
    pub(crate) fn weigh(&mut self, index: &Index) {
        let all = index.documents() as f32;
        let marked = self.slots.iter().any(|slot| !slot.typed.is_ascii());
        let documents = |found: &[Found]| -> f32 {
            let whole = marked && found.iter().any(|found| found.level == Level::Exact);
            let only = found.iter().all(|found| found.level == Level::Typo);
            let least = if whole {
                Level::Exact
            } else if only {
                Level::Typo
            } else {
                Level::Expansion
            };
            let counted = found.iter().filter(|found| found.level <= least);
            counted.map(|found| found.documents as f32).sum()
        };
        for slot in &mut self.slots {
            slot.idf = idf(all, documents(&slot.found));
        }
        for slot in self.slots.iter_mut().filter(|slot| slot.asks) {
            slot.idf *= ASKING;
        }
        self.marked = marked;
        for overlay in &self.overlays {
            let typed = overlay.found.iter().any(|found| found.level <= Level::Equivalent);
            if typed {
                let weight = idf(all, documents(&overlay.found)) / overlay.slots.len() as f32;
                self.slots[overlay.slots.clone()].iter_mut().for_each(|slot| slot.idf = weight);
            }
        }
        // A word typed twice does not tell more.
        for at in 1..self.slots.len() {
            if self.slots[..at].iter().any(|slot| slot.typed == self.slots[at].typed) {
                self.slots[at].idf = 0.0;
            }
        }
    }

    /// Marks the words of a question.
    fn mark_questions(&mut self) {
        let is_bare = self.slots.iter().all(|slot| slot.typed.is_ascii());
        let is_bare = is_bare && self.slots.len() >= WHO_ASKS;
        let mut numbers: Vec<u32> = Vec::with_capacity(self.slots.len());
        self.slots.iter().for_each(|slot| numbers.push(viet::number(&slot.typed)));
        for question in viet::parts(QUESTIONS, b'|') {
            if question == WHO && self.slots.len() < WHO_ASKS {
                continue;
            }
            let words: Vec<&str> = viet::parts(question, b' ').collect();
            let first = viet::number(words.first().copied().unwrap_or_default());
            // Most are passed over by their numbers alone.
            let last = (self.slots.len() + 1).saturating_sub(words.len());
            for (start, _) in numbers[..last].iter().enumerate().filter(|(_, n)| **n == first) {
                let here = &mut self.slots[start..start + words.len()];
                let fits = here.iter().zip(&words).all(|(slot, word)| {
                    let level = terms::agree(&[&slot.typed], word);
                    let sure = words.len() > 1 || is_bare && ASK_BARE.contains(&question);
                    let bare = sure && level == Some(Level::Compatible);
                    let other = slot.quoted || slot.capitals && question == WHO;
                    !other && (level == Some(Level::Exact) || bare)
                });
                if fits {
                    here.iter_mut().for_each(|slot| slot.asks = true);
                }
            }
        }
    }

    /// Whether it is rather a sentence than some words.
    pub(crate) fn is_sentence(&self) -> bool {
        if self.slots.iter().any(|slot| slot.asks) {
            return true;
        }
        let spare: usize = self.units.iter().map(|unit| unit.len() - 1).sum();
        self.slots.len() > LONG_QUERY + spare
    }

    /// A bit for each slot that asks.
    pub(crate) fn asks(&self) -> u64 {
        let asks = self.slots.iter().enumerate().filter(|(_, slot)| slot.asks);
        asks.fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// Words that occur nowhere.
    pub(crate) fn unknown(&self) -> usize {
        let covered = |at: usize| self.overlays.iter().any(|overlay| overlay.slots.contains(&at));
        (0..self.slots.len()).filter(|&at| self.slots[at].found.is_empty() && !covered(at)).count()
    }
}

fn strs(keys: &[String]) -> Vec<&str> {
    keys.iter().map(String::as_str).collect()
}

/// How much it tells that a document holds a term that `documents` of `all` hold (BM25's).
pub(crate) fn idf(all: f32, documents: f32) -> f32 {
    let documents = documents.min(all);
    (1.0 + (all - documents + 0.5) / (documents + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn check(query: &str, expected: &[&str]) {
        let index = Index::of_pieces(&crate::Builder::new().finish());
        let plan = plan(&index, synonyms(), &parse::parse(query).branches[0], false);
        let asks = plan.slots.iter().filter(|slot| slot.asks).map(|slot| slot.typed.as_str());
        assert_eq!(asks.collect::<Vec<_>>(), expected, "{query}");
    }

    #[test]
    fn words_that_ask() {
        check("ủy ban cần giấy tờ gì", &["gì"]);
        check("uy ban can giay to gi", &["gi"]);
        check("thu tuc nao can dat coc", &["nao"]);
        check("chợ họp ở đâu", &["ở", "đâu"]);
        check("cho phien hop o dau", &["o", "dau"]);
        check("cho em hỏi chợ họp ở đâu ạ", &["cho", "em", "hỏi", "ở", "đâu", "ạ"]);
        check("xin hoi cho hop ngay nao", &["xin", "hoi", "nao"]);
    }

    #[test]
    fn a_word_left_bare_among_marked_ones_does_not_ask() {
        check("cho hoi vien vay von", &[]);
        check("trẻ em bị viêm nao nhật bản", &[]);
        check("benh viem nao", &[]);
        check("gia xang dau hom nay", &[]);
    }
}
