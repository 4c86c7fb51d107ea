//! Work on many articles, shared between the processor's cores. What comes out does not depend on how
//! many there are; in a browser's worker there is one.

use std::{panic, thread};

/// Fewer items are not worth a thread.
const FEW: usize = 64;
/// Shares for each core: articles are not of one length.
const SHARES: usize = 4;

/// What `work` makes of each item, in their order.
pub(crate) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    if cores == 1 || items.len() < FEW {
        return items.iter().map(work).collect();
    }
    let share = items.len().div_ceil(cores * SHARES);
    let work = &work;
    thread::scope(|scope| {
        let begin = |items: &'_ [T]| items.iter().map(work).collect::<Vec<R>>();
        let shares: Vec<_> =
            items.chunks(share).map(|items| scope.spawn(move || begin(items))).collect();
        let mut all = Vec::with_capacity(items.len());
        for share in shares {
            all.extend(share.join().unwrap_or_else(|cause| panic::resume_unwind(cause)));
        }
        all
    })
}

/// What two pieces of work come to; the second is done beside the first where there are cores for it.
pub(crate) fn both<A, B: Send>(
    first: impl FnOnce() -> A,
    second: impl FnOnce() -> B + Send,
) -> (A, B) {
    if thread::available_parallelism().map_or(1, usize::from) == 1 {
        return (first(), second());
    }
    thread::scope(|scope| {
        let second = scope.spawn(second);
        let first = first();
        (first, second.join().unwrap_or_else(|cause| panic::resume_unwind(cause)))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_are_done() {
        let text = String::from("một");
        assert_eq!(super::both(|| text.len(), || text.clone()), (5, text.clone()));
    }

    #[test]
    fn everything_comes_out_in_its_place() {
        for count in [0, 1, 63, 64, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = items.iter().map(|item| item * 2).collect();
            assert_eq!(super::map(&items, |item| item * 2), doubled, "{count}");
        }
    }
}
