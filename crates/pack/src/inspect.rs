//! `bien-nien inspect`: whether a bundle is whole, and what it holds.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;
use bindery::messages::{self, Lang};
use model::bundle::read::{parse_catalogue, parse_chronicle, parse_chunk, parse_units};
use model::bundle::{Manifest, PartDamage, PartKind, PartRef};
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
    let faults: Vec<(&PartRef, Option<Fault>)> =
        manifest.parts.iter().map(|part| (part, check(folder, part, &manifest).err())).collect();
    if args.json {
        println!("{:#}", as_json(&manifest, &faults, lang));
    } else {
        print_text(&manifest, &faults, lang);
    }
    let damaged = faults.iter().any(|(_, fault)| fault.is_some());
    Ok(if damaged { Outcome::WithFaults } else { Outcome::Fine })
}

fn manifest_path(bundle: &Path) -> PathBuf {
    if bundle.is_dir() { bundle.join("archive.json") } else { bundle.to_owned() }
}

fn check(folder: &Path, part: &PartRef, manifest: &Manifest) -> Result<(), Fault> {
    let bytes = fs::read(folder.join(&part.path)).map_err(|why| match why.kind() {
        io::ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Unreadable(why),
    })?;
    part.verify(&bytes).map_err(Fault::Damaged)?;
    let counted = |expected: u32, found: usize| {
        let same = usize::try_from(expected) == Ok(found);
        if same { Ok(()) } else { Err(Fault::Count { expected, found }) }
    };
    match &part.kind {
        PartKind::Catalogue => {
            let catalogue = parse_catalogue(&bytes).map_err(Fault::Damaged)?;
            counted(manifest.counts.articles, catalogue.articles.len())
        }
        PartKind::Articles => {
            let chunk = parse_chunk(&bytes).map_err(Fault::Damaged)?;
            part.count.map_or(Ok(()), |count| counted(count, chunk.articles.len()))
        }
        PartKind::Units => {
            let units = parse_units(&bytes).map_err(Fault::Damaged)?;
            counted(manifest.counts.units, units.len())
        }
        PartKind::Chronicle => {
            let chronicle = parse_chronicle(&bytes).map_err(Fault::Damaged)?;
            counted(manifest.counts.anniversaries, chronicle.anniversaries.len())
        }
        PartKind::Index | PartKind::Unknown(_) => Ok(()),
    }
}

fn print_text(manifest: &Manifest, faults: &[(&PartRef, Option<Fault>)], lang: Lang) {
    println!("{}", manifest.title);
    for (part, fault) in faults {
        let state = match (fault, lang) {
            (Some(_), Lang::Vi) => "HỎNG",
            (Some(_), Lang::En) => "BAD ",
            (None, Lang::Vi) => "tốt ",
            (None, Lang::En) => "good",
        };
        let size = messages::size(part.bytes, lang);
        println!("  {state}  {:<10} {size:>9}  {}", part.kind.as_str(), part.path);
        if let Some(fault) = fault {
            println!("        {}", sentence(fault, lang));
        }
    }
    let bad = faults.iter().filter(|(_, fault)| fault.is_some()).count();
    let (parts, counts) = (faults.len(), &manifest.counts);
    let bytes = messages::size(manifest.parts.iter().map(|part| part.bytes).sum(), lang);
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

fn as_json(manifest: &Manifest, faults: &[(&PartRef, Option<Fault>)], lang: Lang) -> Value {
    let parts: Vec<Value> = faults
        .iter()
        .map(|(part, fault)| {
            json!({
                "kind": part.kind.as_str(),
                "path": part.path,
                "bytes": part.bytes,
                "fault": fault.as_ref().map(code),
                "message": fault.as_ref().map(|fault| sentence(fault, lang)),
            })
        })
        .collect();
    json!({
        "title": manifest.title,
        "schema": manifest.schema,
        "digest": manifest.digest,
        "counts": manifest.counts,
        "parts": parts,
        "damaged": faults.iter().filter(|(_, fault)| fault.is_some()).count(),
    })
}

fn code(fault: &Fault) -> &'static str {
    match fault {
        Fault::Missing => "missing",
        Fault::Unreadable(_) => "unreadable",
        Fault::Damaged(PartDamage::Length { .. }) => "length",
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
        Fault::Damaged(PartDamage::Length { expected, found }) if vi => format!(
            "tệp dài {found} byte, đúng ra {expected}: chép thiếu hoặc bị sửa; hãy chép lại hoặc đóng gói lại"
        ),
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
