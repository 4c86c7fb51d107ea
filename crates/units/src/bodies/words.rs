//! Words that names of bodies are made of, from `data/bodies.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use model::unit::UnitKind;

use crate::names::Stretch;
use crate::names::words::canonical_words;

/// The data file; its first lines tell how it is written.
const DATA: &str = include_str!("../../data/bodies.tsv");

/// What a phrase does in the name of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is a body.
    Plain,
    /// A part that stands for the whole: "Ban Thường vụ".
    Organ,
    /// Only before another body's name: "Văn phòng".
    Inner,
    /// It may share the place of the next: "HĐND, UBND huyện …".
    Core,
    /// A number or a hamlet's name may follow: "Chi bộ 5".
    Cell,
    /// Only with a capital: "Thanh tra".
    Capital,
    /// The word for the place is in it: "Huyện ủy".
    Of(UnitKind),
}

/// A phrase that bodies are called by.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// As it is shown.
    pub(super) name: &'static str,
    pub(super) role: Role,
}

/// One way to write a head.
struct Form {
    words: Vec<String>,
    folded: Vec<String>,
    head: usize,
}

/// All heads, and their forms by the [number](viet::number) of their first syllable, longest first.
pub(super) struct Heads {
    heads: Vec<Head>,
    forms: BTreeMap<u32, Vec<Form>>,
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::read(DATA));

/// The heads of the data file.
pub(super) fn heads() -> &'static Heads {
    &HEADS
}

impl Heads {
    fn read(data: &'static str) -> Self {
        let mut all = Self { heads: Vec::new(), forms: BTreeMap::new() };
        for line in data.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let mut next = || columns.next().unwrap_or_default();
            let (name, role, forms) = (next(), role(next()), next());
            let head = all.heads.len();
            all.heads.push(Head { name, role });
            for form in std::iter::once(name).chain(forms.split(';')) {
                for words in written(canonical_words(form)) {
                    all.add(words, head);
                }
            }
        }
        for forms in all.forms.values_mut() {
            forms.sort_by_key(|form| (std::cmp::Reverse(form.words.len()), form.head));
        }
        all
    }

    fn add(&mut self, words: Vec<String>, head: usize) {
        let folded: Vec<String> = words.iter().map(|word| viet::fold(word)).collect();
        let Some(first) = words.first() else { return };
        let forms = self.forms.entry(viet::number(first)).or_default();
        if !forms.iter().any(|form| form.words == words) {
            forms.push(Form { words, folded, head });
        }
    }

    /// The longest head that is written at a token, and how many tokens it takes.
    pub(super) fn at(&self, stretch: &Stretch<'_>, at: usize) -> Option<(&Head, usize)> {
        let first = stretch.canonical.get(at)?;
        let forms = self.forms.get(&viet::number(first))?;
        let form = forms.iter().find(|form| is_written(form, stretch, at))?;
        let head = &self.heads[form.head];
        let is_fit = head.role != Role::Capital || stretch.capital(at);
        is_fit.then_some((head, form.words.len()))
    }
}

fn role(name: &str) -> Role {
    match name {
        "organ" => Role::Organ,
        "inner" => Role::Inner,
        "core" => Role::Core,
        "cell" => Role::Cell,
        "capital" => Role::Capital,
        "province" => Role::Of(UnitKind::Province),
        "city" => Role::Of(UnitKind::City),
        "urban-district" => Role::Of(UnitKind::UrbanDistrict),
        "rural-district" => Role::Of(UnitKind::RuralDistrict),
        "town" => Role::Of(UnitKind::Town),
        "commune" => Role::Of(UnitKind::Commune),
        _ => Role::Plain,
    }
}

/// A phrase with each part of it that has an abbreviation spelled out or shortened.
fn written(words: Vec<String>) -> Vec<Vec<String>> {
    let mut all = vec![words];
    for group in viet::abbreviations::groups().filter(|group| !group.contextual) {
        let short = group.short_syllables();
        for long in group.long.iter().map(|long| viet::abbreviations::syllables(long)) {
            for (from, to) in [(&long, &short), (&short, &long)] {
                for at in 0..all.len() {
                    let place = all[at].windows(from.len()).position(|window| window == &from[..]);
                    if let Some(place) = place {
                        let mut other = all[at].clone();
                        other.splice(place..place + from.len(), to.iter().cloned());
                        if !all.contains(&other) {
                            all.push(other);
                        }
                    }
                }
            }
        }
    }
    all
}

/// Signs that may stand between the words of one head: "Lao động - Thương binh", "GD&ĐT".
const SIGNS: &[&str] = &["", "-", "–", ",", "&", ".", "/"];

fn is_written(form: &Form, stretch: &Stretch<'_>, at: usize) -> bool {
    let end = at + form.words.len();
    let Some(canonical) = stretch.canonical.get(at..end) else { return false };
    let alike = canonical == &form.words[..] || stretch.unmarked && canonical == &form.folded[..];
    alike
        && (at + 1..end).all(|i| {
            let gap = stretch.gap(i);
            !gap.contains('\n') && SIGNS.contains(&gap.trim())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_well_formed() {
        for line in DATA.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(!columns[0].is_empty() && columns.len() <= 3, "{line}");
            let named =
                columns.get(1).is_none_or(|name| name.is_empty() || role(name) != Role::Plain);
            assert!(named, "{line}");
            let (head, words) = heads().at(&Stretch::new(columns[0]), 0).expect(line);
            assert_eq!((head.name, words), (columns[0], canonical_words(columns[0]).len()));
        }
    }

    #[test]
    fn heads_are_written_in_many_ways() {
        let check = |text: &str, expected: Option<(&str, usize)>| {
            let stretch = Stretch::new(text);
            let found = heads().at(&stretch, 0).map(|(head, words)| (head.name, words));
            assert_eq!(found, expected, "{text}");
        };
        check("UBND huyện", Some(("Ủy ban nhân dân", 1)));
        check("uỷ ban Nhân dân xã", Some(("Ủy ban nhân dân", 4)));
        check("Uy ban nhan dan xa", Some(("Ủy ban nhân dân", 4)));
        check("Phòng GD&ĐT huyện", Some(("Phòng Giáo dục và Đào tạo", 3)));
        check("Phòng NN&PTNT", Some(("Phòng Nông nghiệp và Phát triển nông thôn", 3)));
        check("Sở LĐ-TB&XH tỉnh", Some(("Sở Lao động - Thương binh và Xã hội", 4)));
        check(
            "Văn phòng HĐND và UBND",
            Some(("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", 5)),
        );
        check("UBMTTQ phường", Some(("Mặt trận Tổ quốc Việt Nam", 1)));
        check("Ủy ban MTTQ Việt Nam", Some(("Mặt trận Tổ quốc Việt Nam", 5)));
        check("Hội LHPN xã", Some(("Hội Liên hiệp Phụ nữ", 2)));
        check("thanh tra huyện", None);
        check("Thanh tra huyện", Some(("Thanh tra", 2)));
        check("huyện ủy viên", Some(("Huyện ủy", 2)));
        check("nhân dân", None);
    }
}
