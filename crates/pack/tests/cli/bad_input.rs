use crate::harness::{Dir, page};

/// Adds something bad to a sound archive; `check` must say this, and the two sound articles must
/// still be built.
fn check(name: &str, content: impl AsRef<[u8]>, code: i32, says: &[&str]) {
    let dir = Dir::with_archive();
    dir.write(&format!("kho/{name}"), content);
    let run = dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    assert_eq!(run.code, code, "{}", run.err);
    assert_eq!(run.err.lines().count(), says.len(), "{}", run.err);
    for (line, says) in run.err.lines().zip(says) {
        assert!(line.starts_with(says), "\n{line}\nbegins not with\n{says}");
    }
    let manifest: serde_json::Value = serde_json::from_slice(&dir.read("ra/archive.json")).unwrap();
    assert!(manifest["counts"]["articles"].as_u64() >= Some(2), "{manifest}");
    assert_eq!(dir.run(&["inspect", "ra"]).code, 0);
}

#[test]
fn a_malformed_archive_toml() {
    check(
        "archive.toml",
        "title = \"Kho\nlanguage = \"vi\"\n",
        1,
        &["lỗi: archive.toml:1: sai cú pháp TOML"],
    );
    check(
        "archive.toml",
        "title = \"Kho\"\n[[units]]\nid = \"a\"\nkind = \"làng\"\nname = \"Làng A\"\n",
        1,
        &["lỗi: archive.toml:4: `units[0].kind` phải là một trong các từ: tỉnh, thành phố"],
    );
    check("archive.toml", b"title = \"\xff\"", 1, &["lỗi: archive.toml:1: tệp không phải UTF-8"]);
}

#[test]
fn an_article_in_utf_16() {
    let utf16: Vec<u8> =
        "\u{feff}Tiêu đề\n\nĐoạn văn.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check("articles/c.txt", utf16, 0, &[]);
}

#[test]
fn an_article_in_a_character_set_from_before_unicode() {
    // "Huyện ủy gặp mặt cán bộ" and a sentence that says so.
    let tcvn3 = b"Tin t\xF8c\n\nHuy\xD6n \xF1y g\xC6p m\xC6t c\xB8n b\xE9\n\nS\xB8ng ng\xB5y 08/10/2020, Huy\xD6n \xF1y \
        t\xE6 ch\xF8c g\xC6p m\xC6t c\xB8n b\xE9 qua c\xB8c th\xEAi k\xFA.\n";
    check(
        "articles/c.txt",
        tcvn3,
        0,
        &["lưu ý: articles/c.txt: tệp không ghi bằng UTF-8, đã đọc theo mã TCVN3 (ABC)"],
    );
    let utf32 = "\u{feff}Tin".chars().flat_map(|c| u32::from(c).to_le_bytes());
    check(
        "articles/c.txt",
        utf32.collect::<Vec<u8>>(),
        1,
        &["lỗi: articles/c.txt: tệp ghi bằng mã UTF-32"],
    );
}

#[test]
fn an_article_in_broken_utf_8() {
    let mut bytes = page("Bài hỏng").into_bytes();
    let at = bytes.iter().position(|&byte| byte > 127 && byte < 192).unwrap();
    let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    bytes[at] = 0xff;
    let says = format!("lỗi: articles/c.txt:{line}: có byte 0x");
    check("articles/c.txt", bytes, 1, &[&says]);
}

#[test]
fn an_empty_article() {
    check("articles/c.txt", "", 1, &["lỗi: articles/c.txt: tệp rỗng"]);
    check("articles/c.txt", " \n\u{a0}\n", 1, &["lỗi: articles/c.txt: tệp chỉ có khoảng trắng"]);
}

#[test]
fn an_article_of_50_mb() {
    let bytes = vec![b'a'; 50 * 1024 * 1024];
    check(
        "articles/c.txt",
        bytes,
        1,
        &["lỗi: articles/c.txt: tệp nặng 52,4 MB, quá lớn cho một bài"],
    );
}

#[test]
fn two_articles_with_one_id() {
    check(
        "archive.toml",
        "title = \"Kho\"\n[articles.\"a.txt\"]\nid = \"bai1\"\n[articles.\"c.txt\"]\nid = \"bai1\"\n",
        1,
        &["lỗi: archive.toml:4: không có tệp articles/c.txt"],
    );
    let dir = Dir::with_archive();
    dir.write(
        "kho/archive.toml",
        "title = \"Kho\"\n[articles.\"a.txt\"]\nid = \"bai1\"\n[articles.\"b.txt\"]\nid = \"bai1\"\n",
    );
    let run = dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    assert_eq!(run.code, 1);
    let says = "lỗi: articles/b.txt: trùng mã bài `bai1` với articles/a.txt nên bài này bị bỏ ra";
    assert!(run.err.starts_with(says), "{}", run.err);
    let manifest: serde_json::Value = serde_json::from_slice(&dir.read("ra/archive.json")).unwrap();
    assert_eq!(manifest["counts"]["articles"], 1);
}

#[test]
fn files_of_one_name_in_two_folders_are_two_articles() {
    let dir = Dir::with_archive();
    dir.write("kho/articles/2019/tin-1.txt", page("Tin năm 2019"));
    dir.write("kho/articles/2020/tin-1.txt", page("Tin năm 2020"));
    dir.write("kho/articles/2021/tin-1.txt", page("Tin năm 2020"));
    let run = dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    let apart = "lưu ý: articles/2020/tin-1.txt: trùng tên tệp với articles/2019/tin-1.txt";
    assert!(run.err.contains(apart), "{}", run.err);
    // The third is a copy of the second, byte for byte: both are other texts than the first.
    let manifest: serde_json::Value = serde_json::from_slice(&dir.read("ra/archive.json")).unwrap();
    assert_eq!(manifest["counts"]["articles"], 5, "{}", run.err);
}

#[test]
fn markup_in_an_article_is_text() {
    let text = page("Bài <script>alert(1)</script> & <b>đậm</b>");
    check("articles/c.txt", &text, 0, &[]);
    let dir = Dir::with_archive();
    dir.write("kho/articles/c.txt", &text);
    dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    let chunks: Vec<String> = dir
        .list("ra")
        .into_iter()
        .filter(|name| name.starts_with("parts/articles-") && name.ends_with(".json"))
        .map(|name| String::from_utf8(dir.read(&format!("ra/{name}"))).unwrap())
        .collect();
    assert!(chunks.concat().contains("<script>alert(1)</script>"), "kept as it is written");
}

#[test]
fn other_files_are_named_and_left_out() {
    check(
        "articles/ảnh.png",
        b"\x89PNG",
        0,
        &["lưu ý: articles/: 1 ảnh không bài nào nhắc tên nên bị bỏ ra (ví dụ ảnh.png)"],
    );
    check("articles/bảng.xls", b"x", 0, &["lưu ý: articles/bảng.xls: chưa đọc được loại tệp này"]);
    check("articles/.DS_Store", "x", 0, &[]);
}

#[test]
fn problems_are_told_in_english_and_to_machines_too() {
    let dir = Dir::with_archive();
    dir.write("kho/articles/c.txt", "");
    let run = dir.run(&["check", "kho", "--lang", "en"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("error: articles/c.txt: the file is empty"), "{}", run.out);
    let run = dir.run(&["check", "kho", "--json"]);
    assert_eq!(run.code, 1);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["problems"][0]["code"], "empty");
    assert_eq!(report["problems"][0]["file"], "articles/c.txt");
    assert_eq!(report["articles"][0]["found"][1]["field"], "published");
}

#[test]
fn a_manifest_of_a_newer_schema() {
    let dir = Dir::new();
    dir.write("ra/archive.json", r#"{ "schema": 3, "title": "x", "parts": [] }"#);
    let run = dir.run(&["inspect", "ra"]);
    assert_eq!(run.code, 3);
    let says = "kho ghi theo lược đồ 3, chương trình này chỉ biết đến 2";
    assert!(run.err.contains(says), "{}", run.err);
}

#[test]
fn a_manifest_of_an_older_schema() {
    let dir = Dir::new();
    dir.write("ra/archive.json", r#"{ "schema": 1, "title": "x", "parts": [] }"#);
    let run = dir.run(&["inspect", "ra"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("đóng gói theo lược đồ cũ số 1"), "{}", run.err);
}

/// A body long enough to be compared.
fn report_of_a_meeting(end: &str) -> String {
    let sentence = "Sáng 12/10, Đảng ủy xã họp bàn việc làm đường thôn Đồng Mới dài hai cây số rưỡi, \
                    có ba mươi hộ hiến đất, tám mươi công lao động và hơn bốn trăm triệu đồng. \
                    Đồng chí Bí thư yêu cầu các chi bộ bàn bạc dân chủ, công khai từng khoản thu chi, \
                    xong trước mùa mưa và mời người cao tuổi trong thôn giám sát.";
    format!("---\ntitle: Họp bàn làm đường {end}\n---\n\n{sentence}\n\nBài có thêm ảnh {end}.\n")
}

#[test]
fn an_article_saved_twice_is_told_until_the_publisher_says_that_they_are_two() {
    let dir = Dir::with_archive();
    dir.write("kho/articles/duong-1.md", report_of_a_meeting("và cầu"));
    dir.write("kho/articles/duong-2.md", report_of_a_meeting("và kênh"));
    let run = dir.run(&["check", "kho", "--lang", "en"]);
    assert!(run.out.contains("% like the article in duong-"), "{}", run.out);
    let json = dir.run(&["check", "kho", "--json"]);
    assert!(json.out.contains("\"near-copy\""), "{}", json.out);
    let settings = String::from_utf8(dir.read("kho/archive.toml")).unwrap();
    let stated = "[articles.\"duong-2.md\"]\ndistinct_from = [\"duong-1.md\"]\n";
    dir.write("kho/archive.toml", format!("{settings}\n{stated}"));
    let run = dir.run(&["check", "kho", "--lang", "en"]);
    assert!(!run.out.contains("% like the article in duong-"), "{}", run.out);
}
