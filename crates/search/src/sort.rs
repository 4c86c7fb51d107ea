//! Sorting in little code. Each use of the standard library's sorts adds some 6 KB to the browser's
//! worker; these lists are short, or only their beginning is needed.

use tally::Key;

/// Puts all items in order: `before` says whether one stands before another. Equal items may change
/// places, so orders should be total.
pub(crate) fn sort<T>(items: &mut [T], before: impl FnMut(&T, &T) -> bool) {
    let len = items.len();
    heap_sort(&mut Items { items, before }, len);
}

/// The numbers of the first of so many items in order: by rank, the least first, then by name.
pub(crate) fn ranked<'a>(
    all: usize,
    first: usize,
    of: &dyn Fn(usize) -> (u64, &'a str),
) -> Vec<usize> {
    let mut keys: Vec<Key> = Vec::with_capacity(all);
    for at in 0..all {
        let (high, name) = of(at);
        let (mut begin, len) = ([0; 8], name.len().min(8));
        begin[..len].copy_from_slice(&name.as_bytes()[..len]);
        keys.push(Key { high, low: u64::from_be_bytes(begin), at: at as u32 });
    }
    let first = first.min(all);
    tally::first(&mut keys, first);
    // Of names that begin alike at the end of these, others may come first.
    let same = |a: &Key, b: &Key| (a.high, a.low) == (b.high, b.low);
    if first > 0 && keys[first..].iter().any(|key| same(key, &keys[first - 1])) {
        tally::first(&mut keys, all);
    }
    let mut numbers: Vec<usize> = Vec::with_capacity(all);
    keys.iter().for_each(|key| numbers.push(key.at as usize));
    let mut from = 0;
    while from < first {
        let end = from + keys[from..].iter().take_while(|key| same(key, &keys[from])).count();
        if !numbers[from..end].is_sorted_by(|&a, &b| of(a).1 <= of(b).1) {
            sort(&mut numbers[from..end], |&a, &b| (of(a).1, a) < (of(b).1, b));
        }
        from = end;
    }
    numbers.truncate(first);
    numbers
}

/// What sorting needs of a list, whatever it holds: so there is one sort for all.
trait Sortable {
    /// Whether one item stands before another, by their places.
    fn before(&mut self, a: usize, b: usize) -> bool;
    fn swap(&mut self, a: usize, b: usize);
}

struct Items<'a, T, F> {
    items: &'a mut [T],
    before: F,
}

impl<T, F: FnMut(&T, &T) -> bool> Sortable for Items<'_, T, F> {
    fn before(&mut self, a: usize, b: usize) -> bool {
        (self.before)(&self.items[a], &self.items[b])
    }

    fn swap(&mut self, a: usize, b: usize) {
        self.items.swap(a, b);
    }
}

fn heap_sort(items: &mut dyn Sortable, len: usize) {
    for root in (0..len / 2).rev() {
        sink(items, root, len);
    }
    for end in (1..len).rev() {
        items.swap(0, end);
        sink(items, 0, end);
    }
}

/// Lets an item of a heap, whose root is the last in order, sink to its place.
fn sink(heap: &mut dyn Sortable, mut at: usize, len: usize) {
    loop {
        let mut child = 2 * at + 1;
        if child + 1 < len && heap.before(child, child + 1) {
            child += 1;
        }
        if child >= len || !heap.before(at, child) {
            return;
        }
        heap.swap(at, child);
        at = child;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(mut items in proptest::collection::vec(any::<u16>(), 0..80)) {
            let mut expected = items.clone();
            expected.sort_unstable();
            sort(&mut items, |a, b| a < b);
            prop_assert_eq!(&items, &expected);
        }

        #[test]
        fn the_first_by_rank_and_name(
            items in proptest::collection::vec((0u64..3, "(khoảng|)[a-c]{0,3}"), 0..60), first in 0usize..70
        ) {
            let numbers = ranked(items.len(), first, &|at| (items[at].0, items[at].1.as_str()));
            let mut expected: Vec<usize> = (0..items.len()).collect();
            expected.sort_by_key(|&at| (&items[at], at));
            expected.truncate(first);
            prop_assert_eq!(numbers, expected);
        }
    }
}
