//! Articles that are nearly the same: one page saved twice, a draft and what was printed, one report
//! on two sites. Which of them stays is for a person to say.
//!
//! Two articles are compared by the runs of `RUN` syllables in their bodies. Only those that share
//! one of their least runs (by hash: a fair draw of each body) are compared in full, so that a large
//! archive costs little more than reading it once.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use model::Article;

use crate::ArchiveConfig;
use crate::problem::{Problem, What};

/// Articles that are nearly the same: places, the fullest article first, each with how much of the
/// shorter of the two is in the longer, in hundredths.
pub type Group = Vec<(usize, u8)>;

/// Syllables of a run: long enough that no set phrase is one.
const RUN: usize = 5;
/// A body of fewer runs says too little to be compared.
const FEWEST: usize = 24;
/// Runs drawn from each body: of reports that are mostly set phrases, some are still their own.
const DRAWN: usize = 32;
/// More bodies than so share a run only when it is a formula.
const FORMULA: usize = 40;
/// So many hundredths of the shorter body must be in the longer.
const ALIKE: usize = 80;
/// A body that is so many times longer has more to say, even if it holds the other.
const LONGER: usize = 3;

/// Groups of articles that are nearly the same, by their places in `articles`, in order.
/// `are_distinct` tells of two what a person has said: that neither is a copy.
pub fn find(
    articles: &[&Article],
    are_distinct: &dyn Fn(&Article, &Article) -> bool,
) -> Vec<Group> {
    let bodies: Vec<Vec<u64>> = articles.iter().map(|article| runs(article)).collect();
    let mut sharing: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, body) in bodies.iter().enumerate().filter(|(_, body)| body.len() >= FEWEST) {
        for &run in &body[..DRAWN.min(body.len())] {
            sharing.entry(run).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = sharing
        .into_values()
        .filter(|sharing| sharing.len() <= FORMULA)
        .flat_map(|sharing| {
            let pairs = |(n, &a)| sharing[n + 1..].iter().map(move |&b| (a, b)).collect::<Vec<_>>();
            sharing.iter().enumerate().flat_map(pairs).collect::<Vec<_>>()
        })
        .collect();
    pairs.sort_unstable();
    pairs.dedup();

    let mut leads: Vec<usize> = (0..articles.len()).collect();
    for (a, b) in pairs {
        if alike(&bodies[a], &bodies[b]) >= ALIKE && !are_distinct(articles[a], articles[b]) {
            let (a, b) = (lead(&leads, a), lead(&leads, b));
            leads[a.max(b)] = a.min(b);
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); articles.len()];
    for at in 0..articles.len() {
        groups[lead(&leads, at)].push(at);
    }
    groups.retain(|group| group.len() > 1);
    groups.into_iter().map(|group| ordered(group, &bodies)).collect()
}

/// The same in an archive, but for what the publisher has told apart.
pub fn in_archive(articles: &[Article], config: &ArchiveConfig) -> Vec<Group> {
    let name = |article: &Article| article.source.file.clone().unwrap_or_default();
    let says = |one: &Article, other: &Article| {
        let statement = config.articles.get(&name(one));
        statement.is_some_and(|statement| statement.distinct_from.contains(&name(other)))
    };
    let articles: Vec<&Article> = articles.iter().collect();
    find(&articles, &|a, b| says(a, b) || says(b, a))
}

/// What the report says of them: of each copy, which article it is like.
pub fn problems(articles: &[Article], config: &ArchiveConfig) -> Vec<Problem> {
    let file = |at: usize| articles[at].source.file.clone().unwrap_or_default();
    let groups = in_archive(articles, config).into_iter();
    let copies = groups.flat_map(|group| {
        let (fullest, rest) = (file(group[0].0), group.into_iter().skip(1));
        rest.map(move |(at, share)| (fullest.clone(), at, share)).collect::<Vec<_>>()
    });
    copies
        .map(|(of, at, share)| {
            Problem::warning(&["articles/", &file(at)].concat(), None, What::NearCopy { of, share })
        })
        .collect()
}

/// The least place of a group.
fn lead(leads: &[usize], mut at: usize) -> usize {
    while leads[at] != at {
        at = leads[at];
    }
    at
}

/// The fullest first; the others with how much they have in common with it.
fn ordered(mut group: Vec<usize>, bodies: &[Vec<u64>]) -> Group {
    group.sort_by_key(|&at| (usize::MAX - bodies[at].len(), at));
    let first = group[0];
    let share = |at: usize| u8::try_from(alike(&bodies[first], &bodies[at])).unwrap_or(100);
    group.into_iter().map(|at| (at, share(at))).collect()
}

/// The runs of a body, each once, by hash.
fn runs(article: &Article) -> Vec<u64> {
    let body = article.blocks.iter().filter(|block| block.kind.is_body());
    let syllables: Vec<u64> = body
        .filter_map(|block| block.span.of(&article.text))
        .flat_map(|text| viet::tokens(text).map(|token| hash(&viet::canonical(token.text))))
        .collect();
    let mut runs: Vec<u64> = syllables.windows(RUN).map(|run| hash(&run)).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// The same on every machine and in every version: what is drawn must not change by itself.
fn hash(what: &impl Hash) -> u64 {
    struct Fnv(u64);
    impl Hasher for Fnv {
        fn finish(&self) -> u64 {
            // Low bits of FNV are weak; the draw goes by the least.
            self.0 ^ (self.0 >> 32)
        }
        fn write(&mut self, bytes: &[u8]) {
            for &byte in bytes {
                self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        fn write_usize(&mut self, length: usize) {
            self.write(&(length as u64).to_le_bytes());
        }
    }
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    what.hash(&mut hasher);
    hasher.finish()
}

/// How much of the shorter body is in the longer, in hundredths.
fn alike(a: &[u64], b: &[u64]) -> usize {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() || long.len() > short.len() * LONGER {
        return 0;
    }
    let mut rest = long;
    let mut common = 0;
    for run in short {
        let skip = rest.partition_point(|other| other < run);
        rest = &rest[skip..];
        common += usize::from(rest.first() == Some(run));
    }
    common * 100 / short.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::{self, ArticleFile};

    const BRIDGE: &str = "Khánh thành cầu Bến Tre\n\nSáng 1/10/2026, xã Thí Nghiệm khánh thành cầu dân \
        sinh bắc qua sông Lô, nối hai thôn Thượng và Hạ.\n\nCây cầu dài ba mươi mét, rộng bốn mét, do \
        nhân dân góp công và nhà nước cho vật liệu, thi công trong tám tháng. Từ nay học sinh thôn Hạ \
        không còn phải đi đò mỗi mùa nước lên.\n\nÔng Nguyễn Văn Bình, bí thư chi bộ thôn, cảm ơn bà \
        con đã hiến đất và ngày công.\n";
    const TREES: &str = "Ra quân trồng cây\n\nSáng 2/2/2026, toàn xã ra quân trồng hai nghìn cây xanh \
        dọc đường liên thôn.\n\nĐoàn thanh niên làm nòng cốt, mỗi chi đoàn nhận chăm sóc một đoạn đường \
        cho đến khi cây bén rễ. Hội phụ nữ góp nước uống và phân chuồng, hội cựu chiến binh đóng cọc \
        giữ cây suốt hai ngày.\n";

    fn groups(texts: &[&str]) -> Vec<Group> {
        groups_of(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>())
    }

    fn groups_of(texts: &[String]) -> Vec<Group> {
        let files = texts.iter().enumerate().map(|(at, text)| ArticleFile {
            name: format!("{at:03}.txt"),
            content: Ok(text.as_bytes().to_vec()),
        });
        let draft = folder::read(Some(b"title = \"Kho\""), files);
        let articles: Vec<&Article> = draft.articles().collect();
        assert_eq!(articles.len(), texts.len());
        find(&articles, &|_, _| false)
    }

    #[test]
    fn the_same_under_another_title_and_spelling_is_found() {
        let copy =
            BRIDGE.replace("Khánh thành cầu Bến Tre", "Cầu mới ở Bến Tre").replace("ba mươi", "30");
        let groups = groups(&[BRIDGE, TREES, &copy]);
        assert_eq!(groups.len(), 1, "{groups:?}");
        let mut places: Vec<usize> = groups[0].iter().map(|(at, _)| *at).collect();
        places.sort_unstable();
        assert_eq!(places, [0, 2]);
        assert_eq!(groups[0][0].1, 100, "the first is like itself");
        assert!((80..100).contains(&groups[0][1].1), "{groups:?}");
    }

    #[test]
    fn different_reports_and_short_notes_are_no_copies() {
        assert_eq!(groups(&[BRIDGE, TREES]), [] as [Group; 0]);
        let note = "Thông báo\n\nỦy ban nhân dân xã thông báo lịch tiếp dân.\n";
        assert_eq!(groups(&[note, note]), [] as [Group; 0]);
    }

    #[test]
    fn a_report_that_holds_another_among_much_else_is_none() {
        let long: String = (0..12)
            .map(|n| {
                format!(
                    "\n\nĐoạn thứ {n} kể thêm chuyện {n} {n} của làng {n}, có người {n} đến và đi."
                )
            })
            .collect();
        assert_eq!(
            groups(&[BRIDGE, &format!("{BRIDGE}{long}{}", long.replace("Đoạn", "Mục"))]),
            [] as [Group; 0]
        );
    }

    /// Reports that are mostly set phrases, as those of one office are.
    fn formulaic(n: usize) -> String {
        let thon = ["Thượng", "Hạ", "Đông", "Đoài", "Trung", "Ngoại"][n % 6];
        format!(
            "Lễ ra quân ở thôn {thon} lần thứ {n}\n\nSáng 5/3/20{:02}, tại nhà văn hóa thôn {thon}, bà con cùng \
             cán bộ xã Hòa An dự buổi lễ giản dị mà ấm cúng.\n\nTheo kế hoạch số {}, thôn {thon} đã chuẩn bị \
             từ tháng trước, trong đó có nạo vét hơn hai nghìn mét kênh mương nội đồng.\n\nTrưởng thôn cho \
             biết đợt {} này có {} người tham gia, đóng góp {} ngày công và nhiều vật liệu tại chỗ.\n\n\
             Kết thúc buổi lễ, mọi người thống nhất phần việc số {} sẽ xong trước mùa mưa và cử người trông \
             coi hằng ngày.\n",
            n % 20,
            n + 117,
            n + 103,
            140 + n * 3,
            n * 7 + 1120,
            n + 205,
        )
    }

    #[test]
    fn a_copy_among_formulaic_reports_is_found_and_the_others_are_none() {
        let mut texts: Vec<String> = (0..60).map(formulaic).collect();
        texts.push(formulaic(17).replace("ấm cúng", "vui vẻ"));
        let groups = groups_of(&texts);
        let places: Vec<Vec<usize>> =
            groups.iter().map(|group| group.iter().map(|(at, _)| *at).collect()).collect();
        assert_eq!(places, [[17, 60]], "{groups:?}");
    }

    #[test]
    fn what_a_person_has_told_apart_stays_apart() {
        let files = ["a", "b"].map(|name| ArticleFile {
            name: format!("{name}.txt"),
            content: Ok(BRIDGE.as_bytes().to_vec()),
        });
        let draft = folder::read(Some(b"title = \"Kho\""), files.into_iter());
        let articles: Vec<&Article> = draft.articles().collect();
        assert_eq!(find(&articles, &|_, _| true), [] as [Group; 0]);
        assert_eq!(find(&articles, &|_, _| false).len(), 1);
    }
}
