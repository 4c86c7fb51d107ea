//! Pictures beside articles, and zips of both.

use std::io::{Cursor, Write as _};

use serde_json::Value;

use crate::harness::Dir;

/// The head of a picture, which is all that anybody reads of it.
fn png(width: u32, height: u32) -> Vec<u8> {
    let head = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR";
    [&head[..], &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn saved_page(title: &str, picture: &str) -> String {
    format!(
        "<html><body><h1>{title}</h1><p>Sáng 11/02/2020, xã Tân Tiến tổ chức lễ giao nhận quân với 14 tân \
         binh lên đường.</p><img src=\"{picture}\" alt=\"Tân binh lên đường\"><p><i>Quang cảnh buổi lễ</i></p></body></html>"
    )
}

/// The articles of a bundle.
fn articles(dir: &Dir, folder: &str) -> Vec<Value> {
    let names = dir.list(folder);
    let chunks = names.iter().filter(|name| name.starts_with("parts/articles-"));
    let chunks = chunks.filter(|name| name.ends_with(".json")).flat_map(|name| {
        let chunk: Value = serde_json::from_slice(&dir.read(&format!("{folder}/{name}"))).unwrap();
        chunk["articles"].as_array().unwrap().clone()
    });
    chunks.collect()
}

#[test]
fn pictures_are_packed_with_the_articles_that_show_them() {
    let dir = Dir::with_archive();
    dir.write("kho/articles/le.html", saved_page("Lễ giao nhận quân", "le_files/anh%201.png"));
    dir.write("kho/articles/le_files/anh 1.png", png(800, 600));
    dir.write("kho/articles/le_files/trang.css", "p{}");
    dir.write("kho/articles/le_files/khung.html", saved_page("Quảng cáo", "x.png"));
    dir.write("kho/articles/khong-ai-goi.png", png(80, 60));
    let run = dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.starts_with("lưu ý: articles/: 1 ảnh không bài nào nhắc tên"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    let all = articles(&dir, "ra");
    assert_eq!(all.len(), 3, "frames of a saved page are no articles");
    let picture = all.iter().find_map(|article| article["pictures"].get(0)).unwrap();
    assert_eq!((&picture["width"], &picture["alt"]), (&800.into(), &"Tân binh lên đường".into()));
    let path = format!("parts/{}", picture["file"].as_str().unwrap());
    assert_eq!(dir.read(&format!("ra/{path}")), png(800, 600));
    let of_pictures = dir.list("ra").into_iter().filter(|name| name.ends_with(".png"));
    assert_eq!(of_pictures.collect::<Vec<_>>().join(" "), path, "and no other");
    // What is saved for reading offline, carried on a stick and looked at by `inspect` has it too.
    let list = String::from_utf8(dir.read("ra/offline.json")).unwrap();
    assert!(list.contains(&path), "{list}");
    assert_eq!(dir.run(&["inspect", "ra"]).code, 0);
    assert_eq!(dir.run(&["export", "ra", "-o", "kho.bnar"]).code, 0);
    assert_eq!(dir.run(&["import", "kho.bnar", "-o", "nhan"]).code, 0);
    assert_eq!(dir.read(&format!("nhan/{path}")), png(800, 600));
    dir.write(&format!("ra/{path}"), png(80, 60));
    assert_eq!(dir.run(&["inspect", "ra"]).code, 1, "a damaged picture is seen");
}

#[test]
fn what_cannot_be_shown_is_told_and_the_article_stays() {
    let dir = Dir::with_archive();
    dir.write("kho/articles/c.html", saved_page("Lễ giao nhận quân", "hong.png"));
    dir.write("kho/articles/hong.png", "<html>404</html>");
    dir.write("kho/articles/d.html", saved_page("Lễ ra quân", "nang.jpg"));
    dir.write("kho/articles/nang.jpg", vec![0xFF; 6 << 20]);
    dir.write("kho/articles/e.html", saved_page("Lễ mít tinh", "anh/khong-con.jpg"));
    let run = dir.run(&["check", "kho"]);
    assert_eq!(run.code, 0, "{}", run.out);
    for says in [
        "lưu ý: articles/c.html: ảnh hong.png bị bỏ ra, bài vẫn dùng: không phải ảnh",
        "lưu ý: articles/d.html: ảnh nang.jpg bị bỏ ra, bài vẫn dùng: tệp nặng 6,3 MB",
        "lưu ý: articles/e.html: 1 ảnh của bài không có trong thư mục (ví dụ anh/khong-con.jpg)",
    ] {
        assert!(run.out.contains(says), "{says}\n{}", run.out);
    }
}

#[test]
fn a_zip_is_a_folder() {
    let page = saved_page("Lễ giao nhận quân", "anh/le.png");
    let csv = "Tiêu đề,Nội dung\nKhai giảng lớp học,Tối 05/9/2022 xã khai giảng lớp xóa mù chữ cho 18 học viên.\n";
    let apart = Dir::with_archive();
    apart.write("kho/articles/cu/tin/le.html", &page);
    apart.write("kho/articles/cu/tin/anh/le.png", png(800, 600));
    apart.write("kho/articles/cu/bang.csv", csv);
    let packed = Dir::with_archive();
    let files = [
        ("tin/le.html", page.as_bytes()),
        ("tin/anh/le.png", &png(800, 600)[..]),
        ("bang.csv", csv.as_bytes()),
        ("__MACOSX/tin/._le.html", b"x"),
        ("cu.zip", &zip(&[("a.txt", b"x")])),
        ("bang.xls", b"x"),
        ("trong.txt", b""),
    ];
    packed.write("kho/articles/cu.zip", zip(&files));
    assert_eq!(apart.run(&["build", "kho", "-o", "ra", "--bundle-only"]).code, 0);
    let run = packed.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let said: Vec<&str> = run.err.lines().collect();
    assert_eq!(said.len(), 3, "{}", run.err);
    assert!(said[0].starts_with("lưu ý: articles/cu.zip/bang.xls: chưa đọc được loại tệp này"));
    assert!(said[1].starts_with("lỗi: articles/cu.zip/cu.zip: tệp nén nằm trong tệp nén"));
    assert!(said[2].starts_with("lỗi: articles/cu.zip/trong.txt: tệp rỗng"));
    // The same articles, under the name of the zip.
    let named = |dir: &Dir| {
        let mut all: Vec<(String, String)> = articles(dir, "ra")
            .iter()
            .map(|article| {
                let file = article["source"]["file"].as_str().unwrap().replace("cu.zip/", "cu/");
                (file, article["text"].as_str().unwrap().to_owned())
            })
            .collect();
        all.sort();
        all
    };
    assert_eq!(named(&packed), named(&apart));
    let pictures = |dir: &Dir| dir.list("ra").into_iter().find(|name| name.ends_with(".png"));
    assert_eq!(pictures(&packed), pictures(&apart));
    assert!(pictures(&packed).is_some());
}

#[test]
fn bad_zips_are_told_by_name() {
    let dir = Dir::with_archive();
    let mut locked = zip(&[("bai.txt", b"x")]);
    for (head, flags) in [(&b"PK\x03\x04"[..], 6), (b"PK\x01\x02", 8)] {
        let at = locked.windows(4).position(|four| four == head).unwrap();
        locked[at + flags] |= 1;
    }
    dir.write("kho/articles/khoa.zip", locked);
    dir.write("kho/articles/hong.zip", "PK\x03\x04 bị cắt");
    dir.write("kho/articles/rong.zip", "");
    let run = dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    assert_eq!(run.code, 1);
    let said: Vec<&str> = run.err.lines().collect();
    assert!(said[0].starts_with("lỗi: articles/hong.zip: không giải nén được"), "{}", run.err);
    assert!(said[1].starts_with("lỗi: articles/khoa.zip/bai.txt: có mật khẩu"), "{}", run.err);
    assert!(said[2].starts_with("lỗi: articles/rong.zip: tệp rỗng"), "{}", run.err);
    assert_eq!(articles(&dir, "ra").len(), 2);
}

#[test]
fn files_under_a_wrong_name_are_told_what_they_are() {
    let dir = Dir::with_archive();
    dir.write("kho/articles/c.txt", "<!DOCTYPE html><html><body><p>Trang</p></body></html>");
    dir.write("kho/articles/d.html", "%PDF-1.7 x");
    dir.write("kho/articles/e.docx", "{\\rtf1 x}");
    dir.write("kho/articles/g.txt", zip(&[("word/document.xml", b"<w:document/>")]));
    let run = dir.run(&["build", "kho", "-o", "ra", "--bundle-only"]);
    assert_eq!(run.code, 1);
    let said: Vec<&str> = run.err.lines().collect();
    for (line, says) in said.iter().zip(["c.txt", "d.html", "e.docx", "g.txt"].into_iter().zip([
        "HTML (.html)",
        "PDF (.pdf)",
        "RTF (.rtf)",
        "Word (.docx)",
    ])) {
        assert!(line.starts_with(&format!("lỗi: articles/{}: tên tệp ghi", says.0)), "{line}");
        assert!(line.contains(says.1), "{line}");
    }
    assert_eq!(said.len(), 4);
    assert_eq!(articles(&dir, "ra").len(), 2);
}
