//! The built viewer: embedded in the program, or a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;
use model::bundle::write::File;

use crate::says::Refusal;

/// Path and content of each file of the embedded viewer, written by `build.rs`.
#[cfg(feature = "embedded-viewer")]
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/viewer.rs"));
#[cfg(not(feature = "embedded-viewer"))]
static EMBEDDED: &[(&str, &[u8])] = &[];

/// Where the viewer comes from.
#[derive(Debug)]
pub(crate) enum Viewer {
    /// This program.
    Embedded,
    /// A folder.
    Folder(PathBuf),
}

impl Viewer {
    /// The given folder, else the embedded viewer.
    pub(crate) fn find(folder: Option<&Path>) -> Result<Self> {
        match folder {
            Some(folder) if folder.join("index.html").is_file() => {
                Ok(Self::Folder(folder.to_owned()))
            }
            Some(folder) => Err(Refusal::NotAViewer(folder.to_owned()).into()),
            None if EMBEDDED.is_empty() => Err(Refusal::NoViewer.into()),
            None => Ok(Self::Embedded),
        }
    }

    /// Its files.
    pub(crate) fn files(&self) -> Result<Vec<File>> {
        match self {
            Self::Embedded => Ok(EMBEDDED
                .iter()
                .map(|(path, bytes)| File { path: (*path).to_owned(), bytes: bytes.to_vec() })
                .collect()),
            Self::Folder(folder) => files_of(folder),
        }
    }
}

/// The files of a folder, sorted.
pub(crate) fn files_of(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    read(folder, "", &mut files).map_err(|why| Refusal::Unreadable(folder.to_owned(), why))?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn read(folder: &Path, prefix: &str, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &format!("{path}/"), files)?;
        } else if path != crate::site::MARKER {
            files.push(File { path, bytes: fs::read(entry.path())? });
        }
    }
    Ok(())
}
