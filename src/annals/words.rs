//! Words that complete what is typed, as the articles found so far print them: whoever types `nong th`
//! sees `nông thôn` and `nông thôn mới`. They come from the words that the search has marked, so each
//! of them finds something.

use viet::{Agreement, agreement, prefix_agreement};

/// As many as are worth a place under the names.
const MOST: usize = 4;
/// The next word is offered where so many articles have it there.
const FIRM: u32 = 2;

/// What may be typed instead, and how many articles print it.
#[derive(Debug, Default)]
pub struct Words {
    typed: Vec<String>,
    /// The last word is finished.
    is_whole: bool,
    found: Vec<Found>,
    article: u32,
}

#[derive(Debug)]
struct Found {
    words: String,
    /// It has a word more than what is typed.
    is_longer: bool,
    articles: u32,
    /// The last article that had it.
    last: u32,
}

impl Words {
    /// To complete a text; `None` where it is none of plain words.
    pub fn of(text: &str) -> Option<Self> {
        // By bytes, as in `wording`: a search for a text in another would be the standard library's largest.
        let is_plain = !text.contains(['"', '“', '”', ':', '|'])
            && !text.as_bytes().windows(2).any(|two| two == b" -");
        let typed: Vec<String> = viet::tokens(text).map(|token| token.text.to_owned()).collect();
        let is_whole = text.ends_with(char::is_whitespace);
        let is_some = is_plain && !typed.is_empty();
        is_some.then_some(Self { typed, is_whole, found: Vec::new(), article: 0 })
    }

    /// The passages that follow are of another article.
    pub fn next_article(&mut self) {
        self.article += 1;
    }

    /// Takes the marked words of a passage in.
    pub fn learn(&mut self, passage: &str, marks: &[(u32, u32)]) {
        for (start, _) in marks {
            let rest = passage.get(*start as usize..).unwrap_or_default();
            self.learn_run(rest);
        }
    }

    /// Takes in the words that a text begins with, if they are what is typed.
    fn learn_run(&mut self, text: &str) {
        let (mut words, mut end) = (String::new(), 0);
        for (at, token) in viet::tokens(text).take(self.typed.len() + 1).enumerate() {
            // Words with a sign between them are not typed one after another.
            if at > 0 && text.get(end..token.span.start) != Some(" ") {
                return;
            }
            end = token.span.end;
            if let Some(typed) = self.typed.get(at)
                && !self.fits(at, typed, token.text)
            {
                return;
            }
            if at > 0 {
                words.push(' ');
            }
            words.push_str(&viet::canonical(token.text));
            if at + 1 >= self.typed.len() {
                self.count(&words, at + 1 > self.typed.len());
            }
        }
    }

    fn fits(&self, at: usize, typed: &str, found: &str) -> bool {
        let is_open = at + 1 == self.typed.len() && !self.is_whole;
        agreement(typed, found) <= Agreement::Equivalent
            || is_open && prefix_agreement(typed, found) <= Agreement::Equivalent
    }

    fn count(&mut self, words: &str, is_longer: bool) {
        let article = self.article;
        match self.found.iter_mut().find(|found| found.words == words) {
            Some(found) => {
                found.articles += u32::from(found.last != article);
                found.last = article;
            }
            None => {
                let words = words.to_owned();
                self.found.push(Found { words, is_longer, articles: 1, last: article });
            }
        }
    }

    /// The best: what most articles print, the shorter before the longer.
    pub fn best(mut self) -> Vec<String> {
        let typed: Vec<String> = self.typed.iter().map(|word| viet::canonical(word)).collect();
        let typed = typed.join(" ");
        self.found
            .retain(|found| found.words != typed && (!found.is_longer || found.articles >= FIRM));
        // Few are left: the same order for equal ones, without a sort of its own.
        let mut best: Vec<Found> = Vec::new();
        for found in self.found {
            let key = |of: &Found| (of.is_longer, u32::MAX - of.articles);
            let at = best.partition_point(|known| key(known) <= key(&found));
            best.insert(at, found);
        }
        best.into_iter().take(MOST).map(|found| found.words).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Completes a text by passages in which `[` stands before a mark, one article each.
    fn check(text: &str, passages: &[&str], expected: &[&str]) {
        let mut words = Words::of(text).unwrap();
        for passage in passages {
            words.next_article();
            let parts: Vec<&str> = passage.split('[').collect();
            let mut at = parts[0].len();
            let mut marks = Vec::new();
            for part in &parts[1..] {
                marks.push((at as u32, (at + part.len()) as u32));
                at += part.len();
            }
            words.learn(&passage.replace('[', ""), &marks);
        }
        assert_eq!(words.best(), expected, "{text}");
    }

    #[test]
    fn words_are_completed_as_articles_print_them() {
        check("nong th", &["Xây dựng [nông thôn mới.", "Hội [Nông thôn"], &["nông thôn"]);
        check(
            "nong th",
            &["[nông thôn mới", "[Nông thôn mới", "[nông thị"],
            &["nông thôn", "nông thị", "nông thôn mới"],
        );
        // The commonest first, each article once.
        check("dâ", &["[dâng [dâng", "[dân", "[dân tộc"], &["dân", "dâng"]);
    }

    #[test]
    fn a_finished_word_is_followed_by_the_next() {
        check("nông ", &["[nông thôn", "[nông thôn"], &["nông thôn"]);
        check("thôn", &["[thôn mới", "[thôn mới"], &["thôn mới"]);
        check("thôn", &["[thôn mới", "[thôn cũ"], &[]);
    }

    #[test]
    fn other_words_are_not_offered() {
        check("nông th", &["[nông, thôn", "[nong thắm", "[thôn nông"], &[]);
        check("hoà bì", &["[hòa bình"], &["hòa bình"]);
        check("dan", &["[đang", "[Dân"], &["đang", "dân"]);
    }

    #[test]
    fn the_query_language_is_not_completed() {
        for text in ["\"dân", "năm:20", "a | b", "dân -vậ", "", " - "] {
            assert!(Words::of(text).is_none(), "{text}");
        }
    }

    #[test]
    fn marks_outside_a_text_do_no_harm() {
        let mut words = Words::of("dâ").unwrap();
        words.learn("dân", &[(9, 12), (1, 2), (2, 3)]);
        assert!(words.best().is_empty());
    }
}
