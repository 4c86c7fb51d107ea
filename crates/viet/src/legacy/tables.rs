//! The character sets' tables: the upper 128 bytes of each.
//!
//! VISCII: RFC 1456. TCVN3: TCVN 5712:1993, part VN3. Windows 1252 and 1258: Microsoft's best-fit
//! tables. U+FFFD where a set leaves a byte open.

/// 0x80 to 0xFF. The letters of VISCII among the control characters are in [`viscii`].
const VISCII: &str = "\
    ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ\
    Õắằặấầẩậẽẹếềểễệốồổỗ\u{1ee0}Ơộờởị\u{1ef0}ỨỪỬơớƯ\
    ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư\
    àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

/// 0xA1 to 0xFE; what is none of VN3's 74 letters is a full stop in the middle.
const TCVN3: &str = "\
    ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽ\
    éẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ";

/// Marks an open place in [`TCVN3`].
const OPEN: char = '·';

/// 0x80 to 0x9F of Windows 1252.
const WESTERN: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";

/// Where Windows 1258 differs from 1252.
const VIETNAMESE_WINDOWS: [(u8, char); 17] = [
    (0x8a, '\u{fffd}'),
    (0x8e, '\u{fffd}'),
    (0x9a, '\u{fffd}'),
    (0x9e, '\u{fffd}'),
    (0xc3, 'Ă'),
    (0xcc, '\u{300}'),
    (0xd0, 'Đ'),
    (0xd2, '\u{309}'),
    (0xd5, 'Ơ'),
    (0xdd, 'Ư'),
    (0xde, '\u{303}'),
    (0xe3, 'ă'),
    (0xec, '\u{301}'),
    (0xf0, 'đ'),
    (0xf2, '\u{323}'),
    (0xf5, 'ơ'),
    (0xfd, 'ư'),
];

/// Bytes read one by one.
pub(super) fn letters(bytes: &[u8], letter: fn(u8) -> char) -> String {
    bytes.iter().map(|&byte| letter(byte)).collect()
}

/// A byte of VISCII.
pub(super) fn viscii(byte: u8) -> char {
    match byte {
        0x02 => 'Ẳ',
        0x05 => 'Ẵ',
        0x06 => 'Ẫ',
        0x14 => 'Ỷ',
        0x19 => 'Ỹ',
        0x1e => 'Ỵ',
        0x80.. => nth(VISCII, byte - 0x80),
        _ => char::from(byte),
    }
}

/// A byte of TCVN3; outside its letters, of Windows 1252.
pub(super) fn tcvn3(byte: u8) -> char {
    match byte {
        0xa1..=0xfe => match nth(TCVN3, byte - 0xa1) {
            OPEN => windows_1252(byte),
            letter => letter,
        },
        _ => windows_1252(byte),
    }
}

/// A byte of Windows 1258.
pub(super) fn windows_1258(byte: u8) -> char {
    let own = VIETNAMESE_WINDOWS.iter().find(|(at, _)| *at == byte);
    match (own, byte) {
        (Some((_, c)), _) => *c,
        (None, 0xfe) => '₫',
        _ => windows_1252(byte),
    }
}

/// A byte of Windows 1252.
pub(super) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => nth(WESTERN, byte - 0x80),
        _ => char::from(byte),
    }
}

/// The byte that a Western European letter was; for a control character of Latin-1 that byte. A
/// no-break space is one in whatever came of the text since.
pub(super) fn western_byte(c: char) -> Option<u8> {
    if c == '\u{a0}' {
        return None;
    }
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let at = WESTERN.chars().position(|western| western == c && c != '\u{fffd}')?;
    u8::try_from(0x80 + at).ok()
}

fn nth(table: &str, at: u8) -> char {
    table.chars().nth(usize::from(at)).unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        assert_eq!(VISCII.chars().count(), 128);
        assert_eq!(TCVN3.chars().count(), 0xfe - 0xa1 + 1);
        assert_eq!(TCVN3.chars().filter(|&c| c != OPEN).count(), 74);
        assert_eq!(WESTERN.chars().count(), 32);
    }

    #[test]
    fn western_letters_go_back_to_their_bytes() {
        for byte in 0..=u8::MAX {
            let c = windows_1252(byte);
            let kept = matches!(c, '\u{fffd}' | '\u{a0}');
            assert!(kept || western_byte(c) == Some(byte), "{byte:#x}");
        }
        assert_eq!(western_byte('\u{fffd}'), None);
        assert_eq!(western_byte('ệ'), None);
    }
}
