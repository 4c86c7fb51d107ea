//! The first of many, in order.

/// What something is put in order by, and what it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// What counts first.
    pub high: u64,
    /// What counts where that is the same.
    pub low: u64,
    /// What it is; the least first where all else is the same.
    pub at: u32,
}

/// Puts the first `count` keys in order; the others follow in any.
pub fn first(keys: &mut [Key], count: usize) {
    let count = count.min(keys.len());
    let (heap, rest) = keys.split_at_mut(count);
    for root in (0..count / 2).rev() {
        sink(heap, root);
    }
    for key in rest {
        if let Some(last) = heap.first_mut().filter(|last| *key < **last) {
            std::mem::swap(key, last);
            sink(heap, 0);
        }
    }
    for end in (1..count).rev() {
        heap.swap(0, end);
        sink(&mut heap[..end], 0);
    }
}

/// Lets a key of a heap, whose root is the last in order, sink to its place.
#[inline(never)]
fn sink(heap: &mut [Key], mut at: usize) {
    loop {
        let mut child = 2 * at + 1;
        if child + 1 < heap.len() && heap[child] < heap[child + 1] {
            child += 1;
        }
        if child >= heap.len() || heap[at] >= heap[child] {
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
        fn sorts_as_the_standard_library_does(
            numbers in proptest::collection::vec((0u64..9, 0u64..9), 0..80), count in 0usize..90
        ) {
            let keys = (0..).zip(&numbers).map(|(at, &(high, low))| Key { high, low, at });
            let mut keys: Vec<Key> = keys.collect();
            let mut expected = keys.clone();
            expected.sort_unstable();
            first(&mut keys, count);
            let count = count.min(keys.len());
            prop_assert_eq!(&keys[..count], &expected[..count]);
            keys.sort_unstable();
            prop_assert_eq!(keys, expected);
        }
    }
}
