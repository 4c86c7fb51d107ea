//! Numbers as bytes: varints, bit-packed runs and Rice codes, written and read side by side.
//! Reading never panics: bytes that end too early give `None`.

/// Appends `value`, seven bits a byte, low bits first.
pub(crate) fn put_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push((value as u8 & 0x7f) | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a length and the bytes.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_varint(out, text.len() as u32);
    out.extend_from_slice(text.as_bytes());
}

/// Appends `values`, `width` bits each, low bits first, padded to whole bytes.
pub(crate) fn put_packed(out: &mut Vec<u8>, values: impl Iterator<Item = u32>, width: u32) {
    let (mut buffer, mut filled) = (0u64, 0);
    for value in values {
        buffer |= u64::from(value) << filled;
        filled += width;
        while filled >= 8 {
            out.push(buffer as u8);
            buffer >>= 8;
            filled -= 8;
        }
    }
    if filled > 0 {
        out.push(buffer as u8);
    }
}

/// Bits needed for `value`.
pub(crate) fn width(value: u32) -> u32 {
    32 - value.leading_zeros()
}

/// Bytes that `count` values of `width` bits take.
pub(crate) fn packed_len(count: usize, width: u32) -> usize {
    (count * width as usize).div_ceil(8)
}

/// Reads value number `at` of a packed run.
pub(crate) fn packed_at(bytes: &[u8], at: usize, width: u32) -> Option<u32> {
    let bit = at.checked_mul(width as usize)?;
    let mut raw = [0u8; 8];
    let rest = bytes.get(bit / 8..)?;
    let len = rest.len().min(8);
    raw[..len].copy_from_slice(&rest[..len]);
    let mask = (1u64 << width) - 1;
    Some(((u64::from_le_bytes(raw) >> (bit % 8)) & mask) as u32)
}

/// Bits being written, low bits first.
#[derive(Default)]
pub(crate) struct BitWriter {
    bytes: Vec<u8>,
    buffer: u64,
    filled: u32,
}

impl BitWriter {
    /// Appends the low `width` (at most 32) bits of `value`.
    pub(crate) fn put(&mut self, value: u32, width: u32) {
        self.buffer |= (u64::from(value) & ((1 << width) - 1)) << self.filled;
        self.filled += width;
        while self.filled >= 8 {
            self.bytes.push(self.buffer as u8);
            self.buffer >>= 8;
            self.filled -= 8;
        }
    }

    /// Appends `count` ones and a zero.
    pub(crate) fn put_unary(&mut self, count: u32) {
        (0..count).for_each(|_| self.put(1, 1));
        self.put(0, 1);
    }

    /// Appends a Rice code: `value` without its low `low` bits in unary, then these bits.
    pub(crate) fn put_rice(&mut self, value: u32, low: u32) {
        self.put_unary(value >> low);
        self.put(value, low);
    }

    /// The bytes, the last one padded with zeros.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        if self.filled > 0 {
            self.bytes.push(self.buffer as u8);
        }
        self.bytes
    }
}

/// The low bits of a Rice code for the gaps between `count` numbers below `all`.
pub(crate) fn rice_low_bits(all: u32, count: u32) -> u32 {
    // ln 2 of the mean gap is where a bit more pays.
    (u64::from(all) * 69 / (u64::from(count).max(1) * 100)).max(1).ilog2()
}

/// Reads on from a place in some bytes.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(first)
    }

    pub(crate) fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(len)?;
        self.bytes = rest;
        Some(taken)
    }

    pub(crate) fn varint(&mut self) -> Option<u32> {
        let mut value = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A varint that counts things of at least `size` bytes each still to come: a damaged count
    /// cannot ask for more memory than there are bytes.
    pub(crate) fn count(&mut self, size: usize) -> Option<usize> {
        let count = self.varint()? as usize;
        (count.checked_mul(size)? <= self.bytes.len()).then_some(count)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let len = self.varint()? as usize;
        std::str::from_utf8(self.take(len)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(values in proptest::collection::vec(any::<u32>(), 0..300)) {
            let mut out = Vec::new();
            for &value in &values {
                put_varint(&mut out, value);
            }
            let mut reader = Reader::new(&out);
            for &value in &values {
                prop_assert_eq!(reader.varint(), Some(value));
            }
            prop_assert_eq!(reader.varint(), None);
        }

        #[test]
        fn packed_runs(wide in 0u32..=32, values in proptest::collection::vec(any::<u32>(), 0..300)) {
            let values: Vec<u32> = values.iter().map(|v| (u64::from(*v) & ((1 << wide) - 1)) as u32).collect();
            let mut out = Vec::new();
            put_packed(&mut out, values.iter().copied(), wide);
            prop_assert_eq!(out.len(), packed_len(values.len(), wide));
            for (at, value) in values.iter().enumerate() {
                prop_assert_eq!(packed_at(&out, at, wide), Some(*value));
            }
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let mut reader = Reader::new(&bytes);
            while reader.varint().is_some() {}
            let _ = Reader::new(&bytes).text();
            let _ = Reader::new(&bytes).count(3);
        }
    }
}
