//! What the page about keeping the archive on the device says.

use crate::i18n::dates::join;

/// What the page about keeping the archive on the device says.
pub struct Keep {
    /// The page's title.
    pub title: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// Heading.
    pub on_this_device: &'static str,
    /// Before it is known.
    pub looking: &'static str,
    /// Everything is here.
    pub whole: &'static str,
    /// Some of it is here.
    pub partial: &'static str,
    /// It was here, and the browser cleared it.
    pub lost: &'static str,
    /// Nothing was saved on purpose yet.
    pub nothing: &'static str,
    /// Label: how many parts.
    pub parts: &'static str,
    /// "3 of 10".
    pub of: fn(&str, &str) -> String,
    /// Label: when everything was last checked.
    pub checked_at: &'static str,
    /// The site has a newer archive.
    pub newer: &'static str,
    /// A new version of the viewer could not be installed.
    pub not_installed: &'static str,
    /// Button: saves everything.
    pub save: &'static str,
    /// Button: saves what is new.
    pub update: &'static str,
    /// Button: goes on.
    pub resume: &'static str,
    /// Button: stops for now.
    pub pause: &'static str,
    /// Button: recomputes every digest.
    pub check: &'static str,
    /// Link from other pages: every part can be checked here.
    pub check_each: &'static str,
    /// Button: lets go of everything.
    pub forget: &'static str,
    /// Name of the bar that shows how far it is.
    pub saving: &'static str,
    /// While it goes on: checking or not, and how far.
    pub doing: fn(bool, &str) -> String,
    /// Stopped for now, and how far.
    pub paused: fn(&str) -> String,
    /// Done.
    pub saved: &'static str,
    /// Done from a file.
    pub taken_in: &'static str,
    /// All digests match, and how many.
    pub check_right: fn(&str) -> String,
    /// Some do not; their names follow.
    pub check_bad: &'static str,
    /// Heading.
    pub carry: &'static str,
    /// What the file is for.
    pub carry_note: &'static str,
    /// Button: hands out the file.
    pub export: &'static str,
    /// It could not be made.
    pub export_failed: &'static str,
    /// Label of the field for a file.
    pub take_in: &'static str,
    /// Why nothing can be kept here, by the word of `offline.js`.
    pub obstacle: fn(&str) -> &'static str,
    /// What went wrong, by the word of the service worker.
    pub fault: fn(&str) -> &'static str,
}

/// Tiếng Việt.
pub const VI: Keep = Keep {
    title: "Lưu để đọc khi không có mạng",
    lead: "Trang này mở lại được khi mất mạng. Những gì đã đọc tự được giữ; lưu toàn bộ để đọc và tìm \
           được mọi bài.",
    on_this_device: "Trên thiết bị này",
    looking: "Đang xem những gì đã lưu…",
    whole: "Đã lưu toàn bộ kho: mọi bài đọc và tìm được khi không có mạng.",
    partial: "Mới lưu được một phần. Có thể lưu tiếp từ chỗ dừng.",
    lost: "Kho từng được lưu ở đây nhưng trình duyệt đã xóa. Hãy lưu lại; bản xuất thành tệp thì không bị \
           xóa.",
    nothing: "Chưa lưu toàn bộ kho.",
    parts: "Đã lưu",
    of: |here, all| join(&[here, "/", all, " phần"]),
    checked_at: "Kiểm tra lần cuối",
    newer: "Trang web có bản kho mới hơn bản đã lưu. Khi không có mạng, bản đã lưu được dùng.",
    not_installed: "Bản mới của trình xem chưa cài được; bản cũ vẫn dùng bình thường.",
    save: "Lưu toàn bộ",
    update: "Cập nhật bản đã lưu",
    resume: "Lưu tiếp",
    pause: "Tạm dừng",
    check: "Kiểm tra bản đã lưu",
    check_each: "Lưu và kiểm tra từng phần",
    forget: "Xóa bản đã lưu",
    saving: "Tiến độ",
    doing: |check, count| join(&[if check { "Đang kiểm tra " } else { "Đã lưu " }, count, "…"]),
    paused: |count| join(&["Đã tạm dừng ở ", count, "."]),
    saved: "Đã lưu xong toàn bộ kho.",
    taken_in: "Đã nhận xong kho từ tệp; mọi phần khớp mã kiểm tra.",
    check_right: |count| join(&["Cả ", count, " phần đều khớp mã kiểm tra."]),
    check_bad: "Những phần sau bị hỏng hoặc mất, cần lưu lại:",
    carry: "Mang đi bằng một tệp",
    carry_note: "Tệp này mở được trên thiết bị khác, không cần mạng. Mã kiểm tra cho thấy hư hỏng, không \
                 chứng minh ai làm ra.",
    export: "Xuất kho thành một tệp",
    export_failed: "Chưa xuất được: có phần bị hỏng. Hãy kiểm tra bản đã lưu.",
    take_in: "Nhận kho từ tệp (chọn, hoặc thả tệp vào đây)",
    obstacle: |why| match why {
        "file" => "Trang này mở từ đĩa: cả kho đã nằm trong tệp, không cần lưu thêm.",
        "insecure" => "Chỉ lưu được khi trang mở qua https. Đọc và tìm vẫn dùng bình thường.",
        "frame" => {
            "Trang đang nằm trong một trang khác nên không lưu được. Hãy mở riêng trang này."
        }
        "blocked" => {
            "Trình duyệt đang chặn việc lưu của trang này. Hãy xem cài đặt riêng tư, hoặc mở bằng \
                      trình duyệt khác."
        }
        _ => {
            "Trình duyệt này không lưu được: có thể là cửa sổ riêng tư, hoặc trình duyệt bên trong Zalo, \
              Facebook. Hãy mở bằng Chrome, Safari hay Firefox."
        }
    },
    fault: |why| match why {
        "network" => "Mất mạng. Những gì đã lưu vẫn còn; hãy lưu tiếp khi có mạng.",
        "missing" => "Thiếu một phần:",
        "digest" => "Mã kiểm tra không khớp; phần này đã bị sửa hoặc hỏng:",
        "too-large" => "Phần này lớn hơn danh sách ghi:",
        "storage" => "Thiết bị hết chỗ cho trang này. Hãy xóa bớt dữ liệu rồi lưu tiếp.",
        "changing" => "Trang web đang được cập nhật. Hãy thử lại sau ít phút.",
        "no-list" => "Không có danh sách các phần (offline.json), hoặc danh sách không đọc được.",
        "not-zip" => "Đây không phải tệp kho, hoặc tệp bị cắt.",
        "other-archive" => "Tệp này là của kho khác:",
        _ => "Chưa làm được. Hãy tải lại trang rồi thử lại.",
    },
};

/// English.
pub const EN: Keep = Keep {
    title: "Save for reading without a network",
    lead: "This site opens again without a network. What was read is kept by itself; save everything to read \
           and search every article.",
    on_this_device: "On this device",
    looking: "Looking at what is saved…",
    whole: "The whole archive is saved: every article can be read and found without a network.",
    partial: "Only a part is saved. Saving can go on where it stopped.",
    lost: "The archive was saved here, but the browser has cleared it. Save it again; a copy exported as a \
           file is not cleared.",
    nothing: "The whole archive is not saved yet.",
    parts: "Saved",
    of: |here, all| join(&[here, " of ", all, " parts"]),
    checked_at: "Last checked",
    newer: "The site has a newer archive than the saved one. Without a network the saved one is used.",
    not_installed: "The new version of the viewer could not be installed; the old one goes on working.",
    save: "Save everything",
    update: "Update what is saved",
    resume: "Go on saving",
    pause: "Pause",
    check: "Check what is saved",
    check_each: "Save and check every part",
    forget: "Delete what is saved",
    saving: "Progress",
    doing: |check, count| join(&[if check { "Checking " } else { "Saved " }, count, "…"]),
    paused: |count| join(&["Paused at ", count, "."]),
    saved: "The whole archive is saved.",
    taken_in: "The archive was taken from the file; every part matches its digest.",
    check_right: |count| join(&["All ", count, " parts match their digests."]),
    check_bad: "These parts are damaged or gone, and must be saved again:",
    carry: "Carry it as one file",
    carry_note: "This file opens on another device without a network. A digest shows damage; it does not \
                 prove who made it.",
    export: "Export the archive as one file",
    export_failed: "It could not be exported: a part is damaged. Check what is saved.",
    take_in: "Take an archive from a file (choose one, or drop it here)",
    obstacle: |why| match why {
        "file" => "This page was opened from a disk: the whole archive is in the file already.",
        "insecure" => "Saving needs https. Reading and searching work as usual.",
        "frame" => {
            "This page stands inside another one, so nothing can be saved. Open it by itself."
        }
        "blocked" => {
            "The browser forbids this site to save. Look at its privacy settings, or use another \
                      browser."
        }
        _ => {
            "This browser cannot save: it may be a private window, or the browser inside Zalo or Facebook. \
              Use Chrome, Safari or Firefox."
        }
    },
    fault: |why| match why {
        "network" => "The connection was lost. What is saved stays; go on when there is a network.",
        "missing" => "A part is missing:",
        "digest" => "The digest does not match; this part was altered or damaged:",
        "too-large" => "This part is larger than the list says:",
        "storage" => "The device has no more room for this site. Delete something, then go on.",
        "changing" => "The site is being updated. Try again in a few minutes.",
        "no-list" => "There is no list of parts (offline.json), or it cannot be read.",
        "not-zip" => "This is no archive file, or it was cut short.",
        "other-archive" => "This file is of another archive:",
        _ => "That could not be done. Reload the page and try again.",
    },
};
