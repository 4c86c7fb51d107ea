//! An archive read from the disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use bindery::folder::{self, ArticleFile, Unread};
use bindery::{Draft, config, set};
use units::gazetteer::Gazetteer;

use crate::progress::Progress;
use crate::says::Refusal;

/// Reads an archive: a folder with archive.toml or articles/, a folder with a hand-written
/// archive.json, or such a file.
pub(crate) fn read(archive: &Path, progress: &Progress) -> Result<Draft> {
    let archive_json = archive.join(set::FILE);
    let kept = archive.join(config::FILE).exists() || archive.join("articles").is_dir();
    if archive.is_file() {
        read_set(archive)
    } else if kept {
        read_folder(archive, progress)
    } else if archive_json.is_file() {
        read_set(&archive_json)
    } else if archive.is_dir() {
        Err(Refusal::NoArchive(archive.to_owned()).into())
    } else {
        Err(Refusal::NotThere(archive.to_owned()).into())
    }
}

fn read_set(path: &Path) -> Result<Draft> {
    let bytes = fs::read(path).map_err(|why| Refusal::Unreadable(path.to_owned(), why))?;
    set::read(&bytes).map_err(|problem| Refusal::BadSet(path.to_owned(), problem).into())
}

fn read_folder(archive: &Path, progress: &Progress) -> Result<Draft> {
    let path = archive.join(config::FILE);
    let settings = match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(why) => return Err(Refusal::Unreadable(path, why).into()),
    };
    let articles = archive.join("articles");
    let mut paths = Vec::new();
    if articles.is_dir() {
        walk(&articles, &mut paths).map_err(|why| Refusal::Unreadable(articles.clone(), why))?;
    }
    let mut paths: Vec<(String, PathBuf)> = paths
        .into_iter()
        .filter_map(|path| Some((name(path.strip_prefix(&articles).ok()?), path)))
        .collect();
    paths.sort();
    let count = paths.len();
    let files = paths.into_iter().enumerate().map(|(done, (name, path))| {
        progress.reading(done, count);
        ArticleFile { content: content(&path), name }
    });
    let mut draft = folder::read(settings.as_deref(), files);
    // A set written by hand says all of its units itself.
    draft.gazetteer = Some(Arc::new(Gazetteer::official()?));
    Ok(draft)
}

/// All files below a folder but hidden ones; linked folders are not followed, so that no circle is.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if hidden {
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
    if !folder::is_readable(&path.to_string_lossy()) {
        return Err(Unread::OtherFormat);
    }
    let failed = |why: io::Error| Unread::Failed(why.to_string());
    let bytes = fs::metadata(path).map_err(failed)?.len();
    if folder::is_too_large(bytes) {
        return Err(Unread::TooLarge(bytes));
    }
    fs::read(path).map_err(failed)
}
