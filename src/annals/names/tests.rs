use proptest::prelude::*;

use super::*;

fn unit(id: &str, name: &str, aliases: &[&str]) -> Unit {
    Unit {
        id: id.parse().unwrap(),
        kind: model::unit::UnitKind::Commune,
        name: name.into(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        short_names: Vec::new(),
        parent: None,
        valid_from: None,
        valid_to: None,
        predecessors: Vec::new(),
        successors: Vec::new(),
        note: None,
        source: None,
    }
}

fn article(number: usize, title: &str) -> Summary {
    Summary {
        id: ["bai_", &number.to_string()].concat().parse().unwrap(),
        title: title.into(),
        section: None,
        unit: None,
        published: None,
        event: None,
        words: 0,
    }
}

struct Archive {
    units: Vec<Unit>,
    names: Vec<Name>,
    articles: Vec<Summary>,
}

impl Archive {
    fn new(units: &[(&str, &str, &[&str])], titles: &[&str]) -> Self {
        Self {
            units: units.iter().map(|(id, name, aliases)| unit(id, name, aliases)).collect(),
            names: Vec::new(),
            articles: titles.iter().enumerate().map(|(n, title)| article(n, title)).collect(),
        }
    }

    fn with<T>(&self, then: impl FnOnce(Lists<'_>) -> T) -> T {
        let names: Vec<&Name> = self.names.iter().collect();
        let article = |ordinal| self.articles.get(ordinal as usize);
        then(Lists { units: &self.units, names: &names, article: &article })
    }

    /// What completes a text, once all titles are in, the newest first.
    fn complete(&self, typed: &str) -> Vec<Completion> {
        self.with(|lists| {
            let mut names = Names::default();
            names.add_subjects(lists);
            let pages: Vec<&[Summary]> = self.articles.chunks(32).collect();
            for (number, page) in pages.iter().enumerate().rev() {
                for _twice in 0..2 {
                    names.add_titles(lists, number as u32 * 32, page.len());
                }
            }
            names.complete(lists, typed)
        })
    }
}

/// The names that complete a text, what was typed of them in brackets.
fn completed(archive: &Archive, typed: &str) -> Vec<String> {
    let found = archive.complete(typed);
    let shown = found.into_iter().map(|found| {
        let mut name = found.name;
        for (start, end) in found.marks {
            name.insert(end as usize, ']');
            name.insert(start as usize, '[');
        }
        match found.note {
            Some(note) => [name, note].join(" = "),
            None => name,
        }
    });
    shown.collect()
}

fn check(archive: &Archive, typed: &str, expected: &[&str]) {
    assert_eq!(completed(archive, typed), expected, "{typed}");
}

fn sample() -> Archive {
    let units: [(&str, &str, &[&str]); 3] = [
        ("song-lo", "Huyện Sông Lô", &["Huyện ủy Sông Lô"]),
        ("hoa-binh", "Xã Hoà Bình", &[]),
        ("hoa-son", "Xã Hoa Sơn", &[]),
    ];
    let titles = [
        "Kỷ niệm ngày thành lập Hội",
        "Hội nghị tổng kết công tác dân vận",
        "Phường họp về chợ đêm",
        "Chờ mưa",
        "Xã Hoa Sơn trồng cây",
    ];
    Archive::new(&units, &titles)
}

#[test]
fn names_are_found_by_the_beginning_of_any_word() {
    let archive = sample();
    check(&archive, "son", &["Huyện [Sông] Lô", "Xã Hoa [Sơn]", "Xã Hoa [Sơn] trồng cây"]);
    check(&archive, "song l", &["Huyện [Sông Lô]"]);
    check(&archive, "dan v", &["Hội nghị tổng kết công tác [dân vận]"]);
    check(&archive, "DÂN VẬ", &["Hội nghị tổng kết công tác [dân vận]"]);
    check(&archive, "ki niem", &["[Kỷ niệm] ngày thành lập Hội"]);
    check(&archive, "huyen uỷ s", &["[Huyện ủy Sông] Lô = Huyện Sông Lô"]);
    check(&archive, "qqq", &[]);
    check(&archive, "s", &[]);
    check(&archive, "\"dân vận", &[]);
}

#[test]
fn typed_marks_choose_among_names() {
    let archive = sample();
    check(&archive, "hòa", &["Xã [Hoà] Bình"]);
    check(&archive, "hoa", &["Xã [Hoa] Sơn", "Xã [Hoà] Bình", "Xã [Hoa] Sơn trồng cây"]);
    check(&archive, "chợ", &["Phường họp về [chợ] đêm"]);
    check(&archive, "chỡ", &["[Chờ] mưa", "Phường họp về [chợ] đêm"]);
    // A finished word is no longer the beginning of another.
    check(&archive, "son ", &["Xã Hoa [Sơn]", "Xã Hoa [Sơn] trồng cây"]);
}

#[test]
fn people_and_days_are_found_by_all_their_names() {
    let mut archive = sample();
    let name = |of, name: &str, others: &[&str]| Name {
        of,
        name: name.to_owned(),
        others: others.iter().map(|other| (*other).to_owned()).collect(),
    };
    archive.names = vec![
        name(SubjectRef::Directive("d".to_owned()), "Chỉ thị 05", &[]),
        name(SubjectRef::Official("o".to_owned()), "Lê Chỉ", &[]),
        name(SubjectRef::Anniversary("a".to_owned()), "công tác dân vận", &["Ngày Dân vận"]),
    ];
    check(&archive, "chi", &["Lê [Chỉ]"]);
    check(&archive, "ngay dan", &["[Ngày Dân] vận = công tác dân vận"]);
    assert_eq!(archive.complete("le chi")[0].route, Route::Official { id: "o".to_owned() });
}

#[test]
fn units_of_one_name_are_told_apart() {
    let units: [(&str, &str, &[&str]); 3] =
        [("a", "Tỉnh An", &[]), ("x-a", "Xã Hạ", &[]), ("x-b", "Xã Hạ", &[])];
    let mut archive = Archive::new(&units, &[]);
    archive.units[1].parent = Some(archive.units[0].id.clone());
    check(&archive, "xã hạ", &["[Xã Hạ] = Tỉnh An", "[Xã Hạ]"]);
}

#[test]
fn there_are_never_more_than_can_be_taken_in() {
    let titles: Vec<String> =
        (0..1_200).map(|n| ["Xã họp lần ", &n.to_string()].concat()).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let archive = Archive::new(&[("x", "Xã Một", &[]), ("y", "Xã Hai", &[])], &titles);
    let found = completed(&archive, "xã");
    assert_eq!(found.len(), MOST);
    assert_eq!(found[..3], ["[Xã] Một", "[Xã] Hai", "[Xã] họp lần 1199"]);
    check(&archive, "lan 7 ", &["Xã họp [lần 7]"]);
}

proptest! {
    #[test]
    fn whatever_is_typed_completes_or_not(
        titles in proptest::collection::vec("\\PC{0,24}", 0..6),
        typed in "\\PC{0,12}",
    ) {
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let archive = Archive::new(&[], &titles);
        for found in archive.complete(&typed) {
            for (start, end) in found.marks {
                prop_assert!(found.name.get(start as usize..end as usize).is_some());
            }
        }
    }

    #[test]
    fn every_word_finds_its_name(title in "[a-zđưởệ]{2,7}( [a-zàảãáạđêộựỹ0-9]{1,6}){0,5}", at in 0usize..6) {
        let archive = Archive::new(&[], &[&title]);
        if let Some(word) = title.split(' ').nth(at).filter(|word| word.len() > 1) {
            prop_assert_eq!(completed(&archive, word).len(), usize::from(viet::fold(word).len() > 1));
        }
    }
}
