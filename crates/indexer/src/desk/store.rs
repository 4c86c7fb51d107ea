//! What was read of each file on the desk: the articles in it, or in the zip that it is, and what is
//! known of its pictures. The files themselves stay with whoever asks.

use std::collections::BTreeMap;

use bindery::ArchiveConfig;
use bindery::files::{Kind, Names};
use bindery::folder::{self, ArticleFile, Outcome, Unread};
use bindery::pictures::is_picture;
use import::picture::{MAX_PICTURE_BYTES, Measured, measure};
use import::unpack::{self, MAX_ZIP_BYTES, is_litter, is_zip};
use import::{Format, ProblemKind};

/// What is known of a picture, or why it cannot be shown.
type Picture = Result<Measured, ProblemKind>;

/// What one file gave.
#[derive(Debug, Default)]
struct Read {
    /// Names of the files in a zip.
    inside: Vec<String>,
    /// What articles were read from, by their names.
    outcomes: Vec<(String, Outcome)>,
    /// The pictures that it is or holds, by their names.
    pictures: Vec<(String, Picture)>,
}

/// What all files gave, by their paths.
#[derive(Debug, Default)]
pub(super) struct Store {
    files: BTreeMap<String, Read>,
}

/// Whether a file's bytes are to be read, by its name and length.
pub(super) fn is_wanted(name: &str, bytes: u64) -> bool {
    if is_litter(name) {
        false
    } else if is_picture(name) {
        bytes <= MAX_PICTURE_BYTES
    } else if is_zip(name) {
        bytes <= MAX_ZIP_BYTES
    } else {
        folder::is_readable(name) && !folder::is_too_large(bytes)
    }
}

impl Store {
    /// Reads a file; `lost` says that its bytes, which were to come, did not. How many articles it has.
    pub(super) fn add(
        &mut self,
        config: &ArchiveConfig,
        name: String,
        length: u64,
        bytes: Option<&[u8]>,
        lost: &str,
    ) -> usize {
        let mut read = Read::default();
        if is_litter(&name) {
            // Nobody misses it.
        } else if is_picture(&name) {
            let limit = MAX_PICTURE_BYTES;
            let too_large = || Err(ProblemKind::TooLarge { bytes: length, limit });
            let picture = if length > limit { Some(too_large()) } else { bytes.map(measure) };
            read.pictures.extend(picture.map(|picture| (name.clone(), picture)));
        } else if is_zip(&name) {
            read.zip(config, &name, length, bytes, lost);
        } else {
            let content = match bytes {
                _ if !folder::is_readable(&name) => Err(Unread::OtherFormat),
                _ if folder::is_too_large(length) => Err(Unread::TooLarge(length)),
                Some(bytes) => Ok(bytes.to_vec()),
                None => Err(Unread::Failed(lost.to_owned())),
            };
            read.article(config, name.clone(), content);
        }
        let articles = read.outcomes.iter().flat_map(|(_, outcome)| outcome).map(|(a, _)| a.len());
        let articles = articles.sum();
        self.files.insert(name, read);
        articles
    }

    /// Forgets a file.
    pub(super) fn remove(&mut self, name: &str) {
        self.files.remove(name);
    }

    /// The file that an article lies in: its own, one that has several, or a zip.
    pub(super) fn file_of(&self, name: &str) -> Option<&str> {
        let holds = |file: &&str| {
            let rest = name.strip_prefix(*file);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['#', '/']))
        };
        self.files.keys().map(String::as_str).filter(holds).max_by_key(|file| file.len())
    }

    /// Whether anything on the desk is called so.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.file_of(name).is_some()
    }

    /// All names, those in zips among them.
    pub(super) fn names(&self) -> Vec<String> {
        let all = self.files.iter();
        all.flat_map(|(name, read)| [name.clone()].into_iter().chain(read.inside.clone())).collect()
    }

    /// What articles are read from, by name; without what a browser saved beside a page.
    pub(super) fn outcomes(&self) -> impl Iterator<Item = (&str, &Outcome)> {
        let names = Names::new(self.names());
        let all = self.files.values().flat_map(|read| &read.outcomes);
        all.filter(move |(name, _)| !matches!(names.kind(name), Kind::Litter | Kind::Picture))
            .map(|(name, outcome)| (name.as_str(), outcome))
    }

    /// What is known of a picture.
    pub(super) fn picture(&self, name: &str) -> Option<Picture> {
        // One in a Word file or a zip is called after that.
        let read = self.files.get(self.file_of(name)?)?;
        read.pictures.iter().find(|(known, _)| known == name).map(|(_, picture)| picture.clone())
    }
}

impl Read {
    fn article(&mut self, config: &ArchiveConfig, name: String, content: Result<Vec<u8>, Unread>) {
        if let (Some(Format::Docx), Ok(bytes)) = (Format::of_name(&name), &content) {
            self.pictures_of(&name, bytes, &|path| path.starts_with("word/"));
        }
        let file = ArticleFile { name, content };
        let outcome = folder::import(&file, &folder::context(config, &file.name));
        self.outcomes.push((file.name, outcome));
    }

    /// Measures the pictures in a zip, or in the zip that a Word file is.
    fn pictures_of(&mut self, name: &str, bytes: &[u8], is_there: &dyn Fn(&str) -> bool) {
        let is_shown = |path: &str| is_picture(path) && is_there(path);
        let wants = |path: &str| is_shown(path).then_some(MAX_PICTURE_BYTES);
        // What is wrong with it is told when its articles are read.
        let _ = unpack::unpack(bytes, &wants, &mut |path, found| {
            if is_shown(path) {
                let picture = found.and_then(|bytes| measure(&bytes));
                self.pictures.push(([name, "/", path].concat(), picture));
            }
        });
    }

    fn zip(
        &mut self,
        config: &ArchiveConfig,
        name: &str,
        length: u64,
        bytes: Option<&[u8]>,
        lost: &str,
    ) {
        let limit = MAX_ZIP_BYTES;
        let Some(bytes) = bytes else {
            let why = if length > limit {
                Unread::Faulty(ProblemKind::TooLarge { bytes: length, limit })
            } else {
                Unread::Failed(lost.to_owned())
            };
            return self.article(config, name.to_owned(), Err(why));
        };
        let is_article = |path: &str| Format::of_name(path).is_some() && !is_picture(path);
        let wants = |path: &str| is_article(path).then_some(import::MAX_BYTES);
        let whole = unpack::unpack(bytes, &wants, &mut |path, found| {
            let inner = [name, "/", path].concat();
            self.inside.push(inner.clone());
            let content = match found {
                _ if is_picture(path) => return,
                Err(kind) => Err(Unread::Faulty(kind)),
                Ok(_) if is_zip(path) => Err(Unread::Faulty(ProblemKind::ZipInZip)),
                Ok(bytes) if is_article(path) => Ok(bytes),
                Ok(_) => Err(Unread::OtherFormat),
            };
            self.article(config, inner, content);
        });
        if let Err(kind) = whole {
            self.article(config, name.to_owned(), Err(Unread::Faulty(kind)));
        }
        self.pictures_of(name, bytes, &|_| true);
    }
}

/// The bytes of a file that lies in another: of a zip's entry, or those of the file itself.
pub(super) fn entry(file: &str, bytes: Vec<u8>, name: &str) -> Option<Vec<u8>> {
    match name.strip_prefix(file).and_then(|rest| rest.strip_prefix('/')) {
        Some(path) if is_zip(file) => unpack::entry(&bytes, path, import::MAX_BYTES),
        _ => Some(bytes),
    }
}

/// The bytes of a picture, of those of the file on the desk that holds it.
pub(super) fn picture(file: &str, bytes: Vec<u8>, name: &str) -> Option<Vec<u8>> {
    let Some(path) = name.strip_prefix(file)?.strip_prefix('/') else { return Some(bytes) };
    // In a zip, in a Word file, or in a Word file in a zip.
    bindery::pictures::open(path, &mut |inner| unpack::entry(&bytes, inner, MAX_ZIP_BYTES))
        .or_else(|| unpack::entry(&bytes, path, MAX_PICTURE_BYTES))
}
