//! Postings: which documents hold a term, and how much it says there. See [`crate::format`].

use crate::bytes::{Reader, packed_len, put_packed, put_varint, unpack, width};
use crate::format::GROUP;

/// Appends the postings of a term: documents in rising order with impacts 1 to 15.
pub(crate) fn write(out: &mut Vec<u8>, postings: &[(u32, u8)]) {
    let mut next = 0;
    for group in postings.chunks(GROUP) {
        let mut gaps = [0u32; GROUP];
        for (gap, &(document, _)) in gaps.iter_mut().zip(group) {
            *gap = document - next;
            next = document + 1;
        }
        let gaps = &gaps[..group.len()];
        let wide = width(gaps.iter().copied().max().unwrap_or(0));
        let least = group.iter().map(|&(_, impact)| impact).min().unwrap_or(0);
        let most = group.iter().map(|&(_, impact)| impact).max().unwrap_or(0);
        let impact_width = width(u32::from(most - least));
        out.push(wide as u8);
        out.push((least << 4) | impact_width as u8);
        put_packed(out, gaps.iter().copied(), wide);
        put_packed(out, group.iter().map(|&(_, impact)| u32::from(impact - least)), impact_width);
    }
}

/// Calls `each` with document and impact, in order; stops at the first thing that cannot be.
/// Returns whether all `count` postings were there.
pub(crate) fn read(
    bytes: &[u8],
    count: u32,
    documents: u32,
    mut each: impl FnMut(u32, u8),
) -> bool {
    let mut reader = Reader::new(bytes);
    let (mut next, mut left) = (0u32, count as usize);
    let (mut gaps, mut impacts) = ([0u32; GROUP], [0u32; GROUP]);
    while left > 0 {
        let len = left.min(GROUP);
        let (Some(wide), Some(impact)) = (reader.byte(), reader.byte()) else { return false };
        let (wide, least, impact_width) = (u32::from(wide), impact >> 4, u32::from(impact & 15));
        if wide > 31 || impact_width > 4 {
            return false;
        }
        let Some(packed) = reader.take(packed_len(len, wide)) else { return false };
        unpack(packed, wide, &mut gaps[..len]);
        let Some(packed) = reader.take(packed_len(len, impact_width)) else { return false };
        unpack(packed, impact_width, &mut impacts[..len]);
        for (&gap, &impact) in gaps[..len].iter().zip(&impacts) {
            let Some(document) = next.checked_add(gap).filter(|&d| d < documents) else {
                return false;
            };
            each(document, least.saturating_add(impact as u8).clamp(1, 15));
            next = document + 1;
        }
        left -= len;
    }
    true
}

/// Appends the positions of a term in one document, in rising order.
pub(crate) fn write_positions(out: &mut Vec<u8>, positions: &[u32]) {
    put_varint(out, positions.len() as u32);
    let mut last = 0;
    for &position in positions {
        put_varint(out, position - last);
        last = position;
    }
}

/// Reads the positions of a term document by document, in the order of its postings.
pub(crate) struct Positions<'a>(Reader<'a>);

impl<'a> Positions<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(Reader::new(bytes))
    }

    /// The next document's positions, each given to `each`; `None` when the bytes end.
    pub(crate) fn next(&mut self, mut each: impl FnMut(u32)) -> Option<()> {
        let count = self.0.count(1)?;
        let mut position = 0u32;
        for _ in 0..count {
            position = position.saturating_add(self.0.varint()?);
            each(position);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn what_is_written_is_read(
            postings in proptest::collection::btree_map(0u32..100_000, 1u8..=15, 0..500)
        ) {
            let postings: Vec<(u32, u8)> = postings.into_iter().collect();
            let mut out = Vec::new();
            write(&mut out, &postings);
            let mut read_back = Vec::new();
            prop_assert!(read(&out, postings.len() as u32, 100_000, |d, i| read_back.push((d, i))));
            prop_assert_eq!(read_back, postings);
        }

        #[test]
        fn positions_too(all in proptest::collection::vec(
            proptest::collection::btree_map(0u32..5_000, Just(()), 0..20), 0..20)
        ) {
            let all: Vec<Vec<u32>> = all.into_iter().map(|set: BTreeMap<u32, ()>| set.into_keys().collect()).collect();
            let mut out = Vec::new();
            for positions in &all {
                write_positions(&mut out, positions);
            }
            let mut reader = Positions::new(&out);
            for positions in &all {
                let mut read_back = Vec::new();
                prop_assert_eq!(reader.next(|p| read_back.push(p)), Some(()));
                prop_assert_eq!(&read_back, positions);
            }
        }

        #[test]
        fn any_bytes_are_read_without_panic(
            bytes in proptest::collection::vec(any::<u8>(), 0..200), count in 0u32..1000
        ) {
            read(&bytes, count, 50, |document, impact| {
                assert!(document < 50 && (1..=15).contains(&impact));
            });
            let mut positions = Positions::new(&bytes);
            while positions.next(|_| ()).is_some() {}
        }
    }
}
