//! What a site needs to open without a network, written last of all, from the finished files: the
//! list of the archive's files (`offline.json`), the app's name in the web manifest, and the list of
//! the viewer's own files in the service worker.

use model::bundle::digest::sha256_hex;
use model::bundle::write::{File, PictureFile};
use serde::Serialize;
use serde_json::{Value, json};

/// A file of the viewer is not what this version knows: its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the viewer's {0} is of another version")]
pub struct BrokenViewer(pub &'static str);

/// The list of the archive's files.
pub const LIST: &str = "offline.json";
/// Version of that list.
const SCHEMA: u32 = 1;

/// The viewer's page as it is kept: `index.html` names the archive's latest articles, and a new article
/// is no new version of the viewer.
pub const APP: &str = "app.html";

const WORKER: &str = "sw.js";
/// What the service worker is made of besides; the browser keeps them with the worker.
const WORKERS_OWN: [&str; 2] = ["archive-file.js", "saving.js"];
const WEB_MANIFEST: &str = "manifest.webmanifest";
/// The line of the service worker that this program writes anew.
const SITE_LINE: &str = "const SITE = ";
/// A home screen shows about so many characters under an icon.
const SHORT_NAME: usize = 12;

/// A file as a list names it.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    path: std::borrow::Cow<'a, str>,
    bytes: u64,
    sha256: String,
    /// Kept when it is first used, not beforehand.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    optional: bool,
}

impl<'a> Listed<'a> {
    fn of(file: &'a File) -> Self {
        let optional = is_optional(&file.path);
        Self {
            path: file.path.as_str().into(),
            bytes: file.bytes.len() as u64,
            sha256: sha256_hex(&file.bytes),
            optional,
        }
    }

    fn of_picture(picture: &PictureFile) -> Self {
        let sha256 = picture.sha256.clone();
        Self { path: picture.path().into(), bytes: picture.bytes, sha256, optional: false }
    }
}

/// The list of a bundle's files, `archive.json` first among them, and of its pictures: what “save
/// everything” fetches, and what it is checked against.
pub fn list(bundle: &[File], pictures: &[PictureFile]) -> File {
    let manifest = bundle.first().map(|file| sha256_hex(&file.bytes)).unwrap_or_default();
    let files = bundle.iter().skip(1).map(Listed::of);
    let files: Vec<Listed<'_>> = files.chain(pictures.iter().map(Listed::of_picture)).collect();
    let list = json!({ "schema": SCHEMA, "manifest": manifest, "files": files });
    File { path: LIST.to_owned(), bytes: list.to_string().into_bytes() }
}

/// Names the app after the archive and completes the service worker. A viewer without one stays as
/// it is.
///
/// # Errors
/// The file of the viewer that cannot be completed.
pub fn finish(files: &mut [File], title: &str) -> Result<(), BrokenViewer> {
    for file in files.iter_mut().filter(|file| file.path == WEB_MANIFEST) {
        file.bytes = named(&file.bytes, title)?;
    }
    let shell: Vec<Listed<'_>> =
        files.iter().filter(|file| is_shell(&file.path)).map(Listed::of).collect();
    let list = json!(shell).to_string();
    let version = sha256_hex(list.as_bytes());
    let line = format!("{SITE_LINE}{{\"version\":\"{}\",\"files\":{list}}};", &version[..16]);
    for file in files.iter_mut().filter(|file| file.path == WORKER) {
        file.bytes = completed(&file.bytes, &line)?;
    }
    Ok(())
}

/// Whether a file is written anew by [`finish`], so that a compressed copy of it is stale.
pub fn is_finished_here(path: &str) -> bool {
    [WORKER, WEB_MANIFEST].iter().any(|name| path.strip_prefix(name).is_some_and(is_packed_form))
}

fn is_packed_form(rest: &str) -> bool {
    matches!(rest, ".br" | ".gz")
}

/// The viewer's own: neither the archive's, nor this list's bearer, nor packed forms, nor pages
/// that stand beside the viewer's.
fn is_shell(path: &str) -> bool {
    let of_archive = path == "archive.json" || path == LIST || path.starts_with("parts/");
    // What is read without the viewer: articles' pages, feeds.
    let of_archive = of_archive || path.starts_with("bai/") || path.starts_with("nguon/");
    let of_archive = of_archive || path == "robots.txt" || path.starts_with("sitemap");
    let page = path.ends_with(".html") && path != APP;
    let packed = path.ends_with(".br") || path.ends_with(".gz");
    !of_archive && !page && !packed && path != WORKER && !WORKERS_OWN.contains(&path)
}

/// The indexer reads archives written by hand and serves the clerk's desk: readers of one that was
/// packed never need it. The gazetteer is for finding places of the whole country, `embed.js` for other sites.
fn is_optional(path: &str) -> bool {
    ["indexer-", "gazetteer-", "desk-", "embed.js"].iter().any(|name| path.starts_with(name))
}

fn named(manifest: &[u8], title: &str) -> Result<Vec<u8>, BrokenViewer> {
    let broken = || BrokenViewer(WEB_MANIFEST);
    let mut manifest: Value = serde_json::from_slice(manifest).map_err(|_| broken())?;
    manifest["name"] = title.into();
    if title.chars().count() <= SHORT_NAME {
        manifest["short_name"] = title.into();
    }
    Ok(manifest.to_string().into_bytes())
}

fn completed(worker: &[u8], line: &str) -> Result<Vec<u8>, BrokenViewer> {
    let broken = || BrokenViewer(WORKER);
    let text = std::str::from_utf8(worker).map_err(|_| broken())?;
    let mut lines: Vec<&str> = text.lines().collect();
    let place = lines.iter().position(|line| line.starts_with(SITE_LINE)).ok_or_else(broken)?;
    lines[place] = line;
    Ok((lines.join("\n") + "\n").into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    fn site() -> Vec<File> {
        vec![
            file("app.html", "<p>"),
            file("index.html", "<p>latest"),
            file("start-0123456789ab.js", "1"),
            file("start-0123456789ab.js.br", "2"),
            file("indexer-0123456789ab.wasm", "3"),
            file("sw.js", "'use strict';\nconst SITE = { version: '', files: [] };\nrest();\n"),
            file("manifest.webmanifest", r#"{"name":"x","short_name":"y","lang":"vi"}"#),
            file("bien-nien.html", "4"),
            file("archive.json", "{}"),
            file("parts/a-0123456789abcdef.json", "[]"),
            file(LIST, "{}"),
        ]
    }

    fn text(files: &[File], path: &str) -> String {
        let file = files.iter().find(|file| file.path == path).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    }

    #[test]
    fn the_service_worker_lists_the_viewer_and_nothing_else() {
        let mut files = site();
        finish(&mut files, "Tin xã Tam Sơn").unwrap();
        let worker = text(&files, "sw.js");
        let line = worker.lines().nth(1).unwrap();
        let site = line.strip_prefix("const SITE = ").unwrap().strip_suffix(';').unwrap();
        let site: Value = serde_json::from_str(site).unwrap();
        let listed: Vec<_> = site["files"].as_array().unwrap().iter().collect();
        let paths: Vec<_> = listed.iter().map(|file| file["path"].as_str().unwrap()).collect();
        let expected =
            ["app.html", "start-0123456789ab.js", "indexer-0123456789ab.wasm", WEB_MANIFEST];
        assert_eq!(paths, expected);
        assert_eq!(listed[0]["sha256"], sha256_hex(b"<p>"));
        assert_eq!((&listed[1]["bytes"], &listed[1]["optional"]), (&json!(1), &json!(null)));
        assert_eq!(listed[2]["optional"], true);
        assert!(worker.ends_with("rest();\n"));
    }

    #[test]
    fn another_file_is_another_version() {
        let versions = ["1", "5"].map(|script| {
            let mut files = site();
            files[2].bytes = script.as_bytes().to_vec();
            finish(&mut files, "x").unwrap();
            text(&files, "sw.js")
        });
        assert_ne!(versions[0], versions[1]);
    }

    #[test]
    fn a_new_article_on_the_first_page_is_no_new_version() {
        let versions = ["<p>latest", "<p>later"].map(|page| {
            let mut files = site();
            files[1].bytes = page.into();
            finish(&mut files, "x").unwrap();
            text(&files, "sw.js")
        });
        assert_eq!(versions[0], versions[1]);
    }

    #[test]
    fn a_site_finished_again_is_the_same() {
        let mut files = site();
        finish(&mut files, "Tin xã").unwrap();
        let first = files.clone();
        finish(&mut files, "Tin xã").unwrap();
        assert_eq!(files, first);
    }

    #[test]
    fn the_app_is_named_after_the_archive() {
        let mut files = site();
        finish(&mut files, "Tin xã").unwrap();
        let short = r#"{"lang":"vi","name":"Tin xã","short_name":"Tin xã"}"#;
        assert_eq!(text(&files, WEB_MANIFEST), short);
        let mut files = site();
        finish(&mut files, "Tin bài xã Tam Sơn").unwrap();
        assert!(text(&files, WEB_MANIFEST).contains(r#""short_name":"y""#));
    }

    #[test]
    fn a_broken_viewer_is_refused_by_name() {
        let mut files = vec![file("sw.js", "rest();")];
        assert!(finish(&mut files, "x").unwrap_err().to_string().contains("sw.js"));
        let mut files = vec![file(WEB_MANIFEST, "{")];
        assert!(finish(&mut files, "x").unwrap_err().to_string().contains(WEB_MANIFEST));
    }

    #[test]
    fn the_list_holds_every_file_of_the_bundle() {
        let bundle = [file("archive.json", "{}"), file("parts/a-1.json", "[]")];
        let list: Value = serde_json::from_slice(&list(&bundle, &[]).bytes).unwrap();
        assert_eq!(list["manifest"], sha256_hex(b"{}"));
        let part = json!({ "path": "parts/a-1.json", "bytes": 2, "sha256": sha256_hex(b"[]") });
        assert_eq!(list["files"], json!([part]));
    }

    #[test]
    fn stale_copies_are_known() {
        assert!(is_finished_here("sw.js.br") && is_finished_here("manifest.webmanifest.gz"));
        assert!(!is_finished_here("sw.js") && !is_finished_here("index.html.br"));
    }
}
