//! A folder written aside and put in place whole: a failed build leaves the old one untouched.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;
use model::bundle::Manifest;
use model::bundle::write::File;

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

    /// Writes the files beside, and `more` that are had one at a time; then puts all in place.
    pub(crate) fn put(
        &self,
        files: &[File],
        more: &mut dyn Iterator<Item = Result<File>>,
    ) -> Result<()> {
        let unwritable = |path: &Path| {
            let path = path.to_owned();
            move |why: io::Error| Refusal::Unwritable(path, why)
        };
        fs::create_dir_all(&self.parent).map_err(unwritable(&self.parent))?;
        let aside = Aside(self.beside("moi"));
        let fresh = &aside.0;
        remove(fresh).map_err(unwritable(fresh))?;
        fs::create_dir(fresh).map_err(unwritable(fresh))?;
        let files = files.iter().map(|file| Ok(Cow::Borrowed(file)));
        for file in files.chain(more.map(|file| file.map(Cow::Owned))) {
            let file = file?;
            let path = fresh.join(&file.path);
            let folder = path.parent().unwrap_or(fresh);
            fs::create_dir_all(folder).map_err(unwritable(folder))?;
            fs::write(&path, &file.bytes).map_err(unwritable(&path))?;
        }
        let marker = fresh.join(MARKER);
        fs::write(&marker, MARKER_TEXT).map_err(unwritable(&marker))?;
        self.swap(fresh).map_err(unwritable(&self.path))?;
        Ok(())
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

/// A folder that goes away with this value, if it is still there.
struct Aside(PathBuf);

impl Drop for Aside {
    fn drop(&mut self) {
        // Nothing better can be done about a folder that will not go.
        let _ = remove(&self.0);
    }
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
