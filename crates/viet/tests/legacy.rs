//! Legacy character sets: known text, encoded here, must be guessed and read back.

use proptest::prelude::*;
use viet::legacy::{Charset, decode, decode_text, guess, guess_text};

/// Texts whose every letter each set can write: no capitals with tones, which TCVN3 has not.
const TEXTS: [&str; 4] = [
    "Sáng 09/10/2020, Huyện ủy Sông Lô tổ chức gặp mặt kỷ niệm 90 năm Ngày truyền thống \
     Văn phòng cấp ủy (18/10/1930 - 18/10/2020).",
    "Hội đồng nhân dân phường Đức Giang hoàn thành công tác nhân sự khoá XII, khai mạc kỳ họp thứ nhất, nhiệm kỳ 2021 - 2026; bầu các \
     chức danh chủ chốt theo luật định.",
    "Thuở ấy, bà con nghèo khổ, ruộng nương bỏ hoang; nay đường sá khang trang, mỗi nhà mỗi vườn, \
     trẻ em đều được tới trường.",
    "Quỹ \u{201c}Vì người nghèo\u{201d} đã hỗ trợ sửa chữa, xây mới 12 căn nhà \u{2013} trị giá \
     600 triệu đồng.",
];

/// The bytes that a set reads as `text`, found by asking it; `?` for what it cannot write.
fn encode(text: &str, charset: Charset) -> Vec<u8> {
    text.chars().flat_map(|c| written(c, charset)).collect()
}

fn written(c: char, charset: Charset) -> Vec<u8> {
    if c.is_ascii() {
        return vec![c as u8];
    }
    let meant = c.to_string();
    let one = || (0..=u8::MAX).map(|byte| vec![byte]);
    let two = || (b'A'..=u8::MAX).flat_map(|a| (0x80..=u8::MAX).map(move |b| vec![a, b]));
    let found = |bytes: &Vec<u8>| decode(bytes, charset) == meant;
    // The marks of VNI are Western letters too, but never stand for these.
    let bytes = match charset {
        Charset::VniWindows => two().chain(one()).find(found),
        _ => one().chain(two()).find(found),
    };
    bytes.unwrap_or_else(|| b"?".to_vec())
}

#[test]
fn known_text_is_guessed_and_read() {
    for charset in Charset::ALL {
        for text in TEXTS {
            let bytes = encode(text, charset);
            // VISCII gave all its places to letters.
            let meant = match charset {
                Charset::Viscii => text.replace(['\u{201c}', '\u{201d}', '\u{2013}'], "?"),
                _ => text.to_owned(),
            };
            assert_eq!(decode(&bytes, charset), meant, "{charset:?}");
            assert_eq!(guess(&bytes), Some(charset), "{text}");
        }
    }
}

#[test]
fn letters_taken_for_western_ones_are_read() {
    for charset in [Charset::Tcvn3, Charset::VniWindows] {
        for text in TEXTS {
            let western: String = encode(text, charset).into_iter().map(western).collect();
            assert_eq!(guess_text(&western), Some(charset), "{western}");
            assert_eq!(decode_text(&western, charset), text, "{western}");
        }
    }
    for (found, charset, meant) in [
        (
            "Céng hoµ x· héi chñ nghÜa ViÖt Nam",
            Charset::Tcvn3,
            "Cộng hoà xã hội chủ nghĩa Việt Nam",
        ),
        ("CéNG HOµ X· HéI", Charset::Tcvn3, "CỘNG HOÀ XÃ HỘI"),
        (
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
            Charset::VniWindows,
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
        ),
        ("UÛy ban nhaân daân – ÑAÛNG UÛY", Charset::VniWindows, "Ủy ban nhân dân – ĐẢNG ỦY"),
    ] {
        assert_eq!(decode_text(found, charset), meant);
    }
}

/// Windows 1252, as far as these texts go.
fn western(byte: u8) -> char {
    match byte {
        0x93 => '\u{201c}',
        0x94 => '\u{201d}',
        0x96 => '\u{2013}',
        _ => char::from(byte),
    }
}

#[test]
fn what_is_no_such_text_is_left_alone() {
    for text in TEXTS {
        assert_eq!(guess_text(text), None, "{text}");
    }
    for text in [
        "Le préfet a été reçu à l'hôtel de ville où il a salué les élèves du collège Condé.",
        "Der Bürgermeister eröffnete die Straße für Fußgänger und grüßte die Gäste persönlich.",
        "plain words, none with marks",
        "Theo báo \nTheo báo \nThứ ba,\u{a0} 18/01/2022\n\u{a0}\n",
        "",
    ] {
        assert_eq!(guess_text(text), None, "{text}");
        if !text.chars().all(|c| u32::from(c) <= 0xff) {
            continue;
        }
        let bytes: Vec<u8> = text.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
        assert_eq!(guess(&bytes), None, "{text}");
    }
    assert_eq!(guess(&[0xff, 0xd8, 0xff, 0xe0, 0, 0x10, b'J', b'F', b'I', b'F']), None);
}

#[test]
fn every_code_names_its_set() {
    for charset in Charset::ALL {
        assert_eq!(Charset::of_code(charset.code()), Some(charset));
    }
    assert_eq!(Charset::of_code("utf-8"), None);
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = guess(&bytes);
        for charset in Charset::ALL {
            let text = decode(&bytes, charset);
            prop_assert!(bytes.is_empty() || !text.is_empty());
            let _ = guess_text(&text);
        }
    }
}
