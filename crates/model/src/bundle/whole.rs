//! All pages of a kind, for who has all files at hand: the packer, tests, tools. A viewer reads page
//! by page instead.

use std::collections::HashMap;

use super::manifest::{NAME_DIGITS, verify};
use super::read::{
    parse_catalogue, parse_chunk, parse_facts, parse_names, parse_pages, parse_reference,
    parse_told, parse_units,
};
use super::{Facts, Manifest, Pages, PartDamage, PartKind, Summary, Told};
use crate::article::Article;
use crate::chronicle::Chronicle;
use crate::telling::Tellings;
use crate::unit::Unit;

/// A bundle whose files can all be had.
pub struct Whole<'a> {
    /// Its manifest.
    pub manifest: &'a Manifest,
    /// The file of a path, relative to `archive.json`.
    pub file: &'a dyn Fn(&str) -> Option<Vec<u8>>,
}

/// A page that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {}", .damage.as_ref().map_or("missing".to_owned(), ToString::to_string))]
pub struct BadPage {
    /// Which file.
    pub path: String,
    /// What is wrong with it; nothing when it is missing.
    pub damage: Option<PartDamage>,
}

impl Whole<'_> {
    /// The bytes of a page, checked.
    pub fn page(&self, kind: &PartKind, name: &str) -> Result<Vec<u8>, BadPage> {
        let path = kind.path(name);
        let bad = |damage| BadPage { path: path.clone(), damage };
        let bytes = (self.file)(&path).ok_or_else(|| bad(None))?;
        verify(name, &bytes).map_err(|damage| bad(Some(damage)))?;
        Ok(bytes)
    }

    fn read<T>(
        &self,
        kind: &PartKind,
        name: &str,
        parse: impl Fn(&[u8]) -> Result<T, PartDamage>,
    ) -> Result<T, BadPage> {
        let bytes = self.page(kind, name)?;
        parse(&bytes).map_err(|damage| BadPage { path: kind.path(name), damage: Some(damage) })
    }

    /// The lists that name the pages of a kind; none where the manifest does.
    pub fn lists(&self, kind: &PartKind) -> Vec<String> {
        let listed = self.manifest.shelf(kind).filter(|shelf| shelf.listed);
        listed.map_or_else(Vec::new, |shelf| names(&shelf.pages))
    }

    /// The names of all pages of a kind.
    pub fn names(&self, kind: &PartKind) -> Result<Vec<String>, BadPage> {
        let Some(shelf) = self.manifest.shelf(kind) else { return Ok(Vec::new()) };
        if !shelf.listed {
            return Ok(names(&shelf.pages));
        }
        let mut all = Vec::new();
        for list in names(&shelf.pages) {
            all.extend(names(&self.read(&PartKind::List, &list, parse_pages)?));
        }
        Ok(all)
    }

    /// The paths of all files but the manifest itself.
    pub fn paths(&self) -> Result<Vec<String>, BadPage> {
        let mut paths = Vec::new();
        for shelf in &self.manifest.parts {
            let lists = self.lists(&shelf.kind);
            paths.extend(lists.iter().map(|name| PartKind::List.path(name)));
            paths.extend(self.names(&shelf.kind)?.iter().map(|name| shelf.kind.path(name)));
        }
        Ok(paths)
    }

    /// Every page of a kind.
    pub fn pages<T>(
        &self,
        kind: &PartKind,
        parse: impl Fn(&[u8]) -> Result<T, PartDamage>,
    ) -> Result<Vec<T>, BadPage> {
        self.names(kind)?.iter().map(|name| self.read(kind, name, &parse)).collect()
    }

    /// All articles in short, by ordinal.
    pub fn summaries(&self) -> Result<Vec<Summary>, BadPage> {
        let pages = self.pages(&PartKind::Catalogue, parse_catalogue)?;
        Ok(pages.into_iter().flat_map(|page| page.articles).collect())
    }

    /// All articles, by ordinal.
    pub fn articles(&self) -> Result<Vec<Article>, BadPage> {
        let chunks = self.pages(&PartKind::Articles, parse_chunk)?;
        Ok(chunks.into_iter().flat_map(|chunk| chunk.articles).collect())
    }

    /// The units and bodies.
    pub fn units(&self) -> Result<Vec<Unit>, BadPage> {
        Ok(self.pages(&PartKind::Units, parse_units)?.concat())
    }

    /// All facts: the entries in order of first mention, each with every mention.
    pub fn chronicle(&self) -> Result<Chronicle, BadPage> {
        let mut pages: Vec<Facts> = Vec::new();
        for kind in [
            PartKind::Anniversaries,
            PartKind::Officials,
            PartKind::Programmes,
            PartKind::Directives,
            PartKind::Recent,
        ] {
            pages.extend(self.pages(&kind, parse_facts)?);
        }
        let mut all = Chronicle::default();
        for Facts { chronicle, .. } in pages {
            join(&mut all.anniversaries, chronicle.anniversaries, |e| &e.id, |e| &mut e.mentions);
            join(&mut all.officials, chronicle.officials, |e| &e.id, |e| &mut e.roles);
            join(&mut all.programmes, chronicle.programmes, |e| &e.id, |e| &mut e.mentions);
            join(&mut all.directives, chronicle.directives, |e| &e.id, |e| &mut e.mentions);
        }
        Ok(all)
    }

    /// What the articles tell besides: the entries in order of first mention, each with every
    /// mention; and the reference calendar.
    pub fn tellings(&self) -> Result<Tellings, BadPage> {
        let mut all = Tellings {
            reference: self.pages(&PartKind::Reference, parse_reference)?.concat(),
            ..Tellings::default()
        };
        for kind in PartKind::TOLD {
            for Told { mut tellings, .. } in self.pages(&kind, parse_told)? {
                join(&mut all.days, tellings.days, |e| &e.id, |e| &mut e.mentions);
                join(&mut all.congresses, tellings.congresses, |e| &e.id, |e| &mut e.mentions);
                join(&mut all.awards, tellings.awards, |e| &e.id, |e| &mut e.mentions);
                all.quotations.append(&mut tellings.quotations);
                all.figures.append(&mut tellings.figures);
            }
        }
        Ok(all)
    }

    /// The names of all that can be looked up.
    pub fn all_names(&self) -> Result<Vec<super::Name>, BadPage> {
        Ok(self.pages(&PartKind::Names, parse_names)?.concat())
    }
}

/// Takes entries over; of those that are there already, the mentions.
fn join<T, M>(
    all: &mut Vec<T>,
    more: Vec<T>,
    id: impl Fn(&T) -> &String,
    mentions: impl Fn(&mut T) -> &mut Vec<M>,
) {
    let known: HashMap<String, usize> =
        all.iter().enumerate().map(|(at, entry)| (id(entry).clone(), at)).collect();
    for mut entry in more {
        match known.get(id(&entry)) {
            Some(&at) => mentions(&mut all[at]).append(mentions(&mut entry)),
            None => all.push(entry),
        }
    }
}

/// The names of some pages.
pub fn names(pages: &Pages) -> Vec<String> {
    let digits = pages.names.as_bytes().chunks_exact(NAME_DIGITS);
    digits.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}
