//! Makes the gazetteer's file from the official tables.
//!
//! The folder holds, as tab-separated tables with a head line:
//!
//! | file | columns used |
//! |---|---|
//! | `units-history-2016-2025.tsv` | level, code, name, parent_code, first_seen, last_seen: the statistics office's lists up to the reform |
//! | `old-to-new-wards.tsv` | new_ward_code, old_ward_code, old_ward, old_district_code, new_province_code, old_province_code, relation, note: its table of old and new communes |
//! | `new-units-2025-07.tsv` | level, code, name, province_code: its list since the reform |
//! | `converter_2025.json` | optional: `DICT_PROVINCE_WARD_DIVIDED` of the Python package `vietnamadminunits` (MIT), for the main part of a divided commune where the table does not say where its people went |

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use calendar::Date;
use pico_args::Arguments;
use serde_json::Value;
use units::gazetteer::format::{self, HeirRow, Row, Table};
use units::gazetteer::{Part, Tenure, Tier};

use crate::project::Project;

/// The day of the two-tier units: resolutions of the National Assembly's committee of June 2025.
const REFORM: &str = "2025-07-01";

const SOURCES: &[&str] = &[
    "Danh mục các đơn vị hành chính Việt Nam 12/2016–3/2025, Tổng cục Thống kê (nay là Cục Thống kê)",
    "Bảng chuyển đổi đơn vị hành chính cấp xã và danh mục đơn vị hành chính từ 1/7/2025, Cục Thống kê",
];
const MAIN_PARTS: &str = "Phần chính của xã bị chia: bảng chuyển đổi (toàn bộ dân số); nếu không có, \
vietnamadminunits 1.0.4 (MIT), https://pypi.org/project/vietnamadminunits/1.0.4/";

/// The folder named on the command line.
pub(crate) fn folder(mut args: Arguments) -> Result<PathBuf> {
    let folder =
        args.opt_free_from_os_str(|text| Ok::<_, std::convert::Infallible>(PathBuf::from(text)))?;
    crate::no_more(args)?;
    folder.context("name the folder of the official tables: cargo xtask gazetteer FOLDER")
}

/// Writes `crates/units/data/gazetteer.tsv`.
pub(crate) fn run(project: &Project, folder: &Path) -> Result<()> {
    let read = |name: &str| tsv(&folder.join(name));
    let history = read("units-history-2016-2025.tsv")?;
    let moves = read("old-to-new-wards.tsv")?;
    let today = read("new-units-2025-07.tsv")?;
    let mains = main_parts(&folder.join("converter_2025.json"))?;
    let (table, left) = tables(&history, &moves, &today, &mains)?;
    for line in &left {
        println!("  left out: {line}");
    }
    let text = format::write(&table);
    let gazetteer = units::gazetteer::Gazetteer::read(&text)?;
    let path = project.root.join("crates/units/data/gazetteer.tsv");
    std::fs::write(&path, &text).with_context(|| format!("cannot write {}", path.display()))?;
    println!(
        "{} places, {} KB, {:.1} KB with brotli: {}",
        gazetteer.all().count(),
        text.len() / 1000,
        crate::compress::brotli(text.as_bytes())?.len() as f64 / 1000.0,
        path.display()
    );
    Ok(())
}

/// A line of a table, by column.
type Line = BTreeMap<String, String>;

fn tsv(path: &Path) -> Result<Vec<Line>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut lines = text.lines().map(|line| line.split('\t'));
    let head: Vec<&str> = lines.next().context("an empty table")?.collect();
    Ok(lines
        .map(|cells| {
            head.iter().zip(cells).map(|(key, cell)| ((*key).to_owned(), cell.to_owned())).collect()
        })
        .collect())
}

fn cell<'a>(line: &'a Line, key: &str) -> Result<&'a str> {
    line.get(key).map(String::as_str).with_context(|| format!("a line without {key}: {line:?}"))
}

fn code(line: &Line, key: &str) -> Result<u32> {
    cell(line, key)?.parse().with_context(|| format!("{key} is no number: {line:?}"))
}

/// A name as it is kept: the kind's second word in lower case ("Thị trấn"), the first in upper.
fn tidy(name: &str) -> String {
    let mut name = name.split_whitespace().collect::<Vec<_>>().join(" ").replace('’', "'");
    for (wrong, right) in [
        ("Thị Trấn ", "Thị trấn "),
        ("Thi trấn ", "Thị trấn "),
        ("Thị Xã ", "Thị xã "),
        ("Thành Phố ", "Thành phố "),
        ("xã ", "Xã "),
    ] {
        if let Some(rest) = name.strip_prefix(wrong) {
            name = format!("{right}{rest}");
        }
    }
    // One line of the lists lacks the word for its kind.
    let has_kind = KINDS.iter().any(|kind| key(&name).starts_with(kind));
    if has_kind { name } else { format!("Xã {name}") }
}

const KINDS: &[&str] = &[
    "thành phố ",
    "thị trấn ",
    "thị xã ",
    "đặc khu ",
    "tỉnh ",
    "quận ",
    "huyện ",
    "phường ",
    "xã ",
];

/// A name as names are compared.
fn key(name: &str) -> String {
    viet::tokens(name).map(|token| viet::canonical(token.text)).collect::<Vec<_>>().join(" ")
}

/// A name without the word for its kind.
fn proper(name: &str) -> String {
    let words = key(name);
    KINDS.iter().find_map(|kind| words.strip_prefix(kind)).unwrap_or(&words).to_owned()
}

/// A place of the old lists.
struct Old {
    tier: Tier,
    code: u32,
    name: String,
    tenures: Vec<Tenure>,
    heirs: Vec<HeirRow>,
    spellings: Vec<String>,
}

fn tables(
    history: &[Line],
    moves: &[Line],
    today: &[Line],
    mains: &BTreeSet<String>,
) -> Result<(Table, Vec<String>)> {
    let mut days: BTreeSet<Date> = BTreeSet::new();
    for line in history {
        for column in ["first_seen", "last_seen"] {
            days.insert(cell(line, column)?.parse().context("a day of the lists")?);
        }
    }
    let days: Vec<Date> = days.into_iter().chain([REFORM.parse()?]).collect();
    let mut olds = olds(history, &days)?;
    let last = u8::try_from(days.len() - 2)?;
    spell(&mut olds, moves, last)?;
    follow_kinds(&mut olds, last);
    let left = hand_over(&mut olds, moves, mains, last)?;
    let codes = provinces(&mut olds, moves, today, last)?;

    let mut rows = Vec::new();
    let of_tier = |tier: Tier| {
        let mut all: Vec<&Old> = olds.iter().filter(|old| old.tier == tier).collect();
        all.sort_by_key(|old| (old.code, old.tenures[0].first));
        all
    };
    let (districts, communes) = (of_tier(Tier::District), of_tier(Tier::Commune));
    let under = |old: &Old| old.tenures.last().and_then(|tenure| tenure.parent);
    let mut done = BTreeSet::new();
    for province in of_tier(Tier::Province) {
        rows.push(row(province, None, days.len()));
        if !done.insert(province.code) {
            continue;
        }
        for (index, district) in districts.iter().enumerate() {
            if under(district) != Some(province.code) {
                continue;
            }
            rows.push(row(district, Some(province.code), days.len()));
            if districts.get(index + 1).is_some_and(|next| {
                next.code == district.code && under(next) == Some(province.code)
            }) {
                continue;
            }
            let inside = communes.iter().filter(|commune| under(commune) == Some(district.code));
            rows.extend(inside.map(|commune| row(commune, Some(district.code), days.len())));
        }
        for line in today {
            if cell(line, "level")? == "ward"
                && codes.get(&code(line, "province_code")?) == Some(&province.code)
            {
                rows.push(Row {
                    tier: Tier::NewCommune,
                    code: code(line, "code")?,
                    name: tidy(cell(line, "name")?),
                    tenures: Vec::new(),
                    heirs: Vec::new(),
                    spellings: Vec::new(),
                });
            }
        }
    }
    let placed = rows.iter().filter(|row| row.tier != Tier::NewCommune).count();
    if placed != olds.len() {
        bail!("{placed} of {} old places are under one above them", olds.len());
    }
    let mut sources: Vec<String> = SOURCES.iter().map(|line| (*line).to_owned()).collect();
    sources.extend((!mains.is_empty()).then(|| MAIN_PARTS.to_owned()));
    Ok((Table { sources, days, rows }, left))
}

fn olds(history: &[Line], days: &[Date]) -> Result<Vec<Old>> {
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
fn spell(olds: &mut [Old], moves: &[Line], last: u8) -> Result<()> {
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

/// Whether a line is about an island district that had no communes and became one whole.
fn is_district(line: &Line) -> bool {
    line.get("old_ward_code").is_some_and(String::is_empty)
}

/// Whether two names under one code are one, spelled by two clerks: marks aside, at most two letters
/// apart, or longer by some words ("NT Liên Sơn", "Nông trường Liên Sơn"), or of another kind.
fn is_spelling(a: &str, b: &str) -> bool {
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
fn follow_kinds(olds: &mut [Old], last: u8) {
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

/// Gives the communes of the last lists their heirs.
fn hand_over(
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
fn main_key(line: &Line) -> Result<String> {
    let columns = ["old_province", "old_district", "old_ward", "new_ward"];
    let parts: Result<Vec<String>> =
        columns.iter().map(|column| Ok(squeezed(cell(line, column)?))).collect();
    Ok(parts?.join("_"))
}

fn squeezed(name: &str) -> String {
    viet::fold_slug(name).replace('-', "")
}

fn main_parts(path: &Path) -> Result<BTreeSet<String>> {
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
fn provinces(
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

/// A row, its tenure left out where the file's rules give it.
fn row(old: &Old, above: Option<u32>, days: usize) -> Row {
    let usual = match old.tier {
        Tier::Province => days - 1,
        _ => days - 2,
    };
    let mut tenures = old.tenures.clone();
    for tenure in &mut tenures {
        tenure.parent = tenure.parent.filter(|parent| Some(*parent) != above);
    }
    let is_usual = |tenure: &Tenure| {
        tenure.parent.is_none() && tenure.first == 0 && usize::from(tenure.last) == usual
    };
    if let [only] = &tenures[..]
        && is_usual(only)
    {
        tenures.clear();
    }
    Row {
        tier: old.tier,
        code: old.code,
        name: old.name.clone(),
        tenures,
        heirs: old.heirs.clone(),
        spellings: old.spellings.clone(),
    }
}
