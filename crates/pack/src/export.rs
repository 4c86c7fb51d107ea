//! `bien-nien export`: a bundle, or what is new in it, as one file to carry.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Result;
use bindery::messages::Lang;
use model::bundle::write::File;

use crate::args::Export;
use crate::says::{self, Refusal};
use crate::{Outcome, portable};

/// Exports. Whatever fails, a file that was there stays as it was.
pub(crate) fn run(args: &Export, lang: Lang) -> Result<Outcome> {
    let bundle = bundle(&args.site)?;
    let had: BTreeSet<String> = match &args.since {
        Some(older) => bundle_paths(older)?,
        None => BTreeSet::new(),
    };
    let unwritable = |why| Refusal::Unwritable(args.output.clone(), why);
    let bytes = portable::write(&bundle, &had).map_err(unwritable)?;
    let mut aside = args.output.clone().into_os_string();
    aside.push(format!(".moi-{}", std::process::id()));
    fs::write(&aside, &bytes).map_err(unwritable)?;
    fs::rename(&aside, &args.output).map_err(unwritable)?;
    let parts = bundle.iter().filter(|file| !had.contains(&file.path)).count();
    println!("{}", says::exported(&args.output, parts, bytes.len() as u64, lang));
    Ok(Outcome::Fine)
}

/// The files of the bundle in a folder, each checked against its list.
fn bundle(folder: &Path) -> Result<Vec<File>> {
    if !folder.is_dir() {
        return Err(Refusal::NotThere(folder.to_owned()).into());
    }
    portable::from_folder(&|path| fs::read(folder.join(path)).ok())
        .map_err(|fault| Refusal::BadFile(folder.to_owned(), fault).into())
}

/// The parts of an older bundle. Its manifest always goes along.
fn bundle_paths(folder: &Path) -> Result<BTreeSet<String>> {
    Ok(bundle(folder)?.into_iter().skip(1).map(|file| file.path).collect())
}
