use crate::harness::{Dir, page};

#[test]
fn a_bundle_is_written_with_compressed_copies_and_is_the_same_twice() {
    let dir = Dir::with_archive();
    let run = dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let names = dir.list("ra");
    assert!(names.contains(&"archive.json".to_owned()), "{names:?}");
    assert!(
        names.iter().any(|name| name.starts_with("parts/articles-") && name.ends_with(".json.br"))
    );
    assert!(names.iter().any(|name| name.starts_with("parts/index-") && name.ends_with(".bin")));

    assert_eq!(dir.run(&["build", "kho", "-o", "ra2", "--bundle-only"]).code, 0);
    assert_eq!(dir.list("ra2"), names);
    for name in &names {
        assert_eq!(dir.read(&format!("ra/{name}")), dir.read(&format!("ra2/{name}")), "{name}");
    }
}

#[test]
fn a_site_is_the_viewer_with_this_archive_in_it() {
    let dir = Dir::with_archive();
    dir.write("xem/index.html", "<!doctype html>");
    dir.write("xem/css/a.css", "body{}");
    dir.write("xem/archive.json", "another archive's");
    dir.write("xem/parts/old.json", "another archive's");
    let run = dir.run(&["build", "kho", "-o", "ra", "--viewer", "xem"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let names = dir.list("ra");
    assert!(
        names.contains(&"css/a.css".to_owned()) && !names.contains(&"parts/old.json".to_owned())
    );
    assert_eq!(dir.run(&["inspect", "ra"]).code, 0);
}

#[test]
fn without_a_viewer_the_way_out_is_said() {
    let dir = Dir::with_archive();
    let run = dir.run(&["build", "kho", "-o", "ra"]);
    if cfg!(feature = "embedded-viewer") {
        assert_eq!(run.code, 0);
        return;
    }
    assert_eq!(run.code, 3);
    assert!(run.err.contains("--viewer") && run.err.contains("--bundle-only"), "{}", run.err);
    let run = dir.run(&["build", "kho", "-o", "ra", "--viewer", "kho", "--lang", "en"]);
    assert_eq!(run.code, 3);
    assert!(run.err.starts_with("not done: there is no index.html in kho"), "{}", run.err);
}

#[test]
fn a_folder_of_someone_else_is_never_replaced() {
    let dir = Dir::with_archive();
    dir.write("ảnh/mẹ.jpg", "quý");
    for folder in ["ảnh", "kho", "."] {
        let run = dir.run(&["build", "kho", "-o", folder, "--bundle-only"]);
        assert_eq!(run.code, 3, "{folder}");
        assert!(run.err.contains("không phải thư mục do bien-nien làm ra"), "{}", run.err);
    }
    assert_eq!(dir.read("ảnh/mẹ.jpg"), "quý".as_bytes());
    assert_eq!(dir.list("kho").len(), 3);
}

#[test]
fn a_second_build_replaces_the_first_and_a_failed_one_leaves_it() {
    let dir = Dir::with_archive();
    assert_eq!(dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]).code, 0);
    let first = dir.list("ra");
    dir.write("kho/articles/c.txt", page("Bài mới"));
    assert_eq!(dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]).code, 0);
    let second = dir.list("ra");
    assert_ne!(second, first);
    assert!(!second.iter().any(|name| first.contains(name) && name.contains("articles-")));

    for name in ["a", "b", "c"] {
        dir.write(&format!("kho/articles/{name}.txt"), "");
    }
    let run = dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("không có bài nào đọc được"), "{}", run.err);
    assert_eq!(dir.list("ra"), second, "the old site is whole");
    assert!(!dir.list(".").iter().any(|name| name.starts_with(".ra.")), "nothing is left aside");
}

#[test]
fn what_readers_have_of_the_index_stays_when_articles_are_added() {
    let dir = Dir::with_archive();
    for name in ["d", "e", "f"] {
        dir.write(&format!("kho/articles/{name}.txt"), page(&format!("Bài {name}")));
    }
    let pieces = || -> Vec<String> {
        let names = dir.list("ra/parts").into_iter();
        names.filter(|name| name.starts_with("index-") && name.ends_with(".bin")).collect()
    };
    assert_eq!(dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]).code, 0);
    let first = pieces();
    // Earlier than all others, so that every article behind it has another number now.
    let early = page("Bài cũ").replace("2024", "2019");
    dir.write("kho/articles/c.txt", early);
    assert_eq!(dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]).code, 0);
    let second = pieces();
    let gone = first.iter().filter(|name| !second.contains(name)).count();
    assert_eq!(gone, 1, "only the directory: {first:?} {second:?}");
    assert!(second.len() > first.len());

    // A damaged old index is no reason to fail, nor to carry the damage on.
    dir.write(&format!("ra/parts/{}", first[1]), "hỏng");
    assert_eq!(dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]).code, 0);
    let run = dir.run(&["inspect", "ra"]);
    assert_eq!(run.code, 0, "{}", run.out);
}

#[test]
fn a_set_written_by_hand_builds_too() {
    let dir = Dir::new();
    let set =
        r#"{ "schema": 1, "title": "Tin xã", "articles": [ { "title": "Bài", "text": "Chữ." } ] }"#;
    dir.write("tay/archive.json", set);
    assert_eq!(dir.run(&["build", "tay", "-o", "ra", "--bundle-only"]).code, 0);
    assert_eq!(dir.run(&["build", "tay/archive.json", "-o", "ra", "--bundle-only"]).code, 0);
    let run = dir.run(&["check", "tay", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["totals"]["articles"]), (0, &1.into()));
    // The folder is the archive itself: it is not replaced.
    assert_eq!(dir.run(&["build", "tay", "-o", "tay", "--bundle-only"]).code, 3);
    assert_eq!(dir.read("tay/archive.json"), set.as_bytes());
}

#[test]
fn wrong_arguments_and_wrong_places() {
    let dir = Dir::new();
    assert_eq!(dir.run(&["build", "kho"]).code, 2);
    assert_eq!(dir.run(&["đóng-gói"]).code, 2);
    let run = dir.run(&["check", "không-có"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (3, "không làm được: không có không-có: hãy kiểm tra đường dẫn\n")
    );
    dir.write("trống/x", "");
    let run = dir.run(&["check", "trống"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("cần archive.toml và thư mục articles/"), "{}", run.err);
}
