//! What is told of things with names: the names, and each entry with its mentions, page by page.

use model::bundle::{Facts, Name, PartKind};
use model::chronicle::{Anniversary, Chronicle, Directive, Official, Programme, SubjectRef};

use super::shelf::Page;
use super::store::{Absent, Archive, Asked};

impl Archive {
    /// The names of all that has facts, by number.
    pub fn names(&self) -> Asked<Vec<&Name>> {
        let pages = self.all(&PartKind::Names)?;
        let names = pages.into_iter().filter_map(|page| match page {
            Page::Names(names) => Some(names),
            _ => None,
        });
        Ok(names.flatten().collect())
    }

    /// The number of a name.
    fn name_number(&self, of: &SubjectRef) -> Asked<u32> {
        if self.names.get().is_none() {
            let names = self.names()?;
            let table = names.iter().zip(0..).map(|(name, at)| (name.of.clone(), at)).collect();
            let _ = self.names.set(table);
        }
        self.names.get().and_then(|names| names.get(of)).copied().ok_or(Absent::Unknown)
    }

    /// The name of what a mention is of.
    pub fn subject_name(&self, subject: &SubjectRef) -> Asked<&str> {
        let name = if let SubjectRef::Unit(id) = subject {
            self.unit(id.as_str()).map(|found| &found.name)
        } else {
            let at = self.name_number(subject)?;
            match self.page(&PartKind::Names, at)? {
                (Page::Names(page), first) => {
                    page.get((at - first) as usize).map(|name| &name.name)
                }
                _ => None,
            }
        };
        name.map(String::as_str).ok_or(Absent::Unknown)
    }

    /// The pages that tell of something: that of its entry, and those of the latest articles.
    fn told(&self, of: &SubjectRef, kind: &PartKind) -> Asked<Vec<&Chronicle>> {
        let recent = self.all(&PartKind::Recent);
        let number = self.name_number(of)?;
        // Entries of a kind stand on its pages in the order of their names.
        let same = |other: &SubjectRef| std::mem::discriminant(other) == std::mem::discriminant(of);
        let names = self.names()?;
        let at = names.iter().take(number as usize).filter(|name| same(&name.of)).count() as u32;
        let settled = match self.page(kind, at) {
            Ok((Page::Facts(facts), _)) => Some(facts),
            Ok(_) | Err(Absent::Unknown) => None,
            Err(absent) => return Err(absent),
        };
        let recent = recent?;
        let recent = recent.into_iter().filter_map(|page| match page {
            Page::Facts(facts) => Some(facts),
            _ => None,
        });
        Ok(settled.into_iter().chain(recent).map(|Facts { chronicle, .. }| chronicle).collect())
    }

    /// An anniversary, page by page: each entry has some of its mentions, in order. Never empty.
    pub fn anniversary(&self, id: &str) -> Asked<Vec<&Anniversary>> {
        let told = self.told(&SubjectRef::Anniversary(id.to_owned()), &PartKind::Anniversaries)?;
        held(told.iter().flat_map(|told| &told.anniversaries).filter(|entry| entry.id == id))
    }

    /// An official, likewise.
    pub fn official(&self, id: &str) -> Asked<Vec<&Official>> {
        let told = self.told(&SubjectRef::Official(id.to_owned()), &PartKind::Officials)?;
        held(told.iter().flat_map(|told| &told.officials).filter(|entry| entry.id == id))
    }

    /// A programme, likewise.
    pub fn programme(&self, id: &str) -> Asked<Vec<&Programme>> {
        let told = self.told(&SubjectRef::Programme(id.to_owned()), &PartKind::Programmes)?;
        held(told.iter().flat_map(|told| &told.programmes).filter(|entry| entry.id == id))
    }

    /// A directive, likewise.
    pub fn directive(&self, id: &str) -> Asked<Vec<&Directive>> {
        let told = self.told(&SubjectRef::Directive(id.to_owned()), &PartKind::Directives)?;
        held(told.iter().flat_map(|told| &told.directives).filter(|entry| entry.id == id))
    }
}

/// Something that is told of is told of somewhere.
fn held<'a, T>(entries: impl Iterator<Item = &'a T>) -> Asked<Vec<&'a T>> {
    let entries: Vec<&T> = entries.collect();
    if entries.is_empty() { Err(Absent::Lost) } else { Ok(entries) }
}
