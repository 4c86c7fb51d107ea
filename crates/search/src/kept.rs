//! Words whose postings were read lately. A question is mostly the last one and a letter more, and a word
//! may be asked for several times within one: as typed, and again beside what it may have been meant for.

use std::cell::RefCell;
use std::rc::Rc;

use crate::postings;

/// So many bytes of them are kept at most, the latest: some ten common words of 50,000 articles.
const MOST_BYTES: usize = 2 << 20;
/// And so many words.
const MOST_WORDS: usize = 256;

/// A word's postings in a segment.
#[derive(Debug, Default)]
pub(crate) struct Word {
    /// See [`tally`].
    pub(crate) entries: Vec<u32>,
    /// Its places in titles, each with its document.
    pub(crate) titles: Vec<(u32, u32)>,
}

impl Word {
    fn bytes(&self) -> usize {
        4 * self.entries.len() + 8 * self.titles.len()
    }
}

/// A word's segment, and where its postings begin there.
type Key = (usize, u32);

/// The words read lately, the latest last.
#[derive(Default)]
pub(crate) struct Kept(RefCell<Vec<(Key, Rc<Word>)>>);

impl Kept {
    /// What is kept under a key, or what is now read of `bytes`.
    pub(crate) fn word(&self, key: Key, bytes: &[u8], count: u32, documents: u32) -> Rc<Word> {
        let mut words = self.0.borrow_mut();
        let known = words.iter().position(|(known, _)| *known == key);
        let kept = match known {
            Some(at) => words.remove(at),
            None => {
                let mut titles = Vec::new();
                let (entries, _) = postings::read(bytes, count, documents, &mut titles);
                (key, Rc::new(Word { entries, titles }))
            }
        };
        let word = Rc::clone(&kept.1);
        words.push(kept);
        while words.len() > MOST_WORDS
            || words.iter().map(|(_, word)| word.bytes()).sum::<usize>() > MOST_BYTES
        {
            words.remove(0);
        }
        word
    }

    /// Forgets all: segments have other numbers now.
    pub(crate) fn clear(&mut self) {
        self.0.get_mut().clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postings::{Posting, write};

    /// Postings of so many documents in a row.
    fn postings(count: u32) -> Vec<u8> {
        let all: Vec<Posting> =
            (0..count).map(|document| Posting { document, class: 0, next: 1 }).collect();
        write(&all, &[], count)
    }

    #[test]
    fn what_was_read_is_not_read_again() {
        let kept = Kept::default();
        let first = kept.word((0, 7), &postings(50), 50, 50);
        assert_eq!(first.entries.len(), 50);
        // No bytes are looked at; another segment's are another word's.
        assert!(Rc::ptr_eq(&first, &kept.word((0, 7), &[], 50, 50)));
        assert!(kept.word((1, 7), &[], 50, 50).entries.is_empty());
    }

    #[test]
    fn the_latest_stay() {
        let kept = Kept::default();
        let bytes = postings(100_000);
        let first = kept.word((0, 0), &bytes, 100_000, 100_000);
        for at in 1..9 {
            kept.word((0, at), &bytes, 100_000, 100_000);
            assert!(
                kept.0.borrow().iter().map(|(_, word)| word.bytes()).sum::<usize>() <= MOST_BYTES
            );
        }
        assert!(!Rc::ptr_eq(&first, &kept.word((0, 0), &bytes, 100_000, 100_000)));
        for at in 10..400 {
            kept.word((0, at), &[], 0, 50);
        }
        assert_eq!(kept.0.borrow().len(), MOST_WORDS);
    }

    #[test]
    fn a_word_larger_than_all_that_is_kept_is_read_and_not_kept() {
        let kept = Kept::default();
        let word = kept.word((0, 0), &postings(600_000), 600_000, 600_000);
        assert_eq!(word.entries.len(), 600_000);
        assert!(kept.0.borrow().is_empty());
    }
}
