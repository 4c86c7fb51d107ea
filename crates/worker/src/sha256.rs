//! SHA-256 (FIPS 180-4) in little code: a digest tells damage here, and nothing is secret. The
//! `sha2` crate's unrolled rounds would be a twentieth of the worker; the tests compare with it.

/// What a file of these bytes is named: the beginning of their digest.
pub(crate) fn name(bytes: &[u8]) -> u64 {
    digest(bytes).iter().take(8).fold(0, |name, &byte| name << 8 | u64::from(byte))
}

/// The digest of some bytes.
fn digest(bytes: &[u8]) -> [u8; 32] {
    let mut state = INITIAL;
    let mut blocks = bytes.chunks_exact(64);
    for block in &mut blocks {
        mix(&mut state, block);
    }
    // The rest, one bit, zeros, and the length in bits.
    let mut last = [0u8; 128];
    let rest = blocks.remainder();
    last[..rest.len()].copy_from_slice(rest);
    last[rest.len()] = 0x80;
    let len = if rest.len() < 56 { 64 } else { 128 };
    last[len - 8..len].copy_from_slice(&(bytes.len() as u64 * 8).to_be_bytes());
    for block in last[..len].chunks_exact(64) {
        mix(&mut state, block);
    }
    let mut out = [0; 32];
    for (out, word) in out.chunks_exact_mut(4).zip(state) {
        out.copy_from_slice(&word.to_be_bytes());
    }
    out
}

fn mix(state: &mut [u32; 8], block: &[u8]) {
    let mut words = [0u32; 64];
    for (word, four) in words.iter_mut().zip(block.chunks_exact(4)) {
        *word = u32::from_be_bytes([four[0], four[1], four[2], four[3]]);
    }
    for at in 16..64 {
        let (early, late) = (words[at - 15], words[at - 2]);
        let low = early.rotate_right(7) ^ early.rotate_right(18) ^ (early >> 3);
        let high = late.rotate_right(17) ^ late.rotate_right(19) ^ (late >> 10);
        words[at] = words[at - 16].wrapping_add(low).wrapping_add(words[at - 7]).wrapping_add(high);
    }
    let mut v = *state;
    for (round, word) in ROUNDS.iter().zip(words) {
        let [a, b, c, d, e, f, g, h] = v;
        let high = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let first =
            h.wrapping_add(high).wrapping_add(choice).wrapping_add(*round).wrapping_add(word);
        let low = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let majority = (a & b) ^ (a & c) ^ (b & c);
        let second = low.wrapping_add(majority);
        v = [first.wrapping_add(second), a, b, c, d.wrapping_add(first), e, f, g];
    }
    for (state, v) in state.iter_mut().zip(v) {
        *state = state.wrapping_add(v);
    }
}

/// The first 64 primes, from whose roots the constants are made.
const PRIMES: [u128; 64] = {
    let mut primes = [0; 64];
    let (mut found, mut candidate) = (0, 2);
    while found < 64 {
        let mut at = 0;
        while at < found && candidate % primes[at] != 0 {
            at += 1;
        }
        if at == found {
            primes[found] = candidate;
            found += 1;
        }
        candidate += 1;
    }
    primes
};

/// The first 32 bits behind the point of the square roots of the first eight primes.
const INITIAL: [u32; 8] = {
    let mut words = [0; 8];
    let mut at = 0;
    while at < 8 {
        words[at] = root(PRIMES[at] << 64, 2) as u32;
        at += 1;
    }
    words
};

/// The same of the cube roots of the first 64 primes.
const ROUNDS: [u32; 64] = {
    let mut words = [0; 64];
    let mut at = 0;
    while at < 64 {
        words[at] = root(PRIMES[at] << 96, 3) as u32;
        at += 1;
    }
    words
};

/// The greatest whole number whose power is not above `of`; roots here have at most 37 bits.
const fn root(of: u128, power: u32) -> u128 {
    let mut root: u128 = 0;
    let mut bit = 37;
    while bit > 0 {
        bit -= 1;
        let higher = root | 1 << bit;
        if higher.pow(power) <= of {
            root = higher;
        }
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sha2::Digest;

    proptest! {
        #[test]
        fn agrees_with_the_reference(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(&digest(&bytes)[..], &sha2::Sha256::digest(&bytes)[..]);
        }
    }

    #[test]
    fn every_padding() {
        for len in 0..200 {
            let bytes = vec![7; len];
            assert_eq!(digest(&bytes)[..], sha2::Sha256::digest(&bytes)[..], "{len}");
        }
    }
}
