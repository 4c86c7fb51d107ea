//! `bien-nien import`: an archive file into a folder, checked, whole or not at all.

use std::fs;
use std::io::BufReader;

use anyhow::Result;
use bindery::messages::Lang;
use bindery::offline;

use crate::args::Import;
use crate::build::is_of_another;
use crate::says::{self, Refusal};
use crate::{Outcome, portable, site, squeeze, viewer};

/// Takes an archive file in. In a folder that holds a site already, its archive is replaced and the
/// viewer stays; an update finds there the parts that it leaves out.
pub(crate) fn run(args: &Import, lang: Lang) -> Result<Outcome> {
    let unreadable = |why| Refusal::Unreadable(args.file.clone(), why);
    let file = fs::File::open(&args.file).map_err(unreadable)?;
    let place = site::Place::check(&args.output, &args.file)?;
    let had = |path: &str| fs::read(place.path.join(path)).ok();
    let taken = portable::read(BufReader::new(file), &had)
        .map_err(|fault| Refusal::BadFile(args.file.clone(), fault))?;

    let mut all = Vec::new();
    if place.path.is_dir() {
        all = viewer::files_of(&place.path)?;
        all.retain(|file| !is_of_another(&file.path));
    }
    let parts = taken.len();
    let list = offline::list(&taken, &[]);
    all.extend(taken);
    all.push(list);
    let aside = place.aside()?;
    squeeze::write(squeeze::Load::of(all), &place.path, &aside, &|_, _| ())?;
    aside.put()?;
    println!("{}", says::received(&place.path, parts, lang));
    Ok(Outcome::Fine)
}
