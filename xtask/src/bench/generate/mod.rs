//! Articles made up by rule, for measuring where no real archive may be used or shipped.
//!
//! Sentences come from a small grammar of a ward's news; words of a list are drawn as words are in
//! a language, the first far more often than the last; names of people and places are drawn in the
//! same way from every syllable Vietnamese can form, so that the list of terms has the long tail
//! that decides an index's size. The same number gives the same articles.

mod grammar;
mod syllables;

use super::corpus::Article;
use crate::dice::Dice;
use grammar::Grammar;
use syllables::Syllables;

/// Real articles of wards: 540 syllables in the middle, some of them five times as long.
const MEDIAN_SENTENCES: f64 = 21.0;
const SPREAD: f64 = 0.5;
const LONGEST: usize = 120;
/// Sentences of a paragraph, at most.
const PARAGRAPH: usize = 5;
/// The years articles are from.
const YEARS: (usize, usize) = (2005, 2026);

/// So many articles.
pub(crate) fn articles(count: usize) -> Vec<Article> {
    let words = Words { grammar: Grammar::new(), syllables: Syllables::new() };
    (0..count).map(|number| words.article(number)).collect()
}

/// All that is drawn from.
struct Words {
    grammar: Grammar,
    syllables: Syllables,
}

impl Words {
    fn article(&self, number: usize) -> Article {
        let mut dice = Dice::new(0x00b1_e7ee ^ (number as u64).wrapping_mul(0x9e37_79b9));
        let length = (SPREAD * normal(&mut dice)).exp() * MEDIAN_SENTENCES;
        let mut text = self.write("lead", &mut dice);
        let mut left = dice.below(PARAGRAPH);
        for _ in 0..(length as usize).clamp(1, LONGEST) {
            text.push(if left == 0 { '\n' } else { ' ' });
            left = if left == 0 { dice.below(PARAGRAPH) } else { left - 1 };
            text += &capital(&self.write("sentence", &mut dice));
        }
        Article {
            title: capital(&self.write("title", &mut dice)),
            text,
            section: Some(self.write("section", &mut dice)),
            day: Some(format!("{}-{:02}-{:02}", year(&mut dice), month(&mut dice), day(&mut dice))),
        }
    }

    /// What a name of the grammar stands for, this time.
    fn write(&self, name: &str, dice: &mut Dice) -> String {
        if let Some(made) = self.made(name, dice) {
            return made;
        }
        let mut out = String::new();
        let mut rest = self.grammar.choose(name, dice);
        while let Some((before, (inner, after))) =
            rest.split_once('<').and_then(|(before, tail)| Some((before, tail.split_once('>')?)))
        {
            out += before;
            out += &self.write(inner, dice);
            rest = after;
        }
        out + rest
    }

    /// Names and numbers, which no list holds.
    fn made(&self, name: &str, dice: &mut Dice) -> Option<String> {
        Some(match name {
            "ten" => {
                let (family, middle) = (self.write("ho", dice), self.write("dem", dice));
                format!("{family} {middle} {}", capital(self.syllables.draw(dice)))
            }
            "ten2" => {
                let (first, second) = (self.syllables.draw(dice), self.syllables.draw(dice));
                format!("{} {}", capital(first), capital(second))
            }
            "so" => few(dice).to_string(),
            "tuoi" => (5 * (1 + dice.below(19))).to_string(),
            "nam" => year(dice).to_string(),
            "thang" => month(dice).to_string(),
            "ngay" => format!("{}/{}/{}", day(dice), month(dice), year(dice)),
            "phantram" => format!("{},{}%", dice.below(100), dice.below(10)),
            "tien" => format!("{} triệu đồng", 5 * few(dice)),
            _ => return None,
        })
    }
}

/// Small numbers are frequent, large ones are not.
fn few(dice: &mut Dice) -> usize {
    const MOST: f64 = 5000.0;
    MOST.powf(dice.share()) as usize
}

fn year(dice: &mut Dice) -> usize {
    YEARS.0 + dice.below(YEARS.1 - YEARS.0)
}

fn month(dice: &mut Dice) -> usize {
    1 + dice.below(12)
}

/// A day that every month has.
fn day(dice: &mut Dice) -> usize {
    1 + dice.below(28)
}

/// From the bell curve about 0 (a sum of twelve shares comes close enough).
fn normal(dice: &mut Dice) -> f64 {
    (0..12).map(|_| dice.share()).sum::<f64>() - 6.0
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_same_number_is_the_same_article_and_another_is_another() {
        let all = articles(40);
        assert_eq!(all, articles(40));
        assert_eq!(all[..7], articles(7));
        let texts: HashSet<&str> = all.iter().map(|article| article.text.as_str()).collect();
        assert_eq!(texts.len(), 40);
    }

    #[test]
    fn nothing_of_the_grammar_is_left_over() {
        for article in articles(200) {
            let both = format!("{}\n{}", article.title, article.text);
            assert!(!both.contains(['<', '>', '|', '~']), "{both}");
            assert!(both.lines().all(|line| !line.trim().is_empty()), "{both}");
        }
    }

    #[test]
    fn articles_are_as_long_and_as_varied_as_real_ones() {
        let all = articles(500);
        let words = |article: &Article| viet::tokens(&article.text).count();
        let mut lengths: Vec<usize> = all.iter().map(words).collect();
        lengths.sort_unstable();
        assert!((400..700).contains(&lengths[250]), "{}", lengths[250]);
        let distinct: HashSet<String> = all
            .iter()
            .flat_map(|article| viet::tokens(&article.text))
            .map(|token| viet::canonical(token.text))
            .collect();
        assert!((4_000..12_000).contains(&distinct.len()), "{}", distinct.len());
    }
}
