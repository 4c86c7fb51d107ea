//! Tiếng Việt.

mod report;
mod set;

use import::ProblemKind;
use units::RegistryFault;
use units::registry::FaultKind;

use super::{Lang, date, hundredth, is_light, size};
use crate::config::edit::NotWritten;
use crate::problem::{Expected, Instead, LogoFault, SettingFault, What};
use report::{doubt, doubt_fix};
pub(super) use report::{field, report, status};
pub(super) use set::manifest;
use set::set;

/// What is wrong and what to do.
pub(super) fn what(what: &What) -> String {
    match what {
        What::Setting(fault) => setting(fault),
        What::Unit(fault) => unit(fault),
        What::Import(kind) => import(kind),
        What::NotASet(error) => manifest(error),
        What::Packed => {
            "đây là kho đã đóng gói, không phải tập bài viết tay: hãy mở nó bằng trình xem \
                         hoặc dùng lệnh inspect"
                .to_owned()
        }
        What::Set(problem) => set(problem),
        What::SameId { id, other } => format!(
            "trùng mã bài `{id}` với {other} nên bài này bị bỏ ra: hãy xóa một tệp, hoặc đặt `id` riêng \
             cho một bài trong archive.toml, mục [articles.\"tên tệp\"]"
        ),
        What::SameName { other } => format!(
            "trùng tên tệp với {other} nên mã bài này lấy theo cả đường dẫn: bài vẫn có trong kho; hãy đặt \
             `id` riêng trong archive.toml, mục [articles.\"tên tệp\"], nếu sẽ chuyển tệp sang thư mục khác"
        ),
        What::AliasTaken { id } => format!(
            "mã cũ `{id}` đang là mã của một bài khác; liên kết cũ sẽ mở bài đó: hãy bỏ mã này khỏi \
             `old_ids`"
        ),
        What::NoSuchArticle { name } => format!(
            "không có tệp articles/{name}: hãy sửa tên tệp trong mục [articles] hoặc xóa mục này"
        ),
        What::NoSuchUnit { unit } => format!(
            "không có đơn vị nào mang mã `{unit}`; đơn vị của bài được để trống: hãy khai báo đơn vị \
             trong mục [[units]] hoặc sửa mã"
        ),
        What::AmbiguousPlace { words, places, mentions, articles } => format!(
            "“{words}” ({mentions} lần trong {articles} bài) có thể là {}; không rõ là nơi nào nên chưa \
             gắn với đơn vị nào: nếu biết, hãy ghi `unit` cho bài trong mục [articles.\"tên tệp\"]",
            places.join(" hoặc ")
        ),
        What::UnknownPlace { words, mentions, articles } => format!(
            "“{words}” ({mentions} lần trong {articles} bài) không có trong kho và trong danh mục chính \
             thức: nếu là một nơi có thật, hãy khai ở mục [[units]], hoặc ghi vào `aliases` của đơn vị \
             mang tên ấy; nếu bài in sai thì để nguyên"
        ),
        What::MorePlaces { names, unknown: true } => {
            format!("còn {names} tên nơi chốn khác không có trong kho và trong danh mục chính thức")
        }
        What::MorePlaces { names, unknown: false } => {
            format!("còn {names} tên khác có thể là nhiều nơi")
        }
        What::NoArticles => {
            "không có bài nào: hãy đặt các tệp bài vào thư mục articles/".to_owned()
        }
        What::NoSuchAnniversary { name } => format!(
            "không bài nào nhắc đến ngày kỷ niệm “{name}”: hãy dùng đúng mã hoặc một tên trong các bài"
        ),
        What::Undated => {
            "không rõ ngày: trang không ghi ngày đăng và bài không nói ngày của sự việc, nên bài xếp \
             cuối kho; hãy ghi `published` trong archive.toml, mục [articles.\"tên tệp\"]"
                .to_owned()
        }
        What::NoUnit => "không rõ bài của đơn vị nào: hãy ghi `unit` trong archive.toml, mục \
                         [articles.\"tên tệp\"], hoặc khai báo tên đơn vị như bài viết gọi"
            .to_owned(),
        What::Doubt(kind) => format!("{}: {}", doubt(kind), doubt_fix(kind)),
        What::FoundingsDisagree { name, founding, other, place } => format!(
            "“{name}” có mốc {} ở đây nhưng {} tại {place}; cả hai được giữ, kèm nguồn: hãy đối chiếu, \
             nếu là hai việc khác nhau thì không cần sửa, nếu một bài ghi sai thì thêm lời chú trong mục \
             [[anniversaries]]",
            date(*founding),
            date(*other)
        ),
        What::Picture { name, kind } => format!("ảnh {name} bị bỏ ra, bài vẫn dùng: {}", import(kind)),
        What::PictureUnclear { name } => format!(
            "có nhiều tệp có thể là ảnh {name} của bài nên không lấy tệp nào: hãy đặt ảnh của bài vào thư mục \
             cạnh bài, mang đúng tên bài viết gọi"
        ),
        What::NoPicture { first, count } => format!(
            "{count} ảnh của bài không có trong thư mục (ví dụ {first}); bài vẫn dùng và trang ghi rõ chỗ thiếu \
             ảnh: nếu còn ảnh, hãy chép cả thư mục ảnh đi kèm"
        ),
        What::UnusedPictures { first, count } => format!(
            "{count} ảnh không bài nào nhắc tên nên bị bỏ ra (ví dụ {first}): hãy ghi tên ảnh trong bài, hoặc xóa \
             ảnh"
        ),
        What::NearCopy { of, share } => format!(
            "giống {share}% bài trong {of}: nếu là một bài lưu hai lần, hãy ghi left_out = true cho một bài trong \
             archive.toml; nếu là hai bài, hãy ghi distinct_from = [\"{of}\"]"
        ),
        What::OtherFormat => {
            "chưa đọc được loại tệp này nên nó bị bỏ ra: hãy lưu bài thành .txt, .html, .docx, .md, .csv, \
             .json hoặc .xml (RSS, WordPress)"
                .to_owned()
        }
        What::Unreadable { why } => {
            format!("không đọc được tệp ({why}): hãy kiểm tra quyền đọc và ổ đĩa")
        }
    }
}

fn setting(fault: &SettingFault) -> String {
    match fault {
        SettingFault::NoFile => {
            "không có tệp archive.toml; kho tạm mang tên “Kho bài chưa đặt tên”: hãy \
                                 tạo tệp với ít nhất một dòng title = \"Tên kho\""
                .to_owned()
        }
        SettingFault::NotUtf8 => {
            "tệp không phải UTF-8 nên không dùng được thiết lập nào: hãy lưu lại với mã UTF-8"
                .to_owned()
        }
        SettingFault::Syntax { what } => format!(
            "sai cú pháp TOML ({what}); các thiết lập đọc được vẫn được dùng: hãy sửa dòng này"
        ),
        SettingFault::UnknownKey { key, meant: Some(meant) } => {
            format!("không có thiết lập `{key}` nên nó không có tác dụng: có phải ý là `{meant}`?")
        }
        SettingFault::UnknownKey { key, meant: None } => {
            format!("không có thiết lập `{key}` nên nó không có tác dụng: hãy kiểm tra chính tả")
        }
        SettingFault::Missing { key, instead } => format!("thiếu `{key}`; {}", done(instead)),
        SettingFault::Contrast { key, colour, on, hundredths, needed } => format!(
            "`{key}`: màu #{colour:06x} trên nền {on} chỉ có tương phản {}:1, cần ít nhất {}:1 thì ai cũng đọc được; \
             giữ màu mặc định: hãy chọn màu {} hơn",
            hundredth(*hundredths, ','),
            hundredth(*needed, ','),
            if is_light(on) { "đậm" } else { "sáng" }
        ),
        SettingFault::Logo { path, why } => {
            let why = match why {
                LogoFault::Missing => "không có hoặc không đọc được".to_owned(),
                LogoFault::NoPicture => "không phải ảnh SVG, PNG hay WebP như tên tệp".to_owned(),
                LogoFault::TooLarge(most) => format!("lớn hơn {} KB", most / 1000),
            };
            format!("logo “{path}” {why}; giữ hình trống đồng")
        }
        SettingFault::Wrong { key, expected, instead } => {
            format!("`{key}` phải là {}; {}", self::expected(expected), done(instead))
        }
    }
}

fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Text => "một chuỗi chữ trong ngoặc kép".to_owned(),
        Expected::SomeText => "một chuỗi chữ không rỗng trong ngoặc kép".to_owned(),
        Expected::Texts => "một danh sách chuỗi, ví dụ [\"A\", \"B\"]".to_owned(),
        Expected::Flag => "true hoặc false".to_owned(),
        Expected::Table => "một bảng [...]".to_owned(),
        Expected::Tables => "một danh sách bảng [[...]]".to_owned(),
        Expected::Date => {
            "một ngày, tháng hoặc năm có thật, ví dụ 1930-10-15, \"1930-10\", 1930".to_owned()
        }
        Expected::AnnualDay => {
            "một ngày trong năm, ví dụ \"19/4\" hoặc \"10/3 âm lịch\"".to_owned()
        }
        Expected::ArticleId => "một mã gồm 1 đến 40 ký tự a–z, 0–9, _".to_owned(),
        Expected::UnitId => "một mã gồm 1 đến 60 ký tự a–z, 0–9, -".to_owned(),
        Expected::OneOf(words) => format!("một trong các từ: {words}"),
        Expected::Url => "một địa chỉ bắt đầu bằng https:// hoặc http://".to_owned(),
        Expected::Language => "một mã ngôn ngữ, ví dụ vi".to_owned(),
        Expected::Whole(least, most) => format!("một số nguyên từ {least} đến {most}"),
        Expected::Origin => {
            "phần đầu của địa chỉ, không có đường dẫn, ví dụ https://phuong.example".to_owned()
        }
        Expected::Colour => "một màu, ví dụ \"#9e2a22\"".to_owned(),
        Expected::Logo => {
            "một tệp ảnh cạnh archive.toml, ví dụ \"logo.svg\" (hoặc .png, .webp)".to_owned()
        }
    }
}

fn done(instead: &Instead) -> String {
    match instead {
        Instead::LeftOut => "thiết lập này bị bỏ qua".to_owned(),
        Instead::EntryLeftOut => "cả mục này bị bỏ qua".to_owned(),
        Instead::Default(value) => format!("tạm dùng “{value}”"),
    }
}

fn unit(fault: &RegistryFault) -> String {
    let id = &fault.unit;
    match &fault.kind {
        FaultKind::DuplicateId => {
            format!("đã có đơn vị khác mang mã `{id}`; mục này bị bỏ qua: hãy đặt mã riêng")
        }
        FaultKind::UnknownParent(parent) => format!(
            "đơn vị `{id}` thuộc `{parent}` nhưng không có đơn vị đó; `parent` bị bỏ qua: hãy khai báo \
             `{parent}` hoặc sửa mã"
        ),
        FaultKind::ParentCycle(parent) => format!(
            "đơn vị `{id}` thuộc `{parent}`, mà đi ngược lên lại gặp chính `{id}`; `parent` bị bỏ qua: \
             hãy sửa quan hệ trên dưới"
        ),
        FaultKind::EndsBeforeItBegins { from, to } => format!(
            "đơn vị `{id}` chấm dứt ({}) trước khi bắt đầu ({}); cả hai ngày bị bỏ qua: hãy sửa \
             `valid_from` hoặc `valid_to`",
            date(*to),
            date(*from)
        ),
        FaultKind::UnknownHeritage(other) => format!(
            "đơn vị `{id}` có quan hệ kế thừa với `{other}` nhưng không có đơn vị đó; quan hệ này bị bỏ \
             qua: hãy khai báo `{other}` hoặc sửa mã"
        ),
        FaultKind::HeritageCycle(other) => format!(
            "đơn vị `{id}` và `{other}` vừa là tiền thân vừa là kế thừa của nhau; quan hệ này bị bỏ qua: \
             hãy sửa `predecessors` hoặc `successors`"
        ),
        FaultKind::SharesDisagree(other) => format!(
            "`share` giữa `{id}` và `{other}` ghi khác nhau ở hai đầu; dùng cách ghi của đơn vị cũ: hãy \
             sửa cho khớp"
        ),
        FaultKind::CommonAlias(name) => format!(
            "“{name}” là cách gọi chung, đơn vị nào cùng loại cũng có; nó chỉ được hiểu là `{id}` khi bài \
             đã nêu tên đầy đủ: hãy chuyển nó sang `short_names`"
        ),
    }
}

fn import(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::TooLarge { bytes, limit } => format!(
            "tệp nặng {}, quá lớn cho một bài (tối đa {}) nên bị bỏ ra: hãy chỉ giữ phần chữ hoặc tách \
             thành nhiều bài",
            size(*bytes, Lang::Vi),
            size(*limit, Lang::Vi)
        ),
        ProblemKind::Empty => "tệp rỗng nên bị bỏ ra: hãy tải lại trang hoặc xóa tệp".to_owned(),
        ProblemKind::Blank { bytes } => format!(
            "tệp chỉ có khoảng trắng ({}) nên bị bỏ ra: hãy tải lại trang hoặc xóa tệp",
            size(*bytes, Lang::Vi)
        ),
        ProblemKind::OtherEncoding { encoding, .. } => {
            format!("tệp ghi bằng mã {encoding} nên bị bỏ ra; cần UTF-8: hãy lưu lại với mã UTF-8")
        }
        ProblemKind::ReadAs { encoding } => format!(
            "tệp không ghi bằng UTF-8, đã đọc theo mã {encoding}: hãy xem vài dòng có đúng không; nếu \
             sai, ghi `encoding` trong archive.toml"
        ),
        ProblemKind::BrokenUtf8 { byte } => format!(
            "có byte 0x{byte:02X} không hợp lệ trong UTF-8, cũng không đọc được theo mã tiếng Việt nào, nên bài bị bỏ ra: hãy lưu lại với mã UTF-8 \
             hoặc tải lại trang"
        ),
        ProblemKind::Nul => {
            "có byte 0, văn bản không bao giờ có, nên bài bị bỏ ra: hãy tải lại trang".to_owned()
        }
        ProblemKind::BrokenFile { format, why } => format!(
            "không đọc được tệp theo định dạng {} nên bị bỏ ra ({why}): hãy lưu hoặc xuất lại tệp",
            format.code()
        ),
        ProblemKind::Misnamed { format, is } => format!(
            "tên tệp ghi định dạng {} nhưng bên trong là {} nên bị bỏ ra: hãy đổi đuôi tên tệp cho đúng, hoặc mở \
             ra rồi lưu thành loại đọc được",
            format.code(),
            is.name()
        ),
        ProblemKind::BrokenPicture => {
            "không phải ảnh mà trình duyệt xem được: hãy lưu lại thành .jpg hoặc .png".to_owned()
        }
        ProblemKind::Protected => {
            "có mật khẩu nên bị bỏ ra: hãy giải nén rồi thêm các tệp không đặt mật khẩu".to_owned()
        }
        ProblemKind::BrokenZip { why } => format!(
            "không giải nén được ({why}) nên bị bỏ ra: hãy nén lại hoặc thêm thẳng các tệp"
        ),
        ProblemKind::ZipInZip => {
            "tệp nén nằm trong tệp nén không được mở: hãy giải nén nó trước".to_owned()
        }
        ProblemKind::OddName => {
            "tên tệp trỏ ra ngoài tệp nén nên bị bỏ ra: hãy nén lại thư mục".to_owned()
        }
        ProblemKind::ZipTooLarge { files } => format!(
            "tệp nén chứa nhiều hơn một kho bài có thể có; chỉ lấy {files} tệp đầu: hãy giải nén rồi thêm thẳng \
             các tệp"
        ),
        ProblemKind::ProtectedOrOldWord => {
            "tệp có mật khẩu hoặc là Word cũ (trước 2007) nên bị bỏ ra: hãy mở bằng Word rồi lưu lại \
             thành .docx không đặt mật khẩu"
                .to_owned()
        }
        ProblemKind::NoColumns { names } => format!(
            "không thấy cột tiêu đề hay nội dung (chỉ có: {names}) nên bị bỏ ra: hãy đặt tên cột là \
             “Tiêu đề”, “Nội dung”"
        ),
        ProblemKind::EmptyEntry => {
            "một mục không có tiêu đề và nội dung nên bị bỏ ra; các mục khác vẫn dùng".to_owned()
        }
        ProblemKind::NoTitle { instead } => format!(
            "không dòng nào giống tiêu đề, tạm lấy “{instead}”: hãy đặt tiêu đề ở dòng đầu hoặc ghi \
             `title` trong archive.toml"
        ),
        ProblemKind::NoBody => {
            "không thấy đoạn văn nào: hãy xem trang đã được tải về đủ chưa".to_owned()
        }
        ProblemKind::NoSuchDay { text } => format!(
            "“{text}” không có trong lịch nên không dùng được: hãy ghi ngày đúng trong archive.toml"
        ),
        ProblemKind::NoSuchLanguage { text } => format!(
            "“{text}” không phải tên ngôn ngữ nên bài được coi là tiếng Việt: hãy ghi mã như `en`, hoặc \
             bỏ trống"
        ),
        ProblemKind::WrongWeekday { date: day, printed } => format!(
            "ngày {} không phải {}: hãy đối chiếu với trang gốc",
            date((*day).into()),
            weekday(*printed)
        ),
        ProblemKind::TwoPublished { taken, other } => format!(
            "trang ghi hai ngày đăng, {} và {}; lấy ngày trước: hãy ghi ngày đúng trong archive.toml",
            date(*taken),
            date(*other)
        ),
        ProblemKind::LostLetters { count } => {
            format!("{count} chữ đã mất từ trước khi tệp đến đây (ký tự �): hãy tải lại trang")
        }
    }
}

fn weekday(day: calendar::Weekday) -> &'static str {
    use calendar::Weekday as W;
    match day {
        W::Monday => "thứ Hai",
        W::Tuesday => "thứ Ba",
        W::Wednesday => "thứ Tư",
        W::Thursday => "thứ Năm",
        W::Friday => "thứ Sáu",
        W::Saturday => "thứ Bảy",
        W::Sunday => "Chủ nhật",
    }
}

pub(super) const LOST_FILE: &str = "trình duyệt không còn đọc được tệp này, hãy đưa tệp vào lại";

pub(super) fn not_written(why: &NotWritten) -> String {
    match why {
        NotWritten::NotToml(what) => {
            format!("archive.toml có chỗ sai ({what}) nên chưa ghi thêm được: hãy sửa tệp ấy trước")
        }
        NotWritten::Other(key) => format!(
            "mục `{key}` trong archive.toml viết theo lối khác nên chưa ghi thêm được: hãy sửa mục ấy trước"
        ),
        NotWritten::NoDate(typed) => format!(
            "“{typed}” không phải một ngày có trong lịch: hãy ghi như 14/10/2026, 10/2026 hoặc 2026"
        ),
        NotWritten::NoUnit(name) if name.is_empty() => "hãy ghi tên đơn vị".to_owned(),
        NotWritten::NoUnit(name) => {
            format!("“{name}” không làm tên đơn vị được, hoặc đã có trong danh sách")
        }
    }
}
