//! A site's files on their way into its folder, each with the compressed copies beside it: `.br` and
//! `.gz`, for servers that send them. All cores work, and what is written is let go: a large archive's
//! site is several times what fits in memory.

use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use flate2::write::GzEncoder;
use flate2::{Compress, Compression, FlushCompress, Status};
use model::bundle::write::File;

use crate::single;
use crate::site::Aside;

/// Files that shrink; pictures and fonts are compressed already.
const TEXTUAL: &[&str] = &[
    "html",
    "css",
    "js",
    "json",
    "wasm",
    "svg",
    "webmanifest",
    "txt",
    "xml",
    "ics",
    "atom",
    "bin",
    "map",
];

/// A smaller file travels in one packet either way.
const WORTH_IT: usize = 256;

/// Up to so many bytes, brotli's best: some 0.6 MB a second for one core. A site is built rarely.
const BEST_UP_TO: usize = 24 * 1024 * 1024;

/// How hard a file is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Effort {
    brotli: u32,
    gzip: u32,
}

const BEST: Effort = Effort { brotli: 11, gzip: 9 };
/// Some forty times as fast as the best, and a seventh larger.
const QUICK: Effort = Effort { brotli: 6, gzip: 6 };
/// For pages that are made, in a small archive and in a large one: whoever follows a link to an article
/// fetches one of them.
const PAGES: Effort = Effort { brotli: 9, gzip: 9 };
const QUICK_PAGES: Effort = Effort { brotli: 5, gzip: 6 };

/// What a site is made of.
pub(crate) struct Load<'a> {
    /// Files that are there.
    pub(crate) files: Vec<File>,
    /// Files that are made when it is their turn, of each of so many numbers.
    pub(crate) made: usize,
    /// How they are made.
    pub(crate) make: &'a (dyn Fn(usize) -> Vec<File> + Sync),
    /// How many bytes that will be, about.
    pub(crate) made_bytes: usize,
}

impl Load<'_> {
    /// Files that are all there.
    pub(crate) fn of(files: Vec<File>) -> Self {
        Self { files, made: 0, make: &|_| Vec::new(), made_bytes: 0 }
    }
}

/// Something to be written.
enum Job {
    /// A file; its copies are made, unless it brought them.
    File(File, Copies),
    /// A number to make files of.
    Number(usize),
}

/// Where the compressed copies of a file come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copies {
    None,
    /// The site that is to be replaced has the same file and them: compressing is most of the work.
    Before,
    Made,
}

/// Writes files into a folder, and the compressed copies. Files that come with theirs keep them, and those
/// in `before`, the site that is to be replaced, are taken over where the file is the same. `step` is told
/// how many are done.
pub(crate) fn write(
    load: Load<'_>,
    before: &Path,
    aside: &Aside<'_>,
    step: &(dyn Fn(usize, usize) + Sync),
) -> Result<()> {
    let Load { files, made, make, made_bytes } = load;
    let given: HashSet<String> =
        files.iter().filter(|file| is_copy(&file.path)).map(|file| file.path.clone()).collect();
    let has = |path: &str, ending: &str| given.contains(&[path, ".", ending].concat());
    let mut wanted = 0;
    let mut jobs = Vec::with_capacity(files.len());
    for file in files {
        let copies = match is_worth_it(&file) && !has(&file.path, ENDINGS[0]) {
            false => Copies::None,
            true if is_same(before, &file) => Copies::Before,
            true => {
                wanted += file.bytes.len();
                Copies::Made
            }
        };
        jobs.push((file, copies));
    }
    // The largest first, so that no core has one left when the others are done.
    jobs.sort_by_key(|(file, _)| std::cmp::Reverse(file.bytes.len()));
    let effort = if wanted <= BEST_UP_TO { BEST } else { QUICK };
    let page_effort = if made_bytes <= BEST_UP_TO { PAGES } else { QUICK_PAGES };
    let all = jobs.len() + made;
    let jobs = jobs.into_iter().map(|(file, copies)| Job::File(file, copies));
    let jobs = Mutex::new(jobs.chain((0..made).map(Job::Number)));
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).next();

    let put = |press: &mut Press, file: &File, copies: Copies, effort: Effort| -> Result<()> {
        aside.write(&file.path, &file.bytes)?;
        for ending in ENDINGS {
            let bytes = match copies {
                Copies::None => continue,
                Copies::Before => fs::read(beside(before, &file.path, ending)).ok(),
                Copies::Made => press.packed(&file.bytes, ending, effort),
            };
            if let Some(bytes) = bytes.filter(|_| !has(&file.path, ending)) {
                aside.write(&[&file.path, ".", ending].concat(), &bytes)?;
            }
        }
        Ok(())
    };
    let work = |press: &mut Press, job: Job| match job {
        Job::File(file, copies) => put(press, &file, copies, effort),
        Job::Number(number) => make(number).iter().try_for_each(|file| {
            let copies = match is_worth_it(file) {
                false => Copies::None,
                true if is_same(before, file) => Copies::Before,
                true => Copies::Made,
            };
            put(press, file, copies, page_effort)
        }),
    };
    let done = AtomicUsize::new(0);
    let failed = Mutex::new(None);
    let run = || {
        let mut press = Press::default();
        while let Some(job) = next() {
            if let Err(error) = work(&mut press, job) {
                *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                // Nothing of it will be kept: nobody need go on.
                while next().is_some() {}
            }
            step(done.fetch_add(1, Ordering::Relaxed) + 1, all);
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(run);
        }
        run();
    });
    failed.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
}

const ENDINGS: [&str; 2] = ["br", "gz"];

fn is_copy(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

fn beside(site: &Path, path: &str, ending: &str) -> std::path::PathBuf {
    site.join([path, ".", ending].concat())
}

/// Whether a site has the same file, with both of its copies.
fn is_same(site: &Path, file: &File) -> bool {
    ENDINGS.iter().all(|ending| beside(site, &file.path, ending).is_file())
        && fs::read(site.join(&file.path)).is_ok_and(|bytes| bytes == file.bytes)
}

fn is_worth_it(file: &File) -> bool {
    file.bytes.len() >= WORTH_IT && is_textual(&file.path)
}

/// The one-file archive goes by hand, and what is in it is packed already.
fn is_textual(path: &str) -> bool {
    path != single::FILE
        && path.rsplit_once('.').is_some_and(|(_, extension)| TEXTUAL.contains(&extension))
}

/// What compresses file after file.
#[derive(Default)]
struct Press {
    /// Kept from file to file, for the effort it was made for: its tables are larger than most files.
    gzip: Option<(u32, Compress)>,
}

impl Press {
    /// The compressed bytes, where they are fewer.
    fn packed(&mut self, bytes: &[u8], ending: &str, effort: Effort) -> Option<Vec<u8>> {
        let packed = if ending == "br" {
            brotli(bytes, effort.brotli)
        } else {
            self.gzip(bytes, effort.gzip)
        };
        packed.filter(|packed| packed.len() < bytes.len())
    }

    /// The header carries no time, so that the same bytes give the same file.
    fn gzip(&mut self, bytes: &[u8], level: u32) -> Option<Vec<u8>> {
        const WINDOW: u8 = 15;
        let (of, gzip) = self.gzip.get_or_insert_with(|| (level, fresh(level, WINDOW)));
        if *of == level {
            gzip.reset();
        } else {
            (*of, *gzip) = (level, fresh(level, WINDOW));
        }
        // What does not fit is no smaller, and not wanted.
        let mut out = Vec::with_capacity(bytes.len());
        let status = gzip.compress_vec(bytes, &mut out, FlushCompress::Finish);
        matches!(status, Ok(Status::StreamEnd)).then_some(out)
    }
}

fn fresh(level: u32, window: u8) -> Compress {
    Compress::new_gzip(Compression::new(level), window)
}

fn brotli(bytes: &[u8], quality: u32) -> Option<Vec<u8>> {
    const BUFFER: usize = 64 * 1024;
    const WINDOW: u32 = 22;
    let mut out = Vec::with_capacity(bytes.len() / 2);
    let mut writer = brotli::CompressorWriter::new(&mut out, BUFFER, quality, WINDOW);
    let written = writer.write_all(bytes);
    drop(writer);
    written.is_ok().then_some(out)
}

/// Gzip's turn alone, for what stands in the one file.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    let out = writer.write_all(bytes).and_then(|()| writer.finish());
    out.unwrap_or_else(|_| bytes.to_vec())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;
    use crate::site::Place;

    /// A site of these files over another, as it is written: every file by its path.
    fn site(load: Load<'_>, before: &[File]) -> Vec<File> {
        let root = std::env::temp_dir().join(format!(
            "squeeze-{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        let _ = fs::remove_dir_all(&root);
        let place = Place::check(&root.join("site"), &root.join("kho")).unwrap();
        let old = place.aside().unwrap();
        before.iter().for_each(|file| old.write(&file.path, &file.bytes).unwrap());
        old.put().unwrap();
        let aside = place.aside().unwrap();
        let steps = Mutex::new(Vec::new());
        write(load, &place.path, &aside, &|done, of| steps.lock().unwrap().push((done, of)))
            .unwrap();
        aside.put().unwrap();
        let steps = steps.into_inner().unwrap();
        assert!(steps.iter().all(|(done, of)| done <= of && *of == steps.len()), "{steps:?}");
        let mut files = crate::viewer::files_of(&place.path).unwrap();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        fs::remove_dir_all(&root).unwrap();
        files
    }

    fn file(path: &str, bytes: &[u8]) -> File {
        File { path: path.to_owned(), bytes: bytes.to_vec() }
    }

    fn paths(files: &[File]) -> Vec<&str> {
        files.iter().map(|file| file.path.as_str()).collect()
    }

    fn unpacked(gz: &[u8], br: &[u8]) -> [Vec<u8>; 2] {
        let (mut a, mut b) = (Vec::new(), Vec::new());
        flate2::read::GzDecoder::new(gz).read_to_end(&mut a).unwrap();
        brotli::Decompressor::new(br, 4096).read_to_end(&mut b).unwrap();
        [a, b]
    }

    #[test]
    fn copies_read_back() {
        let text = "Huyện ủy Sông Lô ".repeat(100).into_bytes();
        let files = vec![file("a.json", &text), file("b.json", b"{}"), file("c.png", &text)];
        let all = site(Load::of(files.clone()), &[]);
        assert_eq!(paths(&all), ["a.json", "a.json.br", "a.json.gz", "b.json", "c.png"]);
        assert_eq!(unpacked(&all[2].bytes, &all[1].bytes), [text.clone(), text.clone()]);
        assert_eq!(all, site(Load::of(files.clone()), &[]), "the same files give the same bytes");
        assert_eq!(all, site(Load::of(all.clone()), &[]), "copies that are there are kept");
        let with_gz = vec![file("a.json", &text), file("a.json.gz", b"x")];
        let kept = site(Load::of(with_gz), &[]);
        assert_eq!(
            (kept[2].bytes.as_slice(), kept.len()),
            (&b"x"[..], 3),
            "one of two is kept too"
        );
    }

    #[test]
    fn copies_of_the_site_before_are_taken_over_for_the_same_file_and_for_no_other() {
        let text = "Huyện ủy Sông Lô ".repeat(100).into_bytes();
        let before = [file("a.json", &text), file("a.json.br", b"x"), file("a.json.gz", b"x")];
        let again = site(Load::of(vec![file("a.json", &text)]), &before);
        assert_eq!((again[1].bytes.as_slice(), again.len()), (&b"x"[..], 3));
        let other = site(Load::of(vec![file("a.json", &text[1..])]), &before);
        assert_ne!(other[1].bytes, b"x");
        let half = site(Load::of(vec![file("a.json", &text)]), &before[..2]);
        assert_ne!(half[1].bytes, b"x", "only both together");
    }

    #[test]
    fn what_is_made_when_its_turn_comes_is_written_with_its_copies() {
        let text = |number: usize| format!("Trang số {number}. ").repeat(50).into_bytes();
        let page =
            |number: usize| vec![file(&format!("bai/{number:02}/index.html"), &text(number))];
        let load = |made_bytes| Load {
            files: vec![file("a.json", &text(99))],
            made: 40,
            make: &page,
            made_bytes,
        };
        for bytes in [0, usize::MAX] {
            let all = site(load(bytes), &[]);
            assert_eq!(all.len(), 3 * 41);
            for (number, files) in all[3..].chunks(3).enumerate() {
                let name = format!("bai/{number:02}/index.html");
                assert_eq!(paths(files), [name.clone(), name.clone() + ".br", name + ".gz"]);
                assert_eq!(files[0].bytes, text(number));
                assert_eq!(
                    unpacked(&files[2].bytes, &files[1].bytes),
                    [text(number), text(number)]
                );
            }
            assert_eq!(site(load(bytes), &all), all, "and found again the next time");
        }
    }

    #[test]
    fn bytes_that_do_not_shrink_have_no_copies() {
        let mut state = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .take(4096)
        .collect();
        assert_eq!(paths(&site(Load::of(vec![file("a.bin", &noise)]), &[])), ["a.bin"]);
    }

    #[test]
    fn a_file_that_cannot_be_written_fails_the_whole() {
        let root = std::env::temp_dir().join(format!("squeeze-fails-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let place = Place::check(&root.join("site"), &root.join("kho")).unwrap();
        let aside = place.aside().unwrap();
        let files = vec![file("a", b"x"), file("a/b", b"x"), file("c", b"x")];
        assert!(write(Load::of(files), &place.path, &aside, &|_, _| ()).is_err());
        drop(aside);
        assert_eq!(fs::read_dir(&root).unwrap().count(), 0, "and leaves nothing");
        fs::remove_dir_all(&root).unwrap();
    }
}
