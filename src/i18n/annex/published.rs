//! What the check of a published site says.

use crate::i18n::dates::join;

/// Something that is wrong with how a site is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing came.
    Unreached,
    /// The server does not have it, or does not give it out.
    Missing,
    /// It is not what the list says: of an older copy, or damaged.
    Damaged,
    /// The manifest and the list are of different builds.
    Mixed,
    /// The wasm is sent as something else.
    WasmKind,
    /// It is sent as something else than it is.
    Kind,
    /// It is sent uncompressed.
    Unpacked,
    /// Browsers are told to keep what changes.
    Kept,
}

/// What the check of a published site says.
pub struct Published {
    /// Heading.
    pub title: &'static str,
    /// Under it.
    pub note: &'static str,
    /// Button.
    pub begin: &'static str,
    /// So many files of so many.
    pub going: fn(&str, &str) -> String,
    /// Nothing is wrong with so many files.
    pub good: fn(&str) -> String,
    /// So many files were looked at, and this was found.
    pub looked: fn(&str) -> String,
    /// What was found.
    pub finding: fn(Finding) -> &'static str,
    /// What to do.
    pub fix: fn(Finding) -> &'static str,
}

/// Tiếng Việt.
pub const VI: Published = Published {
    title: "Kiểm tra trang đã đăng",
    note: "Dành cho người quản trị trang: tải lại mọi tệp của chính trang này từ máy chủ, đối chiếu mã kiểm tra và xem máy chủ gửi có đúng không. Không gọi đến nơi nào khác.",
    begin: "Kiểm tra",
    going: |done, of| join(&["Đang kiểm tra: ", done, "/", of, " tệp…"]),
    good: |files| {
        join(&["Mọi thứ đều ổn: ", files, " tệp đủ, nguyên vẹn, gửi đúng kiểu và có nén."])
    },
    looked: |files| join(&["Đã xem ", files, " tệp. Những chỗ cần sửa:"]),
    finding: |finding| match finding {
        Finding::Unreached => "Không tải được.",
        Finding::Missing => "Máy chủ không có hoặc không gửi tệp.",
        Finding::Damaged => "Nội dung khác bản kê.",
        Finding::Mixed => "archive.json và offline.json thuộc hai lần đóng gói khác nhau.",
        Finding::WasmKind => "Tệp .wasm được gửi sai kiểu.",
        Finding::Kind => "Tệp được gửi sai kiểu (Content-Type).",
        Finding::Unpacked => "Tệp được gửi mà không nén.",
        Finding::Kept => "Trình duyệt được dặn giữ tệp này, nên người đọc gặp bản cũ.",
    },
    fix: |finding| match finding {
        Finding::Unreached => "Hãy kiểm tra mạng rồi thử lại.",
        Finding::Missing => "Hãy chép lại tệp; trên IIS, thêm kiểu tệp đó vào web.config.",
        Finding::Damaged => "Hãy chép lại cả thư mục trang; tệp này là bản cũ hoặc đã hỏng.",
        Finding::Mixed => "Hãy chép lại cả hai tệp cùng thư mục parts/.",
        Finding::WasmKind => {
            "Hãy đặt kiểu application/wasm cho .wasm; thiếu nó, trang mở chậm hoặc không mở được."
        }
        Finding::Kind => "Hãy đặt đúng kiểu cho đuôi tệp này.",
        Finding::Unpacked => {
            "Hãy bật gửi tệp .br hoặc .gz có sẵn: trang tải nhanh hơn ba đến năm lần."
        }
        Finding::Kept => "Hãy đặt Cache-Control: no-cache cho tệp này.",
    },
};

/// English.
pub const EN: Published = Published {
    title: "Check the published site",
    note: "For webmasters: fetches every file of this very site from its server again, compares digests and looks at how the server sends them. Nothing else is asked.",
    begin: "Check",
    going: |done, of| join(&["Checking: ", done, " of ", of, " files…"]),
    good: |files| {
        join(&[
            "All is well: ",
            files,
            " files are there, whole, of the right type and compressed.",
        ])
    },
    looked: |files| join(&["Looked at ", files, " files. What should be corrected:"]),
    finding: |finding| match finding {
        Finding::Unreached => "Could not be fetched.",
        Finding::Missing => "The server does not have the file, or does not send it.",
        Finding::Damaged => "Not what the list says.",
        Finding::Mixed => "archive.json and offline.json are of different builds.",
        Finding::WasmKind => "The .wasm is sent with a wrong type.",
        Finding::Kind => "Sent with a wrong type (Content-Type).",
        Finding::Unpacked => "Sent uncompressed.",
        Finding::Kept => "Browsers are told to keep this file, so readers meet an old version.",
    },
    fix: |finding| match finding {
        Finding::Unreached => "Check the connection and try again.",
        Finding::Missing => "Copy it again; on IIS, add its type to web.config.",
        Finding::Damaged => "Copy the whole folder again; this is an older copy, or damaged.",
        Finding::Mixed => "Copy both again, together with parts/.",
        Finding::WasmKind => {
            "Set the type application/wasm for .wasm; without it the site starts slowly or not at all."
        }
        Finding::Kind => "Set the right type for this ending.",
        Finding::Unpacked => {
            "Have the server send the .br or .gz that lie beside: three to five times faster."
        }
        Finding::Kept => "Set Cache-Control: no-cache for this file.",
    },
};
