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

mod heirs;
mod lines;
mod olds;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use calendar::Date;
use pico_args::Arguments;
use units::gazetteer::format::{self, Row, Table};
use units::gazetteer::{Tenure, Tier};

use self::heirs::{hand_over, main_parts, provinces};
use self::lines::{Line, cell, code, tidy, tsv};
use self::olds::{Old, follow_kinds, olds, spell};
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
