//! A bundle with its list, and a site finished of it and the viewer's files, with the pages and feeds
//! that are read without the viewer: what `bien-nien build` writes, byte for byte.

use bindery::offline;
use model::bundle::write::{File, PictureFile};
use protocol::desk::Answer;

use super::Made;

/// A bundle, and behind it the list by which it is saved and carried.
pub(super) fn with_list(bundle: &[File], pictures: &[PictureFile]) -> Vec<File> {
    let list = offline::list(bundle, pictures);
    bundle.iter().cloned().chain([list]).collect()
}

/// Hands files over.
pub(super) fn give(files: &[File], pictures: &[PictureFile], out: &mut Vec<Vec<u8>>) -> Answer {
    out.extend(files.iter().map(|file| file.bytes.clone()));
    Answer::Files {
        paths: files.iter().map(|file| file.path.clone()).collect(),
        pictures: pictures.iter().map(|it| (it.path(), it.source.clone())).collect(),
    }
}

/// Finishes a site. The viewer's files that stay as they are stay with who gave them.
pub(super) fn finish(
    made: &Made,
    paths: Vec<String>,
    given: Vec<Vec<u8>>,
    out: &mut Vec<Vec<u8>>,
) -> Answer {
    if paths.len() != given.len() {
        return Answer::Garbled;
    }
    let viewer: Vec<File> =
        paths.into_iter().zip(given).map(|(path, bytes)| File { path, bytes }).collect();
    let mut site = viewer.clone();
    site.extend(with_list(&made.files, &made.pictures));
    front::add(&mut site, &made.contents, &mut |_, _| ());
    if let Err(broken) = offline::finish(&mut site, &made.title) {
        return Answer::NoSite(broken.0.to_owned());
    }
    site.retain(|file| !viewer.contains(file));
    give(&site, &made.pictures, out)
}
