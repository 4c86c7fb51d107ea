//! What a publisher decides: people listed or not, names removed, validity and notes stated.

mod archive;

use archive::{paragraph, seeds};
use chronicle::{Facts, Options, Statement, extract, gather};
use model::article::Article;
use model::chronicle::{Chronicle, Note, SubjectRef};
use model::known::Evidence;

fn gathered(mut articles: Vec<Article>, options: &Options) -> (Vec<Article>, Chronicle) {
    let facts: Vec<Facts> = articles.iter().map(extract).collect();
    let chronicle = gather(&mut articles, &facts, options);
    (articles, chronicle)
}

fn names_officials(article: &Article) -> bool {
    article.mentions.iter().any(|mention| matches!(mention.of, SubjectRef::Official(_)))
}

#[test]
fn people_are_not_listed_when_switched_off() {
    let (articles, chronicle) = gathered(seeds(), &Options { people: false, ..Options::default() });
    assert!(chronicle.officials.is_empty());
    assert!(!articles.iter().any(names_officials));
    assert_eq!(chronicle.anniversaries.len(), 6);
}

#[test]
fn removed_names_are_nowhere() {
    let removed_names = vec!["TRẦN VĂN THẮNG".to_owned(), "lê đăng tâm".to_owned()];
    let (articles, chronicle) = gathered(seeds(), &Options { removed_names, ..Options::default() });
    assert_eq!(chronicle.officials.len(), 6);
    assert!(!names_officials(&articles[4]));
}

#[test]
fn the_publisher_states_what_became_of_a_day() {
    let note = Note {
        text: "Hai ban hợp nhất.".to_owned(),
        source: Evidence::Publisher { note: String::new() },
    };
    let statement = |name: &str| Statement {
        name: name.to_owned(),
        valid_to: Some("2025-02".parse().unwrap()),
        note: Some(note.clone()),
    };
    for name in ["1930-10-15-dan-van", "công tác dân vận của Đảng", "DÂN VẬN"] {
        let statements = vec![statement(name)];
        let (_, chronicle) = gathered(seeds(), &Options { statements, ..Options::default() });
        for a in &chronicle.anniversaries {
            let stated = a.id == "1930-10-15-dan-van";
            assert_eq!(a.valid_to.is_some(), stated, "{name}: {}", a.id);
            assert_eq!(a.notes.len(), usize::from(stated));
        }
    }
}

#[test]
fn one_person_in_any_letter_case_with_roles_in_order_of_time() {
    let (_, chronicle) = gathered(
        vec![
            paragraph("b", "Chủ tịch UBND xã Nguyễn Văn An phát biểu.", Some("2022-01-01")),
            paragraph("a", "Đồng chí Nguyễn Văn An - Phó Chủ tịch UBND xã dự.", Some("2020-01-01")),
        ],
        &Options::default(),
    );
    assert_eq!(chronicle.officials.len(), 1);
    let roles: Vec<&str> =
        chronicle.officials[0].roles.iter().filter_map(|role| role.role.as_deref()).collect();
    assert_eq!(roles, ["Phó Chủ tịch UBND xã", "Chủ tịch UBND xã"]);
}

#[test]
fn instruments_of_different_offices_are_different() {
    let (_, chronicle) = gathered(
        vec![
            paragraph("a", "thực hiện Nghị quyết số 15 của Tỉnh ủy và Nghị quyết 15 về", None),
            paragraph("b", "thực hiện Nghị quyết số 15 của Huyện ủy.", None),
        ],
        &Options::default(),
    );
    let told: Vec<(&str, usize)> =
        chronicle.directives.iter().map(|d| (&*d.id, d.mentions.len())).collect();
    assert_eq!(told, [("nghi-quyet-15", 1), ("nghi-quyet-15-2", 2)]);
}

#[test]
fn one_role_in_two_spellings_on_one_day_is_one() {
    let (_, chronicle) = gathered(
        vec![
            paragraph("a", "Đồng chí Nguyễn Văn An - Bí thư Huyện uỷ dự.", Some("2020-01-01")),
            paragraph("b", "Đồng chí Nguyễn Văn An - Bí thư Huyện ủy dự.", Some("2020-01-01")),
        ],
        &Options::default(),
    );
    let roles: Vec<&str> =
        chronicle.officials[0].roles.iter().filter_map(|role| role.role.as_deref()).collect();
    assert_eq!(roles, ["Bí thư Huyện uỷ", "Bí thư Huyện uỷ"]);
}

#[test]
fn words_of_a_removed_name_stay_without_it() {
    let text = "Đồng chí Trần Văn An - Bí thư Huyện ủy nhấn mạnh: “Cán bộ phải gần dân, hiểu dân”.";
    let articles = vec![paragraph("a", text, None)];
    let facts: Vec<Facts> = articles.iter().map(extract).collect();
    let removed_names = vec!["TRẦN VĂN AN".to_owned()];
    let told = chronicle::tell(&articles, &facts, &Options { removed_names, ..Options::default() });
    assert_eq!(told.quotations[0].speaker, None);
    let told = chronicle::tell(&articles, &facts, &Options::default());
    assert_eq!(told.quotations[0].speaker.as_deref(), Some("Trần Văn An"));
}
