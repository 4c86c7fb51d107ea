//! What an article shows of a query: every place where one of its words stands, found in one look at
//! the text. Passages, marks, and whatever the index could only guess, are told from these places.

use std::ops::Range;

use crate::cut::{Cut, Cutter, Part};
use crate::document::Zone;
use crate::query::plan::Plan;
use crate::query::terms::{Found, Level};
use crate::sort::sort;
use crate::term;

/// An article's text, as far as it is searched.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// Its title.
    pub title: &'a str,
    /// The whole text.
    pub text: &'a str,
    /// What of it is searched, in order.
    pub zones: &'a [(Zone, Range<usize>)],
}

/// Knows the words to find for the hits of one answer.
#[derive(Debug, Default)]
pub struct Highlighter {
    /// The syllables of all forms, in order.
    syllables: Vec<String>,
    /// A bit for what the numbers of these syllables have in their low bits.
    maybe: Vec<bool>,
    /// In order of their first syllables.
    forms: Vec<Form>,
    /// How many words each branch of the query has.
    pub(crate) branches: Vec<usize>,
}

/// A word of the lexicon that stands for some slots of a branch.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    /// Its syllables, by their places among all.
    syllables: Vec<u16>,
    branch: usize,
    slots: Range<usize>,
    level: Level,
    /// 0 for what was typed; of what may have been meant instead, the likeliest first.
    rank: u8,
}

/// What an article shows of a query.
#[derive(Debug, Default)]
pub struct Sight {
    /// Places in the title.
    pub(crate) title: Vec<Place>,
    /// Places in each zone; none in one that does not lie in the text.
    pub(crate) zones: Vec<(Zone, Vec<Place>)>,
    /// The sum of what its words weigh, in quarters of a word in a paragraph.
    pub(crate) length: u32,
}

/// A form found in a text.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) bytes: Range<usize>,
    /// Numbers of its tokens.
    pub(crate) tokens: Range<usize>,
    pub(crate) branch: usize,
    pub(crate) slots: Range<usize>,
    pub(crate) level: Level,
    rank: u8,
    /// Near to what was typed, where what was rather meant stands too: it counts, and is not shown.
    pub(crate) faint: bool,
    /// Part of a run of the whole query.
    pub(crate) chained: bool,
}

/// Low bits of a syllable's number that are looked at first.
const MAYBE: u16 = 4095;
/// What is no syllable of the query.
const OTHER: u16 = u16::MAX;
/// So many places before one are looked at for its neighbours.
pub(crate) const BEFORE: usize = 24;

impl Highlighter {
    pub(crate) fn new(plans: &[Plan]) -> Self {
        let mut all = Self { maybe: vec![false; usize::from(MAYBE) + 1], ..Self::default() };
        for plan in plans {
            all.branches.push(plan.slots.len());
            plan.slots.iter().for_each(|slot| all.learn(&slot.found));
            plan.overlays.iter().for_each(|overlay| all.learn(&overlay.found));
        }
        sort(&mut all.syllables, |a, b| a < b);
        all.syllables.dedup();
        for (branch, plan) in plans.iter().enumerate() {
            for (at, slot) in plan.slots.iter().enumerate() {
                all.add(&slot.found, branch, &(at..at + 1));
            }
            plan.overlays.iter().for_each(|over| all.add(&over.found, branch, &over.slots));
        }
        sort(&mut all.forms, |a, b| a.syllables < b.syllables);
        all
    }

    fn learn(&mut self, found: &[Found]) {
        for syllable in found.iter().flat_map(|found| viet::parts(&found.name, b' ')) {
            self.maybe[usize::from(viet::number(syllable) as u16 & MAYBE)] = true;
            self.syllables.push(syllable.to_owned());
        }
    }

    fn add(&mut self, found: &[Found], branch: usize, slots: &Range<usize>) {
        for (at, Found { name, level, .. }) in found.iter().enumerate() {
            let mut syllables = Vec::new();
            viet::parts(name, b' ').for_each(|syllable| syllables.push(self.id(syllable)));
            let rank = if *level == Level::Typo { at.min(254) as u8 + 1 } else { 0 };
            let form = Form { syllables, branch, slots: slots.clone(), level: *level, rank };
            let same = |known: &Form| Form { rank, ..known.clone() } == form;
            // The same word of another segment.
            if !self.forms.iter().any(same) {
                self.forms.push(form);
            }
        }
    }

    /// The place of a syllable among all.
    fn id(&self, syllable: &str) -> u16 {
        let at = self.syllables.partition_point(|known| known.as_str() < syllable);
        if self.syllables.get(at).is_some_and(|known| known == syllable) {
            at as u16
        } else {
            OTHER
        }
    }

    /// Finds every place.
    pub fn look(&self, text: &Text<'_>) -> Sight {
        self.look_at(text, &Cutter::default().cut(text))
    }

    /// The same in a text that was cut before.
    pub fn look_at<'a>(&'a self, text: &Text<'a>, cut: &'a Cut) -> Sight {
        let mut sight = Sight::default();
        let mut ids = Ids { of: self, last: [("", OTHER); SEEN] };
        let length = &mut sight.length;
        sight.title = self.places(&cut.part(0, text.title), 0, Zone::Title, length, &mut ids);
        for (at, (zone, range)) in text.zones.iter().enumerate() {
            let part = cut.part(at + 1, text.text.get(range.clone()).unwrap_or_default());
            let places = self.places(&part, range.start, *zone, length, &mut ids);
            sight.zones.push((*zone, places));
        }
        sight.settle(&self.branches);
        sight
    }

    /// All forms found in a stretch of text that begins at this byte, in order.
    fn places<'a>(
        &self,
        part: &Part<'a>,
        start: usize,
        zone: Zone,
        length: &mut u32,
        ids: &mut Ids<'a>,
    ) -> Vec<Place> {
        *length += zone.weight() * part.numbers.len() as u32;
        let mut places: Vec<Place> = Vec::new();
        for (at, number) in part.numbers.iter().enumerate() {
            if !self.maybe[usize::from(number & MAYBE)] {
                continue;
            }
            let id = ids.of(part, at);
            if id == OTHER {
                continue;
            }
            let from = self.forms.partition_point(|form| form.syllables[0] < id);
            for form in self.forms[from..].iter().take_while(|form| form.syllables[0] == id) {
                let end = at + form.syllables.len();
                let mut rest = (at + 1..).zip(&form.syllables[1..]);
                if end > part.numbers.len() || !rest.all(|(at, want)| ids.of(part, at) == *want) {
                    continue;
                }
                places.push(Place {
                    bytes: start + part.span(at).start..start + part.span(end - 1).end,
                    tokens: at..end,
                    branch: form.branch,
                    slots: form.slots.clone(),
                    level: form.level,
                    rank: form.rank,
                    faint: false,
                    chained: false,
                });
            }
        }
        for (branch, &slots) in self.branches.iter().enumerate().filter(|(_, slots)| **slots > 1) {
            mark_chains(&mut places, branch, slots);
        }
        places
    }
}

/// So many syllables are remembered of a text.
const SEEN: usize = 64;

/// The places of syllables among all of a query. The same few come again and again in a text.
struct Ids<'a> {
    of: &'a Highlighter,
    /// By the low bits of their numbers, as they last stood there.
    last: [(&'a str, u16); SEEN],
}

impl<'a> Ids<'a> {
    /// That of a syllable of a part.
    fn of(&mut self, part: &Part<'a>, at: usize) -> u16 {
        let number = part.numbers[at];
        if !self.of.maybe[usize::from(number & MAYBE)] {
            return OTHER;
        }
        let syllable = part.syllable(at);
        let last = &mut self.last[usize::from(number) % SEEN];
        if last.0 != syllable {
            *last = (syllable, self.of.id(&term::key(syllable)));
        }
        last.1
    }
}

impl Sight {
    /// What is near to a word is not meant where the word itself stands, nor a less likely slip where a
    /// likelier one does; but a run of all words is a run.
    fn settle(&mut self, branches: &[usize]) {
        let mut best: Vec<Vec<u8>> = branches.iter().map(|&slots| vec![u8::MAX; slots]).collect();
        for place in self.stretches().flat_map(|(_, places)| places) {
            let best = &mut best[place.branch][place.slots.clone()];
            best.iter_mut().for_each(|best| *best = place.rank.min(*best));
        }
        let meant = |place: &Place| {
            place.chained || best[place.branch][place.slots.clone()].contains(&place.rank)
        };
        let zones = self.zones.iter_mut().flat_map(|(_, places)| places);
        self.title.iter_mut().chain(zones).for_each(|place| place.faint = !meant(place));
    }

    /// The title's places and each zone's.
    pub(crate) fn stretches(&self) -> impl Iterator<Item = (Zone, &[Place])> {
        let zones = self.zones.iter().map(|(zone, places)| (*zone, places.as_slice()));
        std::iter::once((Zone::Title, self.title.as_slice())).chain(zones)
    }

    /// Whether all words of a branch stand in one run somewhere, in order, neighbours near.
    pub(crate) fn has_run(&self, branch: usize) -> bool {
        self.stretches()
            .any(|(_, places)| places.iter().any(|place| place.chained && place.branch == branch))
    }
}

/// The places before one that it may follow, the nearest first: those of the slots before its own
/// that end at most `gap` tokens before it.
pub(crate) fn followed(places: &[Place], at: usize, gap: usize) -> impl Iterator<Item = usize> {
    let place = &places[at];
    (0..at).rev().take(BEFORE).filter(move |&earlier| {
        let e = &places[earlier];
        let next = e.tokens.end..=e.tokens.end + gap;
        e.branch == place.branch
            && e.slots.end == place.slots.start
            && next.contains(&place.tokens.start)
    })
}

/// Marks the places that make runs of a whole branch, neighbours at most one syllable apart.
fn mark_chains(places: &mut [Place], branch: usize, slots: usize) {
    // How a place is reached: from which place before it, if it begins no run.
    let mut before: Vec<Option<Option<usize>>> = vec![None; places.len()];
    for at in 0..places.len() {
        let place = &places[at];
        if place.branch != branch {
            continue;
        }
        if place.slots.start == 0 {
            before[at] = Some(None);
        } else {
            before[at] = followed(places, at, 1).find(|&e| before[e].is_some()).map(Some);
        }
        if place.slots.end == slots && before[at].is_some() {
            let mut step = Some(at);
            while let Some(now) = step {
                places[now].chained = true;
                step = before[now].flatten();
            }
        }
    }
}
