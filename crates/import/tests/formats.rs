//! Files of every format but plain text, read and compared with `tests/golden/formats`.
//! `UPDATE_GOLDEN=1 cargo test -p import --test formats` writes these anew: read the diff.

#![allow(clippy::unwrap_used, reason = "a failing helper fails its test")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use import::{Context, Format, ProblemKind, read_all};
use proptest::prelude::*;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// What a reader and a clerk would see.
fn shown(name: &str, bytes: &[u8]) -> String {
    let mut out = String::new();
    match read_all(name, bytes, &Context::default()) {
        Err(problem) => writeln!(out, "!! {problem}").unwrap(),
        Ok((articles, problems)) => {
            for problem in problems {
                writeln!(out, "! {problem}").unwrap();
            }
            for imported in articles {
                let article = imported.article;
                writeln!(out, "=== {} {}", article.source.file.unwrap(), article.id).unwrap();
                writeln!(out, "title: {}", article.title).unwrap();
                for (label, dated) in [("published", article.published), ("event", article.event)] {
                    let Some(dated) = dated else { continue };
                    writeln!(out, "{label}: {} {:?}", dated.value, dated.rule.unwrap()).unwrap();
                }
                for (label, value) in [("section", article.section), ("url", article.source.url)] {
                    let Some(value) = value else { continue };
                    writeln!(out, "{label}: {value}").unwrap();
                }
                for byline in article.bylines {
                    writeln!(out, "byline: {}", byline.name).unwrap();
                }
                for problem in imported.problems {
                    writeln!(out, "! {problem}").unwrap();
                }
                for block in article.blocks {
                    let printed = block.span.of(&article.text).unwrap();
                    writeln!(out, "{:>10}  {printed}", format!("{:?}", block.kind)).unwrap();
                }
            }
        }
    }
    out
}

#[test]
fn fixtures() {
    let mut names: Vec<_> = fs::read_dir(folder("formats"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.len() >= 9);
    for name in names {
        let found = shown(&name, &fs::read(folder("formats").join(&name)).unwrap());
        let golden = folder("golden/formats").join(format!("{name}.txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &found).unwrap();
        }
        assert_eq!(found, fs::read_to_string(&golden).unwrap_or_default(), "{name}");
    }
}

/// A Word file with that body.
fn docx(body: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("word/document.xml", options).unwrap();
    let start = r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;
    write!(archive, "{start}{body}</w:body></w:document>").unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_word_file() {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = [
        r#"<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Đại hội Chi bộ thôn Đoài</w:t></w:r></w:p>"#.to_owned(),
        r#"<w:p><w:r><w:t xml:space="preserve">Ngày 20/3/2022, Chi bộ </w:t></w:r><w:r><w:t>thôn Đoài tổ chức đại hội nhiệm kỳ 2022 &amp; bầu cấp ủy mới.</w:t></w:r><w:del><w:r><w:t>bị xóa</w:t></w:r></w:del></w:p>"#.to_owned(),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Bí thư</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Trần Thị Mai</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".to_owned(),
        paragraph("Đại hội thành công tốt đẹp, các đại biểu nhất trí thông qua nghị quyết."),
    ]
    .concat();
    let shown = shown("dai-hoi.docx", &docx(&body));
    let lines: Vec<&str> = shown.lines().map(str::trim).collect();
    for expected in [
        "title: Đại hội Chi bộ thôn Đoài",
        "event: 2022-03-20 OpeningDate",
        "Lead  Ngày 20/3/2022, Chi bộ thôn Đoài tổ chức đại hội nhiệm kỳ 2022 & bầu cấp ủy mới.",
        "Paragraph  Bí thư | Trần Thị Mai",
    ] {
        assert!(lines.contains(&expected), "{expected}\n{shown}");
    }
    assert!(!shown.contains("bị xóa"));
}

fn failure(name: &str, bytes: &[u8]) -> ProblemKind {
    read_all(name, bytes, &Context::default()).unwrap_err().kind
}

#[test]
fn files_that_give_nothing_say_why() {
    let protected = [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 500]].concat();
    assert_eq!(failure("mat-khau.docx", &protected), ProblemKind::ProtectedOrOldWord);
    assert_eq!(failure("rong.docx", b""), ProblemKind::Empty);
    for (name, bytes) in [
        ("hong.docx", &b"PK\x03\x04 but no more"[..]),
        ("hong.json", b"[{\"title\": \"A\"}"),
        ("hong.xml", b"<rss><channel><item></channel"),
    ] {
        let kind = failure(name, bytes);
        assert!(matches!(kind, ProblemKind::BrokenFile { .. }), "{name}: {kind:?}");
    }
    for (name, bytes) in [
        ("khac.csv", &b"ten,so\nA,1\n"[..]),
        ("khac.json", b"{\"a\": 1}"),
        ("khac.xml", b"<note><to>An</to></note>"),
    ] {
        let kind = failure(name, bytes);
        assert!(matches!(kind, ProblemKind::NoColumns { .. }), "{name}: {kind:?}");
    }
    assert_eq!(failure("trang.html", b" \n"), ProblemKind::Blank { bytes: 2 });
}

#[test]
fn a_word_file_that_unpacks_without_end_is_refused() {
    let bomb = docx(&" ".repeat(80 * 1024 * 1024));
    assert!(bomb.len() < 1024 * 1024);
    assert!(matches!(failure("bom.docx", &bomb), ProblemKind::BrokenFile { .. }));
}

#[test]
fn a_page_of_a_hundred_thousand_open_elements() {
    let page = format!("{}<p>Xã tổ chức hội nghị.</p>", "<div>".repeat(100_000));
    assert!(matches!(failure("sau.html", page.as_bytes()), ProblemKind::BrokenFile { .. }));
    let page = format!("{}<p>Xã tổ chức hội nghị.</p>", "<div>".repeat(1000));
    assert!(read_all("sau.html", page.as_bytes(), &Context::default()).is_ok());
}

#[test]
fn a_page_in_an_old_character_set() {
    let page = b"<html><head><title>Tin</title></head><body><h1>\xA7\xB6ng \xF1y x\xB7 h\xE4p</h1><p>S\xB8ng ng\xB5y \
        08/10/2020, \xA7\xB6ng \xF1y x\xB7 h\xE4p b\xB5n c\xABng t\xB8c c\xB8n b\xE9 c\xF1a n\xA8m t\xEDi.</p></body></html>";
    let (articles, problems) = read_all("cu.htm", page, &Context::default()).unwrap();
    assert_eq!(articles[0].article.title, "Đảng ủy xã họp");
    assert!(matches!(problems[0].kind, ProblemKind::ReadAs { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_under_any_name(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        text in "[<>/a-zÀ-ỹ&;\"'= \n{}\\[\\]:,|#*-]{0,300}",
    ) {
        for format in Format::ALL {
            let name = format!("x.{}", format.extensions()[0]);
            let _ = read_all(&name, &bytes, &Context::default());
            if let Ok((articles, _)) = read_all(&name, text.as_bytes(), &Context::default()) {
                for imported in articles {
                    for block in &imported.article.blocks {
                        prop_assert!(block.span.of(&imported.article.text).is_some());
                    }
                }
            }
        }
    }
}
