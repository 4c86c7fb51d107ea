//! A publisher's colours and logo, put over the viewer's: a stylesheet of their own in the site and in the
//! one file. Styles inside a page are allowed there only by their digest.

use std::fs;
use std::path::Path;

use bindery::config::FILE as SETTINGS;
use bindery::problem::{LogoFault, Problem, SettingFault, What};
use data_encoding::{BASE64, HEXLOWER};
use front::{Colours, change_pages};
use model::bundle::digest::sha256_hex;
use model::bundle::write::File;
use serde_json::{Map, Value};

/// A mark of a bar need not be larger.
const LARGEST: usize = 100_000;

/// What is put over the viewer's look.
#[derive(Debug)]
pub(crate) struct Look {
    rules: String,
    accent: Option<String>,
    logo: Option<File>,
}

impl Look {
    /// Reads what a manifest says of it, and the logo from the archive's folder; `problems` hears of a
    /// logo that cannot be used. `None` where nothing is a publisher's own.
    pub(crate) fn read(
        extra: &Map<String, Value>,
        archive: &Path,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let theme = extra.get("theme")?.as_object()?;
        let text = |key: &str| theme.get(key).and_then(Value::as_str);
        let path = text("logo");
        let logo = path.and_then(|path| match logo(archive, path) {
            Ok(file) => Some(file),
            Err(why) => {
                let fault = SettingFault::Logo { path: path.to_owned(), why };
                problems.push(Problem::error(SETTINGS, line(archive), What::Setting(fault)));
                None
            }
        });
        let rules = Colours::of(extra).in_viewer();
        let accent = text("accent").map(str::to_owned);
        (!rules.is_empty() || logo.is_some()).then_some(Self { rules, accent, logo })
    }

    /// The stylesheet; `logo` is where its picture is.
    fn style(&self, logo: Option<&str>) -> String {
        let logo = logo.map(|url| {
            format!(
                ".topbar-home .mark{{display:none}}.topbar-home::before{{content:\"\";flex:none;width:36px;\
                 height:36px;background:url(\"{url}\") center/contain no-repeat}}"
            )
        });
        format!("{}{}", self.rules, logo.unwrap_or_default())
    }

    /// Puts it into a site.
    pub(crate) fn put(self, files: &mut Vec<File>) {
        let url = self.logo.as_ref().map(|file| format!("./{}", file.path));
        let style = self.style(url.as_deref()).into_bytes();
        let name = format!("theme-{}.css", &sha256_hex(&style)[..12]);
        let link = format!("{LINK}{name}\"></head>");
        change_pages(files, &|page| self.coloured(&page.replacen("</head>", &link, 1)));
        files.push(File { path: name, bytes: style });
        files.extend(self.logo);
    }

    /// Puts it into the one file.
    pub(crate) fn put_inside(&self, page: &mut File) {
        let url = self.logo.as_ref().map(|file| {
            let kind = match file.path.rsplit('.').next() {
                Some("svg") => "svg+xml",
                Some(end) => end,
                None => "png",
            };
            format!("data:image/{kind};base64,{}", BASE64.encode(&file.bytes))
        });
        let style = self.style(url.as_deref());
        let digest = sha256_hex(style.as_bytes());
        let digest = HEXLOWER.decode(digest.as_bytes()).unwrap_or_default();
        let allowed = format!("style-src 'sha256-{}' ", BASE64.encode(&digest));
        let page_text = String::from_utf8_lossy(&page.bytes);
        let page_text = page_text.replacen("style-src ", &allowed, 1).replacen(
            "</head>",
            &format!("<style>{style}</style></head>"),
            1,
        );
        page.bytes = self.coloured(&page_text).into_bytes();
    }

    /// The colour that phones give their own bars.
    fn coloured(&self, page: &str) -> String {
        let tag = page.find("theme-color").and_then(|at| {
            let start = page[..at].rfind('<')?;
            Some(start..at + page[at..].find('>')? + 1)
        });
        let (Some(accent), Some(tag)) = (&self.accent, tag) else { return page.to_owned() };
        let ours = format!("<meta name=\"theme-color\" content=\"{accent}\">");
        [&page[..tag.start], &ours, &page[tag.end..]].concat()
    }
}

/// How a page names the stylesheet.
const LINK: &str = "<link rel=\"stylesheet\" href=\"./";

/// Takes the look of an earlier archive out of a viewer that stood beside it.
pub(crate) fn clear(files: &mut Vec<File>) {
    let theme = [LINK, "theme-"].concat();
    files.retain(|file| !file.path.starts_with("theme-"));
    change_pages(files, &|page| {
        let Some((before, after)) = page.split_once(&theme) else { return page.to_owned() };
        [before, after.split_once('>').map_or("", |(_, rest)| rest)].concat()
    });
}

/// The line of archive.toml that names the logo.
fn line(archive: &Path) -> Option<usize> {
    let text = fs::read_to_string(archive.join(SETTINGS)).ok()?;
    let names = |line: &str| {
        line.trim_start()
            .strip_prefix("logo")
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    text.lines().position(names).map(|at| at + 1)
}

fn logo(archive: &Path, path: &str) -> Result<File, LogoFault> {
    let bytes = fs::read(archive.join(path)).map_err(|_| LogoFault::Missing)?;
    if bytes.len() > LARGEST {
        return Err(LogoFault::TooLarge(LARGEST));
    }
    let end = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let fits = match end.as_str() {
        "svg" => std::str::from_utf8(&bytes).is_ok_and(|text| text.contains("<svg")),
        "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
        _ => false,
    };
    let name = format!("logo-{}.{end}", &sha256_hex(&bytes)[..12]);
    if fits { Ok(File { path: name, bytes }) } else { Err(LogoFault::NoPicture) }
}
