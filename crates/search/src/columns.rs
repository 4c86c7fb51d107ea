//! What a segment's documents are dated and filed under: read when hits are counted, filtered or put
//! in the order of their dates. See [`crate::format`].

use crate::bytes::{Reader, packed_at, packed_len};
use crate::format::MANY;
use crate::sort::ranked;

/// Dates and fields of a segment's documents.
pub(crate) struct Columns {
    /// Days since 1970, by document.
    pub(crate) days: Vec<Option<i32>>,
    pub(crate) fields: Vec<Column>,
}

impl Columns {
    /// Reads the content of a piece of columns for so many documents.
    pub(crate) fn read(content: &[u8], documents: u32) -> Option<Self> {
        let mut reader = Reader::new(content);
        let days = read_days(&mut reader, documents)?;
        let mut fields = Vec::new();
        for _ in 0..reader.count(3)? {
            fields.push(read_column(&mut reader, documents)?);
        }
        Some(Self { days, fields })
    }
}

/// A field's values by document.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) values: Vec<String>,
    /// Where each document's values end in `numbers`.
    ends: Vec<u32>,
    numbers: Vec<u32>,
    /// The numbers of its values in the order of their names.
    pub(crate) by_name: Vec<usize>,
}

impl Column {
    /// Numbers of a document's values.
    pub(crate) fn of(&self, document: u32) -> &[u32] {
        let at = document as usize;
        let start = if at == 0 { Some(0) } else { self.ends.get(at - 1).map(|&e| e as usize) };
        let end = self.ends.get(at).map(|&e| e as usize);
        match (start, end) {
            (Some(start), Some(end)) => self.numbers.get(start..end).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Counts the values of some documents.
    pub(crate) fn count(&self, documents: &[u32], counts: &mut [u32]) {
        tally::count_values(documents, &self.ends, &self.numbers, counts);
    }
}

// Loops rather than iterators that collect options: those are half a kilobyte each in the worker.

fn read_days(reader: &mut Reader<'_>, documents: u32) -> Option<Vec<Option<i32>>> {
    let (mut last, mut days) = (0i32, Vec::new());
    for _ in 0..documents {
        let step = reader.varint()?;
        let zigzag = step.wrapping_sub(1);
        if step > 0 {
            last = last.wrapping_add((zigzag >> 1) as i32 ^ -((zigzag & 1) as i32));
        }
        days.push((step > 0).then_some(last));
    }
    Some(days)
}

fn read_column(reader: &mut Reader<'_>, documents: u32) -> Option<Column> {
    let name = reader.text()?.to_owned();
    let mut values = Vec::new();
    for _ in 0..reader.count(1)? {
        values.push(reader.text()?.to_owned());
    }
    let (mut ends, mut numbers) = (Vec::new(), Vec::new());
    match reader.byte()? {
        MANY => {
            for _ in 0..documents {
                for _ in 0..reader.count(1)? {
                    numbers.push(reader.varint()?);
                }
                ends.push(numbers.len() as u32);
            }
        }
        wide @ 0..=24 => {
            let packed = reader.take(packed_len(documents as usize, u32::from(wide)))?;
            for document in 0..documents as usize {
                let value = packed_at(packed, document, u32::from(wide))?;
                numbers.extend(value.checked_sub(1));
                ends.push(numbers.len() as u32);
            }
        }
        _ => return None,
    }
    let known = numbers.iter().all(|&number| (number as usize) < values.len());
    let by_name = ranked(values.len(), values.len(), &|at| (0, &values[at]));
    known.then_some(Column { name, values, ends, numbers, by_name })
}
