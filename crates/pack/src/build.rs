//! `bien-nien build`: a whole site, or only its bundle.

use std::path::{Path, PathBuf};

use anyhow::Result;
use bindery::messages::{self, Lang};
use bindery::problem::What;
use bindery::{Bound, offline};
use model::bundle::digest::sha256_hex;
use model::bundle::write::{File, PictureFile};
use squeeze::Load;

use crate::args::Build;
use crate::look::{self, Look};
use crate::progress::Progress;
use crate::says::{self, Refusal};
use crate::source::Cache;
use crate::viewer::Viewer;
use crate::{Outcome, check, previous, single, site, source, squeeze};

/// Builds. Whatever fails, the folder that was there stays as it was.
pub(crate) fn run(args: &Build, lang: Lang) -> Result<Outcome> {
    make(args, &mut Cache::default(), lang)
}

/// The same, where files that did not change since the last time need not be read again.
pub(crate) fn make(args: &Build, cache: &mut Cache, lang: Lang) -> Result<Outcome> {
    // What can be refused is refused before the long work.
    let viewer = if args.bundle_only { None } else { Some(Viewer::find(args.viewer.as_deref())?) };
    let place = site::Place::check(&args.output, &args.archive)?;

    let progress = Progress::new(lang);
    let source::Source { mut draft, pictures: from } =
        source::read(&args.archive, cache, &progress)?;
    draft.previous = previous::read(&place.path);
    let bound = bindery::bind(draft, &mut |step| progress.binding(step));
    let Bound { files, pictures, mut report, contents } = bound;
    let look = Look::read(&contents.about.extra, &args.archive, &mut report.problems);
    let shown = Shown { pictures: &pictures, from: &from };
    let empty = report.problems.iter().any(|problem| problem.what == What::NoArticles);
    if empty {
        drop(progress);
        tell(&report, lang);
        return Err(Refusal::NothingToBuild(args.archive.clone()).into());
    }

    let mut all = viewer.map(|viewer| viewer.files()).transpose()?.unwrap_or_default();
    let template = take(&mut all, single::TEMPLATE);
    // The viewer was built beside some archive perhaps: this one takes its place.
    all.retain(|file| !is_of_another(&file.path) && !offline::is_finished_here(&file.path));
    look::clear(&mut all);
    let list = offline::list(&files, &pictures);
    if args.single {
        let template = template.ok_or(Refusal::BrokenViewer(single::TEMPLATE))?;
        let mut page = single::page(&template, &files, &mut shown.files(), &report.title)?;
        if let Some(look) = &look {
            look.put_inside(&mut page);
        }
        all.push(page);
    }
    all.extend(files);
    all.push(list);
    let pages = (!args.bundle_only && !args.no_pages).then(|| front::Pages::new(&contents));
    if let Some(pages) = &pages {
        front::begin(&mut all, &contents);
        all.extend(pages.others());
    } else {
        front::announce(&mut all, false);
    }
    if let Some(look) = look.filter(|_| !args.bundle_only) {
        look.put(&mut all);
    }
    offline::finish(&mut all, &report.title).map_err(|broken| Refusal::BrokenViewer(broken.0))?;
    let texts = contents.articles.iter().map(|article| article.text.len() + PAGE_BYTES);
    let load = Load {
        files: all,
        made: pages.as_ref().map_or(0, front::Pages::len),
        make: &|ordinal| pages.as_ref().map_or_else(Vec::new, |pages| pages.of(ordinal)),
        made_bytes: texts.sum(),
    };
    let aside = place.aside()?;
    squeeze::write(load, &place.path, &aside, &|done, of| progress.writing(done, of))?;
    for picture in shown.files() {
        let picture = picture?;
        aside.write(&picture.path, &picture.bytes)?;
    }
    let bytes = aside.put()?;
    drop(progress);

    tell(&report, lang);
    println!("{}", says::built(&place.path, &report, bytes, args.bundle_only, lang));
    Ok(check::outcome(&report))
}

/// What the page of an article has besides its text, in bytes.
const PAGE_BYTES: usize = 3 * 1024;

/// The pictures of a bundle, read one at a time: they may be many, and large.
struct Shown<'a> {
    pictures: &'a [PictureFile],
    from: &'a source::Pictures,
}

impl Shown<'_> {
    /// Each as a file of the bundle. One that changed since it was measured is not that picture.
    fn files(&self) -> impl Iterator<Item = Result<File>> + '_ {
        self.pictures.iter().map(|picture| {
            let bytes = self.from.bytes(&picture.source);
            let bytes = bytes.filter(|bytes| sha256_hex(bytes) == picture.sha256);
            let bytes = bytes.ok_or_else(|| Refusal::Changed(picture.source.clone().into()))?;
            Ok(File { path: picture.path(), bytes })
        })
    }
}

/// Takes a file out of a list.
fn take(files: &mut Vec<File>, path: &str) -> Option<File> {
    let place = files.iter().position(|file| file.path == path)?;
    Some(files.remove(place))
}

/// Whether a file among a viewer's belongs to the archive beside it.
pub(crate) fn is_of_another(path: &str) -> bool {
    let plain = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz")).unwrap_or(path);
    matches!(plain, "archive.json" | offline::LIST | single::FILE)
        || path.starts_with("parts/")
        || path.starts_with("theme-")
        || path.starts_with("logo-")
        || front::is_ours(plain)
}

/// Problems go to standard error, one a line; what articles leave open is for `check` to list.
fn tell(report: &bindery::Report, lang: Lang) {
    for problem in report.problems.iter().filter(|problem| !problem.what.is_about_content()) {
        eprintln!("{}", messages::problem(problem, lang));
    }
}

/// A path for reading.
pub(crate) fn shown(path: &Path) -> String {
    PathBuf::from(path).display().to_string()
}
