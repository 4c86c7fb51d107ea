//! Sorting in little code. Each use of the standard library's sorts adds some 6 KB to the browser's
//! worker; these lists are short, or only their beginning is needed.

/// Puts all items in order: `before` says whether one stands before another. Equal items may change
/// places, so orders should be total.
pub(crate) fn sort<T>(items: &mut [T], before: impl FnMut(&T, &T) -> bool) {
    let len = items.len();
    heap_sort(&mut Items { items, before }, len);
}

/// Puts the first `count` items in order; the others follow in any.
pub(crate) fn sort_first<T>(items: &mut [T], count: usize, before: impl FnMut(&T, &T) -> bool) {
    let len = items.len();
    let count = if count == 0 { len } else { count.min(len) };
    heap_sort_first(&mut Items { items, before }, count, len);
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

fn heap_sort_first(items: &mut dyn Sortable, count: usize, len: usize) {
    for root in (0..count / 2).rev() {
        sink(items, root, count);
    }
    for at in count..len {
        if items.before(at, 0) {
            items.swap(at, 0);
            sink(items, 0, count);
        }
    }
    heap_sort(items, count);
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
        fn sorts_as_the_standard_library_does(mut items in proptest::collection::vec(any::<u16>(), 0..80), count in 0usize..90) {
            let mut expected = items.clone();
            expected.sort_unstable();
            let mut first = items.clone();
            sort(&mut items, |a, b| a < b);
            prop_assert_eq!(&items, &expected);
            sort_first(&mut first, count, |a, b| a < b);
            let count = if count == 0 { first.len() } else { count.min(first.len()) };
            prop_assert_eq!(&first[..count], &expected[..count]);
            first.sort_unstable();
            prop_assert_eq!(&first, &expected);
        }
    }
}
