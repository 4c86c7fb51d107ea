//! A folder written aside and put in place whole: a failed build leaves the old one untouched.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use model::bundle::Manifest;

use crate::says::Refusal;

/// A file that says whose a folder is.
pub(crate) const MARKER: &str = ".bien-nien";

const MARKER_TEXT: &str = "Thư mục này do bien-nien làm ra và sẽ được thay trọn vẹn ở lần làm sau.\n\
                           This folder is made by bien-nien and replaced whole the next time.\n";

/// A folder that may be written.
#[derive(Debug)]
pub(crate) struct Place {
    /// The folder.
    pub(crate) path: PathBuf,
    parent: PathBuf,
    name: String,
}

impl Place {
    /// A folder may be written when it is not there, empty, or one of ours, and when the archive
    /// does not lie in it.
    pub(crate) fn check(output: &Path, archive: &Path) -> Result<Self> {
        let unreadable = |why| Refusal::Unreadable(output.to_owned(), why);
        let path = std::path::absolute(output).map_err(unreadable)?;
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(Refusal::NotOurs(output.to_owned()).into());
        };
        let (parent, name) = (parent.to_owned(), name.to_string_lossy().into_owned());
        if path.exists() {
            let real = fs::canonicalize(&path).map_err(unreadable)?;
            let holds_archive =
                fs::canonicalize(archive).is_ok_and(|archive| archive.starts_with(&real));
            if holds_archive || !(is_ours(&path) || is_empty(&path).map_err(unreadable)?) {
                return Err(Refusal::NotOurs(output.to_owned()).into());
            }
        }
        Ok(Self { path, parent, name })
    }

    /// A folder beside it, still empty: what is written there comes into this one's place when all of
    /// it [is](Aside::put).
    pub(crate) fn aside(&self) -> Result<Aside<'_>> {
        fs::create_dir_all(&self.parent).map_err(unwritable(&self.parent))?;
        let folder = self.beside("moi");
        remove(&folder).map_err(unwritable(&folder))?;
        fs::create_dir(&folder).map_err(unwritable(&folder))?;
        let folders = Mutex::new(HashSet::from([folder.clone()]));
        Ok(Aside { place: self, folder, folders, bytes: AtomicU64::new(0) })
    }

    /// The old folder out of the way, the new one in, the old one back should that fail.
    fn swap(&self, fresh: &Path) -> io::Result<()> {
        if !self.path.exists() {
            return fs::rename(fresh, &self.path);
        }
        let old = self.beside("cu");
        remove(&old)?;
        fs::rename(&self.path, &old)?;
        if let Err(error) = fs::rename(fresh, &self.path) {
            fs::rename(&old, &self.path)?;
            return Err(error);
        }
        remove(&old)
    }

    fn beside(&self, what: &str) -> PathBuf {
        self.parent.join(format!(".{}.{what}-{}", self.name, std::process::id()))
    }
}

/// A folder that is being written; it goes away with this value, if it is still there.
pub(crate) struct Aside<'a> {
    place: &'a Place,
    folder: PathBuf,
    /// Folders that are there.
    folders: Mutex<HashSet<PathBuf>>,
    /// Bytes of all files so far.
    bytes: AtomicU64,
}

impl Aside<'_> {
    /// Writes a file. Several may be written at a time.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(path);
        self.with_folder(&path)?;
        fs::write(&path, bytes).map_err(unwritable(&path))?;
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    /// Makes the folder that a file is to lie in.
    fn with_folder(&self, path: &Path) -> Result<()> {
        let folder = path.parent().unwrap_or(&self.folder);
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if !folders.contains(folder) {
            fs::create_dir_all(folder).map_err(unwritable(folder))?;
            folders.insert(folder.to_owned());
        }
        Ok(())
    }

    /// Puts all of it in place, and tells how many bytes that are.
    pub(crate) fn put(self) -> Result<u64> {
        let marker = self.folder.join(MARKER);
        fs::write(&marker, MARKER_TEXT).map_err(unwritable(&marker))?;
        self.place.swap(&self.folder).map_err(unwritable(&self.place.path))?;
        Ok(self.bytes.load(Ordering::Relaxed))
    }
}

impl Drop for Aside<'_> {
    fn drop(&mut self) {
        // Nothing better can be done about a folder that will not go.
        let _ = remove(&self.folder);
    }
}

fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> Refusal {
    let path = path.to_owned();
    move |why| Refusal::Unwritable(path, why)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn is_empty(folder: &Path) -> io::Result<bool> {
    Ok(fs::read_dir(folder)?.next().is_none())
}

/// Whether a folder was made by this program: it says so, or holds a packed bundle.
fn is_ours(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
        || fs::read(folder.join("archive.json")).is_ok_and(|bytes| Manifest::parse(&bytes).is_ok())
}
