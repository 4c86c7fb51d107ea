//! Vietnamese letters taken apart (base, shape, tone) and put together again.

/// The mark that makes another letter of a base letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// None: a d e i o u y and every consonant.
    #[default]
    Plain,
    /// ă
    Breve,
    /// â ê ô
    Circumflex,
    /// ơ ư
    Horn,
    /// đ
    Stroke,
}

/// The tone, in dictionary order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// ngang
    #[default]
    Level,
    /// huyền
    Grave,
    /// hỏi
    Hook,
    /// ngã
    Tilde,
    /// sắc
    Acute,
    /// nặng
    Dot,
}

/// A lower-case letter: `ệ` is base `e`, shape circumflex, tone dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter {
    /// The letter without marks; for anything but Vietnamese letters the character itself.
    pub base: char,
    /// Its shape.
    pub shape: Shape,
    /// Its tone.
    pub tone: Tone,
}

/// Toned forms of each vowel letter, tones in the order of [`Tone`].
const VOWELS: [(char, Shape, [char; 6]); 12] = [
    ('a', Shape::Plain, ['a', 'à', 'ả', 'ã', 'á', 'ạ']),
    ('a', Shape::Breve, ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ']),
    ('a', Shape::Circumflex, ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ']),
    ('e', Shape::Plain, ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ']),
    ('e', Shape::Circumflex, ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ']),
    ('i', Shape::Plain, ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị']),
    ('o', Shape::Plain, ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ']),
    ('o', Shape::Circumflex, ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ']),
    ('o', Shape::Horn, ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ']),
    ('u', Shape::Plain, ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ']),
    ('u', Shape::Horn, ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự']),
    ('y', Shape::Plain, ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ']),
];

/// The first letter with marks of each block of Unicode that has Vietnamese ones, and how many follow.
const BLOCKS: [(u32, usize); 2] = [(0xc0, 0x1b1 - 0xc0), (0x1ea0, 0x1efa - 0x1ea0)];

/// For each character of the blocks, 1 + its place in [`VOWELS`], read line by line; 0 for others.
/// Searching the list for every letter of every text was a third of the time of a passage.
const PLACES: [u8; BLOCKS[0].1 + BLOCKS[1].1] = {
    let mut places = [0; BLOCKS[0].1 + BLOCKS[1].1];
    let mut at = 0;
    while at < VOWELS.len() * 6 {
        let code = VOWELS[at / 6].2[at % 6] as u32;
        if code >= BLOCKS[1].0 {
            places[BLOCKS[0].1 + (code - BLOCKS[1].0) as usize] = at as u8 + 1;
        } else if code >= BLOCKS[0].0 {
            places[(code - BLOCKS[0].0) as usize] = at as u8 + 1;
        }
        at += 1;
    }
    places
};

/// The place of a letter with marks in [`VOWELS`], read line by line.
fn vowel(c: char) -> Option<usize> {
    let code = c as u32;
    let at = match code.checked_sub(BLOCKS[1].0) {
        Some(at) => BLOCKS[0].1 + at as usize,
        None => code.checked_sub(BLOCKS[0].0).filter(|&at| (at as usize) < BLOCKS[0].1)? as usize,
    };
    usize::from(*PLACES.get(at)?).checked_sub(1)
}

/// All tones, in order.
const TONES: [Tone; 6] =
    [Tone::Level, Tone::Grave, Tone::Hook, Tone::Tilde, Tone::Acute, Tone::Dot];

impl Letter {
    /// A letter without marks.
    pub const fn plain(base: char) -> Self {
        Self { base, shape: Shape::Plain, tone: Tone::Level }
    }

    /// Takes a lower-case character apart. Eth (ð), which old converters wrote for đ, reads as đ.
    pub fn of(c: char) -> Self {
        if c.is_ascii() {
            return Self::plain(c);
        }
        if c == 'đ' || c == 'ð' || c == 'ɖ' {
            return Self { base: 'd', shape: Shape::Stroke, tone: Tone::Level };
        }
        match vowel(c) {
            Some(at) => {
                let (base, shape, _) = VOWELS[at / 6];
                Self { base, shape, tone: TONES[at % 6] }
            }
            None => Self::plain(c),
        }
    }

    /// The letter as one character, in NFC.
    pub fn to_char(self) -> char {
        if self.shape == Shape::Stroke {
            return 'đ';
        }
        VOWELS
            .iter()
            .find(|(base, shape, _)| *base == self.base && *shape == self.shape)
            .map_or(self.base, |(_, _, toned)| toned[self.tone as usize])
    }

    /// Whether it is one of a e i o u y, with any marks.
    pub fn is_vowel(self) -> bool {
        matches!(self.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }

    /// The letter with another shape, when such a letter exists.
    pub fn shaped(self, shape: Shape) -> Option<Self> {
        let exists = match shape {
            Shape::Plain => true,
            Shape::Breve => self.base == 'a',
            Shape::Circumflex => matches!(self.base, 'a' | 'e' | 'o'),
            Shape::Horn => matches!(self.base, 'o' | 'u'),
            Shape::Stroke => self.base == 'd',
        };
        exists.then_some(Self { shape, ..self })
    }
}

/// What a combining mark does to the letter before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Combining {
    Tone(Tone),
    Shape(Shape),
}

/// Reads a combining mark used in Vietnamese.
pub(crate) fn combining(c: char) -> Option<Combining> {
    Some(match c {
        '\u{300}' | '\u{340}' => Combining::Tone(Tone::Grave),
        '\u{301}' | '\u{341}' => Combining::Tone(Tone::Acute),
        '\u{303}' => Combining::Tone(Tone::Tilde),
        '\u{309}' => Combining::Tone(Tone::Hook),
        '\u{323}' => Combining::Tone(Tone::Dot),
        '\u{302}' => Combining::Shape(Shape::Circumflex),
        '\u{306}' => Combining::Shape(Shape::Breve),
        '\u{31b}' => Combining::Shape(Shape::Horn),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_goes_apart_and_together() {
        for (_, _, toned) in VOWELS {
            for c in toned {
                assert_eq!(Letter::of(c).to_char(), c);
                assert!(Letter::of(c).is_vowel());
            }
        }
        for c in "đbcxyz09ß語".chars() {
            assert_eq!(Letter::of(c).to_char(), c);
        }
        assert_eq!(
            Letter::of('ệ'),
            Letter { base: 'e', shape: Shape::Circumflex, tone: Tone::Dot }
        );
        assert_eq!(Letter::of('ð').to_char(), 'đ');
    }

    #[test]
    fn shapes_exist_only_where_the_alphabet_has_them() {
        assert_eq!(Letter::of('á').shaped(Shape::Breve).map(Letter::to_char), Some('ắ'));
        assert_eq!(Letter::of('e').shaped(Shape::Horn), None);
        assert_eq!(Letter::of('d').shaped(Shape::Stroke).map(Letter::to_char), Some('đ'));
    }
}
