//! What became of the places of the old lists.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use units::gazetteer::format::HeirRow;
use units::gazetteer::{Part, Tier};

use super::lines::{Line, cell, code, key, tidy};
use super::olds::{Old, is_spelling};

/// Whether a line is about an island district that had no communes and became one whole.
pub(super) fn is_district(line: &Line) -> bool {
    line.get("old_ward_code").is_some_and(String::is_empty)
}

/// Gives the communes of the last lists their heirs.
pub(super) fn hand_over(
    olds: &mut [Old],
    moves: &[Line],
    mains: &BTreeSet<String>,
    last: u8,
) -> Result<Vec<String>> {
    let mut left = Vec::new();
    for line in moves.iter().filter(|line| is_district(line)) {
        let island = code(line, "old_district_code")?;
        let heir = HeirRow { code: Some(code(line, "new_ward_code")?), part: Part::Whole };
        let old = olds.iter_mut().find(|old| {
            (old.tier, old.code) == (Tier::District, island)
                && old.tenures.iter().any(|tenure| tenure.last == last)
        });
        old.with_context(|| format!("no such district: {line:?}"))?.heirs.push(heir);
    }
    for line in moves.iter().filter(|line| !is_district(line)) {
        let (code_, district) = (code(line, "old_ward_code")?, code(line, "old_district_code")?);
        let name = tidy(cell(line, "old_ward")?);
        let lived = |old: &Old| {
            old.tier == Tier::Commune && old.tenures.iter().any(|tenure| tenure.last == last)
        };
        let by_code = olds
            .iter()
            .position(|old| lived(old) && old.code == code_ && is_spelling(&old.name, &name));
        // The table gives some communes the code of the one they had joined.
        let by_name = || {
            olds.iter().position(|old| {
                old.tier == Tier::Commune
                    && old.tenures.last().is_some_and(|tenure| tenure.parent == Some(district))
                    && key(&old.name) == key(&name)
            })
        };
        let Some(at) = by_code.or_else(by_name) else {
            left.push(format!("{} {name}: on no list", cell(line, "old_ward_code")?));
            continue;
        };
        let part = if cell(line, "relation")? == "whole" {
            Part::Whole
        } else if cell(line, "note")?.contains("toàn bộ dân số") || mains.contains(&main_key(line)?)
        {
            Part::Main
        } else {
            Part::Some
        };
        let heir = HeirRow { code: Some(code(line, "new_ward_code")?), part };
        if !olds[at].heirs.iter().any(|known| known.code == heir.code) {
            olds[at].heirs.push(heir);
        }
    }
    for old in olds.iter_mut() {
        // Not main where two say so, nor beside a whole.
        let mains = old.heirs.iter().filter(|heir| heir.part == Part::Main).count();
        if mains > 1 {
            old.heirs.iter_mut().for_each(|heir| heir.part = heir.part.max(Part::Some));
        }
    }
    Ok(left)
}

/// What `main_parts` calls a line of the table: old province, district, commune, new commune.
pub(super) fn main_key(line: &Line) -> Result<String> {
    let columns = ["old_province", "old_district", "old_ward", "new_ward"];
    let parts: Result<Vec<String>> =
        columns.iter().map(|column| Ok(squeezed(cell(line, column)?))).collect();
    Ok(parts?.join("_"))
}

pub(super) fn squeezed(name: &str) -> String {
    viet::fold_slug(name).replace('-', "")
}

pub(super) fn main_parts(path: &Path) -> Result<BTreeSet<String>> {
    let mut keys = BTreeSet::new();
    if !path.is_file() {
        return Ok(keys);
    }
    let text = std::fs::read_to_string(path)?;
    let data: Value = serde_json::from_str(&text).context("converter_2025.json is not JSON")?;
    let provinces = data["DICT_PROVINCE_WARD_DIVIDED"].as_object();
    let provinces = provinces.context("converter_2025.json has no DICT_PROVINCE_WARD_DIVIDED")?;
    for (old, heirs) in provinces.values().filter_map(Value::as_object).flatten() {
        for heir in heirs.as_array().into_iter().flatten() {
            if heir["isDefaultNewWard"] == true
                && let Some(new) = heir["newWardKey"].as_str()
            {
                keys.insert(format!("{old}_{new}"));
            }
        }
    }
    Ok(keys)
}

/// Provinces of today live on under their names; the others joined one of them. Returns which
/// province of the lists each code of today is: seven were given another's code.
pub(super) fn provinces(
    olds: &mut [Old],
    moves: &[Line],
    today: &[Line],
    last: u8,
) -> Result<BTreeMap<u32, u32>> {
    let mut codes = BTreeMap::new();
    for line in today.iter().filter(|line| line.get("level").is_some_and(|l| l == "province")) {
        let name = tidy(cell(line, "name")?);
        let living = olds.iter_mut().filter(|old| old.tier == Tier::Province).find_map(|old| {
            let same = key(&name) == key(&old.name);
            let tenure = old.tenures.last_mut().filter(|tenure| same && tenure.last == last)?;
            tenure.last = last + 1;
            Some(old.code)
        });
        let living = living.with_context(|| format!("a province without a past: {name}"))?;
        codes.insert(code(line, "code")?, living);
    }
    // Provinces were joined whole: a single commune that the table sends elsewhere is its mistake.
    let mut communes: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for line in moves {
        let (from, to) = (code(line, "old_province_code")?, code(line, "new_province_code")?);
        *communes.entry((from, to)).or_default() += 1;
    }
    for old in olds.iter_mut().filter(|old| old.tier == Tier::Province) {
        let ended = old.tenures.last().is_some_and(|tenure| tenure.last == last);
        let of_old = communes.iter().filter(|((from, _), _)| *from == old.code);
        if ended && let Some(((_, to), _)) = of_old.max_by_key(|(_, count)| **count) {
            let to = codes.get(to).with_context(|| format!("no province has the code {to}"))?;
            old.heirs = vec![HeirRow { code: Some(*to), part: Part::Whole }];
        }
    }
    Ok(codes)
}
