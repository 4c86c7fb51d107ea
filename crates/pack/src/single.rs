//! The whole archive in one file, for USB sticks and disks: the viewer's template with the bundle
//! put into it as text.

use std::borrow::Cow;
use std::fmt::Write as _;

use anyhow::Result;
use data_encoding::BASE64;
use model::bundle::write::File;

use crate::says::Refusal;
use crate::squeeze::gzip;

/// What it is called in a site; the viewer's page names it to those who open that from a disk.
pub(crate) const FILE: &str = "bien-nien.html";

/// What it is made from, among the viewer's files.
pub(crate) const TEMPLATE: &str = "bien-nien.template";

/// Where the archive stands in the template.
const PLACE: &str = "<!-- archive -->";
const TITLE: &str = "<title>Biên Niên</title>";

/// Puts a bundle and its pictures into the template.
pub(crate) fn page(
    template: &File,
    bundle: &[File],
    pictures: &mut dyn Iterator<Item = Result<File>>,
    title: &str,
) -> Result<File> {
    let broken = || Refusal::BrokenViewer(TEMPLATE);
    let text = std::str::from_utf8(&template.bytes).map_err(|_| broken())?;
    let (before, after) = text.split_once(PLACE).ok_or_else(broken)?;
    let mut page = before.replacen(TITLE, &format!("<title>{}</title>", escaped(title)), 1);
    let bundle = bundle.iter().map(|file| Ok(Cow::Borrowed(file)));
    for file in bundle.chain(pictures.map(|file| file.map(Cow::Owned))) {
        let file = file?;
        // A bundle's paths are letters, digits and the like; base64 has no markup in it.
        let kind = "application/octet-stream";
        let packed = BASE64.encode(&gzip(&file.bytes));
        writeln!(page, "<script type=\"{kind}\" data-path=\"{}\">{packed}</script>", file.path)?;
    }
    page.push_str(after);
    Ok(File { path: FILE.to_owned(), bytes: page.into_bytes() })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn the_bundle_is_inside_and_cannot_end_the_page() {
        let template = file(TEMPLATE, &format!("<html>{TITLE}<body>{PLACE}<script>x</script>"));
        let bundle = [file("archive.json", "{\"title\":\"</script>\"}")];
        let page = page(&template, &bundle, &mut std::iter::empty(), "Tin <xã> & phường").unwrap();
        let text = String::from_utf8(page.bytes).unwrap();
        assert!(text.contains("<title>Tin &lt;xã> &amp; phường</title>"), "{text}");
        let held = text.split("data-path=\"archive.json\">").nth(1).unwrap();
        let packed = held.split("</script>").next().unwrap();
        let bytes = BASE64.decode(packed.as_bytes()).unwrap();
        let mut plain = String::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut plain).unwrap();
        assert_eq!(plain.as_bytes(), bundle[0].bytes);
        assert!(text.ends_with("<script>x</script>"));
    }

    #[test]
    fn another_template_is_refused() {
        assert!(page(&file(TEMPLATE, "<html>"), &[], &mut std::iter::empty(), "x").is_err());
    }
}
