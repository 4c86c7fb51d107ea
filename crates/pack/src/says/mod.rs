//! What this program says besides the reports: refusals, and what it did.

pub(crate) mod new;
pub(crate) mod report;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use bindery::Report;
use bindery::messages::{self, Lang};
use bindery::problem::{Problem, What};

use crate::build::shown;
use crate::extract::BadLine;
use crate::portable::Fault;

/// Why a command was not done. Nothing was changed.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// There is no such file or folder.
    NotThere(PathBuf),
    /// A folder without an archive in it.
    NoArchive(PathBuf),
    /// It cannot be read.
    Unreadable(PathBuf, io::Error),
    /// It cannot be written.
    Unwritable(PathBuf, io::Error),
    /// `new` was told no title, and nobody can be asked.
    NoTitle,
    /// `new` would write over it.
    AlreadyThere(PathBuf),
    /// No place is called so.
    NoSuchPlace(String),
    /// Several places are called so: these.
    ManyPlaces(String, Vec<String>),
    /// A folder without a site in it.
    NotASite(PathBuf),
    /// The port is in use.
    NoPort(u16, io::Error),
    /// It was not the same when it was read again.
    Changed(PathBuf),
    /// A hand-written set that cannot be read at all.
    BadSet(PathBuf, Problem),
    /// No article could be read.
    NothingToBuild(PathBuf),
    /// The output folder holds something else.
    NotOurs(PathBuf),
    /// No viewer was embedded or given.
    NoViewer,
    /// A folder without index.html.
    NotAViewer(PathBuf),
    /// A file of the viewer is not as this program writes it further.
    BrokenViewer(&'static str),
    /// An archive file, or a folder to make one of, that is not whole.
    BadFile(PathBuf, Fault),
    /// `archive.json` cannot be read as a manifest.
    BadManifest(PathBuf, model::bundle::ManifestError),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.vi(),
            Lang::En => self.en(),
        }
    }

    fn vi(&self) -> String {
        match self {
            Self::NotThere(path) => {
                format!("không có {}: hãy kiểm tra đường dẫn", shown(path))
            }
            Self::NoArchive(path) => format!(
                "trong {} không có kho bài: cần archive.toml và thư mục articles/, hoặc archive.json",
                shown(path)
            ),
            Self::Unreadable(path, why) => {
                format!("không đọc được {} ({why}): hãy kiểm tra quyền đọc và ổ đĩa", shown(path))
            }
            Self::Unwritable(path, why) => format!(
                "không ghi được {} ({why}): hãy kiểm tra quyền ghi và chỗ trống; trang cũ còn nguyên",
                shown(path)
            ),
            Self::NoTitle => "cần tên kho: hãy thêm --title \"Tin xã Tam Sơn\"".to_owned(),
            Self::AlreadyThere(path) => {
                format!("đã có {}: hãy sửa tệp đó, hoặc chọn thư mục khác", shown(path))
            }
            Self::NoSuchPlace(name) => format!(
                "danh mục không có nơi nào tên “{name}”: hãy kiểm tra chính tả, thêm --province, hoặc bỏ --unit \
                 rồi khai trong archive.toml"
            ),
            Self::ManyPlaces(name, places) => {
                format!("có nhiều nơi tên “{name}”: {}: hãy thêm --province", places.join("; "))
            }
            Self::NotASite(path) => format!(
                "trong {} không có index.html: hãy làm trang bằng bien-nien build trước",
                shown(path)
            ),
            Self::NoPort(port, why) => {
                format!("không mở được cổng {port} ({why}): hãy chọn cổng khác bằng --port")
            }
            Self::Changed(path) => format!(
                "{} bị sửa hoặc mất trong lúc làm trang: hãy làm lại; trang cũ còn nguyên",
                shown(path)
            ),
            Self::BadSet(path, problem) => {
                format!("{}: {}", shown(path), messages::sentence(problem, Lang::Vi))
            }
            Self::NothingToBuild(path) => {
                format!(
                    "không có bài nào đọc được trong {}: trang cũ, nếu có, còn nguyên",
                    shown(path)
                )
            }
            Self::NotOurs(path) => format!(
                "{} không phải thư mục do bien-nien làm ra, hoặc đang chứa kho bài: hãy chọn thư mục khác \
                 hoặc một thư mục trống",
                shown(path)
            ),
            Self::NoViewer => {
                "bản bien-nien này không kèm trình xem: hãy thêm --viewer THƯ_MỤC (trình xem \
                               đã dựng) hoặc --bundle-only"
                    .to_owned()
            }
            Self::NotAViewer(path) => {
                format!(
                    "trong {} không có index.html: đó không phải trình xem đã dựng",
                    shown(path)
                )
            }
            Self::BrokenViewer(name) => {
                format!(
                    "tệp {name} của trình xem bị hỏng hoặc thuộc bản khác: hãy dựng lại trình xem"
                )
            }
            Self::BadFile(path, fault) => format!("{}: {}", shown(path), fault_vi(fault)),
            Self::BadManifest(path, error) => {
                format!("{}: {}", shown(path), messages::manifest(error, Lang::Vi))
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::NotThere(path) => format!("there is no {}: check the path", shown(path)),
            Self::NoArchive(path) => format!(
                "there is no archive in {}: archive.toml and a folder articles/ are needed, or archive.json",
                shown(path)
            ),
            Self::Unreadable(path, why) => {
                format!(
                    "{} cannot be read ({why}): check its permissions and the disk",
                    shown(path)
                )
            }
            Self::Unwritable(path, why) => format!(
                "{} cannot be written ({why}): check permissions and free space; the old site is untouched",
                shown(path)
            ),
            Self::NoTitle => "a title is needed: add --title \"Tin xã Tam Sơn\"".to_owned(),
            Self::AlreadyThere(path) => {
                format!("{} is there already: edit it, or choose another folder", shown(path))
            }
            Self::NoSuchPlace(name) => format!(
                "the official lists have no place called “{name}”: check the spelling, add --province, or leave \
                 --unit away and define the unit in archive.toml"
            ),
            Self::ManyPlaces(name, places) => {
                format!("several places are called “{name}”: {}: add --province", places.join("; "))
            }
            Self::NotASite(path) => format!(
                "there is no index.html in {}: make the site with bien-nien build first",
                shown(path)
            ),
            Self::NoPort(port, why) => {
                format!("port {port} cannot be used ({why}): choose another with --port")
            }
            Self::Changed(path) => format!(
                "{} was changed or removed while the site was built: build again; the old site is untouched",
                shown(path)
            ),
            Self::BadSet(path, problem) => {
                format!("{}: {}", shown(path), messages::sentence(problem, Lang::En))
            }
            Self::NothingToBuild(path) => format!(
                "there is no readable article in {}: the old site, if any, is untouched",
                shown(path)
            ),
            Self::NotOurs(path) => format!(
                "{} was not made by bien-nien, or holds the archive: choose another folder, or an empty one",
                shown(path)
            ),
            Self::NoViewer => {
                "this bien-nien has no viewer in it: add --viewer FOLDER (the built viewer), \
                               or --bundle-only"
                    .to_owned()
            }
            Self::NotAViewer(path) => {
                format!("there is no index.html in {}: it is no built viewer", shown(path))
            }
            Self::BrokenViewer(name) => {
                format!(
                    "{name} of the viewer is damaged or of another version: build the viewer anew"
                )
            }
            Self::BadFile(path, fault) => format!("{}: {}", shown(path), fault_en(fault)),
            Self::BadManifest(path, error) => {
                format!("{}: {}", shown(path), messages::manifest(error, Lang::En))
            }
        }
    }
}

fn fault_vi(fault: &Fault) -> String {
    match fault {
        Fault::NotZip(why) => format!("không phải tệp lưu trữ, hoặc đã hỏng ({why})"),
        Fault::Missing(path) => {
            format!("thiếu {path}: tệp bị cắt, hoặc là bản cập nhật của một kho khác")
        }
        Fault::Damaged(path) => {
            format!("{path} không khớp mã kiểm tra SHA-256: đã bị sửa hoặc hỏng; không nhận gì")
        }
        Fault::TooLarge(path) => format!("{path} lớn hơn danh sách ghi; không nhận gì"),
        Fault::BadList => "danh sách offline.json không đọc được; không nhận gì".to_owned(),
    }
}

fn fault_en(fault: &Fault) -> String {
    match fault {
        Fault::NotZip(why) => format!("not an archive file, or damaged ({why})"),
        Fault::Missing(path) => {
            format!("{path} is missing: the file was cut short, or updates another archive")
        }
        Fault::Damaged(path) => {
            format!("{path} does not match its SHA-256: altered or damaged; nothing was taken")
        }
        Fault::TooLarge(path) => format!("{path} is larger than the list says; nothing was taken"),
        Fault::BadList => "the list offline.json cannot be read; nothing was taken".to_owned(),
    }
}

/// Where a site is shown.
pub(crate) fn serving(port: u16, under: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Đang mở http://127.0.0.1:{port}{under} (nhấn Ctrl+C để dừng)."),
        Lang::En => format!("Serving http://127.0.0.1:{port}{under} (stop with Ctrl+C)."),
    }
}

/// What is being watched.
pub(crate) fn watching(path: &Path, lang: Lang) -> String {
    let path = shown(path);
    match lang {
        Lang::Vi => {
            format!("Đang theo dõi {path}: sửa bài là trang được làm lại; tải lại trang để xem.")
        }
        Lang::En => {
            format!("Watching {path}: the site is built again when it changes; reload to see it.")
        }
    }
}

/// What an archive was begun with.
pub(crate) fn made(path: &Path, lang: Lang) -> String {
    let path = shown(path);
    match lang {
        Lang::Vi => format!(
            "Đã tạo kho {path}: đặt các tệp bài vào {path}/articles/, rồi chạy bien-nien check {path}."
        ),
        Lang::En => format!(
            "Made the archive {path}: put article files into {path}/articles/, then run bien-nien check {path}."
        ),
    }
}

/// Where the report was written.
pub(crate) fn reported(path: &Path, report: &Report, lang: Lang) -> String {
    let (path, errors, warnings) = (shown(path), report.errors(), report.warnings());
    match lang {
        Lang::Vi => format!("Đã ghi kết quả vào {path}: {errors} lỗi, {warnings} lưu ý."),
        Lang::En => format!("Wrote the report to {path}: {errors} errors, {warnings} warnings."),
    }
}

/// What was exported.
pub(crate) fn exported(path: &Path, files: usize, bytes: u64, lang: Lang) -> String {
    let (path, size) = (shown(path), messages::size(bytes, lang));
    match lang {
        Lang::Vi => format!("Đã xuất {files} tệp của kho vào {path} ({size})."),
        Lang::En => format!("Exported {files} files of the archive into {path} ({size})."),
    }
}

/// What was taken in.
pub(crate) fn received(path: &Path, files: usize, lang: Lang) -> String {
    let path = shown(path);
    match lang {
        Lang::Vi => format!("Đã nhận kho gồm {files} tệp vào {path}; mọi tệp khớp mã kiểm tra."),
        Lang::En => {
            format!("Took an archive of {files} files into {path}; every one matches its digest.")
        }
    }
}

/// A refusal, or another error with its causes, as one line.
pub(crate) fn failed(error: &anyhow::Error, lang: Lang) -> String {
    let sentence = match error.downcast_ref::<Refusal>() {
        Some(refusal) => refusal.sentence(lang),
        None => format!("{error:#}"),
    };
    match lang {
        Lang::Vi => format!("không làm được: {sentence}"),
        Lang::En => format!("not done: {sentence}"),
    }
}

/// What was built.
pub(crate) fn built(
    path: &Path,
    report: &Report,
    bytes: u64,
    bundle_only: bool,
    lang: Lang,
) -> String {
    let articles = report.totals.counts.articles;
    let (errors, warnings) = (report.errors(), report.warnings());
    let (path, size) = (shown(path), messages::size(bytes, lang));
    match lang {
        Lang::Vi => {
            let what = if bundle_only { "kho đóng gói" } else { "trang" };
            format!(
                "Đã làm {what} với {articles} bài trong {path} ({size}, kể cả bản nén); {errors} lỗi, \
                 {warnings} lưu ý{}.",
                if warnings > 0 { " (lệnh check liệt kê)" } else { "" }
            )
        }
        Lang::En => {
            let what = if bundle_only { "bundle" } else { "site" };
            format!(
                "Built a {what} of {articles} articles in {path} ({size}, compressed copies included); \
                 {errors} errors, {warnings} warnings{}.",
                if warnings > 0 { " (listed by check)" } else { "" }
            )
        }
    }
}

/// A line of articles that was left out.
pub(crate) fn bad_line(number: usize, bad: &BadLine, lang: Lang) -> String {
    match (lang, bad) {
        (Lang::Vi, BadLine::NotJson(why)) => {
            format!("dòng {number}: không phải JSON ({why}); bỏ qua")
        }
        (Lang::Vi, BadLine::NoText) => {
            format!("dòng {number}: cần một đối tượng có \"text\" là chuỗi; bỏ qua")
        }
        (_, BadLine::Unread(why)) => {
            let why = messages::what(&What::Import(why.clone()), lang);
            match lang {
                Lang::Vi => format!("dòng {number}: {why}; bỏ qua"),
                Lang::En => format!("line {number}: {why}; left out"),
            }
        }
        (Lang::En, BadLine::NotJson(why)) => format!("line {number}: not JSON ({why}); left out"),
        (Lang::En, BadLine::NoText) => {
            format!("line {number}: expected an object whose \"text\" is a string; left out")
        }
    }
}
