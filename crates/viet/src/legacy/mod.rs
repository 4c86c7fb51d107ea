//! Text from before Unicode: the character sets that Vietnamese offices wrote in until about 2005.
//!
//! | character set | where from |
//! |---|---|
//! | [`Charset::Tcvn3`] | TCVN 5712:1993 VN3, the fonts .VnTime, .VnArial (ABC); state offices of the north |
//! | [`Charset::VniWindows`] | VNI-Windows, the fonts VNI-Times, VNI-Helve; the south |
//! | [`Charset::Viscii`] | VISCII 1.1, RFC 1456; mailing lists, overseas |
//! | [`Charset::Cp1258`] | Windows code page 1258, by Microsoft's table; "ANSI" of a Vietnamese Windows |
//!
//! None of them says which it is. [`guess`] reads the bytes in each way and takes the one in which
//! they are Vietnamese, or none: a wrong reading is worse than a question to the clerk.
//!
//! Such text also comes inside UTF-8: programs that knew the font but not its character set took
//! each byte for a Western European letter (`Céng hoµ x· héi`). [`guess_text`] and [`decode_text`]
//! read that.
//!
//! ```
//! use viet::legacy::{Charset, decode, guess};
//!
//! let bytes = b"\xA7\xB6ng \xF1y huy\xD6n S\xABng L\xAB h\xE4p b\xB5n c\xABng t\xB8c";
//! assert_eq!(guess(bytes), Some(Charset::Tcvn3));
//! assert_eq!(decode(bytes, Charset::Tcvn3), "Đảng ủy huyện Sông Lô họp bàn công tác");
//! ```

mod capitals;
mod guess;
mod tables;
mod vni;

pub use guess::{guess, guess_text};

use crate::normal::nfc;

/// A character set from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Charset {
    /// TCVN 5712:1993 VN3: one byte a letter, no capitals with tones.
    Tcvn3,
    /// VNI-Windows: a letter, then a byte for its marks.
    VniWindows,
    /// VISCII 1.1: one byte a letter, six of them control characters.
    Viscii,
    /// Windows code page 1258: shapes in one byte, tones combining.
    Cp1258,
}

impl Charset {
    /// All, the likelier first.
    pub const ALL: [Self; 4] = [Self::Tcvn3, Self::VniWindows, Self::Viscii, Self::Cp1258];

    /// Its name as clerks know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::VniWindows => "VNI-Windows",
            Self::Viscii => "VISCII",
            Self::Cp1258 => "Windows-1258",
        }
    }

    /// Its name in settings and for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Tcvn3 => "tcvn3",
            Self::VniWindows => "vni-windows",
            Self::Viscii => "viscii",
            Self::Cp1258 => "windows-1258",
        }
    }

    /// The character set of a [`code`](Self::code).
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|charset| charset.code() == code)
    }
}

/// The text of bytes in a character set, composed (NFC). A byte that the set leaves open becomes
/// U+FFFD; nothing else is lost.
pub fn decode(bytes: &[u8], charset: Charset) -> String {
    match charset {
        Charset::Tcvn3 => {
            // The marks of TCVN3's neighbours VN1 and VN2 do not occur; what is no letter is
            // punctuation of the fonts' makers, which is Windows'.
            capitals::restore(&tables::letters(bytes, tables::tcvn3))
        }
        Charset::VniWindows => vni::compose(bytes.iter().map(|&byte| tables::windows_1252(byte))),
        Charset::Viscii => tables::letters(bytes, tables::viscii),
        Charset::Cp1258 => nfc(&tables::letters(bytes, tables::windows_1258)),
    }
}

/// The text that `text` was before its bytes were taken for Western European letters (Windows code
/// page 1252, or Latin-1). Characters that no byte stands for stay as they are.
pub fn decode_text(text: &str, charset: Charset) -> String {
    let mut out = String::with_capacity(text.len());
    let mut bytes = Vec::new();
    for c in text.chars() {
        if let Some(byte) = tables::western_byte(c) {
            bytes.push(byte);
        } else {
            out.push_str(&decode(&bytes, charset));
            bytes.clear();
            out.push(c);
        }
    }
    out.push_str(&decode(&bytes, charset));
    out
}
