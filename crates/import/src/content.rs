//! What a file really is, by its first bytes, where that is plainly not what its name says.

use std::fmt;

use crate::format::Format;

/// A kind of content that gives itself away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A web page.
    Html,
    /// Rich Text Format.
    Rtf,
    /// PDF.
    Pdf,
    /// Word 2007 and later.
    Docx,
    /// Word, Excel or PowerPoint before 2007.
    OldOffice,
    /// A zip that is no Word file.
    Zip,
    /// RAR or 7-Zip.
    OtherArchive,
    /// A picture.
    Picture,
    /// Sound or film.
    Media,
    /// A program.
    Program,
}

impl Content {
    /// What those who know it call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "HTML (.html)",
            Self::Rtf => "RTF (.rtf)",
            Self::Pdf => "PDF (.pdf)",
            Self::Docx => "Word (.docx)",
            Self::OldOffice => "Office 97–2003 (.doc, .xls, .ppt)",
            Self::Zip => "ZIP (.zip)",
            Self::OtherArchive => "RAR, 7-Zip (.rar, .7z)",
            Self::Picture => "PNG, JPEG, GIF, WebP",
            Self::Media => "MP3, MP4, AVI",
            Self::Program => "EXE",
        }
    }

    /// What bytes are, when their beginning says so.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        const MAGIC: [(&[u8], Content); 16] = [
            (b"%PDF-", Content::Pdf),
            (b"{\\rtf", Content::Rtf),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Content::OldOffice),
            (b"Rar!\x1A\x07", Content::OtherArchive),
            (b"7z\xBC\xAF\x27\x1C", Content::OtherArchive),
            (b"\x89PNG\r\n\x1A\n", Content::Picture),
            (b"\xFF\xD8\xFF", Content::Picture),
            (b"GIF87a", Content::Picture),
            (b"GIF89a", Content::Picture),
            (b"BM\0\0", Content::Picture),
            (b"ID3", Content::Media),
            (b"\0\0\0\x18ftyp", Content::Media),
            (b"\0\0\0\x1Cftyp", Content::Media),
            (b"\0\0\0\x20ftyp", Content::Media),
            (b"MZ\x90\0", Content::Program),
            (b"\x7FELF", Content::Program),
        ];
        if let Some((_, kind)) = MAGIC.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Some(*kind);
        }
        if bytes.starts_with(b"RIFF") {
            return match bytes.get(8..12) {
                Some(b"WEBP") => Some(Self::Picture),
                Some(b"WAVE" | b"AVI ") => Some(Self::Media),
                _ => None,
            };
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            const BODY: &[u8] = b"word/document.xml";
            let is_word = bytes.windows(BODY.len()).any(|some| some == BODY);
            return Some(if is_word { Self::Docx } else { Self::Zip });
        }
        is_page(bytes).then_some(Self::Html)
    }

    /// What the bytes are instead of what the name says. A damaged or old Word file is told by the
    /// reader of Word files, which knows more of it.
    pub(crate) fn instead_of(format: Format, bytes: &[u8]) -> Option<Self> {
        Self::of(bytes).filter(|found| match format {
            Format::Html => *found != Self::Html,
            // Markdown is text with HTML in it.
            Format::Markdown => *found != Self::Html,
            Format::Docx => !matches!(found, Self::Docx | Self::Zip | Self::OldOffice),
            Format::Text | Format::Table | Format::Json | Format::Feed => true,
        })
    }
}

/// Whether a text opens as a web page does.
fn is_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head = bytes.trim_ascii_start();
    let opens = |start: &[u8]| {
        head.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
    };
    opens(b"<!doctype html") || opens(b"<html")
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_gives_itself_away() {
        for (bytes, kind) in [
            (&b"%PDF-1.4 x"[..], Some(Content::Pdf)),
            (b"\xEF\xBB\xBF\r\n <!DOCTYPE html><p>", Some(Content::Html)),
            (b"<HTML xmlns=\"x\">", Some(Content::Html)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(Content::Picture)),
            (b"PK\x03\x04...word/document.xml", Some(Content::Docx)),
            (b"PK\x03\x04...", Some(Content::Zip)),
            ("<p>Một đoạn".as_bytes(), None),
            ("BMT họp".as_bytes(), None),
            (b"", None),
        ] {
            assert_eq!(Content::of(bytes), kind);
        }
    }

    #[test]
    fn only_what_its_name_does_not_say_counts() {
        let page = b"<!doctype html>";
        assert_eq!(Content::instead_of(Format::Html, page), None);
        assert_eq!(Content::instead_of(Format::Text, page), Some(Content::Html));
        assert_eq!(Content::instead_of(Format::Docx, b"PK\x03\x04"), None);
        assert_eq!(Content::instead_of(Format::Docx, b"{\\rtf1"), Some(Content::Rtf));
        assert_eq!(Content::instead_of(Format::Html, b"\xFF\xD8\xFF\xE0"), Some(Content::Picture));
    }
}
