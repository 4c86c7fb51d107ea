//! What `new` asks, and what the archive.toml it writes says of its settings.

use std::fmt;

use bindery::messages::Lang;
use model::unit::UnitKind;

/// A question, and how an answer may look.
pub(crate) struct Question {
    text: &'static str,
    example: &'static str,
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}):", self.text, self.example)
    }
}

/// The words of a language.
pub(crate) struct Words {
    pub(crate) title: Question,
    pub(crate) publisher: Question,
    pub(crate) unit: Question,
    pub(crate) province: Question,
    pub(crate) contact: Question,
    pub(crate) base_url: Question,
    pub(crate) head: &'static str,
    pub(crate) about_title: &'static str,
    pub(crate) at_top: &'static str,
    pub(crate) about_publisher: &'static str,
    pub(crate) example_publisher: &'static str,
    pub(crate) about_description: &'static str,
    pub(crate) example_description: &'static str,
    pub(crate) about_base_url: &'static str,
    pub(crate) about_contact: &'static str,
    pub(crate) about_units: &'static str,
    pub(crate) example_unit: &'static str,
    pub(crate) rest: &'static str,
}

impl Words {
    /// A kind of unit, as archive.toml calls it.
    pub(crate) fn kind(&self, kind: UnitKind) -> &'static str {
        match kind {
            UnitKind::Province => "tỉnh",
            UnitKind::City => "thành phố",
            UnitKind::UrbanDistrict => "quận",
            UnitKind::RuralDistrict => "huyện",
            UnitKind::Town => "thị xã",
            UnitKind::Ward => "phường",
            UnitKind::Commune => "xã",
            UnitKind::Township => "thị trấn",
            UnitKind::SpecialZone => "đặc khu",
            UnitKind::Body => "cơ quan",
        }
    }
}

/// The words of a language.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

const VI: Words = Words {
    title: Question { text: "Tên kho", example: "ví dụ Tin xã Tam Sơn" },
    publisher: Question {
        text: "Cơ quan đưa lên",
        example: "ví dụ UBND xã Tam Sơn; để trống nếu chưa rõ",
    },
    unit: Question {
        text: "Xã, phường của kho",
        example: "ví dụ Xã Tam Sơn; để trống nếu nhiều nơi",
    },
    province: Question {
        text: "Tỉnh, thành phố",
        example: "ví dụ Phú Thọ; để trống nếu không cần",
    },
    contact: Question {
        text: "Nơi nhận báo lỗi",
        example: "thư điện tử hoặc số điện thoại; có thể để trống",
    },
    base_url: Question {
        text: "Địa chỉ sẽ đặt trang", example: "https://…; có thể để trống"
    },
    head: "Thiết lập của kho bài. Dòng bắt đầu bằng # là lời giải thích, không có tác dụng; bỏ dấu # để dùng.",
    about_title: "Đặt các tệp bài vào thư mục articles/, rồi chạy: bien-nien check .",
    at_top: "Tên kho, hiện ở đầu mọi trang.",
    about_publisher: "Cơ quan đưa lên.",
    example_publisher: "UBND xã Tam Sơn",
    about_description: "Một câu về kho, hiện ở trang giới thiệu và khi chia sẻ.",
    example_description: "Tin bài của xã từ năm 2010.",
    about_base_url: "Địa chỉ đặt trang: cần có để máy tìm kiếm và Zalo, Facebook hiện đúng liên kết.",
    about_contact: "Người đọc báo lỗi về đâu.",
    about_units: "Đơn vị của kho. Tên cũ, nơi sáp nhập được lấy thêm từ danh mục chính thức (gazetteer = false để không lấy).",
    example_unit: "#\n# [[units]]\n# id = \"xa-tam-son\"\n# kind = \"xã\"\n# name = \"Xã Tam Sơn\"\n",
    rest: "\n# Màu và logo của cơ quan. Khi đóng gói, mỗi màu được thử trên nền của trang, sáng, và tối với tên có _dark:\n\
           # chữ phải tương phản ít nhất 4,5 với 1. Màu khó đọc được báo kèm dòng, và trang giữ màu sẵn có. Còn có link,\n\
           # anniversary, cũng thêm _dark được. Logo là tệp .svg, .png hay .webp đặt cạnh tệp này.\n\
           # [theme]\n# accent = \"#00529b\"\n# accent_dark = \"#9fc8ff\"\n# logo = \"logo.svg\"\n\
           \n# Trang của người có chức danh: index = false để không làm; removed là những tên không bao giờ hiện.\n\
           # [people]\n# index = true\n# removed = []\n\
           \n# Bài có địa chỉ bắt đầu như sau là của trang này.\n\
           # [[sources]]\n# name = \"Cổng thông tin huyện\"\n# url = \"https://huyen.example/\"\n\
           \n# Điều ghi ở đây thay cho điều máy đọc được từ tệp, và còn mãi khi nạp lại tệp đó.\n\
           # [articles.\"tin-1.txt\"]\n# title = \"Tên đúng của bài\"\n# published = 2020-10-12\n\
           # note = \"Theo sổ công văn đi của văn phòng.\"\n",
};

const EN: Words = Words {
    title: Question { text: "Title of the archive", example: "such as Tin xã Tam Sơn" },
    publisher: Question {
        text: "Published by",
        example: "such as UBND xã Tam Sơn; may be left empty",
    },
    unit: Question {
        text: "Commune or ward",
        example: "such as Xã Tam Sơn; empty if there are several",
    },
    province: Question {
        text: "Province or city", example: "such as Phú Thọ; may be left empty"
    },
    contact: Question {
        text: "Where errors are reported to",
        example: "mail or telephone; may be left empty",
    },
    base_url: Question {
        text: "Address of the site to be",
        example: "https://…; may be left empty",
    },
    head: "Settings of the archive. A line that begins with # explains and does nothing; take the # away to use it.",
    about_title: "Put article files into articles/, then run: bien-nien check .",
    at_top: "The archive's title, at the head of every page.",
    about_publisher: "Who publishes it.",
    example_publisher: "UBND xã Tam Sơn",
    about_description: "A sentence about it, for the about page and when it is shared.",
    example_description: "Tin bài của xã từ năm 2010.",
    about_base_url: "Where the site will be: needed for search engines, and for links that preview.",
    about_contact: "Where readers report errors to.",
    about_units: "The archive's units. Former names and mergers come from the official lists (gazetteer = false: they do not).",
    example_unit: "#\n# [[units]]\n# id = \"xa-tam-son\"\n# kind = \"xã\"\n# name = \"Xã Tam Sơn\"\n",
    rest: "\n# The publisher's colours and logo. Each colour is tried when the archive is packed, on the page's light paper,\n\
           # with _dark on its dark one: text needs a contrast of 4.5 to 1. One that is hard to read is told with its\n\
           # line, and the page keeps its own. There are link and anniversary too, and both with _dark. The logo is an\n\
           # .svg, .png or .webp file beside this one.\n\
           # [theme]\n# accent = \"#00529b\"\n# accent_dark = \"#9fc8ff\"\n# logo = \"logo.svg\"\n\
           \n# Pages of officials: index = false for none; removed are names never to be listed.\n\
           # [people]\n# index = true\n# removed = []\n\
           \n# Articles whose address begins so are of this site.\n\
           # [[sources]]\n# name = \"Cổng thông tin huyện\"\n# url = \"https://huyen.example/\"\n\
           \n# What is stated here outranks what is read from the file, and stays when the file is read again.\n\
           # [articles.\"tin-1.txt\"]\n# title = \"Tên đúng của bài\"\n# published = 2020-10-12\n\
           # note = \"Theo sổ công văn đi của văn phòng.\"\n",
};
