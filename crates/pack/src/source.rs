//! An archive read from the disk.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::Result;
use bindery::files::{Kind, Names};
use bindery::folder::{self, ArticleFile, Gathering, Outcome, Unread};
use bindery::{Draft, config, pictures, set};
use import::{Context, ProblemKind, picture, unpack};
use units::gazetteer::Gazetteer;

use crate::progress::Progress;
use crate::says::Refusal;

/// A picture, or a Word file with pictures, is opened up to so many bytes; whether it is too large to
/// be shown is told by who measures it.
const MOST_READ: u64 = 64 * 1024 * 1024;

/// What an archive's folder gave, and the way to the pictures in it.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) draft: Draft,
    pub(crate) pictures: Pictures,
}

/// Reads an archive: a folder with archive.toml or articles/, a folder with a hand-written
/// archive.json, or such a file.
pub(crate) fn read(archive: &Path, cache: &mut Cache, progress: &Progress) -> Result<Source> {
    let archive_json = archive.join(set::FILE);
    let kept = archive.join(config::FILE).exists() || archive.join("articles").is_dir();
    if archive.is_file() {
        read_set(archive)
    } else if kept {
        read_folder(archive, cache, progress)
    } else if archive_json.is_file() {
        read_set(&archive_json)
    } else if archive.is_dir() {
        Err(Refusal::NoArchive(archive.to_owned()).into())
    } else {
        Err(Refusal::NotThere(archive.to_owned()).into())
    }
}

fn read_set(path: &Path) -> Result<Source> {
    let bytes = fs::read(path).map_err(|why| Refusal::Unreadable(path.to_owned(), why))?;
    let draft = set::read(&bytes).map_err(|problem| Refusal::BadSet(path.to_owned(), problem))?;
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    Ok(Source { draft, pictures: Pictures::of(folder) })
}

fn read_folder(archive: &Path, cache: &mut Cache, progress: &Progress) -> Result<Source> {
    let path = archive.join(config::FILE);
    let settings = match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(why) => return Err(Refusal::Unreadable(path, why).into()),
    };
    let articles = archive.join("articles");
    let (on_disk, names) = listed(&articles)?;
    let mut gathering = Gathering::new(settings.as_deref());
    let mut fresh = Cache::default();
    for (done, name) in on_disk.iter().enumerate() {
        progress.reading(done, on_disk.len());
        let known = cache.take(&articles, name, &gathering);
        let known = known.unwrap_or_else(|| {
            let mut files = Vec::new();
            files_of(&articles, name, &names, &mut files);
            fresh.read += 1;
            Known { stamp: stamp(&articles.join(name)), files: imported(&files, &gathering) }
        });
        for (name, _, outcome) in &known.files {
            gathering.add(name, outcome.clone());
        }
        fresh.files.insert(name.clone(), known);
    }
    *cache = fresh;
    let mut draft = gathering.finish();
    // A set written by hand says all of its units itself.
    draft.gazetteer = Some(Arc::new(Gazetteer::official()?));
    let pictures = Pictures::of(articles);
    let names: Vec<String> = names.iter().map(str::to_owned).collect();
    pictures::attach(&mut draft, &names, &mut |name| {
        Some(picture::measure(&pictures.bytes(name)?))
    });
    Ok(Source { draft, pictures })
}

/// What the files of a folder gave the last time, so that those that did not change are not read
/// again.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    files: HashMap<String, Known>,
    /// Files that had to be read the last time.
    pub(crate) read: usize,
}

/// A file as it was when it was read, and the article files it is or has packed in it.
#[derive(Debug)]
struct Known {
    stamp: Option<(u64, SystemTime)>,
    files: Vec<(String, Context, Outcome)>,
}

impl Cache {
    /// What a file gave, if it and what is stated about it are as they were.
    fn take(&mut self, folder: &Path, name: &str, gathering: &Gathering) -> Option<Known> {
        let known = self.files.remove(name)?;
        let same = known.stamp.is_some() && known.stamp == stamp(&folder.join(name));
        let stated =
            |(name, context, _): &(String, Context, Outcome)| gathering.context(name) == *context;
        (same && known.files.iter().all(stated)).then_some(known)
    }
}

/// Length and time of the last change.
pub(crate) fn stamp(path: &Path) -> Option<(u64, SystemTime)> {
    let about = fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()?))
}

fn imported(files: &[ArticleFile], gathering: &Gathering) -> Vec<(String, Context, Outcome)> {
    let import = |file: &ArticleFile| {
        let context = gathering.context(&file.name);
        let outcome = folder::import(file, &context);
        (file.name.clone(), context, outcome)
    };
    files.iter().map(import).collect()
}

/// The names of the files of a folder, sorted; and those with the files of its zips.
fn listed(folder: &Path) -> Result<(Vec<String>, Names)> {
    let mut paths = Vec::new();
    if folder.is_dir() {
        walk(folder, &mut paths).map_err(|why| Refusal::Unreadable(folder.to_owned(), why))?;
    }
    let mut on_disk: Vec<String> =
        paths.iter().filter_map(|path| Some(name(path.strip_prefix(folder).ok()?))).collect();
    on_disk.sort_unstable();
    let mut all = on_disk.clone();
    for zip in on_disk.iter().filter(|name| unpack::is_zip(name)) {
        let Ok(bytes) = zip_bytes(&folder.join(zip)) else { continue };
        // What is wrong with it is told when it is read.
        let _ = unpack::unpack(&bytes, &|_| None, &mut |path, _| {
            all.push([zip, "/", path].concat());
        });
    }
    Ok((on_disk, Names::new(all)))
}

/// The article files that a file is, or has packed in it.
fn files_of(folder: &Path, name: &str, names: &Names, files: &mut Vec<ArticleFile>) {
    let path = folder.join(name);
    let mut add = |name: &str, content| {
        files.push(ArticleFile { name: name.to_owned(), content });
    };
    match names.kind(name) {
        Kind::Litter | Kind::Picture => {}
        Kind::Article => add(name, content(&path)),
        Kind::Other => add(name, Err(Unread::OtherFormat)),
        Kind::Zip => match zip_bytes(&path) {
            Ok(bytes) => unzip(name, &bytes, names, &mut add),
            Err(why) => add(name, Err(why)),
        },
    }
}

/// Hears of a file: its name, and its bytes or why there are none.
type Add<'a> = dyn FnMut(&str, Result<Vec<u8>, Unread>) + 'a;

fn unzip(zip: &str, bytes: &[u8], names: &Names, add: &mut Add<'_>) {
    let kind = |path: &str| names.kind(&[zip, "/", path].concat());
    let wants = |path: &str| (kind(path) == Kind::Article).then_some(import::MAX_BYTES);
    let whole = unpack::unpack(bytes, &wants, &mut |path, found| {
        let name = [zip, "/", path].concat();
        match (kind(path), found) {
            (Kind::Litter | Kind::Picture, _) => {}
            (_, Err(kind)) => add(&name, Err(Unread::Faulty(kind))),
            (Kind::Article, Ok(bytes)) => add(&name, Ok(bytes)),
            (Kind::Zip, Ok(_)) => add(&name, Err(Unread::Faulty(ProblemKind::ZipInZip))),
            (Kind::Other, Ok(_)) => add(&name, Err(Unread::OtherFormat)),
        }
    });
    if let Err(kind) = whole {
        add(zip, Err(Unread::Faulty(kind)));
    }
}

/// All files below a folder but those nobody misses; linked folders are not followed, so that no
/// circle is.
pub(crate) fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if unpack::is_litter(&entry.file_name().to_string_lossy()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// A path with `/` between folders, on every system.
fn name(path: &Path) -> String {
    let steps = path.components().map(|step| step.as_os_str().to_string_lossy());
    steps.collect::<Vec<_>>().join("/")
}

fn content(path: &Path) -> Result<Vec<u8>, Unread> {
    let failed = |why: io::Error| Unread::Failed(why.to_string());
    let bytes = fs::metadata(path).map_err(failed)?.len();
    if folder::is_too_large(bytes) {
        return Err(Unread::TooLarge(bytes));
    }
    fs::read(path).map_err(failed)
}

fn zip_bytes(path: &Path) -> Result<Vec<u8>, Unread> {
    let failed = |why: io::Error| Unread::Failed(why.to_string());
    let bytes = fs::metadata(path).map_err(failed)?.len();
    if bytes > unpack::MAX_ZIP_BYTES {
        let kind = ProblemKind::TooLarge { bytes, limit: unpack::MAX_ZIP_BYTES };
        return Err(Unread::Faulty(kind));
    }
    fs::read(path).map_err(failed)
}

/// The pictures of a folder, by the names that articles' pictures have.
#[derive(Debug)]
pub(crate) struct Pictures {
    folder: PathBuf,
    /// The zip or Word file that was opened last: pictures of one follow each other.
    opened: RefCell<Option<(String, Vec<u8>)>>,
}

impl Pictures {
    fn of(folder: PathBuf) -> Self {
        Self { folder, opened: RefCell::new(None) }
    }

    /// The bytes of one; `None` when they cannot be had.
    pub(crate) fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        pictures::open(name, &mut |file| self.file(file))
    }

    /// A file of the folder, or of a zip in it.
    fn file(&self, name: &str) -> Option<Vec<u8>> {
        let steps = name.match_indices('/').map(|(at, _)| name.split_at(at));
        let mut packed = steps.filter(|(zip, _)| unpack::is_zip(zip));
        if let Some((zip, path)) = packed.find(|(zip, _)| self.folder.join(zip).is_file()) {
            let mut opened = self.opened.borrow_mut();
            if opened.as_ref().is_none_or(|(name, _)| name != zip) {
                *opened = Some((zip.to_owned(), zip_bytes(&self.folder.join(zip)).ok()?));
            }
            let (_, bytes) = opened.as_ref()?;
            return unpack::entry(bytes, path.trim_start_matches('/'), MOST_READ);
        }
        let path = self.folder.join(name);
        (fs::metadata(&path).ok()?.len() <= MOST_READ).then(|| fs::read(&path).ok()).flatten()
    }
}
