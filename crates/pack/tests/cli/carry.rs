use crate::harness::{Dir, page};

/// A built bundle `ra`.
fn built() -> Dir {
    let dir = Dir::with_archive();
    assert_eq!(dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]).code, 0);
    dir
}

#[test]
fn an_archive_travels_in_one_file() {
    let dir = built();
    let run = dir.run(&["export", "ra", "-o", "kho.zip"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let run = dir.run(&["import", "kho.zip", "-o", "kia"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(dir.list("kia"), dir.list("ra"));
    for name in dir.list("ra") {
        assert_eq!(dir.read(&format!("kia/{name}")), dir.read(&format!("ra/{name}")), "{name}");
    }
    assert_eq!(dir.run(&["inspect", "kia"]).code, 0);
}

#[test]
fn an_update_carries_what_is_new_and_keeps_the_viewer() {
    let dir = built();
    dir.write("trang/index.html", "<p>");
    assert_eq!(dir.run(&["build", "kho", "-o", "site", "--viewer", "trang"]).code, 0);
    let whole = dir.run(&["export", "ra", "-o", "kho.zip"]);
    assert_eq!(whole.code, 0);
    dir.write("kho/articles/c.txt", page("Bài mới"));
    assert_eq!(dir.run(&["build", "kho", "-o", "mới", "--bundle-only"]).code, 0);
    assert_eq!(dir.run(&["export", "mới", "-o", "thêm.zip", "--since", "ra"]).code, 0);
    let run = dir.run(&["import", "thêm.zip", "-o", "site"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(dir.read("site/archive.json"), dir.read("mới/archive.json"));
    assert_eq!(dir.read("site/index.html"), b"<p>");
    assert_eq!(dir.run(&["inspect", "site"]).code, 0);
}

#[test]
fn a_tampered_file_is_refused_by_name_and_changes_nothing() {
    let dir = built();
    assert_eq!(dir.run(&["export", "ra", "-o", "kho.zip"]).code, 0);
    let old = dir.list("ra");
    let mut bytes = dir.read("kho.zip");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    dir.write("hỏng.zip", bytes);
    let run = dir.run(&["import", "hỏng.zip", "-o", "kia"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("parts/") && run.err.contains("không nhận gì"), "{}", run.err);
    assert!(!dir.path("kia").exists());
    // Where the damaged part is at hand whole, it is not needed.
    assert_eq!(dir.run(&["import", "hỏng.zip", "-o", "ra"]).code, 0);
    assert_eq!(dir.list("ra"), old);
    assert_eq!(dir.run(&["inspect", "ra"]).code, 0);
    dir.write("khác.zip", "không phải zip");
    let run = dir.run(&["import", "khác.zip", "-o", "kia", "--lang", "en"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("not an archive file"), "{}", run.err);
    assert!(!dir.path("kia").exists());
}

#[test]
fn a_damaged_bundle_is_not_exported() {
    let dir = built();
    let names = dir.list("ra");
    let part =
        names.iter().find(|name| name.starts_with("parts/articles-") && name.ends_with("json"));
    let part = part.unwrap().clone();
    dir.write(&format!("ra/{part}"), "x");
    let run = dir.run(&["export", "ra", "-o", "kho.zip"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains(&part), "{}", run.err);
    assert!(!dir.path("kho.zip").exists());
    assert_eq!(dir.run(&["export", "không-có", "-o", "kho.zip"]).code, 3);
}
