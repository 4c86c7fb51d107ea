//! From Trunk's output to the shell: one stylesheet, no inline script, annex and workers by name.
//!
//! Trunk starts the viewer from an inline script, which the policy of design.md §8 forbids; it
//! moves into a file here. What the result must be is checked at the end, not hoped for.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::html::{self, Tag};
use crate::static_files::{content_name, files, fresh, is_elsewhere, is_first, is_offline};
use crate::workers::{Files, Worker};
use crate::{imports, viewer};

/// What the page may do; `index.html` states it first of all, and here it is held.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
    manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// Writes the shell into `out`.
pub(crate) fn shell(
    trunk: &Path,
    sources: &Path,
    viewer: &viewer::Files,
    workers: &[(&Worker, Files)],
    out: &Path,
) -> Result<()> {
    let page_path = trunk.join("index.html");
    let page = fs::read_to_string(&page_path)
        .with_context(|| format!("Trunk wrote no {}", page_path.display()))?;
    fresh(out)?;
    let mut shell = Shell { trunk, sources, out, page, replaced: Vec::new() };
    shell.place_viewer(viewer)?;
    shell.move_start()?;
    shell.merge_styles()?;
    for (worker, made) in workers {
        shell.add_worker(worker, made)?;
    }
    shell.add_desk()?;
    shell.copy_the_rest()?;
    check(&shell.page)?;
    fs::write(out.join("index.html"), &shell.page)?;
    // The same without any archive in it: into the other the packer writes title and latest articles,
    // and what the service worker keeps must not change with them.
    fs::write(out.join(APP), &shell.page)?;
    Ok(())
}

/// The page that the service worker keeps; `bindery::offline` and `sw.js` know it by this name.
const APP: &str = "app.html";

/// The `<meta>` by which the viewer finds the script of the clerk's desk.
const DESK_META: &str = "bien-nien-desk";

/// The `<meta>` by which the viewer finds the gazetteer.
const GAZETTEER_META: &str = "bien-nien-gazetteer";

struct Shell<'a> {
    trunk: &'a Path,
    sources: &'a Path,
    out: &'a Path,
    page: String,
    /// Files of Trunk's that stand under other names.
    replaced: Vec<String>,
}

impl Shell<'_> {
    /// Puts the viewer in the place of what Trunk made of it, and tells it the names of its wings.
    fn place_viewer(&mut self, viewer: &viewer::Files) -> Result<()> {
        let (_, script) = inline_module(&self.page)?;
        let (glue, wasm) = viewer_files(&script)?;
        let names = [
            (wasm, self.keep(viewer::PACKAGE, "wasm", &viewer.wasm)?),
            (glue, self.keep(viewer::PACKAGE, "js", viewer.glue.as_bytes())?),
        ];
        for (old, new) in names {
            let old = old.trim_start_matches("./");
            self.page = self.page.replace(old, &new);
            self.replaced.push(old.to_owned());
        }
        let kept = viewer.wings.iter().map(|(stem, bytes)| self.keep(stem, "wasm", bytes));
        let kept = kept.collect::<Result<Vec<String>>>()?;
        for (meta, places) in &viewer.metas {
            let files: Vec<&str> = places.iter().map(|place| kept[*place].as_str()).collect();
            // `add_meta` puts the first `./` before them.
            self.add_meta(meta, &files.join(" ./"))?;
        }
        // Only the finder of units asks for it.
        let gazetteer = self.keep("gazetteer", "txt", units::gazetteer::OFFICIAL.as_bytes())?;
        self.add_meta(GAZETTEER_META, &gazetteer)?;
        let style = self.annex_style()?;
        self.add_meta(viewer::ANNEX_STYLE_META, &style)
    }

    /// The annex's own stylesheet, which comes with it.
    fn annex_style(&self) -> Result<String> {
        let mut text = String::new();
        for name in ["css/annex.css", "css/beside.css"] {
            let path = self.sources.join(name);
            text += &fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
        }
        self.keep("annex", "css", self.adopt_urls(&text)?.as_bytes())
    }

    /// Puts Trunk's inline initialiser into a file of its own.
    fn move_start(&mut self) -> Result<()> {
        let (range, script) = inline_module(&self.page)?;
        let (glue, wasm) = viewer_files(&script)?;
        let start = start_module(glue, wasm);
        let name = self.keep("start", "js", start.as_bytes())?;
        self.page
            .replace_range(range, &format!("<script type=\"module\" src=\"./{name}\"></script>"));
        Ok(())
    }

    /// One stylesheet for all: one request, and names repeat within one brotli window.
    fn merge_styles(&mut self) -> Result<()> {
        let mut merged = String::new();
        let mut places = Vec::new();
        for tag in html::tags(&self.page) {
            if tag.name != "link" || tag.get("rel") != Some("stylesheet") {
                continue;
            }
            let href = tag.get("href").context("a stylesheet without href in index.html")?;
            let path = self.trunk.join(href.trim_start_matches("./"));
            let text = fs::read_to_string(&path)
                .with_context(|| format!("no stylesheet {}", path.display()))?;
            match tag.get("media") {
                Some(media) => merged.push_str(&format!("@media {media}{{{text}}}\n")),
                None => merged.push_str(&format!("{text}\n")),
            }
            places.push(tag.range);
        }
        ensure!(!places.is_empty(), "index.html has no stylesheet");
        let merged = self.adopt_urls(&merged)?;
        let name = self.keep("style", "css", merged.as_bytes())?;
        let link = format!("<link rel=\"stylesheet\" href=\"./{name}\">");
        for (index, range) in places.iter().enumerate().rev() {
            self.page.replace_range(range.clone(), if index == 0 { &link } else { "" });
        }
        Ok(())
    }

    /// Copies what stylesheets refer to (fonts, images) under a name by content.
    fn adopt_urls(&self, css: &str) -> Result<String> {
        let mut adopted = String::new();
        let mut rest = css;
        while let Some(at) = rest.find("url(") {
            let (before, after) = rest.split_at(at + "url(".len());
            let end = after.find(')').context("an unclosed url( in a stylesheet")?;
            let url = after[..end].trim().trim_matches(['"', '\'']);
            adopted.push_str(before);
            if url.starts_with("data:") || url.starts_with('#') {
                adopted.push_str(&after[..end]);
            } else {
                adopted.push_str(&format!("\"./{}\"", self.adopt(url)?));
            }
            rest = &after[end..];
        }
        adopted.push_str(rest);
        Ok(adopted)
    }

    /// A file that a stylesheet in `static/css` names by a relative path.
    fn adopt(&self, url: &str) -> Result<String> {
        let path = self.sources.join("css").join(url);
        let bytes = fs::read(&path).with_context(|| {
            format!("a stylesheet refers to {url}, but there is no {}", path.display())
        })?;
        let name = url.rsplit('/').next().unwrap_or(url);
        let (stem, extension) = name.rsplit_once('.').context("a file without extension")?;
        self.keep(stem, extension, &bytes)
    }

    /// Writes a worker's files and tells the viewer their name.
    fn add_worker(&mut self, worker: &Worker, made: &Files) -> Result<()> {
        for (name, bytes) in [&made.script, &made.wasm].into_iter().chain(&made.part) {
            fs::write(self.out.join(name), bytes)?;
        }
        self.add_meta(worker.meta, &made.script.0)
    }

    /// The browser's side of the clerk's desk, and before it what reads and writes zips.
    fn add_desk(&mut self) -> Result<()> {
        let mut script = String::new();
        for source in ["archive-file.js", "js/desk.js"] {
            let path = self.sources.join(source);
            let text =
                fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
            script.push_str(&imports::without_indents(&text));
        }
        let name = self.keep("desk", "js", script.as_bytes())?;
        self.add_meta(DESK_META, &name)
    }

    /// Tells the viewer a file's name.
    fn add_meta(&mut self, name: &str, file: &str) -> Result<()> {
        let meta = format!("<meta name=\"{name}\" content=\"./{file}\">");
        let head = self.page.find("</head>").context("index.html has no </head>")?;
        self.page.insert_str(head, &meta);
        Ok(())
    }

    /// Copies the files of Trunk's that the page still needs.
    fn copy_the_rest(&self) -> Result<()> {
        for path in files(self.trunk)? {
            let relative = path.strip_prefix(self.trunk)?;
            let is_page = relative == Path::new("index.html");
            let path_text = relative.to_string_lossy();
            let is_style = relative.extension().is_some_and(|extension| extension == "css")
                && !is_elsewhere(&path_text);
            let is_replaced = self.replaced.iter().any(|name| relative == Path::new(name));
            if is_page || is_style || is_replaced {
                continue;
            }
            let to = self.out.join(relative);
            fs::create_dir_all(to.parent().context("no folder")?)?;
            let unwritable = || format!("cannot write {}", to.display());
            if (is_offline(&path_text) || is_elsewhere(&path_text) || is_first(&path_text))
                && relative.extension().is_some_and(|e| e == "js")
            {
                // Trunk leaves these as people read them.
                let text = fs::read_to_string(&path)?;
                fs::write(&to, imports::without_indents(&text)).with_context(unwritable)?;
            } else {
                fs::copy(&path, &to).with_context(unwritable)?;
            }
        }
        Ok(())
    }

    /// Writes a file named by its content.
    fn keep(&self, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let name = format!("{stem}-{}.{extension}", content_name(bytes));
        let path: PathBuf = self.out.join(&name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(name)
    }
}

/// The one inline module: where its element is, and its text.
fn inline_module(page: &str) -> Result<(Range<usize>, String)> {
    let tags = html::tags(page);
    let inline = |tag: &&Tag<'_>| tag.name == "script" && tag.get("src").is_none();
    let mut found = tags.iter().filter(inline);
    let (Some(tag), None) = (found.next(), found.next()) else {
        bail!("Trunk's page should hold exactly one inline script; is Trunk 0.21.14 in use?");
    };
    let end = page[tag.range.end..].find("</script>").context("an unclosed script")?;
    let text = page[tag.range.end..tag.range.end + end].to_owned();
    Ok((tag.range.start..tag.range.end + end + "</script>".len(), text))
}

/// The viewer's script and wasm, as Trunk's initialiser names them.
fn viewer_files(initialiser: &str) -> Result<(&str, &str)> {
    let quoted = |before: &str| {
        between(initialiser, &format!("{before}'"), "'")
            .or_else(|| between(initialiser, &format!("{before}\""), "\""))
    };
    let glue =
        quoted("from ").context("Trunk's initialiser imports nothing; is Trunk 0.21.14 in use?")?;
    let wasm = quoted("module_or_path: ")
        .or_else(|| quoted("module_or_path:"))
        .context("Trunk's initialiser names no wasm; is Trunk 0.21.14 in use?")?;
    Ok((glue, wasm))
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let rest = &text[text.find(before)? + before.len()..];
    Some(&rest[..rest.find(after)?])
}

/// Loads the viewer; paths are relative to this file, whatever page it is on.
fn start_module(glue: &str, wasm: &str) -> String {
    format!(
        "import init from '{glue}';\n\
         init({{ module_or_path: new URL('{wasm}', import.meta.url) }}).catch((error) => {{\n\
         \x20 bienNienCannotStart();\n\
         \x20 throw error;\n\
         }});\n"
    )
}

/// What must hold of the finished page.
fn check(page: &str) -> Result<()> {
    let tags = html::tags(page);
    let policy = tags.iter().position(is_policy).context("index.html states no policy")?;
    ensure!(tags[policy].get("content") == Some(POLICY), "index.html states another policy");
    let first = tags.iter().position(|tag| matches!(tag.name.as_str(), "script" | "link" | "base"));
    ensure!(first.is_some_and(|first| policy < first), "the policy comes after what it governs");
    for tag in &tags {
        check_tag(tag)?;
    }
    Ok(())
}

fn is_policy(tag: &Tag<'_>) -> bool {
    tag.get("http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case("content-security-policy"))
}

fn check_tag(tag: &Tag<'_>) -> Result<()> {
    let inline = (tag.name == "script" && tag.get("src").is_none()) || tag.name == "style";
    ensure!(!inline, "index.html holds an inline {}, which the policy blocks", tag.name);
    ensure!(tag.name != "base", "index.html holds <base>, which breaks links inside the page");
    for (name, value) in &tag.attributes {
        let blocked = name == "style" || (name.starts_with("on") && name.len() > 2);
        ensure!(!blocked, "index.html holds {name}= on <{}>, which the policy blocks", tag.name);
        let is_place = name == "src" || name == "href";
        ensure!(
            !is_place || value.starts_with("./"),
            "index.html refers to {value}, which is not relative to the page"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(head: &str) -> String {
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{head}")
    }

    fn check_refused(page: &str, reason: &str) {
        let said = check(page).unwrap_err().to_string();
        assert!(said.contains(reason), "{said}");
    }

    #[test]
    fn a_page_that_breaks_the_policy_is_refused() {
        check(&page("<script src=\"./a.js\"></script>")).unwrap();
        check_refused("<script src=\"./a.js\"></script>", "no policy");
        let late = format!("<script src=\"./a.js\"></script>{}", page(""));
        check_refused(&late, "after what it governs");
        let link = "<link rel=\"icon\" href=\"./i.svg\">";
        check_refused(&page(&format!("{link}<script>x</script>")), "inline script");
        check_refused(&page(&format!("{link}<style>p{{}}</style>")), "inline style");
        check_refused(&page(&format!("{link}<p style=\"x\">")), "style=");
        check_refused(&page(&format!("{link}<p onclick=\"x\">")), "onclick=");
        check_refused(&page("<link href=\"/a.css\">"), "not relative");
        check_refused(&page("<link href=\"https://a.example/a.css\">"), "not relative");
        check_refused(&page("<base href=\"./\">"), "<base>");
    }

    #[test]
    fn the_initialiser_is_found() {
        let page = "<p><script type=\"module\">\nimport init from './a.js';</script><b>";
        let (range, text) = inline_module(page).unwrap();
        assert_eq!(text, "\nimport init from './a.js';");
        assert_eq!(&page[range.end..], "<b>");
        assert_eq!(between(&text, "from '", "'"), Some("./a.js"));
        assert!(inline_module("<script>a</script><script>b</script>").is_err());
    }
}
