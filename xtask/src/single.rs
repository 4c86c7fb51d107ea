//! The viewer in one file, for USB sticks and disks: `bien-nien.template`, into which the packer
//! puts an archive. Pages opened from a disk may load nothing, so that everything is inside: styles
//! and scripts inline, each allowed by its digest; the rest as text, which `static/js/single.js`
//! hands to the viewer as if it had been fetched.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use data_encoding::BASE64;
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use std::io::Write as _;

use crate::finish::POLICY;
use crate::html::{self, Tag};
use crate::imports::without_indents;
use crate::static_files::{files, is_offline, media_type};
use crate::viewer::ANNEX_STYLE_META;

/// The template among the viewer's files. The packer knows it by this name.
pub(crate) const TEMPLATE: &str = "bien-nien.template";

/// Where the packer puts the archive.
const PLACE: &str = "<!-- archive -->";

/// Scripts and styles by their digests, everything else from the file itself.
fn policy(scripts: &[String], styles: &[String]) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
         font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    )
}

/// Writes the template into a finished shell; `sources` is the folder `static`.
pub(crate) fn write(shell: &Path, sources: &Path) -> Result<()> {
    let page = fs::read_to_string(shell.join("index.html"))?;
    let mut single = Single { shell, inlined: Vec::new(), scripts: Vec::new(), styles: Vec::new() };
    let first = fs::read_to_string(sources.join("js/single.js")).context("no js/single.js")?;
    let first = single.script(&without_indents(&first))?;
    let (mut page, start) = single.page(&page)?;
    page = page.replacen("<title>", &format!("{first}<title>"), 1);
    let end = page.rfind("</body>").context("index.html has no </body>")?;
    page.insert_str(end, &format!("{}{PLACE}{start}", single.the_rest()?));
    let policy = policy(&single.scripts, &single.styles);
    ensure!(page.contains(POLICY), "index.html states another policy");
    fs::write(shell.join(TEMPLATE), page.replacen(POLICY, &policy, 1))?;
    Ok(())
}

struct Single<'a> {
    shell: &'a Path,
    /// Files that are in the page already, or of no use in one opened from a disk.
    inlined: Vec<String>,
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Single<'_> {
    /// The page with everything it refers to inside it, and the script that starts the viewer,
    /// which must come last.
    fn page(&mut self, page: &str) -> Result<(String, String)> {
        let mut out = page.to_owned();
        let mut start = String::new();
        for tag in html::tags(page).iter().rev() {
            let (end, inside) = match tag.name.as_str() {
                "script" => {
                    let close = "</script>";
                    let at = page[tag.range.end..].find(close).context("an unclosed script")?;
                    let src = tag.get("src").context("an inline script in index.html")?;
                    let inside = self.replaced_script(tag, name(src), &mut start)?;
                    (tag.range.end + at + close.len(), inside)
                }
                "link" => (tag.range.end, self.replaced_link(tag)?),
                // Nothing is to be asked for where the annex's styles are there from the beginning.
                "meta" if tag.get("name") == Some(ANNEX_STYLE_META) => {
                    let style = tag.get("content").context("a meta without content")?;
                    (tag.range.end, self.style(name(style))?)
                }
                _ => continue,
            };
            out.replace_range(tag.range.start..end, &inside);
        }
        Ok((out, start))
    }

    fn replaced_script(&mut self, tag: &Tag<'_>, src: &str, start: &mut String) -> Result<String> {
        let text = self.text(src)?;
        if src.starts_with("offline-") {
            // A page from a disk keeps nothing beside itself.
            return Ok(String::new());
        }
        if tag.get("type") == Some("module") {
            *start = self.start(&text)?;
            return Ok(String::new());
        }
        self.script(&text)
    }

    fn replaced_link(&mut self, tag: &Tag<'_>) -> Result<String> {
        let href = name(tag.get("href").context("a link without href")?);
        match tag.get("rel") {
            Some("stylesheet") => self.style(href),
            Some("icon") => Ok(format!("<link rel=\"icon\" href=\"{}\">", self.data(href)?)),
            _ => Ok(String::new()),
        }
    }

    fn style(&mut self, href: &str) -> Result<String> {
        let style = self.text(href)?;
        let style = self.with_urls(&style)?;
        ensure!(!style.contains("</"), "{href} cannot stand inside a page");
        self.styles.push(hash(&style));
        Ok(format!("<style>{style}</style>"))
    }

    /// The viewer's module as a plain script.
    fn start(&mut self, start: &str) -> Result<String> {
        let quoted = |before: &str| {
            let rest = &start[start.find(before)? + before.len()..];
            Some(name(&rest[..rest.find('\'')?]))
        };
        let glue = quoted("from '").context("the start script imports nothing")?;
        let wasm = quoted("new URL('").context("the start script names no wasm")?;
        let text = self.text(glue)?;
        let body = text.split("\nexport {").next().unwrap_or_default();
        ensure!(body.len() < text.len(), "{glue} does not end in its exports");
        let body = body.replace("import.meta.url", "location.href");
        ensure!(!body.contains("import.meta"), "{glue} asks where it lies");
        self.script(&format!(
            "(() => {{\n{body}\n__wbg_init({{ module_or_path: fetch('./{wasm}') }}).catch((error) => {{\n\
             bienNienCannotStart();\nthrow error;\n}});\n}})();"
        ))
    }

    fn script(&mut self, text: &str) -> Result<String> {
        ensure!(!text.contains("</script") && !text.contains("<!--"), "a script closes itself");
        self.scripts.push(hash(text));
        Ok(format!("<script>{text}</script>"))
    }

    /// A stylesheet with the files it names inside it.
    fn with_urls(&mut self, css: &str) -> Result<String> {
        let mut out = String::new();
        let mut rest = css;
        while let Some(at) = rest.find("url(\"./") {
            let (before, after) = rest.split_at(at);
            let after = &after["url(\"./".len()..];
            let end = after.find('"').context("an unclosed url( in a stylesheet")?;
            out.push_str(&format!("{before}url(\"{}", self.data(&after[..end])?));
            rest = &after[end..];
        }
        Ok(out + rest)
    }

    fn data(&mut self, file: &str) -> Result<String> {
        self.inlined.push(file.to_owned());
        let bytes = fs::read(self.shell.join(file)).with_context(|| format!("no {file}"))?;
        Ok(format!("data:{};base64,{}", media_type(file), BASE64.encode(&bytes)))
    }

    fn text(&mut self, file: &str) -> Result<String> {
        self.inlined.push(file.to_owned());
        fs::read_to_string(self.shell.join(file)).with_context(|| format!("no {file}"))
    }

    /// What the viewer fetches while it runs.
    fn the_rest(&self) -> Result<String> {
        let mut out = String::new();
        for path in files(self.shell)? {
            let relative = path.strip_prefix(self.shell)?.to_string_lossy().replace('\\', "/");
            let fetched = relative.ends_with(".js")
                || relative.ends_with(".wasm")
                // The country's places: who carries the file about has no network to ask.
                || relative.starts_with("gazetteer-") && relative.ends_with(".txt");
            // Packed archives need no indexer, and there is no desk without it; no page from a disk is
            // governed by a worker.
            let unused = ["indexer-", "desk-"].iter().any(|name| relative.starts_with(name))
                || is_offline(&relative);
            if fetched && !unused && !self.inlined.contains(&relative) {
                out.push_str(&held(&relative, &fs::read(&path)?)?);
            }
        }
        Ok(out)
    }
}

/// A file as text in the page. Scripts are needed at once, so they are not packed; the rest is.
fn held(path: &str, bytes: &[u8]) -> Result<String> {
    let text = if path.ends_with(".js") {
        BASE64.encode(bytes)
    } else {
        let mut packer = GzBuilder::new().write(Vec::new(), Compression::best());
        packer.write_all(bytes)?;
        BASE64.encode(&packer.finish()?)
    };
    Ok(format!("<script type=\"application/octet-stream\" data-path=\"{path}\">{text}</script>\n"))
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))
}

fn name(path: &str) -> &str {
    path.trim_start_matches("./")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head>{policy}<script src=./early-1.js></script>\
        <link rel=\"stylesheet\" href=\"./style-1.css\"><link href=./favicon-1.svg rel=icon>\
        <meta name=\"bien-nien-annex-style\" content=\"./annex-1.css\">\
        <link rel=manifest href=./manifest.webmanifest><title>x</title>\
        <script defer src=./offline-1.js></script><script type=\"module\" src=\"./start-1.js\"></script>\
        </head><body><div id=app></div></body></html>";

    fn shell(name: &str) -> std::path::PathBuf {
        let folder =
            std::env::temp_dir().join(format!("xtask-single-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("js")).unwrap();
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
        let files: [(&str, String); 14] = [
            ("index.html", PAGE.replace("{policy}", &policy)),
            ("early-1.js", "early();".to_owned()),
            ("offline-1.js", "offline();".to_owned()),
            ("sw.js", "worker();".to_owned()),
            ("start-1.js", "import init from './glue-1.js';\ninit({ module_or_path: new URL('./v-1.wasm', import.meta.url) })".to_owned()),
            ("glue-1.js", "let wasm; use(import.meta.url);\nexport { x as default };\n".to_owned()),
            ("v-1.wasm", "wasm".to_owned()),
            ("style-1.css", "p{src:url(\"./f-1.woff2\")}".to_owned()),
            ("annex-1.css", "q{}".to_owned()),
            ("f-1.woff2", "font".to_owned()),
            ("favicon-1.svg", "<svg/>".to_owned()),
            ("search-worker-1.js", "search();".to_owned()),
            ("gazetteer-1.txt", "places".to_owned()),
            ("js/single.js", "// why\nsingle();".to_owned()),
        ];
        for (name, text) in files {
            fs::write(folder.join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn everything_is_inside() {
        let folder = shell("inside");
        write(&folder, &folder).unwrap();
        let page = fs::read_to_string(folder.join(TEMPLATE)).unwrap();
        for gone in ["href=\"./", "src=", "manifest", "offline", "worker();", "import", "'self'"] {
            assert!(!page.contains(gone), "{gone}: {page}");
        }
        assert!(page.contains("<style>q{}</style>") && !page.contains("annex-style"), "{page}");
        let font = format!("url(\"data:font/woff2;base64,{}\")", BASE64.encode(b"font"));
        assert!(page.contains(&font), "{page}");
        let order = [
            "<script>single();",
            "<script>early();",
            "data-path=\"search-worker-1.js\"",
            PLACE,
            "fetch('./v-1.wasm')",
        ];
        let places: Vec<_> = order.iter().map(|text| page.find(text).expect(text)).collect();
        assert!(places[0] < places[2] && places[1] < places[2], "{page}");
        assert!(places[2] < places[3] && places[3] < places[4], "{page}");
        for text in ["early();", "single();\n"] {
            assert!(page.contains(&hash(text)), "{text} is allowed: {page}");
        }
        assert!(page.contains("data-path=\"gazetteer-1.txt\""), "{page}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_script_that_would_end_the_page_is_refused() {
        let folder = shell("refused");
        fs::write(folder.join("early-1.js"), "x = '</script>'").unwrap();
        assert!(write(&folder, &folder).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
