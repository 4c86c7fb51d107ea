//! `bien-nien inspect`: whether a bundle is whole, and what it holds.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;
use bindery::messages::{self, Lang};
use model::bundle::manifest::verify;
use model::bundle::read::{
    parse_bodies, parse_catalogue, parse_chunk, parse_facts, parse_ids, parse_leads, parse_names,
    parse_order, parse_overview, parse_pages, parse_recent_bodies, parse_reference, parse_told,
    parse_unit_facts, parse_units,
};
use model::bundle::whole::names;
use model::bundle::{Manifest, Pages, PartDamage, PartKind};
use serde_json::{Value, json};

use crate::Outcome;
use crate::args::Inspect;
use crate::says::Refusal;

/// What is wrong with a part.
enum Fault {
    Missing,
    Unreadable(io::Error),
    Damaged(PartDamage),
    /// It holds another number of articles than the manifest says.
    Count {
        expected: u32,
        found: usize,
    },
}

/// Checks every part and prints what there is.
pub(crate) fn run(args: &Inspect, lang: Lang) -> Result<Outcome> {
    let path = manifest_path(&args.bundle);
    let bytes = fs::read(&path).map_err(|why| match why.kind() {
        io::ErrorKind::NotFound => Refusal::NotThere(path.clone()),
        _ => Refusal::Unreadable(path.clone(), why),
    })?;
    let manifest =
        Manifest::parse(&bytes).map_err(|error| Refusal::BadManifest(path.clone(), error))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let parts = parts(folder, &manifest);
    if args.json {
        println!("{:#}", as_json(&manifest, &parts, lang));
    } else {
        print_text(&manifest, &parts, lang);
    }
    let damaged = parts.iter().any(|part| part.fault.is_some());
    Ok(if damaged { Outcome::WithFaults } else { Outcome::Fine })
}

/// A file of the bundle, looked at.
struct Part {
    kind: PartKind,
    path: String,
    bytes: usize,
    fault: Option<Fault>,
}

/// Looks at every page, shelf by shelf; a shelf's lists stand before its pages.
fn parts(folder: &Path, manifest: &Manifest) -> Vec<Part> {
    let mut all = Vec::new();
    for shelf in &manifest.parts {
        if shelf.listed {
            for (name, items) in names(&shelf.pages).iter().zip(counts(&shelf.pages)) {
                let (part, list) = look(folder, &PartKind::List, name, items);
                all.push(part);
                let pages = list.and_then(|bytes| parse_pages(&bytes).ok()).unwrap_or_default();
                all.extend(on_shelf(folder, &shelf.kind, &pages));
            }
        } else {
            all.extend(on_shelf(folder, &shelf.kind, &shelf.pages));
        }
    }
    all
}

fn on_shelf(folder: &Path, kind: &PartKind, pages: &Pages) -> Vec<Part> {
    let names = names(pages);
    names.iter().zip(counts(pages)).map(|(name, items)| look(folder, kind, name, items).0).collect()
}

/// How many items each page holds, then nothing for ever: not all pages count theirs.
fn counts(pages: &Pages) -> impl Iterator<Item = Option<u32>> {
    let counted = pages.counts.iter().flat_map(|&(items, pages)| {
        std::iter::repeat_n(Some(items), usize::try_from(pages).unwrap_or(usize::MAX))
    });
    counted.chain(std::iter::repeat(None))
}

fn manifest_path(bundle: &Path) -> PathBuf {
    if bundle.is_dir() { bundle.join("archive.json") } else { bundle.to_owned() }
}

/// Looks at a page that should hold so many items; its bytes, if they can be used.
fn look(folder: &Path, kind: &PartKind, name: &str, items: Option<u32>) -> (Part, Option<Vec<u8>>) {
    let path = kind.path(name);
    let read = fs::read(folder.join(&path)).map_err(|why| match why.kind() {
        io::ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Unreadable(why),
    });
    let length = read.as_ref().map_or(0, Vec::len);
    let checked = read.and_then(|bytes| {
        verify(name, &bytes).map_err(Fault::Damaged)?;
        let found = count(kind, &bytes).map_err(Fault::Damaged)?;
        match items.zip(found) {
            Some((expected, found)) if usize::try_from(expected) != Ok(found) => {
                Err(Fault::Count { expected, found })
            }
            _ => Ok(bytes),
        }
    });
    let (bytes, fault) = match checked {
        Ok(bytes) => (Some(bytes), None),
        Err(fault) => (None, Some(fault)),
    };
    (Part { kind: kind.clone(), path, bytes: length, fault }, bytes)
}

/// The items that a page holds, where they are counted; or why it cannot be read.
fn count(kind: &PartKind, bytes: &[u8]) -> Result<Option<usize>, PartDamage> {
    Ok(match kind {
        PartKind::List => usize::try_from(parse_pages(bytes)?.items()).ok(),
        PartKind::Overview => parse_overview(bytes).map(|_| None)?,
        PartKind::Units => parse_units(bytes).map(|_| None)?,
        PartKind::Catalogue => Some(parse_catalogue(bytes)?.articles.len()),
        PartKind::Leads => Some(parse_leads(bytes)?.len()),
        PartKind::Order => parse_order(bytes).map(|_| None)?,
        PartKind::Ids => parse_ids(bytes).map(|_| None)?,
        PartKind::Names => Some(parse_names(bytes)?.len()),
        PartKind::Anniversaries => Some(parse_facts(bytes)?.chronicle.anniversaries.len()),
        PartKind::Officials => Some(parse_facts(bytes)?.chronicle.officials.len()),
        PartKind::Programmes => Some(parse_facts(bytes)?.chronicle.programmes.len()),
        PartKind::Directives => Some(parse_facts(bytes)?.chronicle.directives.len()),
        PartKind::Recent => parse_facts(bytes).map(|_| None)?,
        PartKind::Days
        | PartKind::Congresses
        | PartKind::Awards
        | PartKind::Quotations
        | PartKind::Figures => parse_told(bytes).map(|_| None)?,
        PartKind::Reference => parse_reference(bytes).map(|_| None)?,
        PartKind::Bodies => Some(parse_bodies(bytes)?.len()),
        PartKind::RecentBodies => parse_recent_bodies(bytes).map(|_| None)?,
        PartKind::UnitFacts => Some(parse_unit_facts(bytes)?.len()),
        PartKind::Articles => Some(parse_chunk(bytes)?.articles.len()),
        PartKind::Index
        | PartKind::Jpeg
        | PartKind::Png
        | PartKind::Webp
        | PartKind::Gif
        | PartKind::Unknown(_) => None,
    })
}

fn print_text(manifest: &Manifest, parts: &[Part], lang: Lang) {
    println!("{}", manifest.title);
    for part in parts {
        let fault = &part.fault;
        let state = match (fault, lang) {
            (Some(_), Lang::Vi) => "HỎNG",
            (Some(_), Lang::En) => "BAD ",
            (None, Lang::Vi) => "tốt ",
            (None, Lang::En) => "good",
        };
        let size = messages::size(part.bytes as u64, lang);
        println!("  {state}  {:<13} {size:>9}  {}", part.kind.as_str(), part.path);
        if let Some(fault) = fault {
            println!("        {}", sentence(fault, lang));
        }
    }
    let bad = parts.iter().filter(|part| part.fault.is_some()).count();
    let bytes = messages::size(parts.iter().map(|part| part.bytes as u64).sum(), lang);
    let (parts, counts) = (parts.len(), &manifest.counts);
    let digest = &manifest.digest[..16.min(manifest.digest.len())];
    match lang {
        Lang::Vi => println!(
            "{} bài, {} đơn vị, {} ngày kỷ niệm; {parts} phần, {bytes}; trạng thái {digest}; {}.\n\
             Dấu số chỉ cho biết tệp có bị hỏng không, không chứng nhận nguồn gốc.",
            counts.articles,
            counts.units,
            counts.anniversaries,
            if bad == 0 { "nguyên vẹn".to_owned() } else { format!("{bad} phần hỏng") }
        ),
        Lang::En => println!(
            "{} articles, {} units, {} anniversaries; {parts} parts, {bytes}; state {digest}; {}.\n\
             Digests show damage, not forgery.",
            counts.articles,
            counts.units,
            counts.anniversaries,
            if bad == 0 { "whole".to_owned() } else { format!("{bad} parts are bad") }
        ),
    }
}

fn as_json(manifest: &Manifest, parts: &[Part], lang: Lang) -> Value {
    let damaged = parts.iter().filter(|part| part.fault.is_some()).count();
    let parts: Vec<Value> = parts
        .iter()
        .map(|part| {
            json!({
                "kind": part.kind.as_str(),
                "path": part.path,
                "bytes": part.bytes,
                "fault": part.fault.as_ref().map(code),
                "message": part.fault.as_ref().map(|fault| sentence(fault, lang)),
            })
        })
        .collect();
    json!({
        "title": manifest.title,
        "schema": manifest.schema,
        "digest": manifest.digest,
        "counts": manifest.counts,
        "parts": parts,
        "damaged": damaged,
    })
}

fn code(fault: &Fault) -> &'static str {
    match fault {
        Fault::Missing => "missing",
        Fault::Unreadable(_) => "unreadable",
        Fault::Damaged(PartDamage::Digest { .. }) => "digest",
        Fault::Damaged(PartDamage::Format { .. } | PartDamage::Field { .. }) => "format",
        Fault::Count { .. } => "count",
    }
}

fn sentence(fault: &Fault, lang: Lang) -> String {
    let vi = lang == Lang::Vi;
    match fault {
        Fault::Missing if vi => "thiếu tệp này: hãy chép lại hoặc đóng gói lại kho".to_owned(),
        Fault::Missing => "the file is missing: copy it again, or build again".to_owned(),
        Fault::Unreadable(why) if vi => {
            format!("không đọc được ({why}): hãy kiểm tra quyền đọc và ổ đĩa")
        }
        Fault::Unreadable(why) => format!("cannot be read ({why}): check permissions and the disk"),
        Fault::Damaged(PartDamage::Digest { .. }) if vi => {
            "nội dung khác lúc đóng gói (dấu số SHA-256 không khớp): hãy chép lại hoặc đóng gói lại"
                .to_owned()
        }
        Fault::Damaged(PartDamage::Format { line, column, what }) if vi => {
            format!("không đúng dạng, dòng {line}, cột {column} ({what}): hãy đóng gói lại kho")
        }
        Fault::Damaged(damage) => format!("{damage}: copy it again, or build again"),
        Fault::Count { expected, found } if vi => {
            format!("có {found} mục, bản kê ghi {expected}: hãy đóng gói lại kho")
        }
        Fault::Count { expected, found } => {
            format!("{found} entries, the manifest says {expected}: build again")
        }
    }
}
