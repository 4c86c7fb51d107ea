//! What the macro knows of an element before the program runs, read once from its text.

use std::cell::RefCell;

use crate::table::Table;

/// An element's name and attributes.
pub(super) struct Tag {
    /// Its name.
    pub(super) name: &'static str,
    /// The names of its attributes, in order. Yew tells the same element by the place of this list.
    pub(super) keys: Vec<&'static str>,
    /// Their values: `None` for one that is told when the element is written.
    pub(super) fixed: Vec<Option<&'static str>>,
}

thread_local! {
    static KNOWN: RefCell<Table<(usize, usize), Option<&'static Tag>>> = RefCell::default();
}

impl Tag {
    /// The tag that a text tells: `name`, then a line for each attribute, `key=words` or `key`. Every
    /// text of the program is read once and kept for good: there are some hundreds.
    pub(super) fn of(told: &'static str) -> &'static Self {
        let place = (told.as_ptr() as usize, told.len());
        KNOWN.with_borrow_mut(|known| {
            if let Some(Some(tag)) = known.get(&place) {
                return *tag;
            }
            let tag: &'static Self = Box::leak(Box::new(Self::read(told)));
            *known.slot(place) = Some(tag);
            tag
        })
    }

    fn read(told: &'static str) -> Self {
        let mut lines = told.split('\n');
        let name = lines.next().unwrap_or_default();
        let attributes = lines.map(|line| match line.split_once('=') {
            Some((key, words)) => (key, Some(words)),
            None => (line, None),
        });
        let (keys, fixed) = attributes.unzip();
        Self { name, keys, fixed }
    }
}
