//! What a hall's screen says.

use viet::typing::Method;

use crate::i18n::dates::join;

/// What a hall's screen says.
pub struct Kiosk {
    /// Has the reader gone?
    pub still_there: &'static str,
    /// So many seconds are left.
    pub left: fn(u32) -> String,
    /// Button: still here.
    pub go_on: &'static str,
    /// Name of all that stands round the pages.
    pub bar: &'static str,
    /// Button: the place before.
    pub back: &'static str,
    /// Button: smaller text.
    pub smaller: &'static str,
    /// Button: larger text.
    pub larger: &'static str,
    /// Button: the other language, in that language.
    pub other_language: &'static str,
    /// Button: the page further down, within reach.
    pub reach: &'static str,
    /// Button: the reader is done.
    pub done: &'static str,
    /// Name of the attract loop.
    pub attract: &'static str,
    /// Button: begin.
    pub start: &'static str,
    /// Button: the loop stands still.
    pub pause: &'static str,
    /// Button: it goes on.
    pub resume: &'static str,
    /// Above an anniversary of today.
    pub today: &'static str,
    /// Above one that comes.
    pub coming: &'static str,
    /// Above the numbers of the archive.
    pub holds: &'static str,
    /// Number: articles.
    pub articles: &'static str,
    /// Number: units.
    pub units: &'static str,
    /// Number: anniversaries.
    pub anniversaries: &'static str,
    /// Name of the keyboard.
    pub keyboard: &'static str,
    /// Name of the suggested words.
    pub suggestions: &'static str,
    /// Key.
    pub erase: &'static str,
    /// Key.
    pub shift: &'static str,
    /// Key.
    pub signs: &'static str,
    /// Key: no marks.
    pub plain: &'static str,
    /// Key: another way to type marks.
    pub change_method: &'static str,
    /// Key.
    pub space: &'static str,
    /// Key.
    pub enter: &'static str,
    /// Key.
    pub away: &'static str,
    /// Title: an address outside the archive.
    pub outside: &'static str,
    /// What to do with it.
    pub outside_how: &'static str,
    /// Name of its code.
    pub code: &'static str,
    /// Button.
    pub close: &'static str,
    /// Title of the keeper's page.
    pub keeper: &'static str,
    /// Asks for the PIN.
    pub pin_ask: &'static str,
    /// Asks for a new one.
    pub pin_choose: &'static str,
    /// Asks for it again.
    pub pin_again: &'static str,
    /// What the PIN is worth.
    pub pin_courtesy: &'static str,
    /// How many digits have been typed.
    pub pin_typed: fn(usize) -> String,
    /// Key.
    pub pin_go: &'static str,
    /// Too short or too long; the two differ; too many wrong ones; a wrong one.
    pub pin_faults: [&'static str; 4],
    /// Fact: the archive.
    pub archive: &'static str,
    /// Fact: its state.
    pub version: &'static str,
    /// Fact: the last reset.
    pub last_reset: &'static str,
    /// No moment yet.
    pub never: &'static str,
    /// Fact: counted since.
    pub since: &'static str,
    /// Fact: visits.
    pub visits: &'static str,
    /// Fact: pages opened.
    pub pages: &'static str,
    /// Fact: articles opened.
    pub articles_read: &'static str,
    /// Fact: searches.
    pub searches: &'static str,
    /// What is counted, and what is not.
    pub counts_note: &'static str,
    /// Button: counting begins anew.
    pub forget_counts: &'static str,
    /// Button: another PIN.
    pub change_pin: &'static str,
}

impl Kiosk {
    /// The name of a way to type marks.
    pub fn method(&self, method: Method) -> &'static str {
        match method {
            Method::Telex => "Telex",
            Method::Vni => "VNI",
            Method::Plain => self.plain,
        }
    }

    /// What is wrong with a PIN.
    pub fn pin_fault(&self, is_length: bool, differs: bool, is_too_many: bool) -> &'static str {
        let at = [is_length, differs, is_too_many].iter().position(|&is| is).unwrap_or(3);
        self.pin_faults[at]
    }
}

/// Tiếng Việt.
pub const VI: Kiosk = Kiosk {
    still_there: "Bạn còn xem không?",
    left: |seconds| {
        join(&[
            "Chạm vào màn hình để xem tiếp. Trang sẽ về đầu sau ",
            &seconds.to_string(),
            " giây.",
        ])
    },
    go_on: "Tôi còn xem",
    bar: "Màn hình công cộng",
    back: "Quay lại",
    smaller: "Chữ nhỏ hơn",
    larger: "Chữ to hơn",
    other_language: "English",
    reach: "Hạ trang",
    done: "Xong",
    attract: "Màn hình chờ",
    start: "Chạm vào đây để bắt đầu",
    pause: "Dừng chuyển hình",
    resume: "Chuyển hình",
    today: "Hôm nay",
    coming: "Sắp tới",
    holds: "Trong kho này có",
    articles: "bài viết",
    units: "đơn vị",
    anniversaries: "ngày kỷ niệm",
    keyboard: "Bàn phím",
    suggestions: "Gợi ý từ",
    erase: "Xóa",
    shift: "Chữ hoa",
    signs: "Dấu câu",
    plain: "Không dấu",
    change_method: "Đổi kiểu gõ",
    space: "Dấu cách",
    enter: "Tìm",
    away: "Cất bàn phím",
    outside: "Địa chỉ ngoài kho",
    outside_how: "Màn hình này chỉ mở kho bài. Hãy dùng điện thoại chụp mã, hoặc chép lại địa chỉ:",
    code: "Mã QR của địa chỉ",
    close: "Đóng",
    keeper: "Dành cho người quản lý",
    pin_ask: "Nhập mã PIN của máy này.",
    pin_choose: "Máy này chưa có mã PIN. Hãy đặt một mã gồm 4 đến 8 chữ số.",
    pin_again: "Nhập lại mã vừa đặt.",
    pin_courtesy: "Mã này chỉ để người xem khỏi chạm nhầm, không phải khóa bảo mật.",
    pin_typed: |count| join(&["Đã nhập ", &count.to_string(), " chữ số"]),
    pin_go: "Vào",
    pin_faults: [
        "Mã gồm 4 đến 8 chữ số.",
        "Hai lần nhập khác nhau. Hãy đặt lại.",
        "Sai nhiều lần. Hãy đợi một phút.",
        "Sai mã.",
    ],
    archive: "Kho bài",
    version: "Bản kho",
    last_reset: "Lần về đầu gần nhất",
    never: "chưa có",
    since: "Đếm từ",
    visits: "Lượt người xem",
    pages: "Trang đã mở",
    articles_read: "trong đó bài viết",
    searches: "trong đó lượt mở trang tìm",
    counts_note: "Số đếm chỉ nằm trên máy này; không ghi ai đã tìm gì, đọc gì.",
    forget_counts: "Đếm lại từ đầu",
    change_pin: "Đổi mã PIN",
};

/// English.
pub const EN: Kiosk = Kiosk {
    still_there: "Are you still reading?",
    left: |seconds| {
        join(&["Touch the screen to go on. It starts again in ", &seconds.to_string(), " seconds."])
    },
    go_on: "I am still reading",
    bar: "Public screen",
    back: "Back",
    smaller: "Smaller text",
    larger: "Larger text",
    other_language: "Tiếng Việt",
    reach: "Bring down",
    done: "Done",
    attract: "Waiting screen",
    start: "Touch here to begin",
    pause: "Stop the pictures",
    resume: "Let the pictures change",
    today: "Today",
    coming: "Coming",
    holds: "This archive holds",
    articles: "articles",
    units: "units",
    anniversaries: "anniversaries",
    keyboard: "Keyboard",
    suggestions: "Suggested words",
    erase: "Erase",
    shift: "Capitals",
    signs: "Signs",
    plain: "No marks",
    change_method: "Change how marks are typed",
    space: "Space",
    enter: "Search",
    away: "Put the keyboard away",
    outside: "An address outside the archive",
    outside_how: "This screen opens the archive only. Photograph the code, or copy the address:",
    code: "QR code of the address",
    close: "Close",
    keeper: "For the keeper",
    pin_ask: "Type this device's PIN.",
    pin_choose: "This device has no PIN yet. Choose one of 4 to 8 digits.",
    pin_again: "Type it once more.",
    pin_courtesy: "It keeps readers from coming here by chance; it is no lock.",
    pin_typed: |count| join(&[&count.to_string(), " digits typed"]),
    pin_go: "Enter",
    pin_faults: [
        "A PIN has 4 to 8 digits.",
        "The two differ. Choose again.",
        "Wrong too often. Wait a minute.",
        "Wrong PIN.",
    ],
    archive: "Archive",
    version: "Archive state",
    last_reset: "Last reset",
    never: "not yet",
    since: "Counted since",
    visits: "Visits",
    pages: "Pages opened",
    articles_read: "articles among them",
    searches: "searches among them",
    counts_note: "The counts stay on this device; nobody's searches or readings are written down.",
    forget_counts: "Count anew",
    change_pin: "Change the PIN",
};
