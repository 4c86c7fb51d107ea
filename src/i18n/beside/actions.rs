//! What can be done with an article.

use crate::i18n::dates::{decimal, join};

/// What can be done with an article.
pub struct Actions {
    /// Name of the buttons together.
    pub title: &'static str,
    /// Button that opens the rest of them.
    pub more: &'static str,
    /// Name of the button that shuts a dialog.
    pub close: &'static str,
    /// Sharing and its code.
    pub share: Share,
    /// Marks.
    pub bookmark: BookmarkWords,
    /// Paper.
    pub print: Print,
    /// Reading aloud.
    pub aloud: Aloud,
    /// Link: how to cite.
    pub cite: &'static str,
    /// Link: keep the archive on the device.
    pub keep: &'static str,
    /// Link: write to whoever looks after the archive.
    pub report: &'static str,
    /// Subject of that letter, with the article's title.
    pub report_subject: fn(&str) -> String,
    /// Its text, with the title and the address.
    pub report_text: fn(&str, &str) -> String,
}

/// Handing the address on.
pub struct Share {
    /// Button.
    pub button: &'static str,
    /// It is on the clipboard.
    pub copied: &'static str,
    /// It must be copied by hand; label of the field that holds it.
    pub by_hand: &'static str,
    /// Button: the address as a code.
    pub code_button: &'static str,
    /// Heading of the dialog.
    pub code_title: &'static str,
    /// How it is used.
    pub code_how: &'static str,
    /// Name of the code.
    pub code: &'static str,
    /// Button: copies the address.
    pub copy: &'static str,
}

/// Marks on articles.
pub struct BookmarkWords {
    /// Switch.
    pub button: &'static str,
    /// It is on.
    pub kept: &'static str,
    /// It is off.
    pub gone: &'static str,
    /// The browser did not keep it.
    pub failed: &'static str,
    /// Link to all.
    pub all: &'static str,
}

/// Paper.
pub struct Print {
    /// Button that opens the dialog.
    pub button: &'static str,
    /// Heading of the dialog.
    pub title: &'static str,
    /// Choice: what is known of the article.
    pub facts: &'static str,
    /// Choice: the code of its address.
    pub code: &'static str,
    /// Button that prints.
    pub go: &'static str,
    /// At the foot of the sheet, with the archive's name and the day.
    pub foot: fn(&str, &str) -> String,
}

/// Reading aloud.
pub struct Aloud {
    /// Button that begins.
    pub button: &'static str,
    /// Name of what steers it.
    pub title: &'static str,
    /// Button.
    pub pause: &'static str,
    /// Button.
    pub go_on: &'static str,
    /// Button.
    pub stop: &'static str,
    /// Button: the sentence before.
    pub back: &'static str,
    /// Button: the next sentence.
    pub on: &'static str,
    /// Label of the speed.
    pub rate: &'static str,
    /// A speed, in hundredths.
    pub rate_name: fn(u16) -> String,
    /// Where it is: this sentence, of so many.
    pub place: fn(&str, &str) -> String,
    /// The voice does not work.
    pub failed: &'static str,
}

/// Tiếng Việt.
pub const VI: Actions = Actions {
    title: "Với bài này",
    more: "Việc khác",
    close: "Đóng",
    share: Share {
        button: "Chia sẻ",
        copied: "Đã chép liên kết của bài.",
        by_hand: "Trình duyệt không cho chép. Hãy chép liên kết này bằng tay:",
        code_button: "Mã QR",
        code_title: "Mã QR của bài",
        code_how: "Dùng máy ảnh của điện thoại quét mã này để mở bài.",
        code: "Mã QR của bài",
        copy: "Chép liên kết",
    },
    bookmark: BookmarkWords {
        button: "Đánh dấu bài",
        kept: "Đã đánh dấu bài, chỉ trên thiết bị này.",
        gone: "Đã bỏ đánh dấu.",
        failed: "Trình duyệt không cho lưu đánh dấu.",
        all: "Các bài đã đánh dấu",
    },
    print: Print {
        button: "In bài",
        title: "In bài này",
        facts: "Kèm những điều đã biết về bài",
        code: "Kèm mã QR của bài",
        go: "In",
        foot: |archive, day| join(&["Lấy từ “", archive, "”, in ngày ", day, "."]),
    },
    aloud: Aloud {
        button: "Nghe đọc",
        title: "Đọc thành tiếng",
        pause: "Tạm dừng",
        go_on: "Đọc tiếp",
        stop: "Thôi đọc",
        back: "Câu trước",
        on: "Câu sau",
        rate: "Tốc độ đọc",
        rate_name: |hundredths| join(&[&fraction(hundredths, ","), "×"]),
        place: |here, of| join(&["Câu ", here, "/", of]),
        failed: "Giọng đọc của thiết bị không đọc được bài này.",
    },
    cite: "Trích dẫn",
    keep: "Lưu để đọc khi không có mạng",
    report: "Báo lỗi",
    report_subject: |title| join(&["Góp ý về bài “", title, "”"]),
    report_text: |title, address| {
        join(&["Bài: ", title, "\nĐịa chỉ: ", address, "\n\nChỗ chưa đúng:\n\nĐúng ra là:\n"])
    },
};

/// English.
pub const EN: Actions = Actions {
    title: "With this article",
    more: "More",
    close: "Close",
    share: Share {
        button: "Share",
        copied: "The link of the article is copied.",
        by_hand: "The browser does not allow copying. Copy this link by hand:",
        code_button: "QR code",
        code_title: "QR code of the article",
        code_how: "Point a phone’s camera at the code to open the article there.",
        code: "QR code of the article",
        copy: "Copy the link",
    },
    bookmark: BookmarkWords {
        button: "Bookmark",
        kept: "Bookmarked, on this device only.",
        gone: "The bookmark is gone.",
        failed: "The browser does not allow bookmarks to be kept.",
        all: "Bookmarked articles",
    },
    print: Print {
        button: "Print",
        title: "Print this article",
        facts: "With what is known about the article",
        code: "With a QR code of the article",
        go: "Print",
        foot: |archive, day| join(&["From “", archive, "”, printed on ", day, "."]),
    },
    aloud: Aloud {
        button: "Listen",
        title: "Reading aloud",
        pause: "Pause",
        go_on: "Go on",
        stop: "Stop",
        back: "Previous sentence",
        on: "Next sentence",
        rate: "Speed",
        rate_name: |hundredths| join(&[&fraction(hundredths, "."), "×"]),
        place: |here, of| join(&["Sentence ", here, " of ", of]),
        failed: "The voice of this device cannot read the article.",
    },
    cite: "Cite",
    keep: "Save for reading offline",
    report: "Report an error",
    report_subject: |title| join(&["About the article “", title, "”"]),
    report_text: |title, address| {
        join(&["Article: ", title, "\nAddress: ", address, "\n\nWhat is wrong:\n\nIt should be:\n"])
    },
};

/// `125` as "1,25", `100` as "1".
fn fraction(hundredths: u16, point: &str) -> String {
    let (whole, rest) = (decimal(hundredths / 100), decimal(100 + hundredths % 100));
    let rest = rest[1..].trim_end_matches('0');
    if rest.is_empty() { whole } else { join(&[&whole, point, rest]) }
}

/// A date as it is said in Vietnamese, whatever language the viewer speaks: articles are read in theirs.
pub fn spoken_date(day: u32, month: u32, year: u32) -> String {
    join(&[&spoken_day(day, month), " năm ", &decimal(year)])
}

/// A day of a month as it is said.
pub fn spoken_day(day: u32, month: u32) -> String {
    join(&[&decimal(day), " tháng ", &decimal(month)])
}

/// A month of a year as it is said, behind "tháng".
pub fn spoken_month(month: u32, year: u32) -> String {
    join(&[&decimal(month), " năm ", &decimal(year)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_are_written_short() {
        for (hundredths, vi, en) in
            [(75, "0,75×", "0.75×"), (100, "1×", "1×"), (150, "1,5×", "1.5×")]
        {
            assert_eq!((VI.aloud.rate_name)(hundredths), vi);
            assert_eq!((EN.aloud.rate_name)(hundredths), en);
        }
    }
}
