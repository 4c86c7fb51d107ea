//! Names that complete what a reader types: units, people, programmes, anniversaries and the
//! titles of articles, found by the beginning of any of their words.
//!
//! All names stand folded in one text. Every word's place in it is kept in a sorted list beside its
//! first four letters, so that a keystroke costs a search in that list and a look at the few words
//! that begin alike. Titles come page by page of the catalogue, as these are read.

#[cfg(test)]
mod tests;

use model::Unit;
use model::bundle::{Name, Summary};
use model::chronicle::SubjectRef;
use viet::{Agreement, agreement, prefix_agreement};

use crate::route::Route;

/// What is named, in the order in which groups are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A unit or body.
    Unit,
    /// An official.
    Person,
    /// A programme.
    Programme,
    /// An anniversary.
    Anniversary,
    /// An article, by its title.
    Article,
    /// Words of articles: another search.
    Word,
}

/// How many kinds have names.
const KINDS: usize = 5;
/// As many as a reader takes in at a glance.
const MOST: usize = 8;
/// Fewer letters than these begin too many names.
const LEAST: usize = 2;
/// Of the words that begin alike, so many are compared mark by mark.
const COMPARED: usize = 400;

/// The lists that names are taken from.
#[derive(Clone, Copy)]
pub struct Lists<'a> {
    /// Units and bodies.
    pub units: &'a [Unit],
    /// What else has a name.
    pub names: &'a [&'a Name],
    /// An article by its ordinal.
    pub article: &'a dyn Fn(u32) -> Option<&'a Summary>,
}

/// A name that completes what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Of what.
    pub kind: Kind,
    /// The name that was found.
    pub name: String,
    /// Byte ranges of it that were typed.
    pub marks: Vec<(u32, u32)>,
    /// What tells it apart: the name in use, when another one was found; else the unit above.
    pub note: Option<String>,
    /// The page of what is named.
    pub route: Route,
}

/// A name: its place in the folded text, and where the lists have it.
#[derive(Clone, Copy, Debug)]
struct Entry {
    at: u32,
    kind: Kind,
    index: u32,
    /// 0 for the proper name, else the number of another.
    other: u16,
}

/// How well a name fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// 0: the typed marks and no others, 1: the typed marks, 2: other marks.
    marks: u8,
    /// Somewhere after the first word.
    inside: bool,
    /// Number of the entry.
    entry: u32,
    /// Number of the first word that fits.
    word: u32,
}

/// The names of an archive.
#[derive(Debug, Default)]
pub struct Names {
    /// Every name: its words folded, a space after each, a line break after the last.
    folded: String,
    entries: Vec<Entry>,
    /// Of each batch, every word's first four bytes and its place, sorted.
    batches: Vec<Vec<u64>>,
    /// The pages of titles that are in, by their first ordinals.
    pages: Vec<u32>,
}

impl Names {
    /// Whether nothing was gathered yet.
    pub fn is_empty(&self) -> bool {
        self.batches.is_empty()
    }

    /// Takes the names in of all but articles, once.
    pub fn add_subjects(&mut self, lists: Lists<'_>) {
        if !self.is_empty() {
            return;
        }
        let mut words = Vec::new();
        let others = |number: usize| 0..=u16::try_from(number).unwrap_or(u16::MAX);
        for (index, unit) in lists.units.iter().enumerate() {
            others(unit.aliases.len())
                .for_each(|n| self.add(Kind::Unit, index, n, lists, &mut words));
        }
        for (index, name) in lists.names.iter().enumerate() {
            let kind = match name.of {
                SubjectRef::Official(_) => Kind::Person,
                SubjectRef::Programme(_) => Kind::Programme,
                SubjectRef::Anniversary(_) => Kind::Anniversary,
                SubjectRef::Directive(_) | SubjectRef::Unit(_) => continue,
            };
            others(name.others.len()).for_each(|n| self.add(kind, index, n, lists, &mut words));
        }
        self.close(words);
    }

    /// Takes the titles of a page of the catalogue in, once: its first ordinal, and how many.
    pub fn add_titles(&mut self, lists: Lists<'_>, first: u32, count: usize) {
        if self.pages.contains(&first) {
            return;
        }
        self.pages.push(first);
        let mut words = Vec::new();
        for at in (0..count).rev() {
            self.add(Kind::Article, first as usize + at, 0, lists, &mut words);
        }
        self.close(words);
    }

    /// Sorts the words of a batch.
    fn close(&mut self, mut words: Vec<u64>) {
        for word in &mut words {
            *word |= u64::from(self.head(*word as usize)) << 32;
        }
        words.sort_unstable();
        self.batches.push(words);
    }

    fn add(
        &mut self,
        kind: Kind,
        index: usize,
        other: u16,
        lists: Lists<'_>,
        words: &mut Vec<u64>,
    ) {
        let (Ok(at), Ok(index)) = (u32::try_from(self.folded.len()), u32::try_from(index)) else {
            return;
        };
        let entry = Entry { at, kind, index, other };
        for token in viet::tokens(entry.name(lists).unwrap_or_default()) {
            words.push(self.folded.len() as u64);
            fold_into(&mut self.folded, token.text);
            self.folded.push(' ');
        }
        self.folded.push('\n');
        self.entries.push(entry);
    }

    /// Four bytes of the folded text as a number; beyond its end, zeros.
    fn head(&self, at: usize) -> u32 {
        head(self.folded.as_bytes().get(at..).unwrap_or_default(), 0)
    }

    /// The names that what is typed is the beginning of, by kind, the best first.
    pub fn complete(&self, lists: Lists<'_>, typed: &str) -> Vec<Completion> {
        let Some(wish) = Wish::read(typed) else { return Vec::new() };
        let mut best: [Vec<Fit>; KINDS] = Default::default();
        let first = u64::from(head(wish.folded.as_bytes(), 0)) << 32;
        let last = u64::from(head(wish.folded.as_bytes(), u8::MAX)) << 32 | u64::from(u32::MAX);
        let mut compared = 0;
        for batch in &self.batches {
            for word in &batch[batch.partition_point(|word| *word < first)..] {
                if *word > last {
                    break;
                }
                let at = *word as u32 as usize;
                if self.folded[at..].starts_with(&wish.folded) {
                    compared += 1;
                    self.consider(&wish, lists, at, compared <= COMPARED, &mut best);
                }
            }
        }
        share_out(&mut best);
        let mut found = Vec::new();
        for fit in best.concat() {
            found.extend(self.completion(fit, &wish, lists));
        }
        found
    }

    /// Puts the name that has a word here among the best of its kind, if it is.
    fn consider(
        &self,
        wish: &Wish,
        lists: Lists<'_>,
        at: usize,
        compares: bool,
        best: &mut [Vec<Fit>; KINDS],
    ) {
        let number = self.entries.partition_point(|entry| entry.at as usize <= at) - 1;
        let entry = self.entries[number];
        let before = &self.folded.as_bytes()[entry.at as usize..at];
        let word = before.iter().filter(|byte| **byte == b' ').count();
        let marks = if compares { wish.fit(entry, lists, word) } else { 1 };
        keep(
            &mut best[entry.kind as usize],
            Fit { marks, inside: word > 0, entry: number as u32, word: word as u32 },
            |a, b| self.entries[a as usize].index == self.entries[b as usize].index,
        );
    }

    fn completion(&self, fit: Fit, wish: &Wish, lists: Lists<'_>) -> Option<Completion> {
        let entry = self.entries.get(fit.entry as usize)?;
        let name = entry.name(lists)?;
        let tokens = viet::tokens(name).skip(fit.word as usize).take(wish.words.len());
        let spans: Vec<_> = tokens.map(|token| token.span).collect();
        let marks = spans.first().zip(spans.last());
        let marks = marks.map(|(first, last)| (first.start as u32, last.end as u32));
        let proper = Entry { other: 0, ..*entry }.name(lists)?;
        Some(Completion {
            kind: entry.kind,
            name: name.to_owned(),
            marks: marks.into_iter().collect(),
            note: if proper == name { entry.above(lists) } else { Some(proper) }.map(str::to_owned),
            route: entry.route(lists)?,
        })
    }
}

/// The first four bytes as a number that sorts like them.
fn head(bytes: &[u8], beyond: u8) -> u32 {
    (0..4).fold(0, |head, at| head << 8 | u32::from(bytes.get(at).copied().unwrap_or(beyond)))
}

/// Folds a word; y after a consonant is written i, since kỷ and kỉ are one word.
fn fold_into(out: &mut String, word: &str) {
    let mut before = 'a';
    for c in viet::fold(word).chars() {
        let is_i = c == 'y' && !matches!(before, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        out.push(if is_i { 'i' } else { c });
        before = c;
    }
}

/// Puts a name among the best of its kind, once whatever number of its words fit.
fn keep(best: &mut Vec<Fit>, fit: Fit, is_same: impl Fn(u32, u32) -> bool) {
    if let Some(at) = best.iter().position(|known| is_same(known.entry, fit.entry)) {
        if best[at] <= fit {
            return;
        }
        best.remove(at);
    }
    best.insert(best.partition_point(|known| *known < fit), fit);
    best.truncate(MOST);
}

/// Leaves as many in all as are shown: one of each kind, then a second of each, and so on. Names
/// with other marks than the typed ones are shown only where there are no better.
fn share_out(best: &mut [Vec<Fit>; KINDS]) {
    if best.iter().any(|fits| fits.first().is_some_and(|fit| fit.marks < 2)) {
        best.iter_mut().for_each(|fits| fits.retain(|fit| fit.marks < 2));
    }
    let mut left = MOST;
    let mut taken = [0; KINDS];
    for round in 0..MOST {
        for (fits, taken) in best.iter().zip(&mut taken) {
            if left > 0 && fits.len() > round {
                *taken += 1;
                left -= 1;
            }
        }
    }
    for (fits, taken) in best.iter_mut().zip(taken) {
        fits.truncate(taken);
    }
}

/// What is typed, taken apart.
struct Wish {
    words: Vec<String>,
    folded: String,
    /// The last word is finished.
    is_whole: bool,
}

impl Wish {
    /// `None` for what no name begins with: too little, or the search language.
    fn read(typed: &str) -> Option<Self> {
        if typed.contains(['"', '“', '”', ':']) || typed.trim_start().starts_with('-') {
            return None;
        }
        let words: Vec<String> = viet::tokens(typed).map(|token| token.text.to_owned()).collect();
        let is_whole = typed.ends_with(char::is_whitespace);
        let mut folded = String::new();
        for (at, word) in words.iter().enumerate() {
            fold_into(&mut folded, word);
            if is_whole || at + 1 < words.len() {
                folded.push(' ');
            }
        }
        (folded.trim_end().len() >= LEAST).then_some(Self { words, folded, is_whole })
    }

    /// How a name's marks fit, from its word of this number on.
    fn fit(&self, entry: Entry, lists: Lists<'_>, word: usize) -> u8 {
        let name = entry.name(lists).unwrap_or_default();
        let found = viet::tokens(name).skip(word);
        let fits = self.words.iter().zip(found).enumerate().map(|(at, (typed, found))| {
            let is_open = !self.is_whole && at + 1 == self.words.len();
            if is_open {
                prefix_agreement(typed, found.text).min(agreement(typed, found.text))
            } else {
                agreement(typed, found.text)
            }
        });
        match fits.max() {
            Some(Agreement::Exact) => 0,
            Some(Agreement::Compatible | Agreement::Equivalent) => 1,
            _ => 2,
        }
    }
}

impl Entry {
    fn name<'a>(self, lists: Lists<'a>) -> Option<&'a str> {
        let (index, other) = (self.index as usize, usize::from(self.other).checked_sub(1));
        let name = match self.kind {
            Kind::Unit => {
                let unit = lists.units.get(index)?;
                other.map_or(Some(&unit.name), |other| unit.aliases.get(other))?
            }
            Kind::Article => &(lists.article)(self.index)?.title,
            _ => {
                let name = lists.names.get(index)?;
                other.map_or(Some(&name.name), |other| name.others.get(other))?
            }
        };
        Some(name)
    }

    /// The name of the unit above a unit: many communes share a name.
    fn above<'a>(self, lists: Lists<'a>) -> Option<&'a str> {
        let unit = lists.units.get(self.index as usize).filter(|_| self.kind == Kind::Unit)?;
        let above = lists.units.iter().find(|above| Some(&above.id) == unit.parent.as_ref())?;
        Some(&above.name)
    }

    fn route(self, lists: Lists<'_>) -> Option<Route> {
        let index = self.index as usize;
        Some(match self.kind {
            Kind::Unit => Route::Unit { id: lists.units.get(index)?.id.to_string() },
            Kind::Article => {
                let article = (lists.article)(self.index)?;
                Route::article(&article.id, &article.title)
            }
            _ => match lists.names.get(index)?.of.clone() {
                SubjectRef::Official(id) => Route::Official { id },
                SubjectRef::Programme(id) => Route::Programme { id },
                SubjectRef::Anniversary(id) => Route::Anniversary { id, year: None },
                SubjectRef::Directive(id) => Route::Directive { id },
                SubjectRef::Unit(id) => Route::Unit { id: id.to_string() },
            },
        })
    }
}
