use crate::harness::Dir;

/// A built bundle `ra`, and the name of its article part.
fn built() -> (Dir, String) {
    let dir = Dir::with_archive();
    assert_eq!(dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]).code, 0);
    let names = dir.list("ra");
    let part =
        names.iter().find(|name| name.starts_with("parts/articles-") && name.ends_with(".json"));
    let part = format!("ra/{}", part.unwrap());
    (dir, part)
}

fn check(dir: &Dir, fault: &str, says: &str) {
    let run = dir.run(&["inspect", "ra"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("HỎNG  articles"), "{}", run.out);
    assert!(run.out.contains(says), "{}", run.out);
    assert!(run.out.contains("tốt   catalogue"), "the rest is told: {}", run.out);
    assert!(run.out.contains("1 phần hỏng"), "{}", run.out);
    let run = dir.run(&["inspect", "ra/archive.json", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["damaged"]), (1, &1.into()));
    let parts = report["parts"].as_array().unwrap();
    assert!(parts.iter().any(|part| part["fault"] == fault), "{report}");
}

#[test]
fn a_whole_bundle() {
    let (dir, _) = built();
    let run = dir.run(&["inspect", "ra"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("nguyên vẹn") && !run.out.contains("HỎNG"), "{}", run.out);
}

#[test]
fn a_missing_part() {
    let (dir, part) = built();
    std::fs::remove_file(dir.path(&part)).unwrap();
    check(&dir, "missing", "thiếu tệp này");
}

#[test]
fn a_flipped_byte() {
    let (dir, part) = built();
    let mut bytes = dir.read(&part);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    dir.write(&part, bytes);
    check(&dir, "digest", "dấu số SHA-256 không khớp");
}

#[test]
fn a_part_cut_short() {
    let (dir, part) = built();
    let mut bytes = dir.read(&part);
    bytes.pop();
    dir.write(&part, bytes);
    check(&dir, "digest", "chép lại");
}

#[test]
fn a_set_written_by_hand_is_no_bundle() {
    let dir = Dir::new();
    dir.write("archive.json", r#"{ "schema": 1, "title": "x", "articles": [] }"#);
    let run = dir.run(&["inspect", "."]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("tập bài viết tay"), "{}", run.err);
}
