//! What the settings page says.

use crate::hooks::{Language, Lines, TextSize, Theme};
use crate::i18n::dates::{decimal, join};

/// What the settings page says.
pub struct Settings {
    /// The page's title.
    pub title: &'static str,
    /// Legend.
    pub theme: &'static str,
    /// A choice.
    pub theme_name: fn(Theme) -> &'static str,
    /// Legend.
    pub size: &'static str,
    /// A choice.
    pub size_name: fn(TextSize) -> String,
    /// Switch: more contrast.
    pub contrast: &'static str,
    /// Legend.
    pub lines: &'static str,
    /// A choice.
    pub lines_name: fn(Lines) -> &'static str,
    /// Above the sample.
    pub sample_head: &'static str,
    /// Button: all as designed.
    pub reset: &'static str,
    /// Nothing differs from the design.
    pub as_designed: &'static str,
    /// Vietnamese text to judge size, spacing and contrast by.
    pub sample: &'static str,
    /// Legend.
    pub language: &'static str,
    /// Articles stay in their language.
    pub language_help: &'static str,
    /// Legend.
    pub recent: &'static str,
    /// Switch: keep the latest searches on this device.
    pub recent_keep: &'static str,
    /// Button: forget them, with how many there are.
    pub recent_clear: fn(usize) -> String,
    /// There are none.
    pub recent_none: &'static str,
    /// Where settings are kept.
    pub kept: &'static str,
}

/// A language by its own name, in every language.
pub fn language_name(language: Language) -> &'static str {
    match language {
        Language::Vi => "Tiếng Việt",
        Language::En => "English",
    }
}

/// Stacked marks, capitals and figures; articles are in Vietnamese in every language of the viewer.
const SAMPLE: &str = "Ông Nguyễn Ngữ Ưởng, nguyên Bí thư Đảng ủy xã Đồng Quế, kể lại buổi lễ sáng 15/10/1930: \
                      “Ẩm ướt mà vẫn đông nghịt người, từ cụ già đến em nhỏ, ai cũng phấn khởi.”";

/// Tiếng Việt.
pub const VI: Settings = Settings {
    title: "Cài đặt",
    theme: "Giao diện",
    theme_name: |theme| match theme {
        Theme::Auto => "Theo thiết bị",
        Theme::Light => "Sáng",
        Theme::Dark => "Tối",
    },
    size: "Cỡ chữ",
    size_name: |size| join(&[&decimal(size.percent()), " %"]),
    contrast: "Tương phản cao: chữ đen trắng, viền rõ",
    lines: "Giãn dòng",
    lines_name: |lines| match lines {
        Lines::Normal => "Thường",
        Lines::Wide => "Rộng",
        Lines::Widest => "Rất rộng",
    },
    sample_head: "Bài viết sẽ hiện như thế này:",
    reset: "Trở về mặc định",
    as_designed: "Đang dùng cỡ chữ, giãn dòng và giao diện mặc định.",
    sample: SAMPLE,
    language: "Ngôn ngữ của trình xem",
    language_help: "Bài viết luôn giữ nguyên ngôn ngữ gốc.",
    recent: "Tìm gần đây",
    recent_keep: "Ghi nhớ những lần tìm gần đây trên thiết bị này",
    recent_clear: |count| join(&["Xóa ", &count.to_string(), " lần tìm đã ghi nhớ"]),
    recent_none: "Chưa ghi nhớ lần tìm nào.",
    kept: "Các lựa chọn chỉ lưu trên thiết bị này, không gửi đi đâu.",
};

/// English.
pub const EN: Settings = Settings {
    title: "Settings",
    theme: "Theme",
    theme_name: |theme| match theme {
        Theme::Auto => "Like the device",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    },
    size: "Text size",
    size_name: |size| join(&[&decimal(size.percent()), " %"]),
    contrast: "High contrast: black and white, drawn edges",
    lines: "Line spacing",
    lines_name: |lines| match lines {
        Lines::Normal => "Normal",
        Lines::Wide => "Wide",
        Lines::Widest => "Very wide",
    },
    sample_head: "Articles will look like this:",
    reset: "Back to the defaults",
    as_designed: "Text size, line spacing and theme are the defaults.",
    sample: SAMPLE,
    language: "The viewer’s language",
    language_help: "Articles stay in their own language.",
    recent: "Recent searches",
    recent_keep: "Remember recent searches on this device",
    recent_clear: |count| match count {
        1 => "Forget the one that is remembered".to_owned(),
        _ => join(&["Forget the ", &count.to_string(), " that are remembered"]),
    },
    recent_none: "None is remembered.",
    kept: "Your choices are kept on this device only and sent nowhere.",
};
