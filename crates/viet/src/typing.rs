//! An input method: what Telex or VNI makes of keys as they are pressed, for a keyboard drawn on the
//! screen, where the device's own is not to be used.
//!
//! A word is composed letter by letter. A key that marks something already there changes it, wherever
//! in the word it stands (`dduongwf` as `dduwowngf`); pressed again it takes the mark back and writes
//! itself, and from then on every key of the word does (`aaa` is aa, `ww` is w).

use crate::letter::{Letter, Shape, Tone};
use crate::normal::{lowercase, nucleus_start, tone_place, uppercase};
use crate::syllable::begins_rime;

/// How marks are typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// By letters: `uyr ban`.
    #[default]
    Telex,
    /// By digits: `uy3 ban`.
    Vni,
    /// Not at all: every key writes itself.
    Plain,
}

/// Where the tone of oa, oe and uy stands at the end of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Placement {
    /// hòa, khỏe, ủy.
    #[default]
    Old,
    /// hoà, khoẻ, uỷ.
    New,
}

/// A word that is being typed.
///
/// ```
/// use viet::typing::{Method, Placement, Word};
/// let mut word = Word::new(Method::Telex, Placement::Old);
/// "Dduowngf".chars().for_each(|key| word.press(key));
/// assert_eq!(word.text(), "Đường");
/// word.erase();
/// assert_eq!(word.text(), "Đườn");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    method: Method,
    placement: Placement,
    /// Without tones.
    letters: Vec<Typed>,
    tone: Tone,
    /// A mark was taken back: keys write themselves until the word ends.
    is_literal: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Typed {
    letter: Letter,
    is_capital: bool,
    /// An ư that a w alone has made.
    is_from_w: bool,
}

impl Typed {
    fn of(key: char) -> Self {
        let lower = lowercase(key);
        Self { letter: Letter::of(lower), is_capital: lower != key, is_from_w: false }
    }

    fn is_plain(self, base: char) -> bool {
        self.letter == Letter::plain(base)
    }
}

impl Word {
    /// A word of which nothing has been typed.
    pub fn new(method: Method, placement: Placement) -> Self {
        let (letters, tone) = (Vec::new(), Tone::Level);
        Self { method, placement, letters, tone, is_literal: false }
    }

    /// Goes on with a word that stands there already. One with two tones is left alone: keys are
    /// added to it.
    pub fn resume(method: Method, placement: Placement, word: &str) -> Self {
        let mut resumed = Self::new(method, placement);
        resumed.letters = word.chars().map(Typed::of).collect();
        let mut tones = resumed.letters.iter().map(|typed| typed.letter.tone);
        let mut tones = tones.by_ref().filter(|&tone| tone != Tone::Level);
        let (tone, another) = (tones.next().unwrap_or_default(), tones.next());
        if another.is_some() {
            resumed.is_literal = true;
        } else {
            resumed.tone = tone;
            for typed in &mut resumed.letters {
                typed.letter.tone = Tone::Level;
            }
        }
        resumed
    }

    /// Whether a key can belong to a word: letters, and the digits of VNI inside one.
    pub fn takes(&self, key: char) -> bool {
        key.is_alphabetic()
            || (self.method == Method::Vni && key.is_ascii_digit() && !self.letters.is_empty())
    }

    /// A key is pressed.
    pub fn press(&mut self, key: char) {
        let lower = lowercase(key);
        let is_mark = !self.is_literal
            && match self.method {
                Method::Telex => self.press_telex(lower, key),
                Method::Vni => self.press_vni(lower, key),
                Method::Plain => false,
            };
        if !is_mark {
            self.letters.push(Typed::of(key));
            self.close_horn();
        }
    }

    /// Takes the last letter away; tells whether there was one.
    pub fn erase(&mut self) -> bool {
        let was_there = self.letters.pop().is_some();
        if !self.letters.iter().any(|typed| typed.letter.is_vowel()) {
            self.tone = Tone::Level;
        }
        self.is_literal &= !self.letters.is_empty();
        was_there
    }

    /// Whether nothing stands there.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The word as it stands.
    pub fn text(&self) -> String {
        let mut letters = self.plain();
        if self.method != Method::Plain && !self.is_literal {
            open_horn(&mut letters);
        }
        if self.tone != Tone::Level
            && let Some(at) = self.toned(&letters)
        {
            letters[at].tone = self.tone;
        }
        let chars = letters.iter().zip(&self.letters).map(|(letter, typed)| {
            let small = letter.to_char();
            if typed.is_capital { uppercase(small) } else { small }
        });
        chars.collect()
    }

    fn plain(&self) -> Vec<Letter> {
        self.letters.iter().map(|typed| typed.letter).collect()
    }

    /// Which letter the tone stands on.
    fn toned(&self, letters: &[Letter]) -> Option<usize> {
        let Some(at) = tone_place(letters) else {
            return letters.iter().rposition(|letter| letter.is_vowel());
        };
        let pair = letters.get(at).zip(letters.get(at + 1)).map(|(a, b)| (a.base, b.base));
        let moves = self.placement == Placement::New
            && at + 2 == letters.len()
            && letters[at..].iter().all(|letter| letter.shape == Shape::Plain)
            && matches!(pair, Some(('o', 'a' | 'e') | ('u', 'y')));
        Some(at + usize::from(moves))
    }

    /// The key writes itself, and every one after it.
    fn take_back(&mut self, key: char) {
        self.letters.push(Typed::of(key));
        self.is_literal = true;
    }

    fn press_telex(&mut self, lower: char, key: char) -> bool {
        match lower {
            's' => self.press_tone(Tone::Acute, key),
            'f' => self.press_tone(Tone::Grave, key),
            'r' => self.press_tone(Tone::Hook, key),
            'x' => self.press_tone(Tone::Tilde, key),
            'j' => self.press_tone(Tone::Dot, key),
            'z' => self.press_level(),
            'd' => self.press_stroke(key),
            'a' | 'e' | 'o' => self.press_shape(&[lower], Shape::Circumflex, key),
            'w' => {
                self.press_horn(key)
                    || self.press_shape(&['a'], Shape::Breve, key)
                    || self.press_w(key)
            }
            _ => false,
        }
    }

    fn press_vni(&mut self, lower: char, key: char) -> bool {
        match lower {
            '1' => self.press_tone(Tone::Acute, key),
            '2' => self.press_tone(Tone::Grave, key),
            '3' => self.press_tone(Tone::Hook, key),
            '4' => self.press_tone(Tone::Tilde, key),
            '5' => self.press_tone(Tone::Dot, key),
            '0' => self.press_level(),
            '6' => self.press_shape(&['a', 'e', 'o'], Shape::Circumflex, key),
            '7' => self.press_horn(key),
            '8' => self.press_shape(&['a'], Shape::Breve, key),
            '9' => self.press_stroke(key),
            _ => false,
        }
    }

    /// A word takes a tone when it has vowels in one place, and an end that Vietnamese has: `thanks`
    /// and `covid` stay what they are.
    fn press_tone(&mut self, tone: Tone, key: char) -> bool {
        let letters = self.plain();
        let Some(start) = nucleus_start(&letters) else { return false };
        let tail = letters[start..].iter().skip_while(|letter| letter.is_vowel());
        let tail: String = tail.map(|letter| letter.to_char()).collect();
        let ends = tail.len() <= 1 || ["ch", "ng", "nh"].contains(&tail.as_str());
        let is_stopped = ["c", "ch", "k", "p", "t"].contains(&tail.as_str());
        if !ends || (is_stopped && !matches!(tone, Tone::Acute | Tone::Dot)) {
            return false;
        }
        if self.tone == tone {
            self.tone = Tone::Level;
            self.take_back(key);
        } else {
            self.tone = tone;
        }
        true
    }

    /// Takes a tone away; where there is none the key is a letter like any other.
    fn press_level(&mut self) -> bool {
        std::mem::take(&mut self.tone) != Tone::Level
    }

    /// đ at the head of a word, or of a d typed last: HĐND.
    fn press_stroke(&mut self, key: char) -> bool {
        let is_d = |typed: &Typed| typed.letter.base == 'd';
        let last = self.letters.len().checked_sub(1).filter(|&at| is_d(&self.letters[at]));
        let first = self.letters.first().filter(|typed| is_d(typed)).map(|_| 0);
        let Some(at) = last.or(first) else { return false };
        let letter = &mut self.letters[at].letter;
        if letter.shape == Shape::Stroke {
            letter.shape = Shape::Plain;
            self.take_back(key);
        } else {
            letter.shape = Shape::Stroke;
        }
        true
    }

    /// Shapes the last vowel among `bases`, where a rime begins so.
    fn press_shape(&mut self, bases: &[char], shape: Shape, key: char) -> bool {
        let found = self.letters.iter().rposition(|typed| bases.contains(&typed.letter.base));
        let Some(at) = found.filter(|&at| self.is_in_nucleus(at)) else { return false };
        if self.letters[at].letter.shape == shape {
            self.letters[at].letter.shape = Shape::Plain;
            self.take_back(key);
            return true;
        }
        let before = self.letters.clone();
        self.letters[at].letter.shape = shape;
        // ươ with another mark on its o is uô.
        if let Some(u) = at.checked_sub(1)
            && self.letters[u].letter == (Letter { shape: Shape::Horn, ..Letter::plain('u') })
        {
            self.letters[u].letter.shape = Shape::Plain;
        }
        self.keep_if_sound(before)
    }

    /// Whether a letter is one of the first vowels: a second syllable takes no marks.
    fn is_in_nucleus(&self, at: usize) -> bool {
        let letters = self.plain();
        let start = nucleus_start(&letters).unwrap_or_default();
        letters.get(start..=at).is_some_and(|run| run.iter().all(|letter| letter.is_vowel()))
    }

    /// The horn of ươ is typed once for both letters.
    fn press_horn(&mut self, key: char) -> bool {
        let letters = self.plain();
        let Some(start) = nucleus_start(&letters) else { return false };
        let len = letters[start..].iter().take_while(|letter| letter.is_vowel()).count();
        let base = |at: usize| letters[start..start + len].get(at).map(|letter| letter.base);
        let horned: &[usize] = match (base(0), base(1), base(2)) {
            (Some('u'), Some('o'), _) => &[0, 1],
            (Some('u' | 'o'), ..) => &[0],
            // quờ, quở: the u is the onset's.
            _ => return false,
        };
        let is_horned = |&at: &usize| letters[start + at].shape == Shape::Horn;
        if horned.iter().all(is_horned) {
            for at in horned {
                self.letters[start + at].letter.shape = Shape::Plain;
            }
            // w alone has made the ư: taken back, it is w.
            let first = &mut self.letters[start];
            if first.is_from_w {
                *first = Typed::of(if first.is_capital { 'W' } else { 'w' });
            }
            if horned.len() == 1 && self.letters[start].is_plain('w') {
                self.is_literal = true;
            } else {
                self.take_back(key);
            }
            return true;
        }
        let before = self.letters.clone();
        for at in horned {
            self.letters[start + at].letter.shape = Shape::Horn;
        }
        self.keep_if_sound(before)
    }

    /// w after no vowel is ư: `tw`, `nhwng`.
    fn press_w(&mut self, key: char) -> bool {
        if self.letters.iter().any(|typed| typed.letter.is_vowel()) {
            return false;
        }
        let is_capital = Typed::of(key).is_capital;
        let letter = Letter { shape: Shape::Horn, ..Letter::plain('u') };
        self.letters.push(Typed { letter, is_capital, is_from_w: true });
        true
    }

    /// Keeps a change when the vowels still begin a rime.
    fn keep_if_sound(&mut self, before: Vec<Typed>) -> bool {
        let letters = self.plain();
        let start = nucleus_start(&letters).unwrap_or_default();
        let vowels = letters[start..].iter().take_while(|letter| letter.is_vowel());
        let is_sound = begins_rime(&vowels.map(|letter| letter.to_char()).collect::<String>());
        if !is_sound {
            self.letters = before;
        }
        is_sound
    }

    /// ưo before another letter is ươ: `tuwong`, `nguwoif`.
    fn close_horn(&mut self) {
        if let [.., u, o, _] = &mut self.letters[..]
            && !self.is_literal
            && self.method != Method::Plain
            && (u.letter.base, u.letter.shape) == ('u', Shape::Horn)
            && o.is_plain('o')
        {
            o.letter.shape = Shape::Horn;
        }
    }
}

/// No word ends in ươ, but thuở and huơ end in uơ.
fn open_horn(letters: &mut [Letter]) {
    if let [.., u, o] = letters
        && (u.base, u.shape, o.base, o.shape) == ('u', Shape::Horn, 'o', Shape::Horn)
    {
        u.shape = Shape::Plain;
    }
}
