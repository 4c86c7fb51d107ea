//! Tiếng Việt.

use protocol::desk::{Field, Key};

use super::{Desk, Filter, encoding};

/// Tiếng Việt.
pub(super) static VI: Desk = Desk {
    title: "Bàn làm việc",
    lead: "Đưa vào một thư mục bài cũ, nhận về một trang web đọc và tìm được. Không cần cài đặt gì.",
    promise: "Mọi việc làm ngay trên máy này. Không tệp nào được gửi đi đâu.",
    opening: "Đang mở bàn làm việc…",
    elsewhere: "Bàn làm việc đang mở ở một thẻ hay cửa sổ khác của trình duyệt này. Hãy làm tiếp ở đó, hoặc đóng nó rồi tải lại trang này.",
    absent: "Bản đang mở không có phần làm kho. Hãy mở trang này từ máy chủ web (địa chỉ bắt đầu bằng http), không phải từ tệp bien-nien.html.",
    not_kept: "Trình duyệt này không cho cất tệp lại (cửa sổ riêng tư?). Vẫn làm được, nhưng đóng thẻ là mất: hãy tải việc đang làm về trước khi đóng.",
    fault: |word| {
        match word {
            "quota" => "Ổ đĩa hoặc phần trình duyệt dành cho trang này đã đầy, nên việc mới chưa được cất. Hãy tải việc đang làm về, xóa bớt tệp trên máy rồi thử lại.",
            "lost" => "Trình duyệt không đọc được tệp vừa đưa vào. Hãy đưa vào lại.",
            _ => "Trình duyệt không cất được việc vừa làm. Hãy tải việc đang làm về để khỏi mất, rồi tải lại trang.",
        }
        .to_owned()
    },
    drop_title: "Thả thư mục bài vào đây",
    drop_note: "Thả cả thư mục, nhiều tệp, hoặc một tệp .zip. Trên điện thoại, hãy bấm nút chọn tệp.",
    formats: "Đọc được: trang web đã lưu (.html), Word (.docx), văn bản (.txt, kể cả chữ .VnTime, VNI), Markdown, bảng (.csv), .json, RSS và bản xuất của WordPress (.xml), tệp .zip chứa các loại ấy; ảnh (.jpg, .png, .webp, .gif) đi cùng bài. Tệp Word cũ (.doc): mở bằng Word rồi lưu thành .docx.",
    choose_folder: "Chọn thư mục",
    choose_files: "Chọn tệp",
    add_more: "Đưa thêm bài vào",
    untitled: "Kho bài chưa đặt tên",
    resume_title: "Việc đang làm dở",
    resume_text: |files| format!("Trên bàn còn {files} tệp cùng mọi chỗ đã sửa."),
    resume_partial: |here, of| {
        format!(
            "Lần trước trang đóng khi mới cất được {here} trong {of} tệp: hãy làm tiếp rồi đưa thư mục ấy vào lần nữa, tệp đã có sẽ không bị trùng."
        )
    },
    resume: "Tiếp tục việc đang làm dở",
    clear: "Dọn bàn, làm kho khác",
    clear_sure: "Dọn bàn là bỏ hết tệp và chỗ đã sửa khỏi trình duyệt này; tệp gốc trên ổ đĩa vẫn còn nguyên. Đã tải việc đang làm về chưa?",
    clear_yes: "Dọn hết",
    clear_no: "Để nguyên",
    keeping: |done, of| format!("Đang cất tệp: {done} / {of}"),
    reading: |done, of| format!("Đang đọc bài: {done} / {of}"),
    binding: |part| format!("Đang ghép kho: {part}%"),
    progress: "Tiến độ",
    crashed: "Phần đọc bài dừng giữa chừng. Tệp và chỗ đã sửa vẫn còn nguyên.",
    again: "Đọc lại",
    taken: |files, same| match same {
        "0" => format!("Đã đưa vào {files} tệp."),
        _ => format!("Đã đưa vào {files} tệp, trong đó {same} tệp đã có từ trước và giống hệt."),
    },
    lost: |names| format!("Trình duyệt không đọc được: {names}. Hãy đưa vào lại."),
    settings_left: "Thư mục này có archive.toml riêng, nhưng trên bàn đã có kho nên tệp ấy không được dùng. Muốn dùng nó, hãy dọn bàn trước.",
    outside: |files| {
        format!("{files} tệp nằm ngoài thư mục articles/ không thuộc kho nên được để lại.")
    },
    report: "Đã đọc được gì",
    summary: |articles, skipped, look| {
        format!("{articles} bài đọc được · {skipped} tệp không thành bài · {look} bài nên xem lại")
    },
    all_well: "Không có gì cần xem lại.",
    filters: "Chỉ xem",
    filter: |filter| match filter {
        Filter::All => "Tất cả",
        Filter::Look => "Nên xem lại",
        Filter::Undated => "Thiếu ngày",
        Filter::NoUnit => "Thiếu đơn vị",
        Filter::OldLetters => "Chữ mã cũ",
        Filter::Edited => "Đã sửa",
    },
    find: "Tìm theo tên bài, tên tệp",
    none: "Không có bài nào như vậy.",
    field: |field| match field {
        Field::Section => "Chuyên mục",
        Field::Published => "Ngày đăng",
        Field::Event => "Ngày sự kiện",
        Field::Byline => "Tác giả",
        Field::Unit => "Đơn vị",
    },
    no_date: "thiếu ngày",
    no_unit: "thiếu đơn vị",
    read_from: |code| encoding(code).map(|name| format!("chữ {name}")),
    remarks: |count| format!("{count} điều nên xem"),
    edited: "đã sửa",
    line: |line| format!("dòng {line}"),
    edit: "Xem và sửa",
    shut: "Đóng lại",
    skipped: "Tệp không thành bài",
    left_out: "Bạn đã bỏ bài này khỏi kho.",
    take_in: "Lấy lại",
    remove: "Bỏ khỏi bàn",
    settings_troubles: "Về cả kho",
    copies: "Bài gần giống nhau",
    copies_note: "Có thể là một bài được lưu nhiều lần. Giữ một bài, hoặc giữ cả nếu là những bài khác nhau.",
    alike: |share| format!("giống {share}%"),
    keep_this: "Chỉ giữ bài này",
    keep_all: "Giữ tất cả",
    text_opens: "Bài bắt đầu thế này",
    key: |key| match key {
        Key::Title => "Tên bài",
        Key::Section => "Chuyên mục",
        Key::Published => "Ngày đăng",
        Key::Event => "Ngày sự kiện",
        Key::Bylines => "Tác giả",
        Key::Unit => "Đơn vị",
        Key::Encoding => "Cách đọc chữ",
        Key::Note => "Ghi chú cho người đọc",
        Key::LeftOut => "Bỏ khỏi kho",
        Key::DistinctFrom => "Không trùng với",
    },
    date_hint: "Ví dụ 14/10/2026, 10/2026 hoặc 2026",
    bylines_hint: "Nhiều người thì ngăn bằng dấu phẩy",
    unit_by_text: "Theo lời bài",
    no_units_yet: "Kho chưa ghi đơn vị nào: thêm ở mục “Về kho này”.",
    stated: |by, at| match (by, at) {
        ("", "") => "Bạn ghi".to_owned(),
        ("", at) => format!("Ghi ngày {at}"),
        (by, "") => format!("{by} ghi"),
        (by, at) => format!("{by} ghi ngày {at}"),
    },
    unstate: "Trở lại như bài ghi",
    readings: "Chữ đọc sai? Xem các cách đọc",
    readings_note: "Chọn cách đọc nào cho ra tiếng Việt đúng. Tệp gốc không bị đổi.",
    no_readings: "Tệp này tự ghi rõ cách viết chữ, không có cách đọc nào khác.",
    leave_out: "Bỏ bài này khỏi kho",
    saved: "Đã lưu.",
    saving: "Đang lưu…",
    archive: "Về kho này",
    about: [
        "Tên kho",
        "Cơ quan xuất bản",
        "Giới thiệu",
        "Địa chỉ nhận góp ý",
        "Địa chỉ sẽ đăng (http…)",
    ],
    more_about: "Cơ quan, giới thiệu, địa chỉ…",
    units: "Đơn vị",
    units_note: "Các bài nói về xã, phường, cơ quan nào? Ghi đủ như “Xã Tam Sơn”. Đơn vị cấp trên và tên trước, sau sáp nhập được lấy theo danh mục nhà nước.",
    unit_name: "Tên đơn vị",
    add_unit: "Thêm",
    remove_unit: |name| format!("Bỏ {name}"),
    by: "Người làm",
    by_note: "Ghi vào archive.toml bên cạnh mỗi chỗ sửa, để sau này biết ai sửa. Không hiện trên trang đăng.",
    finish: "Xem thử và tải về",
    facts: |[days, people, programmes, instruments]| {
        format!(
            "Trong bài tìm được {days} ngày kỷ niệm, {people} người có chức danh, {programmes} chương trình, {instruments} văn bản."
        )
    },
    preview: "Xem thử như người đọc",
    preview_note: "Mở kho vừa làm trong chính trình xem này. Chưa đăng gì cả.",
    site: "Tải trang web (.zip)",
    site_note: "Giải nén rồi chép lên máy chủ, hoặc gửi người quản trị cổng thông tin.",
    carry: "Tải tệp kho (.zip)",
    carry_note: "Chỉ kho bài, để máy khác nhận ở trang “Lưu để xem ngoại tuyến”.",
    work: "Tải việc đang làm (.zip)",
    work_note: "Tệp gốc cùng mọi chỗ đã sửa. Thả tệp này vào bàn làm việc ở máy khác để làm tiếp.",
    making: "Đang làm tệp…",
    made: |name, size| format!("Đã tải về {name} ({size})."),
    not_made: |word| match word.split_once(' ') {
        Some(("missing", path)) => {
            format!(
                "Chưa làm được trang: không lấy được tệp {path} của trình xem. Hãy kiểm tra mạng, hoặc mở bàn làm việc trên một trang đã đăng đủ."
            )
        }
        Some(("damaged", path)) => {
            format!(
                "Chưa làm được trang: tệp {path} của trình xem bị hỏng hoặc khác bản. Hãy tải lại trang rồi thử lại."
            )
        }
        _ => "Chưa làm được tệp. Hãy thử lại; việc đang làm vẫn còn nguyên.".to_owned(),
    },
    names: ["trang", "kho", "viec-dang-lam"],
    previewing: "Đang xem thử kho vừa làm. Chưa đăng ở đâu cả.",
    back: "Về bàn làm việc",
};
