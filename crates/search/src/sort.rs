//! Sorting in little code. Each use of the standard library's sorts adds some 6 KB to the browser's
//! worker; these lists are short, or only their beginning is needed.

/// Puts all items in order: `before` says whether one stands before another. Equal items may change
/// places, so orders should be total.
pub(crate) fn sort<T>(items: &mut [T], mut before: impl FnMut(&T, &T) -> bool) {
    for root in (0..items.len() / 2).rev() {
        sink(items, root, &mut before);
    }
    for end in (1..items.len()).rev() {
        items.swap(0, end);
        sink(&mut items[..end], 0, &mut before);
    }
}

/// Puts the first `count` items in order; the others follow in any.
pub(crate) fn sort_first<T>(items: &mut [T], count: usize, mut before: impl FnMut(&T, &T) -> bool) {
    let Some((first, rest)) = items.split_at_mut_checked(count).filter(|_| count > 0) else {
        return sort(items, before);
    };
    for root in (0..first.len() / 2).rev() {
        sink(first, root, &mut before);
    }
    for item in rest {
        if before(item, &first[0]) {
            std::mem::swap(item, &mut first[0]);
            sink(first, 0, &mut before);
        }
    }
    sort(first, before);
}

/// Lets an item of a heap, whose root is the last in order, sink to its place.
fn sink<T>(heap: &mut [T], mut at: usize, before: &mut impl FnMut(&T, &T) -> bool) {
    loop {
        let mut child = 2 * at + 1;
        if child + 1 < heap.len() && before(&heap[child], &heap[child + 1]) {
            child += 1;
        }
        if child >= heap.len() || !before(&heap[at], &heap[child]) {
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
