//! The directory of an index: its segments, and which number each of their documents has now.
//! See [`crate::format`].

use crate::bytes::{Reader, put_varint};

/// A segment as the directory lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Listed {
    /// How many pieces it has, the head included.
    pub(crate) pieces: usize,
    pub(crate) mark: u32,
    /// How many documents it has, dropped ones included.
    pub(crate) documents: u32,
    runs: Vec<Run>,
}

/// Documents in a row that have numbers in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Documents of the segment before it, behind the last run, that are there no more.
    dropped: u32,
    /// Its first number.
    first: u32,
    documents: u32,
}

/// The number of a document that is there no more.
pub(crate) const DROPPED: u32 = u32::MAX;

impl Listed {
    /// A segment whose documents have these numbers, or [`DROPPED`].
    pub(crate) fn new(pieces: usize, mark: u32, numbers: &[u32]) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        let mut dropped = 0;
        for &number in numbers {
            match runs.last_mut() {
                _ if number == DROPPED => dropped += 1,
                Some(run) if dropped == 0 && run.first + run.documents == number => {
                    run.documents += 1;
                }
                _ => {
                    runs.push(Run { dropped, first: number, documents: 1 });
                    dropped = 0;
                }
            }
        }
        Self { pieces, mark, documents: numbers.len() as u32, runs }
    }

    /// The number of each document; as many as the segment has, whatever the runs say.
    pub(crate) fn numbers(&self, documents: u32) -> Vec<u32> {
        let mut numbers = Vec::with_capacity(documents as usize);
        let end = documents as usize;
        for run in &self.runs {
            numbers.resize((numbers.len() + run.dropped as usize).min(end), DROPPED);
            let room = (end - numbers.len()).min(run.documents as usize) as u32;
            numbers.extend((0..room).map(|at| run.first.saturating_add(at)));
        }
        numbers.resize(end, DROPPED);
        numbers
    }
}

/// The content of a directory.
pub(crate) fn write(segments: &[Listed]) -> Vec<u8> {
    let mut out = Vec::new();
    put_varint(&mut out, segments.len() as u32);
    for segment in segments {
        put_varint(&mut out, segment.pieces as u32);
        out.extend(segment.mark.to_le_bytes());
        put_varint(&mut out, segment.documents);
        put_varint(&mut out, segment.runs.len() as u32);
        let mut end = 0u32;
        for run in &segment.runs {
            put_varint(&mut out, run.dropped);
            let step = run.first.wrapping_sub(end) as i32;
            put_varint(&mut out, ((step << 1) ^ (step >> 31)) as u32);
            put_varint(&mut out, run.documents);
            end = run.first + run.documents;
        }
    }
    out
}

/// Reads the content of a directory.
pub(crate) fn read(content: &[u8]) -> Option<Vec<Listed>> {
    let mut reader = Reader::new(content);
    let mut segments = Vec::new();
    for _ in 0..reader.count(7)? {
        segments.push(read_listed(&mut reader)?);
    }
    Some(segments)
}

fn read_listed(reader: &mut Reader<'_>) -> Option<Listed> {
    let pieces = reader.varint()? as usize;
    let mark = u32::from_le_bytes(reader.take(4)?.try_into().ok()?);
    let documents = reader.varint()?;
    let mut end = 0u32;
    let mut runs = Vec::new();
    for _ in 0..reader.count(3)? {
        let dropped = reader.varint()?;
        let zigzag = reader.varint()?;
        let first = end.wrapping_add((zigzag >> 1) ^ (zigzag & 1).wrapping_neg());
        let run = Run { dropped, first, documents: reader.varint()? };
        end = run.first.wrapping_add(run.documents);
        runs.push(run);
    }
    Some(Listed { pieces, mark, documents, runs })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(segments in proptest::collection::vec(
            (1usize..900, any::<u32>(), proptest::collection::vec((any::<bool>(), 0u32..400), 0..40)), 0..5)
        ) {
            let numbers = |list: &[(bool, u32)]| -> Vec<u32> {
                list.iter().map(|&(there, number)| if there { number } else { DROPPED }).collect()
            };
            let listed: Vec<Listed> = segments.iter().map(|(pieces, mark, list)| {
                Listed::new(*pieces, *mark, &numbers(list))
            }).collect();
            let read = read(&write(&listed)).unwrap();
            prop_assert_eq!(&read, &listed);
            for (listed, (.., list)) in read.iter().zip(&segments) {
                prop_assert_eq!(listed.numbers(list.len() as u32), numbers(list));
            }
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            for listed in read(&bytes).unwrap_or_default() {
                prop_assert_eq!(listed.numbers(50).len(), 50);
            }
        }
    }

    #[test]
    fn documents_in_a_row_take_few_bytes() {
        let numbers: Vec<u32> = (0..10_000).collect();
        assert_eq!(write(&[Listed::new(9, 1, &numbers)]).len(), 13);
    }
}
