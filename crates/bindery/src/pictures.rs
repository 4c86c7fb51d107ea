//! Pictures beside articles: which file an article means, and which of them can be shown.
//!
//! An article names its pictures as its page did: `bai_files/hop.jpg`, `/Uploads/2020/hop.jpg`,
//! `https://…/hop.jpg`. A picture is taken only where one file alone can be meant:
//!
//! - a relative name means that file, seen from the article (letters' case is not told apart, as
//!   on the machines that such folders come from);
//! - an address means the file whose path ends like it, by two steps at least; or the one of that
//!   name in the article's own folder or in one right in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use import::picture::{MAX_PICTURE_BYTES, Measured, PictureKind};
use import::{Format, ProblemKind, unpack};
use model::article::{Article, BlockKind, Picture};
use model::bundle::PartKind;
use model::bundle::write::PictureFile;

use crate::bind::Draft;
use crate::files::Names;
use crate::problem::{Problem, What};

pub use import::picture::is_picture;

/// Sides up to which a picture is an icon of the page and none of the article's.
const ICON: u32 = 48;

/// The pictures that articles of a draft name and that are there, sorted: these are to be measured.
pub fn wanted(draft: &Draft, names: &[String]) -> Vec<String> {
    let shelf = Shelf::new(names);
    let found = draft.articles().flat_map(|article| {
        named(article).into_iter().filter_map(|(_, named)| match shelf.find(article, &named) {
            Found::One(name) => Some(name),
            _ => None,
        })
    });
    found.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Gives each article its pictures. `measured` answers what is known of one by the name that
/// [`wanted`] gave it; `None` where its bytes could not be had.
pub fn attach(
    draft: &mut Draft,
    names: &[String],
    measured: &mut dyn FnMut(&str) -> Option<Result<Measured, ProblemKind>>,
) {
    let shelf = Shelf::new(names);
    let mut known: BTreeMap<String, Option<Result<Measured, ProblemKind>>> = BTreeMap::new();
    let (mut problems, mut files) = (Vec::new(), BTreeMap::new());
    for article in draft.articles_mut() {
        let said = std::mem::take(&mut article.pictures);
        let (mut missing, mut of) = (Vec::new(), Vec::new());
        let file = crate::bind::name(article);
        for (at, named) in named(article) {
            let name = match shelf.find(article, &named) {
                Found::One(name) => name,
                Found::Many => {
                    let what = What::PictureUnclear { name: named.path };
                    problems.push(Problem::warning(&file, None, what));
                    continue;
                }
                Found::None if named.is_relative() => {
                    missing.push(named.path);
                    continue;
                }
                // The page's own site had it: nobody kept it.
                Found::None => continue,
            };
            match known.entry(name.clone()).or_insert_with_key(|name| measured(name)) {
                Some(Ok(picture)) if picture.width.min(picture.height) <= ICON => {}
                Some(Ok(picture)) => {
                    let made = made(&name, picture);
                    let alt = said.iter().find(|said| said.at == at);
                    of.push(Picture {
                        at,
                        file: made.path().trim_start_matches("parts/").to_owned(),
                        width: picture.width,
                        height: picture.height,
                        alt: alt.and_then(|said| said.alt.clone()),
                    });
                    files.entry(made.sha256.clone()).or_insert(made);
                }
                Some(Err(kind)) => {
                    let what = What::Picture { name, kind: kind.clone() };
                    problems.push(Problem::warning(&file, None, what));
                }
                None => missing.push(name),
            }
        }
        if let Some(first) = missing.first() {
            let what = What::NoPicture { first: first.clone(), count: missing.len() };
            problems.push(Problem::warning(&file, None, what));
        }
        article.pictures = of;
    }
    problems.extend(unused(names, |name| known.contains_key(name)));
    draft.problems.extend(problems);
    draft.pictures = files.into_values().collect();
}

/// Tells of pictures that no article names; those that a browser saved beside a page are the page's.
fn unused(names: &[String], is_used: impl Fn(&str) -> bool) -> Option<Problem> {
    let all = Names::new(names.iter().cloned());
    let mut left =
        all.iter().filter(|name| is_picture(name) && !all.is_beside(name) && !is_used(name));
    let first = left.next()?.to_owned();
    let what = What::UnusedPictures { first, count: 1 + left.count() };
    Some(Problem::warning("articles/", None, what))
}

/// The bytes of a picture; `read` answers those of a file of the folder. One in a Word file is called
/// `bai.docx/word/media/image1.png`.
pub fn open(name: &str, read: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    match within(name) {
        Some((file, path)) => unpack::entry(&read(file)?, path, MAX_PICTURE_BYTES),
        None => read(name),
    }
}

/// A Word file, and the path of a picture in it.
fn within(name: &str) -> Option<(&str, &str)> {
    let at = name.find("/word/")?;
    let is_word = Format::of_name(&name[..at]) == Some(Format::Docx);
    is_word.then(|| (&name[..at], &name[at + 1..]))
}

fn made(name: &str, measured: &Measured) -> PictureFile {
    PictureFile {
        kind: match measured.kind {
            PictureKind::Jpeg => PartKind::Jpeg,
            PictureKind::Png => PartKind::Png,
            PictureKind::Webp => PartKind::Webp,
            PictureKind::Gif => PartKind::Gif,
        },
        source: name.to_owned(),
        bytes: measured.bytes,
        sha256: measured.sha256.clone(),
    }
}

/// A picture as a page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Without scheme and host, `%C3%A1` read, `/` between folders.
    path: String,
    /// It began with a scheme or `/`.
    on_site: bool,
}

impl Named {
    fn of(printed: &str) -> Self {
        // As Markdown names it: ![…](…).
        let inner =
            printed.strip_prefix("![").and_then(|rest| rest.rsplit_once("](")?.1.strip_suffix(')'));
        let printed = inner.unwrap_or(printed).trim();
        let printed = printed.split(['?', '#']).next().unwrap_or_default();
        let (on_site, path) = match printed.split_once("//") {
            // A page saved from a disk names its own files so; nothing is there to compare it with
            // but the end.
            Some((_, rest)) => (true, rest.split_once('/').map_or("", |(_, path)| path)),
            None => (printed.starts_with(['/', '\\', '~']), printed),
        };
        let path = unescaped(path).replace('\\', "/");
        let path = path.trim_start_matches(['/', '~']);
        Self { path: viet::nfc(path).to_string(), on_site }
    }

    fn is_relative(&self) -> bool {
        !self.on_site
    }

    /// As written, for people.
    pub fn as_str(&self) -> &str {
        &self.path
    }
}

/// What an article names as pictures, with the places of the lines that do.
fn named(article: &Article) -> Vec<(model::Span, Named)> {
    let images = article.blocks.iter().filter(|block| block.kind == BlockKind::Image);
    let lines = images.filter_map(|block| Some((block.span, block.span.of(&article.text)?)));
    lines
        .map(|(at, line)| (at, Named::of(line)))
        .filter(|(_, named)| !named.path.is_empty())
        .collect()
}

/// The pictures of a folder, to be found by the end of their path.
struct Shelf<'n> {
    /// By file name in small letters: whole paths, in small letters and as they are.
    by_name: HashMap<String, Vec<(String, &'n str)>>,
}

#[derive(Debug, PartialEq, Eq)]
enum Found {
    One(String),
    Many,
    None,
}

impl<'n> Shelf<'n> {
    fn new(names: &'n [String]) -> Self {
        let mut by_name: HashMap<String, Vec<(String, &str)>> = HashMap::new();
        for name in names.iter().filter(|name| is_picture(name)) {
            let small = small(name);
            by_name.entry(last(&small).to_owned()).or_default().push((small, name));
        }
        by_name.values_mut().for_each(|list| list.sort_unstable());
        Self { by_name }
    }

    fn find(&self, article: &Article, named: &Named) -> Found {
        let Some(file) = &article.source.file else { return Found::None };
        // Articles of a list are called "list.csv#2".
        let file = file.rsplit_once('#').map_or(file.as_str(), |(file, _)| file);
        if Format::of_name(file) == Some(Format::Docx) {
            return Found::One([file, "/", &named.path].concat());
        }
        let wanted = small(&named.path);
        let Some(list) = self.by_name.get(last(&wanted)) else { return Found::None };
        let folder = small(file.rsplit_once('/').map_or("", |(folder, _)| folder));
        if named.is_relative() {
            let Some(whole) = joined(&folder, &wanted) else { return Found::None };
            return one(list.iter().filter(|(small, _)| *small == whole));
        }
        // The longest common end wins, of two steps at least.
        let steps = |small: &str| common_end(small, &wanted);
        let most = list.iter().map(|(small, _)| steps(small)).max().unwrap_or_default();
        if most >= 2 {
            return one(list.iter().filter(|(small, _)| steps(small) == most));
        }
        one(list.iter().filter(|(small, _)| is_near(&folder, small)))
    }
}

fn one<'a>(mut found: impl Iterator<Item = &'a (String, &'a str)>) -> Found {
    match (found.next(), found.next()) {
        (Some((_, name)), None) => Found::One((*name).to_owned()),
        (Some(_), Some(_)) => Found::Many,
        (None, _) => Found::None,
    }
}

/// As names are compared: composed, in small letters.
fn small(name: &str) -> String {
    viet::nfc(name).to_lowercase()
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A path seen from a folder; none where it leads out of everything.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

/// Steps that two paths have in common at their ends.
fn common_end(a: &str, b: &str) -> usize {
    a.rsplit('/').zip(b.rsplit('/')).take_while(|(a, b)| a == b).count()
}

/// Whether a file lies in a folder, or in one right in it.
fn is_near(folder: &str, file: &str) -> bool {
    let inside = match folder {
        "" => Some(file),
        folder => file.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')),
    };
    inside.is_some_and(|rest| rest.matches('/').count() <= 1)
}

/// `%C4%91` → `đ`; what is no such code stays.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .filter(|_| byte == b'%')
            .and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        match code {
            Some(code) => {
                bytes.push(code);
                rest = &after[2..];
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bind;
    use crate::folder::{self, ArticleFile};

    /// Which file an article of that name means by that line.
    fn check(article: &str, line: &str, there: &[&str], expected: Found) {
        let page = format!("Tiêu đề bài\n\n{line}\n\nSáng 5/3/2021, bà con dự lễ đông vui.\n");
        let file = ArticleFile { name: article.to_owned(), content: Ok(page.into_bytes()) };
        let draft = folder::read(Some(b"title = 'x'"), std::iter::once(file));
        let article = draft.articles().next().unwrap();
        let names: Vec<String> = there.iter().map(|name| (*name).to_owned()).collect();
        let all = named(article);
        assert_eq!(all.len(), 1, "{line} {:?}", article.blocks);
        assert_eq!(Shelf::new(&names).find(article, &all[0].1), expected, "{line} {there:?}");
    }

    fn is(name: &str) -> Found {
        Found::One(name.to_owned())
    }

    #[test]
    fn relative_names_mean_one_file() {
        let there = ["tin/bai_files/hop.jpg", "khac/bai_files/hop.jpg", "hop.jpg"];
        check("tin/bai.txt", "./bai_files/hop.jpg", &there, is("tin/bai_files/hop.jpg"));
        check("tin/bai.txt", "bai_files/HOP.JPG", &there, is("tin/bai_files/hop.jpg"));
        check("tin/bai.txt", "../hop.jpg", &there, is("hop.jpg"));
        check("tin/bai.txt", "hop.jpg", &there, Found::None);
        check("tin/bai.txt", "../../../hop.jpg", &there, Found::None);
        check("tin/bai.txt", "anh%20h%E1%BB%8Dp.jpg", &["tin/anh họp.jpg"], is("tin/anh họp.jpg"));
        check("bai.txt", "![Họp](anh/a.png)", &["anh/a.png"], is("anh/a.png"));
    }

    #[test]
    fn addresses_mean_the_file_that_ends_alike() {
        let there = ["uploads/2020/1.jpg", "uploads/2021/1.jpg", "tin/anh/le-hoi.jpg"];
        let at = |rest: &str| format!("https://xa.example/{rest}");
        check("tin/bai.txt", &at("wp/uploads/2021/1.jpg?w=3"), &there, is("uploads/2021/1.jpg"));
        check("tin/bai.txt", "/Uploads/2020/1.jpg", &there, is("uploads/2020/1.jpg"));
        check("tin/bai.txt", &at("le-hoi.jpg"), &there, is("tin/anh/le-hoi.jpg"));
        check("khac/bai.txt", &at("le-hoi.jpg"), &there, Found::None);
        check("bai.txt", &at("x/1.jpg"), &["a/1.jpg", "b/1.jpg"], Found::Many);
    }

    /// The head of a picture.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let head = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR";
        [&head[..], &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat()
    }

    #[test]
    fn pictures_travel_with_their_article() {
        let page = "<h1>Lễ ra quân đầu xuân</h1><p>Sáng 5/3/2021, đông đảo bà con trong xã dự lễ ra quân.</p>\
            <img src='anh/a.png' alt='Bà con dự lễ'><p><i>Quang cảnh buổi lễ</i></p><img src='anh/mat.png'>\
            <img src='anh/hong.png'><img src='anh/nho.png'><p>Buổi lễ diễn ra trong một giờ và kết thúc tốt đẹp.</p>";
        let file =
            ArticleFile { name: "bai.html".to_owned(), content: Ok(page.as_bytes().to_vec()) };
        let mut draft = folder::read(Some("title = 'x'".as_bytes()), std::iter::once(file));
        let names =
            ["anh/a.png", "anh/hong.png", "anh/nho.png", "anh/khong-ai-goi.png"].map(str::to_owned);
        assert_eq!(wanted(&draft, &names), names[..3]);
        attach(&mut draft, &names, &mut |name| {
            Some(match name {
                "anh/a.png" => import::picture::measure(&png(800, 600)),
                "anh/nho.png" => import::picture::measure(&png(16, 16)),
                _ => Err(ProblemKind::BrokenPicture),
            })
        });
        let bound = bind(draft, &mut |_| ());
        let article = &bound.contents.articles[0];
        let [picture] = &article.pictures[..] else { panic!("{:?}", article.pictures) };
        assert_eq!(picture.at.of(&article.text), Some("anh/a.png"));
        assert_eq!((picture.width, picture.height), (800, 600));
        assert_eq!(picture.alt.as_deref(), Some("Bà con dự lễ"));
        let [made] = &bound.pictures[..] else { panic!("{:?}", bound.pictures) };
        assert_eq!(made.path(), format!("parts/{}", picture.file));
        assert_eq!((made.source.as_str(), made.bytes), ("anh/a.png", 29));
        let codes: Vec<_> = bound.report.problems.iter().map(|p| p.what.code()).collect();
        assert!(codes.contains(&"no-picture") && codes.contains(&"broken-picture"), "{codes:?}");
        // The manifest names it, so that copies and savings know of it.
        let manifest = model::bundle::Manifest::parse(&bound.files[0].bytes).unwrap();
        assert_eq!(manifest.shelf(&PartKind::Png).unwrap().bytes, 29);
    }

    #[test]
    fn a_picture_that_nobody_looked_for_is_in_no_bundle() {
        let page = "<h1>Lễ ra quân đầu xuân</h1><img src='a.png' alt='x'><p>Sáng 5/3/2021, bà con dự lễ ra quân rất đông.</p>";
        let file =
            ArticleFile { name: "bai.html".to_owned(), content: Ok(page.as_bytes().to_vec()) };
        let draft = folder::read(Some("title = 'x'".as_bytes()), std::iter::once(file));
        assert!(bind(draft, &mut |_| ()).contents.articles[0].pictures.is_empty());
    }
}
