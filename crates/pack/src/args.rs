//! What is typed.

use std::path::PathBuf;

use bindery::messages::Lang;
use clap::{Parser, Subcommand, ValueEnum};

/// Biên Niên: làm trang lưu trữ bài viết của xã, phường, tìm được và xem được khi không có mạng.
///
/// Mã kết thúc: 0 mọi việc ổn; 1 đã xong nhưng có phần bị bỏ ra hoặc hỏng; 2 gõ sai lệnh; 3 không
/// làm được và không thay đổi gì.
#[derive(Debug, Parser)]
#[command(name = "bien-nien", version, arg_required_else_help = true)]
pub(crate) struct Args {
    /// Ngôn ngữ của thông báo: vi hoặc en (language of messages)
    #[arg(long, global = true, value_enum, default_value_t = LangArg::Vi)]
    pub(crate) lang: LangArg,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LangArg {
    Vi,
    En,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::Vi => Self::Vi,
            LangArg::En => Self::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Tạo một kho mới: thư mục articles/ và archive.toml có lời giải thích
    New(New),
    /// Làm trang web từ một kho bài
    Build(Build),
    /// Xem mỗi bài đọc được gì, thiếu gì, và những chỗ cần sửa
    Check(Check),
    /// Mở trang đã làm trên máy này để xem, như trên một máy chủ web
    Serve(Serve),
    /// Làm trang, mở để xem, và làm lại mỗi khi một bài hay archive.toml thay đổi
    Watch(Watch),
    /// Kiểm tra một kho đã đóng gói còn nguyên vẹn không
    Inspect(Inspect),
    /// Xuất kho đã đóng gói thành một tệp để mang đi (USB, gửi thư)
    Export(Export),
    /// Nhận một tệp đã xuất vào một thư mục, kiểm tra từng phần
    Import(Import),
    /// In những gì các bài nói (ngày kỷ niệm, ngày sự kiện, người có chức danh) cho máy đọc: JSONL
    Extract(Extract),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    /// Thư mục kho (có archive.toml và articles/), hoặc một tệp archive.json viết tay
    pub(crate) archive: PathBuf,
    /// Thư mục đặt trang làm ra; trang cũ do bien-nien làm sẽ được thay trọn vẹn
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// Chỉ làm kho đóng gói, không kèm trình xem
    #[arg(long, conflicts_with = "viewer")]
    pub(crate) bundle_only: bool,
    /// Không viết trang riêng cho từng bài (đọc được khi tắt JavaScript, hiện đúng khi chia sẻ) và nguồn tin
    #[arg(long, conflicts_with = "bundle_only")]
    pub(crate) no_pages: bool,
    /// Làm thêm bien-nien.html: cả trình xem và kho trong một tệp, mở thẳng từ đĩa hay USB
    #[arg(long, conflicts_with = "bundle_only")]
    pub(crate) single: bool,
    /// Thư mục chứa trình xem đã dựng, dùng thay cho trình xem có sẵn trong chương trình
    #[arg(long, value_name = "THƯ_MỤC")]
    pub(crate) viewer: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// Thư mục kho (có archive.toml và articles/), hoặc một tệp archive.json viết tay
    pub(crate) archive: PathBuf,
    /// In kết quả dạng JSON cho máy đọc
    #[arg(long, conflicts_with = "html")]
    pub(crate) json: bool,
    /// Ghi kết quả thành một trang HTML để mở, in hoặc gửi đi
    #[arg(long, value_name = "TỆP")]
    pub(crate) html: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct New {
    /// Thư mục kho sẽ tạo; có rồi thì chỉ thêm archive.toml nếu chưa có
    pub(crate) archive: PathBuf,
    /// Tên kho, ví dụ "Tin xã Tam Sơn"; không ghi thì được hỏi
    #[arg(long, value_name = "TÊN")]
    pub(crate) title: Option<String>,
    /// Cơ quan đưa lên, ví dụ "UBND xã Tam Sơn"
    #[arg(long, value_name = "TÊN")]
    pub(crate) publisher: Option<String>,
    /// Xã, phường của kho, ví dụ "Xã Tam Sơn"
    #[arg(long, value_name = "TÊN")]
    pub(crate) unit: Option<String>,
    /// Tỉnh, thành phố của xã, phường đó
    #[arg(long, value_name = "TÊN")]
    pub(crate) province: Option<String>,
    /// Nơi nhận báo lỗi: thư điện tử hoặc số điện thoại
    #[arg(long, value_name = "ĐỊA_CHỈ")]
    pub(crate) contact: Option<String>,
    /// Địa chỉ sẽ đặt trang, ví dụ `https://tamson.example/tin/`
    #[arg(long, value_name = "ĐỊA_CHỈ")]
    pub(crate) base_url: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    /// Thư mục trang do bien-nien build làm ra
    pub(crate) site: PathBuf,
    /// Cổng; không ghi thì lấy cổng trống đầu tiên từ 8080
    #[arg(long, value_name = "SỐ")]
    pub(crate) port: Option<u16>,
    /// Đường dẫn đặt trang, ví dụ /kho-bai/
    #[arg(long, value_name = "ĐƯỜNG_DẪN", default_value = "/")]
    pub(crate) under: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Watch {
    #[command(flatten)]
    pub(crate) build: Build,
    /// Cổng; không ghi thì lấy cổng trống đầu tiên từ 8080
    #[arg(long, value_name = "SỐ")]
    pub(crate) port: Option<u16>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Inspect {
    /// Thư mục có archive.json, hoặc chính tệp đó
    pub(crate) bundle: PathBuf,
    /// In kết quả dạng JSON cho máy đọc
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// Thư mục trang hoặc kho đóng gói (có archive.json)
    pub(crate) site: PathBuf,
    /// Tệp làm ra, ví dụ kho.zip
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// Chỉ gồm những gì mới so với bản cũ trong thư mục này
    #[arg(long, value_name = "THƯ_MỤC_CŨ")]
    pub(crate) since: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// Tệp do bien-nien export hoặc trình xem xuất ra
    pub(crate) file: PathBuf,
    /// Thư mục đặt kho: mới, trống, hoặc do bien-nien làm ra
    #[arg(short, long)]
    pub(crate) output: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Extract {
    /// Tệp JSONL, mỗi dòng một bài: id, title, text, có thể có known_date; dấu - là đầu vào chuẩn
    #[arg(value_name = "TỆP")]
    pub(crate) articles: PathBuf,
}
