//! SHA-256 (FIPS 180-4) in little code: a digest tells damage here, and nothing is secret. The
//! `sha2` crate's unrolled rounds would be a twentieth of the worker; the tests compare with it.

/// What a file of these bytes is named: the beginning of their digest.
pub fn name(bytes: &[u8]) -> u64 {
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
    // The last sixteen words of the schedule: word `at` stands at its remainder.
    let mut words = [0u32; 16];
    for (word, four) in words.iter_mut().zip(block.chunks_exact(4)) {
        *word = u32::from_be_bytes([four[0], four[1], four[2], four[3]]);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (at, round) in ROUNDS.iter().enumerate() {
        let word = words[at & 15];
        let high = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = g ^ (e & (f ^ g));
        let first =
            h.wrapping_add(high).wrapping_add(choice).wrapping_add(*round).wrapping_add(word);
        let low = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let majority = (a & b) | (c & (a | b));
        (h, g, f, e) = (g, f, e, d.wrapping_add(first));
        (d, c, b, a) = (c, b, a, first.wrapping_add(low).wrapping_add(majority));
        // The word that takes its place, sixteen further on.
        let (early, late) = (words[(at + 1) & 15], words[(at + 14) & 15]);
        let low = early.rotate_right(7) ^ early.rotate_right(18) ^ (early >> 3);
        let high = late.rotate_right(17) ^ late.rotate_right(19) ^ (late >> 10);
        let sum = word.wrapping_add(low).wrapping_add(words[(at + 9) & 15]).wrapping_add(high);
        words[at & 15] = sum;
    }
    for (state, v) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
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
