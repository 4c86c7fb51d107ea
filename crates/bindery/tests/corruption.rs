//! Damaged copies of the sample's bundle: whatever is done to a part, its name tells; whatever its
//! bytes are, every reader answers with a value or a fault; and the other parts read as before.
//! `cargo xtask soak --only bindery` draws thousands of them.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bindery::bind;
use bindery::folder::{self, ArticleFile};
use model::bundle::digest::sha256_hex;
use model::bundle::read::{
    parse_bodies, parse_catalogue, parse_chunk, parse_facts, parse_ids, parse_leads, parse_names,
    parse_order, parse_overview, parse_pages, parse_recent_bodies, parse_reference, parse_told,
    parse_unit_facts, parse_units,
};
use model::bundle::set::ArticleSet;
use model::bundle::write::File;
use model::bundle::{Form, Manifest};
use proptest::prelude::*;
use proptest::sample::Index;

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../archive")
}

/// The sample's bundle, bound once.
static BUNDLE: LazyLock<Vec<File>> = LazyLock::new(|| {
    let settings = fs::read(sample().join("archive.toml")).unwrap();
    let files = fs::read_dir(sample().join("articles")).unwrap().map(|entry| {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        ArticleFile { name, content: Ok(fs::read(entry.path()).unwrap()) }
    });
    bind(folder::read(Some(&settings), files), &mut |_| ()).files
});

/// Every reader of a file of a bundle, by the kinds that its name tells.
fn readers(path: &str, bytes: &[u8]) -> Vec<Option<bool>> {
    let of = |kind: &str, read: fn(&[u8]) -> bool| {
        // All are tried on all: a manifest may call any file anything.
        let sound = read(bytes);
        path.starts_with(&format!("parts/{kind}-")).then_some(sound)
    };
    vec![
        of("catalogue", |bytes| parse_catalogue(bytes).is_ok()),
        of("articles", |bytes| parse_chunk(bytes).is_ok()),
        of("units", |bytes| parse_units(bytes).is_ok()),
        of("overview", |bytes| parse_overview(bytes).is_ok()),
        of("order", |bytes| parse_order(bytes).is_ok()),
        of("names", |bytes| parse_names(bytes).is_ok()),
        of("leads", |bytes| parse_leads(bytes).is_ok()),
        of("ids", |bytes| parse_ids(bytes).is_ok()),
        of("reference", |bytes| parse_reference(bytes).is_ok()),
        of("recent-bodies", |bytes| parse_recent_bodies(bytes).is_ok()),
        of("bodies", |bytes| parse_bodies(bytes).is_ok()),
        of("", |bytes| parse_told(bytes).is_ok()),
        of("", |bytes| parse_pages(bytes).is_ok()),
        of("", |bytes| parse_facts(bytes).is_ok()),
        of("", |bytes| parse_unit_facts(bytes).is_ok()),
        of("", |bytes| Form::of(bytes).is_ok()),
        of("", |bytes| ArticleSet::parse(bytes).is_ok()),
    ]
}

/// Whether a part's name fits its bytes: it ends in the first digits of their digest.
fn fits_its_name(file: &File) -> bool {
    let stem = file.path.rsplit_once('.').map_or(file.path.as_str(), |(stem, _)| stem);
    stem.ends_with(&sha256_hex(&file.bytes)[..16])
}

#[derive(Clone, Debug)]
enum Damage {
    Flip(Index, u8),
    Cut(Index),
    Splice(Index, usize, Vec<u8>),
    Zero(Index),
    Other(Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        (at(), 1_u8..).prop_map(|(at, bits)| Damage::Flip(at, bits)),
        at().prop_map(Damage::Cut),
        (at(), 0_usize..300, prop::collection::vec(any::<u8>(), 0..300))
            .prop_map(|(at, length, with)| Damage::Splice(at, length, with)),
        at().prop_map(Damage::Zero),
        at().prop_map(Damage::Other),
    ]
}

fn damaged(bytes: &[u8], damage: &Damage) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let place = |at: &Index| at.index(bytes.len().max(1));
    match damage {
        Damage::Flip(at, bits) => {
            let at = place(at);
            bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= bits);
        }
        Damage::Cut(at) => bytes.truncate(at.index(bytes.len().max(1))),
        Damage::Splice(at, length, with) => {
            let start = place(at).min(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, with.iter().copied());
        }
        Damage::Zero(at) => {
            let at = place(at);
            bytes.iter_mut().skip(at).for_each(|byte| *byte = 0);
        }
        // Another file of the bundle in this one's place, as a host's mistake has it.
        Damage::Other(which) => bytes = BUNDLE[which.index(BUNDLE.len())].bytes.clone(),
    }
    bytes
}

#[test]
fn the_sample_is_sound() {
    for file in BUNDLE.iter().filter(|file| file.path != "archive.json") {
        assert!(fits_its_name(file), "{}", file.path);
        assert!(readers(&file.path, &file.bytes).iter().flatten().all(|sound| *sound));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn damage_is_noticed_and_breaks_nothing(which in any::<Index>(), damage in damage()) {
        let file = &BUNDLE[which.index(BUNDLE.len())];
        let bytes = damaged(&file.bytes, &damage);
        let copy = File { path: file.path.clone(), bytes };
        // No reader panics, whatever its answer.
        let _ = readers(&copy.path, &copy.bytes);
        if copy.bytes == file.bytes {
            return Ok(());
        }
        if copy.path == "archive.json" {
            // It has no name by content: what a viewer shows is that it cannot be read, or that
            // what it names is not there.
            let _ = Manifest::parse(&copy.bytes);
        } else {
            prop_assert!(!fits_its_name(&copy), "{}: {damage:?}", copy.path);
        }
    }
}
