//! The places of the lists before the reform.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use calendar::Date;
use units::gazetteer::format::HeirRow;
use units::gazetteer::{Part, Tenure, Tier};

use super::heirs::is_district;
use super::lines::{Line, cell, code, key, proper, tidy};

/// A place of the old lists.
pub(super) struct Old {
    pub(super) tier: Tier,
    pub(super) code: u32,
    pub(super) name: String,
    pub(super) tenures: Vec<Tenure>,
    pub(super) heirs: Vec<HeirRow>,
    pub(super) spellings: Vec<String>,
}

pub(super) fn olds(history: &[Line], days: &[Date]) -> Result<Vec<Old>> {
    let mut olds: Vec<Old> = Vec::new();
    let mut known: BTreeMap<(Tier, u32, String), usize> = BTreeMap::new();
    let index = |day: &str| -> Result<u8> {
        let day: Date = day.parse().context("a day")?;
        Ok(u8::try_from(days.binary_search(&day).unwrap_or_default())?)
    };
    for line in history {
        let tier = match cell(line, "level")? {
            "province" => Tier::Province,
            "district" => Tier::District,
            _ => Tier::Commune,
        };
        let parent = match cell(line, "parent_code")? {
            "" => None,
            text => Some(text.parse()?),
        };
        let (first, last) = (index(cell(line, "first_seen")?)?, index(cell(line, "last_seen")?)?);
        let name = tidy(cell(line, "name")?);
        let code = code(line, "code")?;
        let at = *known.entry((tier, code, key(&name))).or_insert_with(|| {
            olds.push(Old {
                tier,
                code,
                name: name.clone(),
                tenures: Vec::new(),
                heirs: Vec::new(),
                spellings: Vec::new(),
            });
            olds.len() - 1
        });
        // Lists agree on the place where only its spelling changed.
        let tenures = &mut olds[at].tenures;
        match tenures.last_mut().filter(|tenure| tenure.parent == parent) {
            Some(tenure) if first <= tenure.last + 1 => tenure.last = tenure.last.max(last),
            _ => tenures.push(Tenure { parent, first, last }),
        }
        tenures.sort_by_key(|tenure| (tenure.first, tenure.last));
        olds[at].name = name;
    }
    Ok(olds)
}

/// Takes the spellings of the table of old and new communes, which is the later and more careful
/// one; what the lists had is kept as another spelling.
pub(super) fn spell(olds: &mut [Old], moves: &[Line], last: u8) -> Result<()> {
    let mut done = BTreeSet::new();
    for line in moves.iter().filter(|line| !is_district(line)) {
        let (code, name) = (code(line, "old_ward_code")?, tidy(cell(line, "old_ward")?));
        if !done.insert(code) {
            continue;
        }
        let listed = olds.iter_mut().find(|old| {
            old.tier == Tier::Commune
                && old.code == code
                && old.tenures.iter().any(|t| t.last == last)
        });
        let Some(old) = listed.filter(|old| is_spelling(&old.name, &name)) else { continue };
        if key(&old.name) != key(&name) {
            old.spellings.push(std::mem::replace(&mut old.name, name));
        } else {
            old.name = name;
        }
    }
    Ok(())
}

/// Whether two names under one code are one, spelled by two clerks: marks aside, at most two letters
/// apart, or longer by some words ("NT Liên Sơn", "Nông trường Liên Sơn"), or of another kind.
pub(super) fn is_spelling(a: &str, b: &str) -> bool {
    let plain = |name: &str| viet::fold(&proper(name));
    let (a, b) = (plain(a), plain(b));
    if a.starts_with(&b) || b.starts_with(&a) || a.rsplit(' ').next() == b.rsplit(' ').next() {
        return true;
    }
    let distance = {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, x) in a.iter().enumerate() {
            let mut corner = i;
            row[0] = i + 1;
            for (j, y) in b.iter().enumerate() {
                let next = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
                corner = std::mem::replace(&mut row[j + 1], next);
            }
        }
        row[b.len()]
    };
    distance <= 2
}

/// A place whose kind alone changed under one code ("Xã Tam Sơn", "Thị trấn Tam Sơn") went whole
/// into the one that follows.
pub(super) fn follow_kinds(olds: &mut [Old], last: u8) {
    let followed: Vec<bool> = olds
        .iter()
        .map(|old| {
            let ended = old.tenures.last().map_or(last, |tenure| tenure.last);
            olds.iter().any(|next| {
                (next.tier, next.code) == (old.tier, old.code)
                    && next.tenures[0].first == ended + 1
                    && proper(&next.name) == proper(&old.name)
            })
        })
        .collect();
    for (old, followed) in olds.iter_mut().zip(followed) {
        if followed {
            old.heirs.push(HeirRow { code: None, part: Part::Whole });
        }
    }
}
