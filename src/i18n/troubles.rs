//! What goes wrong, and what a reader can do about it.

use model::bundle::read::JsonKind;
use model::bundle::{ManifestError, PartKind};
use protocol::DamageKind;

use super::dates::{decimal, join};
use crate::hooks::{OpenError, SearchFailure};
use crate::platform::fetch::FetchError;
use crate::platform::wing::WingError;

/// What goes wrong, and what a reader can do about it.
pub struct Troubles {
    /// Something is on its way.
    pub loading: &'static str,
    /// Heading when the archive cannot be opened.
    pub archive_title: &'static str,
    /// Why the archive cannot be opened, and what to do.
    pub archive: fn(&OpenError) -> String,
    /// Heading when a page of the annex cannot be shown.
    pub annex_title: &'static str,
    /// Why the annex did not come, and what to do.
    pub annex: fn(&WingError) -> String,
    /// Heading when an article cannot be read.
    pub article_title: &'static str,
    /// What a part holds.
    pub part: fn(&PartKind) -> &'static str,
    /// What is wrong with a part.
    pub damage: fn(DamageKind) -> &'static str,
    /// Heading of a list of parts that are missing or damaged.
    pub damaged_title: &'static str,
    /// Under that heading: the rest works.
    pub rest_works: &'static str,
    /// In place of what such a part holds.
    pub lost: &'static str,
    /// Heading of a list of what was wrong with a hand-written set.
    pub problems_title: &'static str,
    /// Why there is no search, and what to do.
    pub search: fn(SearchFailure) -> &'static str,
    /// Button: try again.
    pub retry: &'static str,
    /// Under the heading of the page for an address that leads nowhere.
    pub not_found_help: &'static str,
    /// Link to a search for an address's words.
    pub search_for: fn(&str) -> String,
    /// Link home.
    pub go_home: &'static str,
}

/// Tiếng Việt.
pub const VI: Troubles = Troubles {
    loading: "Đang tải…",
    archive_title: "Chưa mở được kho bài",
    archive: |error| {
        match error {
        OpenError::Fetch(error) => vi_fetch(*error),
        OpenError::Manifest(error) => vi_manifest(error),
        OpenError::NoIndexer => "Bộ bài này chưa đóng gói, và trình duyệt không chạy được bộ lập chỉ mục. Hãy dùng trình duyệt mới hơn, hoặc nhờ người quản trị đóng gói kho.".to_owned(),
        OpenError::BadSet(sentence, _) => sentence.clone(),
    }
    },
    annex_title: "Chưa mở được trang này",
    annex: |error| match error {
        WingError::Fetch(path, FetchError::Offline) => join(&[
            "Thiết bị đang ngoại tuyến và trang này chưa được lưu trên máy (tệp ",
            path,
            "). Hãy kết nối mạng rồi thử lại.",
        ]),
        WingError::Fetch(path, FetchError::Status(404)) => join(&[
            "Máy chủ không có tệp ",
            path,
            ". Hãy tải lại trang; nếu vẫn vậy, người quản trị cần đặt lại trình xem.",
        ]),
        WingError::Fetch(path, error) => {
            join(&["Không tải được tệp ", path, ". ", &vi_fetch(*error)])
        }
        WingError::Broken(path) => {
            join(&["Tệp ", path, " đã hỏng hoặc không hợp với trang đang mở. Hãy tải lại trang."])
        }
    },
    article_title: "Chưa đọc được bài này",
    part: |kind| match kind {
        PartKind::Catalogue => "danh mục bài",
        PartKind::Articles => "một tập bài viết",
        PartKind::Units => "danh sách đơn vị",
        PartKind::Leads => "đoạn mở đầu các bài",
        PartKind::Overview | PartKind::Order | PartKind::Ids | PartKind::List => "bản kê của kho",
        PartKind::Index => "chỉ mục tìm kiếm",
        PartKind::Unknown(_) => "phần chưa rõ loại",
        _ => "ngày kỷ niệm, người, chương trình và văn bản",
    },
    damage: |kind| match kind {
        DamageKind::Missing => "không tải được",
        DamageKind::Digest => "tệp đã hỏng hoặc bị thay đổi: mã kiểm tra không khớp",
        DamageKind::Format => "tệp nguyên vẹn nhưng không đọc được",
    },
    damaged_title: "Một số phần của kho không dùng được",
    rest_works: "Những phần khác vẫn dùng bình thường.",
    lost: "Chưa đọc được phần này của kho.",
    problems_title: "Lưu ý khi đọc bộ bài",
    search: |failure| match failure {
        SearchFailure::NoWorker => {
            "Trình duyệt này không chạy được phần tìm kiếm. Bạn vẫn xem được theo thời gian và theo đơn vị."
        }
        SearchFailure::Crashed => {
            "Phần tìm kiếm dừng đột ngột. Hãy tải lại trang; trong lúc đó vẫn xem được theo thời gian và theo đơn vị."
        }
        SearchFailure::OtherVersion => "Trang đang mở thuộc bản cũ. Hãy tải lại trang để tìm kiếm.",
        SearchFailure::NoIndex => {
            "Chỉ mục tìm kiếm bị thiếu hoặc hỏng. Bạn vẫn xem được theo thời gian và theo đơn vị."
        }
    },
    retry: "Thử lại",
    not_found_help: "Địa chỉ có thể đã cũ hoặc gõ nhầm.",
    search_for: |words| join(&["Tìm “", words, "” trong kho"]),
    go_home: "Về trang chủ",
};

/// English.
pub const EN: Troubles = Troubles {
    loading: "Loading…",
    archive_title: "The archive could not be opened",
    archive: |error| {
        match error {
        OpenError::Fetch(error) => en_fetch(*error),
        OpenError::Manifest(error) => en_manifest(error),
        OpenError::NoIndexer => "This set of articles is not packed, and the browser cannot run the indexer. Use a newer browser, or ask the webmaster to pack the archive.".to_owned(),
        OpenError::BadSet(_, sentence) => sentence.clone(),
    }
    },
    annex_title: "This page could not be opened",
    annex: |error| match error {
        WingError::Fetch(path, FetchError::Offline) => join(&[
            "The device is offline and this page is not saved on it (file ",
            path,
            "). Connect and try again.",
        ]),
        WingError::Fetch(path, FetchError::Status(404)) => join(&[
            "The server has no file ",
            path,
            ". Reload the page; if that does not help, the webmaster should install the viewer again.",
        ]),
        WingError::Fetch(path, error) => {
            join(&["The file ", path, " could not be loaded. ", &en_fetch(*error)])
        }
        WingError::Broken(path) => join(&[
            "The file ",
            path,
            " is damaged or does not fit the page that is open. Reload the page.",
        ]),
    },
    article_title: "This article could not be read",
    part: |kind| match kind {
        PartKind::Catalogue => "list of articles",
        PartKind::Articles => "a run of articles",
        PartKind::Units => "list of units",
        PartKind::Leads => "openings of articles",
        PartKind::Overview | PartKind::Order | PartKind::Ids | PartKind::List => {
            "lists of the archive"
        }
        PartKind::Index => "search index",
        PartKind::Unknown(_) => "part of unknown kind",
        _ => "anniversaries, people, programmes and documents",
    },
    damage: |kind| match kind {
        DamageKind::Missing => "could not be loaded",
        DamageKind::Digest => "damaged or changed: its checksum does not match",
        DamageKind::Format => "intact, but cannot be read",
    },
    damaged_title: "Some parts of the archive cannot be used",
    rest_works: "Everything else works as usual.",
    lost: "This part of the archive could not be read.",
    problems_title: "Notes on reading this set",
    search: |failure| match failure {
        SearchFailure::NoWorker => {
            "This browser cannot run the search. You can still browse by time and by unit."
        }
        SearchFailure::Crashed => {
            "The search stopped unexpectedly. Reload the page; meanwhile you can browse by time and by unit."
        }
        SearchFailure::OtherVersion => "This page is from an older release. Reload it to search.",
        SearchFailure::NoIndex => {
            "The search index is missing or damaged. You can still browse by time and by unit."
        }
    },
    retry: "Try again",
    not_found_help: "The address may be old or mistyped.",
    search_for: |words| join(&["Search the archive for “", words, "”"]),
    go_home: "Go to the home page",
};

fn vi_fetch(error: FetchError) -> String {
    match error {
        FetchError::Offline => "Thiết bị đang ngoại tuyến và kho chưa được lưu trên máy. Hãy kết nối mạng rồi thử lại.".to_owned(),
        FetchError::Network => "Kết nối bị gián đoạn. Hãy thử lại.".to_owned(),
        FetchError::TimedOut => "Máy chủ quá lâu không trả lời. Hãy thử lại.".to_owned(),
        FetchError::Status(404) => "Không có tệp archive.json cạnh trang này. Người quản trị cần đặt kho đã đóng gói vào cùng thư mục.".to_owned(),
        FetchError::Status(status) => join(&["Máy chủ trả lời lỗi ", &decimal(status), ". Hãy thử lại sau."]),
    }
}

fn en_fetch(error: FetchError) -> String {
    match error {
        FetchError::Offline => "The device is offline and the archive is not saved on it. Connect and try again.".to_owned(),
        FetchError::Network => "The connection was interrupted. Try again.".to_owned(),
        FetchError::TimedOut => "The server took too long to answer. Try again.".to_owned(),
        FetchError::Status(404) => "There is no archive.json beside this page. The webmaster should put the packed archive into the same folder.".to_owned(),
        FetchError::Status(status) => join(&["The server answered with error ", &decimal(status), ". Try again later."]),
    }
}

fn vi_manifest(error: &ManifestError) -> String {
    let what = match error {
        ManifestError::NewerSchema { found, .. } => {
            return join(&[
                "Kho này theo định dạng số ",
                &found.to_string(),
                ", mới hơn trình xem này. Hãy tải lại trang; nếu vẫn vậy, người quản trị cần cập nhật trình xem.",
            ]);
        }
        ManifestError::NotJson { line, column, .. } => join(&[
            "không phải JSON, sai ở dòng ",
            &line.to_string(),
            ", cột ",
            &column.to_string(),
        ]),
        ManifestError::NotAnArchive { found } => {
            join(&["cần một đối tượng có “parts” hoặc “articles”, lại là ", vi_json(*found)])
        }
        ManifestError::MissingField { field } => join(&["thiếu “", field, "”"]),
        ManifestError::WrongField { field, found, .. } => {
            join(&["“", field, "” sai kiểu: đang là ", vi_json(*found)])
        }
        ManifestError::OlderSchema { .. } => "kho đóng gói theo định dạng cũ".to_owned(),
        ManifestError::IsSet => "đây là bộ bài chưa đóng gói".to_owned(),
    };
    join(&[
        "Tệp archive.json không đọc được (",
        &what,
        "). Người quản trị cần đóng gói lại kho bằng lệnh “bien-nien build”.",
    ])
}

fn vi_json(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "giá trị rỗng",
        JsonKind::Bool => "đúng/sai",
        JsonKind::Number => "một số",
        JsonKind::Text => "một chuỗi",
        JsonKind::List => "một danh sách",
        JsonKind::Object => "một đối tượng",
    }
}

fn en_manifest(error: &ManifestError) -> String {
    match error {
        ManifestError::NewerSchema { found, .. } => join(&[
            "This archive has layout ",
            &found.to_string(),
            ", newer than this viewer. Reload the page; if that does not help, the webmaster should update the viewer.",
        ]),
        other => join(&[
            "archive.json cannot be read (",
            &other.to_string(),
            "). The webmaster should pack the archive again with “bien-nien build”.",
        ]),
    }
}
