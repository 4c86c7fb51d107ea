//! Articles in other formats than plain text.

use crate::harness::Dir;

#[test]
fn a_folder_of_mixed_files_becomes_one_archive() {
    let dir = Dir::with_archive();
    let before = articles(&dir, "truoc");
    dir.write(
        "kho/articles/xuat.csv",
        "Tiêu đề,Nội dung,Ngày đăng\n\
         Khai giảng lớp học,Tối 05/9 xã khai giảng lớp xóa mù chữ cho 18 học viên.,05/09/2022\n\
         Thông báo nghỉ lễ,UBND xã thông báo lịch nghỉ lễ đến toàn thể nhân dân trong xã.,28/04/2021\n",
    );
    dir.write(
        "kho/articles/trang.html",
        "<html><body><nav>Trang chủ</nav><h1>Lễ giao nhận quân năm 2020</h1><p>Sáng 11/02/2020, xã \
         Tân Tiến tổ chức lễ giao nhận quân với 14 tân binh lên đường.</p></body></html>",
    );
    dir.write("kho/articles/anh.bmp", b"BM");
    // What the clerk states of an entry, and of the file it is in.
    dir.write(
        "kho/archive.toml",
        "title = \"Kho\"\n[articles.\"xuat.csv#2\"]\nsection = \"Thông báo\"\n\
         [articles.\"xuat.csv\"]\nencoding = \"utf-8\"\n",
    );
    let after = articles(&dir, "sau");
    assert_eq!(after, before + 3);
    let run = dir.run(&["check", "kho"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let said = format!("{}{}", run.out, run.err);
    assert!(said.contains("articles/anh.bmp: chưa đọc được loại tệp này"), "{said}");
    assert!(!said.contains("archive.toml:"), "{said}");
}

/// How many articles a build counts.
fn articles(dir: &Dir, out: &str) -> u64 {
    let run = dir.run(&["build", "kho", "-o", out, "--bundle-only"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let manifest: serde_json::Value =
        serde_json::from_slice(&dir.read(&format!("{out}/archive.json"))).unwrap();
    manifest["counts"]["articles"].as_u64().unwrap()
}
