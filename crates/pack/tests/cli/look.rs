//! A publisher's colours and logo, in the site and in the one file.

use crate::harness::Dir;

const VIEWER: &str = "<!doctype html><meta http-equiv=\"x\" content=\"style-src 'self'\">\
                      <meta content=#9e2a22 name=theme-color></head><body><!-- archive --></body>";

fn built(theme: &str, single: bool) -> (Dir, String, String) {
    let dir = Dir::with_archive();
    dir.write("kho/archive.toml", format!("title = \"Tin xã Tam Sơn\"\n\n[theme]\n{theme}\n"));
    dir.write("kho/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
    dir.write("xem/index.html", VIEWER);
    dir.write("xem/app.html", VIEWER);
    dir.write("xem/bien-nien.template", VIEWER);
    dir.write("xem/index.html.br", "packed before");
    let mut args = vec!["build", "kho", "-o", "ra", "--viewer", "xem", "--lang", "en"];
    if single {
        args.push("--single");
    }
    let run = dir.run(&args);
    assert_ne!(run.code, 3, "{}", run.err);
    let page = String::from_utf8(dir.read("ra/index.html")).unwrap();
    (dir, page, run.err)
}

fn theme(dir: &Dir) -> Option<String> {
    let name = dir
        .list("ra")
        .into_iter()
        .find(|name| name.starts_with("theme-") && name.ends_with(".css"));
    name.map(|name| String::from_utf8(dir.read(&format!("ra/{name}"))).unwrap())
}

#[test]
fn colours_and_logo_are_a_stylesheet_of_their_own() {
    let (dir, page, err) =
        built("accent = '#00529b'\naccent_dark = '#9fc8ff'\nlogo = 'logo.svg'", false);
    assert_eq!(err, "");
    assert!(page.contains("<link rel=\"stylesheet\" href=\"./theme-"), "{page}");
    assert!(page.contains("<meta name=\"theme-color\" content=\"#00529b\">"), "{page}");
    // What a browser keeps for the next visit has them as well.
    let kept = String::from_utf8(dir.read("ra/app.html")).unwrap();
    assert!(kept.contains("href=\"./theme-") && kept.contains("content=\"#00529b\""), "{kept}");
    let style = theme(&dir).unwrap();
    assert!(style.contains("--red:#00529b;") && style.contains("--red:#9fc8ff;"), "{style}");
    assert!(style.contains("url(\"./logo-"), "{style}");
    assert!(!style.contains("data-contrast=\"more\"]{"), "{style}");
    // And so have the pages that are read without the viewer.
    let pages = String::from_utf8(dir.read("ra/bai/trang.css")).unwrap();
    assert!(pages.contains("{:root{--red:#00529b;}}") && pages.contains("#9fc8ff"), "{pages}");
    assert!(dir.list("ra").iter().any(|name| name.starts_with("logo-") && name.ends_with(".svg")));
    // The page has changed: what was packed before is stale.
    let names = dir.list("ra");
    let packed = names.iter().find(|name| *name == "index.html.br");
    assert!(packed.is_none_or(|name| dir.read(&format!("ra/{name}")) != b"packed before"));
}

#[test]
fn a_viewer_beside_another_archive_keeps_nothing_of_its_look() {
    let (dir, ..) = built("accent = '#00529b'", false);
    dir.write("kho/archive.toml", "title = \"Tin xã Tam Sơn\"\n");
    let run = dir.run(&["build", "kho", "-o", "sau", "--viewer", "ra", "--lang", "en"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for page in ["sau/index.html", "sau/app.html"] {
        let page = String::from_utf8(dir.read(page)).unwrap();
        assert!(!page.contains("theme-0") && !page.contains("./theme-"), "{page}");
    }
    assert!(!dir.list("sau").iter().any(|name| name.starts_with("theme-")));
}

#[test]
fn inside_the_one_file_the_style_is_allowed_by_its_digest() {
    let (dir, _, err) = built("link = '#00529b'\nlogo = 'logo.svg'", true);
    assert_eq!(err, "");
    let page = String::from_utf8(dir.read("ra/bien-nien.html")).unwrap();
    assert!(page.contains("content=\"style-src 'sha256-"), "{page}");
    assert!(
        page.contains("--indigo:#00529b;") && page.contains("data:image/svg+xml;base64,"),
        "{page}"
    );
}

#[test]
fn an_archive_without_colours_changes_nothing() {
    let (dir, page, _) = built("", false);
    assert!(page.contains("content=#9e2a22") && !page.contains("stylesheet"), "{page}");
    assert_eq!(theme(&dir), None);
}

#[test]
fn what_cannot_be_used_is_told_with_its_line_and_the_rest_is_built() {
    let (dir, page, err) = built("accent = '#ffee00'\nlogo = 'mat.svg'", false);
    assert!(err.contains("archive.toml:4: `theme.accent`: #ffee00 on #fbf9f4"), "{err}");
    assert!(err.contains("archive.toml:5: the logo “mat.svg” is not there"), "{err}");
    assert!(page.contains("content=#9e2a22"), "{page}");
    assert_eq!(theme(&dir), None);
}
